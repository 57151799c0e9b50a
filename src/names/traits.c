/* Preparing features: each distinct word and each token is looked at once. */
#include "features.h"

#include "clusters.h"
#include "lists.h"
#include "text/characters.h"
#include "text/hash.h"

#include <string.h>

enum { LONGEST_AFFIX = 4 };

/* Hashes of the first 1 to 4 characters; shorter words have fewer. */
static void hash_prefixes(bp_view word, uint32_t *out)
{
    uint32_t hash = BP_HASH_START;
    size_t at = 0;
    for (int i = 0; i < LONGEST_AFFIX && at < word.length; i++) {
        size_t length;
        bp_decode(word.at + at, &length);
        for (size_t k = 0; k < length; k++) hash = bp_hash_step(hash, word.at[at + k]);
        at += length;
        out[i] = bp_mix(hash);
    }
}

static void hash_suffixes(bp_view word, uint32_t *out)
{
    size_t at = word.length;
    for (int i = 0; i < LONGEST_AFFIX && at > 0; i++) {
        do at--;
        while (at > 0 && ((unsigned char)word.at[at] & 0xC0) == 0x80);
        out[i] = bp_hash_bytes(word.at + at, word.length - at);
    }
}

static void prepare_words(bp_feature_source *source)
{
    for (uint32_t i = 0; i < source->document->words.count; i++) {
        const bp_word *word = &source->document->words.items[i];
        bp_word_traits *traits = &source->words[i];
        hash_prefixes(word->lower, traits->prefixes);
        hash_suffixes(word->lower, traits->suffixes);
        const uint32_t index = bp_packed_find(&bp_cluster_words, word->hash);
        if (index != UINT32_MAX) {
            traits->cluster = bp_cluster_numbers[index];
            traits->kind = bp_cluster_kinds[index];
        }
    }
}

/* A number for how the token is written: runs of capitals, small letters,
 * digits and other marks, each once or more than once, the first four of them. */
static uint16_t shape_of(const char *text, uint32_t from, uint32_t to)
{
    unsigned shape = 0, runs = 0, last = 0;
    for (size_t length; from < to && runs < 5; from += (uint32_t)length) {
        const uint32_t point = bp_decode(text + from, &length);
        const bp_character kind = bp_character_of(point);
        const unsigned now = bp_is_upper(point) ? 1 : kind == BP_LETTER ? 2 : kind == BP_DIGIT ? 3 : 4;
        if (now == last) {
            shape |= 1;
        } else {
            shape = (shape << 4) | now << 1;
            runs++;
        }
        last = now;
    }
    return (uint16_t)(bp_mix(shape) & 0xFFFF);
}

static void prepare_tokens(bp_feature_source *source, uint32_t *last)
{
    const bp_document *document = source->document;
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        const bp_token *token = &document->tokens.items[i];
        bp_token_traits *traits = &source->tokens[i];
        traits->exact = bp_hash_bytes(document->text + token->start.byte, token->end.byte - token->start.byte);
        traits->shape = shape_of(document->text, token->start.byte, token->end.byte);
        if (token->kind != BP_TOKEN_WORD || !(token->flags & BP_CAPITALIZED)) continue;
        traits->before = last[token->word];
        if (traits->before) source->tokens[traits->before - 1].after = i + 1;
        last[token->word] = i + 1;
    }
}

/* Does the token belong to a run of capitals, or join two of its words? */
static bool in_run(const bp_document *document, uint32_t token)
{
    return document->tokens.items[token].flags & (BP_CAPITALIZED | BP_INNER_CAPITAL);
}

static bool joins_run(const bp_document *document, uint32_t token, uint32_t end)
{
    const char c = document->text[document->tokens.items[token].start.byte];
    return (c == '-' || c == '&') && token + 1 < end && in_run(document, token + 1);
}

static void mark_runs(bp_feature_source *source)
{
    const bp_document *document = source->document;
    for (uint32_t s = 0; s < document->sentences.count; s++) {
        const uint32_t end = document->sentences.items[s].end;
        for (uint32_t i = document->sentences.items[s].first; i < end;) {
            uint32_t last = i;
            while (last < end && (in_run(document, last) || (last > i && joins_run(document, last, end)))) last++;
            for (uint32_t k = i; k < last; k++) source->tokens[k].run_first = i, source->tokens[k].run_end = last;
            i = last > i ? last : i + 1;
        }
    }
}

static void mark_phrase(bp_feature_source *source, uint32_t token, uint32_t count, uint16_t flags)
{
    flags = (uint16_t)(flags & ~(BP_LISTED_FIRST | BP_LISTED_INSIDE));
    for (uint32_t i = token; i < token + count; i++) {
        source->tokens[i].listed |= flags;
        if (count > 1) source->tokens[i].listed |= i == token ? BP_LISTED_FIRST : BP_LISTED_INSIDE;
    }
}

/* Marks the listed phrases that begin at a token: the token alone, and the
 * longest of the others. */
static void mark_lists_at(bp_feature_source *source, uint32_t token, uint32_t end)
{
    uint32_t keys[BP_LONGEST_LISTED + 1] = { 0 }, count = 0;
    for (; count < BP_LONGEST_LISTED && token + count < end; count++)
        keys[count + 1] = bp_phrase_extend(keys[count], source->document, token + count);
    mark_phrase(source, token, 1, bp_listed_by_key(keys[1]));
    for (; count > 1; count--) {
        const uint16_t flags = bp_listed_by_key(keys[count]);
        if (flags) mark_phrase(source, token, count, flags);
        if (flags) break;
    }
}

static void mark_lists(bp_feature_source *source)
{
    const bp_document *document = source->document;
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        const bp_token *token = &document->tokens.items[i];
        if (token->kind == BP_TOKEN_WORD && in_run(document, i))
            mark_lists_at(source, i, document->sentences.items[token->sentence].end);
    }
}

/* Is the sentence all in capitals, or does nearly every longer word have one? */
static uint8_t sentence_kind(const bp_document *document, const bp_sentence *sentence)
{
    uint32_t words = 0, capitalized = 0, all = 0, letters = 0;
    for (uint32_t i = sentence->first; i < sentence->end; i++) {
        const bp_token *token = &document->tokens.items[i];
        if (token->kind != BP_TOKEN_WORD || !(token->flags & BP_HAS_LETTER)) continue;
        letters++;
        all += (token->flags & BP_ALL_CAPITALS) != 0;
        if (token->end.byte - token->start.byte < 4) continue;
        words++;
        capitalized += (token->flags & BP_CAPITALIZED) != 0;
    }
    if (letters >= 3 && all * 10 >= letters * 8) return BP_SENTENCE_CAPITALS;
    if (words >= 3 && capitalized * 10 >= words * 8) return BP_SENTENCE_TITLE;
    return words >= 1 && capitalized == 0 ? BP_SENTENCE_SMALL : BP_SENTENCE_PLAIN;
}

bool bp_features_prepare(bp_feature_source *source, const bp_document *document, bp_arena *arena)
{
    source->document = document;
    source->words = bp_arena_take(arena, document->words.count * sizeof *source->words);
    source->tokens = bp_arena_take(arena, document->tokens.count * sizeof *source->tokens);
    source->sentences = bp_arena_take(arena, document->sentences.count);
    uint32_t *last = bp_arena_take(arena, document->words.count * sizeof *last);
    if (!source->words || !source->tokens || !source->sentences || !last) return false;
    prepare_words(source);
    prepare_tokens(source, last);
    mark_lists(source);
    mark_runs(source);
    for (uint32_t i = 0; i < document->sentences.count; i++)
        source->sentences[i] = sentence_kind(document, &document->sentences.items[i]);
    return true;
}

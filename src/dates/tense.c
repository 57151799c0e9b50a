/* Tense by cue words. The verb that a date belongs to stands most often just
 * before it ("voted on Friday"), so the nearest cue to the left decides; only a
 * date at the head of its clause looks to the right. A bounded look both ways. */
#include "tense.h"

#include <string.h>

enum { FARTHEST_LEFT = 24, FARTHEST_RIGHT = 16 };

/* A mark that ends a clause; a comma does not: too much stands between two of them. */
static bool ends_clause(const bp_document *document, uint32_t token)
{
    const bp_token *t = &document->tokens.items[token];
    return t->kind == BP_TOKEN_PUNCTUATION && (t->first == ';' || t->first == ':' || t->first == '"');
}

static bool ends_in_ed(const bp_document *document, uint32_t token)
{
    const bp_view word = bp_token_word(document, token)->lower;
    return word.length > 3 && memcmp(word.at + word.length - 2, "ed", 2) == 0 && word.at[word.length - 3] != 'e';
}

static bp_tense cue_at(const bp_document *document, uint32_t token)
{
    const uint64_t classes = bp_token_classes(document, token);
    if (document->tokens.items[token].kind != BP_TOKEN_WORD) return BP_TENSE_UNKNOWN;
    if (classes & BP_WORDS_TENSE_FUTURE) return BP_TENSE_FUTURE;
    if ((classes & BP_WORDS_TENSE_PAST) || ends_in_ed(document, token)) return BP_TENSE_PAST;
    return BP_TENSE_UNKNOWN;
}

/* "had been due", "was to have met": what was planned then. */
static bool is_behind_had(const bp_document *document, uint32_t token, uint32_t from)
{
    for (uint32_t i = token; i > from && token - i < 3; i--)
        if (bp_token_is(document, i - 1, "had")) return true;
    return false;
}

bp_tense bp_tense_of(const bp_document *document, uint32_t first, uint32_t end)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[first].sentence];
    const uint32_t left = first - sentence->first > FARTHEST_LEFT ? first - FARTHEST_LEFT : sentence->first;
    for (uint32_t i = first; i > left && !ends_clause(document, i - 1); i--) {
        const bp_tense tense = cue_at(document, i - 1);
        if (tense == BP_TENSE_FUTURE && is_behind_had(document, i - 1, left)) return BP_TENSE_PAST;
        if (tense) return tense;
    }
    for (uint32_t i = end; i < sentence->end && i - end < FARTHEST_RIGHT && !ends_clause(document, i); i++) {
        const bp_tense tense = cue_at(document, i);
        if (tense) return tense;
    }
    return BP_TENSE_UNKNOWN;
}

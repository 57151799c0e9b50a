/* Sentences: where a stop, a question or an exclamation mark ends one.
 *
 * The end of a block always ends a sentence. Inside one, a stop counts when
 * what follows can begin a sentence. After an abbreviation or an initial only a
 * word that seldom stands in a name ("The", "He", "But") counts as a beginning:
 * "No. 10", "St. Louis" and "J. K. Rowling" hold together, "the U.S. The" does
 * not. Very long sentences are cut, so that no later stage meets one without a
 * bound. Linear. */
#include "characters.h"
#include "document.h"

#include <string.h>

/* Tokens; news comes near neither. */
enum { LONGEST_SENTENCE = 512, MOST_MARKS = 16 };

static uint32_t first_point(const bp_document *document, uint32_t token)
{
    size_t length;
    return bp_decode(document->text + document->tokens.items[token].start.byte, &length);
}

static bool is_opening(uint32_t p)
{
    return p == '"' || p == '\'' || p == '`' || p == '(' || p == '[' || p == 0x201C || p == 0x201E || p == 0x2018 ||
           p == 0x201A || p == 0xAB || p == 0x2039 || p == 0xBF || p == 0xA1 || p == 0x300C;
}

static bool is_closing(uint32_t p)
{
    return p == '"' || p == '\'' || p == ')' || p == ']' || p == 0x201D || p == 0x2019 || p == 0xBB || p == 0x203A ||
           p == 0x300D || p == 0x201C;
}

static bool is_bullet(uint32_t p)
{
    return p == 0x2022 || p == 0x25CF || p == 0x2013 || p == 0x2014 || p == 0x25AA;
}

static bool ends_in_stop(const bp_document *document, uint32_t token)
{
    return document->tokens.items[token].flags & BP_ENDS_IN_STOP;
}

/* '.', '!', '?' or an ellipsis. */
static bool is_terminator(const bp_document *document, uint32_t token)
{
    const uint32_t p = first_point(document, token);
    if (document->tokens.items[token].kind != BP_TOKEN_PUNCTUATION) return false;
    return p == '.' || p == '!' || p == '?' || p == 0x2026 || p == 0x203C || p == 0x2049;
}

/* Marks that close behind the stop, without a space: ." .) */
static uint32_t after_closers(const bp_document *document, uint32_t token, uint32_t end)
{
    while (token < end && !(document->tokens.items[token].flags & BP_SPACE_BEFORE) &&
           document->tokens.items[token].kind == BP_TOKEN_PUNCTUATION && is_closing(first_point(document, token)))
        token++;
    return token;
}

/* Can a sentence begin with this token? `sure`: only if it hardly could be anything else. */
static bool begins_sentence(const bp_document *document, uint32_t token, uint32_t end, bool sure)
{
    while (token < end && document->tokens.items[token].kind == BP_TOKEN_PUNCTUATION &&
           (is_opening(first_point(document, token)) || is_bullet(first_point(document, token))))
        token++;
    if (token == end) return false;
    const bp_token *t = &document->tokens.items[token];
    if (sure) return (t->flags & BP_CAPITALIZED) && (bp_token_classes(document, token) & BP_WORDS_STARTERS);
    return (t->flags & (BP_CAPITALIZED | BP_HAS_DIGIT | BP_INNER_CAPITAL | BP_ADDRESS)) != 0 ||
           t->kind == BP_TOKEN_SYMBOL || (t->kind == BP_TOKEN_WORD && !bp_is_lower(first_point(document, token)));
}

/* The token behind the sentence's end if it ends at `token`, else 0. */
static uint32_t sentence_end(const bp_document *document, uint32_t token, uint32_t end)
{
    const bool abbreviation = ends_in_stop(document, token);
    if (!abbreviation && !is_terminator(document, token)) return 0;
    if (end - token > MOST_MARKS) end = token + MOST_MARKS;
    uint32_t next = token + 1;
    while (next < end && !abbreviation && is_terminator(document, next) &&
           !(document->tokens.items[next].flags & BP_SPACE_BEFORE))
        next++;
    next = after_closers(document, next, end);
    if (next >= end || !(document->tokens.items[next].flags & BP_SPACE_BEFORE)) return 0;
    const bool title = abbreviation && (bp_token_classes(document, token) & BP_WORDS_TITLES);
    return !title && begins_sentence(document, next, end, abbreviation) ? next : 0;
}

static bool add_sentence(bp_document *document, uint32_t first, uint32_t end, uint32_t block)
{
    bp_sentence *sentence = bp_push(document->arena, &document->sentences);
    if (!sentence) return false;
    *sentence = (bp_sentence){ .first = first, .end = end, .block = block };
    for (uint32_t i = first; i < end; i++) document->tokens.items[i].sentence = document->sentences.count - 1;
    return true;
}

static bool find_in_block(bp_document *document, uint32_t index)
{
    bp_paragraph *block = &document->blocks.items[index];
    block->sentence = document->sentences.count;
    uint32_t first = block->first;
    for (uint32_t i = block->first; i < block->end; i++) {
        uint32_t end = sentence_end(document, i, block->end);
        if (!end && i + 1 - first >= LONGEST_SENTENCE) end = i + 1;
        if (!end) continue;
        if (!add_sentence(document, first, end, index)) return false;
        first = end;
        i = end - 1;
    }
    if (first < block->end && !add_sentence(document, first, block->end, index)) return false;
    block->sentences_end = document->sentences.count;
    return true;
}

bool bp_find_sentences(bp_document *document)
{
    for (uint32_t i = 0; i < document->blocks.count; i++)
        if (!find_in_block(document, i)) return false;
    return true;
}

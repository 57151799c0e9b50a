/* Quotation marks, one by one: which of them open and which close.
 *
 * A mark opens or closes by the space around it and, where its shape has a
 * direction, by its shape; a shape turned the wrong way is believed only if the
 * space says so. An apostrophe looks like a closing single mark: one behind
 * "players" is marked weak. */
#include "quotes/marks.h"
#include "text/characters.h"

#include <string.h>

static uint32_t first_point(const bp_document *document, uint32_t token)
{
    size_t length;
    return bp_decode(document->text + document->tokens.items[token].start.byte, &length);
}

static bool is_twin(const bp_document *document, uint32_t token)
{
    const bp_token *t = &document->tokens.items[token];
    return t->end.byte - t->start.byte == 2 && (t->first == '\'' || t->first == '`');
}

typedef struct shape {
    uint32_t point;
    uint8_t family, direction;
} shape;

static const shape shapes[] = {
    { '"', BP_DOUBLE, BP_EITHER },    { 0x201C, BP_DOUBLE, BP_LEFT },          { 0x201D, BP_DOUBLE, BP_RIGHT },
    { 0x201E, BP_DOUBLE, BP_LEFT },   { 0x201F, BP_DOUBLE, BP_LEFT },          { '\'', BP_SINGLE, BP_EITHER },
    { '`', BP_SINGLE, BP_LEFT },      { 0x2018, BP_SINGLE, BP_LEFT },          { 0x2019, BP_SINGLE, BP_RIGHT },
    { 0x201A, BP_SINGLE, BP_LEFT },   { 0x201B, BP_SINGLE, BP_LEFT },          { 0xAB, BP_GUILLEMET, BP_LEFT },
    { 0xBB, BP_GUILLEMET, BP_RIGHT }, { 0x2039, BP_SMALL_GUILLEMET, BP_LEFT }, { 0x203A, BP_SMALL_GUILLEMET, BP_RIGHT },
    { 0x300C, BP_CORNER, BP_LEFT },   { 0x300D, BP_CORNER, BP_RIGHT },         { 0x300E, BP_CORNER, BP_LEFT },
    { 0x300F, BP_CORNER, BP_RIGHT },
};

bp_mark bp_mark_shape(const bp_document *document, uint32_t token)
{
    bp_mark m = { .token = token, .point = first_point(document, token) };
    if (document->tokens.items[token].kind != BP_TOKEN_PUNCTUATION) return m;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        if (shapes[i].point != m.point) continue;
        m.family = is_twin(document, token) ? BP_DOUBLE : shapes[i].family;
        m.direction = shapes[i].direction;
    }
    return m;
}

static bool is_word(const bp_document *document, uint32_t token)
{
    return document->tokens.items[token].kind <= BP_TOKEN_NUMBER;
}

/* '90s, 'Tis, 'em, rock 'n' roll: the mark stands for letters left out. */
static bool is_elision(const bp_document *document, uint32_t next)
{
    const bp_token *t = &document->tokens.items[next];
    if (t->kind != BP_TOKEN_NUMBER) return bp_token_classes(document, next) & BP_WORDS_ELISIONS;
    const uint32_t length = t->end.byte - t->start.byte;
    return length >= 2 && length <= 3 && (length == 2 || document->text[t->end.byte - 1] == 's');
}

/* Could the mark behind this word be the apostrophe of a plural or of a dropped g? */
static bool ends_like_apostrophe(const bp_document *document, uint32_t before)
{
    const bp_view word = bp_token_word(document, before)->lower;
    if (word.length == 0) return false;
    const char last = word.at[word.length - 1];
    if (last == 's' || last == 'x' || last == 'z') return true;
    return word.length > 3 && memcmp(word.at + word.length - 2, "in", 2) == 0;
}

/* 6'3", 5 ft 10": feet and inches, minutes and seconds. */
static bool is_measure(const bp_document *document, const bp_mark *m, uint32_t first)
{
    if (m->token < first + 1 || bp_token_has(document, m->token, BP_SPACE_BEFORE)) return false;
    if (document->tokens.items[m->token - 1].kind != BP_TOKEN_NUMBER) return false;
    if (m->family == BP_SINGLE) {
        const bool number_follows =
            m->token + 1 < document->tokens.count && document->tokens.items[m->token + 1].kind == BP_TOKEN_NUMBER;
        return number_follows;
    }
    if (m->token < first + 3 || m->point != '"') return false;
    const uint32_t before = first_point(document, m->token - 2);
    return (before == '\'' || before == 0x2019) && document->tokens.items[m->token - 3].kind == BP_TOKEN_NUMBER;
}

static bool opens_behind(uint32_t point)
{
    return point == '(' || point == '[' || point == '-' || point == '/' || (point >= 0x2010 && point <= 0x2015) ||
           point == ':' || point == 0xBF;
}

static bool ends_words(uint32_t point)
{
    return point == ',' || point == '.' || point == '?' || point == '!' || point == '-' || point == 0x2026 ||
           point == 0x2013 || point == 0x2014;
}

/* A mark with a space on both sides, or on none: what stands beside it tells.
 * Small letters behind a question mark go on with a sentence outside the marks; a
 * capital behind a plain word begins one inside. */
static void judge_by_words(const bp_document *document, bp_mark *m, uint32_t before, bool first, bool last)
{
    m->opens = !last;
    m->closes = !first;
    m->apart = true;
    if (first || last || m->direction != BP_EITHER) return;
    const bp_token *next = &document->tokens.items[m->token + 1];
    const bool small = next->kind == BP_TOKEN_WORD && !(next->flags & BP_CAPITALIZED) && (next->flags & BP_HAS_LETTER);
    const bool capital = next->kind == BP_TOKEN_WORD && (next->flags & BP_CAPITALIZED);
    const uint64_t attributes = BP_WORDS_CUE_SAY | BP_WORDS_CUE_MANNER | BP_WORDS_SUBJECT_PRONOUNS;
    const bool attribution = bp_token_classes(document, m->token + 1) & attributes; /* , " she said */
    if (small && ends_words(before) && (before != ',' || attribution)) m->opens = false;
    if (capital && (before == ':' || is_word(document, m->token - 1))) m->closes = false;
}

static void judge_single(const bp_document *document, bp_mark *m, bool space_before, bool space_after, bool last)
{
    if (m->direction == BP_RIGHT) m->opens = false;
    if (m->opens && !last && is_elision(document, m->token + 1)) m->opens = false;
    if (space_before && space_after && m->token > 0) { /* set apart: ' Hush! ' */
        const bool behind_words = ends_words(first_point(document, m->token - 1));
        m->closes = m->closes && behind_words && m->direction != BP_LEFT;
        m->opens = m->opens && (behind_words || (!last && bp_token_has(document, m->token + 1, BP_CAPITALIZED)));
        return;
    }
    if (!m->closes) return;
    if (m->direction == BP_LEFT || space_before) m->closes = false;
    if (!last && !space_after && is_word(document, m->token + 1)) m->closes = false;
    if (bp_token_is(document, m->token - 1, "n") || bp_token_is(document, m->token - 1, "o")) m->closes = false;
    m->weak = space_after && !last && is_word(document, m->token + 1) && is_word(document, m->token - 1) &&
              ends_like_apostrophe(document, m->token - 1);
}

/* Tells by the space around a mark, and by its shape, what it can do. */
static void judge(const bp_document *document, const bp_paragraph *block, bp_mark *m)
{
    const bool first = m->token == block->first, last = m->token + 1 == block->end;
    const bool space_before = first || bp_token_has(document, m->token, BP_SPACE_BEFORE);
    const bool space_after = last || bp_token_has(document, m->token + 1, BP_SPACE_BEFORE);
    const bool word_after = !last && document->tokens.items[m->token + 1].kind != BP_TOKEN_PUNCTUATION;
    const uint32_t before = first ? 0 : first_point(document, m->token - 1);
    if (before == '=' && !space_before) return; /* id="12": mark-up, not speech */
    const bool open_look = !last && !space_after && (space_before || opens_behind(before));
    const bool close_look = !first && !space_before && (space_after || !word_after);
    if (open_look || close_look) {
        m->opens = open_look;
        m->closes = close_look;
    } else {
        judge_by_words(document, m, before, first, last);
    }
    /* A dash before the mark: "We -" she began; the space behind it decides. */
    if (open_look && close_look) m->closes = !word_after;
    if (m->family == BP_SINGLE) {
        judge_single(document, m, space_before, space_after, last);
    } else if (m->direction == BP_LEFT) {
        m->opens = !last && !(close_look && !open_look);
        m->closes = close_look || (!open_look && m->closes && m->point == 0x201C);
    } else if (m->direction == BP_RIGHT) {
        m->opens = open_look;
        m->closes = !first && !(m->family == BP_GUILLEMET && open_look && !close_look && word_after); /* »...» */
    }
}

bp_mark bp_mark_at(const bp_document *document, const bp_paragraph *block, uint32_t token)
{
    bp_mark m = bp_mark_shape(document, token);
    if (m.family == BP_NO_MARK) return m;
    if (is_measure(document, &m, block->first)) return (bp_mark){ .token = token };
    judge(document, block, &m);
    return m;
}

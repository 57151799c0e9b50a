/* Quotation marks: which of them open, which close, and which belong together.
 *
 * Styles are told apart as far as they can close each other: double marks in
 * all their shapes ("...", typographic, low, two single ones), single marks,
 * guillemets, corner brackets. A mark opens or closes by the space around it
 * and, where its shape has a direction, by its shape; a shape turned the wrong
 * way is believed only if the space says so and nothing speaks against it. An
 * apostrophe looks like a closing single mark: one behind "players" counts
 * only if no better one comes.
 *
 * A mark that never finds its partner is dropped and the paragraph is read
 * again behind it, a bounded number of times: it spoils at most its paragraph.
 * Linear. */
#include "stretches.h"
#include "text/characters.h"

#include <string.h>

typedef enum family { NO_MARK, DOUBLE, SINGLE, GUILLEMET, SMALL_GUILLEMET, CORNER } family;
typedef enum direction { EITHER, LEFT, RIGHT } direction; /* of its shape */

enum { DEEPEST = 6, MOST_RESTARTS = 8, MOST_AHEAD = 12 };

typedef struct mark {
    uint32_t token;
    uint32_t point; /* its code point; of '' and `` that of one half */
    uint8_t family;
    uint8_t direction;
    bool opens, closes; /* by the space around it */
    bool weak;          /* closes only if nothing better does: perhaps an apostrophe */
    bool apart;         /* the space around it says nothing */
} mark;

typedef BP_LIST(mark) mark_list;

typedef struct mark_finder {
    const bp_document *document;
    bp_stretch_list *stretches;
    mark_list marks; /* of one block */
    uint32_t block;
} mark_finder;

/* ---- one mark */

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

/* Family and direction of a token; NO_MARK for all that is none. */
static mark shape_of(const bp_document *document, uint32_t token)
{
    mark m = { .token = token, .point = first_point(document, token) };
    if (document->tokens.items[token].kind != BP_TOKEN_PUNCTUATION) return m;
    const bool twin = is_twin(document, token);
    switch (m.point) {
    case '"': m.family = DOUBLE; break;
    case 0x201C: m.family = DOUBLE; m.direction = LEFT; break;
    case 0x201D: m.family = DOUBLE; m.direction = RIGHT; break;
    case 0x201E: case 0x201F: m.family = DOUBLE; m.direction = LEFT; break;
    case '\'': m.family = twin ? DOUBLE : SINGLE; break;
    case '`': m.family = twin ? DOUBLE : SINGLE; m.direction = LEFT; break;
    case 0x2018: case 0x201A: case 0x201B: m.family = SINGLE; m.direction = LEFT; break;
    case 0x2019: m.family = SINGLE; m.direction = RIGHT; break;
    case 0xAB: m.family = GUILLEMET; m.direction = LEFT; break;
    case 0xBB: m.family = GUILLEMET; m.direction = RIGHT; break;
    case 0x2039: m.family = SMALL_GUILLEMET; m.direction = LEFT; break;
    case 0x203A: m.family = SMALL_GUILLEMET; m.direction = RIGHT; break;
    case 0x300C: case 0x300E: m.family = CORNER; m.direction = LEFT; break;
    case 0x300D: case 0x300F: m.family = CORNER; m.direction = RIGHT; break;
    default: break;
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
    static const char *const words[] = { "tis", "twas", "twere", "em", "cause", "til", "till", "n", "bout", "nuff", "cos" };
    const bp_token *t = &document->tokens.items[next];
    if (t->kind == BP_TOKEN_NUMBER) {
        const uint32_t length = t->end.byte - t->start.byte;
        return length >= 2 && length <= 3 && (length == 2 || document->text[t->end.byte - 1] == 's');
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (bp_token_is(document, next, words[i])) return true;
    return false;
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
static bool is_measure(const bp_document *document, const mark *m, uint32_t first)
{
    if (m->token < first + 1 || bp_token_has(document, m->token, BP_SPACE_BEFORE)) return false;
    if (document->tokens.items[m->token - 1].kind != BP_TOKEN_NUMBER) return false;
    if (m->family == SINGLE) {
        const bool number_follows = m->token + 1 < document->tokens.count &&
                                    document->tokens.items[m->token + 1].kind == BP_TOKEN_NUMBER;
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
static void judge_by_words(const bp_document *document, mark *m, uint32_t before, bool first, bool last)
{
    m->opens = !last;
    m->closes = !first;
    m->apart = true;
    if (first || last || m->direction != EITHER) return;
    const bp_token *next = &document->tokens.items[m->token + 1];
    const bool small = next->kind == BP_TOKEN_WORD && !(next->flags & BP_CAPITALIZED) && (next->flags & BP_HAS_LETTER);
    const bool capital = next->kind == BP_TOKEN_WORD && (next->flags & BP_CAPITALIZED);
    if (small && ends_words(before) && before != ',') m->opens = false;
    if (capital && (before == ':' || is_word(document, m->token - 1))) m->closes = false;
}

static void judge_single(const bp_document *document, mark *m, bool space_before, bool space_after, bool last)
{
    if (m->direction == RIGHT) m->opens = false;
    if (m->opens && !last && is_elision(document, m->token + 1)) m->opens = false;
    if (space_before && space_after && m->token > 0) { /* set apart: ' Hush! ' */
        const bool behind_words = ends_words(first_point(document, m->token - 1));
        m->closes = m->closes && behind_words && m->direction != LEFT;
        m->opens = m->opens && (behind_words || (!last && bp_token_has(document, m->token + 1, BP_CAPITALIZED)));
        return;
    }
    if (!m->closes) return;
    if (m->direction == LEFT || space_before) m->closes = false;
    if (!last && !space_after && is_word(document, m->token + 1)) m->closes = false;
    if (bp_token_is(document, m->token - 1, "n") || bp_token_is(document, m->token - 1, "o")) m->closes = false;
    m->weak = space_after && !last && is_word(document, m->token + 1) && is_word(document, m->token - 1) &&
              ends_like_apostrophe(document, m->token - 1);
}

/* Tells by the space around a mark, and by its shape, what it can do. */
static void judge(const bp_document *document, const bp_paragraph *block, mark *m)
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
    if (m->family == SINGLE) {
        judge_single(document, m, space_before, space_after, last);
    } else if (m->direction == LEFT) {
        m->opens = !last && !(close_look && !open_look);
        m->closes = close_look || (!open_look && m->closes && m->point == 0x201C);
    } else if (m->direction == RIGHT) {
        m->opens = open_look;
        m->closes = !first;
    }
}

static bool find_marks(mark_finder *finder, const bp_paragraph *block)
{
    const bp_document *document = finder->document;
    finder->marks.count = 0;
    for (uint32_t i = block->first; i < block->end; i++) {
        mark m = shape_of(document, i);
        if (m.family == NO_MARK || is_measure(document, &m, block->first)) continue;
        judge(document, block, &m);
        if (!m.opens && !m.closes) continue;
        mark *added = bp_push(document->arena, &finder->marks);
        if (!added) return false;
        *added = m;
    }
    return true;
}

/* ---- pairs */

/* Can `closer` end what `opener` began? */
static bool fits(const mark *opener, const mark *closer)
{
    if (opener->family != closer->family || !closer->closes) return false;
    const bool directed = closer->direction != EITHER && opener->direction != EITHER && opener->family != DOUBLE &&
                          opener->family != SINGLE;
    return !directed || closer->direction != opener->direction;
}

/* Does this mark, met inside a stretch, begin one within it? */
static bool nests(const mark *outer, const mark *inner)
{
    if (!inner->opens) return false;
    return outer->family != inner->family || outer->point != inner->point || inner->direction == LEFT;
}

static bool has_words(const bp_document *document, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (document->tokens.items[i].kind != BP_TOKEN_PUNCTUATION) return true;
    return false;
}

/* ''He said, 'No.''' : of three single marks the tokens take the first two. */
static bool is_stray_half(const mark_finder *finder, const mark *opener, uint32_t end)
{
    const bp_document *document = finder->document;
    return opener->family == DOUBLE && end < document->blocks.items[finder->block].end &&
           document->tokens.items[end].first == '\'' && is_twin(document, end - 1) && !is_twin(document, end) &&
           !bp_token_has(document, end, BP_SPACE_BEFORE) && document->tokens.items[end].kind == BP_TOKEN_PUNCTUATION;
}

static bool add_stretch(mark_finder *finder, const mark *opener, uint32_t end, bool closed, bool goes_on)
{
    if (!has_words(finder->document, opener->token + 1, closed ? end - 1 : end)) return true;
    uint32_t words_end = end;
    while (words_end > opener->token + 1 && shape_of(finder->document, words_end - 1).family != NO_MARK) words_end--;
    if (closed && is_stray_half(finder, opener, end)) end++;
    bp_stretch *stretch = bp_push(finder->document->arena, finder->stretches);
    if (!stretch) return false;
    *stretch = (bp_stretch){ .first = opener->token,
                             .end = end,
                             .words_end = words_end,
                             .block = finder->block,
                             .closed = closed,
                             .goes_on = goes_on,
                             .single = opener->family == SINGLE };
    return true;
}

/* A second opener of the same shape inside a stretch: nested, if two closers
 * follow; else the first was never closed. */
static bool is_nested_pair(const mark_list *marks, uint32_t inner)
{
    const mark *m = &marks->items[inner];
    uint32_t closed = 0;
    for (uint32_t i = inner + 1; i < marks->count && i < inner + MOST_AHEAD; i++) {
        const mark *next = &marks->items[i];
        if (next->family != m->family) continue;
        if (!next->closes || next->opens) return false;
        if (++closed == 2) return true;
    }
    return false;
}

/* Walks from the opener at `from`; gives the index of its closer, or the number
 * of marks. `weak` gets the first closer that may be an apostrophe, and
 * `clash` the first mark that says the opener has no partner. */
static uint32_t find_closer(const mark_list *marks, uint32_t from, uint32_t *weak, uint32_t *clash)
{
    const mark *open[DEEPEST] = { &marks->items[from] };
    uint32_t depth = 1;
    *weak = *clash = marks->count;
    for (uint32_t i = from + 1; i < marks->count; i++) {
        const mark *m = &marks->items[i];
        if (open[0]->family == DOUBLE && m->family == SINGLE) continue;
        if (fits(open[depth - 1], m) && !(m->weak && depth == 1)) {
            if (--depth == 0) return i;
        } else if (depth > 1 && fits(open[0], m) && !m->weak && !m->opens) {
            return i;
        } else if (m->weak && depth == 1 && fits(open[0], m)) {
            if (*weak == marks->count) *weak = i;
        } else if (nests(open[depth - 1], m) &&
                   (m->point != open[0]->point || depth > 1 || is_nested_pair(marks, i))) {
            if (depth < DEEPEST) open[depth++] = m;
        } else if (m->opens && depth == 1) {
            *clash = i;
            return marks->count;
        }
    }
    return marks->count;
}

/* The first block behind this one that is read and has tokens. */
static uint32_t next_read_block(const bp_document *document, uint32_t block)
{
    for (block++; block < document->blocks.count; block++) {
        const bp_paragraph *b = &document->blocks.items[block];
        if (b->first < b->end) return bp_block_is_read(document, block) ? block : BP_NONE;
    }
    return BP_NONE;
}

static bool is_reopened(const mark_finder *finder, const mark *opener)
{
    const bp_document *document = finder->document;
    const uint32_t next = next_read_block(document, finder->block);
    if (next == BP_NONE) return false;
    const bp_paragraph *block = &document->blocks.items[next];
    mark m = shape_of(document, block->first);
    if (m.family != opener->family) return false;
    judge(document, block, &m);
    return m.opens;
}

/* Is a quotation so likely here that it may lack its closing mark? It opens the
 * paragraph or a sentence, or a comma or colon brings it in. */
static bool opens_surely(const mark_finder *finder, const mark *opener)
{
    const bp_paragraph *block = &finder->document->blocks.items[finder->block];
    if (opener->family == SINGLE) return false;
    if (opener->token == block->first) return true;
    const uint32_t before = first_point(finder->document, opener->token - 1);
    return before == ',' || before == ':' || before == '.' || before == '?' || before == '!';
}

/* An opener without a closer in its block: continued in the next paragraph,
 * ended by the paragraph, or no quotation at all. */
static bool take_unclosed(mark_finder *finder, const mark *opener)
{
    const uint32_t end = finder->document->blocks.items[finder->block].end;
    if (is_reopened(finder, opener)) return add_stretch(finder, opener, end, false, true);
    return !opens_surely(finder, opener) || add_stretch(finder, opener, end, false, false);
}

/* Of two marks that the space does not explain: whole sentences between them
 * end in a stop, a comma or the like; otherwise they are two ends of two
 * quotations, and one mark in between is missing. */
static bool is_false_pair(const mark_finder *finder, const mark *opener, const mark *closer)
{
    const bp_document *document = finder->document;
    const uint32_t before = closer->token - 1;
    const bool plain = is_word(document, before) && !bp_token_has(document, before, BP_ENDS_IN_STOP);
    if (!opener->apart || !closer->apart || !plain) return false;
    return document->tokens.items[opener->token + 1].sentence != document->tokens.items[before].sentence;
}

static bool pair_marks(mark_finder *finder)
{
    uint32_t restarts = 0;
    for (uint32_t i = 0; i < finder->marks.count; i++) {
        const mark *opener = &finder->marks.items[i];
        uint32_t weak, clash;
        if (!opener->opens) continue;
        uint32_t closer = find_closer(&finder->marks, i, &weak, &clash);
        if (closer == finder->marks.count && weak < finder->marks.count) closer = weak;
        if (closer < finder->marks.count && is_false_pair(finder, opener, &finder->marks.items[closer])) continue;
        if (closer < finder->marks.count) {
            if (!add_stretch(finder, opener, finder->marks.items[closer].token + 1, true, false)) return false;
            i = closer;
        } else if (clash < finder->marks.count) {
            i = clash - 1; /* nothing closes before the next one opens: this one is a stray */
        } else {
            const uint32_t before = finder->stretches->count;
            if (!take_unclosed(finder, opener)) return false;
            if (finder->stretches->count > before || ++restarts > MOST_RESTARTS) return true;
        }
    }
    return true;
}

bool bp_find_stretches(const bp_document *document, bp_stretch_list *stretches)
{
    mark_finder finder = { .document = document, .stretches = stretches };
    for (uint32_t i = 0; i < document->blocks.count; i++) {
        if (!bp_block_is_read(document, i)) continue;
        finder.block = i;
        if (!find_marks(&finder, &document->blocks.items[i]) || !pair_marks(&finder)) return false;
    }
    return true;
}

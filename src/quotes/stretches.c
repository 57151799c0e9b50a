/* Stretches: which quotation marks belong together.
 *
 * Styles are told apart as far as they can close each other. A mark that may be
 * an apostrophe closes only if no better one comes. A mark that never finds its
 * partner is dropped and the paragraph is read again behind it, a bounded number
 * of times: it spoils at most its paragraph. Linear. */
#include "quotes/stretches.h"
#include "quotes/marks.h"
#include "text/characters.h"

enum { DEEPEST = 6, MOST_RESTARTS = 8, MOST_AHEAD = 12, LONGEST_SUBJECT = 14 };

typedef BP_LIST(bp_mark) mark_list;

typedef struct mark_finder {
    const bp_document *document;
    bp_stretch_list *stretches;
    mark_list marks; /* of one block, or of one stretch */
    uint32_t block;
    uint32_t end; /* token behind the block, or behind what stands inside the stretch */
    uint32_t outer;
} mark_finder;

static uint32_t first_point(const bp_document *document, uint32_t token)
{
    size_t length;
    return bp_decode(document->text + document->tokens.items[token].start.byte, &length);
}

static bool ends_in_ed(bp_view word)
{
    return word.length > 3 && word.at[word.length - 1] == 'd' && word.at[word.length - 2] == 'e';
}

static bool is_word(const bp_document *document, uint32_t token)
{
    return document->tokens.items[token].kind <= BP_TOKEN_NUMBER;
}

/* The marks between two tokens. `block` bounds them. */
static bool find_marks(mark_finder *finder, const bp_paragraph *block)
{
    finder->marks.count = 0;
    for (uint32_t i = block->first; i < block->end; i++) {
        const bp_mark m = bp_mark_at(finder->document, block, i);
        if (!m.opens && !m.closes) continue;
        bp_mark *added = bp_push(finder->document->arena, &finder->marks);
        if (!added) return false;
        *added = m;
    }
    return true;
}

/* Can `closer` end what `opener` began? */
static bool fits(const bp_mark *opener, const bp_mark *closer)
{
    if (opener->family != closer->family || !closer->closes) return false;
    const bool directed = closer->direction != BP_EITHER && opener->direction != BP_EITHER &&
                          opener->family != BP_DOUBLE && opener->family != BP_SINGLE;
    const bool apart = opener->opens && !opener->closes && closer->closes && !closer->opens; /* »...» */
    return !directed || apart || closer->direction != opener->direction;
}

/* Does this mark, met inside a stretch, begin one within it? */
static bool nests(const bp_mark *outer, const bp_mark *inner)
{
    if (!inner->opens) return false;
    return outer->family != inner->family || outer->point != inner->point || inner->direction == BP_LEFT;
}

static bool has_words(const bp_document *document, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (document->tokens.items[i].kind != BP_TOKEN_PUNCTUATION) return true;
    return false;
}

/* ''He said, 'No.''' : of three single marks the tokens take the first two. */
static bool is_stray_half(const mark_finder *finder, const bp_mark *opener, uint32_t end)
{
    const bp_document *document = finder->document;
    return opener->family == BP_DOUBLE && end < finder->end && bp_mark_shape(document, end - 1).family == BP_DOUBLE &&
           bp_mark_shape(document, end).family == BP_SINGLE && !bp_token_has(document, end, BP_SPACE_BEFORE) &&
           document->tokens.items[end].kind == BP_TOKEN_PUNCTUATION;
}

static bool add_stretch(mark_finder *finder, const bp_mark *opener, uint32_t end, bool closed, bool goes_on)
{
    if (!has_words(finder->document, opener->token + 1, closed ? end - 1 : end)) return true;
    uint32_t words_end = end;
    while (words_end > opener->token + 1 && bp_mark_shape(finder->document, words_end - 1).family != BP_NO_MARK)
        words_end--;
    if (closed && is_stray_half(finder, opener, end)) end++;
    bp_stretch *stretch = bp_push(finder->document->arena, finder->stretches);
    if (!stretch) return false;
    *stretch = (bp_stretch){ .first = opener->token,
                             .end = end,
                             .words_end = words_end,
                             .block = finder->block,
                             .outer = finder->outer,
                             .closed = closed,
                             .goes_on = goes_on,
                             .single = opener->family == BP_SINGLE };
    return true;
}

/* A second opener of the same shape inside a stretch: nested, if two closers
 * follow; else the first was never closed. */
static bool is_nested_pair(const mark_list *marks, uint32_t inner)
{
    const bp_mark *m = &marks->items[inner];
    uint32_t closed = 0;
    for (uint32_t i = inner + 1; i < marks->count && i < inner + MOST_AHEAD; i++) {
        const bp_mark *next = &marks->items[i];
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
    const bp_mark *open[DEEPEST] = { &marks->items[from] };
    uint32_t depth = 1;
    *weak = *clash = marks->count;
    for (uint32_t i = from + 1; i < marks->count; i++) {
        const bp_mark *m = &marks->items[i];
        if (open[0]->family == BP_DOUBLE && m->family == BP_SINGLE) continue;
        if (fits(open[depth - 1], m) && !(m->weak && depth == 1)) {
            if (--depth == 0) return i;
        } else if (depth > 1 && fits(open[0], m) && !m->weak && !m->opens) {
            return i;
        } else if (m->weak && depth == 1 && fits(open[0], m)) {
            if (*weak == marks->count) *weak = i;
        } else if (nests(open[depth - 1], m) && (m->point != open[0]->point || depth > 1 || is_nested_pair(marks, i))) {
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

static bool is_reopened(const mark_finder *finder, const bp_mark *opener)
{
    const bp_document *document = finder->document;
    const uint32_t next = next_read_block(document, finder->block);
    if (next == BP_NONE) return false;
    const bp_paragraph *block = &document->blocks.items[next];
    const bp_mark m = bp_mark_at(document, block, block->first);
    return m.family == opener->family && m.opens;
}

/* Is a quotation so likely here that it may lack its closing mark? It opens the
 * paragraph or a sentence, or a comma or colon brings it in. */
static bool opens_surely(const mark_finder *finder, const bp_mark *opener)
{
    const bp_paragraph *block = &finder->document->blocks.items[finder->block];
    const uint32_t before = opener->token > block->first ? first_point(finder->document, opener->token - 1) : 0;
    const bool capital =
        opener->token + 1 < block->end && bp_token_has(finder->document, opener->token + 1, BP_CAPITALIZED);
    if (opener->family == BP_SINGLE) return before == ':' && capital; /* else it may be an apostrophe */
    if (opener->token == block->first) return true;
    return before == ',' || before == ':' || before == '.' || before == '?' || before == '!';
}

/* Can the token stand between the comma and the verb of ", the mayor of Turin, X, said"? */
static bool names_somebody(const bp_document *document, uint32_t token)
{
    const bp_token *t = &document->tokens.items[token];
    const uint64_t classes = bp_token_classes(document, token);
    const uint64_t never = BP_WORDS_AUXILIARIES | BP_WORDS_CONJUNCTIONS | BP_WORDS_SUBORDINATORS | BP_WORDS_FINITE;
    if (t->kind == BP_TOKEN_NUMBER || bp_token_is(document, token, ",")) return true;
    if (t->kind != BP_TOKEN_WORD) return false;
    if (t->flags & BP_CAPITALIZED) return !(classes & (BP_WORDS_STARTERS | never));
    return !(classes & never) && !(classes & BP_WORDS_SUBJECT_PRONOUNS && !(classes & (BP_WORDS_MEN | BP_WORDS_WOMEN)));
}

/* said, told, warned: not what is only an -s, which may be a noun. */
static bool is_telling(const bp_document *document, uint32_t token)
{
    const uint64_t classes = bp_token_classes(document, token);
    return (classes & (BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL)) && document->tokens.items[token].kind == BP_TOKEN_WORD &&
           ((classes & BP_WORDS_TENSE_PAST) || ends_in_ed(bp_token_word(document, token)->lower));
}

/* Behind the comma where words that nobody closed go over into their attribution:
 * "We are buying cows, | the mayor said."; `end`: nowhere. */
static uint32_t attribution_start(const bp_document *document, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i + 2 < end; i++) {
        if (!bp_token_is(document, i, ",")) continue;
        uint32_t verb = i + 1;
        while (verb < end && verb - i < LONGEST_SUBJECT && !is_telling(document, verb) &&
               names_somebody(document, verb))
            verb++;
        if (verb < end && verb - i < LONGEST_SUBJECT && is_telling(document, verb)) return i + 1;
    }
    return end;
}

/* An opener without a closer in its block: continued in the next paragraph,
 * ended by the paragraph, or no quotation at all. */
static bool take_unclosed(mark_finder *finder, const bp_mark *opener)
{
    if (finder->outer != BP_NONE) return true;
    const uint32_t end = finder->document->blocks.items[finder->block].end;
    if (is_reopened(finder, opener)) return add_stretch(finder, opener, end, false, true);
    if (!opens_surely(finder, opener)) return true;
    return add_stretch(finder, opener, attribution_start(finder->document, opener->token + 1, end), false, false);
}

/* Of two marks that the space does not explain: whole sentences between them
 * end in a stop, a comma or the like; otherwise they are two ends of two
 * quotations, and one mark in between is missing. */
static bool is_false_pair(const mark_finder *finder, const bp_mark *opener, const bp_mark *closer)
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
        const bp_mark *opener = &finder->marks.items[i];
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
    mark_finder finder = { .document = document, .stretches = stretches, .outer = BP_NONE };
    for (uint32_t i = 0; i < document->blocks.count; i++) {
        if (!bp_block_is_read(document, i)) continue;
        finder.block = i;
        finder.end = document->blocks.items[i].end;
        if (!find_marks(&finder, &document->blocks.items[i]) || !pair_marks(&finder)) return false;
    }
    return true;
}

bool bp_find_inner_stretches(const bp_document *document, const bp_stretch_list *outer, uint32_t index,
                             bp_stretch_list *stretches)
{
    const bp_stretch *stretch = &outer->items[index];
    mark_finder finder = { .document = document, .stretches = stretches, .block = stretch->block, .outer = index };
    const uint32_t end = stretch->closed ? stretch->end - 1 : stretch->end;
    const bp_paragraph inside = { .first = stretch->first + 1, .end = end };
    if (inside.first >= inside.end) return true;
    finder.end = end;
    return find_marks(&finder, &inside) && pair_marks(&finder);
}

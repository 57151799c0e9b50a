/* Attribution: from a stretch in marks to its cue. First to the right, where
 * news puts it ("...," she said), then to the left up to the nearest cue, then,
 * for a question or a cry, into the next sentence. Bounded by constants. */
#include "quotes/attribution.h"
#include "text/characters.h"

enum { FARTHEST_RIGHT = 40, FARTHEST_LEFT = 70, LONGEST_TAIL = 14 };

static uint32_t first_point(const bp_document *document, uint32_t token)
{
    size_t length;
    return bp_decode(document->text + document->tokens.items[token].start.byte, &length);
}

static const bp_stretch *stretch_of(const bp_narration *n, uint32_t unit)
{
    return &n->stretches.items[n->units.items[unit].index];
}

/* The code point that ends the words in marks. */
static uint32_t last_point(const bp_narration *n, uint32_t stretch)
{
    return first_point(n->document, bp_stretch_words_end(stretch_of(n, stretch)) - 1);
}

bool bp_stretch_runs_on(const bp_narration *n, uint32_t stretch)
{
    const uint32_t p = last_point(n, stretch);
    if (p == ',' || p == '?' || p == '!' || p == '-' || p == 0x2026 || (p >= 0x2012 && p <= 0x2015)) return true;
    const bp_token *last = &n->document->tokens.items[bp_stretch_words_end(stretch_of(n, stretch)) - 1];
    if (p == '.' && last->end.byte - last->start.byte > 1) return true; /* an ellipsis */
    const uint32_t next = stretch + 1;
    if (next >= n->units.count || bp_unit_at(n, next)->line != bp_unit_at(n, stretch)->line) return false;
    return bp_unit_is(n, next, BP_UNIT_COMMA) || bp_unit_is(n, next, BP_UNIT_DASH);
}

static const uint64_t after_classes = BP_CUES_OF_SPEECH | BP_WORDS_CUE_MANNER | BP_WORDS_CUE_THINK;

/* Is the way from `first` to the subject free of anything but adverbs and "as"? */
static bool is_adjacent(const bp_narration *n, uint32_t first, uint32_t subject)
{
    if (subject > first + 3) return false;
    for (uint32_t i = first; i < subject; i++)
        if (!bp_is_adverb(n, i) && !bp_unit_says(n, i, "as") && !bp_unit_is(n, i, BP_UNIT_COMMA)) return false;
    return true;
}

/* [subject] ... cue, from `first` on. */
static bp_attribution subject_then_cue(const bp_narration *n, uint32_t first, uint32_t limit)
{
    bp_attribution none = { 0 };
    if (limit > first + FARTHEST_RIGHT) limit = first + FARTHEST_RIGHT;
    for (uint32_t i = first; i < limit; i++) {
        const uint8_t kind = bp_unit_at(n, i)->kind;
        if (kind == BP_UNIT_STRETCH || kind == BP_UNIT_COLON || kind == BP_UNIT_SEMICOLON) break;
        const bp_cue cue = bp_cue_at(n, i, first, after_classes);
        if (!bp_is_cue(&cue) || cue.end - cue.first > 1) continue;
        const bp_subject subject = bp_subject_before(n, i, first);
        if (!subject.way || !is_adjacent(n, first, subject.phrase.first)) continue;
        return (bp_attribution){ BP_TIE_AFTER, cue, subject };
    }
    return none;
}

/* said Nkrumah; according to Nkrumah */
static bp_attribution cue_then_subject(const bp_narration *n, uint32_t first, uint32_t limit)
{
    bp_attribution none = { 0 };
    while (first < limit && bp_is_adverb(n, first)) first++;
    if (first >= limit) return none;
    const bool phrase = first + 1 < limit && bp_unit_says(n, first, "according");
    const bp_cue cue = bp_cue_at(n, phrase ? first + 1 : first, first, BP_WORDS_CUE_SAY | BP_WORDS_CUE_MANNER);
    if (!bp_is_cue(&cue) || bp_unit_ends(n, first, "ing") != phrase) return none;
    const bp_subject subject =
        phrase ? bp_cue_subject(n, &cue, first, limit) : bp_subject_after(n, first, limit);
    return subject.way ? (bp_attribution){ BP_TIE_INVERTED, cue, subject } : none;
}

static bp_attribution after(const bp_narration *n, uint32_t stretch)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, stretch)->line];
    uint32_t first = stretch + 1;
    const bool runs_on = bp_stretch_runs_on(n, stretch);
    if (first < line->end && (bp_unit_is(n, first, BP_UNIT_COMMA) || bp_unit_is(n, first, BP_UNIT_DASH))) first++;
    if (first >= line->end) return (bp_attribution){ 0 };
    const bp_attribution inverted = cue_then_subject(n, first, line->end);
    if (inverted.tie && (runs_on || stretch == line->first || inverted.cue.end - inverted.cue.first > 1)) return inverted;
    if (!runs_on && stretch != line->first) return (bp_attribution){ 0 };
    return subject_then_cue(n, first, line->end);
}

/* "...?" Nkrumah asked. The next sentence, if it is nothing but that. */
static bp_attribution next_line(const bp_narration *n, uint32_t stretch)
{
    const uint32_t own = bp_unit_at(n, stretch)->line;
    bp_attribution none = { 0 };
    if (own + 1 >= n->lines.count || n->lines.items[own].end != stretch + 1) return none;
    const bp_line *line = &n->lines.items[own + 1];
    if (line->block != n->lines.items[own].block) return none;
    if (bp_unit_is(n, line->first, BP_UNIT_DASH)) return none;
    bp_attribution found = cue_then_subject(n, line->first, line->end);
    if (!found.tie) found = subject_then_cue(n, line->first, line->end);
    if (!found.tie || !(found.cue.classes & (BP_WORDS_CUE_SAY | BP_WORDS_CUE_MANNER))) return none;
    const uint32_t behind = found.tie == BP_TIE_AFTER ? found.cue.end : found.subject.phrase.end;
    if (line->end - behind > LONGEST_TAIL) return none;
    for (uint32_t i = behind; i < line->end; i++) {
        const uint8_t kind = bp_unit_at(n, i)->kind;
        if (kind == BP_UNIT_STRETCH || kind == BP_UNIT_COLON || bp_is_finite_verb(n, i) || bp_unit_says(n, i, "that"))
            return none;
    }
    found.tie = BP_TIE_NEXT_LINE;
    return found;
}

/* "..." - Ama Nkrumah, at the end of a line, or on the next. */
static bp_attribution dash(const bp_narration *n, uint32_t stretch)
{
    bp_attribution none = { 0 };
    const uint32_t own = bp_unit_at(n, stretch)->line;
    uint32_t first = stretch + 1, limit = n->lines.items[own].end;
    if (first == limit && own + 1 < n->lines.count) limit = n->lines.items[own + 1].end;
    if (first + 1 >= limit || !bp_unit_is(n, first, BP_UNIT_DASH) || !bp_unit_is(n, first + 1, BP_UNIT_NAME)) return none;
    const bp_noun_phrase phrase = bp_phrase_after(n, first + 1, limit);
    const bool ends = phrase.end == limit || bp_unit_is(n, phrase.end, BP_UNIT_COMMA) || bp_unit_is(n, phrase.end, BP_UNIT_STOP);
    if (!ends || bp_stretch_runs_on(n, stretch)) return none;
    return (bp_attribution){ BP_TIE_DASH, { first, first + 1, 0, false }, { phrase, BP_SUBJECT_AFTER } };
}

/* Nkrumah: "..." at the head of a line. */
static bp_attribution label(const bp_narration *n, uint32_t stretch, uint32_t least)
{
    bp_attribution none = { 0 };
    if (stretch < least + 2 || !bp_unit_is(n, stretch - 1, BP_UNIT_COLON)) return none;
    const bp_noun_phrase phrase = bp_phrase_before(n, stretch - 1, least);
    if (!bp_is_phrase(phrase) || phrase.first != least || phrase.end - phrase.first > 6) return none;
    const bool speaks = bp_unit_is(n, phrase.head, BP_UNIT_NAME) ||
                        bp_unit_in(n, phrase.head, BP_WORDS_ROLES | BP_WORDS_BODIES | BP_WORDS_SUBJECT_PRONOUNS);
    if (!speaks) return none;
    return (bp_attribution){ BP_TIE_LABEL, { stretch - 1, stretch, 0, false }, { phrase, BP_SUBJECT_BEFORE } };
}

/* The nearest cue to the left. */
static bp_attribution before(const bp_narration *n, uint32_t stretch, uint32_t least, uint32_t limit)
{
    bp_attribution none = { 0 };
    const uint32_t from = stretch > FARTHEST_LEFT && least < stretch - FARTHEST_LEFT ? stretch - FARTHEST_LEFT : least;
    for (uint32_t i = stretch; i-- > from;) {
        if (bp_unit_is(n, i, BP_UNIT_SEMICOLON)) break;
        const bp_cue cue = bp_cue_at(n, i, from, BP_CUES_WITH_WORDS | (i + 2 >= stretch ? BP_WORDS_CUE_MANNER : 0));
        if (!bp_is_cue(&cue)) continue;
        const bp_subject subject = bp_cue_subject(n, &cue, from, limit);
        const bool direct = bp_unit_is(n, stretch - 1, BP_UNIT_COMMA) || bp_unit_is(n, stretch - 1, BP_UNIT_COLON) ||
                            i + 1 == stretch;
        return (bp_attribution){ direct ? BP_TIE_BEFORE : BP_TIE_CLAUSE, cue, subject };
    }
    return none;
}

/* No cue at all: the verb of the clause and its subject. */
static bp_attribution by_verb(const bp_narration *n, uint32_t stretch, uint32_t least)
{
    bp_attribution none = { 0 };
    const bp_subject subject = bp_main_subject(n, stretch, least);
    if (!subject.way) return none;
    uint32_t verb = subject.phrase.end;
    while (verb < stretch && !bp_is_finite_verb(n, verb)) verb++;
    if (verb == stretch) return none;
    while (verb + 1 < stretch && bp_unit_in(n, verb, BP_WORDS_AUXILIARIES) && bp_unit_is(n, verb + 1, BP_UNIT_WORD)) verb++;
    return (bp_attribution){ BP_TIE_VERB, { verb, verb + 1, 0, false }, subject };
}

bp_attribution bp_attribute(const bp_narration *n, uint32_t stretch)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, stretch)->line];
    bp_attribution right = after(n, stretch);
    const bp_attribution named = label(n, stretch, line->first);
    if (named.tie) return named;
    const bp_attribution left = before(n, stretch, line->first, line->end);
    if (right.tie && !(left.tie == BP_TIE_BEFORE && left.subject.way && bp_unit_is(n, stretch - 1, BP_UNIT_COLON))) return right;
    if (left.tie) return left;
    right = next_line(n, stretch);
    if (right.tie) return right;
    right = dash(n, stretch);
    if (right.tie) return right;
    return by_verb(n, stretch, line->first);
}

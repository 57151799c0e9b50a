/* Labels and signatures. A label opens its line and ends in a colon right before
 * the marks; a live blog sets a time before it, an interview writes Q and A. A
 * signature stands behind a dash: a name with what is said about it, or, where
 * the quotation is all of its paragraph, whatever words are there. Bounded. */
#include "quotes/labels.h"
#include "quotes/echoes.h"

enum { LONGEST_LABEL = 16, LONGEST_TIME = 6, LONGEST_SIGNATURE = 24, MOST_WORDS = 6 };

static bool is_letter(const bp_narration *n, uint32_t unit, char letter)
{
    const bp_unit *u = bp_unit_at(n, unit);
    if (u->kind > BP_UNIT_NAME || u->end != u->first + 1) return false;
    const bp_view text = bp_token_text(n->document, u->first);
    return text.length == 1 && text.at[0] == letter;
}

bool bp_is_question_label(const bp_narration *n, uint32_t unit)
{
    return is_letter(n, unit, 'Q');
}

bool bp_is_answer_label(const bp_narration *n, uint32_t unit)
{
    return is_letter(n, unit, 'A');
}

/* Behind the time that opens a line of a live blog: 17:12 | X; 9:40 a.m. | X */
static uint32_t behind_time(const bp_narration *n, uint32_t first, uint32_t limit)
{
    uint32_t i = first;
    if (!bp_unit_is(n, i, BP_UNIT_NUMBER)) return first;
    if (limit > first + LONGEST_TIME) limit = first + LONGEST_TIME;
    for (i++; i < limit; i++) {
        const uint8_t kind = bp_unit_at(n, i)->kind;
        const bool half = bp_unit_says(n, i, "a.m.") || bp_unit_says(n, i, "p.m.") || bp_unit_says(n, i, "am") ||
                          bp_unit_says(n, i, "pm");
        if (!half && kind != BP_UNIT_NUMBER && kind != BP_UNIT_COLON && kind != BP_UNIT_STOP && kind != BP_UNIT_DASH)
            break;
    }
    return i;
}

static bool is_speaker_noun(const bp_narration *n, uint32_t unit)
{
    return bp_unit_is(n, unit, BP_UNIT_WORD) &&
           bp_unit_in(n, unit, BP_WORDS_ROLES | BP_WORDS_BODIES | BP_WORDS_DOCUMENTS | BP_WORDS_SUBJECT_PRONOUNS);
}

static bool is_determiner(const bp_narration *n, uint32_t unit)
{
    return bp_unit_is(n, unit, BP_UNIT_WORD) && bp_unit_in(n, unit, BP_WORDS_DETERMINERS);
}

/* X, Evening Post: "..." and X (Evening Post): "..." and Reporter (unnamed): "...":
 * what opens the line, if no verb stands before the colon. */
static bp_noun_phrase described_label(const bp_narration *n, uint32_t colon, uint32_t least)
{
    const bp_noun_phrase none = { least, least, least };
    const bool named = bp_may_name_person(n, least) && bp_unit_mention(n, least);
    if (colon - least > LONGEST_LABEL || colon < least + 2 || !(named || is_speaker_noun(n, least))) return none;
    const uint8_t next = bp_unit_at(n, least + 1)->kind;
    if (next != BP_UNIT_COMMA && next != BP_UNIT_OPEN) return none;
    for (uint32_t i = least + 1; i < colon; i++)
        if (bp_is_finite_verb(n, i)) return none;
    return (bp_noun_phrase){ least, least + 1, least };
}

/* Here's Nkrumah in December 1992: whom the sentence presents. */
static bp_noun_phrase presented(const bp_narration *n, uint32_t colon, uint32_t least)
{
    const bp_noun_phrase none = { least, least, least };
    const bool here = bp_unit_says(n, least, "here") || bp_unit_says(n, least, "this");
    if (!here || least + 2 >= colon || colon - least > LONGEST_LABEL) return none;
    if (!bp_unit_in(n, least + 1, BP_WORDS_BE_FORMS) && !bp_is_possessive(n, least + 1)) return none;
    const bp_noun_phrase phrase = bp_phrase_after(n, least + 2, colon);
    return bp_is_phrase(phrase) && bp_unit_mention(n, phrase.head) && bp_may_name_person(n, phrase.head) ? phrase
                                                                                                         : none;
}

/* MOOD SHIFTS - Ama Nkrumah: the name behind a dash. */
static bool is_behind_dash(const bp_narration *n, bp_noun_phrase phrase)
{
    return bp_unit_is(n, phrase.first - 1, BP_UNIT_DASH) && bp_may_name_person(n, phrase.head);
}

static bp_noun_phrase label_phrase(const bp_narration *n, uint32_t colon, uint32_t least)
{
    const bp_noun_phrase none = { least, least, least };
    if (colon == least + 1 && (bp_is_question_label(n, least) || bp_is_answer_label(n, least)))
        return (bp_noun_phrase){ least, least + 1, least };
    bp_noun_phrase phrase = described_label(n, colon, least);
    if (!bp_is_phrase(phrase)) phrase = presented(n, colon, least);
    if (bp_is_phrase(phrase)) return phrase;
    const uint64_t verbs = BP_CUES_WITH_WORDS | BP_WORDS_CUE_MANNER | BP_WORDS_VERBS;
    const bool verb = colon > least + 1 && bp_unit_ends(n, colon - 1, "s") && bp_unit_in(n, colon - 1, verbs);
    if (verb) return none; /* A plate on the door reads: */
    phrase = bp_phrase_before(n, colon, least);
    if (!bp_is_phrase(phrase) || phrase.end - phrase.first > MOST_WORDS) return none;
    if (phrase.first != least && !bp_unit_says(n, phrase.first - 1, "from") && !is_behind_dash(n, phrase)) return none;
    return bp_unit_is(n, phrase.head, BP_UNIT_NAME) || is_speaker_noun(n, phrase.head) ? phrase : none;
}

bp_attribution bp_label_of(const bp_narration *n, uint32_t stretch)
{
    const bp_attribution none = { 0 };
    const bp_line *line = &n->lines.items[bp_unit_at(n, stretch)->line];
    if (stretch < line->first + 2 || !bp_unit_is(n, stretch - 1, BP_UNIT_COLON)) return none;
    const uint32_t least = behind_time(n, line->first, stretch - 1);
    if (least + 2 > stretch) return none;
    const bp_noun_phrase phrase = label_phrase(n, stretch - 1, least);
    if (!bp_is_phrase(phrase)) return none;
    return (bp_attribution){ BP_TIE_LABEL, { stretch - 1, stretch, 0, false }, { phrase, BP_SUBJECT_BEFORE } };
}

/* ---- signatures */

/* "...": X on her year, in a headline. */
static bp_attribution headline_name(const bp_narration *n, uint32_t stretch)
{
    const bp_attribution none = { 0 };
    const bp_line *line = &n->lines.items[bp_unit_at(n, stretch)->line];
    const uint32_t colon = stretch + 1;
    if (stretch != line->first || colon + 1 >= line->end || !bp_unit_is(n, colon, BP_UNIT_COLON)) return none;
    if (!bp_is_display(n, line->block)) return none;
    const bp_noun_phrase phrase = bp_phrase_after(n, colon + 1, line->end);
    const bool named = bp_is_phrase(phrase) && bp_unit_mention(n, phrase.head) && bp_may_name_person(n, phrase.head);
    if (!named) return none;
    return (bp_attribution){ BP_TIE_LABEL, { colon, colon + 1, 0, false }, { phrase, BP_SUBJECT_AFTER } };
}

static uint32_t without_stop(const bp_narration *n, uint32_t first, uint32_t end)
{
    while (end > first && bp_unit_is(n, end - 1, BP_UNIT_STOP)) end--;
    return end;
}

/* Is the quotation all that stands before the signature in its paragraph, and the
 * signature all that stands behind it? */
static bool fills_block(const bp_narration *n, uint32_t stretch, uint32_t limit)
{
    const bp_unit *u = bp_unit_at(n, stretch);
    const bp_paragraph *block = &n->document->blocks.items[n->stretches.items[u->index].block];
    return u->first == block->first && bp_unit_at(n, limit - 1)->end == block->end;
}

/* A name with what is said about it: Lord X, in a debate. */
static bp_noun_phrase signed_name(const bp_narration *n, uint32_t first, uint32_t limit)
{
    const bp_noun_phrase none = { first, first, first }, phrase = bp_phrase_after(n, first, limit);
    if (!bp_is_phrase(phrase) || !bp_unit_is(n, phrase.head, BP_UNIT_NAME) || is_determiner(n, first)) return none;
    const bool ends =
        phrase.end == limit || bp_unit_is(n, phrase.end, BP_UNIT_COMMA) || bp_unit_is(n, phrase.end, BP_UNIT_STOP);
    return ends ? phrase : none;
}

bp_attribution bp_signature_of(const bp_narration *n, uint32_t stretch)
{
    const bp_attribution none = { 0 };
    const bp_attribution headed = headline_name(n, stretch);
    if (headed.tie) return headed;
    const uint32_t own = bp_unit_at(n, stretch)->line, dash = stretch + 1;
    uint32_t limit = n->lines.items[own].end;
    if (dash == limit && own + 1 < n->lines.count) limit = n->lines.items[own + 1].end;
    const bool hyphen = dash < limit && bp_unit_is(n, dash, BP_UNIT_HYPHEN); /* "..." -Ama Nkrumah, Accra */
    if (dash + 1 >= limit || !(hyphen || bp_unit_is(n, dash, BP_UNIT_DASH)) || bp_last_point(n, stretch) == ',')
        return none;
    bp_noun_phrase phrase = signed_name(n, dash + 1, limit);
    if (hyphen && !bp_is_phrase(phrase)) return none;
    if (!bp_is_phrase(phrase)) {
        const uint32_t end = without_stop(n, dash + 1, limit);
        if (!fills_block(n, stretch, limit) || end == dash + 1 || end - dash > LONGEST_SIGNATURE) return none;
        phrase = (bp_noun_phrase){ dash + 1, end, dash + 1 };
    }
    return (bp_attribution){ BP_TIE_DASH, { dash, dash + 1, 0, false }, { phrase, BP_SUBJECT_AFTER } };
}

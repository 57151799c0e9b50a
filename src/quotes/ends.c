/* Ends of indirect speech. Each look is bounded by its line. */
#include "quotes/ends.h"
#include "quotes/clauses.h"

enum { FARTHEST_SUBJECT = 50, FARTHEST_REPORT = 9 };

uint32_t bp_without_stop(const bp_narration *n, const bp_line *line)
{
    uint32_t end = line->end;
    while (end > line->first && (bp_unit_is(n, end - 1, BP_UNIT_STOP) || bp_unit_is(n, end - 1, BP_UNIT_COLON))) end--;
    return end;
}

/* Does somebody else's saying begin here: and aides say; while Nkrumah said? */
bool bp_opens_report(const bp_narration *n, uint32_t joint, uint32_t limit)
{
    if (limit > joint + FARTHEST_REPORT) limit = joint + FARTHEST_REPORT;
    for (uint32_t i = joint + 1; i < limit; i++) {
        if (bp_unit_is(n, i, BP_UNIT_COMMA) || bp_unit_is(n, i, BP_UNIT_STRETCH)) return false;
        const bool said =
            bp_is_word_in(n, i, BP_WORDS_CUE_SAY) && (bp_unit_in(n, i, BP_WORDS_FINITE) || bp_unit_ends(n, i, "ed"));
        if (!said || (i + 1 < n->units.count && bp_unit_says(n, i + 1, "by"))) continue; /* and | warned by radio */
        if (bp_verb_group(n, i, joint + 1) == joint + 1) return true;                    /* and warned */
        const bp_subject subject = bp_subject_before(n, i, joint + 1);
        return subject.way && subject.phrase.first == joint + 1;
    }
    return false;
}

/* Does the reporter's own clause begin behind the comma: , but he left; , while others stay; , compared with? */
static bool turns_away(const bp_narration *n, uint32_t next)
{
    if (bp_unit_says(n, next, "but"))
        return bp_is_word_in(n, next + 1, BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_DETERMINERS) ||
               bp_unit_is(n, next + 1, BP_UNIT_NAME);
    return bp_unit_says(n, next, "while") || bp_unit_says(n, next, "though") || bp_unit_says(n, next, "as") ||
           bp_unit_says(n, next, "compared");
}

/* Does what is said end before the joint, or the comma, at `i`? */
static bool ends_clause(const bp_narration *n, uint32_t i, uint32_t limit)
{
    if (bp_unit_is(n, i, BP_UNIT_SEMICOLON)) return true;
    const bool comma = bp_unit_is(n, i, BP_UNIT_COMMA) || bp_unit_is(n, i, BP_UNIT_DASH);
    const uint32_t next = comma ? i + 1 : i;
    if (comma && bp_unit_ends(n, next, "ing") && bp_unit_in(n, next, BP_CUES_OF_SPEECH)) return true;
    if (comma && turns_away(n, next)) return true;
    const bool joint = bp_is_word_in(n, next, BP_WORDS_CONJUNCTIONS) || bp_unit_says(n, next, "while") ||
                       bp_unit_says(n, next, "though") || bp_unit_says(n, next, "although") ||
                       bp_unit_says(n, next, "as");
    return joint && bp_opens_report(n, next, limit);
}

uint32_t bp_clause_end(const bp_narration *n, uint32_t first, uint32_t limit)
{
    for (uint32_t i = first; i + 2 < limit; i++) {
        if (ends_clause(n, i, limit)) return i;
        const uint32_t next = bp_unit_is(n, i, BP_UNIT_COMMA) ? i + 1 : i;
        if (i > first && bp_unit_says(n, next, "according") && bp_unit_says(n, next + 1, "to")) return i;
    }
    return limit;
}

uint32_t bp_infinitive_end(const bp_narration *n, uint32_t first, uint32_t limit)
{
    const uint32_t end = bp_clause_end(n, first, limit);
    for (uint32_t i = first + 2; i + 1 < end; i++) {
        const uint8_t kind = bp_unit_at(n, i)->kind;
        if (kind == BP_UNIT_COMMA || kind == BP_UNIT_DASH || kind == BP_UNIT_COLON) return i;
    }
    return end;
}

uint32_t bp_before_quotation(const bp_narration *n, uint32_t cue, uint32_t first, uint32_t end)
{
    uint32_t pause = first; /* the last comma, dash or colon */
    for (uint32_t i = first; i < end; i++) {
        const uint8_t kind = bp_unit_at(n, i)->kind;
        if (kind == BP_UNIT_COMMA || kind == BP_UNIT_DASH || kind == BP_UNIT_COLON) pause = i;
        if (kind != BP_UNIT_STRETCH || !n->quoted[bp_unit_at(n, i)->index]) continue;
        return n->quote_cues[bp_unit_at(n, i)->index] == cue ? first : pause;
    }
    return end;
}

/* "Nkrumah, who says the road is closed, left": the relative clause ends at its comma. */
static uint32_t relative_end(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, uint32_t limit)
{
    if (subject->way != BP_SUBJECT_RELATIVE) return limit;
    for (uint32_t i = cue->end; i + 1 < limit; i++)
        if (bp_unit_is(n, i, BP_UNIT_COMMA) && bp_is_finite_verb(n, i + 1)) return i;
    return limit;
}

uint32_t bp_comma_before_clause(const bp_narration *n, uint32_t first, uint32_t limit)
{
    const uint32_t far = limit > first + FARTHEST_SUBJECT ? first + FARTHEST_SUBJECT : limit;
    for (uint32_t i = first; i + 1 < far; i++)
        if (bp_unit_is(n, i, BP_UNIT_COMMA) && bp_opens_content(n, i + 1) && bp_has_verb(n, i + 1, far)) return i;
    return limit;
}

/* While, because, when ...: what opens here leans on another clause. */
static bool leans_on(const bp_narration *n, uint32_t unit)
{
    return bp_is_word_in(n, unit, BP_WORDS_SUBORDINATORS) && !bp_unit_says(n, unit, "that") &&
           !bp_is_word_in(n, unit, BP_WORDS_RELATIVES | BP_WORDS_QUESTION_WORDS);
}

/* "Lamenting its luck, Turin sighs", "When she said so, he left": what is said ends where the main clause begins. */
static uint32_t leaning_end(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, uint32_t least,
                            uint32_t limit)
{
    const uint32_t first = subject->phrase.first;
    if (first > cue->end) return bp_unit_is(n, first - 1, BP_UNIT_COMMA) ? first - 1 : limit;
    bool leans = first > least && leans_on(n, first - 1);
    const uint32_t far = first > least + FARTHEST_SUBJECT ? first : least; /* too far: not looked for */
    for (uint32_t i = first; !leans && far == least && i > least && !bp_unit_is(n, i, BP_UNIT_COMMA); i--)
        leans = i == least + 1 && leans_on(n, least);
    return leans ? bp_comma_before_clause(n, cue->end + 1, limit) : limit;
}

uint32_t bp_cue_clause_end(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, uint32_t least,
                           uint32_t limit)
{
    return relative_end(n, cue, subject, leaning_end(n, cue, subject, least, limit));
}

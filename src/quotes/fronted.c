/* Contents before their cue and around it. */
#include "quotes/fronted.h"
#include "quotes/clauses.h"
#include "quotes/ends.h"

enum { FARTHEST_SUBJECT = 50, LONGEST_SUBJECT = 9, SHORTEST = 3, LONGEST_DATELINE = 14 };

/* ACCRA, Ghana, Aug 19 - | The road: behind the dateline of the first sentence of a paragraph. */
static uint32_t behind_dateline(const bp_narration *n, uint32_t first, uint32_t end)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, first)->line];
    if (first != line->first || n->document->blocks.items[line->block].first != bp_unit_at(n, first)->first)
        return first;
    for (uint32_t i = first; i < end && i - first < LONGEST_DATELINE; i++) {
        const bp_unit *unit = bp_unit_at(n, i);
        if (unit->kind == BP_UNIT_DASH) return i > first ? i + 1 : first;
        const bool place = unit->kind == BP_UNIT_NAME || unit->kind == BP_UNIT_NUMBER || unit->kind == BP_UNIT_COMMA ||
                           unit->kind == BP_UNIT_OPEN || unit->kind == BP_UNIT_CLOSE || unit->kind == BP_UNIT_STOP;
        if (!place && !unit->dated) break;
    }
    return first;
}

/* "But the road is closed": the content without the word that joins it. */
static uint32_t without_joint(const bp_narration *n, uint32_t first, uint32_t end)
{
    first = behind_dateline(n, first, end);
    while (first < end && (bp_is_word_in(n, first, BP_WORDS_CONJUNCTIONS) || bp_unit_is(n, first, BP_UNIT_DASH) ||
                           bp_unit_is(n, first, BP_UNIT_COMMA) || bp_unit_is(n, first, BP_UNIT_SEMICOLON)))
        first++;
    return first;
}

/* Where what names the speaker before the verb begins: | drivers and | clerks said;
 * | people close to | the mayor said. */
static uint32_t subject_start(const bp_narration *n, const bp_subject *subject, uint32_t least)
{
    const uint32_t first = subject->phrase.first;
    if (first > least + LONGEST_SUBJECT) least = first - LONGEST_SUBJECT;
    const uint64_t joints = BP_WORDS_CONJUNCTIONS | BP_WORDS_SUBORDINATORS | BP_WORDS_PREPOSITIONS | BP_WORDS_RELATIVES;
    for (uint32_t i = first; i > least; i--) {
        const uint8_t kind = bp_unit_at(n, i - 1)->kind;
        if (kind == BP_UNIT_COMMA) return bp_is_word_in(n, i, joints) || bp_is_adverb(n, i) ? first : i;
        if (kind > BP_UNIT_NUMBER || kind == BP_UNIT_STRETCH || bp_is_finite_verb(n, i - 1)) break;
    }
    return first;
}

/* ..., | the mayor, | Ama Nkrumah, said */
static uint32_t behind_role(const bp_narration *n, uint32_t start, uint32_t least)
{
    if (start < least + 3 || !bp_unit_is(n, start - 1, BP_UNIT_COMMA)) return start;
    const bp_noun_phrase role = bp_phrase_before(n, start - 1, least);
    const bool apart = bp_is_phrase(role) && role.first > least && bp_unit_is(n, role.first - 1, BP_UNIT_COMMA);
    return apart && bp_is_word_in(n, role.head, BP_WORDS_ROLES) && bp_unit_is(n, start, BP_UNIT_NAME) ? role.first
                                                                                                      : start;
}

/* Behind the verb, its listener, its day, "in a statement", and "Nkrumah and others" of an inverted one. */
static uint32_t behind_cue(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, uint32_t limit)
{
    const bool inverted = subject->way == BP_SUBJECT_AFTER;
    uint32_t next = inverted ? subject->phrase.end : bp_behind_day(n, cue->end, limit);
    if (inverted && next + 1 < limit && bp_unit_says(n, next, "and")) {
        const bp_noun_phrase other = bp_phrase_after(n, next + 1, limit);
        if (bp_is_phrase(other)) next = other.end;
    }
    if (!inverted && (cue->classes & BP_WORDS_CUE_TELL) && !(cue->classes & BP_WORDS_CUE_SAY))
        next = bp_behind_day(n, bp_behind_listener(n, next, limit), limit);
    if (inverted || next >= limit || !bp_is_word_in(n, next, BP_WORDS_PREPOSITIONS)) return next;
    for (uint32_t i = next; i < limit && i < next + LONGEST_SUBJECT; i++) {
        if (bp_unit_is(n, i, BP_UNIT_COMMA)) return i;
        if (bp_unit_at(n, i)->kind > BP_UNIT_NUMBER || bp_is_finite_verb(n, i)) break;
    }
    return next;
}

/* Does what stands behind "she said," belong to what she said: ", and is ...", not ", adding ..." */
static bool goes_on(const bp_narration *n, uint32_t comma, uint32_t limit)
{
    return !bp_unit_ends(n, comma + 1, "ing") && !bp_is_word_in(n, comma + 1, BP_WORDS_RELATIVES) &&
           !bp_opens_report(n, comma + 1, limit);
}

/* Where the clause begins that "she said" stands in: he left, and | the road, she said, was closed. */
static uint32_t clause_start(const bp_narration *n, uint32_t first, uint32_t end)
{
    const uint32_t least = end > first + FARTHEST_SUBJECT ? end - FARTHEST_SUBJECT : first;
    for (uint32_t i = end; i > least + 1; i--) {
        const bool joint = bp_is_word_in(n, i - 1, BP_WORDS_CONJUNCTIONS) || bp_unit_is(n, i - 1, BP_UNIT_SEMICOLON) ||
                           bp_unit_is(n, i - 1, BP_UNIT_COLON);
        if (joint && bp_has_verb(n, first, i - 1)) return i;
        if (bp_is_finite_verb(n, i - 1) && i < end) break;
    }
    return first;
}

/* Is it a noun phrase and no more? */
static bool names_role(const bp_narration *n, uint32_t first, uint32_t end)
{
    const bp_noun_phrase phrase = bp_phrase_after(n, first, end);
    return bp_is_phrase(phrase) && phrase.end == end;
}

/* "..., she said(.)" and "The road, she said, is ..." */
bp_content bp_content_before(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, uint32_t from,
                             uint32_t limit)
{
    bp_content none = { 0 };
    const bool inverted = subject->way == BP_SUBJECT_AFTER;
    if (subject->way == BP_SUBJECT_RELATIVE) return none;
    if (!inverted && subject->phrase.first > cue->first) return none; /* Noting that ..., she left */
    const uint32_t start = inverted ? cue->first : behind_role(n, subject_start(n, subject, from), from);
    if (start < from + 2 || !bp_unit_is(n, start - 1, BP_UNIT_COMMA)) return none;
    const uint32_t next = behind_cue(n, cue, subject, limit), first = without_joint(n, from, start - 1);
    bp_content c = { first, start - 1, 0, 0, "clause, then its verb of saying", 0.72f };
    if (c.first >= c.end) return none;
    const bool comma = next + 1 < limit && bp_unit_is(n, next, BP_UNIT_COMMA);
    const bool parenthesis = comma && !inverted; /* behind "said Nkrumah," stands what describes her */
    const bool whole =
        bp_has_verb(n, c.first, c.end) || (bp_is_say(n, cue) && c.end - c.first >= SHORTEST && !parenthesis);
    if (comma && (!whole || !inverted) && (!whole || goes_on(n, next, limit))) {
        c.first = clause_start(n, c.first, c.end);
        if (c.first < c.end) {
            c.second = next + 1;
            c.second_end = limit;
        } else {
            c.first = next + 1;
            c.end = limit;
        }
        return whole || bp_has_verb(n, next, limit) ? c : none;
    }
    if (names_role(n, c.first, c.end) && bp_unit_is(n, start, BP_UNIT_NAME))
        return none; /* The winner, Nkrumah, said */
    const bool ends = next >= limit || comma || bp_is_word_in(n, next, BP_WORDS_PREPOSITIONS) ||
                      bp_unit_says(n, next, "when") || bp_unit_says(n, next, "while");
    return whole && ends && bp_stands_alone(n, c.first, c.end) ? c : none;
}

/* As the paper reported, ... */
bp_content bp_content_as_reported(const bp_narration *n, const bp_cue *cue, const bp_subject *subject,
                                  const bp_line *line, uint32_t limit)
{
    bp_content none = { 0 };
    const uint32_t comma = bp_behind_day(n, cue->end, limit);
    if (!bp_unit_says(n, line->first, "as") || subject->phrase.first != line->first + 1) return none;
    if (comma + 1 >= limit || !bp_unit_is(n, comma, BP_UNIT_COMMA) || !bp_has_verb(n, comma + 1, limit)) return none;
    return (bp_content){ comma + 1, limit, 0, 0, "'as' and a verb of saying, then a clause", 0.7f };
}

/* The comma behind the speaker of "according to" and what describes her: Nkrumah, who is a driver | , ... */
static uint32_t comma_behind(const bp_narration *n, uint32_t unit, uint32_t limit)
{
    const uint32_t far = limit > unit + FARTHEST_SUBJECT ? unit + FARTHEST_SUBJECT : limit;
    while (unit < far && !bp_unit_is(n, unit, BP_UNIT_COMMA)) unit++;
    return unit;
}

/* According to Nkrumah, ... ; ..., according to Nkrumah; The road, according to Nkrumah, is ... */
bp_content bp_content_according(const bp_narration *n, const bp_cue *cue, const bp_subject *subject,
                                const bp_line *line, uint32_t from, uint32_t limit)
{
    bp_content none = { 0 };
    uint32_t comma = comma_behind(n, subject->phrase.end, limit);
    const bool role = subject->phrase.end == comma && bp_unit_is(n, subject->phrase.head, BP_UNIT_WORD);
    const bool named = role && comma + 2 < limit && bp_unit_is(n, comma + 1, BP_UNIT_NAME) &&
                       bp_unit_is(n, comma + 2, BP_UNIT_COMMA); /* the contractor, Halden Mills, */
    if (named) comma += 2;
    const bool closes = comma + 1 >= limit || bp_is_word_in(n, comma + 1, BP_WORDS_RELATIVES);
    if (cue->first <= from + 1 && (!closes || cue->first <= line->first + 1)) {
        if (comma + 1 >= limit) return none;
        return (bp_content){ comma + 1, limit, 0, 0, "'according to', then a clause", 0.8f };
    }
    uint32_t end = cue->first;
    const bool apart = bp_unit_is(n, end - 1, BP_UNIT_COMMA);
    if (apart) end--;
    const uint32_t first = without_joint(n, closes ? line->first : from, end);
    if (first + SHORTEST > end || bp_unit_says(n, end - 1, "that")) return none;
    bp_content c = { first, end, 0, 0, "clause, then 'according to'", 0.8f };
    const bool leans =
        bp_is_word_in(n, first, BP_WORDS_PREPOSITIONS | BP_WORDS_SUBORDINATORS) || bp_is_adverb(n, first);
    const bool verbless = apart && !bp_has_verb(n, first, end);
    if (!verbless || (!leans && comma + 1 < limit && !bp_is_finite_verb(n, comma + 1))) return c;
    while (comma + 1 < limit && !bp_is_finite_verb(n, comma + 1) &&
           !bp_has_verb(n, comma, comma_behind(n, comma + 1, limit)))
        comma = comma_behind(n, comma + 1, limit); /* Nkrumah, a driver | , is */
    if (comma + 1 >= limit || closes) return c;
    c.second = comma + 1;
    c.second_end = limit;
    return c;
}

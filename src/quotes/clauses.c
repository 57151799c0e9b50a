/* Clauses, by the forms of their verbs and the words that open them. */
#include "quotes/clauses.h"

bool bp_is_quoted(const bp_narration *n, uint32_t unit)
{
    return bp_unit_is(n, unit, BP_UNIT_STRETCH) && n->quoted[bp_unit_at(n, unit)->index];
}

bool bp_is_say(const bp_narration *n, const bp_cue *cue)
{
    return bp_unit_says(n, cue->first, "said") || bp_unit_says(n, cue->first, "says") ||
           bp_unit_says(n, cue->first, "say");
}

/* Can the unit be what the verb behind it tells of: a name, a noun, a bracket? */
static bool can_be_subject(const bp_narration *n, uint32_t unit)
{
    const uint8_t kind = bp_unit_at(n, unit)->kind;
    if (kind == BP_UNIT_NAME || kind == BP_UNIT_NUMBER || kind == BP_UNIT_CLOSE) return true;
    const uint64_t never = BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS | BP_WORDS_AUXILIARIES;
    return kind == BP_UNIT_WORD && (bp_unit_in(n, unit, BP_WORDS_PLURALS) || !bp_unit_in(n, unit, never));
}

/* she's, that's, there's */
static bool is_short_verb(const bp_narration *n, uint32_t unit)
{
    return bp_is_possessive(n, unit) &&
           (bp_is_word_in(n, unit - 1, BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_SUBORDINATORS) ||
            bp_unit_says(n, unit - 1, "there"));
}

/* Prices rise, the mayor intends, she undertook: forms that may be something else elsewhere. */
static bool is_likely_verb(const bp_narration *n, uint32_t unit, uint32_t first)
{
    if (!bp_unit_is(n, unit, BP_UNIT_WORD) || bp_is_hyphenated(n, unit) || bp_unit_at(n, unit)->dated) return false;
    uint32_t subject = unit;
    while (subject > first + 1 && bp_is_adverb(n, subject - 1)) subject--;
    if (!can_be_subject(n, subject - 1)) return false;
    if (bp_unit_in(n, unit, BP_WORDS_TENSE_PAST)) return true;
    const bool name = bp_unit_is(n, subject - 1, BP_UNIT_NAME);
    const uint64_t forms = BP_WORDS_TENSE_PRESENT | BP_WORDS_VERBS | BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL |
                           BP_WORDS_CUE_CALL | BP_WORDS_CUE_THINK;
    if (!bp_unit_in(n, unit, forms)) return name && bp_unit_ends(n, unit, "s") && unit == subject;
    return bp_unit_ends(n, unit, "s") ? !bp_unit_ends(n, subject - 1, "s") : bp_unit_ends(n, subject - 1, "s");
}

bool bp_has_verb(const bp_narration *n, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i < end; i++)
        if (bp_is_finite_verb(n, i) || is_short_verb(n, i) || is_likely_verb(n, i, first)) return true;
    return false;
}

/* Behind the verb group that the first verb from `unit` on belongs to. */
static uint32_t behind_verb(const bp_narration *n, uint32_t unit, uint32_t end)
{
    while (unit < end && !bp_is_finite_verb(n, unit)) unit++;
    while (unit < end && (bp_is_finite_verb(n, unit) || bp_is_adverb(n, unit))) unit++;
    return unit;
}

bool bp_is_clause(const bp_narration *n, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i < end; i++) {
        const bool leaves = i + 1 < end && bp_is_word_in(n, i, BP_WORDS_SUBORDINATORS) &&
                            bp_is_word_in(n, i + 1, BP_WORDS_SUBJECT_PRONOUNS);
        if (leaves) i = behind_verb(n, i, end); /* the whole of it | before he left */
        if (i >= end) break;
        if (is_short_verb(n, i)) return true;
        const bool sure = bp_is_finite_verb(n, i);
        if (!sure && !is_likely_verb(n, i, first)) continue;
        const uint32_t group = bp_verb_group(n, i, first);
        if (!sure && (bp_unit_says(n, group - 1, "that") || bp_is_word_in(n, group - 1, BP_WORDS_RELATIVES))) continue;
        if (group == first && bp_unit_says(n, first, "there")) return true; /* there had been fears */
        return group > first && !bp_is_word_in(n, group - 1, BP_WORDS_CONJUNCTIONS);
    }
    return false;
}

bool bp_opens_content(const bp_narration *n, uint32_t unit)
{
    const uint8_t kind = bp_unit_at(n, unit)->kind;
    if (kind == BP_UNIT_NAME || kind == BP_UNIT_NUMBER) return true;
    if (kind != BP_UNIT_WORD || bp_is_finite_verb(n, unit)) return false;
    if (unit + 1 < n->units.count && bp_unit_is(n, unit + 1, BP_UNIT_NUMBER)) return true; /* about 20 people */
    if (bp_unit_in(n, unit, BP_WORDS_SUBORDINATORS)) return bp_is_word_in(n, unit, BP_WORDS_QUESTION_WORDS);
    return !bp_unit_in(n, unit, BP_WORDS_CONJUNCTIONS | BP_WORDS_RELATIVES | BP_WORDS_PREPOSITIONS);
}

bool bp_stands_alone(const bp_narration *n, uint32_t first, uint32_t end)
{
    const bool acts = bp_unit_ends(n, first, "ing");                              /* Mending it is his task */
    if (first + 1 < end && bp_unit_is(n, first + 1, BP_UNIT_NUMBER)) return true; /* About 20 people */
    if (bp_unit_says(n, first, "according")) return false;
    const bool leans =
        (bp_is_word_in(n, first, BP_WORDS_SUBORDINATORS | BP_WORDS_PREPOSITIONS) && !bp_unit_says(n, first, "that")) ||
        bp_unit_ends(n, first, "ed");
    if (!leans && !acts) return true;
    if (acts && bp_has_verb(n, first, end)) return true;
    for (uint32_t i = first; i < end; i++)
        if (bp_unit_is(n, i, BP_UNIT_COMMA)) return bp_has_verb(n, i, end);
    return false;
}

uint32_t bp_behind_day(const bp_narration *n, uint32_t unit, uint32_t limit)
{
    while (unit < limit) {
        const bool adverb = bp_is_adverb(n, unit) && !bp_unit_says(n, unit, "there") && /* said | there are fears */
                            !bp_is_hyphenated(n, unit);
        const bool day = bp_is_word_in(n, unit, BP_WORDS_WEEKDAYS) || bp_unit_at(n, unit)->dated || adverb;
        const bool on_day = unit + 1 < limit && bp_unit_says(n, unit, "on") &&
                            (bp_is_word_in(n, unit + 1, BP_WORDS_WEEKDAYS) || bp_unit_at(n, unit + 1)->dated);
        if (!day && !on_day) break;
        unit += on_day ? 2 : 1;
    }
    return unit;
}

/* Behind the phrase, but before "to" and a verb: urged | officials | to mend it. */
static uint32_t before_infinitive(const bp_narration *n, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i < end; i++)
        if (bp_unit_says(n, i, "to") && !bp_unit_is(n, i + 1, BP_UNIT_NAME) &&
            !bp_is_word_in(n, i + 1, BP_WORDS_DETERMINERS))
            return i;
    return end;
}

uint32_t bp_behind_listener(const bp_narration *n, uint32_t unit, uint32_t limit)
{
    const uint32_t end = bp_phrase_after(n, unit, limit).end;
    const bool owner = unit < limit && bp_is_word_in(n, unit, BP_WORDS_DETERMINERS) && end > unit + 1;
    if (unit < limit && !owner && bp_is_word_in(n, unit, BP_WORDS_MEN | BP_WORDS_WOMEN | BP_WORDS_PLURALS) &&
        !bp_is_word_in(n, unit, BP_WORDS_ROLES | BP_WORDS_TITLES))
        return unit + 1;
    if (unit < limit && (bp_unit_says(n, unit, "me") || bp_unit_says(n, unit, "us") || bp_unit_says(n, unit, "you")))
        return unit + 1;
    return before_infinitive(n, unit, end);
}

/* The verb, then who speaks: "...," said Nkrumah; according to Nkrumah; stormed the
 * hunky roofer; puts in Nkrumah. */
#include "quotes/inverted.h"

/* A name, or "the hunky roofer" at the end of its part of the sentence. */
static bool is_person(const bp_narration *n, const bp_noun_phrase *phrase, uint32_t limit)
{
    static const char *const endings[] = { "er", "or", "ist", "ian", "man", "woman", "ant" };
    if (bp_may_name_person(n, phrase->head)) return true;
    if (!bp_unit_is(n, phrase->first, BP_UNIT_WORD) || !bp_unit_in(n, phrase->first, BP_WORDS_DETERMINERS))
        return false;
    const uint32_t end = phrase->end;
    const uint8_t next = end < limit ? bp_unit_at(n, end)->kind : BP_UNIT_STOP;
    if (next != BP_UNIT_STOP && next != BP_UNIT_COMMA) return false;
    bool trade = bp_unit_in(n, phrase->head, BP_WORDS_ROLES | BP_WORDS_PERSONS | BP_WORDS_DOCUMENTS);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) trade |= bp_unit_ends(n, phrase->head, endings[i]);
    return trade;
}

/* "...," puts in Nkrumah; chimed in, cut in */
static bool puts_in(const bp_narration *n, uint32_t verb, uint32_t limit)
{
    if (verb + 2 >= limit || !bp_unit_is(n, verb, BP_UNIT_WORD) || !bp_unit_says(n, verb + 1, "in")) return false;
    return bp_unit_ends(n, verb, "s") || bp_unit_ends(n, verb, "ed") || bp_unit_says(n, verb, "put") ||
           bp_unit_says(n, verb, "cut") || bp_unit_says(n, verb, "broke");
}

/* said | the other */
static bool is_the_other(const bp_narration *n, uint32_t first, uint32_t limit)
{
    if (first + 1 >= limit || !bp_unit_says(n, first, "the") || !bp_unit_says(n, first + 1, "other")) return false;
    return first + 2 >= limit || !bp_unit_is(n, first + 2, BP_UNIT_WORD);
}

/* said Nkrumah; according to Nkrumah */
bp_attribution bp_cue_then_subject(const bp_narration *n, uint32_t first, uint32_t limit, bool any_verb)
{
    bp_attribution none = { 0 };
    while (first < limit && bp_is_adverb(n, first)) first++;
    if (first >= limit) return none;
    if (any_verb && puts_in(n, first, limit)) {
        const bp_subject subject = bp_subject_after(n, first + 1, limit);
        if (subject.way && is_person(n, &subject.phrase, limit))
            return (bp_attribution){ BP_TIE_INVERTED, { first, first + 2, 0, false }, subject };
    }
    if (any_verb && bp_unit_ends(n, first, "ed") &&
        !bp_unit_in(n, first, BP_WORDS_CUE_SAY | BP_WORDS_CUE_MANNER)) { /* stormed Nkrumah */
        const bp_subject subject = bp_subject_after(n, first, limit);
        return subject.way && is_person(n, &subject.phrase, limit)
                   ? (bp_attribution){ BP_TIE_INVERTED, { first, first + 1, 0, false }, subject }
                   : none;
    }
    const bool phrase = first + 1 < limit && bp_unit_says(n, first, "according");
    const uint32_t least = phrase ? first : first - 1;
    const bp_cue cue = bp_cue_at(n, phrase ? first + 1 : first, least, BP_WORDS_CUE_SAY | BP_WORDS_CUE_MANNER);
    if (!bp_is_cue(&cue) || bp_unit_ends(n, first, "ing") != phrase) return none;
    bp_subject subject = phrase ? bp_cue_subject(n, &cue, first, limit) : bp_subject_after(n, first, limit);
    if (!subject.way && !phrase && is_the_other(n, first + 1, limit))
        subject = (bp_subject){ { first + 1, first + 3, first + 2 }, BP_SUBJECT_AFTER };
    return subject.way ? (bp_attribution){ BP_TIE_INVERTED, cue, subject } : none;
}

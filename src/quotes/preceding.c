/* What precedes the marks: the nearest cue, or the one that it lies within. */
#include "quotes/preceding.h"

enum { FARTHEST_LEFT = 70, MOST_BEHIND_READS = 6 };

/* denounced | Nkrumah's remarks | as "...": what is judged is not what is said. */
static bool is_judged(const bp_narration *n, const bp_cue *cue, uint32_t stretch, uint32_t least)
{
    const uint32_t noun = cue->first;
    if (cue->classes != BP_WORDS_CUE_NOUNS || (noun + 1 != stretch && !bp_unit_says(n, noun + 1, "as"))) return false;
    const bp_noun_phrase phrase = bp_phrase_before(n, noun + 1, least);
    return bp_is_phrase(phrase) && phrase.first > least &&
           bp_is_word_in(n, phrase.first - 1, BP_WORDS_CUE_CALL | BP_WORDS_CUE_OBJECT);
}

static bp_cue left_cue(const bp_narration *n, uint32_t unit, uint32_t stretch, uint32_t least)
{
    const bool reads = bp_unit_says(n, unit, "reads") || bp_unit_says(n, unit, "read"); /* reads, in full: "..." */
    const bool beside = unit + 2 >= stretch ||
                        (reads && unit + MOST_BEHIND_READS >= stretch && bp_unit_is(n, stretch - 1, BP_UNIT_COLON));
    bp_cue cue =
        bp_cue_at(n, unit, least, BP_CUES_WITH_WORDS | BP_WORDS_CUE_NOUNS | (beside ? BP_WORDS_CUE_MANNER : 0));
    if (!bp_is_cue(&cue)) return cue;
    if (is_judged(n, &cue, stretch, least)) return (bp_cue){ 0 };
    const bool what = unit >= least + 2 && (bp_unit_says(n, unit - 2, "what") || bp_unit_says(n, unit - 2, "as"));
    if (what && bp_unit_in(n, unit - 1, BP_WORDS_SUBJECT_PRONOUNS)) return (bp_cue){ 0 }; /* what she called */
    if (unit == least && bp_unit_ends(n, unit, "ed")) return (bp_cue){ 0 };               /* Asked about it, she ... */
    return cue;
}

/* Does a verb of saying stand right before: she said (that) | he? */
static bool is_content(const bp_narration *n, uint32_t first, uint32_t least)
{
    if (first > least && bp_unit_says(n, first - 1, "that")) first--;
    return first > least && bp_unit_is(n, first - 1, BP_UNIT_WORD) && bp_unit_in(n, first - 1, BP_WORDS_CUE_SAY);
}

/* Lies this cue inside what somebody is reported to have said? Then the words
 * are that speaker's: she said he expected "trouble". */
static bool is_inner(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, uint32_t least)
{
    if (cue->classes == BP_WORDS_CUE_NOUNS || !subject->way) return true;
    if (cue->classes & BP_WORDS_CUE_THINK) return true;
    if (subject->way == BP_SUBJECT_MAIN) {
        const uint32_t group = bp_verb_group(n, cue->first, least);
        return group > least && bp_unit_is(n, group - 1, BP_UNIT_WORD) &&
               bp_unit_in(n, group - 1, BP_WORDS_PREPOSITIONS);
    }
    const bool pronoun = bp_unit_in(n, subject->phrase.head, BP_WORDS_SUBJECT_PRONOUNS);
    if (pronoun && is_content(n, subject->phrase.first, least)) return true;
    return pronoun && !(cue->classes & BP_WORDS_CUE_SAY);
}

/* When asked, she fired back: "...": the verb right before the marks, with a
 * subject of its own, where a comma closes the cue's clause off. */
static bp_attribution nearer_verb(const bp_narration *n, uint32_t cue, uint32_t stretch)
{
    const bp_attribution none = { 0 };
    bool comma = false;
    uint32_t verb = stretch;
    for (uint32_t i = stretch - 1; i > cue; i--) {
        if (verb == stretch && bp_is_finite_verb(n, i)) verb = i;
        comma |= verb < stretch && bp_unit_is(n, i, BP_UNIT_COMMA);
    }
    if (!comma || verb == stretch) return none;
    const bp_subject subject = bp_subject_before(n, verb, cue + 1);
    if (!subject.way || subject.way == BP_SUBJECT_RELATIVE) return none;
    const bool speaks = bp_unit_is(n, subject.phrase.head, BP_UNIT_NAME) ||
                        bp_unit_in(n, subject.phrase.head, BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_ROLES);
    return speaks ? (bp_attribution){ BP_TIE_BEFORE, { verb, verb + 1, 0, false }, subject } : none;
}

/* The nearest cue to the left, or the one that it lies within. */
bp_attribution bp_preceding_cue(const bp_narration *n, uint32_t stretch, uint32_t least, uint32_t limit)
{
    bp_attribution found = { 0 };
    const uint32_t from = stretch > FARTHEST_LEFT && least < stretch - FARTHEST_LEFT ? stretch - FARTHEST_LEFT : least;
    for (uint32_t i = stretch; i-- > from;) {
        if (bp_unit_is(n, i, BP_UNIT_SEMICOLON) && i + 1 < stretch) break; /* she said it was bad; "it was hot" */
        const bp_cue cue = left_cue(n, i, stretch, from);
        if (!bp_is_cue(&cue) || (found.tie && !(cue.classes & (BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL)))) continue;
        const bp_subject subject = bp_cue_subject(n, &cue, from, limit);
        if ((cue.passive || found.tie) && !subject.way) continue;
        const bool direct =
            bp_unit_is(n, stretch - 1, BP_UNIT_COMMA) || bp_unit_is(n, stretch - 1, BP_UNIT_COLON) || i + 1 == stretch;
        if (!found.tie && bp_unit_is(n, stretch - 1, BP_UNIT_COLON)) {
            const bp_attribution nearer = nearer_verb(n, i, stretch);
            if (nearer.tie) return nearer;
        }
        found = (bp_attribution){ direct && !found.tie ? BP_TIE_BEFORE : BP_TIE_CLAUSE, cue, subject };
        if (!is_inner(n, &cue, &subject, from)) break;
    }
    return found;
}

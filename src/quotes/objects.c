/* Objects of verbs of saying: what is announced, praised, complained about. The
 * object ends at the first pause, or before the next verb of the same subject. */
#include "quotes/objects.h"
#include "quotes/clauses.h"
#include "quotes/ends.h"

/* Behind "about", "of" and the like; `unit` itself if none is there. Not in "accused of it": that is done to her. */
static uint32_t behind_link(const bp_narration *n, const bp_cue *cue)
{
    const uint32_t unit = cue->end;
    if (!(cue->classes & BP_CUES_OF_SPEECH)) return unit;
    const bool links = bp_unit_among(n, unit, BP_HINT_OBJECT_LINKS) ||
                       (bp_unit_says(n, unit, "for") && !bp_unit_ends(n, cue->first, "ced")); /* announced for Friday */
    return links ? unit + 1 : unit;
}

/* praised it | and went; praised it | when he came */
static bool ends_object(const bp_narration *n, uint32_t unit, uint32_t limit)
{
    if (!bp_is_word_in(n, unit, BP_WORDS_CONJUNCTIONS) || unit + 1 >= limit) return false;
    return bp_is_finite_verb(n, unit + 1) || bp_unit_ends(n, unit + 1, "ing") || bp_unit_ends(n, unit + 1, "ed");
}

bp_content bp_find_object(const bp_narration *n, const bp_cue *cue, uint32_t limit)
{
    const bp_content none = { 0 };
    if (!bp_unit_in(n, cue->first, BP_WORDS_CUE_OBJECT) || cue->end >= limit) return none;
    if (cue->first > 0 && bp_unit_says(n, cue->first - 1, "to")) return none; /* came to defend it */
    const uint32_t first = behind_link(n, cue);
    if (first == cue->end && (cue->classes & BP_WORDS_CUE_TELL) && !(cue->classes & BP_WORDS_CUE_CALL))
        return none; /* warned her */
    const bp_noun_phrase phrase = bp_phrase_after(n, first, limit);
    const bool points =
        bp_unit_says(n, first, "that") || bp_unit_says(n, first, "this") || bp_unit_says(n, first, "it");
    const bool mutual = /* each other */
        first + 1 < limit && (bp_unit_says(n, first + 1, "another") || bp_unit_says(n, first + 1, "other"));
    if (!bp_is_phrase(phrase) || points || mutual) return none;
    const uint32_t pause = bp_infinitive_end(n, first, limit);
    uint32_t end = phrase.end;
    while (end < pause && !ends_object(n, end, pause)) end++;
    return (bp_content){ first, end, 0, 0, "verb of saying, then its object", 0.4f };
}

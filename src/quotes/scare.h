/* scare.h - what stands in marks without being a quotation. */
#ifndef BP_SCARE_H
#define BP_SCARE_H

#include "quotes/attribution.h"

typedef enum bp_marked {
    BP_MARKED_QUOTATION = 0,
    BP_MARKED_TITLE, /* of a work, a programme, a campaign */
    BP_MARKED_WORD   /* scare quotes, nicknames, words as words */
} bp_marked;

/* Judges the stretch at unit `stretch` by its length, its capitals, what stands
 * beside it, and its cue. */
bp_marked bp_judge_stretch(const bp_narration *narration, uint32_t stretch, const bp_attribution *attribution);

/* "(Crosstalk)": is it what somebody noted rather than what somebody said? */
bool bp_is_noted(const bp_narration *narration, uint32_t stretch);

#endif

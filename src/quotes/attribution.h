/* attribution.h - which cue and which speaker's words a stretch in marks has. */
#ifndef BP_ATTRIBUTION_H
#define BP_ATTRIBUTION_H

#include "quotes/cues.h"

/* How a stretch is tied to its speaker; the order means nothing. */
typedef enum bp_tie {
    BP_TIE_NONE = 0,
    BP_TIE_AFTER,      /* "...," she said */
    BP_TIE_INVERTED,   /* "...," said Nkrumah */
    BP_TIE_NEXT_LINE,  /* "...?" Nkrumah asked. */
    BP_TIE_DASH,       /* "..." - Ama Nkrumah */
    BP_TIE_BEFORE,     /* she said, "..." */
    BP_TIE_LABEL,      /* Nkrumah: "..." */
    BP_TIE_CLAUSE,     /* she said that they were "..." */
    BP_TIE_VERB,       /* she waved off the "..." : a verb, but none of saying */
    BP_TIE_GOES_ON,    /* the speaker of the quotation before goes on */
    BP_TIE_BROUGHT_IN, /* the sentence before brings it in */
    BP_TIE_POINTED_AT, /* the sentence behind says whose words they are */
    BP_TIE_ANSWER,     /* it answers the quotation before */
    BP_TIE_INTERVIEW   /* it answers the reporter */
} bp_tie;

typedef struct bp_attribution {
    bp_tie tie;
    bp_cue cue;
    bp_subject subject;
} bp_attribution;

/* Looks at both sides of the stretch at unit `stretch`, within its line (and
 * the next, for one that ends in a question mark and the like). Bounded. */
bp_attribution bp_attribute(const bp_narration *narration, uint32_t stretch);

#endif

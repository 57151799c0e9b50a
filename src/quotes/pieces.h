/* pieces.h - from stretches in marks to quotations. */
#ifndef BP_PIECES_H
#define BP_PIECES_H

#include "quotes/attribution.h"

/* Appends the quotations in marks, each with its pieces, cue and speaker, and
 * notes in the narration which stretches they are. False: no memory. */
bool bp_add_marked_quotes(bp_narration *narration, bp_findings *findings);

#endif

/* carrying.h - whose words a quotation without a cue of its own holds. */
#ifndef BP_CARRYING_H
#define BP_CARRYING_H

#include "quotes/emit.h"

/* Gives a piece without a cue the speaker of the quotation before it, the one
 * that the sentence before brings in, or the one who answers a question.
 * `before`: the piece before it, or NULL. Bounded. */
void bp_carry_on(const bp_narration *narration, const bp_piece *before, bp_piece *piece);

/* Has the piece a cue that is surely one of its own? */
static inline bool bp_has_own_cue(const bp_piece *piece)
{
    return piece->attribution.tie != BP_TIE_NONE && piece->attribution.tie != BP_TIE_VERB;
}

/* The last line that the piece or its cue reaches into. */
uint32_t bp_last_line(const bp_narration *narration, const bp_piece *piece);

#endif

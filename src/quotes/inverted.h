/* inverted.h - the verb behind words in marks, with its subject behind it. */
#ifndef BP_INVERTED_H
#define BP_INVERTED_H

#include "quotes/attribution.h"

/* The attribution that begins at unit `first`; its tie is BP_TIE_NONE where there is none. `any_verb`: right behind
 * words in marks that end in a comma nearly any verb is one of saying. Bounded. */
bp_attribution bp_cue_then_subject(const bp_narration *narration, uint32_t first, uint32_t limit, bool any_verb);

#endif

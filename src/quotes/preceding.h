/* preceding.h - the cue before words in marks. */
#ifndef BP_PRECEDING_H
#define BP_PRECEDING_H

#include "quotes/attribution.h"

/* The cue to the left of the stretch at unit `stretch`, from `least` on, with its subject, which is looked for up to
 * `limit`; its tie is 0: there is none. Bounded. */
bp_attribution bp_preceding_cue(const bp_narration *narration, uint32_t stretch, uint32_t least, uint32_t limit);

#endif

/* words_of.h - in the words of somebody. */
#ifndef BP_WORDS_OF_H
#define BP_WORDS_OF_H

#include "quotes/attribution.h"

/* "in the words of Nkrumah, ...", "..., in the words of Nkrumah", "To quote Nkrumah: ...": who speaks the stretch at
 * unit `stretch` of `line`; no tie: nobody so. */
bp_attribution bp_in_words_of(const bp_narration *narration, uint32_t stretch, const bp_line *line);

#endif

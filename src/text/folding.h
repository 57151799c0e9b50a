/* folding.h - words without accents: "São" is "Sao", "Łódź" is "Lodz". */
#ifndef BP_FOLDING_H
#define BP_FOLDING_H

#include "bluepencil.h"

/* The letter (or two) that an accented small letter is written as without its
 * accents, as a NUL-terminated string; NULL if it stays itself. */
const char *bp_fold(uint32_t point);

/* bp_hash_bytes of a lower-cased word without accents and combining marks;
 * with `singular`, also without a final s. */
uint32_t bp_folded_hash(bp_view lower, bool singular);

#endif

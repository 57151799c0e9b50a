/* echoes.h - words in marks that a headline takes from the text. */
#ifndef BP_ECHOES_H
#define BP_ECHOES_H

#include "quotes/narration.h"

/* Is the block a headline, a standfirst or a caption? */
bool bp_is_display(const bp_narration *narration, uint32_t block);

/* Fills `echoes`: for each stretch of a headline, standfirst or caption the later
 * stretch whose words hold its own, or BP_NONE. False: no memory. Linear: a
 * bounded number of such stretches is looked at. */
bool bp_find_echoes(bp_narration *narration);

#endif

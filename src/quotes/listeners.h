/* listeners.h - who is spoken to or spoken of, and so is not the one who speaks. */
#ifndef BP_LISTENERS_H
#define BP_LISTENERS_H

#include "quotes/attribution.h"

/* "..., she said": does the pronoun say what stands before it in its sentence? */
bool bp_says_before(const bp_narration *narration, uint32_t pronoun);
/* Somebody of the sentence whom its "he" or "she" does not mean: "X had been there, | she said", "Pressed by X, |
 * she offered". An entity; BP_NONE: nobody. Bounded. */
uint32_t bp_somebody_else(const bp_narration *narration, uint32_t pronoun);
/* The unit that names whom the speaker asks or tells, "...?" X asked | Y, or stands for them: him. BP_NONE: nobody. */
uint32_t bp_find_addressee(const bp_narration *narration, const bp_attribution *attribution);

#endif

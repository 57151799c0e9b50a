/* taking_up.h - nouns that take up somebody spoken of before. */
#ifndef BP_TAKING_UP_H
#define BP_TAKING_UP_H

#include "quotes/nouns.h"

/* Can the noun phrase stand for somebody spoken of before, by what she does? `of_three`: it is "the mother of three".
 * Constant time. */
bool bp_takes_up(const bp_narration *narration, bp_noun_phrase phrase, bool *of_three);

#endif

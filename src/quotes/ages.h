/* ages.h - who is the older of two. */
#ifndef BP_AGES_H
#define BP_AGES_H

#include "quotes/people.h"

/* "the older woman", "the younger brother", "the elder": the entity, of the two last named with their ages (and of the
 * noun's gender), or the only one whose age was told if it is high, or low for "the younger"; BP_NONE: the phrase
 * compares no ages, or none is told that would do. Bounded. */
uint32_t bp_find_by_age(const bp_people *people, bp_noun_phrase phrase);

#endif

/* shortened.h - a name told by its initials or by one of its parts. */
#ifndef BP_SHORTENED_H
#define BP_SHORTENED_H

#include "quotes/narration.h"

/* "A.N.:" is Ama Nkrumah, the first person with these initials; an entity, BP_NONE: nobody. Bounded. */
uint32_t bp_by_initials(const bp_narration *narration, uint32_t unit);
/* "Million" is Million Assefa, though nothing else tells that it is a name here; BP_NONE: nobody or two. Bounded. */
uint32_t bp_by_part(const bp_narration *narration, uint32_t unit);

#endif

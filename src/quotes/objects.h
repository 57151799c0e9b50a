/* objects.h - what is said with a noun instead of a clause. */
#ifndef BP_OBJECTS_H
#define BP_OBJECTS_H

#include "quotes/contents.h"

/* "accused | the council of waste", "announced | a new bridge", "praised | her work". */
bp_content bp_find_object(const bp_narration *narration, const bp_cue *cue, uint32_t limit);

#endif

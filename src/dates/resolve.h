/* resolve.h - from what is written to what it means. */
#ifndef BP_RESOLVE_H
#define BP_RESOLVE_H

#include "timeline.h"

typedef enum bp_resolved { BP_RESOLVED_NOTHING = 0, BP_RESOLVED_DATE, BP_RESOLVED_MEMORY } bp_resolved;

/* Fills `date` (strings from `arena`) and moves the timeline on to what was
 * spoken of. NOTHING: it is no date after all. */
bp_resolved bp_resolve(bp_timeline *timeline, const bp_reading *reading, bp_arena *arena, bp_date *date);

#endif

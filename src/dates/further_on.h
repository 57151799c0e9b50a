/* further_on.h - the day of a bare time that its sentence tells only further on. */
#ifndef BP_FURTHER_ON_H
#define BP_FURTHER_ON_H

#include "timeline.h"

/* "raised at 9.40pm by a motorist on Tuesday", "had lost 11c by 11.20am before they closed higher yesterday": false: no
 * such day stands behind the time at token `first`. A bounded look. */
bool bp_day_further_on(const bp_timeline *timeline, uint32_t first, bp_tense tense, int32_t *day);

/* The weekday that the token is, written in full: 1 (Monday) to 7; 0: none. */
int bp_weekday_at(const bp_timeline *timeline, uint32_t token);

#endif

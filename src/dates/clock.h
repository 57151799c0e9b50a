/* clock.h - the time of day. */
#ifndef BP_CLOCK_H
#define BP_CLOCK_H

#include "timeline.h"

/* Writes what stands behind the day: "T16:30", "T02:40Z", "TNI". `day` may
 * carry a part of the day ("Tuesday afternoon"); NULL: there is none. `out`
 * needs 32 bytes. False: no such time. */
bool bp_write_clock(bp_timeline *timeline, const bp_expression *clock, const bp_expression *day, char *out);

enum { BP_MINUTES_PER_HOUR = 60, BP_MINUTES_PER_DAY = 24 * BP_MINUTES_PER_HOUR };

/* The minute of the day of "T16:30Z"; also of "TEV" and "TNI", roughly. False: none. */
bool bp_minute_of_day(const char *time, int *minute);

/* Keeps a time ("T16:30Z") of that day as the one spoken of last. */
void bp_remember_clock(bp_timeline *timeline, int32_t day, const char *time, const bp_reading *reading);

/* "19 minutes later", "two hours before": told from the clock time spoken of
 * last. False: there is none, or none near. `time` needs 32 bytes. */
bool bp_shift_clock(const bp_timeline *timeline, const bp_expression *e, bp_placed *placed, char *time);

#endif

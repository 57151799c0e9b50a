/* clock.h - the time of day. */
#ifndef BP_CLOCK_H
#define BP_CLOCK_H

#include "timeline.h"

/* Writes what stands behind the day: "T16:30", "T02:40Z", "TNI". `day` may
 * carry a part of the day ("Tuesday afternoon"); NULL: there is none. `out`
 * needs 32 bytes. False: no such time. */
bool bp_write_clock(const bp_timeline *timeline, const bp_expression *clock, const bp_expression *day, char *out);

/* The day that "that evening", "last night", "the next morning" mean, or a bare
 * time (`e` NULL): the day spoken of in this paragraph; in the past tense also
 * one spoken of before, of the last week; else the reference day. */
bp_placed bp_place_part_of_day(const bp_timeline *timeline, const bp_expression *e, uint32_t block, bp_tense tense);

/* Keeps a time ("T16:30Z") of that day as the one spoken of last. */
void bp_remember_clock(bp_timeline *timeline, int32_t day, const char *time, uint32_t sentence);

/* "19 minutes later", "two hours before": told from the clock time spoken of
 * last. False: there is none, or none near. `time` needs 32 bytes. */
bool bp_shift_clock(const bp_timeline *timeline, const bp_expression *e, bp_placed *placed, char *time);

#endif

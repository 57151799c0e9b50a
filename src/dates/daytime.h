/* daytime.h - the day that a part of the day, or a bare time of the clock, belongs to. */
#ifndef BP_DAYTIME_H
#define BP_DAYTIME_H

#include "timeline.h"

/* The day that "that evening", "last night", "the next morning" mean, or a bare
 * time at token `first` (`e` NULL): the day spoken of in this paragraph; in the
 * past tense also one spoken of before, of the last weeks; else the reference day. */
bp_placed bp_place_part_of_day(const bp_timeline *timeline, const bp_expression *e, uint32_t first, bp_tense tense);

/* "Doors open at ten", "He reads until six in the morning": no day, and none meant. */
bool bp_is_habit(const bp_timeline *timeline, const bp_reading *reading);

/* "at five each day": no one day is meant. */
bool bp_is_daily(const bp_timeline *timeline, const bp_reading *reading);

/* Moves a bare time ("T00:40") to the day after, if it follows a time late in
 * the evening or is when a day's doings ended ("lasted until one in the morning"),
 * or to the day on which it is what the clock says elsewhere: "21:40 (02:40 GMT)". */
void bp_settle_day(const bp_timeline *timeline, const bp_reading *reading, const char *time, bp_placed *placed);

#endif

/* amount.h - how long, and how often: durations and sets. */
#ifndef BP_AMOUNT_H
#define BP_AMOUNT_H

#include "numbers.h"
#include "timeline.h"

enum { BP_LONGEST_VALUE = 64 }; /* bytes of a TIMEX3 value */

/* The amount that the field says, with the half behind its unit: "a year and a half". */
bp_amount bp_amount_of(const bp_timeline *timeline, const bp_expression *e, bp_field number);

/* Writes "P3D", "PT2H30M", "PXY". False: no amount of time. */
bool bp_write_duration(const bp_timeline *timeline, const bp_expression *e, char *out);

/* Writes "P1W", "XXXX-WXX-5", "XXXX-XX-XXTMO"; `freq` (16 bytes) gets "2X" or "". False: no set. */
bool bp_write_set(const bp_timeline *timeline, const bp_expression *e, char *out, char *freq);

#endif

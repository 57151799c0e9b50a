/* place.h - where on the calendar an expression lies. */
#ifndef BP_PLACE_H
#define BP_PLACE_H

#include "timeline.h"

/* Days that a date may be nearer and still lose against the tense: what is awaited, and what a verb tells. */
enum { BP_AGAINST_PRESENT = 80, BP_AGAINST_NEAR = 200, BP_AGAINST_TENSE = 330, BP_AGAINST_SURE = 370 };

/* The steps of placing; each gives an expression its period or symbol. `tense`
 * is that of the clause. */
bp_placed bp_place_calendar(const bp_timeline *timeline, const bp_expression *e, bp_tense tense);
/* "3/4/2019": can it be read day first and month first? */
bool bp_has_two_orders(const bp_timeline *timeline, const bp_expression *e);
/* The only way in which figures can be read; BP_ORDER_OF_TEXT: both, or there are none. */
bp_day_order bp_order_of_figures(const bp_timeline *timeline, const bp_expression *e);
/* "the 27th", "Friday 20" (`weekday` 1 to 7; 0: not said): of the month that the tense or the story wants. */
bp_placed bp_place_day_of_month(const bp_timeline *timeline, const bp_expression *e, int number, int weekday,
                                bp_tense tense);
/* "Friday week", "tomorrow fortnight": 1 or 2 weeks beyond that day; 0: not said. */
int bp_weeks_beyond(const bp_expression *e);
bp_placed bp_place_weekday(const bp_timeline *timeline, const bp_expression *e, bp_tense tense);
/* "Monday to Wednesday": the last day of the range that begins with `from`. False: it is none. */
bool bp_place_weekday_until(const bp_expression *e, bp_period from, bp_period *until);
/* "Monday to Friday", when an office is open: any week's. */
bool bp_is_working_week(const bp_timeline *timeline, const bp_reading *reading, bp_tense tense);
bp_placed bp_place_holiday(const bp_timeline *timeline, const bp_expression *e, bp_tense tense);
bp_placed bp_place_relative(const bp_timeline *timeline, const bp_expression *e, bp_tense tense);
bp_placed bp_place_quarter(const bp_timeline *timeline, const bp_expression *e, bp_tense tense);

/* "the year-ago period", "a year earlier" beside a quarter. */
bp_placed bp_place_yearago(const bp_timeline *timeline, const bp_expression *e);
bool bp_is_same_quarter(const bp_timeline *timeline, const bp_expression *e, const char *unit);

/* Cuts the piece ("the third week of", "the night of") out of what was placed.
 * False: there is no such piece. */
bool bp_place_piece(const bp_timeline *timeline, const bp_expression *piece, bp_placed *placed);

#endif

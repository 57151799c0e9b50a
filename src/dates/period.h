/* period.h - a stretch of the calendar: a day, a week, a month ... a century. */
#ifndef BP_PERIOD_H
#define BP_PERIOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum bp_grain {
    BP_GRAIN_DAY = 0,
    BP_GRAIN_WEEKEND,
    BP_GRAIN_WEEK,
    BP_GRAIN_MONTH,
    BP_GRAIN_QUARTER,
    BP_GRAIN_SEASON,
    BP_GRAIN_HALF,
    BP_GRAIN_YEAR,
    BP_GRAIN_DECADE,
    BP_GRAIN_CENTURY
} bp_grain;

/* Its first day, counted from 1970-01-01; always one on which such a period
 * begins, in the years 1 to 9999. */
typedef struct bp_period {
    bp_grain grain;
    int32_t first;
} bp_period;

enum { BP_FIRST_YEAR = 1, BP_LAST_YEAR = 9999 };

/* The period of that grain that holds the day. A season begins with March,
 * June, September or December; the winter belongs to the year it begins in. */
bp_period bp_period_of(int32_t day, bp_grain grain);

/* Year, month and day; month 0: the year; day 0: the month. False: not in the calendar. */
bool bp_period_from(int year, int month, int day, bp_period *period);

/* The period `count` periods later, or earlier. False: outside of the calendar. */
bool bp_period_step(bp_period *period, int64_t count);

int32_t bp_period_last_day(bp_period period);
int bp_period_year(bp_period period);

/* TIMEX3: "2019-05-31", "2019-W22-WE", "2019-W22", "2019-05", "2019-Q2", "2019-SU", "2019-H1", "2019",
 * "201", "20". Needs 16 bytes. */
void bp_period_write(bp_period period, char *out);

#endif

/* calendar.h - days of the proleptic Gregorian calendar, years 1 to 9999. */
#ifndef BP_CALENDAR_H
#define BP_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

typedef struct bp_day {
    int year, month, day; /* month and day count from 1 */
} bp_day;

/* Does `date` begin with a day "YYYY-MM-DD" of the calendar, followed by
 * nothing, or by a "T" or a space and a time? */
bool bp_calendar_is_date(const char *date);
/* Reads such a day; false as above. */
bool bp_calendar_read(const char *date, bp_day *day);

/* Reads a zone, "Z", "+05:30", "-0800" or "+05", to the end of the string, as
 * minutes east of Greenwich; false: it is none. */
bool bp_calendar_read_zone(const char *zone, int *minutes);
/* The day on which a moment ("2019-05-31T20:30Z") falls in a zone, `minutes` east
 * of Greenwich; a date without a zone of its own stays on its day. False as above. */
bool bp_calendar_read_in_zone(const char *date, int minutes, bp_day *day);

/* Days since 1970-01-01, and back. */
int32_t bp_calendar_number(bp_day day);
bp_day bp_calendar_day(int32_t number);

int bp_calendar_month_length(int year, int month);
/* 1 for Monday to 7 for Sunday. */
int bp_calendar_weekday(int32_t number);
/* The ISO 8601 week (1 to 53) and the year that it belongs to. */
void bp_calendar_week(int32_t number, int *year, int *week);

#endif

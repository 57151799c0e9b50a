/* Days and numbers of days, by the era method of H. Hinnant ("chrono-Compatible
 * Low-Level Date Algorithms", 2013): an era is 400 years, a year begins in March. */
#include "calendar.h"

#include <string.h>

enum { DAYS_PER_ERA = 146097, DAYS_TO_1970 = 719468, MINUTES_PER_DAY = 1440 };

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int bp_calendar_month_length(int year, int month)
{
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static bool read_number(const char *at, int digits, int *number)
{
    *number = 0;
    for (int i = 0; i < digits; i++) {
        if (at[i] < '0' || at[i] > '9') return false;
        *number = *number * 10 + (at[i] - '0');
    }
    return true;
}

bool bp_calendar_read(const char *date, bp_day *day)
{
    if (!read_number(date, 4, &day->year) || date[4] != '-') return false;
    if (!read_number(date + 5, 2, &day->month) || date[7] != '-') return false;
    if (!read_number(date + 8, 2, &day->day)) return false;
    if (date[10] != 0 && date[10] != 'T' && date[10] != ' ') return false;
    return day->year >= 1 && day->month >= 1 && day->month <= 12 && day->day >= 1 &&
           day->day <= bp_calendar_month_length(day->year, day->month);
}

bool bp_calendar_is_date(const char *date)
{
    bp_day day;
    return bp_calendar_read(date, &day);
}

bool bp_calendar_read_zone(const char *zone, int *minutes)
{
    int hours, rest = 0;
    *minutes = 0;
    if (zone[0] == 'Z' && zone[1] == 0) return true;
    if ((zone[0] != '+' && zone[0] != '-') || !read_number(zone + 1, 2, &hours)) return false;
    const char *at = zone + 3 + (zone[3] == ':');
    if (*at == 0 && at == zone + 3) return *minutes = (zone[0] == '-' ? -60 : 60) * hours, hours <= 14;
    if (!read_number(at, 2, &rest) || at[2] != 0 || hours > 14 || rest > 59) return false;
    *minutes = (zone[0] == '-' ? -1 : 1) * (hours * 60 + rest);
    return true;
}

/* The minute of the day of "T20:30:00.000Z", and the zone behind it. */
static bool read_moment(const char *time, int *minute, int *zone)
{
    int hour, of_hour;
    if (*time == 0 || !read_number(time + 1, 2, &hour) || time[3] != ':' || !read_number(time + 4, 2, &of_hour))
        return false;
    *minute = hour * 60 + of_hour;
    return bp_calendar_read_zone(time + 6 + strspn(time + 6, ":.0123456789"), zone);
}

bool bp_calendar_read_in_zone(const char *date, int minutes, bp_day *day)
{
    int minute, zone;
    if (!bp_calendar_read(date, day)) return false;
    if (!read_moment(date + 10, &minute, &zone)) return true;
    minute += minutes - zone;
    const int32_t number = bp_calendar_number(*day) + (minute < 0 ? -1 : minute >= MINUTES_PER_DAY ? 1 : 0);
    const bp_day moved = bp_calendar_day(number);
    if (moved.year >= 1 && moved.year <= 9999) *day = moved;
    return true;
}

int32_t bp_calendar_number(bp_day day)
{
    const int year = day.month <= 2 ? day.year - 1 : day.year;
    const int era = year / 400;
    const int year_of_era = year - era * 400;
    const int day_of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
    return era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - DAYS_TO_1970;
}

bp_day bp_calendar_day(int32_t number)
{
    const int32_t shifted = number + DAYS_TO_1970;
    const int era = (shifted >= 0 ? shifted : shifted - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
    const int day_of_era = shifted - era * DAYS_PER_ERA;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month = (5 * day_of_year + 2) / 153; /* from March */
    bp_day day = { .year = year_of_era + era * 400, .month = month < 10 ? month + 3 : month - 9 };
    day.day = day_of_year - (153 * month + 2) / 5 + 1;
    if (day.month <= 2) day.year++;
    return day;
}

int bp_calendar_weekday(int32_t number)
{
    const int from_monday = (int)((number + 3) % 7); /* 1970-01-01 was a Thursday */
    return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

void bp_calendar_week(int32_t number, int *year, int *week)
{
    const int32_t thursday = number + 4 - bp_calendar_weekday(number);
    *year = bp_calendar_day(thursday).year;
    const int32_t january = bp_calendar_number((bp_day){ *year, 1, 1 });
    *week = (int)((thursday - january) / 7) + 1;
}

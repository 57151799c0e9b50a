/* Days and numbers of days, by the era method of H. Hinnant ("chrono-Compatible
 * Low-Level Date Algorithms", 2013): an era is 400 years, a year begins in March. */
#include "calendar.h"

enum { DAYS_PER_ERA = 146097, DAYS_TO_1970 = 719468 };

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

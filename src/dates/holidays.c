/* Fixed days, days told from Easter, the n-th weekday of a month, and feasts
 * from a table; each with a few days more or less. */
#include "holidays.h"

#include "calendar.h"
#include "feasts.h"

#include <stdlib.h>
#include <string.h>

/* Easter Sunday of the Western churches: the algorithm printed without a name
 * in Nature 13 (1876), p. 487, as in Meeus, Astronomical Algorithms, ch. 8. */
static int32_t easter(int year)
{
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return bp_calendar_number((bp_day){ year, n / 31, n % 31 + 1 });
}

/* Easter Sunday of the Orthodox churches, by the Julian calendar: Meeus, ch. 8. */
static int32_t orthodox_easter(int year)
{
    const int a = year % 4, b = year % 7, c = year % 19;
    const int d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
    const int n = d + e + 114;
    const int behind = year / 100 - year / 400 - 2; /* days that the Julian calendar lags */
    return bp_calendar_number((bp_day){ year, n / 31, n % 31 + 1 }) + behind;
}

/* The n-th weekday of a month; n = -1: the last. */
static int32_t nth_weekday(int year, int month, int n, int weekday)
{
    const int32_t first = bp_calendar_number((bp_day){ year, month, 1 });
    if (n > 0) return first + (weekday - bp_calendar_weekday(first) + 7) % 7 + 7 * (n - 1);
    const int32_t last = first + bp_calendar_month_length(year, month) - 1;
    return last - (bp_calendar_weekday(last) - weekday + 7) % 7;
}

/* "11-4th-4+1": a month, then a day, or a number and a weekday. */
static bool day_of_month(const char *rule, int year, int32_t *day)
{
    char *rest;
    const int month = (int)strtol(rule, &rest, 10);
    if (month < 1 || month > 12 || *rest != '-') return false;
    const int second = (int)strtol(rest + 1, &rest, 10);
    if (*rest == 0) {
        *day = bp_calendar_number((bp_day){ year, month, second });
        return second >= 1 && second <= bp_calendar_month_length(year, month);
    }
    while (*rest && (*rest < '0' || *rest > '9')) rest++;
    *day = nth_weekday(year, month, second, *rest ? *rest - '0' : 1);
    if (*rest) *day += atoi(rest + 1);
    return true;
}

static bool feast_in(const char *rule, int year, int nth, int32_t *day)
{
    const size_t length = strcspn(rule, "+");
    const int row = year - BP_FEASTS_FIRST_YEAR;
    if (row < 0 || row >= BP_FEASTS_YEARS || nth > 1) return false;
    for (uint32_t i = 0; i < bp_feast_count; i++) {
        const bp_feast *feast = &bp_feasts[i];
        if (strlen(feast->name) != length || memcmp(feast->name, rule, length) != 0) continue;
        const int packed = feast->days[row][nth];
        if (packed == 0) return false;
        *day = bp_calendar_number((bp_day){ year, packed / 32, packed % 32 }) +
               atoi(rule + length + (rule[length] == '+')); /* "+14", "+-1" */
        return true;
    }
    return false;
}

bool bp_holiday_in(const char *rule, int year, int nth, int32_t *day)
{
    if (year < 1 || year > 9999) return false;
    if (*rule >= '0' && *rule <= '9') return nth == 0 && day_of_month(rule, year, day);
    if (strncmp(rule, "easter", 6) == 0 || strncmp(rule, "orthodox-easter", 15) == 0) {
        const bool western = *rule == 'e';
        *day = (western ? easter(year) : orthodox_easter(year)) + atoi(rule + (western ? 6 : 15));
        return nth == 0;
    }
    return feast_in(rule, year, nth, day);
}

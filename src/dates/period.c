/* Periods as day numbers: what is longer than a month is counted in months. */
#include "period.h"

#include "calendar.h"

#include <stdio.h>

enum { DAYS_PER_WEEK = 7, MONTHS_PER_YEAR = 12, SATURDAY = 6 };

/* The length in months; 0 for what is counted in days. */
static int months_of(bp_grain grain)
{
    switch (grain) {
    case BP_GRAIN_MONTH: return 1;
    case BP_GRAIN_QUARTER:
    case BP_GRAIN_SEASON: return 3;
    case BP_GRAIN_HALF: return 6;
    case BP_GRAIN_YEAR: return MONTHS_PER_YEAR;
    case BP_GRAIN_DECADE: return 10 * MONTHS_PER_YEAR;
    case BP_GRAIN_CENTURY: return 100 * MONTHS_PER_YEAR;
    default: return 0;
    }
}

/* Months since January of the year 0; seasons count from December. */
static int64_t month_number(int32_t day)
{
    const bp_day d = bp_calendar_day(day);
    return (int64_t)d.year * MONTHS_PER_YEAR + d.month - 1;
}

static int64_t month_start(int64_t month, bp_grain grain)
{
    const int length = months_of(grain), offset = grain == BP_GRAIN_SEASON ? 1 : 0;
    return (month + offset) / length * length - offset;
}

static int32_t day_of_month(int64_t month)
{
    return bp_calendar_number((bp_day){ (int)(month / MONTHS_PER_YEAR), (int)(month % MONTHS_PER_YEAR) + 1, 1 });
}

/* The year 0 is let in only as the beginning of the first decade and century. */
static bool is_in_calendar(int64_t month, bp_grain grain)
{
    const int first_year = grain >= BP_GRAIN_DECADE ? 0 : BP_FIRST_YEAR;
    return month >= (int64_t)first_year * MONTHS_PER_YEAR && month < (int64_t)(BP_LAST_YEAR + 1) * MONTHS_PER_YEAR;
}

static bool is_day_in_calendar(int64_t day)
{
    return day >= bp_calendar_number((bp_day){ BP_FIRST_YEAR, 1, 1 }) &&
           day <= bp_calendar_number((bp_day){ BP_LAST_YEAR, 12, 31 });
}

bp_period bp_period_of(int32_t day, bp_grain grain)
{
    if (months_of(grain)) return (bp_period){ grain, day_of_month(month_start(month_number(day), grain)) };
    const int weekday = bp_calendar_weekday(day);
    if (grain == BP_GRAIN_WEEK) return (bp_period){ grain, day - (weekday - 1) };
    if (grain == BP_GRAIN_WEEKEND) return (bp_period){ grain, day - (weekday - 1) + SATURDAY - 1 };
    return (bp_period){ grain, day };
}

bool bp_period_from(int year, int month, int day, bp_period *period)
{
    if (year < BP_FIRST_YEAR || year > BP_LAST_YEAR || month < 0 || month > MONTHS_PER_YEAR || day < 0) return false;
    if (day && (!month || day > bp_calendar_month_length(year, month))) return false;
    period->grain = day ? BP_GRAIN_DAY : month ? BP_GRAIN_MONTH : BP_GRAIN_YEAR;
    period->first = bp_calendar_number((bp_day){ year, month ? month : 1, day ? day : 1 });
    return true;
}

bool bp_period_step(bp_period *period, int64_t count)
{
    if (count > 4000000 || count < -4000000) return false;
    const int months = months_of(period->grain);
    if (months) {
        const int64_t month = month_number(period->first) + count * months;
        if (!is_in_calendar(month, period->grain)) return false;
        period->first = day_of_month(month);
        return true;
    }
    const int64_t day = period->first + count * (period->grain == BP_GRAIN_DAY ? 1 : DAYS_PER_WEEK);
    if (!is_day_in_calendar(day)) return false;
    period->first = (int32_t)day;
    return true;
}

int32_t bp_period_last_day(bp_period period)
{
    const int months = months_of(period.grain);
    if (months) return day_of_month(month_number(period.first) + months) - 1;
    return period.first + (period.grain == BP_GRAIN_DAY ? 0 : period.grain == BP_GRAIN_WEEKEND ? 1 : DAYS_PER_WEEK - 1);
}

int bp_period_year(bp_period period)
{
    return bp_calendar_day(period.first).year;
}

static void write_week(bp_period period, char *out)
{
    int year, week;
    bp_calendar_week(period.first, &year, &week);
    snprintf(out, 16, "%04d-W%02d%s", year % 10000, week % 100, period.grain == BP_GRAIN_WEEKEND ? "-WE" : "");
}

/* By hand: every date has two of them. */
static void write_day(int year, bp_day d, char *out)
{
    const int parts[] = { year / 1000, year / 100 % 10, year / 10 % 10, year % 10, -1, d.month / 10, d.month % 10,
                          -1,          d.day / 10,      d.day % 10 };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) out[i] = (char)(parts[i] < 0 ? '-' : '0' + parts[i]);
    out[sizeof parts / sizeof *parts] = 0;
}

void bp_period_write(bp_period period, char *out)
{
    static const char *const seasons[] = { "SP", "SU", "FA", "WI" };
    const bp_day d = bp_calendar_day(period.first);
    const int year = d.year % 10000;
    switch (period.grain) {
    case BP_GRAIN_DAY: write_day(year, d, out); break;
    case BP_GRAIN_WEEKEND:
    case BP_GRAIN_WEEK: write_week(period, out); break;
    case BP_GRAIN_MONTH: snprintf(out, 16, "%04d-%02d", year, d.month % 100); break;
    case BP_GRAIN_QUARTER: snprintf(out, 16, "%04d-Q%d", year, (d.month - 1) / 3 % 10 + 1); break;
    case BP_GRAIN_SEASON: snprintf(out, 16, "%04d-%s", year, seasons[(d.month / 3 - 1) & 3]); break;
    case BP_GRAIN_HALF: snprintf(out, 16, "%04d-H%d", year, (d.month - 1) / 6 % 10 + 1); break;
    case BP_GRAIN_YEAR: snprintf(out, 16, "%04d", year); break;
    case BP_GRAIN_DECADE: snprintf(out, 16, "%03d", year / 10); break;
    case BP_GRAIN_CENTURY: snprintf(out, 16, "%02d", year / 100); break;
    }
}

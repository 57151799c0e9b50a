/* Holidays of the year that is said or that the clause's tense wants. */
#include "calendar.h"
#include "holidays.h"
#include "numbers.h"
#include "place.h"

#include <stdlib.h>
#include <string.h>

enum { ABOUT_NOW = 60 /* days: the local elections of the year between are spoken of only from near */ };

/* A month of fasting is its month; the rule says so by a "~". */
static bp_placed holiday_at(const char *rule, int32_t day, const char *how, float score)
{
    return bp_placed_at(bp_period_of(day, *rule == '~' ? BP_GRAIN_MONTH : BP_GRAIN_DAY), how, score);
}

/* "last Easter", "next Diwali": the latest before the reference day, the next after it. */
static bool next_holiday(const bp_timeline *t, const char *rule, int step, int32_t *next)
{
    int64_t least = INT64_MAX;
    for (int i = 0; i < 6; i++) {
        int32_t day;
        if (!bp_holiday_in(rule, bp_calendar_day(t->today).year + i / 2 - 1, i % 2, &day)) continue;
        const int64_t ahead = (int64_t)step * (day - (int64_t)t->today);
        if (ahead <= 0 || ahead >= least) continue;
        least = ahead;
        *next = day;
    }
    return least < INT64_MAX;
}

/* "11-1st-1+1/2": what most mean by election day comes every second year. */
static bool is_between(const char *rule, int year)
{
    const char *every = strchr(rule, '/');
    return every && year % atoi(every + 1);
}

/* The one that the tense wants, of the years around the reference date's. */
static bool nearest_holiday(const bp_timeline *t, const char *rule, bp_tense tense, int32_t *nearest)
{
    int64_t least = INT64_MAX;
    for (int i = 0; i < 6; i++) {
        int32_t day;
        if (!bp_holiday_in(rule, bp_calendar_day(t->today).year + i / 2 - 1, i % 2, &day)) continue;
        int64_t cost = llabs((long long)day - t->today);
        if (cost > ABOUT_NOW && is_between(rule, bp_calendar_day(day).year)) cost += 2 * BP_AGAINST_NEAR;
        if (tense == BP_TENSE_PAST && day > t->today) cost += BP_AGAINST_NEAR;
        if (bp_is_ahead(tense) && day < t->today) cost += tense == BP_TENSE_FUTURE ? BP_AGAINST_TENSE : BP_AGAINST_NEAR;
        if (tense == BP_TENSE_PRESENT && day < t->today) cost += BP_AGAINST_PRESENT;
        if (cost >= least) continue;
        least = cost;
        *nearest = day;
    }
    return least < INT64_MAX;
}

/* "Easter weekend", "Christmas week"; a holiday next to a weekend belongs to it. */
static bp_placed widen(const bp_expression *e, bp_placed placed)
{
    const bp_view unit = e->fields[bp_has(e, BP_FIELD_unit) ? BP_FIELD_unit : BP_FIELD_week].text;
    if (!placed.known || unit.length == 0 || placed.period.grain != BP_GRAIN_DAY) return placed;
    const bool week = unit.length == sizeof "week" - 1;
    const int32_t day = placed.period.first, weekday = bp_calendar_weekday(day);
    placed.period = bp_period_of(!week && weekday <= 2 ? day - weekday : day, week ? BP_GRAIN_WEEK : BP_GRAIN_WEEKEND);
    return placed;
}

static bp_placed place_feast(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const char *rule = bp_value(e, BP_FIELD_holiday), *name = rule + (*rule == '~');
    int32_t day;
    int year;
    if (bp_has(e, BP_FIELD_year)) {
        year = bp_written_year(t, e, BP_FIELD_year);
        if (!bp_holiday_in(name, year, 0, &day)) return bp_placed_symbol("", "no such day");
        return holiday_at(rule, day, "holiday", 0.95f);
    }
    const char *which = bp_value(e, BP_FIELD_which);
    if (tense == BP_TENSE_PAST && !*which && bp_in_narrative(t, e, false, &year) && bp_holiday_in(name, year, 0, &day))
        return holiday_at(rule, day, "holiday of the year spoken of last", 0.75f);
    if (!t->known) return bp_placed_symbol("", "no year is known");
    const bool since = e->first > 0 && bp_token_is(t->document, e->first - 1, "since");
    const int step = since ? -1 : bp_which_step(which);
    if (strcmp(which, "that") == 0 && t->spoken.known && /* that Christmas */
        bp_holiday_in(name, bp_period_year(t->spoken.period), 0, &day))
        return holiday_at(rule, day, "holiday of the year spoken of last", 0.85f);
    if (strcmp(which, "after") == 0 && t->spoken.known) { /* the following Easter */
        for (year = bp_period_year(t->spoken.period); bp_holiday_in(name, year, 0, &day); year++)
            if (day > bp_period_last_day(t->spoken.period))
                return holiday_at(rule, day, "told from the date spoken of last", 0.85f);
    }
    if (bp_has(e, BP_FIELD_whichyear) || strcmp(which, "this") == 0) {
        year = bp_calendar_day(t->today).year + bp_which_step(bp_value(e, BP_FIELD_whichyear));
        if (bp_holiday_in(name, year, 0, &day))
            return bp_counted(holiday_at(rule, day, "holiday of last, this or next year", 0.92f), bp_by_reference,
                              t->today);
    }
    if (step ? !next_holiday(t, name, step, &day) : !nearest_holiday(t, name, tense, &day))
        return bp_placed_symbol("", "no such day");
    return bp_counted(holiday_at(rule, day, "holiday; the nearest in the clause's tense", 0.85f), bp_by_reference,
                      t->today);
}

bp_placed bp_place_holiday(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    return widen(e, place_feast(t, e, tense));
}

/* Holidays of the year that is said or that the clause's tense wants. */
#include "calendar.h"
#include "holidays.h"
#include "numbers.h"
#include "place.h"

#include <stdlib.h>
#include <string.h>

/* A month of fasting is its month; the rule says so by a "~". */
static bp_placed holiday_at(const char *rule, int32_t day, const char *how, float score)
{
    return bp_placed_at(bp_period_of(day, *rule == '~' ? BP_GRAIN_MONTH : BP_GRAIN_DAY), how, score);
}

/* The one that the tense wants, of the years around the reference date's. */
static bool nearest_holiday(const bp_timeline *t, const char *rule, bp_tense tense, int32_t *nearest)
{
    int64_t least = INT64_MAX;
    for (int i = 0; i < 6; i++) {
        int32_t day;
        if (!bp_holiday_in(rule, bp_calendar_day(t->today).year + i / 2 - 1, i % 2, &day)) continue;
        int64_t cost = llabs((long long)day - t->today);
        if (tense == BP_TENSE_PAST && day > t->today) cost += BP_AGAINST_NEAR;
        if (bp_is_ahead(tense) && day < t->today) cost += tense == BP_TENSE_FUTURE ? BP_AGAINST_TENSE : BP_AGAINST_NEAR;
        if (cost >= least) continue;
        least = cost;
        *nearest = day;
    }
    return least < INT64_MAX;
}

bp_placed bp_place_holiday(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const char *rule = bp_value(e, BP_FIELD_holiday), *name = rule + (*rule == '~');
    int32_t day;
    int year;
    if (bp_has(e, BP_FIELD_year)) {
        year = bp_written_year(t, e, BP_FIELD_year);
        if (!bp_holiday_in(name, year, 0, &day)) return bp_placed_symbol("", "no such day");
        return holiday_at(rule, day, "holiday", 0.95f);
    }
    if (tense == BP_TENSE_PAST && bp_in_narrative(t, e, false, &year) && bp_holiday_in(name, year, 0, &day))
        return holiday_at(rule, day, "holiday of the year spoken of last", 0.75f);
    if (!t->known) return bp_placed_symbol("", "no year is known");
    const int step = bp_which_step(bp_value(e, BP_FIELD_which));
    if (step) tense = step < 0 ? BP_TENSE_PAST : BP_TENSE_FUTURE;
    if (!nearest_holiday(t, name, tense, &day)) return bp_placed_symbol("", "no such day");
    return bp_counted(holiday_at(rule, day, "holiday; the nearest in the clause's tense", 0.85f), bp_by_reference,
                      t->today);
}

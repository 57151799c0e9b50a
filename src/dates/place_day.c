/* A day of a month that is not said: "the 27th", "Friday 20". */
#include "calendar.h"
#include "place.h"

#include <stdlib.h>

enum { DAYS_PER_WEEK = 7, WEEKDAY_REACH = 3 /* months */, STORY_REACH = 2 /* sentences */ };

/* "the 27th", "Friday 20": of the month that the tense wants; a weekday that is said must be right. */
static bp_placed place_in_near_month(const bp_timeline *t, int number, int weekday, bp_tense tense)
{
    bp_placed best = bp_placed_symbol("", "no month is known");
    if (!t->known) return best;
    int64_t least = INT64_MAX;
    const bp_period month = bp_period_of(t->today, BP_GRAIN_MONTH);
    const int reach = weekday ? WEEKDAY_REACH : 1;
    for (int i = -reach; i <= reach; i++) {
        bp_period period = month;
        if (!bp_period_step(&period, i)) continue;
        const bp_day first = bp_calendar_day(period.first);
        if (!bp_period_from(first.year, first.month, number, &period)) continue;
        if (weekday && bp_calendar_weekday(period.first) != weekday) continue;
        const int64_t ahead = period.first - (int64_t)t->today;
        const int64_t cost = llabs(ahead) + (tense == BP_TENSE_PAST ? ahead > 0 : ahead < 0) * DAYS_PER_WEEK * 5;
        if (cost >= least) continue;
        least = cost;
        best = bp_counted(bp_placed_at(period, "day of the nearest month", 0.75f), bp_by_reference, t->today);
    }
    return best;
}

/* "opens on Saturday, 1 October, and runs until the 30th": of the month just said. */
static bool place_day_beside(const bp_timeline *t, const bp_expression *e, int number, bp_placed *placed)
{
    if (!t->day.known || t->day.sentence != t->document->tokens.items[e->first].sentence) return false;
    const bp_day first = bp_calendar_day(t->day.period.first);
    bp_period day;
    if (number <= first.day || !bp_period_from(first.year, first.month, number, &day)) return false;
    *placed = bp_counted(bp_placed_at(day, "day of the month spoken of", 0.75f), "the day spoken of last",
                         t->day.period.first);
    return true;
}

/* "He landed on 3 March 1922. On the 5th he rode on": the first such day from the date spoken of last. */
static bool place_day_of_story(const bp_timeline *t, const bp_expression *e, int number, bp_placed *placed)
{
    const uint32_t apart = t->document->tokens.items[e->first].sentence - t->spoken.sentence;
    if (!t->spoken.known || t->spoken.period.grain > BP_GRAIN_MONTH || t->far_run == 0 || apart > STORY_REACH)
        return false;
    const int32_t from = t->spoken.period.first;
    bp_period month = bp_period_of(from, BP_GRAIN_MONTH);
    for (int i = 0; i < 2; i++) {
        const bp_day first = bp_calendar_day(month.first);
        bp_period day;
        if (bp_period_from(first.year, first.month, number, &day) && day.first >= from) {
            *placed =
                bp_counted(bp_placed_at(day, "day of the month spoken of", 0.75f), "the date spoken of last", from);
            return true;
        }
        if (!bp_period_step(&month, 1)) return false;
    }
    return false;
}

bp_placed bp_place_day_of_month(const bp_timeline *t, const bp_expression *e, int number, int weekday, bp_tense tense)
{
    bp_placed day;
    if (!weekday && place_day_beside(t, e, number, &day)) return day;
    if (tense == BP_TENSE_PAST && !weekday && place_day_of_story(t, e, number, &day)) return day;
    return place_in_near_month(t, number, weekday, tense);
}

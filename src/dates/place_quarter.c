/* Quarters and halves of a year, and the comparisons of a business report:
 * "a year earlier" beside a quarter is the same quarter of the year before. */
#include "calendar.h"
#include "numbers.h"
#include "place.h"

#include <stdlib.h>
#include <string.h>

/* Sentences within which a report goes on speaking of the same quarter. */
enum { QUARTER_REACH = 4 };

static bp_placed spoken_quarter(const bp_timeline *t)
{
    if (t->quarter.known)
        return bp_counted(bp_placed_at(t->quarter.period, "the quarter spoken of", 0.85f), "the quarter spoken of last",
                          t->quarter.period.first);
    if (!t->known) return bp_placed_symbol("", "no reference date is known");
    bp_period quarter = bp_period_of(t->today, BP_GRAIN_QUARTER);
    bp_period_step(&quarter, -1);
    return bp_counted(bp_placed_at(quarter, "the latest full quarter", 0.75f), bp_by_reference, t->today);
}

static bool is_half(const bp_expression *e)
{
    return bp_has(e, BP_FIELD_unit) && (e->fields[BP_FIELD_unit].text.at[0] | 0x20) == 'h';
}

/* The number of a quarter or half, or 0. */
static int part_of_year(const bp_timeline *t, const bp_expression *e, int parts)
{
    const bp_view text = e->fields[bp_has(e, BP_FIELD_ordinal) ? BP_FIELD_ordinal : BP_FIELD_ordinal2].text;
    const int number = bp_read_integer(t->words, text, 0);
    if (bp_has(e, BP_FIELD_month)) return (atoi(bp_value(e, BP_FIELD_month)) - 1) / 3 + 1;
    return number < 0 ? parts : number <= parts ? number : 0;
}

static bool part_in(int year, bp_grain grain, int part, bp_period *period)
{
    if (!bp_period_from(year, (part - 1) * (grain == BP_GRAIN_HALF ? 6 : 3) + 1, 0, period)) return false;
    *period = bp_period_of(period->first, grain);
    return true;
}

/* A quarter without a year: this year's if it has begun, or begins soon and the tense looks ahead. */
static bool part_near(const bp_timeline *t, bp_grain grain, int part, bp_tense tense, bp_period *period)
{
    const int year = bp_calendar_day(t->today).year;
    if (!part_in(year, grain, part, period)) return false;
    if (bp_is_ahead(tense) && bp_period_last_day(*period) < t->today - 60)
        return part_in(year + 1, grain, part, period);
    if (!bp_is_ahead(tense) && period->first > t->today + 62) return part_in(year - 1, grain, part, period);
    return true;
}

bp_placed bp_place_quarter(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const bool half = !bp_has(e, BP_FIELD_month) && is_half(e);
    const bp_grain grain = half ? BP_GRAIN_HALF : BP_GRAIN_QUARTER;
    const int part = part_of_year(t, e, half ? 2 : 4);
    const int near = t->known ? bp_calendar_day(t->today).year : 2000;
    bp_period period;
    bool spoken;
    if (part == 0 && bp_has(e, BP_FIELD_year)) { /* "the 1988 period" */
        if (!bp_period_from(bp_read_year(t->words, e->fields[BP_FIELD_year].text, near), 0, 0, &period))
            return bp_placed_symbol("", "no year");
        bp_placed quarter = spoken_quarter(t);
        if (t->quarter.known && !t->many_months &&
            bp_period_step(&quarter.period, (bp_period_year(period) - bp_period_year(quarter.period)) * 4))
            return quarter;
        return bp_placed_at(period, "a period of that year", 0.7f);
    }
    if (part == 0) return spoken_quarter(t);
    if (bp_has(e, BP_FIELD_year)) {
        if (part_in(bp_read_year(t->words, e->fields[BP_FIELD_year].text, near), grain, part, &period))
            return bp_placed_at(period, "part of a year", 0.95f);
        return bp_placed_symbol("", "no year");
    }
    if (!t->known) return bp_placed_symbol("", "no year is known");
    if (bp_has(e, BP_FIELD_whichyear)) {
        bp_expression year = *e;
        year.fields[BP_FIELD_which] = e->fields[BP_FIELD_whichyear];
        const int step = bp_told_step(&year, &spoken);
        const int base = spoken && t->spoken.known ? bp_period_year(t->spoken.period) : near;
        if (part_in(base + step, grain, part, &period))
            return bp_counted(bp_placed_at(period, "part of last, this or next year", 0.9f), bp_by_reference, t->today);
    }
    if (!part_near(t, grain, part, tense, &period)) return bp_placed_symbol("", "outside of the calendar");
    return bp_counted(bp_placed_at(period, "the nearest such part of a year", 0.85f), bp_by_reference, t->today);
}

bool bp_is_same_quarter(const bp_timeline *t, const bp_expression *e, const char *unit)
{
    if (strcmp(unit, "Y") != 0 || !t->quarter.known || t->many_months) return false;
    const uint32_t sentence = t->document->tokens.items[e->first].sentence;
    return sentence - t->quarter.sentence <= QUARTER_REACH;
}

bp_placed bp_place_yearago(const bp_timeline *t, const bp_expression *e)
{
    bp_placed placed = spoken_quarter(t);
    const bool quarter = e->meaning == BP_MEANS_shift || bp_value(e, BP_FIELD_unit)[0] == 'Q';
    if (t->quarter.known && (quarter || !t->many_months) && bp_period_step(&placed.period, -4)) {
        placed.how = "the same quarter of the year before";
        return placed;
    }
    if (!t->known) return bp_placed_symbol("PAST_REF", "no reference date is known");
    const bool half = is_half(e);
    const int part = bp_has(e, BP_FIELD_ordinal) && (half || quarter) ? part_of_year(t, e, half ? 2 : 4) : 0;
    const int year = bp_calendar_day(t->today).year - 1;
    if (part && part_in(year, half ? BP_GRAIN_HALF : BP_GRAIN_QUARTER, part, &placed.period)) /* "of last year" */
        return bp_counted(bp_placed_at(placed.period, "part of last, this or next year", 0.9f), bp_by_reference,
                          t->today);
    return bp_step_from((bp_spoken){ true, { BP_GRAIN_DAY, t->today }, 0, 0, 0 }, bp_by_reference, BP_GRAIN_YEAR, -1);
}

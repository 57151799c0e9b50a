/* Dates told from another one: today, last week, two years earlier, the third
 * quarter, the summer. "Ago" and "last" count from the reference date;
 * "earlier" and "the following" from the date spoken of last. */
#include "calendar.h"
#include "numbers.h"
#include "timeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Sentences within which a report goes on speaking of the same quarter. */
enum { QUARTER_REACH = 4 };

static const char by_reference[] = "the reference date";

bool bp_unit_grain(const char *unit, bp_grain *grain)
{
    static const struct {
        const char *unit;
        bp_grain grain;
    } grains[] = { { "D", BP_GRAIN_DAY },      { "NI", BP_GRAIN_DAY },   { "W", BP_GRAIN_WEEK },
                   { "WE", BP_GRAIN_WEEKEND }, { "FN", BP_GRAIN_WEEK },  { "M", BP_GRAIN_MONTH },
                   { "Q", BP_GRAIN_QUARTER },  { "SE", BP_GRAIN_YEAR },  { "Y", BP_GRAIN_YEAR },
                   { "DE", BP_GRAIN_DECADE },  { "C", BP_GRAIN_CENTURY } };
    for (size_t i = 0; i < sizeof grains / sizeof *grains; i++) {
        if (strcmp(grains[i].unit, unit) != 0) continue;
        *grain = grains[i].grain;
        return true;
    }
    return false;
}

bp_placed bp_placed_at(bp_period period, const char *how, float score)
{
    if (!bp_period_step(&period, 0)) return bp_placed_symbol("", "outside of the calendar");
    return (bp_placed){ .known = true, .period = period, .how = how, .score = score };
}

bp_placed bp_placed_symbol(const char *symbol, const char *how)
{
    bp_placed placed = { .how = how, .score = 0.6f };
    snprintf(placed.symbol, sizeof placed.symbol, "%s", symbol);
    return placed;
}

bp_placed bp_counted(bp_placed placed, const char *from, int32_t day)
{
    placed.from = from;
    placed.counted = day;
    return placed;
}

bp_spoken bp_spoken_day(const bp_timeline *timeline, bp_tense tense)
{
    const bool ahead = timeline->known && timeline->day.known && timeline->day.period.first > timeline->today;
    return tense == BP_TENSE_PAST && ahead && timeline->past_day.known ? timeline->past_day : timeline->day;
}

bool bp_anchor(const bp_timeline *timeline, bp_spoken *anchor, const char **name)
{
    *anchor = timeline->spoken;
    *name = "the date spoken of last";
    if (anchor->known) return true;
    *anchor = (bp_spoken){ .known = timeline->known, .period = { BP_GRAIN_DAY, timeline->today } };
    *name = by_reference;
    return anchor->known;
}

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* ---- today, yesterday */

static bp_placed place_day(const bp_timeline *t, const bp_expression *e)
{
    bp_period day = { BP_GRAIN_DAY, t->today };
    const int offset = bp_has(e, BP_FIELD_tonight) ? 0 : atoi(bp_value(e, BP_FIELD_offset));
    if (!t->known)
        return bp_placed_symbol(offset < 0   ? "PAST_REF"
                                : offset > 0 ? "FUTURE_REF"
                                             : "PRESENT_REF",
                                "no reference date is known");
    if (!bp_period_step(&day, offset)) return bp_placed_symbol("", "outside of the calendar");
    return bp_counted(bp_placed_at(day, "a day told from the reference date", 0.95f), by_reference, t->today);
}

/* ---- this, last and next week, month, year */

static const char *symbol_of(int step)
{
    return step < 0 ? "PAST_REF" : step > 0 ? "FUTURE_REF" : "PRESENT_REF";
}

static int step_of(const bp_expression *e, bool *spoken)
{
    const char *which = bp_has(e, BP_FIELD_direction) ? bp_value(e, BP_FIELD_direction) : bp_value(e, BP_FIELD_which);
    *spoken = is(which, "that") || is(which, "after") || is(which, "before") || is(which, "earlier");
    if (is(which, "last") || is(which, "before") || is(which, "earlier")) return -1;
    return is(which, "next") || is(which, "after") ? 1 : 0;
}

static bp_placed step_from(bp_spoken anchor, const char *name, bp_grain grain, int64_t step)
{
    bp_period period = bp_period_of(anchor.period.first, grain);
    if (!bp_period_step(&period, step)) return bp_placed_symbol("", "outside of the calendar");
    return bp_counted(bp_placed_at(period, "counted in units of its own", 0.9f), name, anchor.period.first);
}

/* "the weekend" without more: the one just past, or the next. */
static int weekend_step(const bp_timeline *t, bp_tense tense)
{
    const int weekday = bp_calendar_weekday(t->today);
    return weekday >= 6 || tense == BP_TENSE_FUTURE ? 0 : -1;
}

/* How many weekends on: one that is near is "next", one that is here is "this". */
static int weekend_steps(const bp_timeline *t, const bp_expression *e, int step, bp_tense tense)
{
    const bool here = bp_calendar_weekday(t->today) >= 6;
    if (!bp_has(e, BP_FIELD_which) && !bp_has(e, BP_FIELD_direction) && !bp_has(e, BP_FIELD_after))
        return weekend_step(t, tense);
    return step > 0 && !here ? step - 1 : step;
}

static bp_placed place_period(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    bp_grain grain = BP_GRAIN_YEAR;
    bool spoken;
    int step = step_of(e, &spoken);
    const char *name = by_reference;
    bp_spoken anchor = { .known = t->known, .period = { BP_GRAIN_DAY, t->today } };
    if (bp_has(e, BP_FIELD_unit) && !bp_unit_grain(bp_value(e, BP_FIELD_unit), &grain))
        return bp_placed_symbol("", "no unit of the calendar");
    if (bp_has(e, BP_FIELD_after)) step = (e->fields[BP_FIELD_after].text.at[0] | 0x20) == 'a' ? 2 : -2;
    if (spoken) bp_anchor(t, &anchor, &name);
    if (spoken && grain == BP_GRAIN_DAY && t->day.known) anchor = bp_spoken_day(t, tense);
    if (!anchor.known) return bp_placed_symbol(symbol_of(step), "no reference date is known");
    if (grain == BP_GRAIN_WEEKEND && !spoken) step = weekend_steps(t, e, step, tense);
    if (is(bp_value(e, BP_FIELD_which), "latest") && grain == BP_GRAIN_QUARTER && t->quarter.known) anchor = t->quarter;
    return step_from(anchor, name, grain, step);
}

/* "week 31": the first week of a year holds its fourth of January (ISO 8601). */
static bp_placed place_week(const bp_timeline *t, const bp_expression *e)
{
    const int number = bp_read_integer(t->words, e->fields[BP_FIELD_number].text, 0);
    const int near = t->known ? bp_calendar_day(t->today).year : 0;
    const int year = bp_has(e, BP_FIELD_year) ? bp_read_year(t->words, e->fields[BP_FIELD_year].text, near) : near;
    bp_period january;
    if (!bp_period_from(year, 1, 4, &january)) return bp_placed_symbol("", "no year is known");
    bp_period week = bp_period_of(january.first, BP_GRAIN_WEEK);
    int of_year, of_week;
    if (!bp_period_step(&week, number - 1)) return bp_placed_symbol("", "outside of the calendar");
    bp_calendar_week(week.first, &of_year, &of_week);
    if (of_week != number) return bp_placed_symbol("", "no such week");
    return bp_placed_at(week, "a numbered week", 0.85f);
}

/* ---- seasons */

static const char season_names[] = "SPSUFAWI";

static bool season_in(int year, const char *season, bp_period *period)
{
    const char *at = strstr(season_names, season);
    if (!at || !*season) return false;
    const int month = (int)(at - season_names) / 2 * 3 + 3;
    if (!bp_period_from(year, month, 0, period)) return false;
    *period = bp_period_of(period->first, BP_GRAIN_SEASON);
    return true;
}

static bp_placed unknown_season(const char *season)
{
    bp_placed placed = bp_placed_symbol("", "no year is known");
    snprintf(placed.symbol, sizeof placed.symbol, "XXXX-%s", season);
    return placed;
}

/* Does "by", "until" or the like stand before it, which look ahead? */
static bool is_awaited(const bp_timeline *t, const bp_expression *e)
{
    for (uint32_t i = e->first; i > 0 && e->first - i < 2; i--) {
        if (bp_token_is(t->document, i - 1, "by") || bp_token_is(t->document, i - 1, "until")) return true;
        if (!bp_token_is(t->document, i - 1, "the") && !bp_token_is(t->document, i - 1, "at")) return false;
    }
    return false;
}

static bp_placed place_season(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const char *season = bp_value(e, BP_FIELD_season), *which = bp_value(e, BP_FIELD_which);
    bp_period period;
    if (bp_has(e, BP_FIELD_year)) {
        const int near = t->known ? bp_calendar_day(t->today).year : 2000;
        if (!season_in(bp_read_year(t->words, e->fields[BP_FIELD_year].text, near), season, &period))
            return unknown_season(season);
        return bp_placed_at(period, "season of a year", 0.95f);
    }
    const bool spoken = is(which, "that") || is(which, "after") || is(which, "before");
    const int32_t day = spoken && t->spoken.known ? t->spoken.period.first : t->today;
    const bp_period now = bp_period_of(day, BP_GRAIN_SEASON);
    if (!t->known && !(spoken && t->spoken.known)) return unknown_season(season);
    const int year = is(season, "WI") ? bp_period_year(now) : bp_calendar_day(day).year;
    if (is_awaited(t, e) && tense != BP_TENSE_PAST) tense = BP_TENSE_FUTURE;
    if (!season_in(year, season, &period)) return unknown_season(season);
    const bool last = is(which, "last") || is(which, "before"), next = is(which, "next") || is(which, "after");
    const bool near = !*which || is(which, "this");
    if (last && period.first >= now.first) season_in(year - 1, season, &period);
    if (next && period.first <= now.first) season_in(year + 1, season, &period);
    if (near && tense == BP_TENSE_FUTURE && period.first < now.first) season_in(year + 1, season, &period);
    if (near && tense != BP_TENSE_FUTURE && period.first > now.first && (!*which || tense == BP_TENSE_PAST))
        season_in(year - 1, season, &period);
    return bp_counted(bp_placed_at(period, "season in the clause's tense", 0.8f), by_reference, t->today);
}

/* ---- quarters and halves */

static bp_placed spoken_quarter(const bp_timeline *t)
{
    if (t->quarter.known)
        return bp_counted(bp_placed_at(t->quarter.period, "the quarter spoken of", 0.85f), "the quarter spoken of last",
                          t->quarter.period.first);
    if (!t->known) return bp_placed_symbol("", "no reference date is known");
    bp_period quarter = bp_period_of(t->today, BP_GRAIN_QUARTER);
    bp_period_step(&quarter, -1);
    return bp_counted(bp_placed_at(quarter, "the latest full quarter", 0.75f), by_reference, t->today);
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
    if (tense == BP_TENSE_FUTURE && bp_period_last_day(*period) < t->today - 60)
        return part_in(year + 1, grain, part, period);
    if (tense != BP_TENSE_FUTURE && period->first > t->today + 62) return part_in(year - 1, grain, part, period);
    return true;
}

static bp_placed place_quarter(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const bool half =
        !bp_has(e, BP_FIELD_month) && (bp_has(e, BP_FIELD_unit) && (e->fields[BP_FIELD_unit].text.at[0] | 0x20) == 'h');
    const bp_grain grain = half ? BP_GRAIN_HALF : BP_GRAIN_QUARTER;
    const int part = part_of_year(t, e, half ? 2 : 4);
    const int near = t->known ? bp_calendar_day(t->today).year : 2000;
    bp_period period;
    bool spoken;
    if (part == 0 && bp_has(e, BP_FIELD_year)) { /* "the 1988 period" */
        if (!bp_period_from(bp_read_year(t->words, e->fields[BP_FIELD_year].text, near), 0, 0, &period))
            return bp_placed_symbol("", "no year");
        bp_placed quarter = spoken_quarter(t);
        if (t->quarter.known &&
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
        const int step = step_of(&year, &spoken);
        const int base = spoken && t->spoken.known ? bp_period_year(t->spoken.period) : near;
        if (part_in(base + step, grain, part, &period))
            return bp_counted(bp_placed_at(period, "part of last, this or next year", 0.9f), by_reference, t->today);
    }
    if (!part_near(t, grain, part, tense, &period)) return bp_placed_symbol("", "outside of the calendar");
    return bp_counted(bp_placed_at(period, "the nearest such part of a year", 0.85f), by_reference, t->today);
}

/* ---- so many units ago, earlier, later */

/* Reports of business compare quarters: "a year earlier" beside one is the
 * same quarter of the year before. */
static bool is_same_quarter(const bp_timeline *t, const bp_expression *e, const char *unit)
{
    if (!is(unit, "Y") || !t->quarter.known || t->many_months) return false;
    const uint32_t sentence = t->document->tokens.items[e->first].sentence;
    return sentence - t->quarter.sentence <= QUARTER_REACH;
}

static bp_placed place_yearago(const bp_timeline *t)
{
    bp_placed placed = spoken_quarter(t);
    if (t->quarter.known && bp_period_step(&placed.period, -4)) {
        placed.how = "the same quarter of the year before";
        return placed;
    }
    if (!t->known) return bp_placed_symbol("PAST_REF", "no reference date is known");
    return step_from((bp_spoken){ true, { BP_GRAIN_DAY, t->today }, 0, 0 }, by_reference, BP_GRAIN_YEAR, -1);
}

static bp_placed place_shift(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const char *direction = bp_value(e, BP_FIELD_direction);
    const char *unit = bp_value(e, bp_has(e, BP_FIELD_unit) ? BP_FIELD_unit : BP_FIELD_many);
    const bool back = is(direction, "ago") || is(direction, "earlier") || is(direction, "before");
    const bool from_today = is(direction, "ago") || is(direction, "hence");
    const bp_amount amount =
        bp_has(e, BP_FIELD_number) ? bp_read_amount(t->words, e->fields[BP_FIELD_number].text) : (bp_amount){ 0 };
    bp_spoken anchor = { .known = t->known, .period = { BP_GRAIN_DAY, t->today } };
    const char *name = by_reference;
    bp_grain grain;
    const char *vague = back || (!from_today && tense == BP_TENSE_PAST) ? "PAST_REF" : "FUTURE_REF";
    if (!amount.known) return bp_placed_symbol(vague, "how long is not said");
    if (!bp_unit_grain(unit, &grain)) return bp_placed_symbol("", "hours and minutes");
    int64_t count = amount.thousandths / 1000;
    if (count == 1 && back && is_same_quarter(t, e, unit)) return place_yearago(t);
    if (amount.thousandths % 1000 && grain == BP_GRAIN_YEAR) { /* "two and a half years" */
        count = amount.thousandths * 12 / 1000;
        grain = BP_GRAIN_MONTH;
    }
    if (is(unit, "FN")) count *= 2;
    if (grain >= BP_GRAIN_DECADE) { /* "a decade earlier", "half a century ago" are years */
        count = amount.thousandths * (grain == BP_GRAIN_DECADE ? 10 : 100) / 1000;
        grain = BP_GRAIN_YEAR;
    }
    if (!from_today) bp_anchor(t, &anchor, &name);
    if (!from_today && grain == BP_GRAIN_DAY && t->day.known) anchor = bp_spoken_day(t, tense);
    if (!anchor.known) return bp_placed_symbol(back ? "PAST_REF" : "FUTURE_REF", "no reference date is known");
    bp_placed placed = step_from(anchor, name, grain, back ? -count : count);
    if (!back && !from_today && t->known && tense != BP_TENSE_FUTURE && placed.known && placed.period.first > t->today)
        placed = step_from((bp_spoken){ true, { BP_GRAIN_DAY, t->today }, 0, 0 }, by_reference, grain,
                           0); /* the story's own day */
    placed.how = from_today ? "so long before or after the reference date" : "so long before or after";
    placed.score = from_today ? 0.92f : 0.75f;
    return placed;
}

bp_placed bp_place_relative(const bp_timeline *timeline, const bp_expression *e, bp_tense tense)
{
    switch (e->meaning) {
    case BP_MEANS_day: return place_day(timeline, e);
    case BP_MEANS_period: return place_period(timeline, e, tense);
    case BP_MEANS_week: return place_week(timeline, e);
    case BP_MEANS_yearago: return place_yearago(timeline);
    case BP_MEANS_season: return place_season(timeline, e, tense);
    case BP_MEANS_quarter: return place_quarter(timeline, e, tense);
    case BP_MEANS_shift: return place_shift(timeline, e, tense);
    case BP_MEANS_vague: return bp_placed_symbol(bp_value(e, BP_FIELD_vague), "a vague time");
    default: return bp_placed_symbol("", "not told from another date");
    }
}

/* ---- pieces of what was placed */

/* The n-th weekday that lies in a period; n = -1: the last. */
static bool nth_weekday(bp_period whole, int weekday, int n, bp_period *piece)
{
    const int32_t last = bp_period_last_day(whole);
    int32_t day = whole.first + (weekday - bp_calendar_weekday(whole.first) + 7) % 7 + 7 * (n - 1);
    if (n < 0) day = last - (bp_calendar_weekday(last) - weekday + 7) % 7;
    *piece = (bp_period){ BP_GRAIN_DAY, day };
    return day >= whole.first && day <= last;
}

/* "the first week of May" is the first that lies in May with more than half of its days; so is the last. */
static bool nth_unit(bp_period whole, bp_grain grain, int n, bp_period *piece)
{
    const int32_t last = bp_period_last_day(whole);
    *piece = bp_period_of(n < 0 ? last : whole.first, grain);
    if (n < 0 && piece->first > last) bp_period_step(piece, -1);
    if (n < 0 && grain == BP_GRAIN_WEEK && bp_calendar_weekday(last) < 4) bp_period_step(piece, -1);
    if (n > 0 && piece->first < whole.first && (grain == BP_GRAIN_WEEKEND || bp_calendar_weekday(whole.first) > 4))
        bp_period_step(piece, 1);
    if (n > 1 && !bp_period_step(piece, n - 1)) return false;
    return piece->first <= last;
}

bool bp_place_piece(const bp_timeline *timeline, const bp_expression *piece, bp_placed *placed)
{
    const int n = bp_read_integer(timeline->words, piece->fields[BP_FIELD_ordinal].text, 0);
    const bp_view unit = piece->fields[BP_FIELD_unit].text;
    bp_period made;
    bp_grain grain;
    if (bp_has(piece, BP_FIELD_daypart)) return placed->known && placed->period.grain <= BP_GRAIN_WEEK;
    if (!placed->known) return false;
    if (bp_has(piece, BP_FIELD_week)) {
        if (placed->period.grain > BP_GRAIN_WEEK) return false;
        placed->period = bp_period_of(placed->period.first, BP_GRAIN_WEEK);
        return true;
    }
    if (bp_has(piece, BP_FIELD_weekday)) {
        if (!nth_weekday(placed->period, atoi(bp_value(piece, BP_FIELD_weekday)), n, &made)) return false;
    } else if (unit.length == 4 && (unit.at[0] | 0x20) == 'h') {
        if (placed->period.grain == BP_GRAIN_YEAR)
            nth_unit(placed->period, BP_GRAIN_HALF, n, &made);
        else
            made = placed->period;
        if (placed->period.grain < BP_GRAIN_MONTH) return false;
    } else {
        if (!bp_unit_grain(bp_value(piece, BP_FIELD_unit), &grain) || grain >= placed->period.grain) return false;
        if (!nth_unit(placed->period, grain, n, &made)) return false;
    }
    placed->period = made;
    placed->range = false;
    return true;
}

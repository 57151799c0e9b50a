/* Dates told from another one: today, last week, two years earlier, the third
 * quarter, the summer. "Ago" and "last" count from the reference date;
 * "earlier" and "the following" from the date spoken of last. */
#include "amount.h"
#include "calendar.h"
#include "numbers.h"
#include "place.h"
#include "speech.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NOWADAYS_REACH = 2 /* sentences */, JUNE = 6 };

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* ---- today, yesterday */

/* "It had nine staff in 1993. Today it employs 312": nowadays, after a year long past. */
static bool is_nowadays(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const uint32_t apart = t->document->tokens.items[e->first].sentence - t->spoken.sentence;
    if (!bp_token_is(t->document, e->first, "today") || e->end != e->first + 1 || tense != BP_TENSE_PRESENT)
        return false;
    const bool pronoun = e->first > 0 && (bp_token_classes(t->document, e->first - 1) & BP_WORDS_SUBJECT_PRONOUNS);
    if (pronoun && !bp_token_is(t->document, e->first - 1, "it")) return false; /* "his niece runs it today" */
    return t->spoken.known && apart <= NOWADAYS_REACH &&
           t->written - (int64_t)t->spoken.period.first > BP_NARRATIVE_DAYS;
}

static bp_placed place_day(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const int32_t spoken = bp_day_of_speech(t, e);
    bp_period day = { BP_GRAIN_DAY, spoken };
    const int told = bp_has(e, BP_FIELD_tonight) ? 0 : atoi(bp_value(e, BP_FIELD_offset));
    const int offset = told + 7 * bp_weeks_beyond(e); /* tomorrow week */
    if (!t->known)
        return bp_placed_symbol(offset < 0   ? "PAST_REF"
                                : offset > 0 ? "FUTURE_REF"
                                             : "PRESENT_REF",
                                "no reference date is known");
    if (is_nowadays(t, e, tense))
        return bp_placed_symbol("PRESENT_REF", "nowadays, in the present tense behind a year");
    if (!bp_period_step(&day, offset)) return bp_placed_symbol("", "outside of the calendar");
    return bp_counted(bp_placed_at(day, "a day told from the reference date", 0.95f),
                      spoken == t->written ? bp_by_reference : "the day of the words said", spoken);
}

/* ---- this, last and next week, month, year */

static const char *symbol_of(int step)
{
    return step < 0 ? "PAST_REF" : step > 0 ? "FUTURE_REF" : "PRESENT_REF";
}

/* "the weekend" without more: the one just past, or the next. */
static int weekend_step(const bp_timeline *t, bp_tense tense)
{
    const int weekday = bp_calendar_weekday(t->today);
    return weekday >= 6 || bp_is_ahead(tense) || tense == BP_TENSE_PRESENT ? 0 : -1;
}

/* How many weekends on: one that is near is "next", one that is here is "this". */
static int weekend_steps(const bp_timeline *t, const bp_expression *e, int step, bp_tense tense)
{
    const bool here = bp_calendar_weekday(t->today) >= 6;
    if (!bp_has(e, BP_FIELD_which) && !bp_has(e, BP_FIELD_direction) && !bp_has(e, BP_FIELD_after))
        return weekend_step(t, tense);
    return step > 0 && !here ? step - 1 : step;
}

/* "early in the new year": the one that is coming, and in its first half the one that came. */
static bp_placed place_new_year(const bp_timeline *t, bp_tense tense)
{
    if (!t->known) return bp_placed_symbol("FUTURE_REF", "no reference date is known");
    const int month = bp_calendar_day(t->today).month;
    const bool coming = tense != BP_TENSE_PAST && (month > JUNE || (month > 2 && bp_is_ahead(tense)));
    const bp_spoken today = { .known = true, .period = { BP_GRAIN_DAY, t->today } };
    return bp_step_from(today, bp_by_reference, BP_GRAIN_YEAR, coming);
}

/* "the same week of 2020", "the same month of last year": as the week or month spoken of last, or this one. */
static bp_placed place_same(const bp_timeline *t, const bp_expression *e)
{
    bp_grain grain;
    bp_spoken anchor;
    const char *name;
    if (!bp_unit_grain(bp_value(e, BP_FIELD_unit), &grain) || !bp_anchor(t, grain, &anchor, &name))
        return bp_placed_symbol("PAST_REF", "no reference date is known");
    if (t->known && anchor.period.grain != grain) {
        anchor.period.first = t->today;
        name = bp_by_reference;
    }
    const bp_day day = bp_calendar_day(anchor.period.first);
    const int near = t->known ? bp_calendar_day(t->today).year : day.year;
    const int year = bp_has(e, BP_FIELD_year) ? bp_written_year(t, e, BP_FIELD_year)
                                              : near + bp_which_step(bp_value(e, BP_FIELD_whichyear));
    bp_period same;
    const int length = bp_calendar_month_length(year, day.month);
    if (!bp_period_from(year, day.month, day.day < length ? day.day : length, &same))
        return bp_placed_symbol("", "outside of the calendar");
    if (grain == BP_GRAIN_WEEK) {
        int of_year, week, of_other, other;
        bp_calendar_week(anchor.period.first, &of_year, &week);
        bp_calendar_week(same.first, &of_other, &other);
        same.first += 7 * (week - other);
    }
    return bp_counted(bp_placed_at(bp_period_of(same.first, grain), "the same part of another year", 0.85f), name,
                      anchor.period.first);
}

static bp_placed place_period(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    if (bp_has(e, BP_FIELD_year) || bp_has(e, BP_FIELD_whichyear)) return place_same(t, e);

    bp_grain grain = BP_GRAIN_YEAR;
    bool spoken;
    if (bp_has(e, BP_FIELD_newyear)) return place_new_year(t, tense);
    int step = bp_told_step(e, &spoken);
    const char *name = bp_by_reference;
    bp_spoken anchor = { .known = t->known, .period = { BP_GRAIN_DAY, t->today } };
    if (bp_has(e, BP_FIELD_unit) && !bp_unit_grain(bp_value(e, BP_FIELD_unit), &grain))
        return bp_placed_symbol("", "no unit of the calendar");
    if (bp_has(e, BP_FIELD_after)) step = (e->fields[BP_FIELD_after].text.at[0] | 0x20) == 'a' ? 2 : -2;
    int narrated;
    spoken =
        spoken || (step == 0 && !bp_has(e, BP_FIELD_which) && grain >= BP_GRAIN_MONTH && tense != BP_TENSE_FUTURE &&
                   bp_in_narrative(t, e, false, &narrated)); /* in May 1963, and by the end of the decade */
    if (spoken) bp_anchor(t, grain, &anchor, &name);
    if (spoken && grain == BP_GRAIN_DAY && t->day.known) anchor = bp_spoken_day(t, tense);
    if (!anchor.known) return bp_placed_symbol(symbol_of(step), "no reference date is known");
    if (grain == BP_GRAIN_WEEKEND && !spoken) step = weekend_steps(t, e, step, tense);
    const bool before_it = anchor.period.grain == BP_GRAIN_DAY && bp_calendar_weekday(anchor.period.first) < 6;
    if (grain == BP_GRAIN_WEEKEND && spoken && step == 1 && before_it)
        step = 0; /* freed on Monday ... gone by the following weekend */
    const bool latest = is(bp_value(e, BP_FIELD_which), "latest") && grain == BP_GRAIN_QUARTER;
    if (latest && t->quarter.known) anchor = t->quarter;
    if (latest && !t->quarter.known) step = -1; /* the latest that is over */
    return bp_step_from(anchor, name, grain, step);
}

/* "week 31": the first week of a year holds its fourth of January (ISO 8601). */
static bp_placed place_week(const bp_timeline *t, const bp_expression *e)
{
    const int number = bp_read_integer(t->words, e->fields[BP_FIELD_number].text, 0);
    const int near = t->known ? bp_calendar_day(t->today).year : 0;
    int year = bp_has(e, BP_FIELD_year) ? bp_read_year(t->words, e->fields[BP_FIELD_year].text, near) : near;
    bp_period january;
    if (bp_has(e, BP_FIELD_whichyear)) year += bp_which_step(bp_value(e, BP_FIELD_whichyear));
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

/* Does "by", "until", "into", "ahead to" or the like stand before it, which look ahead? */
static bool is_awaited(const bp_timeline *t, const bp_expression *e)
{
    for (uint32_t i = e->first; i > 0 && e->first - i < 2; i--) {
        if (bp_token_is(t->document, i - 1, "by") || bp_token_is(t->document, i - 1, "until")) return true;
        if (bp_token_is(t->document, i - 1, "into")) return true;
        if (i > 1 && bp_token_is(t->document, i - 1, "to")) return bp_token_is(t->document, i - 2, "ahead");
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
    if (bp_has(e, BP_FIELD_whichyear) && t->known &&
        season_in(bp_calendar_day(t->today).year + bp_which_step(bp_value(e, BP_FIELD_whichyear)), season, &period))
        return bp_counted(bp_placed_at(period, "season of last, this or next year", 0.9f), bp_by_reference, t->today);
    const bool spoken = is(which, "that") || is(which, "after") || is(which, "before");
    const int32_t day = spoken && t->spoken.known ? t->spoken.period.first : t->today;
    const bp_period now = bp_period_of(day, BP_GRAIN_SEASON);
    int narrated;
    if (!*which && tense == BP_TENSE_PAST && bp_in_narrative(t, e, false, &narrated) &&
        season_in(narrated, season, &period))
        return bp_placed_at(period, "season of the year spoken of last", 0.75f);
    if (!t->known && !(spoken && t->spoken.known)) return unknown_season(season);
    int year = is(season, "WI") ? bp_period_year(now) : bp_calendar_day(day).year;
    if (spoken && t->spoken.period.grain == BP_GRAIN_YEAR) year += bp_which_step(which); /* in 1947, the following | */
    if (is_awaited(t, e) && tense != BP_TENSE_PAST) tense = BP_TENSE_FUTURE;
    if (!season_in(year, season, &period)) return unknown_season(season);
    const bool last = is(which, "last") || is(which, "before"), next = is(which, "next") || is(which, "after");
    const bool near = !*which || is(which, "this");
    if (last && period.first >= now.first) season_in(year - 1, season, &period);
    if (next && period.first <= now.first) season_in(year + 1, season, &period);
    const bool in = tense == BP_TENSE_PRESENT && e->first > 0 && bp_token_is(t->document, e->first - 1, "in");
    if (near && (bp_is_ahead(tense) || in) && period.first < now.first) season_in(year + 1, season, &period);
    if (!*which && !bp_is_ahead(tense) && !in &&
        period.first > now.first) /* "this fall" in spring is the one to come */
        season_in(year - 1, season, &period);
    return bp_counted(bp_placed_at(period, "season in the clause's tense", 0.8f), bp_by_reference, t->today);
}

/* ---- so many units ago, earlier, later */

/* The same day so many weeks, months or years on; the last of its month if that is shorter. */
static bool step_day(bp_period *period, bp_grain grain, int64_t step)
{
    const bp_day day = bp_calendar_day(period->first);
    bp_period month = bp_period_of(period->first, BP_GRAIN_MONTH);
    *period = (bp_period){ BP_GRAIN_DAY, period->first };
    if (grain <= BP_GRAIN_WEEK) return bp_period_step(period, step * (grain == BP_GRAIN_WEEK ? 7 : 1));
    if (!bp_period_step(&month, step * (grain == BP_GRAIN_MONTH ? 1 : 12))) return false;
    const bp_day first = bp_calendar_day(month.first);
    const int length = bp_calendar_month_length(first.year, first.month);
    return bp_period_from(first.year, first.month, day.day < length ? day.day : length, period);
}

/* "a year and two months ago": two months before the day a year ago. */
static bool step_second(const bp_timeline *t, const bp_expression *e, bp_spoken *anchor, bp_grain *grain,
                        int64_t *count)
{
    const bp_amount second = bp_read_amount(t->words, e->fields[BP_FIELD_number3].text);
    bp_grain smaller;
    if (!bp_unit_grain(bp_value(e, BP_FIELD_unit3), &smaller) || !second.known) return true; /* hours: not told */
    if (!step_day(&anchor->period, *grain, *count)) return false;
    *grain = smaller;
    *count = (*count < 0 ? -1 : 1) * second.thousandths / 1000;
    return true;
}

/* "a year ago today", "two years ago on Friday", "a week today": the very day. */
static bp_placed place_day_away(const bp_timeline *t, const bp_expression *e, bp_tense tense, bp_grain grain,
                                int64_t count)
{
    bp_period day = { BP_GRAIN_DAY, t->today + atoi(bp_value(e, BP_FIELD_offset)) };
    if (bp_has(e, BP_FIELD_weekday)) day = bp_place_weekday(t, e, tense).period;
    if (!step_day(&day, grain, count)) return bp_placed_symbol("", "outside of the calendar");
    return bp_counted(bp_placed_at(day, "so long before or after a day", 0.92f), bp_by_reference, t->today);
}

/* "214,000 tonnes at the end of February, against 163,000 a year earlier": the same month of the year before. */
static bool is_beside_month(const bp_timeline *t, const bp_expression *e)
{
    return t->known && t->spoken.known && t->spoken.period.grain == BP_GRAIN_MONTH &&
           t->spoken.sentence == t->document->tokens.items[e->first].sentence &&
           (int64_t)t->today - t->spoken.period.first < BP_NARRATIVE_DAYS;
}

static bp_placed place_shift(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const char *direction = bp_value(e, BP_FIELD_direction);
    const char *unit = bp_value(e, bp_has(e, BP_FIELD_unit) ? BP_FIELD_unit : BP_FIELD_many);
    const bool back = is(direction, "ago") || is(direction, "earlier") || is(direction, "before");
    const bool from_today = is(direction, "ago") || is(direction, "hence");
    const bp_amount amount = bp_has(e, BP_FIELD_number) ? bp_amount_of(t, e, BP_FIELD_number) : (bp_amount){ 0 };
    bp_spoken anchor = { .known = t->known, .period = { BP_GRAIN_DAY, t->today } };
    const char *name = bp_by_reference;
    bp_grain grain;
    const char *vague = back || (!from_today && tense == BP_TENSE_PAST) ? "PAST_REF" : "FUTURE_REF";
    if (!amount.known) return bp_placed_symbol(vague, "how long is not said");
    if (!bp_unit_grain(unit, &grain)) return bp_placed_symbol("", "hours and minutes");
    int64_t count = amount.thousandths / 1000;
    const bool joined = bp_has(e, BP_FIELD_unit3);
    const bool day_said = bp_has(e, BP_FIELD_offset) || bp_has(e, BP_FIELD_tonight) || bp_has(e, BP_FIELD_weekday);
    if (count == 1 && back && !joined && !day_said && bp_is_same_quarter(t, e, unit)) return bp_place_yearago(t, e);
    if (count == 1 && back && !from_today && !joined && grain == BP_GRAIN_YEAR && is_beside_month(t, e)) {
        count = 12;
        grain = BP_GRAIN_MONTH;
    }
    if (amount.thousandths % 1000 && grain == BP_GRAIN_YEAR) { /* "two and a half years" */
        count = amount.thousandths * 12 / 1000;
        grain = BP_GRAIN_MONTH;
    }
    if (bp_has(e, BP_FIELD_one) && grain == BP_GRAIN_YEAR) { /* ten years ago this month */
        count *= 12;
        grain = BP_GRAIN_MONTH;
    }
    if (is(unit, "FN")) count *= 2;
    if (grain >= BP_GRAIN_DECADE) { /* "a decade earlier", "half a century ago" are years */
        count = amount.thousandths * (grain == BP_GRAIN_DECADE ? 10 : 100) / 1000;
        grain = BP_GRAIN_YEAR;
    }
    if (!from_today) bp_anchor(t, grain, &anchor, &name);
    if (!from_today && grain == BP_GRAIN_DAY && t->day.known) anchor = bp_spoken_day(t, tense);
    if (!anchor.known) return bp_placed_symbol(back ? "PAST_REF" : "FUTURE_REF", "no reference date is known");
    if (back) count = -count;
    if (day_said) return place_day_away(t, e, tense, grain, count);
    if (joined && !step_second(t, e, &anchor, &grain, &count)) return bp_placed_symbol("", "outside of the calendar");
    bp_placed placed = bp_step_from(anchor, name, grain, count);
    if (!back && !from_today && t->known && !bp_is_ahead(tense) && placed.known && placed.period.first > t->today)
        placed = bp_step_from((bp_spoken){ true, { BP_GRAIN_DAY, t->today }, 0, 0, 0 }, bp_by_reference, grain,
                              0); /* the story's own day */
    placed.how = from_today ? "so long before or after the reference date" : "so long before or after";
    placed.score = from_today ? 0.92f : 0.75f;
    return placed;
}

/* "now", "recently"; "recent years", "coming months" */
static bp_placed place_vague(const bp_expression *e)
{
    const char *listed = bp_value(e, BP_FIELD_vague), first = e->fields[BP_FIELD_vague].text.at[0] | 0x20;
    if (*listed) return bp_placed_symbol(listed, "a vague time");
    return bp_placed_symbol(first == 'r' || first == 'p' ? "PAST_REF" : "FUTURE_REF", "a vague time");
}

bp_placed bp_place_relative(const bp_timeline *timeline, const bp_expression *e, bp_tense tense)
{
    switch (e->meaning) {
    case BP_MEANS_day: return place_day(timeline, e, tense);
    case BP_MEANS_period: return place_period(timeline, e, tense);
    case BP_MEANS_week: return place_week(timeline, e);
    case BP_MEANS_season: return place_season(timeline, e, tense);
    case BP_MEANS_shift: return place_shift(timeline, e, tense);
    case BP_MEANS_vague: return place_vague(e);
    default: return bp_placed_symbol("", "not told from another date");
    }
}

/* Dates that the calendar names: months and days, weekdays, years, holidays.
 *
 * What is left out is completed as a reader would: the past tense wants the
 * latest such day not after the reference date, the future the earliest not
 * before it; without a tense, the nearest. */
#include "calendar.h"
#include "holidays.h"
#include "numbers.h"
#include "timeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    DAYS_PER_WEEK = 7,
    NARRATIVE_RUN = 3,    /* so many far dates in a row */
    NARRATIVE_REACH = 12, /* the last of them so many sentences ago at most */
    NEWS_DAYS = 30,
    AGAINST_TENSE = 200 /* days that a date may be nearer and still lose against the tense */
};

static const char by_reference[] = "the reference date";

static int integer(const bp_timeline *t, const bp_expression *e, bp_field field)
{
    return bp_read_integer(t->words, e->fields[field].text, 0);
}

static int near_year(const bp_timeline *t)
{
    if (t->known) return bp_calendar_day(t->today).year;
    return t->spoken.known ? bp_period_year(t->spoken.period) : 2000;
}

static int written_year(const bp_timeline *t, const bp_expression *e, bp_field field)
{
    return bp_read_year(t->words, e->fields[field].text, near_year(t));
}

/* -1, 0 or 1: "last year", "this year", "next year". */
static int step_of(const char *which)
{
    if (strcmp(which, "last") == 0 || strcmp(which, "before") == 0) return -1;
    return strcmp(which, "next") == 0 || strcmp(which, "after") == 0 ? 1 : 0;
}

static bool is_told_from_spoken(const char *which)
{
    return strcmp(which, "that") == 0 || strcmp(which, "after") == 0 || strcmp(which, "before") == 0;
}

/* "July last year", "February of that year" */
static bool year_of_which(const bp_timeline *t, const bp_expression *e, int *year)
{
    const char *which = bp_value(e, BP_FIELD_whichyear);
    const bool spoken = is_told_from_spoken(which) && t->spoken.known;
    if (!spoken && !t->known) return false;
    *year = (spoken ? bp_period_year(t->spoken.period) : bp_calendar_day(t->today).year) + step_of(which);
    return true;
}

/* ---- month and day without a year */

typedef struct month_day {
    int month, day; /* day 0: the month */
    int weekday;    /* if it is said, too: 1 to 7; else 0 */
} month_day;

/* Does the text tell of another time than the reference date's, here? A year
 * may come from an aside; only several dates in a row, with nothing of the
 * present between them, say so. Without a reference date any year will do. */
static bool in_narrative(const bp_timeline *t, const bp_expression *e, bool has_day, int *year)
{
    if (!t->spoken.known || t->spoken.period.grain > BP_GRAIN_YEAR) return false;
    *year = bp_period_year(t->spoken.period);
    const uint32_t apart = t->document->tokens.items[e->first].sentence - t->spoken.sentence;
    return !t->known || (has_day && t->far_run >= NARRATIVE_RUN && apart <= NARRATIVE_REACH);
}

static bool period_in(int year, month_day what, bp_period *period)
{
    return bp_period_from(year, what.month, what.day, period);
}

/* The one that the tense wants, of the years around the reference date's. */
static bool choose_year(const bp_timeline *t, month_day what, bp_tense tense, bp_period *chosen)
{
    const int year = bp_calendar_day(t->today).year;
    int64_t best = INT64_MAX;
    for (int i = -4; i <= 4; i++) { /* four years: the leap day */
        bp_period period;
        if (!period_in(year + i, what, &period)) continue;
        if (what.weekday && bp_calendar_weekday(period.first) != what.weekday) continue;
        const int64_t ahead = period.first - (int64_t)t->today;
        const bool holds_today = ahead <= 0 && bp_period_last_day(period) >= t->today;
        int64_t cost = holds_today ? 0 : ahead > 0 ? ahead : t->today - (int64_t)bp_period_last_day(period);
        if (tense == BP_TENSE_PAST && ahead > 0) cost += AGAINST_TENSE;
        if (tense == BP_TENSE_FUTURE && ahead <= 0 && !holds_today) cost += AGAINST_TENSE;
        if (tense == BP_TENSE_UNKNOWN && ahead > 0) cost += 1;
        if (cost >= best) continue;
        best = cost;
        *chosen = period;
    }
    return best < INT64_MAX;
}

static const char *tense_name(bp_tense tense)
{
    if (tense == BP_TENSE_PAST) return "the latest such date, the tense being past";
    return tense == BP_TENSE_FUTURE ? "the next such date, the tense being future" : "the nearest such date";
}

/* "last August": the latest before this month and the one just past, which would be "in August"; "next" likewise. */
static bool choose_which(const bp_timeline *t, const char *which, month_day what, bp_period *chosen)
{
    const bp_day today = bp_calendar_day(t->today);
    int year = today.year;
    const int step = step_of(which), apart = what.month - today.month;
    if (step < 0 && apart >= (what.day ? 0 : -1)) year--;
    if (step > 0 && apart <= (what.day ? 0 : 1)) year++;
    return period_in(year, what, chosen);
}

static bp_placed unknown_year(month_day what)
{
    bp_placed placed = bp_placed_symbol("", "no year is known");
    if (what.day)
        snprintf(placed.symbol, sizeof placed.symbol, "XXXX-%02d-%02d", what.month, what.day);
    else
        snprintf(placed.symbol, sizeof placed.symbol, "XXXX-%02d", what.month);
    return placed;
}

/* A day of the last weeks is told as news, also by one who tells a life. */
static bool is_news(const bp_timeline *t, month_day what)
{
    bp_period period;
    if (!t->known || !choose_year(t, what, BP_TENSE_PAST, &period)) return false;
    return period.first <= t->today && t->today - period.first <= NEWS_DAYS;
}

static bp_placed place_without_year(const bp_timeline *t, const bp_expression *e, month_day what, bp_tense tense)
{
    bp_period period;
    int year;
    const char *which = bp_value(e, BP_FIELD_which);
    if (!*which && (tense == BP_TENSE_PAST || !t->known) && in_narrative(t, e, what.day > 0, &year) &&
        !is_news(t, what) && period_in(year, what, &period))
        return bp_counted(bp_placed_at(period, "in the year spoken of last", 0.7f), "the date spoken of last",
                          t->spoken.period.first);
    if (!t->known) return unknown_year(what);
    if (*which && strcmp(which, "that") != 0) {
        if (!choose_which(t, which, what, &period)) return unknown_year(what);
        return bp_counted(bp_placed_at(period, "month with last, this or next", 0.9f), by_reference, t->today);
    }
    if (!choose_year(t, what, tense, &period)) return unknown_year(what);
    return bp_counted(bp_placed_at(period, tense_name(tense), 0.85f), by_reference, t->today);
}

static bool set_range(bp_placed *placed, int last_day)
{
    const bp_day day = bp_calendar_day(placed->period.first);
    placed->range =
        placed->known && last_day > day.day && bp_period_from(day.year, day.month, last_day, &placed->until);
    return placed->range;
}

/* "the 27th", "Friday 20": of the month that the tense wants; a weekday that is said must be right. */
static bp_placed place_day_of_month(const bp_timeline *t, month_day what, bp_tense tense)
{
    bp_placed best = bp_placed_symbol("", "no month is known");
    if (!t->known) return best;
    int64_t least = INT64_MAX;
    const bp_period month = bp_period_of(t->today, BP_GRAIN_MONTH);
    for (int i = -1; i <= 1; i++) {
        bp_period period = month;
        if (!bp_period_step(&period, i)) continue;
        const bp_day first = bp_calendar_day(period.first);
        if (!bp_period_from(first.year, first.month, what.day, &period)) continue;
        if (what.weekday && bp_calendar_weekday(period.first) != what.weekday) continue;
        const int64_t ahead = period.first - (int64_t)t->today;
        const int64_t cost = llabs(ahead) + (tense == BP_TENSE_PAST ? ahead > 0 : ahead < 0) * DAYS_PER_WEEK * 5;
        if (cost >= least) continue;
        least = cost;
        best = bp_counted(bp_placed_at(period, "day of the nearest month", 0.75f), by_reference, t->today);
    }
    return best;
}

static bp_placed place_weekday(const bp_timeline *t, const bp_expression *e, bp_tense tense);

static bp_placed place_date(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const month_day what = { integer(t, e, BP_FIELD_month) ? integer(t, e, BP_FIELD_month)
                                                           : atoi(bp_value(e, BP_FIELD_month)),
                             integer(t, e, BP_FIELD_day), atoi(bp_value(e, BP_FIELD_weekday)) };
    if (what.month == 0) {
        const bp_placed day = place_day_of_month(t, what, tense);
        return day.known || !what.weekday ? day : place_weekday(t, e, tense);
    }
    bp_period period;
    int year = bp_has(e, BP_FIELD_year) ? written_year(t, e, BP_FIELD_year) : 0;
    bp_placed placed;
    if (bp_has(e, BP_FIELD_year) && period_in(year, what, &period))
        placed = bp_placed_at(period, "written in full", 0.98f);
    else if (bp_has(e, BP_FIELD_whichyear) && year_of_which(t, e, &year) && period_in(year, what, &period))
        placed = bp_counted(bp_placed_at(period, "month of last, this or next year", 0.9f), by_reference, t->today);
    else
        placed = place_without_year(t, e, what, tense);
    if (bp_has(e, BP_FIELD_until)) set_range(&placed, integer(t, e, BP_FIELD_until));
    return placed;
}

/* 3/4/2019, 31.05.19 */
static bp_placed place_numeric(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const int first = integer(t, e, BP_FIELD_first), middle = integer(t, e, BP_FIELD_middle);
    const bool dots = bp_has(e, BP_FIELD_mark) && e->fields[BP_FIELD_mark].text.at[0] == '.';
    const bool month_first = middle > 12 || (t->month_first && first <= 12 && !dots);
    const month_day what = month_first ? (month_day){ first, middle, 0 } : (month_day){ middle, first, 0 };
    const char *how = first > 12 || middle > 12 ? "written in full"
                      : month_first             ? "figures, read month first as in this text"
                                                : "figures, read day first";
    bp_period period;
    if (!bp_has(e, BP_FIELD_year)) return place_without_year(t, e, what, tense);
    if (!period_in(written_year(t, e, BP_FIELD_year), what, &period)) return bp_placed_symbol("", "no such day");
    return bp_placed_at(period, how, first > 12 || middle > 12 || first == middle ? 0.97f : 0.75f);
}

/* ---- weekdays */

/* The latest such day up to `day`, or the earliest from it on. */
static int32_t weekday_back(int32_t day, int weekday)
{
    return day - (bp_calendar_weekday(day) - weekday + DAYS_PER_WEEK) % DAYS_PER_WEEK;
}

static int32_t weekday_on(int32_t day, int weekday)
{
    return day + (weekday - bp_calendar_weekday(day) + DAYS_PER_WEEK) % DAYS_PER_WEEK;
}

static bp_placed day_counted(int32_t day, const char *how, float score, const char *from, int32_t counted)
{
    return bp_counted(bp_placed_at((bp_period){ BP_GRAIN_DAY, day }, how, score), from, counted);
}

/* "the following Monday", "the Tuesday before": told from the day spoken of last. */
static bool place_from_spoken(const bp_timeline *t, const bp_expression *e, int weekday, bp_placed *placed)
{
    const char *which = bp_has(e, BP_FIELD_direction) ? bp_value(e, BP_FIELD_direction) : bp_value(e, BP_FIELD_which);
    if (bp_has(e, BP_FIELD_which) && !*which) which = "that"; /* "the Tuesday" */
    if (!is_told_from_spoken(which) || !t->day.known) return false;
    const int32_t from = t->day.period.first;
    int32_t day = weekday_back(from, weekday);
    if (strcmp(which, "after") == 0) day = weekday_on(from + 1, weekday);
    if (strcmp(which, "before") == 0) day = weekday_back(from - 1, weekday);
    *placed = day_counted(day, "weekday told from the day spoken of last", 0.85f, "the day spoken of last", from);
    return true;
}

static bp_placed place_weekday_in_week(const bp_timeline *t, const bp_expression *e, int weekday)
{
    const char *which = bp_value(e, BP_FIELD_whichweek);
    const bool spoken = is_told_from_spoken(which) && t->day.known;
    const int32_t from = spoken ? t->day.period.first : t->today;
    const bp_period week = bp_period_of(from, BP_GRAIN_WEEK);
    const int32_t day = week.first + DAYS_PER_WEEK * step_of(which) + weekday - 1;
    return day_counted(day, "weekday of that week", 0.93f, spoken ? "the day spoken of last" : by_reference, from);
}

/* "14 January, a Friday" */
static bool is_apposition(const bp_timeline *t, const bp_expression *e, int weekday)
{
    const uint32_t sentence = t->document->tokens.items[e->first].sentence;
    return t->day.known && t->day.sentence == sentence && bp_calendar_weekday(t->day.period.first) == weekday &&
           e->first >= 2 && bp_token_is(t->document, e->first - 1, "a") && bp_token_is(t->document, e->first - 2, ",");
}

/* "Police notes, 19 to 25 February": each entry's weekday is one of these days. */
static bool place_in_stretch(const bp_timeline *t, const bp_expression *e, int weekday, bp_placed *placed)
{
    const bp_sentence *sentence = &t->document->sentences.items[t->document->tokens.items[e->first].sentence];
    if (t->to <= t->from || e->first != sentence->first || bp_has(e, BP_FIELD_which)) return false;
    if (e->end < sentence->end && t->document->tokens.items[e->end].kind != BP_TOKEN_PUNCTUATION) return false;
    const int32_t day = weekday_on(t->from, weekday);
    if (day > t->to) return false;
    *placed = day_counted(day, "weekday of the stretch of days spoken of", 0.8f, "its first day", t->from);
    return true;
}

/* "Tuesday's declaration" */
static bool is_possessive(const bp_timeline *t, const bp_expression *e)
{
    return e->end < t->document->tokens.count && bp_token_has(t->document, e->end, BP_CLITIC);
}

static bp_placed place_weekday(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const int weekday = atoi(bp_value(e, BP_FIELD_weekday));
    const char *which = bp_value(e, BP_FIELD_which);
    bp_placed placed;
    if (place_from_spoken(t, e, weekday, &placed)) return placed;
    if (is_apposition(t, e, weekday))
        return day_counted(t->day.period.first, "weekday of the day spoken of", 0.95f, "the day spoken of last",
                           t->day.period.first);
    if (place_in_stretch(t, e, weekday, &placed)) return placed;
    if (!t->known) {
        placed = bp_placed_symbol("", "no reference date is known");
        snprintf(placed.symbol, sizeof placed.symbol, "XXXX-WXX-%d", weekday);
        return placed;
    }
    if (bp_has(e, BP_FIELD_whichweek)) return place_weekday_in_week(t, e, weekday);
    if (bp_has(e, BP_FIELD_beyond)) {
        const int weeks = strcmp(bp_value(e, BP_FIELD_beyond), "FN") == 0 ? 2 : 1;
        return day_counted(weekday_on(t->today + 1, weekday) + DAYS_PER_WEEK * weeks, "weeks beyond the next such day",
                           0.93f, by_reference, t->today);
    }
    if (strcmp(which, "last") == 0)
        return day_counted(weekday_back(t->today - 1, weekday), "the last such day", 0.95f, by_reference, t->today);
    if (strcmp(which, "next") == 0)
        return day_counted(weekday_on(t->today + 1, weekday), "the next such day", 0.93f, by_reference, t->today);
    if (strcmp(which, "this") == 0)
        return day_counted(tense == BP_TENSE_PAST ? weekday_back(t->today, weekday) : weekday_on(t->today, weekday),
                           "the nearest such day", 0.9f, by_reference, t->today);
    const bool calendar = tense == BP_TENSE_PRESENT && !is_possessive(t, e);
    if (tense == BP_TENSE_FUTURE || calendar)
        return day_counted(weekday_on(t->today, weekday),
                           tense == BP_TENSE_FUTURE ? "weekday in the future tense"
                                                    : "weekday on the calendar, in the present tense",
                           0.85f, by_reference, t->today);
    return day_counted(weekday_back(t->today, weekday),
                       tense == BP_TENSE_PAST ? "weekday in the past tense" : "weekday without a tense", 0.93f,
                       by_reference, t->today);
}

/* ---- holidays, years, decades, centuries */

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
        if (tense == BP_TENSE_PAST && day > t->today) cost += AGAINST_TENSE;
        if (tense == BP_TENSE_FUTURE && day < t->today) cost += AGAINST_TENSE;
        if (cost >= least) continue;
        least = cost;
        *nearest = day;
    }
    return least < INT64_MAX;
}

static bp_placed place_holiday(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const char *rule = bp_value(e, BP_FIELD_holiday), *name = rule + (*rule == '~');
    int32_t day;
    int year;
    if (bp_has(e, BP_FIELD_year)) {
        year = written_year(t, e, BP_FIELD_year);
        if (!bp_holiday_in(name, year, 0, &day)) return bp_placed_symbol("", "no such day");
        return holiday_at(rule, day, "holiday", 0.95f);
    }
    if (tense == BP_TENSE_PAST && in_narrative(t, e, false, &year) && bp_holiday_in(name, year, 0, &day))
        return holiday_at(rule, day, "holiday of the year spoken of last", 0.75f);
    if (!t->known) return bp_placed_symbol("", "no year is known");
    const int step = step_of(bp_value(e, BP_FIELD_which));
    if (step) tense = step < 0 ? BP_TENSE_PAST : BP_TENSE_FUTURE;
    if (!nearest_holiday(t, name, tense, &day)) return bp_placed_symbol("", "no such day");
    return bp_counted(holiday_at(rule, day, "holiday; the nearest in the clause's tense", 0.85f), by_reference,
                      t->today);
}

static bp_placed place_year(const bp_timeline *t, const bp_expression *e)
{
    const int year = bp_has(e, BP_FIELD_era) ? integer(t, e, BP_FIELD_year) : written_year(t, e, BP_FIELD_year);
    bp_placed placed = bp_placed_symbol("", "a year before this calendar");
    if (bp_has(e, BP_FIELD_era) && (e->fields[BP_FIELD_era].text.at[0] | 0x20) == 'b') {
        snprintf(placed.symbol, sizeof placed.symbol, "BC%04d", year);
        return placed;
    }
    if (!bp_period_from(year, 0, 0, &placed.period)) return bp_placed_symbol("", "no year");
    placed = bp_placed_at(placed.period, "a year", 0.95f);
    if (!bp_has(e, BP_FIELD_untilyear)) return placed;
    const bp_view text = e->fields[BP_FIELD_untilyear].text;
    int until = bp_read_integer(t->words, text, 0);
    if (text.length == 2) until += year / 100 * 100;
    if (until < year && text.length == 2) until += 100;
    placed.range = until > year && bp_period_from(until, 0, 0, &placed.until);
    return placed.range ? placed : bp_placed_symbol("", "no range of years");
}

static bp_placed place_decade(const bp_timeline *t, const bp_expression *e)
{
    const bp_field_value *decade = &e->fields[BP_FIELD_decade];
    int year = decade->value ? atoi(decade->value) : bp_read_integer(t->words, decade->text, 0);
    bp_period period;
    if (year < 100) year += year == 0 || (near_year(t) >= 2030 && year <= 20) ? 2000 : 1900;
    if (!bp_period_from(year, 0, 0, &period)) return bp_placed_symbol("", "no decade");
    return bp_placed_at(bp_period_of(period.first, BP_GRAIN_DECADE), "a decade", 0.92f);
}

static bp_placed place_century(const bp_timeline *t, const bp_expression *e)
{
    const int century = integer(t, e, BP_FIELD_ordinal);
    bp_period period;
    if (bp_has(e, BP_FIELD_era) && (e->fields[BP_FIELD_era].text.at[0] | 0x20) == 'b') {
        bp_placed placed = bp_placed_symbol("", "a century before this calendar");
        snprintf(placed.symbol, sizeof placed.symbol, "BC%02d", century > 0 ? (century - 1) % 100 : 0);
        return placed;
    }
    if (century < 1 || century > 99) return bp_placed_symbol("", "no century");
    if (!bp_period_from(century == 1 ? 1 : (century - 1) * 100, 0, 0, &period))
        return bp_placed_symbol("", "no century");
    return bp_placed_at(bp_period_of(period.first, BP_GRAIN_CENTURY), "a century", 0.95f);
}

bp_placed bp_place_calendar(const bp_timeline *timeline, const bp_expression *e, bp_tense tense)
{
    switch (e->meaning) {
    case BP_MEANS_date: return place_date(timeline, e, tense);
    case BP_MEANS_numeric: return place_numeric(timeline, e, tense);
    case BP_MEANS_weekday: return place_weekday(timeline, e, tense);
    case BP_MEANS_holiday: return place_holiday(timeline, e, tense);
    case BP_MEANS_year: return place_year(timeline, e);
    case BP_MEANS_decade: return place_decade(timeline, e);
    case BP_MEANS_century: return place_century(timeline, e);
    default: return bp_placed_symbol("", "not on the calendar");
    }
}

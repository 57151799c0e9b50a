/* Dates that the calendar names: months and days, weekdays, years, holidays.
 *
 * What is left out is completed as a reader would: the past tense wants the
 * latest such day not after the reference date, the future the earliest not
 * before it; without a tense, the nearest. */
#include "beside_verb.h"
#include "calendar.h"
#include "numbers.h"
#include "place.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    NEWS_DAYS = 30,
    ANY_REACH = 12 /* tokens */,
    BUDDHIST_YEARS = 543 /* before this era */
};

static int integer(const bp_timeline *t, const bp_expression *e, bp_field field)
{
    return bp_read_integer(t->words, e->fields[field].text, 0);
}

/* "July last year", "February of that year" */
static bool year_of_which(const bp_timeline *t, const bp_expression *e, int *year)
{
    const char *which = bp_value(e, BP_FIELD_whichyear);
    const bool spoken = bp_is_told_from_spoken(which) && t->spoken.known;
    if (!spoken && !t->known) return false;
    *year = (spoken ? bp_period_year(t->spoken.period) : bp_calendar_day(t->today).year) + bp_which_step(which);
    return true;
}

/* ---- month and day without a year */

typedef struct month_day {
    int month, day; /* day 0: the month */
    int weekday;    /* if it is said, too: 1 to 7; else 0 */
    bool on;        /* "retires on 31 January", not "the 31 January sale": of the verb */
    bool sure;      /* the tense is that of its own verb: "In January they moved", "They moved in January" */
} month_day;

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
        if (tense == BP_TENSE_PAST && ahead > 0) cost += what.sure ? BP_AGAINST_SURE : BP_AGAINST_NEAR;
        if (bp_is_ahead(tense) && ahead <= 0 && !holds_today)
            cost += tense == BP_TENSE_FUTURE ? BP_AGAINST_TENSE : BP_AGAINST_NEAR;
        const bool calendar = tense == BP_TENSE_PRESENT || tense == BP_TENSE_EITHER;
        if (calendar && ahead <= 0 && !holds_today)
            cost += tense != BP_TENSE_PRESENT || !what.on ? BP_AGAINST_PRESENT
                    : what.day                            ? BP_AGAINST_NEAR
                                                          : BP_AGAINST_TENSE;
        if (tense == BP_TENSE_UNKNOWN && ahead > 0) cost += what.day ? 1 : BP_AGAINST_NEAR;
        if (cost >= best) continue;
        best = cost;
        *chosen = period;
    }
    return best < INT64_MAX;
}

static const char *tense_name(bp_tense tense)
{
    if (tense == BP_TENSE_PAST) return "the latest such date, the tense being past";
    return bp_is_ahead(tense) ? "the next such date, the tense being future" : "the nearest such date";
}

/* "last August": the latest before this month and the one just past, which would be "in August"; "next" likewise. */
static bool choose_which(const bp_timeline *t, const char *which, month_day what, bp_period *chosen)
{
    const bp_day today = bp_calendar_day(t->today);
    int year = today.year;
    const int step = bp_which_step(which), apart = what.month - today.month;
    if (step < 0 && apart >= (what.day ? 0 : -1)) year--;
    if (step > 0 && apart <= (what.day ? 0 : 1)) year++;
    return period_in(year, what, chosen);
}

/* "until the following October", "That February": told from the date spoken of last. */
static bool choose_told(const bp_timeline *t, const char *which, month_day what, bp_period *chosen)
{
    if (!bp_is_told_from_spoken(which) || !t->spoken.known || t->spoken.period.grain > BP_GRAIN_YEAR) return false;
    const int year = bp_period_year(t->spoken.period), step = bp_which_step(which);
    if (t->spoken.period.grain == BP_GRAIN_YEAR) return period_in(year + step, what, chosen);
    const int month = bp_calendar_day(t->spoken.period.first).month;
    const bool over = (step > 0 && what.month <= month) || (step < 0 && what.month >= month);
    return period_in(year + (over ? step : 0), what, chosen);
}

static bp_placed unknown_year(month_day what)
{
    bp_placed placed = bp_placed_symbol("", "no year is known");
    if (what.month > 12 || what.day > bp_calendar_month_length(2000, what.month)) return placed;
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
    if (!what.day && bp_period_last_day(period) >= t->today) return false; /* that would be "this month" */
    return period.first <= t->today && t->today - period.first <= NEWS_DAYS;
}

/* "each spring", "every year" */
static bool comes_again(const bp_document *document, uint32_t token, uint32_t end)
{
    if (token + 1 >= end || !(bp_token_is(document, token, "every") || bp_token_is(document, token, "each")))
        return false;
    return bp_token_is(document, token + 1, "year") || (bp_token_classes(document, token + 1) & BP_WORDS_SEASONS) != 0;
}

/* "the highest figure for March since readings began": behind the month. */
static bool is_of_records(const bp_document *document, uint32_t token)
{
    return token + 2 < document->tokens.count && bp_token_is(document, token, "since") &&
           bp_token_is(document, token + 2, "began");
}

/* "In July | nobody sleeps" */
static bool is_of_all(const bp_document *document, uint32_t token)
{
    if (token < document->tokens.count && bp_token_is(document, token, ",")) token++;
    return token < document->tokens.count && bp_token_among(document, token, BP_HINT_EVERYBODY);
}

/* "April is always cold", "the hottest March day on record": any such month. */
static bool is_any_month(const bp_timeline *t, const bp_expression *e, month_day what, bp_tense tense)
{
    const bp_sentence *sentence = &t->document->sentences.items[t->document->tokens.items[e->first].sentence];
    const uint32_t begin = e->first - sentence->first > ANY_REACH ? e->first - ANY_REACH : sentence->first;
    const uint32_t end = sentence->end - e->end > ANY_REACH ? e->end + ANY_REACH : sentence->end;
    const uint32_t in = e->first - 1; /* the sentence's first word, or behind its quotation mark */
    const bool opens = !what.day && e->first > sentence->first && bp_token_is(t->document, in, "in") &&
                       (in == sentence->first ||
                        (in == sentence->first + 1 && t->document->tokens.items[in - 1].kind != BP_TOKEN_WORD));
    const bool comma = e->end < t->document->tokens.count && bp_token_is(t->document, e->end, ",");
    const bool told = tense == BP_TENSE_UNKNOWN && !comma; /* nothing tells of a past */
    if (opens && (tense == BP_TENSE_PRESENT || told || is_of_all(t->document, e->end)))
        return true; /* In May it smells of fish */
    for (uint32_t i = begin; i < end; i++) {
        if (comes_again(t->document, i, end)) return true;
        if (!what.day && tense != BP_TENSE_PAST && bp_token_among(t->document, i, BP_HINT_GENERALLY)) return true;
    }
    if (what.day || e->first == sentence->first || e->end >= sentence->end) return false;
    const bp_view before = bp_token_word(t->document, e->first - 1)->lower;
    const bool most = before.length > 5 && memcmp(before.at + before.length - 3, "est", 3) == 0;
    return most && (bp_token_is(t->document, e->end, "day") || bp_token_is(t->document, e->end, "night"));
}

/* "again next year, from August 30", "in 2009, when it flooded from August 10": the year stands in the same sentence.
 */
static bool is_in_spoken_year(const bp_timeline *t, const bp_expression *e)
{
    if (!t->known || !t->spoken.known || t->spoken.period.grain != BP_GRAIN_YEAR ||
        t->spoken.sentence != t->document->tokens.items[e->first].sentence)
        return false;
    if (bp_period_year(t->spoken.period) == bp_calendar_day(t->today).year + 1) return true;
    const uint32_t when = t->spoken.end;
    return bp_token_is(t->document, when, ",") && bp_token_is(t->document, when + 1, "when");
}

/* "In November 1940 they fled. In March they reached Lisbon": a story goes on, here into the next year. */
static int goes_on(const bp_timeline *t, month_day what)
{
    const bp_day spoken = bp_calendar_day(t->spoken.period.first);
    const bool dated = t->spoken.period.grain <= BP_GRAIN_MONTH || t->spoken.period.grain == BP_GRAIN_SEASON;
    return t->known && dated && what.month < spoken.month;
}

static bp_placed place_without_year(const bp_timeline *t, const bp_expression *e, month_day what, bp_tense tense)
{
    bp_period period;
    int year;
    const char *which = bp_value(e, bp_has(e, BP_FIELD_direction) ? BP_FIELD_direction : BP_FIELD_which);
    if (!*which && is_in_spoken_year(t, e) && period_in(bp_period_year(t->spoken.period), what, &period))
        return bp_counted(bp_placed_at(period, "in the year spoken of", 0.85f), "the date spoken of last",
                          t->spoken.period.first);
    if (!*which && !what.day && is_of_records(t->document, e->end)) return unknown_year(what);
    if (!*which && !bp_is_ahead(tense) && is_any_month(t, e, what, tense)) return unknown_year(what);
    if (!*which && (tense == BP_TENSE_PAST || tense == BP_TENSE_EITHER || !t->known) &&
        bp_in_narrative(t, e, what.day > 0, &year) && !is_news(t, what) &&
        period_in(year + goes_on(t, what), what, &period))
        return bp_counted(bp_placed_at(period, "in the year spoken of last", 0.7f), "the date spoken of last",
                          t->spoken.period.first);
    if (choose_told(t, which, what, &period))
        return bp_counted(bp_placed_at(period, "told from the date spoken of last", 0.8f), "the date spoken of last",
                          t->spoken.period.first);
    if (!t->known) return unknown_year(what);
    if (*which && strcmp(which, "that") != 0) {
        if (!choose_which(t, which, what, &period)) return unknown_year(what);
        return bp_counted(bp_placed_at(period, "month with last, this or next", 0.9f), bp_by_reference, t->today);
    }
    if (!what.day && bp_is_ahead(tense) && e->end < t->document->tokens.count &&
        bp_token_has(t->document, e->end, BP_CLITIC))
        tense = BP_TENSE_EITHER; /* February's numbers are due */
    what.on = what.day ? e->first > 0 && bp_token_is(t->document, e->first - 1, "on")
                       : tense == BP_TENSE_PRESENT && bp_is_on_calendar(t->document, e->first);
    if (!choose_year(t, what, tense, &period)) return unknown_year(what);
    return bp_counted(bp_placed_at(period, tense_name(tense), 0.85f), bp_by_reference, t->today);
}

/* "the 20th of next month" */
static bool place_in_which_month(const bp_timeline *t, const bp_expression *e, int day, bp_placed *placed)
{
    const char *which = bp_value(e, BP_FIELD_whichmonth);
    const bool spoken = bp_is_told_from_spoken(which) && t->spoken.known;
    if (!spoken && !t->known) return false;
    bp_period month = bp_period_of(spoken ? t->spoken.period.first : t->today, BP_GRAIN_MONTH);
    if (!bp_period_step(&month, bp_which_step(which))) return false;
    const bp_day first = bp_calendar_day(month.first);
    if (!bp_period_from(first.year, first.month, day, &month)) return false;
    *placed =
        bp_counted(bp_placed_at(month, "day of last, this or next month", 0.9f),
                   spoken ? "the date spoken of last" : bp_by_reference, spoken ? t->spoken.period.first : t->today);
    return true;
}

/* "from the 27th to the 3rd of April", "from April 27 to the 3rd": over the end of a month. */
static void set_range_over(const bp_expression *e, int last_day, bp_placed *placed)
{
    const bp_view from = e->fields[BP_FIELD_day].text, to = e->fields[BP_FIELD_until].text;
    const bool behind = e->fields[BP_FIELD_month].text.at > to.at, by_word = to.at - (from.at + from.length) > 3;
    const bp_day day = bp_calendar_day(placed->period.first);
    bp_period first = placed->period, last = bp_period_of(first.first, BP_GRAIN_MONTH);
    if (!by_word || !bp_period_step(&last, behind ? 0 : 1)) return;
    if (behind) {
        bp_period month = last;
        if (!bp_period_step(&month, -1)) return;
        const bp_day before = bp_calendar_day(month.first);
        if (!bp_period_from(before.year, before.month, day.day, &first)) return;
    }
    const bp_day of = bp_calendar_day(last.first);
    if (!bp_period_from(of.year, of.month, last_day, &placed->until)) return;
    placed->period = first;
    placed->range = true;
}

static bool set_range(bp_placed *placed, int last_day)
{
    const bp_day day = bp_calendar_day(placed->period.first);
    placed->range =
        placed->known && last_day > day.day && bp_period_from(day.year, day.month, last_day, &placed->until);
    return placed->range;
}

/* "10 August 234 BC": before this calendar, so only its name is known. */
static bp_placed place_before_era(const bp_timeline *t, const bp_expression *e, month_day what)
{
    bp_placed placed = bp_placed_symbol("", "a date before this calendar");
    const int length =
        snprintf(placed.symbol, sizeof placed.symbol, "BC%04d-%02d", integer(t, e, BP_FIELD_year), what.month);
    if (what.day) snprintf(placed.symbol + length, sizeof placed.symbol - (size_t)length, "-%02d", what.day);
    return placed;
}

/* The year that is written: "2019", "'98", "88 AD"; of the Buddhist era 2555 is 2012. */
static int year_of(const bp_timeline *t, const bp_expression *e)
{
    if (!bp_has(e, BP_FIELD_era)) return bp_has(e, BP_FIELD_year) ? bp_written_year(t, e, BP_FIELD_year) : 0;
    const bp_view era = e->fields[BP_FIELD_era].text;
    return integer(t, e, BP_FIELD_year) -
           (era.length == 2 && era.at[1] == 'E' && era.at[0] == 'B' ? BUDDHIST_YEARS : 0);
}

static bool is_before_era(const bp_expression *e)
{
    const bp_view era = e->fields[BP_FIELD_era].text;
    return era.length > 1 && (era.at[0] | 0x20) == 'b' && (era.at[1] | 0x20) != 'e';
}

static bp_placed place_date(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const int number = integer(t, e, BP_FIELD_month), listed = atoi(bp_value(e, BP_FIELD_month));
    const uint32_t first = t->document->sentences.items[t->document->tokens.items[e->first].sentence].first;
    const month_day what = { .month = number ? number : listed,
                             .day = integer(t, e, BP_FIELD_day),
                             .weekday = atoi(bp_value(e, BP_FIELD_weekday)),
                             .sure = e->first - first <= 1 ||
                                     (tense == BP_TENSE_PAST && bp_past_is_sure(t->document, e->first, e->end)) };
    bp_placed placed = bp_placed_symbol("", "no month is known");
    if (bp_has(e, BP_FIELD_whichmonth)) {
        if (place_in_which_month(t, e, what.day, &placed) && bp_has(e, BP_FIELD_until))
            set_range(&placed, integer(t, e, BP_FIELD_until));
        return placed;
    }
    if (what.month == 0) {
        const bp_placed day = bp_place_day_of_month(t, e, what.day, what.weekday, tense);
        return day.known || !what.weekday ? day : bp_place_weekday(t, e, tense);
    }
    if (is_before_era(e)) return place_before_era(t, e, what);
    bp_period period;
    int year = year_of(t, e);
    if (year > 0 && what.day && !period_in(year, what, &period)) return bp_placed_symbol("", "no such day");
    if (bp_has(e, BP_FIELD_year) && period_in(year, what, &period))
        placed = bp_placed_at(period, "written in full", 0.98f);
    else if (bp_has(e, BP_FIELD_whichyear) && year_of_which(t, e, &year) && period_in(year, what, &period))
        placed = bp_counted(bp_placed_at(period, "month of last, this or next year", 0.9f), bp_by_reference, t->today);
    else
        placed = place_without_year(t, e, what, tense);
    const int last_day = integer(t, e, BP_FIELD_until);
    if (last_day && !set_range(&placed, last_day) && placed.known) set_range_over(e, last_day, &placed);
    return placed;
}

/* "31.05.19": whoever writes dots puts the day first. */
static bool has_dots(const bp_expression *e)
{
    return bp_has(e, BP_FIELD_mark) && e->fields[BP_FIELD_mark].text.at[0] == '.';
}

bool bp_has_two_orders(const bp_timeline *t, const bp_expression *e)
{
    const int first = integer(t, e, BP_FIELD_first), middle = integer(t, e, BP_FIELD_middle);
    return e->meaning == BP_MEANS_numeric && first <= 12 && middle <= 12 && first != middle && !has_dots(e);
}

bp_day_order bp_order_of_figures(const bp_timeline *t, const bp_expression *e)
{
    if (e->meaning != BP_MEANS_numeric || has_dots(e)) return BP_ORDER_OF_TEXT;
    if (integer(t, e, BP_FIELD_first) > 12) return BP_DAY_FIRST;
    return integer(t, e, BP_FIELD_middle) > 12 ? BP_MONTH_FIRST : BP_ORDER_OF_TEXT;
}

/* 3/4/2019, 31.05.19 */
static bp_placed place_numeric(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const int first = integer(t, e, BP_FIELD_first), middle = integer(t, e, BP_FIELD_middle);
    const bool month_first = middle > 12 || (t->order == BP_MONTH_FIRST && first <= 12 && !has_dots(e));
    const month_day what =
        month_first ? (month_day){ .month = first, .day = middle } : (month_day){ .month = middle, .day = first };
    const char *how = first > 12 || middle > 12 ? "written in full"
                      : month_first             ? "figures, read month first"
                                                : "figures, read day first";
    bp_period period;
    if (!bp_has(e, BP_FIELD_year)) return place_without_year(t, e, what, tense);
    if (!period_in(bp_written_year(t, e, BP_FIELD_year), what, &period)) return bp_placed_symbol("", "no such day");
    return bp_placed_at(period, how, first > 12 || middle > 12 || first == middle || has_dots(e) ? 0.97f : 0.75f);
}

/* ---- years, decades, centuries */

static bp_placed place_year(const bp_timeline *t, const bp_expression *e)
{
    const int year = year_of(t, e);
    bp_placed placed = bp_placed_symbol("", "a year before this calendar");
    if (is_before_era(e)) {
        snprintf(placed.symbol, sizeof placed.symbol, "BC%04d", year);
        return placed;
    }
    if (!bp_period_from(year, 0, 0, &placed.period)) return bp_placed_symbol("", "no year");
    placed = bp_placed_at(placed.period, "a year", 0.95f);
    if (!bp_has(e, BP_FIELD_untilyear)) return placed;
    const bp_view text = e->fields[BP_FIELD_untilyear].text;
    int until = bp_read_integer(t->words, text, 0);
    if (text.length == 2 && until < year % 100 && until >= 1 && until <= 12 && /* "2008-04": a month */
        bp_period_from(year, until, 0, &placed.period))
        return bp_placed_at(placed.period, "year and month", 0.8f);
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
    if (year < 100) year += year == 0 || (bp_near_year(t) >= 2030 && year <= 20) ? 2000 : 1900;
    if (!bp_period_from(year, 0, 0, &period)) return bp_placed_symbol("", "no decade");
    return bp_placed_at(bp_period_of(period.first, BP_GRAIN_DECADE), "a decade", 0.92f);
}

static bp_placed place_century(const bp_timeline *t, const bp_expression *e)
{
    const int century = integer(t, e, BP_FIELD_ordinal);
    bp_period period;
    if (is_before_era(e)) {
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
    case BP_MEANS_year: return place_year(timeline, e);
    case BP_MEANS_decade: return place_decade(timeline, e);
    case BP_MEANS_century: return place_century(timeline, e);
    default: return bp_placed_symbol("", "not on the calendar");
    }
}

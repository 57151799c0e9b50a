/* Weekdays: the latest such day, unless the clause looks ahead or the words say
 * which one is meant. */
#include "calendar.h"
#include "clause.h"
#include "further_on.h"
#include "numbers.h"
#include "place.h"
#include "weekday_tense.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    DAYS_PER_WEEK = 7,
    STORY_REACH = 6 /* sentences */,
    CHAIN_REACH = 8 /* sentences */,
    PLUPERFECT_REACH = 12 /* tokens */
};

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

/* "On Monday the box was empty. They set out on the Tuesday": a story goes on. */
static bool is_near_on(const bp_timeline *t, int32_t from, int32_t on)
{
    return on - from <= DAYS_PER_WEEK / 2 && (!t->known || on <= t->today || from > t->today);
}

/* "the following Monday", "the Tuesday before": told from the day spoken of last. */
static bool place_from_spoken(const bp_timeline *t, const bp_expression *e, int weekday, bp_placed *placed)
{
    const char *which = bp_has(e, BP_FIELD_direction) ? bp_value(e, BP_FIELD_direction) : bp_value(e, BP_FIELD_which);
    if (bp_has(e, BP_FIELD_which) && !*which) which = "that"; /* "the Tuesday" */
    if (!bp_is_told_from_spoken(which) || !t->day.known) return false;
    const int32_t from = t->day.period.first;
    const int32_t on = weekday_on(from, weekday);
    const bool by = bp_has(e, BP_FIELD_which) && e->first > 0 && bp_token_is(t->document, e->first - 1, "by") &&
                    (!t->known || on <= t->today); /* July 5 ... by the Friday */
    int32_t day = by || is_near_on(t, from, on) ? on : weekday_back(from, weekday);
    if (strcmp(which, "after") == 0) day = weekday_on(from + 1, weekday);
    if (strcmp(which, "before") == 0) day = weekday_back(from - 1, weekday);
    *placed = day_counted(day, "weekday told from the day spoken of last", 0.85f, "the day spoken of last", from);
    return true;
}

static bp_placed place_weekday_in_week(const bp_timeline *t, const bp_expression *e, int weekday)
{
    const char *which = bp_value(e, BP_FIELD_whichweek);
    const bool spoken = bp_is_told_from_spoken(which) && t->day.known;
    const int32_t from = spoken ? t->day.period.first : t->today;
    const bp_period week = bp_period_of(from, BP_GRAIN_WEEK);
    const int32_t day = week.first + DAYS_PER_WEEK * bp_which_step(which) + weekday - 1;
    return day_counted(day, "weekday of that week", 0.93f, spoken ? "the day spoken of last" : bp_by_reference, from);
}

/* "14 January, a Friday" */
static bool is_apposition(const bp_timeline *t, const bp_expression *e, int weekday)
{
    const uint32_t sentence = t->document->tokens.items[e->first].sentence;
    return t->day.known && t->day.sentence == sentence && bp_calendar_weekday(t->day.period.first) == weekday &&
           e->first >= 2 && bp_token_is(t->document, e->first - 1, "a") && bp_token_is(t->document, e->first - 2, ",");
}

/* "on Saturday and Sunday", "last Sunday and Monday": the one nearest to the first of the two. */
static bool place_beside(const bp_timeline *t, const bp_expression *e, int weekday, bp_placed *placed)
{
    if (!t->day.known || bp_has(e, BP_FIELD_which) || e->first < 2 || t->day.end != e->first - 1) return false;
    if (!bp_token_is(t->document, e->first - 1, "and") && !bp_token_is(t->document, e->first - 1, "or")) return false;
    const bool part = bp_token_classes(t->document, e->first - 2) & BP_WORDS_DAYPARTS; /* Friday night and Saturday */
    if (!(bp_token_classes(t->document, e->first - 2 - part) & BP_WORDS_WEEKDAYS) &&
        !bp_token_is(t->document, e->first - 2, "tomorrow") && !bp_token_is(t->document, e->first - 2, "today"))
        return false;
    const int32_t first = t->day.period.first, on = weekday_on(first, weekday), back = weekday_back(first, weekday);
    *placed = day_counted(on - first <= first - back ? on : back, "weekday beside the day before it", 0.85f,
                          "the day spoken of last", first);
    return true;
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

/* "had promised to ring on Tuesday": what lies behind the story's day. Not what somebody said that he had done. */
static bool is_behind_story(const bp_clause *c, uint32_t day)
{
    uint32_t had = day;
    while (had > c->begin && day - had < PLUPERFECT_REACH && !bp_clause_says(c, had, "had") && !bp_clause_ends(c, had))
        had--;
    if (!bp_clause_says(c, had, "had")) return false;
    if (had > c->begin && bp_clause_among(c, had - 1, BP_HINT_HAS)) return false;
    for (uint32_t i = c->begin; i < had; i++)
        if (bp_clause_has(c, i, BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL)) return false;
    for (uint32_t i = had + 1; i < day; i++) /* had paid, she said on Thursday */
        if (bp_clause_has(c, i, BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL) && !bp_clause_has(c, i, BP_WORDS_CUE_PROMISE))
            return false;
    return true;
}

/* "said on Tuesday": a report tells it from its own day. */
static bool is_of_report(const bp_clause *c)
{
    for (uint32_t i = c->begin; i < c->end; i++)
        if (bp_clause_has(c, i, BP_WORDS_CUE_SAY)) return true;
    return false;
}

/* "On 9 September the phone was silent. They had left on Sunday ... On Thursday the fog lifted": a story of long ago
 * goes on, from day to day. */
static bool place_in_story(const bp_timeline *t, const bp_expression *e, int weekday, bp_tense tense, bp_placed *placed)
{
    if (!t->known || !t->story.known || tense == BP_TENSE_FUTURE || bp_has(e, BP_FIELD_which)) return false;
    const uint32_t apart = t->document->tokens.items[e->first].sentence - t->story.sentence;
    if (apart > (t->in_story ? CHAIN_REACH : STORY_REACH)) return false;
    const bp_sentence *sentence = &t->document->sentences.items[t->document->tokens.items[e->first].sentence];
    const bp_clause c = { t->document, sentence->first, sentence->end };
    const bool since = apart == 0 && bp_clause_says(&c, e->first - 1, "since"); /* on 9 May, wrong since Sunday */
    const bool goes_on = since || (t->in_story && tense == BP_TENSE_PAST && !is_of_report(&c));
    if (!goes_on && !is_behind_story(&c, e->first)) return false;
    const int32_t from = t->story.period.first, on = weekday_on(from, weekday);
    const int32_t day = on - from <= DAYS_PER_WEEK / 2 ? on : weekday_back(from, weekday);
    *placed = day_counted(day, "weekday of the story's week", 0.75f, "the day spoken of last", from);
    return true;
}

/* "left on Saturday and were expected by Sunday": the next one after the day told just before. */
static bool place_behind(const bp_timeline *t, const bp_expression *e, int weekday, bp_tense tense, bp_placed *placed)
{
    const int32_t from = t->day.period.first;
    if (tense != BP_TENSE_AWAITED || !t->recent_day.known || t->recent_day.end != t->day.end) return false;
    if (t->day.sentence != t->document->tokens.items[e->first].sentence || from >= t->today) return false;
    uint32_t was = t->day.end;
    while (was < e->first && !bp_token_is(t->document, was, "was") && !bp_token_is(t->document, was, "were")) was++;
    if (was == e->first) return false;
    *placed = day_counted(weekday_on(from + 1, weekday), "weekday awaited on a day of the past", 0.8f,
                          "the day spoken of last", from);
    return true;
}

/* "two Fridays ago" */
static bp_placed place_weeks_ago(const bp_timeline *t, const bp_expression *e)
{
    const int weekday = atoi(bp_value(e, BP_FIELD_weekdays));
    const int count = bp_read_integer(t->words, e->fields[BP_FIELD_number].text, 0);
    if (!t->known || weekday == 0 || count == 0) return bp_placed_symbol("PAST_REF", "so many such days ago");
    return day_counted(weekday_back(t->today - 1, weekday) - DAYS_PER_WEEK * (count - 1), "so many such days ago", 0.9f,
                       bp_by_reference, t->today);
}

/* "On Friday night and Saturday morning there were six arrests", on a Friday: both days are over. */
static bool is_over_next(const bp_timeline *t, const bp_expression *e, int32_t day)
{
    const bool more = e->end + 1 < t->document->tokens.count && bp_token_is(t->document, e->end, "and");
    const int next = more ? bp_weekday_at(t, e->end + 1) : 0;
    return next && day + DAYS_PER_WEEK / 2 >= t->today && weekday_on(day, next) > t->today &&
           weekday_on(day, next) - day < DAYS_PER_WEEK / 2;
}

int bp_weeks_beyond(const bp_expression *e)
{
    if (!bp_has(e, BP_FIELD_beyond)) return 0;
    return strcmp(bp_value(e, BP_FIELD_beyond), "FN") == 0 ? 2 : 1;
}

bp_placed bp_place_weekday(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    const int weekday = atoi(bp_value(e, BP_FIELD_weekday));
    const char *which = bp_value(e, BP_FIELD_which);
    bp_placed placed;
    if (bp_has(e, BP_FIELD_weekdays)) return place_weeks_ago(t, e);
    if (bp_has(e, BP_FIELD_whichweek) && t->known) return place_weekday_in_week(t, e, weekday);
    if (place_from_spoken(t, e, weekday, &placed)) return placed;
    if (is_apposition(t, e, weekday))
        return day_counted(t->day.period.first, "weekday of the day spoken of", 0.95f, "the day spoken of last",
                           t->day.period.first);
    if (place_in_stretch(t, e, weekday, &placed) || place_beside(t, e, weekday, &placed)) return placed;
    if (place_in_story(t, e, weekday, tense, &placed)) return placed;
    if (!t->known) {
        placed = bp_placed_symbol("", "no reference date is known");
        snprintf(placed.symbol, sizeof placed.symbol, "XXXX-WXX-%d", weekday);
        return placed;
    }
    if (bp_has(e, BP_FIELD_earlier)) /* "a week last Friday" */
        return day_counted(weekday_back(t->today - 1, weekday) - DAYS_PER_WEEK, "a week before the last such day", 0.9f,
                           bp_by_reference, t->today);
    if (bp_weeks_beyond(e))
        return day_counted(weekday_on(t->today, weekday) + DAYS_PER_WEEK * bp_weeks_beyond(e),
                           "weeks beyond the next such day", 0.93f, bp_by_reference, t->today);
    if (strcmp(which, "last") == 0)
        return day_counted(weekday_back(t->today - 1, weekday), "the last such day", 0.95f, bp_by_reference, t->today);
    const bool coming = bp_has(e, BP_FIELD_which) && (e->fields[BP_FIELD_which].text.at[0] | 0x20) != 'n';
    if (strcmp(which, "next") == 0) /* not the one that would be "tomorrow", unless it is "this coming" */
        return day_counted(weekday_on(t->today + (coming ? 1 : 2), weekday), "the next such day", 0.93f,
                           bp_by_reference, t->today);
    if (strcmp(which, "this") == 0)
        return day_counted(tense == BP_TENSE_PAST ? weekday_back(t->today, weekday) : weekday_on(t->today, weekday),
                           "the nearest such day", 0.9f, bp_by_reference, t->today);
    tense = bp_weekday_tense(t->document, e->first, e->end, tense, t->today - weekday_back(t->today, weekday));
    if (place_behind(t, e, weekday, tense, &placed)) return placed;
    const bool calendar = tense == BP_TENSE_PRESENT && !is_possessive(t, e);
    if (bp_is_ahead(tense) || calendar)
        return day_counted(weekday_on(t->today, weekday),
                           bp_is_ahead(tense) ? "weekday in the future tense"
                                              : "weekday on the calendar, in the present tense",
                           0.85f, bp_by_reference, t->today);
    const int32_t day = weekday_back(t->today, weekday);
    return day_counted(is_over_next(t, e, day) ? day - DAYS_PER_WEEK : day,
                       tense == BP_TENSE_PAST ? "weekday in the past tense" : "weekday without a tense", 0.93f,
                       bp_by_reference, t->today);
}

bool bp_place_weekday_until(const bp_expression *e, bp_period from, bp_period *until)
{
    const int weekday = atoi(bp_value(e, BP_FIELD_weekday));
    if (from.grain != BP_GRAIN_DAY || weekday == 0) return false;
    *until = (bp_period){ BP_GRAIN_DAY, weekday_on(from.first + 1, weekday) };
    return true;
}

bool bp_is_working_week(const bp_timeline *t, const bp_reading *reading, bp_tense tense)
{
    const int last = atoi(bp_value(&reading->until, BP_FIELD_weekday));
    if (reading->main.meaning != BP_MEANS_weekday || bp_value(&reading->main, BP_FIELD_weekday)[0] != '1') return false;
    if ((last != 5 && last != 6 && tense != BP_TENSE_PRESENT) || tense == BP_TENSE_PAST ||
        bp_has(&reading->main, BP_FIELD_which))
        return false;
    const bp_sentence *sentence = &t->document->sentences.items[t->document->tokens.items[reading->first].sentence];
    for (uint32_t i = sentence->first; i < reading->first; i++)
        if (bp_token_is(t->document, i, "will") || bp_token_is(t->document, i, "'ll")) return false;
    return true;
}

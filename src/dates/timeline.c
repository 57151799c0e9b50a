/* The timeline: what was spoken of, and small tools for placing expressions on it. */
#include "timeline.h"

#include "calendar.h"
#include "numbers.h"

#include <stdio.h>
#include <string.h>

enum {
    NARRATIVE_RUN = 3,    /* so many far dates in a row */
    NARRATIVE_REACH = 12, /* the last of them so many sentences ago at most */
    ASIDE_REACH = 3,      /* tokens */
    OPENING = 6           /* tokens */
};

const char bp_by_reference[] = "the reference date";

int bp_which_step(const char *which)
{
    if (strcmp(which, "last") == 0 || strcmp(which, "before") == 0) return -1;
    return strcmp(which, "next") == 0 || strcmp(which, "after") == 0 ? 1 : 0;
}

bool bp_is_told_from_spoken(const char *which)
{
    return strcmp(which, "that") == 0 || strcmp(which, "after") == 0 || strcmp(which, "before") == 0;
}

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

bool bp_anchor(const bp_timeline *timeline, bp_grain grain, bp_spoken *anchor, const char **name)
{
    *anchor = timeline->spoken;
    *name = "the date spoken of last";
    const bool coarse = grain <= BP_GRAIN_WEEK && anchor->period.grain >= BP_GRAIN_YEAR;
    if (anchor->known && !(coarse && timeline->known)) return true;
    *anchor = (bp_spoken){ .known = timeline->known, .period = { BP_GRAIN_DAY, timeline->today } };
    *name = bp_by_reference;
    return anchor->known;
}

int bp_told_step(const bp_expression *e, bool *spoken)
{
    const char *which = bp_has(e, BP_FIELD_direction) ? bp_value(e, BP_FIELD_direction) : bp_value(e, BP_FIELD_which);
    if (strcmp(which, "earlier") == 0) which = "before";
    *spoken = bp_is_told_from_spoken(which);
    return bp_which_step(which);
}

/* In the order of the grains. */
static const char *const whole[] = { "a day told from another one",
                                     "whole weekends",
                                     "whole weeks",
                                     "whole months",
                                     "whole quarters",
                                     "whole seasons",
                                     "whole half years",
                                     "whole years",
                                     "whole decades",
                                     "whole centuries" };

bp_placed bp_step_from(bp_spoken anchor, const char *name, bp_grain grain, int64_t step)
{
    bp_period period = bp_period_of(anchor.period.first, grain);
    if (!bp_period_step(&period, step)) return bp_placed_symbol("", "outside of the calendar");
    return bp_counted(bp_placed_at(period, whole[grain], 0.9f), name, anchor.period.first);
}

/* ---- years */

int bp_near_year(const bp_timeline *t)
{
    if (t->known) return bp_calendar_day(t->today).year;
    return t->spoken.known ? bp_period_year(t->spoken.period) : 2000;
}

int bp_written_year(const bp_timeline *t, const bp_expression *e, bp_field field)
{
    return bp_read_year(t->words, e->fields[field].text, bp_near_year(t));
}

/* "In June 1940 the family fled. They sailed in August": a story begins. */
static bool opens_sentence(const bp_timeline *t, const bp_spoken *spoken)
{
    return spoken->end - t->document->sentences.items[spoken->sentence].first <= OPENING;
}

/* "the autumn of 1934, when the typhoon came ashore on Sept. 21" */
static bool is_when(const bp_timeline *t, const bp_expression *e)
{
    const bool long_one = t->spoken.period.grain == BP_GRAIN_SEASON || t->spoken.period.grain == BP_GRAIN_YEAR;
    const uint32_t end = t->spoken.end;
    return long_one && t->document->tokens.items[e->first].sentence == t->spoken.sentence && end + 1 < e->first &&
           (bp_token_is(t->document, end, "when") || bp_token_is(t->document, end + 1, "when"));
}

/* Does the text tell of another time than the reference date's, here? A year
 * may come from an aside; only several dates in a row, with nothing of the
 * present between them, say so. Without a reference date any year will do. */
bool bp_in_narrative(const bp_timeline *t, const bp_expression *e, bool has_day, int *year)
{
    if (!t->spoken.known || t->spoken.period.grain > BP_GRAIN_YEAR) return false;
    *year = bp_period_year(t->spoken.period);
    if (is_when(t, e)) return true;
    const uint32_t apart = t->document->tokens.items[e->first].sentence - t->spoken.sentence;
    const bool dated = t->spoken.period.grain <= BP_GRAIN_MONTH || t->spoken.period.grain == BP_GRAIN_SEASON;
    if (t->far_run > 0 && dated && apart == 1 && opens_sentence(t, &t->spoken)) return true;
    const uint32_t begin = t->document->sentences.items[t->document->tokens.items[e->first].sentence].first;
    if (t->far_run > 0 && dated && apart == 1 && e->first - begin <= 1 && !bp_has(e, BP_FIELD_which) && t->known &&
        *year + 1 < bp_near_year(t))
        return true; /* They met in Oslo in March 2003. In May they married */
    const bool old = t->known && t->far_run > 0 && *year + 1 < bp_near_year(t) && !bp_has(e, BP_FIELD_which);
    const uint32_t end_of =
        e->first > begin + 2 && bp_token_is(t->document, e->first - 2, "end") ? 4 : 1; /* by the end of */
    const bool by = e->first >= begin + end_of && bp_token_is(t->document, e->first - end_of, "by");
    const bool opens = e->first - begin <= end_of && *year + 10 < bp_near_year(t); /* in 1939. By the summer */
    if (old && apart <= 1 && by && (dated || opens)) return true;                  /* in March 1919, and by August */
    if (t->far_run > 1 && dated && apart == 0) return true;
    const bool of_year = t->spoken.period.grain == BP_GRAIN_YEAR && t->known && *year < bp_near_year(t);
    if (of_year && has_day && apart == 0 && by) return true; /* last year they were here by 21 March */
    const bool year_opens = t->spoken.end - t->document->sentences.items[t->spoken.sentence].first == 2;
    if (year_opens && apart == 0 && t->spoken.period.grain == BP_GRAIN_YEAR && *year < bp_near_year(t))
        return true; /* In 1972 it was October before anyone came */
    if (t->far_run > NARRATIVE_RUN && t->spoken.period.grain == BP_GRAIN_SEASON && apart <= 1) return true;
    return !t->known || (has_day && t->far_run >= NARRATIVE_RUN && apart <= NARRATIVE_REACH);
}

/* ---- what was spoken of */

/* "a year earlier", "the year-ago quarter": figures are set beside each other,
 * and the story stays where it is. */
static bool is_comparison(const bp_expression *e)
{
    return e->meaning == BP_MEANS_yearago ||
           (e->meaning == BP_MEANS_shift && strcmp(bp_value(e, BP_FIELD_unit), "Y") == 0 &&
            (e->fields[BP_FIELD_number].text.at[0] | 0x20) == 'a');
}

/* "After a flat second quarter": an aside. */
static bool is_set_before(const bp_timeline *t, uint32_t token)
{
    const uint32_t first = t->document->sentences.items[t->document->tokens.items[token].sentence].first;
    for (uint32_t i = token; i > first && token - i < ASIDE_REACH; i--)
        if (bp_token_is(t->document, i - 1, "after") || bp_token_is(t->document, i - 1, "following")) return true;
    return false;
}

/* Does a report tell of this quarter? "The third quarter", "the latest quarter", but not "the 1988 quarter", which is
 * set beside another; a fiscal quarter may be over before the calendar's. */
static bool tells_quarter(const bp_timeline *t, const bp_reading *reading, bp_period period)
{
    const bp_expression *e = &reading->main;
    if (period.grain != BP_GRAIN_QUARTER || !t->known || is_set_before(t, reading->first)) return false;
    const bool told = reading->has_piece || e->meaning == BP_MEANS_period ||
                      (e->meaning == BP_MEANS_quarter && (!bp_has(e, BP_FIELD_year) || bp_has(e, BP_FIELD_ordinal)));
    if (!told || bp_period_last_day(period) < t->today) return told;
    return e->meaning == BP_MEANS_quarter && period.first <= t->today &&
           bp_tense_of(t->document, reading->first, reading->end) == BP_TENSE_PAST;
}

/* "stole the ring early Sunday, authorities said Tuesday": another day of the same sentence is the story's. */
static bool is_of_attribution(const bp_timeline *t, uint32_t day, uint32_t least)
{
    const bool on = day > least + 1 && bp_token_is(t->document, day - 1, "on");
    const uint32_t verb = on ? day - 2 : day - 1;
    return t->day.known && verb > least && t->day.sentence == t->document->tokens.items[day].sentence &&
           (bp_token_classes(t->document, verb) & BP_WORDS_CUE_SAY);
}

/* "after talks broke down a day earlier", "closed since Sunday": the story's day is another. */
static bool is_aside(const bp_timeline *t, const bp_reading *reading)
{
    const uint32_t first = t->document->sentences.items[t->document->tokens.items[reading->first].sentence].first;
    if (!t->known || reading->first == first) return false;
    if (bp_token_is(t->document, reading->first - 1, "since") || is_of_attribution(t, reading->first, first))
        return true;
    return reading->main.meaning == BP_MEANS_shift && reading->first - first > OPENING;
}

/* A date written out that is longer than a week ago may open a story; days near it go on with it, others end it. */
static void follow_story(bp_timeline *t, bp_spoken day, bool aside, bp_meaning means)
{
    const int64_t apart = (int64_t)day.period.first - t->today;
    const int64_t from_story = (int64_t)day.period.first - t->story.period.first;
    if (means == BP_MEANS_date) {
        if (apart <= 0) t->story = apart < -BP_LAST_WEEK ? day : (bp_spoken){ 0 };
        t->in_story = false;
    } else if (t->story.known && apart < -BP_LAST_WEEK && from_story < BP_LAST_WEEK && from_story > -BP_LAST_WEEK) {
        if (!aside && from_story >= 0) t->story = day; /* not: they had left on Sunday */
        t->in_story |= means == BP_MEANS_weekday;
    } else {
        t->story = (bp_spoken){ 0 };
    }
}

static void remember_day(bp_timeline *t, bp_spoken day, bool aside, bp_meaning means)
{
    const int64_t apart = (int64_t)day.period.first - t->today;
    if (aside && !t->aside) t->before_aside = t->day;
    t->aside = aside;
    t->day = day;
    if (t->known) follow_story(t, day, aside, means);
    if (t->known && apart <= 0 && !(aside && t->story.known)) t->past_day = day;
    if (t->known && apart <= 0 && apart >= -BP_RECENT_DAYS && !aside) t->recent_day = day;
}

void bp_remember(bp_timeline *t, const bp_reading *reading, bp_period period, bool range)
{
    const uint32_t sentence = t->document->tokens.items[reading->first].sentence;
    const bp_spoken spoken = { true, period, t->document->sentences.items[sentence].block, sentence, reading->end };
    if (is_comparison(&reading->main)) return;
    const int64_t apart = (int64_t)period.first - t->today;
    const bool far = apart > BP_NARRATIVE_DAYS || apart < -BP_NARRATIVE_DAYS;
    if (period.grain <= BP_GRAIN_YEAR) t->far_run = t->known && far ? t->far_run + 1 : 0;
    t->spoken = spoken;
    if (period.grain == BP_GRAIN_DAY && !range) remember_day(t, spoken, is_aside(t, reading), reading->main.meaning);
    if (tells_quarter(t, reading, period)) t->quarter = spoken;
    if (period.grain == BP_GRAIN_QUARTER) t->many_months = false;
}

void bp_remember_stretch(bp_timeline *t, const bp_placed *placed)
{
    const int32_t last = bp_period_last_day(placed->until);
    if (placed->period.grain != BP_GRAIN_DAY || last - placed->period.first >= BP_STRETCH_DAYS) return;
    t->from = placed->period.first;
    t->to = last;
}

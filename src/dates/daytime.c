/* The day of a bare time: what was spoken of last, in the order in which a day
 * goes by. */
#include "daytime.h"

#include "clause.h"
#include "clock.h"
#include "further_on.h"
#include "speech.h"

#include <stdlib.h>
#include <string.h>

enum {
    NIGHT_END = 5 * BP_MINUTES_PER_HOUR,
    SMALL_HOURS = 7 * BP_MINUTES_PER_HOUR,
    NOON = 12 * BP_MINUTES_PER_HOUR,
    AFTERNOON = 15 * BP_MINUTES_PER_HOUR,
    LATE = 18 * BP_MINUTES_PER_HOUR,
    LONGEST_HEADING = 8,  /* tokens */
    HEADING_REACH = 12,   /* blocks */
    STORY_REACH = 2,      /* sentences */
    FAR_REACH = 4,        /* sentences */
    ROUTINE_REACH = 18,   /* tokens */
    STANDFIRST_REACH = 2, /* blocks */
    BEGINNING_REACH = 6,  /* tokens */
    EVENT_REACH = 5,      /* tokens */
    OPENING = 4           /* tokens */
};

static uint32_t block_of(const bp_timeline *t, uint32_t token)
{
    return t->document->sentences.items[t->document->tokens.items[token].sentence].block;
}

static int step_of_part(const bp_expression *e)
{
    const char *which = !e                              ? ""
                        : bp_has(e, BP_FIELD_direction) ? bp_value(e, BP_FIELD_direction)
                                                        : bp_value(e, BP_FIELD_which);
    if (strcmp(which, "last") == 0 || strcmp(which, "before") == 0) return -1;
    return strcmp(which, "after") == 0 || strcmp(which, "next") == 0 ? 1 : 0;
}

/* Was a time of the clock told of these days? It is of the story's day, and other days are asides: "at 5.15 a.m. on
 * Monday ... not begun on Saturday evening ... failed at 2 a.m." */
static const bp_spoken_clock *recent_clock(const bp_timeline *t)
{
    const bool aside = !t->clock.exact && (t->clock.day < t->told.day || t->clock.day == t->today);
    const bp_spoken_clock *clock = aside ? &t->told : &t->clock;
    const int64_t apart = (int64_t)clock->day - t->today;
    return clock->exact && apart <= 0 && apart >= -BP_RECENT_DAYS ? clock : NULL;
}

/* "FIXTURES, Nov 9": a line of its own whose day holds for what stands below it. */
static bool is_under_heading(const bp_timeline *t, const bp_spoken *day, uint32_t block)
{
    const bp_paragraph *heading = &t->document->blocks.items[day->block];
    const bool line = heading->role == BP_BODY || heading->role == BP_HEADLINE;
    return line && day->block > 1 && block - day->block <= HEADING_REACH &&
           heading->end - heading->first <= LONGEST_HEADING;
}

/* "We retrace Tuesday minute by minute." and in the paragraphs below "9.12am. Two men walk in": the day of the entries.
 */
static bool is_retold(const bp_timeline *t, const bp_spoken *day, uint32_t block)
{
    const int64_t apart = (int64_t)t->today - day->period.first;
    if (!t->known || !day->known || apart <= 0 || apart > BP_LAST_WEEK || block - day->block > STANDFIRST_REACH)
        return false;
    const bp_sentence *told = &t->document->sentences.items[day->sentence];
    for (uint32_t i = told->first; i + 2 < told->end; i++) {
        const uint32_t link = i + 1 + bp_token_is(t->document, i + 1, "-"); /* minute by minute, hour-by-hour */
        const bool by = (bp_token_classes(t->document, i) & BP_WORDS_UNITS) && bp_token_is(t->document, link, "by");
        if (by || bp_token_is(t->document, i, "timeline") || bp_token_is(t->document, i, "unfolded")) return true;
    }
    return false;
}

/* "On January 23, 1956, the box was empty. ... They had left before dawn": the story is far away, and goes on there. */
static bool is_far_story(const bp_timeline *t, const bp_spoken *day, uint32_t sentence)
{
    return t->known && t->far_run > 1 && day->period.first < t->today - BP_NARRATIVE_DAYS &&
           sentence - day->sentence <= FAR_REACH;
}

/* "at about 3am on 4 February last year ... had caught somebody at 2.51am": a court hears of times of that night,
 * whatever day it sits. */
static bool tells_event(const bp_timeline *t, const bp_expression *e, const bp_spoken *day, uint32_t sentence,
                        bp_tense tense)
{
    const bool opened =
        sentence - day->sentence == 1 &&
        t->document->sentences.items[sentence].block == day->block && /* On 17 September there was no towel. At noon */
        day->end - t->document->sentences.items[day->sentence].first <= OPENING;
    return !e && t->known && !t->in_story && tense == BP_TENSE_PAST && t->clock.exact && !opened &&
           t->clock.day < t->today - BP_RECENT_DAYS && day->period.first >= t->clock.day && day->sentence != sentence;
}

/* The day that the story is at; false: no more is known than the reference day. */
static bool story_day(const bp_timeline *t, const bp_expression *e, uint32_t first, bp_tense tense, bp_spoken *day)
{
    const uint32_t sentence = t->document->tokens.items[first].sentence, block = block_of(t, first);
    const bool told = e && (bp_value(e, BP_FIELD_which)[0] != 0 || bp_has(e, BP_FIELD_direction));
    *day = bp_spoken_day(t, tense);
    if (!e && bp_opens_block(t->document, first) && !(day->known && is_under_heading(t, day, block))) {
        const bool retold = !t->entry.known && is_retold(t, day, block);
        const int32_t entry = t->entry.known ? t->entry.day : retold ? day->period.first : t->today;
        *day = (bp_spoken){ true, { BP_GRAIN_DAY, entry }, block, sentence, first };
        return t->entry.known || retold;
    }
    int32_t later;
    if (!e && t->known && !(day->known && day->sentence == sentence) && bp_day_further_on(t, first, tense, &later)) {
        *day = (bp_spoken){ true, { BP_GRAIN_DAY, later }, block, sentence, first };
        return true;
    }
    if ((!told || t->story.known) && t->aside && day->end == t->day.end && day->sentence != sentence)
        *day = t->before_aside;
    if (!day->known) return false;
    if (tells_event(t, e, day, sentence, tense)) {
        day->period.first = t->clock.day;
        return true;
    }
    if (day->block == block || told || !t->known || is_under_heading(t, day, block)) return true;
    const bool soon = day->period.first > t->today && day->period.first - t->today <= BP_RECENT_DAYS;
    if (soon && (bp_is_ahead(tense) || (tense == BP_TENSE_PRESENT && sentence - day->sentence <= STORY_REACH)))
        return true;
    if (e && tense == BP_TENSE_PAST && is_far_story(t, day, sentence)) return true;
    *day = t->recent_day;
    const bp_spoken_clock *clock = recent_clock(t);
    if (clock) day->period.first = clock->day;
    return (tense == BP_TENSE_PAST || tense == BP_TENSE_AWAITED) && day->known;
}

bp_placed bp_place_part_of_day(const bp_timeline *timeline, const bp_expression *e, uint32_t first, bp_tense tense)
{
    const char *which = e ? bp_value(e, BP_FIELD_which) : "", *how = "time of the day spoken of last";
    if (tense == BP_TENSE_EITHER) tense = BP_TENSE_PAST; /* was moved from 3pm to 4.30pm */
    const bool coming = e && bp_has(e, BP_FIELD_overnight) && (bp_is_ahead(tense) || tense == BP_TENSE_PRESENT);
    const bool today = coming || strcmp(which, "this") == 0 || strcmp(which, "last") == 0;
    bp_spoken spoken;
    const bool near = story_day(timeline, e, first, tense, &spoken) && !today;
    if (!timeline->known && !near) return bp_placed_symbol("", "no day is known");
    bp_period day = { BP_GRAIN_DAY, near ? spoken.period.first : today ? timeline->written : timeline->today };
    if (!near) how = today ? "part of a day told from the reference date" : "time of the reference date";
    const bool night =
        e && (bp_has(e, BP_FIELD_overnight) || (!near && !*which && strcmp(bp_value(e, BP_FIELD_daypart), "NI") == 0));
    const bool overnight = night && tense == BP_TENSE_PAST && day.first == timeline->today;
    const int step = overnight ? -1 : step_of_part(e); /* the night that ended this morning */
    if (!bp_period_step(&day, step)) return bp_placed_symbol("", "outside of the calendar");
    return bp_counted(bp_placed_at(day, how, today ? 0.92f : 0.75f),
                      near ? "the day spoken of last" : "the reference date", day.first - step);
}

/* "came into force at midnight": at the end of the day before. */
static bool is_past_midnight(const bp_timeline *t, const bp_reading *reading, int32_t day)
{
    return !reading->has_main && t->known && day == t->today &&
           bp_value(&reading->clock, BP_FIELD_clockword)[0] == '2' &&
           bp_tense_of(t->document, reading->first, reading->end) == BP_TENSE_PAST;
}

/* Is the day said further on in the sentence, from `token` on: "opens at 10 a.m. (7 p.m. in Sydney) today"? */
static bool day_follows(const bp_document *document, uint32_t token)
{
    const uint32_t end = document->sentences.items[document->tokens.items[token - 1].sentence].end;
    for (; token < end; token++)
        if (bp_token_among(document, token, BP_HINT_SPOKEN_DAYS)) return true;
    return false;
}

/* Does a time of the clock with its day stand shortly before? Then this one goes on with that day. */
static bool is_told_on(const bp_timeline *t, uint32_t first)
{
    return t->clock.exact && t->document->tokens.items[first].sentence - t->clock.sentence <= STORY_REACH;
}

bool bp_is_daily(const bp_timeline *t, const bp_reading *reading)
{
    const uint32_t end = reading->end, count = (uint32_t)t->document->tokens.count;
    return end + 1 < count && (bp_token_is(t->document, end, "each") || bp_token_is(t->document, end, "every")) &&
           bp_token_is(t->document, end + 1, "day");
}

/* "the 5 a.m. bus" */
static bool names_service(const bp_document *document, const bp_reading *reading)
{
    if (reading->first == 0 || !(bp_token_classes(document, reading->first - 1) & BP_WORDS_DETERMINERS)) return false;
    return reading->end < document->tokens.count && bp_token_among(document, reading->end, BP_HINT_SERVICES);
}

/* "The 11.25pm flight left": that one. */
static bool has_left(const bp_document *document, const bp_reading *reading)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[reading->first].sentence];
    const bp_clause c = { document, sentence->first, sentence->end };
    return bp_clause_right(&c, reading->end) == BP_TENSE_PAST;
}

/* "Ask me next week," he said as he left | at 5:05: no longer what he asks. */
static bool is_past_mark(const bp_document *document, uint32_t first, uint32_t token)
{
    const bp_token *tokens = document->tokens.items;
    for (uint32_t i = first; i + 1 < token; i++) {
        const bool stop = tokens[i].first == ',' || tokens[i].first == '?' || tokens[i].first == '!';
        if (stop && bp_is_closing_mark(document, i + 1) && !bp_token_has(document, i + 1, BP_SPACE_BEFORE)) return true;
    }
    return false;
}

/* "Ring the newsroom before 9am", "Do not go for the bells at six": what the reader is told to do, on any day. */
static bool is_told_to_reader(const bp_document *document, const bp_reading *reading)
{
    uint32_t verb = document->sentences.items[document->tokens.items[reading->first].sentence].first;
    for (uint32_t i = verb; i + 1 < reading->first && i - verb < ROUTINE_REACH; i++)
        if (bp_token_is(document, i, ":")) verb = i + 1; /* "Small ads: ring before noon" */
    while (verb < reading->first && document->tokens.items[verb].kind != BP_TOKEN_WORD) verb++;
    const bool never =
        bp_token_is(document, verb, "never") && /* "Never use them before noon", not "Never was it so full" */
        !(bp_token_classes(document, verb + 1) & (BP_WORDS_AUXILIARIES | BP_WORDS_BE_FORMS | BP_WORDS_ADVERBS));
    if (bp_token_is(document, verb, "do") && bp_token_is(document, verb + 1, "not")) verb += 2;
    return verb < reading->first && (never || bp_token_among(document, verb, BP_HINT_REQUESTS)) &&
           !is_past_mark(document, verb, reading->first);
}

/* "always", "used to", "every day", "on Mondays" beside it */
static bool is_of_routine(const bp_document *document, const bp_reading *reading)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[reading->first].sentence];
    const uint32_t begin =
        reading->first - sentence->first > ROUTINE_REACH ? reading->first - ROUTINE_REACH : sentence->first;
    const uint32_t end = sentence->end - reading->end > ROUTINE_REACH ? reading->end + ROUTINE_REACH : sentence->end;
    if (bp_token_is(document, sentence->first, "as") && bp_token_is(document, sentence->first + 1, "a"))
        return true; /* As a boy he rose at four */
    for (uint32_t i = begin; i < end; i++) {
        const bp_view word = bp_token_word(document, i)->lower;
        const uint64_t classes = bp_token_classes(document, i),
                       next = i + 1 < end ? bp_token_classes(document, i + 1) : 0;
        if ((classes & BP_WORDS_WEEKDAYS) && word.length > 5 && word.at[word.length - 1] == 's') return true;
        const bool each = bp_token_is(document, i, "every") || bp_token_is(document, i, "each");
        const uint64_t third = i + 2 < end ? bp_token_classes(document, i + 2) : 0;
        if (each && (third & BP_WORDS_UNITS) && document->tokens.items[i + 1].kind == BP_TOKEN_NUMBER) return true;
        if (each && (next & (BP_WORDS_UNITS | BP_WORDS_DAYPARTS | BP_WORDS_WEEKDAYS | BP_WORDS_SEASONS))) return true;
        const bool times =
            bp_token_is(document, i, "once") || bp_token_is(document, i, "twice") || bp_token_is(document, i, "times");
        const bool a = i + 1 < end && (bp_token_is(document, i + 1, "a") || bp_token_is(document, i + 1, "an"));
        if (times && a && (third & BP_WORDS_UNITS)) return true; /* twice a week */
        if (bp_token_is(document, i, "used") && i + 1 < end && bp_token_is(document, i + 1, "to")) return true;
        const bool years =
            i + 1 < end && (bp_token_is(document, i + 1, "years") || bp_token_is(document, i + 1, "decades"));
        if (years && (bp_token_is(document, i, "for") || (i > begin && bp_token_is(document, i - 1, "for"))))
            return true;
        if (bp_token_among(document, i, BP_HINT_ROUTINE)) return true;
    }
    return false;
}

/* "since May", which is no rule */
static bool is_month(const bp_document *document, uint32_t token)
{
    return (bp_token_classes(document, token) & BP_WORDS_MONTHS) && bp_token_has(document, token, BP_CAPITALIZED);
}

static bool holds_one_of(const bp_document *document, uint32_t first, uint32_t end, uint64_t hints)
{
    for (uint32_t i = first; i < end; i++)
        if (bp_token_among(document, i, hints) && !is_month(document, i)) return true;
    return false;
}

/* "Shops must close by 10pm", "a curfew from 9pm to 5am": what is allowed, on any day. */
static bool is_of_rule(const bp_document *document, const bp_reading *reading)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[reading->first].sentence];
    const uint32_t begin =
        reading->first - sentence->first > ROUTINE_REACH ? reading->first - ROUTINE_REACH : sentence->first;
    const bool guess =
        holds_one_of(document, begin, reading->first, BP_HINT_GUESSES); /* may have been stabbed at three */
    return !guess && holds_one_of(document, begin, reading->first, BP_HINT_RULES);
}

/* "Kick-off is at 3pm", "Polls close at 8pm": of the day that the report is about. */
static bool is_of_event(const bp_document *document, const bp_reading *reading)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[reading->first].sentence];
    const uint32_t begin =
        reading->first - sentence->first > EVENT_REACH ? reading->first - EVENT_REACH : sentence->first;
    return holds_one_of(document, begin, reading->first, BP_HINT_EVENTS_OF_A_DAY);
}

/* "They play at Driffield on Saturday. They go on at three": of the day that is to come. */
static bool is_near_coming_day(const bp_timeline *t, uint32_t first)
{
    return t->known && t->day.known && t->day.period.first > t->today && t->day.block == block_of(t, first) &&
           t->document->tokens.items[first].sentence - t->day.sentence == 1;
}

/* "Starting July 1, the ward will lock its doors at 8 p.m.": from that day on. */
static bool begins_then(const bp_timeline *t, uint32_t first)
{
    const uint32_t opening = t->document->sentences.items[t->document->tokens.items[first].sentence].first;
    const bool begins = bp_token_is(t->document, opening, "starting") || bp_token_is(t->document, opening, "beginning");
    return begins && t->day.end - opening <= BEGINNING_REACH &&
           bp_tense_of(t->document, first, first + 1) != BP_TENSE_PAST;
}

/* "Doors open at ten", "He reads until six in the morning": no day, and none meant. */
bool bp_is_habit(const bp_timeline *t, const bp_reading *reading)
{
    const bp_document *document = t->document;
    const bool part = reading->has_main && reading->has_clock && reading->main.meaning == BP_MEANS_daypart &&
                      !bp_has(&reading->main, BP_FIELD_which);
    uint32_t first = reading->first;
    if ((reading->has_main && !part) || bp_opens_block(document, first)) return false;
    if (bp_is_daily(t, reading) || is_of_routine(document, reading)) return true;
    const bool since = t->aside && bp_tense_of(document, first, reading->end) ==
                                       BP_TENSE_PRESENT; /* since Sunday, and she gets up at five */
    if (t->day.known && !since && t->day.sentence == document->tokens.items[first].sentence)
        return begins_then(t, first);
    if (is_told_to_reader(document, reading)) return true;
    if (is_told_on(t, first) || is_near_coming_day(t, first)) return false;
    if (names_service(document, reading)) return !has_left(document, reading);
    if (is_of_rule(document, reading)) return true;
    if (is_of_event(document, reading)) return false;
    if (first > 0 && (bp_token_is(document, first - 1, "until") || bp_token_is(document, first - 1, "by"))) first--;
    const bp_tense tense = bp_tense_of(document, first, reading->end);
    return (tense == BP_TENSE_PRESENT || (part && tense == BP_TENSE_UNKNOWN)) && !day_follows(document, reading->end);
}

/* ---- in the order in which a day goes by */

/* "11:55 p.m. The count is in." and in the next paragraph "12:08 a.m.", or the other way round: a night goes by. */
static int step_of_entry(const bp_timeline *t, const bp_reading *reading, int minute, int32_t day)
{
    const bp_spoken_clock *entry = &t->entry;
    if (reading->has_main || !entry->known || !bp_opens_block(t->document, reading->first)) return 0;
    const int64_t apart = minute - (entry->minute - (int64_t)day * BP_MINUTES_PER_DAY);
    return apart > BP_MINUTES_PER_DAY / 2 ? -1 : apart < -BP_MINUTES_PER_DAY / 2 ? 1 : 0;
}

/* Is it told right behind another time, in brackets: "21:40 (02:40 GMT)"? */
static bool is_same_moment(const bp_timeline *t, uint32_t first)
{
    const bp_spoken_clock *clock = &t->clock;
    if (!clock->known || clock->end > first || first - clock->end > 4) return false;
    for (uint32_t i = clock->end; i < first; i++)
        if (t->document->tokens.items[i].first == '(') return true;
    return false;
}

/* "and the road stayed shut until six" */
static bool is_awaited_end(const bp_document *document, uint32_t first)
{
    return first > 0 && (bp_token_is(document, first - 1, "until") || bp_token_is(document, first - 1, "till"));
}

/* "It was found at 11.40pm on Sunday. By 6am ...", "ran aground at 16:10 on Sunday. It was freed at 11:20": a story
 * goes forward, as far as the day of the report. */
static bool is_next_morning(const bp_timeline *t, const bp_reading *reading, int minute, int64_t before)
{
    if (minute >= NOON || before <= minute || before >= BP_MINUTES_PER_DAY) return false;
    const bool by = reading->first > 0 && bp_token_is(t->document, reading->first - 1, "by");
    if (by && before >= LATE) return true;
    const uint32_t first = t->document->sentences.items[t->document->tokens.items[reading->first].sentence].first;
    if (holds_one_of(t->document, first, reading->first, BP_HINT_TOLD_BACKWARD)) return false;
    return before >= AFTERNOON && t->clock.day < t->today && t->clock.exact &&
           block_of(t, reading->first) == t->document->sentences.items[t->clock.sentence].block &&
           bp_tense_of(t->document, reading->first, reading->end) == BP_TENSE_PAST;
}

/* "On Thursday, after a hearing that lasted until twenty to one in the morning", "a debate that ended at one": what
 * began that day was over in the small hours of the next. */
static bool ends_after_midnight(const bp_timeline *t, const bp_reading *reading, int minute, int32_t day)
{
    const bool told = t->clock.known && t->clock.day == day; /* at 3am on Sunday. By four */
    const uint32_t first = reading->first;
    if (told || minute >= NIGHT_END || !t->known || day >= t->today || first < 2) return false;
    if (is_awaited_end(t->document, first) || bp_token_is(t->document, first - 1, "by")) return true;
    return bp_token_is(t->document, first - 1, "at") &&
           (bp_token_is(t->document, first - 2, "ended") || bp_token_is(t->document, first - 2, "finished") ||
            bp_token_is(t->document, first - 2, "closed"));
}

void bp_settle_day(const bp_timeline *timeline, const bp_reading *reading, const char *time, bp_placed *placed)
{
    const bp_spoken_clock *clock = &timeline->clock;
    int minute;
    if (!placed->known || !bp_minute_of_day(time, &minute)) return;
    if (is_past_midnight(timeline, reading, placed->period.first)) {
        bp_period_step(&placed->period, -1);
        return;
    }
    if (ends_after_midnight(timeline, reading, minute, placed->period.first)) {
        bp_period_step(&placed->period, 1);
        return;
    }
    if (!clock->known) return;
    const int64_t here = (int64_t)placed->period.first * BP_MINUTES_PER_DAY;
    int step = step_of_entry(timeline, reading, minute, placed->period.first);
    if (step) {
        bp_period_step(&placed->period, step);
        return;
    }
    if (is_same_moment(timeline, reading->first)) {
        const int64_t apart = here + minute - clock->minute;
        step = apart > BP_MINUTES_PER_DAY / 2 ? -1 : apart < -BP_MINUTES_PER_DAY / 2 ? 1 : 0;
    } else if (is_next_morning(timeline, reading, minute, clock->minute - here)) {
        step = 1;
    } else if (minute < (is_awaited_end(timeline->document, reading->first) ? NOON : SMALL_HOURS + !clock->exact) &&
               clock->minute - here >= LATE && clock->minute - here < BP_MINUTES_PER_DAY) {
        step = 1;
    }
    bp_period_step(&placed->period, step);
}

/* Clock times: in figures, in words, with a zone. Without "a.m.", "p.m." or a
 * part of the day, a bare hour up to six is taken for the afternoon. */
#include "clock.h"

#include "amount.h"
#include "numbers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LATEST_SMALL_HOUR = 6,
    LATE_IN_MORNING = 9,
    USUAL_EVENING = 19, /* what is told behind "that night" comes later than these hours */
    USUAL_NIGHT = 22,
    NIGHT_REACH = 2,        /* sentences */
    EARLY_REACH = 6,        /* tokens */
    AWAKE_REACH = 16,       /* tokens */
    JUST_BEFORE = 60,       /* minutes that a time may lie before the one spoken of and not be half a day later */
    CLOCK_REACH = 3,        /* sentences within which "later" is told from a clock time */
    HALF_REACH = 8,         /* ... and within which a story stays in its half of the day */
    LONGEST_SHIFT = 1000000 /* thousandths of hours or minutes */
};

static int integer(const bp_timeline *t, const bp_expression *e, bp_field field)
{
    return bp_read_integer(t->words, e->fields[field].text, 0);
}

/* On a dial of twelve hours: which half of the day? */
static int half_of_day(int hour, const char *meridiem, const char *part)
{
    if (*meridiem == 'a' || strcmp(part, "MO") == 0) return hour == 12 ? 0 : hour;
    if (*meridiem == 'p' || strcmp(part, "AF") == 0 || strcmp(part, "EV") == 0) return hour < 12 ? hour + 12 : hour;
    if (strcmp(part, "NI") == 0) return hour == 12 ? 24 : hour >= LATEST_SMALL_HOUR ? hour + 12 : hour;
    return hour;
}

/* "up since four", "gets up at four-thirty" */
static bool is_up(const bp_document *document, uint32_t up, uint32_t begin)
{
    if (!bp_token_is(document, up, "up")) return false;
    const bool gets = up > begin && (bp_token_is(document, up - 1, "get") || bp_token_is(document, up - 1, "gets") ||
                                     bp_token_is(document, up - 1, "got"));
    return gets || bp_token_is(document, up + 1, "since") || bp_token_is(document, up + 1, "at");
}

/* "up since four", "rises at five", "woke at six", "ten past nine on the morning of": in the morning. */
static bool is_of_early_riser(const bp_timeline *t, uint32_t first)
{
    const uint32_t begin = t->document->sentences.items[t->document->tokens.items[first].sentence].first;
    for (uint32_t i = first; i > begin && first - i < EARLY_REACH; i--)
        if (is_up(t->document, i - 1, begin) || bp_token_among(t->document, i - 1, BP_HINT_WAKING)) return true;
    const bp_sentence *sentence = &t->document->sentences.items[t->document->tokens.items[first].sentence];
    for (uint32_t i = first; i < sentence->end && i - first < AWAKE_REACH; i++)
        if (bp_token_is(t->document, i, "awake") || bp_token_is(t->document, i, "woke") ||
            (i > first + 2 && bp_token_is(t->document, i, "morning") && bp_token_is(t->document, i - 2, "on")))
            return true;
    return false;
}

/* An hour of a dial of twelve, without a word on which half of the day: the
 * first such time after the one spoken of just before, or shortly before it, if
 * no day is said with it; else one up to six o'clock is of the afternoon. */
static int likely_half(const bp_timeline *t, const bp_expression *clock, bool own_day, int hour, int minute)
{
    const bp_spoken_clock *last = &t->clock;
    const uint32_t sentence = t->document->tokens.items[clock->first].sentence;
    if (hour > 12 || hour == 0) return hour;
    if (is_of_early_riser(t, clock->first)) return hour % 12;
    if (last->exact && !own_day && sentence - last->sentence <= HALF_REACH) {
        const int spoken = (int)(last->minute % BP_MINUTES_PER_DAY + BP_MINUTES_PER_DAY) % BP_MINUTES_PER_DAY;
        const int morning = hour % 12 * BP_MINUTES_PER_HOUR + minute, evening = morning + BP_MINUTES_PER_DAY / 2;
        if (morning >= spoken - JUST_BEFORE) return hour % 12;
        return evening >= spoken - JUST_BEFORE ? hour % 12 + 12 : hour % 12;
    }
    const bool night = last->known && !last->exact && sentence - last->sentence <= NIGHT_REACH &&
                       last->minute % BP_MINUTES_PER_DAY >= USUAL_NIGHT * BP_MINUTES_PER_HOUR;
    if (night && sentence > last->sentence && hour < LATEST_SMALL_HOUR) return hour; /* that night ... found at five */
    const bool evening = last->known && !last->exact &&
                         sentence == last->sentence && /* Last night, a little after eight */
                         last->minute % BP_MINUTES_PER_DAY >= USUAL_EVENING * BP_MINUTES_PER_HOUR;
    return hour <= LATEST_SMALL_HOUR || (evening && hour < 12) ? hour + 12 : hour;
}

/* "half past six", "twenty to four": minutes before or after the hour. */
static void add_minutes(const bp_timeline *t, const bp_expression *clock, int *hour, int *minute)
{
    *minute = integer(t, clock, BP_FIELD_minutes);
    if (*minute == 0) *minute = atoi(bp_value(clock, BP_FIELD_minutes));
    const char side = clock->fields[BP_FIELD_side].text.at[0] | 0x20; /* twenty to four, a quarter of six */
    if (side != 't' && side != 'o') return;
    *hour = (*hour + 23) % 24;
    *minute = 60 - *minute;
}

/* "7:55", not "0755", "07:55" or "1200 GMT" */
static bool is_on_dial(const bp_expression *clock)
{
    const bp_view hour = clock->fields[BP_FIELD_hour].text, minute = clock->fields[BP_FIELD_minute].text;
    return minute.length && hour.at[0] != '0' && !bp_has(clock, BP_FIELD_second) && minute.at > hour.at + hour.length &&
           !bp_has(clock, BP_FIELD_zone);
}

/* "three next Saturday", "7 tomorrow": on no day that was spoken of; nor is an hour late in the morning: "rose
 * at 4.15pm and will resume at 10.30 on Thursday". */
static bool is_other_day(const bp_expression *day, int hour)
{
    if (!day || day->meaning == BP_MEANS_daypart) return false;
    if (day->meaning == BP_MEANS_weekday && hour >= LATE_IN_MORNING) return true;
    return day->meaning == BP_MEANS_day || strcmp(bp_value(day, BP_FIELD_which), "next") == 0;
}

static bool read_time(const bp_timeline *t, const bp_expression *clock, const bp_expression *day, const char *part,
                      int *hour, int *minute)
{
    const bool spelt = bp_value(clock, BP_FIELD_hour)[0] != 0, figures = bp_has(clock, BP_FIELD_minute);
    const bool past = bp_has(clock, BP_FIELD_minutes), meridiem = bp_has(clock, BP_FIELD_meridiem);
    *minute = integer(t, clock, BP_FIELD_minute);
    *hour = integer(t, clock, BP_FIELD_hour);
    if (*hour == 0 && past) /* "half past midnight" */
        *hour = (clock->fields[BP_FIELD_hour].text.at[0] | 0x20) == 'n' ? 12 : 24;
    else if ((!figures || meridiem || *part) && *hour <= 12)
        *hour = half_of_day(*hour, bp_value(clock, BP_FIELD_meridiem), part);
    if (past) add_minutes(t, clock, hour, minute);
    const bool hours = !figures && !bp_has(clock, BP_FIELD_zone); /* 8 o'clock */
    const bool one_digit = clock->fields[BP_FIELD_hour].text.length == 1 && clock->first > 0 &&
                           !bp_token_is(t->document, clock->first - 1, "the"); /* "at 2.30", not "02.30", "the 6.42" */
    const bool dial = spelt || past || hours || ((t->twelve_hours || one_digit) && is_on_dial(clock));
    if (!meridiem && !*part && dial) *hour = likely_half(t, clock, is_other_day(day, *hour), *hour, *minute);
    if (*hour == 24 && *minute) *hour = 0;
    return *hour <= 24 && *minute >= 0 && *minute < 60;
}

static void write_zone(const bp_expression *clock, char *out)
{
    const char *zone = bp_value(clock, BP_FIELD_zone);
    const bp_view text = clock->fields[BP_FIELD_zone].text;
    if (*zone && strcmp(zone, "local") != 0)
        snprintf(out, 8, "%s", zone);
    else if (!*zone && text.length >= 5 && (text.at[0] == '+' || text.at[0] == '-'))
        snprintf(out, 8, "%.3s:%.2s", text.at, text.at + text.length - 2);
    else if (!*zone && text.length == 1)
        snprintf(out, 8, "Z");
}

bool bp_write_clock(bp_timeline *timeline, const bp_expression *clock, const bp_expression *day, char *out)
{
    const char *part = day ? bp_value(day, BP_FIELD_daypart) : "";
    if (day && bp_has(day, BP_FIELD_tonight)) part = "NI";
    int hour, minute;
    char zone[8] = "", seconds[8] = "";
    write_zone(clock, zone);
    if (bp_has(clock, BP_FIELD_clockword)) {
        snprintf(out, 32, "T%s%s", bp_value(clock, BP_FIELD_clockword), zone);
        return true;
    }
    if (!read_time(timeline, clock, day, part, &hour, &minute)) return false;
    timeline->twelve_hours |= bp_has(clock, BP_FIELD_meridiem);
    if (bp_has(clock, BP_FIELD_second))
        snprintf(seconds, sizeof seconds, ":%02d", integer(timeline, clock, BP_FIELD_second) % 60);
    snprintf(out, 32, "T%02d:%02d%s%s", hour, minute, seconds, zone);
    return true;
}

bool bp_minute_of_day(const char *time, int *minute)
{
    int hour, of_hour, read = 0;
    if (strcmp(time, "TNI") == 0 || strcmp(time, "TEV") == 0) {
        *minute = (time[1] == 'N' ? USUAL_NIGHT : USUAL_EVENING) * BP_MINUTES_PER_HOUR;
        return true;
    }
    if (sscanf(time, "T%2d:%2d%n", &hour, &of_hour, &read) != 2 || read == 0) return false;
    *minute = hour * BP_MINUTES_PER_HOUR + of_hour;
    return true;
}

void bp_remember_clock(bp_timeline *timeline, int32_t day, const char *time, const bp_reading *reading)
{
    int minute;
    if (!bp_minute_of_day(time, &minute)) return;
    const bool since = reading->first > 0 && bp_token_is(timeline->document, reading->first - 1, "since");
    if (since && timeline->clock.exact) return; /* closed since Sunday night: an aside */
    bp_spoken_clock *clock = &timeline->clock;
    const uint32_t sentence = timeline->document->tokens.items[reading->first].sentence;
    const bp_role role = timeline->document->blocks.items[timeline->document->sentences.items[sentence].block].role;
    const bool of_page = role == BP_BYLINE || role == BP_DATELINE || role == BP_FURNITURE;
    *clock = (bp_spoken_clock){ .known = true, .exact = time[1] <= '9' && !of_page, .day = day, .end = reading->end };
    clock->sentence = sentence;
    clock->minute = (int64_t)day * BP_MINUTES_PER_DAY + minute;
    const char *zone = time + strcspn(time, "Z+-");
    snprintf(clock->zone, sizeof clock->zone, "%s", zone);
    if (clock->exact && reading->has_main) timeline->told = *clock;
    if (clock->exact && bp_opens_block(timeline->document, reading->first)) timeline->entry = *clock;
}

bool bp_shift_clock(const bp_timeline *timeline, const bp_expression *e, bp_placed *placed, char *time)
{
    const char *unit = bp_value(e, BP_FIELD_unit), *direction = bp_value(e, BP_FIELD_direction);
    const bool back =
        strcmp(direction, "earlier") == 0 || strcmp(direction, "before") == 0 || strcmp(direction, "ago") == 0;
    const bool on = strcmp(direction, "later") == 0 || strcmp(direction, "after") == 0;
    const bool ago = strcmp(direction, "ago") == 0; /* in an entry of a live report */
    const bp_spoken_clock *clock = ago ? &timeline->entry : &timeline->clock;
    const uint32_t sentence = timeline->document->tokens.items[e->first].sentence;
    if (ago && timeline->document->sentences.items[clock->sentence].block !=
                   timeline->document->sentences.items[sentence].block)
        return false;
    if (!clock->exact || sentence - clock->sentence > CLOCK_REACH || (!back && !on) || !bp_has(e, BP_FIELD_number))
        return false;
    const bp_amount amount = bp_amount_of(timeline, e, BP_FIELD_number);
    if (!amount.known || amount.thousandths > LONGEST_SHIFT || (strcmp(unit, "TM") != 0 && strcmp(unit, "TH") != 0))
        return false;
    const int64_t minutes = amount.thousandths * (unit[1] == 'H' ? BP_MINUTES_PER_HOUR : 1) / 1000;
    const int64_t moment = clock->minute + (back ? -minutes : minutes);
    const int64_t of_day = (moment % BP_MINUTES_PER_DAY + BP_MINUTES_PER_DAY) % BP_MINUTES_PER_DAY;
    const bp_period day = { BP_GRAIN_DAY, (int32_t)((moment - of_day) / BP_MINUTES_PER_DAY) };
    *placed = bp_counted(bp_placed_at(day, "so long before or after a time of the clock", 0.8f),
                         "the time spoken of last", day.first);
    snprintf(time, 32, "T%02d:%02d%s", (int)of_day / BP_MINUTES_PER_HOUR, (int)of_day % BP_MINUTES_PER_HOUR,
             clock->zone);
    return placed->known;
}

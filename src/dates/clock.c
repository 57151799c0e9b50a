/* Clock times: in figures, in words, with a zone. Without "a.m.", "p.m." or a
 * part of the day, a bare hour up to six is taken for the afternoon. */
#include "clock.h"

#include "numbers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LATEST_SMALL_HOUR = 6,
    MINUTES_PER_HOUR = 60,
    MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR,
    CLOCK_REACH = 3,        /* sentences within which "later" is told from a clock time */
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

static bool read_time(const bp_timeline *t, const bp_expression *clock, const char *part, int *hour, int *minute)
{
    const bool spelt = bp_value(clock, BP_FIELD_hour)[0] != 0, figures = bp_has(clock, BP_FIELD_minute);
    *minute = integer(t, clock, BP_FIELD_minute);
    *hour = integer(t, clock, BP_FIELD_hour);
    const bool twelve = !figures || bp_has(clock, BP_FIELD_meridiem) || *part;
    if (*hour == 0 && bp_has(clock, BP_FIELD_minutes)) /* "half past midnight" */
        *hour = (clock->fields[BP_FIELD_hour].text.at[0] | 0x20) == 'n' ? 12 : 24;
    else if (twelve && *hour <= 12)
        *hour = half_of_day(*hour, bp_value(clock, BP_FIELD_meridiem), part);
    if (!bp_has(clock, BP_FIELD_meridiem) && !*part && (spelt || bp_has(clock, BP_FIELD_minutes)) &&
        *hour <= LATEST_SMALL_HOUR)
        *hour += 12;
    if (!bp_has(clock, BP_FIELD_minutes)) return *hour <= 24 && *minute < 60;
    *minute = integer(t, clock, BP_FIELD_minutes);
    if (*minute == 0) *minute = atoi(bp_value(clock, BP_FIELD_minutes));
    if ((clock->fields[BP_FIELD_side].text.at[0] | 0x20) == 't') {
        *hour = (*hour + 23) % 24;
        *minute = 60 - *minute;
    } else if (*hour == 24) {
        *hour = 0;
    }
    return *minute >= 0 && *minute < 60;
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

bool bp_write_clock(const bp_timeline *timeline, const bp_expression *clock, const bp_expression *day, char *out)
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
    if (!read_time(timeline, clock, part, &hour, &minute)) return false;
    if (bp_has(clock, BP_FIELD_second))
        snprintf(seconds, sizeof seconds, ":%02d", integer(timeline, clock, BP_FIELD_second) % 60);
    snprintf(out, 32, "T%02d:%02d%s%s", hour, minute, seconds, zone);
    return true;
}

static int step_of_part(const char *which)
{
    if (strcmp(which, "last") == 0 || strcmp(which, "before") == 0) return -1;
    return strcmp(which, "after") == 0 || strcmp(which, "next") == 0 ? 1 : 0;
}

/* The day that the story is at; false: no more is known than the reference day. */
static bool story_day(const bp_timeline *t, bool told, uint32_t block, bp_tense tense, bp_spoken *day)
{
    *day = bp_spoken_day(t, tense);
    if (!day->known) return false;
    if (day->block == block || told || !t->known) return true;
    if (tense == BP_TENSE_FUTURE && day->period.first > t->today && day->period.first - t->today <= BP_RECENT_DAYS)
        return true;
    *day = t->recent_day;
    return tense == BP_TENSE_PAST && day->known;
}

bp_placed bp_place_part_of_day(const bp_timeline *timeline, const bp_expression *e, uint32_t block, bp_tense tense)
{
    const char *which = e ? bp_value(e, BP_FIELD_which) : "", *how = "time of the day spoken of last";
    const bool today = strcmp(which, "this") == 0 || strcmp(which, "last") == 0;
    bp_spoken spoken;
    const bool near = story_day(timeline, *which != 0, block, tense, &spoken) && !today;
    if (!timeline->known && !near) return bp_placed_symbol("", "no day is known");
    bp_period day = { BP_GRAIN_DAY, near ? spoken.period.first : timeline->today };
    if (!near) how = today ? "part of a day told from the reference date" : "time of the reference date";
    const int step = step_of_part(which);
    if (!bp_period_step(&day, step)) return bp_placed_symbol("", "outside of the calendar");
    return bp_counted(bp_placed_at(day, how, today ? 0.92f : 0.75f),
                      near ? "the day spoken of last" : "the reference date", day.first - step);
}

void bp_remember_clock(bp_timeline *timeline, int32_t day, const char *time, uint32_t sentence)
{
    int hour, minute, read = 0;
    if (sscanf(time, "T%2d:%2d%n", &hour, &minute, &read) != 2 || read == 0) return;
    timeline->clock = (bp_spoken_clock){ .known = true, .sentence = sentence };
    timeline->clock.minute = (int64_t)day * MINUTES_PER_DAY + hour * MINUTES_PER_HOUR + minute;
    snprintf(timeline->clock.zone, sizeof timeline->clock.zone, "%s", time[read] == ':' ? "" : time + read);
}

bool bp_shift_clock(const bp_timeline *timeline, const bp_expression *e, bp_placed *placed, char *time)
{
    const char *unit = bp_value(e, BP_FIELD_unit), *direction = bp_value(e, BP_FIELD_direction);
    const bool back = strcmp(direction, "earlier") == 0 || strcmp(direction, "before") == 0;
    const bool on = strcmp(direction, "later") == 0 || strcmp(direction, "after") == 0;
    const bp_spoken_clock *clock = &timeline->clock;
    const uint32_t sentence = timeline->document->tokens.items[e->first].sentence;
    if (!clock->known || sentence - clock->sentence > CLOCK_REACH || (!back && !on) || !bp_has(e, BP_FIELD_number))
        return false;
    const bp_amount amount = bp_read_amount(timeline->words, e->fields[BP_FIELD_number].text);
    if (!amount.known || amount.thousandths > LONGEST_SHIFT || (strcmp(unit, "TM") != 0 && strcmp(unit, "TH") != 0))
        return false;
    const int64_t minutes = amount.thousandths * (unit[1] == 'H' ? MINUTES_PER_HOUR : 1) / 1000;
    const int64_t moment = clock->minute + (back ? -minutes : minutes);
    const int64_t of_day = (moment % MINUTES_PER_DAY + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    const bp_period day = { BP_GRAIN_DAY, (int32_t)((moment - of_day) / MINUTES_PER_DAY) };
    *placed = bp_counted(bp_placed_at(day, "so long before or after a time of the clock", 0.8f),
                         "the time spoken of last", day.first);
    snprintf(time, 32, "T%02d:%02d%s", (int)of_day / MINUTES_PER_HOUR, (int)of_day % MINUTES_PER_HOUR, clock->zone);
    return placed->known;
}

/* Resolution: type, value, modifier, first and last day, and why. */
#include "resolve.h"

#include "amount.h"
#include "calendar.h"
#include "clock.h"
#include "daytime.h"
#include "doubt.h"
#include "place.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAYS_PER_WEEK = 7, LONGEST_NOTICE = 20 /* tokens */ };

/* What is being resolved, on its way to a bp_date. */
typedef struct resolver {
    bp_timeline *timeline;
    const bp_reading *reading;
    bp_arena *arena;
    bp_date *date;
    char value[BP_LONGEST_VALUE];
    bp_placed placed;
} resolver;

static bool keep(const resolver *r, const char *text, const char **kept)
{
    *kept = bp_arena_copy(r->arena, text, strlen(text));
    return *kept != NULL;
}

static bool write_day(const resolver *r, int32_t day, const char **kept)
{
    char text[16];
    const int32_t first = bp_calendar_number((bp_day){ BP_FIRST_YEAR, 1, 1 });
    const int32_t last = bp_calendar_number((bp_day){ BP_LAST_YEAR, 12, 31 });
    bp_period_write((bp_period){ BP_GRAIN_DAY, day < first ? first : day > last ? last : day }, text);
    return keep(r, text, kept);
}

static bool write_days(const resolver *r)
{
    if (!r->placed.known) return true;
    const bp_period last = r->placed.range ? r->placed.until : r->placed.period;
    return write_day(r, r->placed.period.first, &r->date->earliest) &&
           write_day(r, bp_period_last_day(last), &r->date->latest);
}

/* "weekday in the past tense, counted from 2019-05-31" */
static bool write_why(const resolver *r)
{
    enum { LONGEST_WHY = 200 };
    char why[LONGEST_WHY], day[16];
    const char between[] = ", counted from ";
    if (!r->placed.from) return keep(r, r->placed.how, &r->date->why);
    bp_period_write((bp_period){ BP_GRAIN_DAY, r->placed.counted }, day);
    const size_t length = strlen(r->placed.how);
    if (length + sizeof between + sizeof day > LONGEST_WHY) return keep(r, r->placed.how, &r->date->why);
    memcpy(why, r->placed.how, length);
    memcpy(why + length, between, sizeof between - 1);
    memcpy(why + length + sizeof between - 1, day, strlen(day) + 1);
    return keep(r, why, &r->date->why);
}

static const char *modifier_of(const bp_reading *reading)
{
    static const char *const known[] = { "START",     "MID",           "END",           "APPROX", "LESS_THAN",
                                         "MORE_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "BEFORE", "AFTER" };
    static const char *const names[] = { "start",     "mid",           "end",           "approx", "less_than",
                                         "more_than", "equal_or_more", "equal_or_less", "before", "after" };
    const bp_expression *e = reading->has_piece  ? &reading->piece
                             : reading->has_main ? &reading->main
                                                 : &reading->clock;
    if (bp_has(&reading->main, BP_FIELD_yearend)) return "end";
    if (!e->modifier && reading->has_clock) e = &reading->clock; /* "shortly before 3 a.m. on Friday" */
    for (size_t i = 0; e->modifier && i < sizeof known / sizeof *known; i++)
        if (strcmp(e->modifier, known[i]) == 0) return names[i];
    return NULL;
}

static bp_resolved finish(const resolver *r, bp_date_type type)
{
    bp_date *date = r->date;
    if (r->value[0] == 0) return BP_RESOLVED_NOTHING;
    date->type = type;
    date->score = r->placed.score;
    date->mod = modifier_of(r->reading);
    return keep(r, r->value, &date->value) && write_why(r) && write_days(r) ? BP_RESOLVED_DATE : BP_RESOLVED_MEMORY;
}

/* ---- sets and durations */

static bp_resolved resolve_set(resolver *r)
{
    char freq[16], time[32];
    if (r->reading->has_clock) { /* "every morning at ten to eight" */
        r->placed = (bp_placed){ .how = "a time of every day", .score = 0.9f };
        r->date->quant = "every";
        if (!bp_write_clock(r->timeline, &r->reading->clock, &r->reading->main, time)) return BP_RESOLVED_NOTHING;
        const bp_expression *e = &r->reading->main;
        const char *weekday = bp_value(e, bp_has(e, BP_FIELD_weekday) ? BP_FIELD_weekday : BP_FIELD_weekdays);
        snprintf(r->value, sizeof r->value, *weekday ? "XXXX-WXX-%s%s" : "XXXX-XX-XX%s%s", weekday, time);
        if (*weekday) r->placed.how = "a time of every such day";
        const bool any = *weekday && bp_token_is(r->timeline->document, e->first, "a"); /* 3 a.m. on a Sunday */
        return finish(r, any ? BP_TIME : BP_SET);
    }
    if (!bp_write_set(r->timeline, &r->reading->main, r->value, freq)) return BP_RESOLVED_NOTHING;
    if (r->reading->has_piece) /* "the first Tuesday of every month" */
        snprintf(r->value, sizeof r->value, "XXXX-WXX-%s", bp_value(&r->reading->piece, BP_FIELD_weekday));
    r->placed = (bp_placed){ .how = "something that comes again", .score = 0.9f };
    r->date->quant = r->reading->main.meaning == BP_MEANS_set ? "every" : NULL; /* "$40 a day" */
    if (freq[0] && !keep(r, freq, &r->date->freq)) return BP_RESOLVED_MEMORY;
    return finish(r, BP_SET);
}

static bp_resolved resolve_duration(resolver *r)
{
    if (bp_is_titled_length(r->timeline->document, &r->reading->main)) return BP_RESOLVED_NOTHING;
    if (!bp_write_duration(r->timeline, &r->reading->main, r->value)) return BP_RESOLVED_NOTHING;
    r->placed = (bp_placed){ .how = "a length of time", .score = 0.92f };
    if (strcmp(r->value, "P6M") == 0 || strcmp(r->value, "P9M") == 0 || strcmp(r->value, "P1Y") == 0)
        r->timeline->many_months = true;
    return finish(r, BP_DURATION);
}

/* ---- dates and times */

static bp_placed place(const bp_timeline *t, const bp_expression *e, bp_tense tense)
{
    switch (e->meaning) {
    case BP_MEANS_day:
    case BP_MEANS_period:
    case BP_MEANS_week:
    case BP_MEANS_season:
    case BP_MEANS_shift:
    case BP_MEANS_vague: return bp_place_relative(t, e, tense);
    case BP_MEANS_weekday: return bp_place_weekday(t, e, tense);
    case BP_MEANS_holiday: return bp_place_holiday(t, e, tense);
    case BP_MEANS_quarter: return bp_place_quarter(t, e, tense);
    case BP_MEANS_yearago: return bp_place_yearago(t, e);
    case BP_MEANS_daypart: return bp_place_part_of_day(t, e, e->first, tense);
    default: return bp_place_calendar(t, e, tense);
    }
}

/* "Saturday, 19:00", "Monday to Sunday": where no verb tells, the entry of a programme. */
static bool is_programme(const bp_document *document, const bp_reading *reading)
{
    if (!reading->has_main || reading->main.meaning != BP_MEANS_weekday) return false;
    if (!reading->has_clock) return reading->has_until;
    const uint32_t end = reading->main.first < reading->clock.first ? reading->main.end : reading->clock.end;
    const uint32_t next = reading->main.first < reading->clock.first ? reading->clock.first : reading->main.first;
    return next == end || (next == end + 1 && bp_token_is(document, end, ","));
}

/* What is written in full, or vague, means the same in any tense. */
static bool is_told_by_tense(const bp_reading *reading)
{
    const bp_expression *e = &reading->main;
    if (!reading->has_main || reading->has_until) return true;
    if (e->meaning == BP_MEANS_date || e->meaning == BP_MEANS_numeric) return !bp_has(e, BP_FIELD_year);
    return e->meaning != BP_MEANS_year && e->meaning != BP_MEANS_decade && e->meaning != BP_MEANS_century &&
           e->meaning != BP_MEANS_vague;
}

static bp_tense tense_of(const bp_document *document, const bp_reading *reading)
{
    if (!is_told_by_tense(reading)) return BP_TENSE_UNKNOWN;
    const bp_tense tense = bp_tense_of(document, reading->first, reading->end);
    return tense == BP_TENSE_UNKNOWN && is_programme(document, reading) ? BP_TENSE_AWAITED : tense;
}

/* The same a year before. */
static bool step_year_back(bp_period *period)
{
    const bp_day day = bp_calendar_day(period->first);
    return bp_period_from(day.year - 1, day.month, period->grain == BP_GRAIN_DAY ? day.day : 0, period);
}

/* "from August to October", told in September: the stretch that holds the day, or in the past tense one that has begun.
 */
static void settle_years(const bp_timeline *t, const bp_reading *reading, bp_tense tense, bp_placed *placed)
{
    const bp_expression *from = &reading->main, *to = &reading->until;
    const bool figures = from->meaning == BP_MEANS_date || from->meaning == BP_MEANS_numeric;
    if (!t->known || !figures || bp_has(from, BP_FIELD_year) || bp_has(to, BP_FIELD_year)) return;
    if (bp_has(from, BP_FIELD_whichyear) || bp_has(to, BP_FIELD_whichyear) || placed->period.first <= t->today) return;
    bp_placed before = *placed;
    if (!step_year_back(&before.period) || !step_year_back(&before.until)) return;
    if (tense == BP_TENSE_PAST || bp_period_last_day(before.until) >= t->today) *placed = before;
}

/* "St Bathans: Sunday at 9.30am, no service on the 23rd": an hour of a weekday, without a verb. */
static bool is_notice(const bp_document *document, const bp_reading *reading)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[reading->first].sentence];
    return reading->has_clock && reading->has_main && reading->main.meaning == BP_MEANS_weekday &&
           sentence->end - sentence->first <= LONGEST_NOTICE;
}

/* "Racing runs from November to March" */
static bool are_of_any_year(const bp_reading *reading, bp_tense tense, bp_placed *months)
{
    const bp_expression *from = &reading->main, *to = &reading->until;
    const char *first = bp_value(from, BP_FIELD_month), *last = bp_value(to, BP_FIELD_month);
    if (tense != BP_TENSE_PRESENT || !*first || !*last || bp_has(from, BP_FIELD_day) || bp_has(to, BP_FIELD_day))
        return false;
    if (bp_has(from, BP_FIELD_year) || bp_has(to, BP_FIELD_year) || bp_has(from, BP_FIELD_which)) return false;
    snprintf(months->symbol, sizeof months->symbol, "XXXX-%02d/XXXX-%02d", atoi(first) % 100, atoi(last) % 100);
    return true;
}

static bp_placed place_reading(const bp_timeline *t, const bp_reading *reading)
{
    const bp_tense told = tense_of(t->document, reading);
    const bp_tense tense = told == BP_TENSE_UNKNOWN && is_notice(t->document, reading) ? BP_TENSE_FUTURE : told;
    if (!reading->has_main) return bp_place_part_of_day(t, NULL, reading->first, tense);
    bp_placed placed = place(t, &reading->main, tense);
    if (reading->has_piece && !placed.known && placed.symbol[0]) return placed; /* "the last week of October" */
    if (reading->has_piece && !bp_place_piece(t, &reading->piece, &placed))
        return bp_placed_symbol("", "no such piece");
    if (!reading->has_until) return placed;
    if (bp_is_working_week(t, reading, tense)) return bp_placed_symbol("", "days of any week");
    bp_placed months = bp_placed_symbol("", "months of any year, told in the present tense");
    if (are_of_any_year(reading, tense, &months)) return months;
    bp_placed until = place(t, &reading->until, tense);
    if (reading->main.meaning == BP_MEANS_weekday)
        until.known = placed.known && bp_place_weekday_until(&reading->until, placed.period, &until.period);
    if (!until.known) return placed;
    if (reading->main.meaning == BP_MEANS_weekday && tense == BP_TENSE_PAST && t->known &&
        until.period.first > t->today) { /* from Thursday to Saturday it rained */
        bp_period_step(&placed.period, -DAYS_PER_WEEK);
        bp_period_step(&until.period, -DAYS_PER_WEEK);
    }
    /* "March 3 to April 19, 2004": the year is said once, for both. */
    if (bp_has(&reading->until, BP_FIELD_year) && !bp_has(&reading->main, BP_FIELD_year) &&
        !bp_has(&reading->main, BP_FIELD_which)) {
        bp_expression main = reading->main;
        main.fields[BP_FIELD_year] = reading->until.fields[BP_FIELD_year];
        bp_placed dated = place(t, &main, tense);
        if (dated.known && dated.period.grain == BP_GRAIN_MONTH && dated.period.first > until.period.first)
            bp_period_step(&dated.period, -12); /* "December to May 2022" */
        if (dated.known && dated.period.first <= until.period.first) placed = dated;
    }
    placed.until = until.period;
    if (placed.known && placed.until.first < placed.period.first && !bp_has(&reading->until, BP_FIELD_year)) {
        const bp_day day = bp_calendar_day(placed.until.first);
        bp_period next;
        if (bp_period_from(day.year + 1, day.month, placed.until.grain == BP_GRAIN_DAY ? day.day : 0, &next))
            placed.until = next;
    }
    placed.range = placed.known && placed.until.first >= placed.period.first;
    if (placed.range) settle_years(t, reading, tense, &placed);
    return placed;
}

static const bp_expression *day_of(const bp_reading *reading)
{
    return reading->has_piece && bp_has(&reading->piece, BP_FIELD_daypart) ? &reading->piece
           : reading->has_main                                             ? &reading->main
                                                                           : NULL;
}

/* What stands behind the day: a clock time or a part of the day. */
static bool write_time(const resolver *r, char *out)
{
    const bp_reading *reading = r->reading;
    const bp_expression *day = day_of(reading);
    const char *part = day ? bp_value(day, BP_FIELD_daypart) : "";
    out[0] = 0;
    if (reading->has_clock) return bp_write_clock(r->timeline, &reading->clock, day, out);
    if (day && bp_has(day, BP_FIELD_hour)) return bp_write_clock(r->timeline, day, NULL, out);
    if (day && (bp_has(day, BP_FIELD_tonight) || bp_has(day, BP_FIELD_overnight))) part = "NI";
    if (*part) snprintf(out, 32, "T%s", part);
    return true;
}

static void write_value(const bp_placed *placed, const char *time, char *value)
{
    char until[16];
    if (!placed->known) {
        snprintf(value, BP_LONGEST_VALUE, "%s%s", placed->symbol, time);
        return;
    }
    bp_period_write(placed->period, value);
    if (!placed->range && !*time) return;
    const size_t length = strlen(value);
    if (placed->range) bp_period_write(placed->until, until);
    snprintf(value + length, BP_LONGEST_VALUE - length, "%s%s", placed->range ? "/" : time, placed->range ? until : "");
}

/* ---- figures whose order is not known */

/* The text's order; of "2/28-3/1" the end that can be read only one way tells the other's. */
static bp_day_order order_of(const bp_timeline *t, const bp_reading *reading)
{
    if (t->order != BP_ORDER_OF_TEXT || !reading->has_main || !reading->has_until) return t->order;
    const bp_day_order order = bp_order_of_figures(t, &reading->main);
    return order ? order : bp_order_of_figures(t, &reading->until);
}

static bool is_open_order(const bp_timeline *t, const bp_reading *reading)
{
    if (order_of(t, reading) != BP_ORDER_OF_TEXT || !reading->has_main) return false;
    return bp_has_two_orders(t, &reading->main) || (reading->has_until && bp_has_two_orders(t, &reading->until));
}

/* Places the reading both ways. Most of the world puts the day first; only if
 * that day is still to come, and the other is not, is the other likelier, since
 * news tells what was. False: only one way is a date. */
static bool place_both(resolver *r, bp_placed *other)
{
    bp_timeline t = *r->timeline;
    t.order = BP_DAY_FIRST;
    r->placed = place_reading(&t, r->reading);
    t.order = BP_MONTH_FIRST;
    *other = place_reading(&t, r->reading);
    const bool later = t.known && r->placed.period.first > t.today && other->period.first <= t.today &&
                       !bp_is_ahead(bp_tense_of(t.document, r->reading->first, r->reading->end));
    if (other->known && (!r->placed.known || later)) {
        const bp_placed likelier = *other;
        *other = r->placed;
        r->placed = likelier;
    }
    return r->placed.known && other->known;
}

static void place_one_way(resolver *r)
{
    const bp_day_order order = r->timeline->order;
    r->timeline->order = order_of(r->timeline, r->reading);
    r->placed = place_reading(r->timeline, r->reading);
    r->timeline->order = order;
}

static bool keep_alternatives(const resolver *r, const bp_placed *other, const char *time)
{
    char value[BP_LONGEST_VALUE];
    write_value(other, time, value);
    if (strcmp(value, r->value) == 0) return true;
    return keep(r, r->value, &r->date->alternatives[0]) && keep(r, value, &r->date->alternatives[1]);
}

/* "Monday to Friday" */
static bp_resolved resolve_working_week(resolver *r)
{
    snprintf(r->value, sizeof r->value, "XXXX-WXX-%s/XXXX-WXX-%s", bp_value(&r->reading->main, BP_FIELD_weekday),
             bp_value(&r->reading->until, BP_FIELD_weekday));
    r->date->quant = "every";
    return finish(r, BP_SET);
}

/* "at six", "at two in the morning" */
static bool is_without_day(const bp_reading *reading)
{
    if (!reading->has_main) return true;
    return reading->has_clock && reading->main.meaning == BP_MEANS_daypart && !bp_has(&reading->main, BP_FIELD_which);
}

static bp_resolved resolve_date(resolver *r);

/* "fell for a third month in March": no piece of March, which stays. */
static bp_resolved resolve_without_piece(resolver *r)
{
    bp_reading whole = *r->reading;
    whole.has_piece = false;
    whole.first = whole.main.first;
    r->reading = &whole;
    r->date->span = bp_span_of(r->timeline->document, whole.first, whole.end);
    return resolve_date(r);
}

static bp_resolved resolve_date(resolver *r)
{
    char time[32];
    bp_placed other;
    if (r->reading->has_main && bp_is_part_of_name(r->timeline->document, &r->reading->main))
        return BP_RESOLVED_NOTHING;
    if (!r->reading->has_main && bp_is_result(r->timeline->document, &r->reading->clock)) return BP_RESOLVED_NOTHING;
    const bool both = is_open_order(r->timeline, r->reading) && place_both(r, &other);
    if (!both) place_one_way(r);
    if (both) r->placed.how = "figures that can be read both ways", r->placed.score = 0.55f;
    if (r->reading->has_piece && !r->placed.known && r->placed.symbol[0] == 0) return resolve_without_piece(r);
    if (r->reading->has_until && !r->placed.known && r->reading->main.meaning == BP_MEANS_weekday)
        return resolve_working_week(r);
    if (bp_is_habit(r->timeline, r->reading))
        r->placed = bp_is_daily(r->timeline, r->reading)
                        ? bp_placed_symbol("XXXX-XX-XX", "a time of every day")
                        : bp_placed_symbol("", "a time of any day, told in the present tense");
    if (!write_time(r, time)) return BP_RESOLVED_NOTHING;
    if (is_without_day(r->reading)) bp_settle_day(r->timeline, r->reading, time, &r->placed);
    if (r->placed.known && time[0] && r->placed.period.grain != BP_GRAIN_DAY) return BP_RESOLVED_NOTHING;
    if (strcmp(time, "TNI") == 0 && r->placed.until.first == r->placed.period.first + 1)
        r->placed.range = false; /* "the night of 9/10 May" */
    write_value(&r->placed, time, r->value);
    if (both && !keep_alternatives(r, &other, time)) return BP_RESOLVED_MEMORY;
    const bp_resolved resolved = finish(r, time[0] ? BP_TIME : BP_DATE);
    if (resolved == BP_RESOLVED_DATE && r->placed.known) {
        bp_remember(r->timeline, r->reading, r->placed.period, r->placed.range);
        if (r->placed.range) bp_remember_stretch(r->timeline, &r->placed);
        if (time[0]) bp_remember_clock(r->timeline, r->placed.period.first, time, r->reading);
    }
    return resolved;
}

/* "19 minutes later": a time of the clock where one was spoken of, else a length of time. */
static bp_resolved resolve_hours(resolver *r)
{
    char time[32];
    if (!bp_shift_clock(r->timeline, &r->reading->main, &r->placed, time)) return resolve_duration(r);
    write_value(&r->placed, time, r->value);
    return finish(r, BP_TIME);
}

/* "the past decade", "over the next decade" are lengths of time. */
static bool is_duration(const bp_document *document, const bp_expression *e)
{
    const char *unit = bp_value(e, BP_FIELD_unit);
    const bp_view which = e->fields[BP_FIELD_which].text;
    if (e->meaning != BP_MEANS_period || which.length < 4 || (*unit != 'C' && strcmp(unit, "DE") != 0)) return false;
    if ((which.at[which.length - 4] | 0x20) == 'p') return true;
    return e->first > 0 &&
           (bp_token_is(document, e->first - 1, "over") || bp_token_is(document, e->first - 1, "within"));
}

bp_resolved bp_resolve(bp_timeline *timeline, const bp_reading *reading, bp_arena *arena, bp_date *date)
{
    resolver r = { .timeline = timeline, .reading = reading, .arena = arena, .date = date };
    *date = (bp_date){ .span = bp_span_of(timeline->document, reading->first, reading->end) };
    if (!reading->has_main) return resolve_date(&r);
    switch (reading->main.meaning) {
    case BP_MEANS_nothing: return BP_RESOLVED_NOTHING;
    case BP_MEANS_set:
    case BP_MEANS_rate: return resolve_set(&r);
    case BP_MEANS_duration:
        return bp_is_rate(timeline->document, &reading->main) ? resolve_set(&r) : resolve_duration(&r);
    case BP_MEANS_shift:
        return bp_value(&reading->main, BP_FIELD_unit)[0] == 'T' ? resolve_hours(&r) : resolve_date(&r);
    default: return is_duration(timeline->document, &reading->main) ? resolve_duration(&r) : resolve_date(&r);
    }
}

/* From a trigger word to a whole expression.
 *
 * A trigger ("years", "Friday", "2008") may stand behind words that belong to
 * its expression ("more than two thousand years"). Such words are leads; from
 * the run of leads before the trigger, the leftmost start at which a pattern
 * matches and reaches the trigger wins. A number, or a word like "past", is
 * trigger and lead at once: then the next trigger behind it is tried first.
 * Then neighbours are joined: a day and a clock, a weekday and a date, the two
 * ends of a range. A run is bounded, so all of it is linear in the text. */
#include "reading.h"

#include "matching.h"
#include "numbers.h"
#include "triggers.h"

#include <string.h>

enum { MOVING_REACH = 10 /* tokens */ };

bool bp_reader_open(bp_reader *reader, const bp_date_grammar *grammar, const bp_document *document)
{
    *reader = (bp_reader){ .grammar = grammar, .document = document, .end = (uint32_t)document->tokens.count };
    reader->end_byte = document->length;
    reader->matcher = bp_matcher_new(document->arena, BP_MOST_GROUPS);
    reader->needs = bp_find_needs(grammar, document);
    return reader->matcher && reader->needs;
}

void bp_reader_enter(bp_reader *reader, const bp_paragraph *block)
{
    reader->begin = block->first;
    reader->end = block->end;
    reader->end_byte = block->span.end.byte;
    memset(reader->failures, 0, sizeof reader->failures);
}

/* ---- neighbours */

static bool is_day(const bp_expression *e)
{
    switch (e->meaning) {
    case BP_MEANS_date: return bp_has(e, BP_FIELD_day) && !bp_has(e, BP_FIELD_hour);
    case BP_MEANS_numeric:
    case BP_MEANS_weekday:
    case BP_MEANS_day:
    case BP_MEANS_holiday: return true;
    case BP_MEANS_period: return bp_value(e, BP_FIELD_unit)[0] == 'D';
    default: return false;
    }
}

static bool word_is(const bp_reader *reader, uint32_t token, const char *word)
{
    return token < reader->end && bp_token_is(reader->document, token, word);
}

static bool first_is(const bp_reader *reader, uint32_t token, char c)
{
    return token < reader->end && reader->document->tokens.items[token].first == (uint8_t)c;
}

/* The token behind a comma and one of "on", "at", "in", if they are there. */
static uint32_t behind_link(const bp_reader *reader, uint32_t token)
{
    if (first_is(reader, token, ',') || word_is(reader, token, "·") || word_is(reader, token, "∙"))
        token++; /* "8:23 · 9 July" */
    const bool opens = token < reader->end && bp_token_has(reader->document, token, BP_CAPITALIZED) &&
                       !bp_token_has(reader->document, token, BP_ALL_CAPITALS);
    if (opens) return token; /* "starts at 5:45 a.m. On Monday" */
    if (word_is(reader, token, "on") || word_is(reader, token, "at") || word_is(reader, token, "in") ||
        word_is(reader, token, "around"))
        token++;
    return token;
}

/* May a date in full follow: "Friday, 31 May", "Good Friday, April 15"? */
static bool names_weekday(const bp_expression *e)
{
    return (e->meaning == BP_MEANS_weekday && !bp_has(e, BP_FIELD_beyond) && !bp_has(e, BP_FIELD_direction)) ||
           (e->meaning == BP_MEANS_holiday && !bp_has(e, BP_FIELD_year));
}

/* "Tuesday, Jan. 23", "Monday 21 June" */
static bp_reading_status join_date(bp_reader *reader, bp_reading *reading)
{
    bp_expression next;
    const uint32_t start = first_is(reader, reading->end, ',') ? reading->end + 1 : reading->end;
    const bp_reading_status status = bp_read_exactly(reader, start, false, &next);
    if (status != BP_READING_FOUND) return status;
    const bool date =
        (next.meaning == BP_MEANS_date && bp_has(&next, BP_FIELD_day)) || next.meaning == BP_MEANS_numeric;
    if (!date || next.modifier) return BP_READING_NONE;
    next.first = reading->main.first;
    next.modifier = reading->main.modifier;
    next.fields[BP_FIELD_weekday] = reading->main.fields[BP_FIELD_weekday];
    if (bp_has(&reading->main, BP_FIELD_daypart))
        next.fields[BP_FIELD_daypart] = reading->main.fields[BP_FIELD_daypart];
    reading->main = next;
    reading->end = next.end;
    return BP_READING_FOUND;
}

/* "every morning", "each day": a clock time may belong to each of them. */
static bool is_every_day(const bp_expression *e)
{
    if (e->meaning != BP_MEANS_set || bp_has(e, BP_FIELD_weekday) || bp_has(e, BP_FIELD_nth)) return false;
    const char *unit = bp_value(e, BP_FIELD_unit);
    const bool day = strcmp(unit, "D") == 0 || strcmp(unit, "NI") == 0;
    return bp_has(e, BP_FIELD_daypart) || (day && !bp_has(e, BP_FIELD_number) && !bp_has(e, BP_FIELD_times));
}

/* "every Saturday", "Tuesdays": likewise. */
static bool is_every_weekday(const bp_expression *e)
{
    if (e->meaning != BP_MEANS_set || bp_has(e, BP_FIELD_nth) || bp_has(e, BP_FIELD_year)) return false;
    return bp_has(e, BP_FIELD_weekday) || bp_has(e, BP_FIELD_weekdays);
}

/* "dawn on Monday", "four in the morning on Saturday 3 February" */
static bp_reading_status join_day_to_part(bp_reader *reader, bp_reading *reading)
{
    bp_expression next;
    const bool on = word_is(reader, reading->end, "on");
    const bp_reading_status status = bp_read_exactly(reader, reading->end + on, false, &next);
    if (status != BP_READING_FOUND) return status;
    if (!on && next.meaning != BP_MEANS_day && next.meaning != BP_MEANS_weekday) return BP_READING_NONE;
    if (!is_day(&next) || bp_has(&next, BP_FIELD_daypart)) return BP_READING_NONE;
    next.fields[BP_FIELD_daypart] = reading->main.fields[BP_FIELD_daypart];
    next.fields[BP_FIELD_overnight] = reading->main.fields[BP_FIELD_overnight];
    next.first = reading->main.first;
    reading->main = next;
    reading->end = next.end;
    if (!names_weekday(&next)) return BP_READING_FOUND;
    return join_date(reader, reading) == BP_READING_MEMORY ? BP_READING_MEMORY : BP_READING_FOUND;
}

/* Does a clock time stand here? */
static bp_reading_status read_clock(bp_reader *reader, uint32_t token, bp_expression *clock)
{
    const bp_reading_status status = bp_read_exactly(reader, token, false, clock);
    return status == BP_READING_FOUND && clock->meaning != BP_MEANS_clock ? BP_READING_NONE : status;
}

/* "until midnight, Monday to Saturday": the range goes its own way. */
static bool opens_range(const bp_reader *reader, const bp_expression *e)
{
    return e->end + 1 < reader->end &&
           (word_is(reader, e->end, "to") || word_is(reader, e->end, "through") ||
            bp_is_inner_mark(reader->document, e->end)) &&
           (bp_token_classes(reader->document, e->end + 1) & BP_WORDS_WEEKDAYS);
}

/* What stands behind a clock time: a day, or a piece of one, "the last day of" May; not a piece of nothing, "11pm the
 * night before". */
static bp_reading_status read_behind_clock(bp_reader *reader, uint32_t start, bp_reading *reading, bp_expression *next)
{
    bp_expression piece;
    bp_reading_status status = bp_read_exactly(reader, start, true, &piece);
    if (status != BP_READING_FOUND) return status;
    *next = piece;
    if (piece.meaning != BP_MEANS_piece) return status;
    status = bp_read_exactly(reader, piece.end, false, next);
    if (status == BP_READING_NONE) {
        status = bp_read_exactly(reader, start, false, next);
        return status == BP_READING_FOUND && !bp_has(next, BP_FIELD_direction) ? BP_READING_NONE : status;
    }
    reading->piece = piece;
    reading->has_piece = true;
    return status;
}

static bool may_follow_clock(const bp_expression *e)
{
    return is_day(e) || e->meaning == BP_MEANS_daypart || is_every_day(e) || is_every_weekday(e);
}

/* "10 p.m. Wednesday", "three in the afternoon", "noon on the last day of May" */
static bp_reading_status join_to_clock(bp_reader *reader, bp_reading *reading)
{
    bp_expression next, other;
    const bool of = word_is(reader, reading->end, "of"); /* "1 p.m. of June 17" */
    const uint32_t start = of ? reading->end + 1 : behind_link(reader, reading->end);
    bp_reading_status status = read_behind_clock(reader, start, reading, &next);
    if (status != BP_READING_FOUND) return status;
    if (!reading->has_piece && !may_follow_clock(&next)) return BP_READING_NONE;
    if (!reading->has_piece && first_is(reader, reading->end, ',') && next.meaning == BP_MEANS_weekday) {
        const bool range = opens_range(reader, &next);
        status = range ? BP_READING_NONE : read_clock(reader, next.end, &other); /* "9-5pm, Saturday 10am" */
        if (range || status != BP_READING_NONE) return status == BP_READING_MEMORY ? status : BP_READING_NONE;
    }
    reading->main = next;
    reading->has_main = true;
    reading->end = next.end;
    if (next.meaning == BP_MEANS_daypart && !bp_has(&next, BP_FIELD_which)) return join_day_to_part(reader, reading);
    if (!names_weekday(&next)) return BP_READING_FOUND;
    return join_date(reader, reading) == BP_READING_MEMORY ? BP_READING_MEMORY : BP_READING_FOUND;
}

/* "Friday at eleven in the evening" */
static bp_reading_status join_part_to_clock(bp_reader *reader, bp_reading *reading)
{
    bp_expression part;
    if (!word_is(reader, reading->end, "in") || !word_is(reader, reading->end + 1, "the")) return BP_READING_FOUND;
    if (bp_has(&reading->main, BP_FIELD_daypart)) return BP_READING_FOUND;
    const bp_reading_status status = bp_read_exactly(reader, reading->end + 1, false, &part);
    if (status == BP_READING_MEMORY) return status;
    if (status != BP_READING_FOUND || part.meaning != BP_MEANS_daypart) return BP_READING_FOUND;
    reading->main.fields[BP_FIELD_daypart] = part.fields[BP_FIELD_daypart];
    reading->end = part.end;
    return BP_READING_FOUND;
}

/* "Friday at noon", "31 May 2019, 8 p.m." */
static bp_reading_status join_clock(bp_reader *reader, bp_reading *reading)
{
    bp_expression next;
    const uint32_t start = behind_link(reader, reading->end);
    if (word_is(reader, start - 1, "on") || word_is(reader, start - 1, "in")) return BP_READING_NONE;
    const bool needs_at = reading->main.meaning == BP_MEANS_daypart || is_every_weekday(&reading->main);
    if (needs_at && !word_is(reader, start - 1, "at")) return BP_READING_NONE;
    const bp_reading_status status = bp_read_exactly(reader, start, false, &next);
    if (status != BP_READING_FOUND || next.meaning != BP_MEANS_clock)
        return status == BP_READING_MEMORY ? status : BP_READING_NONE;
    reading->clock = next;
    reading->has_clock = true;
    reading->end = next.end;
    return join_part_to_clock(reader, reading);
}

static bool is_plain_weekday(const bp_expression *e)
{
    return !bp_has(e, BP_FIELD_daypart) && !bp_has(e, BP_FIELD_beyond) && !bp_has(e, BP_FIELD_direction) &&
           !bp_has(e, BP_FIELD_whichweek);
}

/* "has moved the flight from Wednesday to Thursday": two days. */
static bool is_moved(const bp_reader *reader, const bp_reading *reading)
{
    if (reading->first == reader->begin || !word_is(reader, reading->first - 1, "from")) return false;
    for (uint32_t i = reading->first - 1; i > reader->begin && reading->first - i < MOVING_REACH; i--)
        if (bp_token_among(reader->document, i - 1, BP_HINT_MOVED_FROM)) return true;
    return false;
}

/* "adjourned on Friday until Thursday" */
static bool is_put_off_on(const bp_reader *reader, const bp_reading *reading, uint32_t link)
{
    return word_is(reader, link, "until") && reading->first > reader->begin &&
           word_is(reader, reading->first - 1, "on");
}

/* "2014 through May 2018", "this May to October 2020": two kinds of date, the second with its year. */
static bool are_dated(const bp_expression *from, const bp_expression *to)
{
    static const bool kinds[BP_MEANING_COUNT] = {
        [BP_MEANS_date] = true, [BP_MEANS_numeric] = true, [BP_MEANS_year] = true
    };
    if (!bp_has(to, BP_FIELD_year) || bp_has(from, BP_FIELD_until) || bp_has(to, BP_FIELD_until)) return false;
    if (from->meaning == BP_MEANS_quarter) return to->meaning == BP_MEANS_quarter && bp_has(from, BP_FIELD_year);
    return kinds[from->meaning] && kinds[to->meaning] && !bp_has(from, BP_FIELD_untilyear) &&
           !bp_has(to, BP_FIELD_untilyear);
}

static bool is_range_end(const bp_expression *from, const bp_expression *to)
{
    if (to->modifier || bp_has(to, BP_FIELD_era)) return false;
    if (from->meaning != to->meaning || from->meaning == BP_MEANS_quarter) return are_dated(from, to);
    if (from->meaning == BP_MEANS_numeric) return true;
    if (from->meaning == BP_MEANS_weekday) return is_plain_weekday(from) && is_plain_weekday(to);
    if (bp_has(from, BP_FIELD_which)) return are_dated(from, to);
    if (from->meaning == BP_MEANS_year) return !bp_has(from, BP_FIELD_untilyear) && !bp_has(to, BP_FIELD_untilyear);
    return from->meaning == BP_MEANS_date && !bp_has(from, BP_FIELD_until) &&
           (bp_has(from, BP_FIELD_day) == bp_has(to, BP_FIELD_day) || are_dated(from, to));
}

static bool has_year(const bp_expression *e)
{
    return bp_has(e, BP_FIELD_year) || bp_has(e, BP_FIELD_whichyear);
}

/* "April 7 to May 16"; "between March 3 and August 27, 1999" */
static bp_reading_status join_range(bp_reader *reader, bp_reading *reading)
{
    bp_expression next;
    const uint32_t link = reading->end;
    const bool between = reading->first > reader->begin && word_is(reader, reading->first - 1, "between");
    const bool to = word_is(reader, link, "to") || word_is(reader, link, "through") || word_is(reader, link, "until") ||
                    word_is(reader, link, "till") || (link < reader->end && bp_is_inner_mark(reader->document, link)) ||
                    (between && !has_year(&reading->main) && word_is(reader, link, "and"));
    if (!to || (reading->main.meaning == BP_MEANS_weekday &&
                (is_moved(reader, reading) || is_put_off_on(reader, reading, link))))
        return BP_READING_NONE;
    const bp_reading_status status = bp_read_exactly(reader, link + 1, false, &next);
    if (status != BP_READING_FOUND || !is_range_end(&reading->main, &next))
        return status == BP_READING_MEMORY ? status : BP_READING_NONE;
    if (word_is(reader, link, "and")) { /* "between June and August 2009": two dates of one year */
        if (reading->main.meaning == BP_MEANS_date) reading->main.fields[BP_FIELD_year] = next.fields[BP_FIELD_year];
        return BP_READING_NONE;
    }
    reading->until = next;
    reading->has_until = true;
    reading->end = next.end;
    return BP_READING_FOUND;
}

/* "Friday at noon", "every morning at six", "last night at eight" */
static bool may_have_clock(const bp_expression *e)
{
    return is_day(e) || is_every_weekday(e) || (is_every_day(e) && bp_has(e, BP_FIELD_daypart)) ||
           (e->meaning == BP_MEANS_daypart && !bp_has(e, BP_FIELD_overnight));
}

/* "from 8 p.m. until 5 a.m." */
static bool is_over_midnight(const bp_reader *reader, const bp_expression *from, const bp_expression *to)
{
    const char *half = bp_value(from, BP_FIELD_meridiem), *other = bp_value(to, BP_FIELD_meridiem);
    if (*half || *other) return *half == 'p' && *other == 'a';
    return bp_read_integer(reader->grammar->words, from->fields[BP_FIELD_hour].text, 0) >
           bp_read_integer(reader->grammar->words, to->fields[BP_FIELD_hour].text, 24);
}

/* "between 7am and 10pm on Thursday": the day is said once, behind the second time. */
static bp_reading_status borrow_day(bp_reader *reader, bp_reading *reading)
{
    bp_expression clock, day;
    const uint32_t link = reading->end;
    const bool bracket = first_is(reader, link, '('); /* 6.08pm local time (0908 GMT) on Monday */
    if (!bracket && !word_is(reader, link, "to") && !word_is(reader, link, "and") && !word_is(reader, link, "until") &&
        !word_is(reader, link, "till") && !(link < reader->end && bp_is_inner_mark(reader->document, link)))
        return BP_READING_NONE;
    bp_reading_status status = read_clock(reader, link + 1, &clock);
    if (status != BP_READING_FOUND) return status;
    if (bracket ? !first_is(reader, clock.end, ')')
                : first_is(reader, clock.end, ',') || is_over_midnight(reader, &reading->clock, &clock))
        return BP_READING_NONE;
    status = read_behind_clock(reader, behind_link(reader, clock.end + bracket), reading,
                               &day); /* on the morning of Easter Monday */
    if (status != BP_READING_FOUND || !is_day(&day)) {
        reading->has_piece = false;
        return status == BP_READING_MEMORY ? status : BP_READING_NONE;
    }
    bp_reading other = { .main = day, .end = day.end };
    if (names_weekday(&day) && join_date(reader, &other) == BP_READING_MEMORY) return BP_READING_MEMORY;
    reading->main = other.main;
    reading->has_main = true;
    return BP_READING_FOUND;
}

/* Fills `reading` with what belongs to its first part. */
static bp_reading_status join_neighbours(bp_reader *reader, bp_reading *reading)
{
    bp_reading_status status = BP_READING_NONE;
    if (!reading->has_main) {
        status = join_to_clock(reader, reading);
        return status == BP_READING_NONE ? borrow_day(reader, reading) : status;
    }
    if (reading->main.meaning == BP_MEANS_daypart && !bp_has(&reading->main, BP_FIELD_which)) {
        status = join_day_to_part(reader, reading);
        if (status != BP_READING_NONE) return status;
    }
    if (names_weekday(&reading->main)) status = join_date(reader, reading);
    if (status != BP_READING_MEMORY &&
        (reading->main.meaning == BP_MEANS_date || reading->main.meaning == BP_MEANS_numeric ||
         reading->main.meaning == BP_MEANS_weekday || reading->main.meaning == BP_MEANS_year ||
         reading->main.meaning == BP_MEANS_quarter))
        status = join_range(reader, reading);
    if (status != BP_READING_MEMORY && !reading->has_until && may_have_clock(&reading->main))
        status = join_clock(reader, reading);
    return status;
}

/* "the third week of" needs a whole. */
static bp_reading_status join_whole(bp_reader *reader, bp_reading *reading)
{
    const bp_reading_status status = bp_read_exactly(reader, reading->piece.end, false, &reading->main);
    if (status != BP_READING_FOUND) return status;
    const bool nth = bp_has(&reading->piece, BP_FIELD_ordinal) && bp_has(&reading->piece, BP_FIELD_weekday);
    if (reading->main.meaning == BP_MEANS_duration || (reading->main.meaning == BP_MEANS_set && !nth) ||
        reading->main.meaning == BP_MEANS_nothing)
        return BP_READING_NONE; /* but "the first Tuesday of every month" */
    reading->has_main = true;
    reading->end = reading->main.end;
    return BP_READING_FOUND;
}

static bp_reading_status read_attempt(bp_reader *reader, bp_attempt at, bp_reading *reading)
{
    bp_expression *e = &reading->main;
    bp_reading_status status = bp_match_modified(reader, at, e);
    if (status != BP_READING_FOUND) return status;
    reading->first = at.start; /* what is large and not there is not cleared: "has_" tells */
    reading->end = e->end;
    reading->has_until = false;
    reading->has_clock = e->meaning == BP_MEANS_clock;
    reading->has_piece = e->meaning == BP_MEANS_piece;
    reading->has_main = !reading->has_clock && !reading->has_piece;
    if (reading->has_clock) reading->clock = *e;
    if (reading->has_piece) {
        reading->piece = *e;
        status = join_whole(reader, reading);
        if (status != BP_READING_FOUND) return status;
    }
    status = join_neighbours(reader, reading);
    if (status == BP_READING_MEMORY) return status;
    return reading->end > at.trigger ? BP_READING_FOUND : BP_READING_NONE;
}

static bp_reading_status read_from(bp_reader *reader, uint32_t start, uint32_t trigger, bp_reading *reading)
{
    reading->has_piece = false;
    const bp_reading_status status = read_attempt(reader, (bp_attempt){ start, trigger, true }, reading);
    if (status != BP_READING_NONE || !reading->has_piece) return status;
    return read_attempt(reader, (bp_attempt){ start, trigger, false }, reading);
}

bp_reading_status bp_read_at(bp_reader *reader, uint32_t token, uint32_t from, bp_reading *reading)
{
    uint32_t ahead = bp_is_lead(reader->document, token) ? bp_trigger_ahead(reader, token) : token;
    if (ahead == BP_NO_TOKEN || bp_wakes_same(reader, token, ahead)) ahead = token;
    const bool number = bp_is_number(reader->document, token);
    reader->matches_left = BP_MOST_MATCHES;
    for (uint32_t start = bp_run_start(reader, token, from); start <= token; start++) {
        if (start < token &&
            (!bp_may_begin_expression(reader->document, start) || (number && bp_is_number(reader->document, start))))
            continue;
        bp_reading_status status = BP_READING_NONE;
        if (ahead != token) status = read_from(reader, start, ahead, reading);
        if (status == BP_READING_NONE) status = read_from(reader, start, token, reading);
        if (status != BP_READING_NONE) return status;
    }
    return BP_READING_NONE;
}

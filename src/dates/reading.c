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

#include <string.h>

enum {
    LONGEST_RUN = 9, /* tokens */
    MOST_PREFIXES = 2,
    MOST_MATCHES = 200 /* tried at one trigger; news stays below it */
};
#define NO_TOKEN UINT32_MAX

static bool is_number(const bp_document *document, uint32_t token)
{
    const bp_token *t = &document->tokens.items[token];
    return t->kind == BP_TOKEN_NUMBER || (t->kind == BP_TOKEN_WORD && (t->flags & BP_HAS_DIGIT));
}

/* Hyphens and dashes, the slash, the apostrophe before a number or an "s". */
static bool is_inner_mark(const bp_document *document, uint32_t token)
{
    const bp_token *t = &document->tokens.items[token];
    const char *at = document->text + t->start.byte;
    if (t->kind == BP_TOKEN_WORD) return (t->flags & BP_CLITIC) != 0;
    if (t->kind != BP_TOKEN_PUNCTUATION) return false;
    return *at == '-' || *at == '/' || *at == '\'' ||
           ((uint8_t)at[0] == 0xE2 && (uint8_t)at[1] == 0x80 && ((uint8_t)at[2] <= 0x94 || (uint8_t)at[2] == 0x99));
}

/* The kinds of number that this token is; 0 for a mere amount. */
static unsigned number_kinds(const bp_reader *reader, uint32_t token)
{
    const bp_token *t = &reader->document->tokens.items[token];
    const bp_view text = bp_token_text(reader->document, token);
    unsigned kinds = 0;
    if (!is_number(reader->document, token)) return 0;
    if (text.length == 4 || text.length == 8) kinds |= BP_PLAIN_NUMBER;
    if (t->flags & BP_HAS_LETTER) kinds |= BP_TAILED_NUMBER;
    if (memchr(text.at, '.', text.length)) kinds |= BP_JOINED_NUMBER;
    if (token + 1 >= reader->end) return kinds;
    if (is_inner_mark(reader->document, token + 1) || t[1].first == ':') kinds |= BP_JOINED_NUMBER;
    if (bp_token_classes(reader->document, token + 1) & (BP_WORDS_CLOCK | BP_WORDS_ERAS)) kinds |= BP_TAILED_NUMBER;
    return kinds;
}

/* "Past" and "to" are words of the clock only behind a number. */
static uint64_t waking_classes(const bp_reader *reader, uint32_t token)
{
    const uint64_t classes = bp_token_classes(reader->document, token) & reader->grammar->classes;
    if (!(classes & BP_WORDS_CLOCK_SIDES)) return classes;
    const bool behind_number = token > reader->begin &&
                               ((bp_token_classes(reader->document, token - 1) & (BP_WORDS_NUMBERS | BP_WORDS_UNITS)) ||
                                is_number(reader->document, token - 1));
    return behind_number ? classes : classes & ~BP_WORDS_CLOCK_SIDES;
}

bool bp_is_trigger(const bp_reader *reader, uint32_t token)
{
    return waking_classes(reader, token) || number_kinds(reader, token);
}

/* Do these two wake the same patterns? */
static bool wakes_same(const bp_reader *reader, uint32_t one, uint32_t two)
{
    return waking_classes(reader, one) == waking_classes(reader, two) &&
           number_kinds(reader, one) == number_kinds(reader, two);
}

static bool may_begin(const bp_document *document, uint32_t token)
{
    const uint64_t classes = bp_token_classes(document, token);
    return is_number(document, token) || (classes & (BP_WORDS_DATE_LEADS | BP_WORDS_NUMBERS)) ||
           document->tokens.items[token].first == '\'' || (uint8_t)document->tokens.items[token].first == 0xE2;
}

/* May it stand before the trigger of its expression? */
static bool is_lead(const bp_document *document, uint32_t token)
{
    return may_begin(document, token) || (bp_token_classes(document, token) & BP_WORDS_DATE_LINKS) ||
           is_inner_mark(document, token);
}

static uint32_t run_start(const bp_reader *reader, uint32_t token, uint32_t from)
{
    const uint32_t least = token - from > LONGEST_RUN ? token - LONGEST_RUN : from;
    while (token > least && is_lead(reader->document, token - 1)) token--;
    return token;
}

/* From a lead: the next trigger that is no lead itself, or the last that is. */
static uint32_t trigger_ahead(const bp_reader *reader, uint32_t token)
{
    const uint32_t most = reader->end - token > LONGEST_RUN ? token + LONGEST_RUN : reader->end;
    uint32_t best = NO_TOKEN;
    for (; token < most; token++) {
        if (bp_is_trigger(reader, token)) best = token;
        if (!is_lead(reader->document, token)) break;
    }
    return best;
}

/* The token that ends at `byte`, plus one; 0 if a token is cut. A full stop
 * that ends the sentence is not part of an abbreviation. */
static uint32_t end_token(const bp_reader *reader, uint32_t token, size_t byte)
{
    while (token < reader->end && reader->document->tokens.items[token].end.byte < byte) token++;
    if (token >= reader->end || reader->document->tokens.items[token].end.byte != byte) return 0;
    const bp_token *t = &reader->document->tokens.items[token];
    const bool stop = t->kind == BP_TOKEN_PUNCTUATION && t->first == '.';
    return stop ? token : token + 1;
}

/* Tries one pattern at a token. */
static bp_reading_status match(bp_reader *reader, const bp_date_pattern *pattern, uint32_t start, bp_expression *e)
{
    const bp_document *document = reader->document;
    size_t from, to;
    if (reader->matches_left == 0) return BP_READING_NONE;
    reader->matches_left--;
    const bp_pattern_status status = bp_pattern_match(pattern->pattern, reader->matcher, document->text,
                                                      reader->end_byte, document->tokens.items[start].start.byte);
    if (status == BP_PATTERN_MEMORY) return BP_READING_MEMORY;
    if (status != BP_PATTERN_FOUND || !bp_matcher_group(reader->matcher, 0, &from, &to) || to == from)
        return BP_READING_NONE;
    e->first = start;
    e->end = end_token(reader, start, to);
    e->modifier = NULL;
    if (e->end <= start) return BP_READING_NONE;
    bp_read_fields(reader->grammar, pattern, reader->matcher, document->text, e);
    return BP_READING_FOUND;
}

/* Where a match is tried: at `start`, with the patterns that `trigger` wakes. */
typedef struct attempt {
    uint32_t start, trigger;
    bool pieces; /* also those that need a whole behind them? */
} attempt;

/* Larger units come first. */
static int unit_rank(const char *unit)
{
    static const char *const units[] = { "ML", "C", "DE", "Y", "SE", "Q", "M", "FN", "W", "WE", "NI", "D", "TH", "TM", "TS" };
    const int count = (int)(sizeof units / sizeof *units);
    for (int i = 0; i < count; i++)
        if (strcmp(units[i], unit) == 0) return i;
    return count;
}

/* "Two hours and ten minutes" is one length of time, "ten minutes, two hours" are two. */
static bool is_descending(const bp_expression *e)
{
    if (!bp_has(e, BP_FIELD_unit3)) return true;
    const int first = unit_rank(bp_value(e, BP_FIELD_unit)), second = unit_rank(bp_value(e, BP_FIELD_unit3));
    return first < second && (!bp_has(e, BP_FIELD_unit4) || second < unit_rank(bp_value(e, BP_FIELD_unit4)));
}

static bp_reading_status match_any(bp_reader *reader, attempt at, bp_expression *e)
{
    const uint64_t classes = waking_classes(reader, at.trigger);
    const char first = reader->document->text[reader->document->tokens.items[at.start].start.byte];
    const unsigned numbers = number_kinds(reader, at.trigger);
    for (uint32_t i = 0; i < reader->grammar->count; i++) {
        const bp_date_pattern *pattern = &reader->grammar->patterns[i];
        if (!(pattern->classes & classes) && !(pattern->numbers & numbers)) continue;
        if ((pattern->meaning == BP_MEANS_piece && !at.pieces) || !bp_pattern_may_begin(pattern->pattern, first))
            continue;
        const bp_reading_status status = match(reader, pattern, at.start, e);
        if (status == BP_READING_MEMORY) return status;
        if (status == BP_READING_FOUND && (e->end > at.trigger || e->meaning == BP_MEANS_clock) && is_descending(e)) return status;
    }
    return BP_READING_NONE;
}

static bool is_hyphen(const bp_reader *reader, uint32_t token)
{
    return token < reader->end && !(reader->document->tokens.items[token].flags & BP_SPACE_BEFORE) &&
           is_inner_mark(reader->document, token);
}

/* "More than" goes with amounts, not with "last year"; nothing goes with "now" or "daily". */
static bool suits(const char *modifier, const bp_expression *e)
{
    const bool compares = strstr(modifier, "_THAN") != NULL, near = strcmp(modifier, "APPROX") == 0;
    switch (e->meaning) {
    case BP_MEANS_vague:
    case BP_MEANS_set: return false;
    case BP_MEANS_weekday:
    case BP_MEANS_day: return !compares && !near && modifier[0] != 'L' && strcmp(modifier, "EARLIER") != 0;
    case BP_MEANS_period: return !compares && (!near || bp_has(e, BP_FIELD_yearend));
    case BP_MEANS_shift: return !compares || (e->fields[BP_FIELD_number].text.at[0] | 0x20) != 'a';
    case BP_MEANS_duration:
    case BP_MEANS_rate: return true;
    default: return !compares;
    }
}

/* The same, with up to two modifiers before it: "at least early May". */
static bp_reading_status match_modified(bp_reader *reader, attempt at, bp_expression *e)
{
    const uint32_t start = at.start;
    const char *modifier = NULL;
    bp_reading_status status = match_any(reader, at, e);
    for (int i = 0; i < MOST_PREFIXES && status == BP_READING_NONE; i++) {
        if (!(bp_token_classes(reader->document, at.start) & BP_WORDS_DATE_LEADS)) return BP_READING_NONE;
        status = match(reader, &reader->grammar->prefix, at.start, e);
        if (status != BP_READING_FOUND) return status;
        if (e->end > at.trigger) return BP_READING_NONE;
        modifier = bp_value(e, BP_FIELD_modifier);
        at.start = e->end + is_hyphen(reader, e->end); /* "mid-1996" */
        if (at.start <= at.trigger)
            status = match_any(reader, at, e);
        else
            status = BP_READING_NONE;
    }
    if (status != BP_READING_FOUND) return status;
    e->first = start;
    e->modifier = modifier;
    return modifier && !suits(modifier, e) ? BP_READING_NONE : BP_READING_FOUND;
}

/* Reads an expression that begins exactly at `start`. */
static bp_reading_status read_exactly(bp_reader *reader, uint32_t start, bool pieces, bp_expression *e)
{
    if (start >= reader->end) return BP_READING_NONE;
    const uint32_t ahead = trigger_ahead(reader, start);
    if (ahead == NO_TOKEN) return BP_READING_NONE;
    bp_reading_status status = match_modified(reader, (attempt){ start, ahead, pieces }, e);
    for (uint32_t i = start; i < ahead && status == BP_READING_NONE; i++)
        if (bp_is_trigger(reader, i)) return match_modified(reader, (attempt){ start, i, pieces }, e);
    return status;
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
    if (first_is(reader, token, ',')) token++;
    if (word_is(reader, token, "on") || word_is(reader, token, "at") || word_is(reader, token, "in")) token++;
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
    const bp_reading_status status = read_exactly(reader, start, false, &next);
    if (status != BP_READING_FOUND) return status;
    const bool date =
        (next.meaning == BP_MEANS_date && bp_has(&next, BP_FIELD_day)) || next.meaning == BP_MEANS_numeric;
    if (!date || next.modifier) return BP_READING_NONE;
    next.first = reading->main.first;
    next.modifier = reading->main.modifier;
    next.fields[BP_FIELD_weekday] = reading->main.fields[BP_FIELD_weekday];
    reading->main = next;
    reading->end = next.end;
    return BP_READING_FOUND;
}

/* "10 p.m. Wednesday", "three in the afternoon", "noon on the last day of May" */
static bp_reading_status join_to_clock(bp_reader *reader, bp_reading *reading)
{
    bp_expression next;
    const uint32_t start = behind_link(reader, reading->end);
    bp_reading_status status = read_exactly(reader, start, true, &next);
    if (status != BP_READING_FOUND) return status;
    if (next.meaning == BP_MEANS_piece) {
        bp_expression whole;
        status = read_exactly(reader, next.end, false, &whole);
        if (status != BP_READING_FOUND) return status;
        reading->piece = next;
        reading->has_piece = true;
        next = whole;
    } else if (!is_day(&next) && next.meaning != BP_MEANS_daypart) {
        return BP_READING_NONE;
    }
    reading->main = next;
    reading->has_main = true;
    reading->end = next.end;
    return names_weekday(&next) ? join_date(reader, reading) : BP_READING_FOUND;
}

/* "Friday at noon", "31 May 2019, 8 p.m." */
static bp_reading_status join_clock(bp_reader *reader, bp_reading *reading)
{
    bp_expression next;
    const uint32_t start = behind_link(reader, reading->end);
    if (word_is(reader, start - 1, "on") || word_is(reader, start - 1, "in")) return BP_READING_NONE;
    const bp_reading_status status = read_exactly(reader, start, false, &next);
    if (status != BP_READING_FOUND || next.meaning != BP_MEANS_clock)
        return status == BP_READING_MEMORY ? status : BP_READING_NONE;
    reading->clock = next;
    reading->has_clock = true;
    reading->end = next.end;
    return BP_READING_FOUND;
}

static bool is_range_end(const bp_expression *from, const bp_expression *to)
{
    if (from->meaning != to->meaning || to->modifier) return false;
    if (from->meaning == BP_MEANS_numeric) return true;
    return from->meaning == BP_MEANS_date && bp_has(from, BP_FIELD_day) == bp_has(to, BP_FIELD_day) &&
           !bp_has(from, BP_FIELD_until) && !bp_has(from, BP_FIELD_which);
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
                    (link < reader->end && is_inner_mark(reader->document, link)) ||
                    (between && !has_year(&reading->main) && word_is(reader, link, "and"));
    if (!to) return BP_READING_NONE;
    const bp_reading_status status = read_exactly(reader, link + 1, false, &next);
    if (status != BP_READING_FOUND || !is_range_end(&reading->main, &next))
        return status == BP_READING_MEMORY ? status : BP_READING_NONE;
    if (word_is(reader, link, "and") && !has_year(&next)) return BP_READING_NONE;
    reading->until = next;
    reading->has_until = true;
    reading->end = next.end;
    return BP_READING_FOUND;
}

/* "dawn on Monday" */
static bp_reading_status join_day_to_part(bp_reader *reader, bp_reading *reading)
{
    bp_expression next;
    const bool on = word_is(reader, reading->end, "on");
    const bp_reading_status status = read_exactly(reader, reading->end + on, false, &next);
    if (status != BP_READING_FOUND) return status;
    if (!on && next.meaning != BP_MEANS_day && next.meaning != BP_MEANS_weekday) return BP_READING_NONE;
    if (!is_day(&next) || bp_has(&next, BP_FIELD_daypart)) return BP_READING_NONE;
    next.fields[BP_FIELD_daypart] = reading->main.fields[BP_FIELD_daypart];
    next.first = reading->main.first;
    reading->main = next;
    reading->end = next.end;
    return BP_READING_FOUND;
}

/* Fills `reading` with what belongs to its first part. */
static bp_reading_status join_neighbours(bp_reader *reader, bp_reading *reading)
{
    bp_reading_status status = BP_READING_NONE;
    if (!reading->has_main) return join_to_clock(reader, reading);
    if (reading->main.meaning == BP_MEANS_daypart && !bp_has(&reading->main, BP_FIELD_which))
        return join_day_to_part(reader, reading);
    if (names_weekday(&reading->main)) status = join_date(reader, reading);
    if (status != BP_READING_MEMORY &&
        (reading->main.meaning == BP_MEANS_date || reading->main.meaning == BP_MEANS_numeric))
        status = join_range(reader, reading);
    if (status != BP_READING_MEMORY && !reading->has_until && is_day(&reading->main))
        status = join_clock(reader, reading);
    return status;
}

/* "the third week of" needs a whole. */
static bp_reading_status join_whole(bp_reader *reader, bp_reading *reading)
{
    const bp_reading_status status = read_exactly(reader, reading->piece.end, false, &reading->main);
    if (status != BP_READING_FOUND) return status;
    if (reading->main.meaning == BP_MEANS_duration || reading->main.meaning == BP_MEANS_set ||
        reading->main.meaning == BP_MEANS_nothing)
        return BP_READING_NONE;
    reading->has_main = true;
    reading->end = reading->main.end;
    return BP_READING_FOUND;
}

static bp_reading_status read_attempt(bp_reader *reader, attempt at, bp_reading *reading)
{
    bp_expression *e = &reading->main;
    bp_reading_status status = match_modified(reader, at, e);
    if (status != BP_READING_FOUND) return status;
    *reading = (bp_reading){ .first = at.start, .end = e->end, .main = *e };
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
    const bp_reading_status status = read_attempt(reader, (attempt){ start, trigger, true }, reading);
    if (status != BP_READING_NONE || !reading->has_piece) return status;
    return read_attempt(reader, (attempt){ start, trigger, false }, reading);
}

bp_reading_status bp_read_at(bp_reader *reader, uint32_t token, uint32_t from, bp_reading *reading)
{
    uint32_t ahead = is_lead(reader->document, token) ? trigger_ahead(reader, token) : token;
    if (ahead == NO_TOKEN || wakes_same(reader, token, ahead)) ahead = token;
    const bool number = is_number(reader->document, token);
    reader->matches_left = MOST_MATCHES;
    for (uint32_t start = run_start(reader, token, from); start <= token; start++) {
        if (start < token && (!may_begin(reader->document, start) || (number && is_number(reader->document, start))))
            continue;
        bp_reading_status status = BP_READING_NONE;
        if (ahead != token) status = read_from(reader, start, ahead, reading);
        if (status == BP_READING_NONE) status = read_from(reader, start, token, reading);
        if (status != BP_READING_NONE) return status;
    }
    return BP_READING_NONE;
}

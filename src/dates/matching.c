/* Matching: the patterns that a trigger wakes, in the order of the grammar; the
 * first that reaches the trigger and makes sense counts. */
#include "matching.h"

#include "triggers.h"

#include <string.h>

enum { MOST_PREFIXES = 2, NEAR_BEFORE = 3, NEAR_BEHIND = 18 /* tokens */, SET_WORDS = BP_MOST_PATTERNS / 64 };

/* The number of the lowest bit that is set; `bits` is not 0. */
static int lowest(uint64_t bits)
{
    return __builtin_ctzll(bits);
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
    reader->wild += status == BP_PATTERN_WILD;
    if (status != BP_PATTERN_FOUND || !bp_matcher_group(reader->matcher, 0, &from, &to) || to == from)
        return BP_READING_NONE;
    e->first = start;
    e->end = end_token(reader, start, to);
    e->modifier = NULL;
    if (e->end <= start) return BP_READING_NONE;
    bp_read_fields(reader->grammar, pattern, reader->matcher, document->text, e);
    return BP_READING_FOUND;
}

/* Larger units come first. */
static int unit_rank(const char *unit)
{
    static const char *const units[] = { "ML", "C",  "DE", "Y", "SE", "Q",  "M", "FN",
                                         "W",  "WE", "NI", "D", "TH", "TM", "TS" };
    const int count = (int)(sizeof units / sizeof *units);
    for (int i = 0; i < count; i++)
        if (strcmp(units[i], unit) == 0) return i;
    return count;
}

/* "Two hours and ten minutes" is one length of time; "ten minutes, two hours" are two, and "23 years, three hours". */
static bool is_descending(const bp_expression *e)
{
    enum { MOST_APART = 8 /* years and days */ };
    if (!bp_has(e, BP_FIELD_unit3)) return true;
    const int first = unit_rank(bp_value(e, BP_FIELD_unit)), second = unit_rank(bp_value(e, BP_FIELD_unit3));
    return first < second && second - first <= MOST_APART &&
           (!bp_has(e, BP_FIELD_unit4) || second < unit_rank(bp_value(e, BP_FIELD_unit4)));
}

/* Looks for the words that patterns need around this token. */
static void look_around(const bp_reader *reader, uint32_t start, bp_failures *failures)
{
    const uint32_t from = start - reader->begin > NEAR_BEFORE ? start - NEAR_BEFORE : reader->begin;
    const uint32_t to = reader->end - start > NEAR_BEHIND ? start + NEAR_BEHIND : reader->end;
    for (uint32_t i = from; i < to; i++) {
        failures->near |= reader->needs[reader->document->tokens.items[i].word];
        const bool tailed = bp_token_has(reader->document, i, BP_HAS_DIGIT | BP_HAS_LETTER); /* "4hr" */
        failures->units += i >= start && (tailed || bp_token_classes(reader->document, i) & BP_WORDS_UNITS);
    }
}

/* What is known of matches that begin at this token. */
static bp_failures *failures_at(bp_reader *reader, uint32_t start)
{
    bp_failures *failures = &reader->failures[start % BP_REMEMBERED_STARTS];
    if (failures->start == start + 1) return failures;
    *failures = (bp_failures){ .start = start + 1 };
    look_around(reader, start, failures);
    return failures;
}

/* Of the patterns that the trigger wakes, those that may begin at the start and have not failed there. */
static bp_pattern_set candidates(const bp_reader *reader, bp_attempt at, const bp_failures *failures)
{
    const bp_date_grammar *grammar = reader->grammar;
    const bp_pattern_set *words = &grammar->by_word[bp_token_word(reader->document, at.trigger)->hash % 64];
    const uint32_t start = reader->document->tokens.items[at.start].start.byte;
    const bp_pattern_set *first = &grammar->by_first[(uint8_t)reader->document->text[start]];
    const unsigned numbers = bp_number_kinds(reader, at.trigger);
    bp_pattern_set woken = { { 0 } };
    for (uint64_t classes = bp_waking_classes(reader, at.trigger); classes; classes &= classes - 1)
        for (int i = 0; i < SET_WORDS; i++)
            woken.bits[i] |= grammar->by_class[lowest(classes)].bits[i] & words->bits[i];
    for (int kind = 0; kind < 3; kind++)
        for (int i = 0; i < SET_WORDS && (numbers >> kind & 1); i++) woken.bits[i] |= grammar->by_number[kind].bits[i];
    for (int i = 0; i < SET_WORDS; i++) woken.bits[i] &= first->bits[i] & ~failures->patterns.bits[i];
    return woken;
}

static bp_reading_status match_any(bp_reader *reader, bp_attempt at, bp_expression *e)
{
    bp_failures *failures = failures_at(reader, at.start);
    const bp_pattern_set tried = candidates(reader, at, failures);
    for (int i = 0; i < SET_WORDS; i++) {
        for (uint64_t bits = tried.bits[i]; bits; bits &= bits - 1) {
            const bp_date_pattern *pattern = &reader->grammar->patterns[i * 64 + lowest(bits)];
            if (pattern->with & ~failures->near) continue;
            if (pattern->groups[BP_FIELD_unit3] && failures->units < 2) continue;
            if (pattern->meaning == BP_MEANS_piece && !at.pieces) continue;
            const bp_reading_status status = match(reader, pattern, at.start, e);
            if (status == BP_READING_MEMORY) return status;
            if (status == BP_READING_NONE && reader->matches_left > 0)
                failures->patterns.bits[i] |= UINT64_C(1) << lowest(bits);
            if (status == BP_READING_FOUND && (e->end > at.trigger || e->meaning == BP_MEANS_clock) && is_descending(e))
                return status;
        }
    }
    return BP_READING_NONE;
}

static bool is_hyphen(const bp_reader *reader, uint32_t token)
{
    return token < reader->end && !(reader->document->tokens.items[token].flags & BP_SPACE_BEFORE) &&
           bp_is_inner_mark(reader->document, token);
}

/* "More than" goes with amounts, not with "last year"; nothing goes with "now" or "daily". */
static bool suits(const char *modifier, const bp_expression *e)
{
    const bool compares = strstr(modifier, "_THAN") != NULL || strcmp(modifier, "EQUAL_OR_LESS") == 0,
               near = strcmp(modifier, "APPROX") == 0;
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

/* "She was late on Monday": not the day. */
static bool is_said_of_subject(const bp_reader *reader, uint32_t start)
{
    if (start < reader->begin + 2 || start + 1 >= reader->end) return false;
    const bp_document *document = reader->document;
    if (!bp_token_is(document, start, "late") && !bp_token_is(document, start, "early")) return false;
    return bp_token_is(document, start + 1, "on") && (bp_token_classes(document, start - 1) & BP_WORDS_BE_FORMS) &&
           !bp_token_is(document, start - 2, "it");
}

/* "had to think | about 2015", "knew nothing | about Friday": of it, not nearly. */
static bool is_of_topic(const bp_reader *reader, uint32_t start)
{
    if (!bp_token_is(reader->document, start, "about") || start == reader->begin) return false;
    return bp_token_among(reader->document, start - 1, BP_HINT_SPOKEN_ABOUT);
}

/* A word of a modifier, or "the" before one. */
static bool may_be_modifier(const bp_reader *reader, uint32_t start)
{
    const bp_token *tokens = reader->document->tokens.items;
    if (!(bp_token_classes(reader->document, start) & BP_WORDS_DATE_LEADS)) return false;
    if (start > reader->begin && is_hyphen(reader, start - 1) && !(tokens[start].flags & BP_SPACE_BEFORE))
        return false; /* "run-up to" */
    if (is_said_of_subject(reader, start) || is_of_topic(reader, start)) return false;
    const uint64_t next = start + 1 < reader->end ? reader->needs[tokens[start + 1].word] : 0;
    return (reader->needs[tokens[start].word] | next) & reader->grammar->prefix.with;
}

/* The same, with up to two modifiers before it: "at least early May". */
bp_reading_status bp_match_modified(bp_reader *reader, bp_attempt at, bp_expression *e)
{
    const uint32_t start = at.start;
    const char *modifier = NULL;
    bp_reading_status status = match_any(reader, at, e);
    for (int i = 0; i < MOST_PREFIXES && status == BP_READING_NONE; i++) {
        if (!may_be_modifier(reader, at.start)) return BP_READING_NONE;
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
bp_reading_status bp_read_exactly(bp_reader *reader, uint32_t start, bool pieces, bp_expression *e)
{
    if (start >= reader->end) return BP_READING_NONE;
    const uint32_t ahead = bp_trigger_ahead(reader, start);
    if (ahead == BP_NO_TOKEN) return BP_READING_NONE;
    bp_reading_status status = bp_match_modified(reader, (bp_attempt){ start, ahead, pieces }, e);
    for (uint32_t i = start; i < ahead && status == BP_READING_NONE; i++)
        if (bp_is_trigger(reader, i)) return bp_match_modified(reader, (bp_attempt){ start, i, pieces }, e);
    return status;
}

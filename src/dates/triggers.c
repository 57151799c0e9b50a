/* Triggers and leads, told by word classes and by how a number stands. */
#include "triggers.h"

#include <string.h>

enum { LONGEST_RUN = 9 /* tokens */, MOST_FIGURES = 6 /* of two days, "1/5/2019-3/5/2019" */ };

/* Hyphens and dashes, the slash, the apostrophe before a number or an "s". */
bool bp_is_inner_mark(const bp_document *document, uint32_t token)
{
    const bp_token *t = &document->tokens.items[token];
    const char *at = document->text + t->start.byte;
    if (t->kind == BP_TOKEN_WORD) return (t->flags & BP_CLITIC) != 0;
    if (t->kind != BP_TOKEN_PUNCTUATION) return false;
    return *at == '-' || *at == '/' || *at == '\'' ||
           ((uint8_t)at[0] == 0xE2 && (uint8_t)at[1] == 0x80 && ((uint8_t)at[2] <= 0x94 || (uint8_t)at[2] == 0x99));
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_digits(bp_view text)
{
    for (size_t i = 0; i < text.length; i++)
        if (!is_digit(text.at[i])) return false;
    return text.length > 0;
}

/* "5.20", "31.5.2019", but not "9.5" and "1000.50". */
static bool is_dotted(bp_view text)
{
    const char *dot = memchr(text.at, '.', text.length);
    if (!dot) return false;
    const size_t before = (size_t)(dot - text.at), behind = text.length - before - 1;
    if (memchr(dot + 1, '.', behind)) return true;
    return before <= 2 && behind >= 2 && dot[1] <= '5' && is_digit(dot[2]) && (behind == 2 || !is_digit(dot[3]));
}

/* "1998-99", "3/4", "16:30": a mark, and a number behind it. */
static bool is_joined(const bp_reader *reader, uint32_t token)
{
    const bp_token *t = &reader->document->tokens.items[token];
    if (token + 2 >= reader->end || (t[1].flags & BP_SPACE_BEFORE) != (t[2].flags & BP_SPACE_BEFORE)) return false;
    return bp_is_number(reader->document, token + 2) &&
           (t[1].first == ':' || bp_is_inner_mark(reader->document, token + 1));
}

uint32_t bp_figures_end(const bp_reader *reader, uint32_t token)
{
    uint32_t figures = 1, end = token;
    if (!bp_is_number(reader->document, token)) return token;
    while (is_joined(reader, end) && !(reader->document->tokens.items[end + 1].flags & BP_SPACE_BEFORE)) {
        figures++;
        end += 2;
    }
    return figures > MOST_FIGURES ? end + 1 : token;
}

/* The kinds of number that this token is; 0 for a mere amount. */
unsigned bp_number_kinds(const bp_reader *reader, uint32_t token)
{
    const bp_token *t = &reader->document->tokens.items[token];
    if (!bp_is_number(reader->document, token)) return 0;
    const bp_view text = bp_token_text(reader->document, token);
    unsigned kinds = 0;
    const bool short_year = text.length == 2 && token > reader->begin && !(t->flags & BP_SPACE_BEFORE) && /* '98 */
                            bp_is_inner_mark(reader->document, token - 1);
    if ((text.length == 4 || text.length == 8 || short_year) && is_digits(text)) kinds |= BP_PLAIN_NUMBER;
    if (t->flags & BP_HAS_LETTER) kinds |= BP_TAILED_NUMBER;
    if (is_dotted(text)) kinds |= BP_JOINED_NUMBER;
    if (text.length <= 2 && token > reader->begin &&
        (bp_token_is(reader->document, token - 1, "at") || bp_token_is(reader->document, token - 1, "around")))
        kinds |= BP_TAILED_NUMBER; /* "at 8" */
    if (token + 1 >= reader->end) return kinds;
    if (is_joined(reader, token)) kinds |= BP_JOINED_NUMBER;
    if (bp_token_classes(reader->document, token + 1) & (BP_WORDS_CLOCK | BP_WORDS_ERAS)) kinds |= BP_TAILED_NUMBER;
    return kinds;
}

/* "Past" and "to" are words of the clock only behind a number. */
uint64_t bp_waking_classes(const bp_reader *reader, uint32_t token)
{
    const uint64_t classes = bp_token_classes(reader->document, token) & reader->grammar->classes;
    if (!(classes & BP_WORDS_CLOCK_SIDES)) return classes;
    const bool behind_number = token > reader->begin &&
                               ((bp_token_classes(reader->document, token - 1) & (BP_WORDS_NUMBERS | BP_WORDS_UNITS)) ||
                                bp_is_number(reader->document, token - 1));
    return behind_number ? classes : classes & ~BP_WORDS_CLOCK_SIDES;
}

bool bp_is_trigger(const bp_reader *reader, uint32_t token)
{
    if (bp_waking_classes(reader, token)) return true;
    return bp_is_number(reader->document, token) && bp_number_kinds(reader, token);
}

/* Do these two wake the same patterns? */
bool bp_wakes_same(const bp_reader *reader, uint32_t one, uint32_t two)
{
    return bp_waking_classes(reader, one) == bp_waking_classes(reader, two) &&
           bp_number_kinds(reader, one) == bp_number_kinds(reader, two);
}

bool bp_may_begin_expression(const bp_document *document, uint32_t token)
{
    const uint64_t classes = bp_token_classes(document, token);
    const uint8_t first = document->tokens.items[token].first;
    return bp_is_number(document, token) || (classes & (BP_WORDS_DATE_LEADS | BP_WORDS_NUMBERS)) || first == '\'' ||
           first == 0xE2 || first == 0xC2; /* an apostrophe, "½" */
}

/* May it stand before the trigger of its expression? */
bool bp_is_lead(const bp_document *document, uint32_t token)
{
    return bp_may_begin_expression(document, token) || (bp_token_classes(document, token) & BP_WORDS_DATE_LINKS) ||
           bp_is_inner_mark(document, token);
}

uint32_t bp_run_start(const bp_reader *reader, uint32_t token, uint32_t from)
{
    const uint32_t least = token - from > LONGEST_RUN ? token - LONGEST_RUN : from;
    while (token > least && bp_is_lead(reader->document, token - 1)) token--;
    return token;
}

/* From a lead: the next trigger that is no lead itself, or the last that is. */
uint32_t bp_trigger_ahead(const bp_reader *reader, uint32_t token)
{
    const uint32_t most = reader->end - token > LONGEST_RUN ? token + LONGEST_RUN : reader->end;
    uint32_t best = BP_NO_TOKEN;
    for (; token < most; token++) {
        if (bp_is_trigger(reader, token)) best = token;
        if (!bp_is_lead(reader->document, token)) break;
    }
    return best;
}

/* Days that share their month. Only a list that "and" or "or" closes is one, and
 * only where no noun follows: "May 3 and 4 people" are no two days. */
#include "days.h"

#include "calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool closes(const bp_document *document, uint32_t token)
{
    return bp_token_is(document, token, "and") || bp_token_is(document, token, "or");
}

/* A number from 1 to 31, or 0. */
static int day_at(const bp_document *document, uint32_t token)
{
    const bp_view text = bp_token_text(document, token);
    char digits[3] = "";
    if (document->tokens.items[token].kind != BP_TOKEN_NUMBER || text.length > 2) return 0;
    memcpy(digits, text.at, text.length);
    const int day = atoi(digits);
    return strspn(digits, "0123456789") == text.length && day <= 31 ? day : 0;
}

/* "3, 5 and 7 June" */
static void find_before(const bp_document *document, const bp_reading *reading, uint32_t from, bp_days *days)
{
    uint32_t at = reading->first, found[BP_MOST_DAYS], count = 0;
    while (at >= from + 3 && count < BP_MOST_DAYS && day_at(document, at - 2)) {
        if (count == 0 ? !closes(document, at - 1) : !bp_token_is(document, at - 1, ",")) break;
        found[count++] = at - 2;
        at -= 2;
    }
    if (count == 0 || !(bp_token_is(document, at - 1, "on") || bp_token_is(document, at - 1, "of") ||
                        bp_token_is(document, at - 1, "for") || bp_token_is(document, at - 1, "the")))
        return;
    while (count > 0) days->tokens[days->count++] = found[--count];
    days->before = days->count;
}

/* "June 3, 5 and 7" */
static void find_behind(const bp_document *document, const bp_reading *reading, bp_days *days)
{
    const uint32_t end = document->sentences.items[document->tokens.items[reading->first].sentence].end;
    uint32_t at = reading->end, found[BP_MOST_DAYS], count = 0;
    bool closed = false;
    while (!closed && at + 1 < end && count < BP_MOST_DAYS && day_at(document, at + 1)) {
        closed = closes(document, at);
        if (!closed && !bp_token_is(document, at, ",")) return;
        found[count++] = at + 1;
        at += 2;
    }
    const bool alone = at >= end || document->tokens.items[at].kind == BP_TOKEN_PUNCTUATION ||
                       (bp_token_classes(document, at) & (BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS));
    if (!closed || !alone || (at < end && bp_token_is(document, at, "of"))) return;
    for (uint32_t i = 0; i < count; i++) days->tokens[days->count++] = found[i];
    days->end = at;
}

bp_days bp_find_days(const bp_document *document, const bp_reading *reading, uint32_t from)
{
    const bp_expression *e = &reading->main;
    bp_days days = { .end = reading->end };
    if (!reading->has_main || reading->has_clock || reading->has_until || reading->has_piece) return days;
    if (e->meaning != BP_MEANS_date || !bp_has(e, BP_FIELD_day) || !bp_has(e, BP_FIELD_month)) return days;
    if (e->fields[BP_FIELD_day].text.at < e->fields[BP_FIELD_month].text.at)
        find_before(document, reading, from, &days);
    else if (!bp_has(e, BP_FIELD_year))
        find_behind(document, reading, &days);
    return days;
}

bool bp_date_of_day(const bp_document *document, const bp_date *date, uint32_t token, bp_arena *arena, bp_date *other)
{
    char value[16];
    int year, month;
    *other = *date;
    other->value = NULL;
    if (!date->earliest || strlen(date->value) != 10 || sscanf(date->value, "%4d-%2d-", &year, &month) != 2)
        return true;
    if (day_at(document, token) > bp_calendar_month_length(year, month)) return true;
    snprintf(value, sizeof value, "%.8s%02d", date->value, day_at(document, token));
    other->span = bp_span_of(document, token, token + 1);
    other->mod = NULL;
    other->value = other->earliest = other->latest = bp_arena_copy(arena, value, strlen(value));
    return other->value != NULL;
}

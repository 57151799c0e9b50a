/* The day of speech: who says "I am happy today" on Sunday means Sunday, whatever day the paper comes out. Only an
 * attribution in the same sentence tells it; the day of the story is too often another. */
#include "speech.h"

#include "calendar.h"
#include "numbers.h"

#include <stdlib.h>

enum { DAYS_PER_WEEK = 7, QUOTED_REACH = 60 /* tokens */, ATTRIBUTION_REACH = 24 /* tokens */ };

static bool is_closing(const bp_document *document, uint32_t token)
{
    return bp_token_is(document, token, "”") || bp_token_is(document, token, "’") ||
           bp_token_is(document, token, "»") || bp_token_is(document, token, "\"") || bp_token_is(document, token, "'");
}

static bool is_opening(const bp_document *document, uint32_t token)
{
    return bp_token_is(document, token, "“") || bp_token_is(document, token, "‘") ||
           bp_token_is(document, token, "«") || bp_token_is(document, token, "\"") || bp_token_is(document, token, "'");
}

/* Stands a mark that may open a quotation shortly before the token, in its paragraph, with none that closes it between?
 * (A straight mark is both: the one that is nearest.) */
static bool is_behind_opening(const bp_document *document, uint32_t token)
{
    const uint32_t block = document->sentences.items[document->tokens.items[token].sentence].block;
    const uint32_t first = document->blocks.items[block].first;
    const uint32_t least = token - first > QUOTED_REACH ? token - QUOTED_REACH : first;
    for (uint32_t i = token; i > least; i--) {
        if (is_opening(document, i - 1)) return true;
        if (is_closing(document, i - 1)) return false;
    }
    return false;
}

/* The weekday that the attribution behind the closing mark at `mark` tells, 1 to 7; 0: none. */
static int weekday_said(const bp_timeline *t, uint32_t mark, uint32_t end)
{
    bool said = false;
    if (end - mark > ATTRIBUTION_REACH) end = mark + ATTRIBUTION_REACH;
    for (uint32_t i = mark + 1; i < end && !is_opening(t->document, i); i++) {
        const uint64_t classes = bp_token_classes(t->document, i);
        said |= (classes & (BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL)) != 0;
        if (!said || !(classes & BP_WORDS_WEEKDAYS)) continue;
        const char *value =
            bp_value_in(t->words, bp_find_list(t->words, "long-weekday"), bp_token_text(t->document, i));
        return value ? atoi(value) : 0;
    }
    return 0;
}

int32_t bp_day_of_speech(const bp_timeline *t, const bp_expression *e)
{
    const bp_document *document = t->document;
    const uint32_t end = document->sentences.items[document->tokens.items[e->first].sentence].end;
    uint32_t mark = e->end;
    if (!t->known || !is_behind_opening(document, e->first)) return t->written;
    while (mark < end && !is_closing(document, mark)) mark++;
    const int weekday = mark < end ? weekday_said(t, mark, end) : 0;
    if (!weekday) return t->written;
    return t->today - (bp_calendar_weekday(t->today) - weekday + DAYS_PER_WEEK) % DAYS_PER_WEEK;
}

/* The day of a bare time that its sentence tells only further on: "The alarm was raised at 9.40pm by a motorist on
 * Tuesday". Not a day of something else: behind "and", "before", "until", or a verb of speech. */
#include "further_on.h"

#include "calendar.h"
#include "numbers.h"

#include <stdlib.h>

enum { DAYS_PER_WEEK = 7, DAY_REACH = 16 /* tokens */ };

/* "had lost 11c by 11.20am before they closed higher yesterday" */
static bool ends_in_yesterday(const bp_document *document, uint32_t token, uint32_t last)
{
    while (last > token && document->tokens.items[last - 1].kind == BP_TOKEN_PUNCTUATION) last--;
    return last > token + 1 && bp_token_is(document, last - 1, "yesterday");
}

/* What follows is told of another time, or by somebody. */
static bool turns_away(const bp_document *document, uint32_t token)
{
    const uint64_t others = BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL | BP_WORDS_CONJUNCTIONS | BP_WORDS_RELATIVES;
    const uint32_t mark = document->tokens.items[token].first;
    return (bp_token_classes(document, token) & others) || bp_token_among(document, token, BP_HINT_BEFORE_EVENTS) ||
           bp_token_is(document, token, "until") || bp_token_is(document, token, "against") ||
           bp_token_is(document, token, "after") || bp_token_is(document, token, "since") || mark == ';' ||
           mark == '(' || mark == '"' || mark >= 0x80;
}

int bp_weekday_at(const bp_timeline *t, uint32_t token)
{
    if (!(bp_token_classes(t->document, token) & BP_WORDS_WEEKDAYS)) return 0;
    const char *value =
        bp_value_in(t->words, bp_find_list(t->words, "long-weekday"), bp_token_text(t->document, token));
    return value ? atoi(value) : 0;
}

bool bp_day_further_on(const bp_timeline *t, uint32_t first, bp_tense tense, int32_t *day)
{
    const uint32_t end = t->document->sentences.items[t->document->tokens.items[first].sentence].end;
    const bool past = tense == BP_TENSE_PAST || tense == BP_TENSE_AWAITED;
    if (past && ends_in_yesterday(t->document, first, end)) {
        *day = t->written - 1;
        return true;
    }
    if (tense != BP_TENSE_PAST && tense != BP_TENSE_FUTURE) return false;
    for (uint32_t i = first + 1; i < end && i - first < DAY_REACH && !turns_away(t->document, i); i++) {
        const int weekday = bp_token_is(t->document, i - 1, "on") ? bp_weekday_at(t, i) : 0;
        const int apart = bp_calendar_weekday(t->today) - weekday;
        if (weekday == 0) continue;
        *day = tense == BP_TENSE_PAST ? t->today - (apart + DAYS_PER_WEEK) % DAYS_PER_WEEK
                                      : t->today + (DAYS_PER_WEEK - apart) % DAYS_PER_WEEK;
        return true;
    }
    return false;
}

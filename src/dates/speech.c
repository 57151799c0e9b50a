/* The day of speech: who says "I am happy today" on Sunday means Sunday, whatever day the paper comes out. The
 * attribution in the same sentence tells it, or a day in the sentence before the quotation; the day of the story, told
 * farther off, is too often another. */
#include "speech.h"

#include "calendar.h"
#include "further_on.h"

enum { DAYS_PER_WEEK = 7, QUOTED_REACH = 60 /* tokens */, ATTRIBUTION_REACH = 24 /* tokens */ };

bool bp_is_closing_mark(const bp_document *document, uint32_t token)
{
    return bp_token_is(document, token, "”") || bp_token_is(document, token, "’") ||
           bp_token_is(document, token, "»") || bp_token_is(document, token, "\"") || bp_token_is(document, token, "'");
}

/* (A straight mark opens where no word stands right before it.) */
static bool is_opening(const bp_document *document, uint32_t token)
{
    if (bp_token_is(document, token, "“") || bp_token_is(document, token, "‘") || bp_token_is(document, token, "«"))
        return true;
    const bool straight = bp_token_is(document, token, "\"") || bp_token_is(document, token, "'");
    return straight && (bp_token_has(document, token, BP_SPACE_BEFORE) || bp_opens_block(document, token));
}

/* The mark that opens the quotation in which the token stands, shortly before it in its paragraph; BP_NONE: none does.
 * (A straight mark opens and closes: the one that is nearest.) */
static uint32_t opening_before(const bp_document *document, uint32_t token)
{
    const uint32_t block = document->sentences.items[document->tokens.items[token].sentence].block;
    const uint32_t first = document->blocks.items[block].first;
    const uint32_t least = token - first > QUOTED_REACH ? token - QUOTED_REACH : first;
    for (uint32_t i = token; i > least; i--) {
        if (is_opening(document, i - 1)) return i - 1;
        if (bp_is_closing_mark(document, i - 1)) return BP_NONE;
    }
    return BP_NONE;
}

/* The weekday that the attribution behind the closing mark at `mark` tells, 1 to 7; 0: none. */
static int weekday_said(const bp_timeline *t, uint32_t mark, uint32_t end)
{
    bool said = false;
    if (end - mark > ATTRIBUTION_REACH) end = mark + ATTRIBUTION_REACH;
    for (uint32_t i = mark + 1; i < end && !is_opening(t->document, i); i++) {
        const uint64_t classes = bp_token_classes(t->document, i);
        said |= (classes & (BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL)) != 0;
        if (said && (classes & BP_WORDS_WEEKDAYS)) return bp_weekday_at(t, i);
    }
    return 0;
}

/* "I rang him on Sunday," she said on Wednesday. */
static bool is_of_speech(const bp_timeline *t, const bp_spoken *day)
{
    const uint32_t first = t->document->sentences.items[day->sentence].first;
    const uint32_t weekday = day->end - 1, on = weekday > first && bp_token_is(t->document, weekday - 1, "on");
    return weekday > first + on && (bp_token_classes(t->document, weekday - on - 1) & BP_WORDS_CUE_SAY);
}

/* The verb of speech in the sentence, from `token` on, or BP_NONE. */
static uint32_t verb_of_speech(const bp_document *document, uint32_t sentence, uint32_t token)
{
    const bp_sentence *s = &document->sentences.items[sentence];
    for (uint32_t i = token > s->first ? token : s->first; i < s->end; i++)
        if (bp_token_classes(document, i) & BP_WORDS_CUE_SAY) return i;
    return BP_NONE;
}

/* "You will," he said at a meeting on Monday. "It ends today," | the judge said. */
static bool is_by_another(const bp_document *document, uint32_t told, uint32_t opening)
{
    const uint32_t verb = verb_of_speech(document, document->tokens.items[opening].sentence, opening);
    if (verb == BP_NONE || verb_of_speech(document, told, 0) == BP_NONE) return false;
    const bool last = verb + 1 >= document->tokens.count;
    const uint64_t beside = bp_token_classes(document, verb - 1) | (last ? 0 : bp_token_classes(document, verb + 1));
    return !(beside & BP_WORDS_SUBJECT_PRONOUNS);
}

/* "He toured the ward on Monday. | "What matters today ...," he said": the day that the sentence before told last. */
static bool is_told_before(const bp_timeline *t, uint32_t opening)
{
    const bp_spoken *day = &t->day;
    const int64_t apart = (int64_t)t->today - day->period.first;
    const uint32_t sentence = t->document->tokens.items[opening].sentence;
    return day->known && apart > 0 && apart < DAYS_PER_WEEK && day->end <= opening &&
           (!t->aside || is_of_speech(t, day)) && opening_before(t->document, day->end - 1) == BP_NONE &&
           day->block == t->document->sentences.items[sentence].block && sentence - day->sentence <= 1 &&
           !is_by_another(t->document, day->sentence, opening);
}

int32_t bp_day_of_speech(const bp_timeline *t, const bp_expression *e)
{
    const bp_document *document = t->document;
    const uint32_t end = document->sentences.items[document->tokens.items[e->first].sentence].end;
    uint32_t mark = e->end;
    const uint32_t block = document->sentences.items[document->tokens.items[e->first].sentence].block;
    if (t->known && t->entry.known && t->entry.day == t->written + 1 &&
        document->sentences.items[t->entry.sentence].block == block)
        return t->entry.day; /* "12:46 am The mayor: 'Today I sleep.'" */
    const uint32_t opening = opening_before(document, e->first);
    if (!t->known || opening == BP_NONE) return t->written;
    while (mark < end && !bp_is_closing_mark(document, mark)) mark++;
    const int weekday = mark < end ? weekday_said(t, mark, end) : 0;
    const bool back =
        bp_token_is(document, e->first, "yesterday"); /* Friday's heats ... "My legs went home yesterday" */
    if (!weekday) return !back && is_told_before(t, opening) ? t->day.period.first : t->written;
    return t->today - (bp_calendar_weekday(t->today) - weekday + DAYS_PER_WEEK) % DAYS_PER_WEEK;
}

/* The article's own date, from what a page says of itself.
 *
 * A line that opens with "Published" is believed before one that opens with
 * "Updated", then a full date that stands alone at the top, then a dateline
 * ("MOSCOW, May 28 -"), whose year is the latest that the page names beside its
 * text. Only short lines and the article's opening are read, so that a date
 * inside the story is never mistaken for the story's. */
#include "reference.h"

#include "calendar.h"
#include "numbers.h"

#include <stdlib.h>

enum {
    SHORT_LINE = 30, /* tokens */
    TOP = 8,         /* blocks */
    OPENING = 12,    /* tokens of a dateline */
    PRESS_DAYS = 3   /* that a report may wait for its paper */
};

typedef enum rank { RANK_NONE = 0, RANK_DATELINE, RANK_TOP, RANK_UPDATED, RANK_PUBLISHED } rank;

typedef struct search {
    bp_reader *reader;
    const bp_grammar *words;
    rank best;
    bp_period day;                    /* of the best */
    int dateline_month, dateline_day; /* of a dateline without a year */
    int latest_year;
} search;

static bool opens_with(const bp_document *document, const bp_paragraph *block, const char *word)
{
    for (uint32_t i = block->first; i < block->end && i < block->first + 2; i++)
        if (bp_token_is(document, i, word)) return true;
    return false;
}

static rank rank_of(const bp_document *document, const bp_paragraph *block, uint32_t index)
{
    if (opens_with(document, block, "published") || opens_with(document, block, "posted")) return RANK_PUBLISHED;
    if (opens_with(document, block, "updated") || opens_with(document, block, "modified")) return RANK_UPDATED;
    return index < TOP && block->role != BP_BODY ? RANK_TOP : RANK_NONE;
}

/* Does a dateline end behind this token: "- ", "(AGENCY)", a colon? */
static bool ends_dateline(const bp_document *document, uint32_t token)
{
    if (token >= document->tokens.count) return false;
    const uint8_t first = document->tokens.items[token].first;
    return first == '-' || first == '(' || first == ':' || first == '_' || first == '/' || first == 0xE2;
}

static void look_at(search *s, const bp_reading *reading, const bp_paragraph *block, rank line)
{
    const bp_expression *e = &reading->main;
    if (!reading->has_main || e->meaning != BP_MEANS_date) return;
    const char *listed = bp_value(e, BP_FIELD_month);
    const int number = *listed ? atoi(listed) : bp_read_integer(s->words, e->fields[BP_FIELD_month].text, 0);
    const int day = bp_read_integer(s->words, e->fields[BP_FIELD_day].text, 0);
    const int year = bp_has(e, BP_FIELD_year) ? bp_read_year(s->words, e->fields[BP_FIELD_year].text, 2000) : 0;
    bp_period period;
    if (year > s->latest_year) s->latest_year = year;
    if (!day || !number) return;
    const bool dateline = block->role == BP_BODY && reading->first - block->first < OPENING &&
                          ends_dateline(s->reader->document, reading->end);
    if (year && line > s->best && bp_period_from(year, number, day, &period)) {
        s->best = line;
        s->day = period;
    } else if (dateline && year && s->best < RANK_DATELINE && bp_period_from(year, number, day, &period)) {
        s->best = RANK_DATELINE;
        s->day = period;
    } else if ((dateline || line >= RANK_UPDATED || block->role == BP_DATELINE) && !year && !s->dateline_day) {
        s->dateline_month = number;
        s->dateline_day = day;
    }
}

static bool read_block(search *s, uint32_t index)
{
    const bp_document *document = s->reader->document;
    const bp_paragraph *block = &document->blocks.items[index];
    const bool opening = block->role == BP_BODY && block->end - block->first > SHORT_LINE;
    const rank line = opening ? RANK_NONE : rank_of(document, block, index);
    const uint32_t end = opening && block->end - block->first > OPENING ? block->first + OPENING : block->end;
    uint32_t from = block->first;
    bp_reader_enter(s->reader, block);
    for (uint32_t i = block->first; i < end; i++) {
        bp_reading reading;
        if (!bp_is_trigger(s->reader, i)) continue;
        const bp_reading_status status = bp_read_at(s->reader, i, from, &reading);
        if (status == BP_READING_MEMORY) return false;
        if (status == BP_READING_NONE) continue;
        look_at(s, &reading, block, line);
        from = reading.end;
        i = reading.end - 1;
    }
    return true;
}

bool bp_find_reference(bp_reader *reader, bp_timeline *timeline)
{
    const bp_document *document = reader->document;
    search s = { .reader = reader, .words = timeline->words };
    bool opened = false;
    for (uint32_t i = 0; i < document->blocks.count; i++) {
        const bp_paragraph *block = &document->blocks.items[i];
        const bool is_short = block->end - block->first <= SHORT_LINE;
        if (!is_short && (block->role != BP_BODY || opened)) continue;
        opened |= block->role == BP_BODY;
        if (!read_block(&s, i)) return false;
    }
    if (s.best == RANK_NONE && s.dateline_day && s.latest_year &&
        bp_period_from(s.latest_year, s.dateline_month, s.dateline_day, &s.day))
        s.best = RANK_DATELINE;
    timeline->known = s.best != RANK_NONE;
    timeline->today = s.day.first;
    return true;
}

/* Does it stand behind a place's name at the head of its block, and end the dateline? */
static bool is_dateline(const bp_document *document, const bp_reading *reading)
{
    const uint32_t sentence = document->tokens.items[reading->first].sentence;
    const bp_paragraph *block = &document->blocks.items[document->sentences.items[sentence].block];
    const uint32_t before = reading->first - block->first;
    if (reading->has_clock || reading->main.meaning == BP_MEANS_daypart) return false;
    if (before < 2 || before > OPENING || !bp_token_is(document, reading->first - 1, ",")) return false;
    if (!bp_token_has(document, block->first, BP_CAPITALIZED) ||
        document->sentences.items[sentence].first != block->first)
        return false;
    const bool loud = bp_token_has(document, block->first, BP_ALL_CAPITALS);
    return ends_dateline(document, reading->end) || (loud && bp_token_is(document, reading->end, "."));
}

void bp_heed_dateline(bp_timeline *timeline, const bp_reading *reading)
{
    if (!timeline->known || !timeline->day.known || !is_dateline(timeline->document, reading)) return;
    const int64_t apart = (int64_t)timeline->today - timeline->day.period.first;
    if (apart > 0 && apart <= PRESS_DAYS) timeline->written = timeline->day.period.first;
}

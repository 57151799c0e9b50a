/* When: expressions of time in an article, and the days that they mean.
 *
 * The article's own date first (an option, or what the page says of itself),
 * then block by block: at each trigger word one expression is read (reading.c)
 * and resolved (resolve.c) in the light of the clause's tense and of the date
 * spoken of last. Linear in the text: every step looks a bounded way around. */
#include "dates.h"

#include "calendar.h"
#include "days.h"
#include "order.h"
#include "reading.h"
#include "reference.h"
#include "resolve.h"

/* A date at a place; false: no memory. */
static bool append(bp_findings *findings, const bp_date *date)
{
    bp_date *added = bp_push(findings->arena, &findings->dates);
    if (added) *added = *date;
    return added != NULL;
}

/* The date, and the other days of its list: "June 3, 5 and 7". */
static bool append_days(const bp_document *document, bp_reading *reading, const bp_date *date, uint32_t from,
                        bp_findings *findings)
{
    const bp_days days = bp_find_days(document, reading, from);
    for (uint32_t i = 0; i <= days.count; i++) {
        bp_date other = *date;
        if (i != days.before) {
            const uint32_t token = days.tokens[i < days.before ? i : i - 1];
            if (!bp_date_of_day(document, date, token, findings->arena, &other)) return false;
        }
        if (other.value && !append(findings, &other)) return false;
    }
    reading->end = days.end;
    return true;
}

static bool find_in_block(bp_reader *reader, bp_timeline *timeline, uint32_t block, bp_findings *findings)
{
    const bp_paragraph *paragraph = &reader->document->blocks.items[block];
    uint32_t from = paragraph->first;
    bp_reader_enter(reader, paragraph);
    for (uint32_t i = paragraph->first; i < paragraph->end; i++) {
        bp_reading reading;
        bp_date date;
        if (!bp_is_trigger(reader, i)) continue;
        const uint32_t behind = bp_figures_end(reader, i);
        if (behind > i) {
            from = behind;
            i = behind - 1;
            continue;
        }
        const bp_reading_status status = bp_read_at(reader, i, from, &reading);
        if (status == BP_READING_MEMORY) return false;
        if (status == BP_READING_NONE) continue;
        const bp_resolved resolved = bp_resolve(timeline, &reading, findings->arena, &date);
        if (resolved == BP_RESOLVED_MEMORY) return false;
        if (resolved == BP_RESOLVED_DATE) {
            if (!append_days(reader->document, &reading, &date, from, findings)) return false;
            bp_heed_dateline(timeline, &reading);
        }
        from = reading.end;
        i = reading.end - 1;
    }
    return true;
}

/* The article's day: of a moment with a zone the day that it is in the request's zone. */
static bool read_day(const bp_request *request, bp_day *day)
{
    int minutes;
    if (request->zone[0] && bp_calendar_read_zone(request->zone, &minutes))
        return bp_calendar_read_in_zone(request->date, minutes, day);
    return bp_calendar_read(request->date, day);
}

static bool set_reference(bp_reader *reader, const bp_request *request, bp_timeline *timeline, bp_findings *findings)
{
    bp_day day;
    findings->reference = (bp_reference){ BP_REFERENCE_NONE, NULL };
    if (request->date[0] && read_day(request, &day)) {
        timeline->known = true;
        timeline->today = bp_calendar_number(day);
        findings->reference.source = BP_REFERENCE_OPTION;
    } else if (!bp_find_reference(reader, timeline)) {
        return false;
    } else if (timeline->known) {
        findings->reference.source = BP_REFERENCE_TEXT;
    }
    if (!timeline->known) return true;
    timeline->written = timeline->today;
    char text[16];
    bp_period_write((bp_period){ BP_GRAIN_DAY, timeline->today }, text);
    findings->reference.date = bp_arena_copy(findings->arena, text, 10);
    return findings->reference.date != NULL;
}

bool bp_find_dates(const bp_date_grammar *grammar, const bp_document *document, const bp_request *request,
                   bp_findings *findings)
{
    bp_reader reader;
    bp_timeline timeline = { .words = grammar->words, .document = document };
    if (!bp_reader_open(&reader, grammar, document)) return false;
    timeline.order = request->order ? request->order : bp_find_order(document);
    if (!set_reference(&reader, request, &timeline, findings)) return false;
    for (uint32_t i = 0; i < document->blocks.count; i++)
        if (bp_block_is_read(document, i) && !find_in_block(&reader, &timeline, i, findings)) return false;
    return true;
}

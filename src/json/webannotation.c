/* A result as W3C Web Annotations (Web Annotation Data Model, 2017). Positions
 * are in code points, as the model demands, and every target also has the words
 * themselves with what stands around them, to be found again after an edit. */
#include "engine.h"
#include "marks.h"
#include "text/characters.h"
#include "writer.h"

#include <stdio.h>
#include <string.h>

enum { AROUND = 32 }; /* UTF-16 units of prefix and suffix */

typedef struct annotator {
    bp_writer writer;
    bp_arena *arena;
    const bp_result *result;
    const char *source;
} annotator;

static bp_view before(const annotator *a, uint32_t end)
{
    uint32_t start = end, units = 0;
    while (start > 0) {
        uint32_t at = start - 1;
        while (at > 0 && ((unsigned char)a->result->text[at] & 0xC0) == 0x80) at--;
        const uint32_t size = start - at == 4 ? 2 : 1;
        if (units + size > AROUND) break;
        units += size;
        start = at;
    }
    return (bp_view){ a->result->text + start, end - start };
}

static bp_view after(const annotator *a, uint32_t start)
{
    size_t end = start, length;
    for (uint32_t units = 0; end < a->result->length; end += length) {
        bp_decode(a->result->text + end, &length);
        units += length == 4 ? 2 : 1;
        if (units > AROUND) break;
    }
    return (bp_view){ a->result->text + start, end - start };
}

static cJSON *target(annotator *a, bp_span span)
{
    bp_writer *w = &a->writer;
    cJSON *item = cJSON_CreateObject();
    bp_add_word(w, item, "source", a->source);
    cJSON *selectors = cJSON_AddArrayToObject(item, "selector");
    cJSON *quote = cJSON_CreateObject(), *position = cJSON_CreateObject();
    bp_add_word(w, quote, "type", "TextQuoteSelector");
    bp_add_string(w, quote, "exact", (bp_view){ a->result->text + span.start.byte, span.end.byte - span.start.byte });
    bp_add_string(w, quote, "prefix", before(a, span.start.byte));
    bp_add_string(w, quote, "suffix", after(a, span.end.byte));
    bp_add_word(w, position, "type", "TextPositionSelector");
    bp_add_count(w, position, "start", span.start.point);
    bp_add_count(w, position, "end", span.end.point);
    bp_add_item(w, selectors, quote);
    bp_add_item(w, selectors, position);
    return item;
}

static cJSON *body(annotator *a, const char *purpose, bp_view value)
{
    cJSON *item = cJSON_CreateObject();
    bp_add_word(&a->writer, item, "type", "TextualBody");
    bp_add_word(&a->writer, item, "purpose", purpose);
    bp_add_string(&a->writer, item, "value", value);
    bp_add_word(&a->writer, item, "format", "text/plain");
    return item;
}

static bp_view word(const char *text)
{
    return (bp_view){ text, strlen(text) };
}

static void add_place(annotator *a, cJSON *bodies, uint32_t geonames)
{
    char address[64];
    snprintf(address, sizeof address, "https://sws.geonames.org/%u/", (unsigned)geonames);
    cJSON *item = cJSON_CreateObject();
    bp_add_word(&a->writer, item, "type", "SpecificResource");
    bp_add_word(&a->writer, item, "purpose", "identifying");
    bp_add_word(&a->writer, item, "source", address);
    bp_add_item(&a->writer, bodies, item);
}

static void add_speaker(annotator *a, cJSON *bodies, const bp_quote *quote)
{
    static const char before_name[] = "Speaker: ";
    const size_t taken = sizeof before_name - 1, length = taken + quote->speaker_name.length;
    char *text = bp_arena_take(a->arena, length);
    if (!text) {
        a->writer.failed = true;
        return;
    }
    memcpy(text, before_name, taken);
    memcpy(text + taken, quote->speaker_name.at, quote->speaker_name.length);
    bp_add_item(&a->writer, bodies, body(a, "describing", (bp_view){ text, length }));
}

static void add_bodies(annotator *a, cJSON *annotation, const bp_mark *mark)
{
    cJSON *bodies = cJSON_AddArrayToObject(annotation, "body");
    bp_add_item(&a->writer, bodies, body(a, "tagging", word(bp_mark_kind(a->result, mark))));
    if (mark->family == BP_MARK_MENTION) {
        const bp_entity *entity = bp_entity_at(a->result, bp_mention_at(a->result, mark->index)->entity);
        bp_add_item(&a->writer, bodies, body(a, "identifying", entity->name));
        if (entity->place.geonames) add_place(a, bodies, entity->place.geonames);
    } else if (mark->family == BP_MARK_DATE) {
        bp_add_item(&a->writer, bodies, body(a, "identifying", word(bp_date_at(a->result, mark->index)->value)));
    } else if (bp_quote_at(a->result, mark->index)->has_speaker) {
        add_speaker(a, bodies, bp_quote_at(a->result, mark->index));
    }
}

static void add_targets(annotator *a, cJSON *annotation, const bp_mark *mark)
{
    const bp_quote *quote = mark->family == BP_MARK_QUOTE ? bp_quote_at(a->result, mark->index) : NULL;
    if (!quote || quote->span_count == 1) {
        bp_add_member(&a->writer, annotation, "target", target(a, mark->span));
        return;
    }
    cJSON *targets = cJSON_AddArrayToObject(annotation, "target");
    for (uint32_t i = 0; i < quote->span_count; i++) bp_add_item(&a->writer, targets, target(a, quote->spans[i]));
}

static cJSON *annotation_of(annotator *a, const bp_mark *mark)
{
    static const char *const families[] = { "quote", "speaker", "cue", "date", "mention" };
    char id[1024];
    snprintf(id, sizeof id, "%.900s#bluepencil-%s-%u", a->source, families[mark->family], (unsigned)mark->index);
    cJSON *item = cJSON_CreateObject();
    bp_add_word(&a->writer, item, "@context", "http://www.w3.org/ns/anno.jsonld");
    bp_add_word(&a->writer, item, "id", id);
    bp_add_word(&a->writer, item, "type", "Annotation");
    bp_add_word(&a->writer, item, "motivation", "tagging");
    add_bodies(a, item, mark);
    add_targets(a, item, mark);
    return item;
}

static bool is_first_piece(const annotator *a, const bp_mark *mark)
{
    return mark->family != BP_MARK_QUOTE ||
           bp_quote_at(a->result, mark->index)->spans[0].start.byte == mark->span.start.byte;
}

static void print_all(annotator *a, const bp_mark_list *list)
{
    bool first = true;
    bp_write_text(&a->writer, "[");
    for (size_t i = 0; i < list->count && !a->writer.failed; i++) {
        if (!is_first_piece(a, &list->items[i])) continue;
        if (!first) bp_write_text(&a->writer, ",");
        first = false;
        bp_write_item(&a->writer, annotation_of(a, &list->items[i]));
    }
    bp_write_text(&a->writer, "]");
}

bp_status bp_result_webannotation(bp_result *result, const char *source, const char **json, size_t *length,
                                  bp_error *error)
{
    const bp_allocator *allocator = &result->allocator;
    annotator a = { .writer = { .allocator = allocator }, .result = result };
    bp_mark_list list;
    bp_arena scratch;
    a.source = source ? source : "urn:bluepencil:text";
    bp_arena_init(&scratch, allocator);
    a.arena = &scratch;
    if (bp_marks_of(&scratch, result, false, &list))
        print_all(&a, &list);
    else
        a.writer.failed = true;
    bp_arena_done(&scratch);
    bp_writer_done(&a.writer);
    char *old = a.writer.failed ? a.writer.bytes : result->annotations;
    if (old) allocator->resize(allocator->context, old, 0);
    if (a.writer.failed) return bp_fail(error, BP_ERROR_MEMORY, 0, "out of memory");
    *json = result->annotations = a.writer.bytes;
    if (length) *length = a.writer.length;
    return BP_OK;
}

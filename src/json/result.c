/* The result as JSON, schema "bluepencil/1" (DESIGN: the contract). */
#include "engine.h"
#include "writer.h"

#include <stdio.h>
#include <string.h>

typedef struct printer {
    bp_writer writer;
    const bp_result *result;
} printer;

static uint32_t place(const printer *p, bp_offset offset)
{
    if (p->result->offsets == BP_UTF8) return offset.byte;
    return p->result->offsets == BP_CODE_POINT ? offset.point : offset.unit;
}

static void add_span(printer *p, cJSON *object, bp_span span)
{
    bp_add_count(&p->writer, object, "start", place(p, span.start));
    bp_add_count(&p->writer, object, "end", place(p, span.end));
}

static void add_text(printer *p, cJSON *object, bp_span span)
{
    const bp_view text = { p->result->text + span.start.byte, span.end.byte - span.start.byte };
    bp_add_string(&p->writer, object, "text", text);
}

static void add_entity_id(printer *p, cJSON *object, const char *key, uint32_t entity)
{
    char id[16];
    snprintf(id, sizeof id, "e%u", (unsigned)entity + 1);
    bp_add_word(&p->writer, object, key, id);
}

static void add_score(printer *p, cJSON *object, float score, const char *why)
{
    bp_add_decimal(&p->writer, object, "score", score, 2);
    bp_add_word(&p->writer, object, "why", why);
}

static cJSON *block_item(printer *p, size_t index)
{
    const bp_block *block = bp_block_at(p->result, index);
    cJSON *item = cJSON_CreateObject();
    add_span(p, item, block->span);
    bp_add_word(&p->writer, item, "role", bp_role_name(block->role));
    return item;
}

static void add_place(printer *p, cJSON *item, const bp_place *where)
{
    if (!where->known) return;
    bp_add_word(&p->writer, item, "country", where->country);
    bp_add_decimal(&p->writer, item, "latitude", where->latitude, 4);
    bp_add_decimal(&p->writer, item, "longitude", where->longitude, 4);
    if (where->geonames) bp_add_count(&p->writer, item, "geonames", where->geonames);
}

static void add_numbers(printer *p, cJSON *item, const char *key, const uint32_t *numbers, uint32_t count)
{
    cJSON *array = cJSON_AddArrayToObject(item, key);
    for (uint32_t i = 0; i < count; i++) {
        char text[16];
        snprintf(text, sizeof text, "%u", (unsigned)numbers[i]);
        bp_add_item(&p->writer, array, cJSON_CreateRaw(text));
    }
}

static cJSON *entity_item(printer *p, size_t index)
{
    const bp_entity *entity = bp_entity_at(p->result, index);
    cJSON *item = cJSON_CreateObject();
    add_entity_id(p, item, "id", (uint32_t)index);
    bp_add_word(&p->writer, item, "type", bp_entity_type_name(entity->type));
    bp_add_string(&p->writer, item, "name", entity->name);
    if (entity->role.length) bp_add_string(&p->writer, item, "role", entity->role);
    if (entity->house_id.length) bp_add_string(&p->writer, item, "house", entity->house_id);
    add_place(p, item, &entity->place);
    add_numbers(p, item, "mentions", entity->mentions, entity->mention_count);
    return item;
}

static cJSON *mention_item(printer *p, size_t index)
{
    const bp_mention *mention = bp_mention_at(p->result, index);
    cJSON *item = cJSON_CreateObject();
    add_span(p, item, mention->span);
    add_text(p, item, mention->span);
    bp_add_word(&p->writer, item, "type", bp_entity_type_name(mention->type));
    add_entity_id(p, item, "entity", mention->entity);
    bp_add_word(&p->writer, item, "form", bp_form_name(mention->form));
    add_score(p, item, mention->score, mention->why);
    return item;
}

static cJSON *date_item(printer *p, size_t index)
{
    const bp_date *date = bp_date_at(p->result, index);
    const struct {
        const char *key, *value;
    } optional[] = { { "mod", date->mod },
                     { "quant", date->quant },
                     { "freq", date->freq },
                     { "earliest", date->earliest },
                     { "latest", date->latest } };
    cJSON *item = cJSON_CreateObject();
    add_span(p, item, date->span);
    add_text(p, item, date->span);
    bp_add_word(&p->writer, item, "type", bp_date_type_name(date->type));
    bp_add_word(&p->writer, item, "value", date->value);
    if (date->alternatives[0]) {
        cJSON *both = cJSON_AddArrayToObject(item, "alternatives");
        for (int i = 0; i < 2; i++) bp_add_item(&p->writer, both, cJSON_CreateString(date->alternatives[i]));
    }
    for (size_t i = 0; i < sizeof optional / sizeof *optional; i++)
        if (optional[i].value) bp_add_word(&p->writer, item, optional[i].key, optional[i].value);
    add_score(p, item, date->score, date->why);
    return item;
}

static cJSON *pair_item(printer *p, bp_span span)
{
    char text[32];
    snprintf(text, sizeof text, "[%u,%u]", (unsigned)place(p, span.start), (unsigned)place(p, span.end));
    return cJSON_CreateRaw(text);
}

static void add_pair(printer *p, cJSON *item, const char *key, bp_span span)
{
    bp_add_member(&p->writer, item, key, pair_item(p, span));
}

static void add_speaker(printer *p, cJSON *item, const bp_quote *quote)
{
    cJSON *speaker = cJSON_AddObjectToObject(item, "speaker");
    add_span(p, speaker, quote->speaker);
    add_text(p, speaker, quote->speaker);
    if (quote->speaker_entity != BP_NONE) add_entity_id(p, speaker, "entity", quote->speaker_entity);
    bp_add_string(&p->writer, speaker, "name", quote->speaker_name);
}

static cJSON *quote_item(printer *p, size_t index)
{
    const bp_quote *quote = bp_quote_at(p->result, index);
    cJSON *item = cJSON_CreateObject();
    add_span(p, item, quote->span);
    add_text(p, item, quote->span);
    bp_add_word(&p->writer, item, "type", bp_quote_type_name(quote->type));
    cJSON *spans = cJSON_AddArrayToObject(item, "spans");
    for (uint32_t i = 0; i < quote->span_count; i++) bp_add_item(&p->writer, spans, pair_item(p, quote->spans[i]));
    if (quote->type == BP_MIXED) add_pair(p, item, "content", quote->content);
    if (quote->has_speaker) add_speaker(p, item, quote);
    if (quote->has_cue) {
        cJSON *cue = cJSON_AddObjectToObject(item, "cue");
        add_span(p, cue, quote->cue);
        add_text(p, cue, quote->cue);
    }
    add_score(p, item, quote->score, quote->why);
    return item;
}

typedef cJSON *item_maker(printer *p, size_t index);

static void print_list(printer *p, const char *key, size_t count, item_maker *make)
{
    bp_write_text(&p->writer, ",\"");
    bp_write_text(&p->writer, key);
    bp_write_text(&p->writer, "\":[");
    for (size_t i = 0; i < count && !p->writer.failed; i++) {
        if (i) bp_write_text(&p->writer, ",");
        bp_write_item(&p->writer, make(p, i));
    }
    bp_write_text(&p->writer, "]");
}

static void print_reference(printer *p)
{
    static const char *const sources[] = { NULL, "option", "text" };
    const bp_reference reference = bp_result_reference(p->result);
    cJSON *item = cJSON_CreateObject();
    if (reference.date)
        bp_add_word(&p->writer, item, "date", reference.date);
    else
        bp_add_raw(&p->writer, item, "date", "null");
    if (sources[reference.source]) bp_add_word(&p->writer, item, "source", sources[reference.source]);
    bp_write_text(&p->writer, ",\"reference\":");
    bp_write_item(&p->writer, item);
}

static cJSON *warning_item(printer *p, size_t index)
{
    cJSON *object = cJSON_CreateObject();
    bp_add_word(&p->writer, object, "w", bp_warning_at(p->result, index));
    cJSON *item = cJSON_DetachItemFromObjectCaseSensitive(object, "w");
    cJSON_Delete(object);
    return item;
}

static void print_all(printer *p)
{
    static const char *const units[] = { "utf-16", "utf-8", "code-point" };
    const bp_result *result = p->result;
    bp_write_text(&p->writer, "{\"schema\":\"bluepencil/1\",\"offsets\":\"");
    bp_write_text(&p->writer, units[result->offsets]);
    bp_write_text(&p->writer, "\",\"language\":\"en\"");
    print_reference(p);
    print_list(p, "blocks", bp_block_count(result), block_item);
    print_list(p, "entities", bp_entity_count(result), entity_item);
    print_list(p, "mentions", bp_mention_count(result), mention_item);
    print_list(p, "dates", bp_date_count(result), date_item);
    print_list(p, "quotes", bp_quote_count(result), quote_item);
    if (bp_warning_count(result)) print_list(p, "warnings", bp_warning_count(result), warning_item);
    bp_write_text(&p->writer, "}");
}

bp_status bp_result_json(bp_result *result, const char **json, size_t *length, bp_error *error)
{
    *json = NULL;
    if (!result->json) {
        printer p = { .writer = { .allocator = &result->allocator }, .result = result };
        print_all(&p);
        bp_writer_done(&p.writer);
        if (p.writer.failed) {
            if (p.writer.bytes) result->allocator.resize(result->allocator.context, p.writer.bytes, 0);
            return bp_fail(error, BP_ERROR_MEMORY, 0, "out of memory");
        }
        result->json = p.writer.bytes;
        result->json_length = p.writer.length;
    }
    *json = result->json;
    if (length) *length = result->json_length;
    return BP_OK;
}

size_t bp_error_json(const bp_error *error, char *buffer, size_t size)
{
    char message[sizeof error->message * 2];
    size_t written = 0;
    for (const char *c = error->message; *c; c++) {
        if (*c == '"' || *c == '\\') message[written++] = '\\';
        message[written++] = (unsigned char)*c < ' ' ? ' ' : *c;
    }
    message[written] = 0;
    const int length = snprintf(buffer, size, "{\"error\":{\"code\":\"%s\",\"message\":\"%s\",\"at\":%zu}}",
                                bp_status_name(error->code), message, error->at);
    return length < 0 ? 0 : (size_t)length < size ? (size_t)length : size - 1;
}

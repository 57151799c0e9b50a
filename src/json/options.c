/* The options of a call and of an engine. An option that is not known, or of
 * the wrong type, is refused by name: a typing error must not pass for a wish. */
#include "calendar.h"
#include "error.h"
#include "json.h"

#include <stdio.h>
#include <string.h>

enum { ALL_ENTITIES = (1 << BP_ENTITY_TYPES) - 1, NAMES = (1 << BP_MONEY) - 1, ALL_DATES = 15, ALL_QUOTES = 7 };

/* Adds a kind by its name; false: there is none. */
static bool add_kind(bp_kinds *kinds, const char *name)
{
    const bp_entity_type entity = bp_json_entity_type((bp_view){ name, strlen(name) });
    if (entity != BP_ENTITY_TYPES) return kinds->entities |= 1u << entity, true;
    for (int i = BP_DATE; i <= BP_SET; i++)
        if (strcmp(bp_date_type_name((bp_date_type)i), name) == 0) return kinds->dates |= 1u << i, true;
    for (int i = BP_DIRECT; i <= BP_INDIRECT; i++)
        if (strcmp(bp_quote_type_name((bp_quote_type)i), name) == 0) return kinds->quotes |= 1u << i, true;
    if (strcmp(name, "names") == 0) return kinds->entities |= NAMES, true;
    if (strcmp(name, "rules") == 0) return kinds->entities |= ALL_ENTITIES & ~(uint32_t)NAMES, true;
    if (strcmp(name, "dates") == 0) return kinds->dates |= ALL_DATES, true;
    if (strcmp(name, "quotes") == 0) return kinds->quotes |= ALL_QUOTES, true;
    return false;
}

static bp_status read_types(const cJSON *value, bp_kinds *kinds, bp_error *error)
{
    const cJSON *item;
    if (cJSON_IsNull(value)) return BP_OK;
    if (!cJSON_IsArray(value)) return bp_json_refuse(error, "types", "must be an array of names");
    kinds->chosen = true;
    cJSON_ArrayForEach(item, value)
    {
        if (!cJSON_IsString(item)) return bp_json_refuse(error, "types", "must be an array of names");
        if (!add_kind(kinds, item->valuestring))
            return bp_json_refuse(error, item->valuestring, "types has no such kind");
    }
    return BP_OK;
}

static bp_status read_date(const cJSON *value, bp_request *request, bp_error *error)
{
    if (cJSON_IsNull(value)) return BP_OK;
    if (!cJSON_IsString(value) || strlen(value->valuestring) >= sizeof request->date ||
        (value->valuestring[0] && !bp_calendar_is_date(value->valuestring)))
        return bp_json_refuse(error, "date", "must be a day of the calendar, YYYY-MM-DD");
    strcpy(request->date, value->valuestring);
    return BP_OK;
}

/* "+05:30", "Z", or minutes east of Greenwich */
static bp_status read_zone(const cJSON *value, bp_request *request, bp_error *error)
{
    const char *const wanted = "must be Z, hours and minutes (+05:30), or minutes east of Greenwich";
    int minutes;
    if (cJSON_IsNull(value)) return BP_OK;
    if (cJSON_IsNumber(value) && value->valuedouble >= -840 && value->valuedouble <= 840) {
        minutes = (int)value->valuedouble;
        if (minutes != value->valuedouble) return bp_json_refuse(error, "zone", wanted);
        const int size = minutes < 0 ? -minutes : minutes;
        snprintf(request->zone, sizeof request->zone, "%c%02d:%02d", minutes < 0 ? '-' : '+', size / 60 % 100,
                 size % 60);
        return BP_OK;
    }
    if (!cJSON_IsString(value) || strlen(value->valuestring) >= sizeof request->zone ||
        (value->valuestring[0] && !bp_calendar_read_zone(value->valuestring, &minutes)))
        return bp_json_refuse(error, "zone", wanted);
    strcpy(request->zone, value->valuestring);
    return BP_OK;
}

static bp_status read_order(const cJSON *value, bp_request *request, bp_error *error)
{
    if (cJSON_IsNull(value)) return BP_OK;
    if (!cJSON_IsBool(value)) return bp_json_refuse(error, "dayFirst", "must be true or false");
    request->order = cJSON_IsTrue(value) ? BP_DAY_FIRST : BP_MONTH_FIRST;
    return BP_OK;
}

static bp_status read_offsets(const cJSON *value, bp_request *request, bp_error *error)
{
    static const char *const names[] = { "utf-16", "utf-8", "code-point" };
    for (int i = BP_UTF16; i <= BP_CODE_POINT; i++)
        if (cJSON_IsString(value) && strcmp(value->valuestring, names[i]) == 0)
            return request->offsets = (bp_offset_unit)i, BP_OK;
    return bp_json_refuse(error, "offsets", "must be utf-16, utf-8 or code-point");
}

static bp_status read_option(const cJSON *option, bp_request *request, bp_error *error)
{
    if (strcmp(option->string, "date") == 0) return read_date(option, request, error);
    if (strcmp(option->string, "zone") == 0) return read_zone(option, request, error);
    if (strcmp(option->string, "dayFirst") == 0) return read_order(option, request, error);
    if (strcmp(option->string, "types") == 0) return read_types(option, &request->kinds, error);
    if (strcmp(option->string, "offsets") == 0) return read_offsets(option, request, error);
    if (strcmp(option->string, "furniture") == 0) {
        if (!cJSON_IsBool(option)) return bp_json_refuse(error, "furniture", "must be true or false");
        request->furniture = cJSON_IsTrue(option);
        return BP_OK;
    }
    return bp_json_refuse(error, option->string, "there is no such option");
}

bp_status bp_request_from_json(const char *json, size_t length, bp_request *request, bp_error *error)
{
    bp_error ignored;
    if (!error) error = &ignored;
    *request = (bp_request){ 0 };
    cJSON *root = bp_json_parse(json, length, error);
    if (!root) return error->code;
    bp_status status = BP_OK;
    for (const cJSON *option = root->child; option && status == BP_OK; option = option->next)
        status = read_option(option, request, error);
    cJSON_Delete(root);
    return status;
}

static bp_status read_most_bytes(bp_view value, size_t *most, bp_error *error)
{
    cJSON *number = cJSON_ParseWithLength(value.at, value.length);
    const double wanted = cJSON_IsNumber(number) ? number->valuedouble : 0;
    const bool read = number != NULL;
    cJSON_Delete(number);
    if (!read) return bp_fail(error, BP_ERROR_MEMORY, 0, "out of memory");
    if (!(wanted >= 1 && wanted <= 4294967295.0)) return bp_json_refuse(error, "maxBytes", "must be a number of bytes");
    *most = (size_t)wanted;
    return BP_OK;
}

/* House style is passed on as it stands. */
static bp_status read_engine_option(const char *name, bp_view value, bp_engine_options *options, bp_error *error)
{
    if (strcmp(name, "maxBytes") == 0) return read_most_bytes(value, &options->max_bytes, error);
    if (strcmp(name, "house") != 0) return bp_json_refuse(error, name, "there is no such option");
    if (*value.at == 'n') return BP_OK;
    if (*value.at != '{') return bp_json_refuse(error, "house", "must be an object");
    options->house = value.at;
    options->house_length = value.length;
    return BP_OK;
}

static bp_status read_engine_options(bp_json_cursor *at, bp_arena *arena, bp_engine_options *options, bp_error *error)
{
    while (bp_json_next(at)) {
        const bp_view key = bp_json_key(at, arena);
        const char *name = key.at ? bp_arena_copy(arena, key.at, key.length) : NULL;
        if (!name) return bp_fail(error, BP_ERROR_MEMORY, 0, "out of memory");
        const bp_status status = read_engine_option(name, bp_json_skip(at), options, error);
        if (status != BP_OK) return status;
    }
    return BP_OK;
}

bp_status bp_engine_from_json(const char *json, size_t length, const bp_allocator *allocator, bp_engine **engine,
                              bp_error *error)
{
    bp_error ignored = { 0 };
    if (!error) error = &ignored;
    *engine = NULL;
    bp_json_cursor at;
    if (!bp_json_begin_object(json, length, &at, error)) return error->code;
    bp_engine_options options = { .allocator = allocator };
    bp_arena arena;
    bp_arena_init(&arena, allocator ? allocator : &bp_default_allocator);
    bp_status status = read_engine_options(&at, &arena, &options, error);
    bp_arena_done(&arena);
    if (status == BP_OK) status = bp_engine_new(&options, engine, error);
    return status;
}

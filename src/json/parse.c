/* Parsing what comes in: options, house style. */
#include "error.h"
#include "json.h"
#include "text/utf8.h"

#include <stdio.h>
#include <string.h>

static bool is_blank(const char *json, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (json[i] != ' ' && json[i] != '\t' && json[i] != '\n' && json[i] != '\r') return false;
    return true;
}

static bool is_whole(const char **json, size_t *length, bp_error *error)
{
    size_t end = 0;
    if (is_blank(*json, *length)) {
        *json = "{}";
        *length = 2;
    }
    if (!bp_json_check(*json, *length, &end))
        bp_fail(error, BP_ERROR_JSON, end, "not JSON");
    else if (!is_blank(*json + end, *length - end))
        bp_fail(error, BP_ERROR_JSON, end, "something follows the JSON");
    else
        return true;
    return false;
}

bool bp_json_begin_object(const char *json, size_t length, bp_json_cursor *cursor, bp_error *error)
{
    size_t bad;
    if (!bp_utf8_check(json, length, &bad)) return bp_fail(error, BP_ERROR_UTF8, bad, "the JSON is not UTF-8"), false;
    if (!is_whole(&json, &length, error)) return false;
    *cursor = bp_json_begin(json, length);
    if (bp_json_kind(cursor) != '{') return bp_fail(error, BP_ERROR_JSON, 0, "not a JSON object"), false;
    bp_json_enter(cursor);
    return true;
}

cJSON *bp_json_parse(const char *json, size_t length, bp_error *error)
{
    if (!is_whole(&json, &length, error)) return NULL;
    cJSON *root = cJSON_ParseWithLength(json, length);
    if (cJSON_IsObject(root)) return root;
    bp_fail(error, root ? BP_ERROR_JSON : BP_ERROR_MEMORY, 0, root ? "not a JSON object" : "out of memory");
    cJSON_Delete(root);
    return NULL;
}

bp_status bp_json_refuse(bp_error *error, const char *name, const char *what)
{
    char message[160];
    snprintf(message, sizeof message, "%.80s: %s", name, what);
    return bp_fail(error, BP_ERROR_OPTIONS, 0, message);
}

bp_entity_type bp_json_entity_type(bp_view name)
{
    for (int type = 0; type < BP_ENTITY_TYPES; type++) {
        const char *known = bp_entity_type_name((bp_entity_type)type);
        if (strlen(known) == name.length && memcmp(known, name.at, name.length) == 0) return (bp_entity_type)type;
    }
    return BP_ENTITY_TYPES;
}

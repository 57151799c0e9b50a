/* Parsing what comes in: options, house style. */
#include "error.h"
#include "json.h"

#include <stdio.h>
#include <string.h>

static bool is_blank(const char *json, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (json[i] != ' ' && json[i] != '\t' && json[i] != '\n' && json[i] != '\r') return false;
    return true;
}

cJSON *bp_json_parse(const char *json, size_t length, bp_error *error)
{
    size_t end = 0;
    if (is_blank(json, length)) {
        json = "{}";
        length = 2;
    }
    if (!bp_json_check(json, length, &end))
        bp_fail(error, BP_ERROR_JSON, end, "not JSON");
    else if (!is_blank(json + end, length - end))
        bp_fail(error, BP_ERROR_JSON, end, "something follows the JSON");
    else {
        cJSON *root = cJSON_ParseWithLength(json, length);
        if (cJSON_IsObject(root)) return root;
        bp_fail(error, root ? BP_ERROR_JSON : BP_ERROR_MEMORY, 0, root ? "not a JSON object" : "out of memory");
        cJSON_Delete(root);
    }
    return NULL;
}

bp_status bp_json_refuse(bp_error *error, const char *name, const char *what)
{
    char message[160];
    snprintf(message, sizeof message, "%.80s: %s", name, what);
    return bp_fail(error, BP_ERROR_OPTIONS, 0, message);
}

bp_entity_type bp_json_entity_type(const char *name)
{
    for (int type = 0; type < BP_ENTITY_TYPES; type++)
        if (strcmp(bp_entity_type_name((bp_entity_type)type), name) == 0) return (bp_entity_type)type;
    return BP_ENTITY_TYPES;
}

/* House style in JSON: {"names": [...], "ignore": [...], "patterns": [...]}. */
#include "json.h"

#include "error.h"

#include <stdio.h>
#include <string.h>

static bp_status no_memory(bp_error *error)
{
    return bp_fail(error, BP_ERROR_MEMORY, 0, "out of memory");
}

static const char *string_of(const cJSON *object, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsString(value) ? value->valuestring : NULL;
}

/* Refuses a key that is not in `known` (NULL at its end). */
static bp_status check_keys(const cJSON *object, const char *const *known, const char *where, bp_error *error)
{
    if (!cJSON_IsObject(object)) return bp_json_refuse(error, where, "each must be an object");
    for (const cJSON *item = object->child; item; item = item->next) {
        const char *const *key = known;
        while (*key && strcmp(*key, item->string) != 0) key++;
        if (!*key) return bp_json_refuse(error, item->string, "house style has no such key");
    }
    return BP_OK;
}

static bp_status read_type(const cJSON *object, const char *where, bp_entity_type *type, bp_error *error)
{
    const char *name = string_of(object, "type");
    if (!name) return bp_json_refuse(error, where, "each needs a type");
    *type = bp_json_entity_type(name);
    if (*type == BP_ENTITY_TYPES) return bp_json_refuse(error, name, "there is no such type");
    return BP_OK;
}

static bp_status read_aliases(const cJSON *aliases, bp_house *house, uint32_t index, bp_error *error)
{
    const cJSON *alias;
    if (!aliases) return BP_OK;
    if (!cJSON_IsArray(aliases)) return bp_json_refuse(error, "aliases", "must be an array of strings");
    cJSON_ArrayForEach(alias, aliases)
    {
        if (!cJSON_IsString(alias)) return bp_json_refuse(error, "aliases", "must be an array of strings");
        if (!bp_house_add(house, alias->valuestring, index)) return no_memory(error);
    }
    return BP_OK;
}

static bp_status read_name(const cJSON *object, bp_house *house, bp_error *error)
{
    static const char *const known[] = { "name", "type", "aliases", "id", NULL };
    bp_entity_type type;
    bp_status status = check_keys(object, known, "names", error);
    if (status == BP_OK) status = read_type(object, "names", &type, error);
    if (status != BP_OK) return status;
    const char *name = string_of(object, "name"), *id = string_of(object, "id");
    if (!name || !*name) return bp_json_refuse(error, "names", "each needs a name");
    if (!id && cJSON_GetObjectItemCaseSensitive(object, "id")) return bp_json_refuse(error, "id", "must be a string");
    bp_house_name *added = bp_push(house->arena, &house->names);
    if (!added) return no_memory(error);
    added->type = type;
    added->name = bp_arena_copy(house->arena, name, strlen(name));
    added->id = bp_arena_copy(house->arena, id ? id : "", id ? strlen(id) : 0);
    const uint32_t index = house->names.count - 1;
    if (!added->name || !added->id || !bp_house_add(house, name, index)) return no_memory(error);
    return read_aliases(cJSON_GetObjectItemCaseSensitive(object, "aliases"), house, index, error);
}

static bp_status read_ignored(const cJSON *item, bp_house *house, bp_error *error)
{
    if (!cJSON_IsString(item)) return bp_json_refuse(error, "ignore", "must be an array of strings");
    return bp_house_add(house, item->valuestring, BP_HOUSE_IGNORE) ? BP_OK : no_memory(error);
}

static bp_status read_pattern(const cJSON *object, bp_house *house, bp_error *error)
{
    static const char *const known[] = { "type", "regex", NULL };
    bp_entity_type type;
    bp_error inner = { 0 };
    bp_status status = check_keys(object, known, "patterns", error);
    if (status == BP_OK) status = read_type(object, "patterns", &type, error);
    if (status != BP_OK) return status;
    const char *regex = string_of(object, "regex");
    if (!regex) return bp_json_refuse(error, "patterns", "each needs a regex");
    bp_house_pattern *added = bp_push(house->arena, &house->patterns);
    if (!added) return no_memory(error);
    added->type = type;
    added->regex = bp_arena_copy(house->arena, regex, strlen(regex));
    added->pattern = bp_pattern_new(house->arena, regex, true, &inner);
    if (added->pattern && added->regex) return BP_OK;
    if (inner.code != BP_ERROR_PATTERN) return no_memory(error);
    char message[200];
    snprintf(message, sizeof message, "patterns: %.60s: %.120s", regex, inner.message);
    return bp_fail(error, BP_ERROR_PATTERN, inner.at, message);
}

typedef bp_status reader(const cJSON *item, bp_house *house, bp_error *error);

static bp_status read_each(const cJSON *array, const char *name, reader *read, bp_house *house, bp_error *error)
{
    const cJSON *item;
    bp_status status = BP_OK;
    if (!array || cJSON_IsNull(array)) return BP_OK;
    if (!cJSON_IsArray(array)) return bp_json_refuse(error, name, "must be an array");
    cJSON_ArrayForEach(item, array)
    {
        status = read(item, house, error);
        if (status != BP_OK) break;
    }
    return status;
}

bp_status bp_house_read(const char *json, size_t length, bp_house *house, bp_error *error)
{
    static const char *const known[] = { "names", "ignore", "patterns", NULL };
    bp_error ignored;
    if (!error) error = &ignored;
    cJSON *root = bp_json_parse(json, length, error);
    if (!root) return error->code;
    bp_status status = check_keys(root, known, "house", error);
    const cJSON *names = cJSON_GetObjectItemCaseSensitive(root, "names");
    const cJSON *ignore = cJSON_GetObjectItemCaseSensitive(root, "ignore");
    const cJSON *patterns = cJSON_GetObjectItemCaseSensitive(root, "patterns");
    if (status == BP_OK) status = read_each(names, "names", read_name, house, error);
    if (status == BP_OK) status = read_each(ignore, "ignore", read_ignored, house, error);
    if (status == BP_OK) status = read_each(patterns, "patterns", read_pattern, house, error);
    cJSON_Delete(root);
    return status;
}

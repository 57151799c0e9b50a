/* House style in JSON: {"names": [...], "ignore": [...], "patterns": [...]}. A
 * newsroom's list may hold a hundred thousand names, so no tree is made of it. */
#include "json.h"

#include "error.h"

#include <stdio.h>
#include <string.h>

typedef struct reader {
    bp_house *house;
    bp_json_cursor at;
    bp_error *error;
} reader;

/* What an item of "names" or "patterns" says; NULL in `at`: nothing, or no string. */
typedef struct item {
    bp_view name, type, id, regex;
    bool has_id, has_aliases;
    bp_json_cursor aliases;
} item;

static bool is(bp_view text, const char *word)
{
    return text.length == strlen(word) && memcmp(text.at, word, text.length) == 0;
}

static bool no_memory(reader *r)
{
    return bp_fail(r->error, BP_ERROR_MEMORY, 0, "out of memory"), false;
}

static bool refuse(reader *r, const char *name, const char *what)
{
    return bp_json_refuse(r->error, name, what), false;
}

static bool refuse_text(reader *r, bp_view text, const char *what)
{
    const char *name = bp_arena_copy(r->house->arena, text.at, text.length);
    return name ? refuse(r, name, what) : no_memory(r);
}

/* Into an array, for each of whose items the caller asks bp_json_next. */
static bool enter_array(reader *r, const char *name, const char *what)
{
    if (bp_json_kind(&r->at) != '[') return refuse(r, name, what);
    bp_json_enter(&r->at);
    return true;
}

/* The string here; false: no memory. What is no string reads as nothing. */
static bool read_string(reader *r, bp_view *text)
{
    *text = (bp_view){ 0 };
    if (bp_json_kind(&r->at) != '"') return bp_json_skip(&r->at), true;
    *text = bp_json_string(&r->at, r->house->arena);
    return text->at || no_memory(r);
}

static bool read_member(reader *r, bp_view key, bool is_name, item *found)
{
    if (is(key, "type")) return read_string(r, &found->type);
    if (is_name && is(key, "name")) return read_string(r, &found->name);
    if (is_name && is(key, "id")) return found->has_id = true, read_string(r, &found->id);
    if (!is_name && is(key, "regex")) return read_string(r, &found->regex);
    if (!is_name || !is(key, "aliases")) return refuse_text(r, key, "house style has no such key");
    found->has_aliases = true;
    found->aliases = r->at;
    bp_json_skip(&r->at);
    return true;
}

/* Reads an item up to its end, and its type. */
static bool read_item(reader *r, bool is_name, item *found, bp_entity_type *type)
{
    const char *where = is_name ? "names" : "patterns";
    *found = (item){ 0 };
    if (bp_json_kind(&r->at) != '{') return refuse(r, where, "each must be an object");
    for (bp_json_enter(&r->at); bp_json_next(&r->at);) {
        const bp_view key = bp_json_key(&r->at, r->house->arena);
        if (!key.at) return no_memory(r);
        if (!read_member(r, key, is_name, found)) return false;
    }
    if (!found->type.at) return refuse(r, where, "each needs a type");
    *type = bp_json_entity_type(found->type);
    return *type != BP_ENTITY_TYPES || refuse_text(r, found->type, "there is no such type");
}

/* An array of strings, each a spelling of the name `index`. */
static bool read_spellings(reader *r, const char *where, uint32_t index)
{
    static const char *const wanted = "must be an array of strings";
    if (!enter_array(r, where, wanted)) return false;
    while (bp_json_next(&r->at)) {
        bp_view spelling;
        if (!read_string(r, &spelling)) return false;
        if (!spelling.at) return refuse(r, where, wanted);
        if (!bp_house_add(r->house, spelling, index)) return no_memory(r);
    }
    return true;
}

static bool read_name(reader *r)
{
    item found;
    bp_entity_type type;
    if (!read_item(r, true, &found, &type)) return false;
    if (!found.name.length) return refuse(r, "names", "each needs a name");
    if (found.has_id && !found.id.at) return refuse(r, "id", "must be a string");
    bp_house_name *added = bp_push(r->house->arena, &r->house->names);
    if (!added) return no_memory(r);
    added->type = type;
    added->name = bp_arena_copy(r->house->arena, found.name.at, found.name.length);
    added->id = found.id.length ? bp_arena_copy(r->house->arena, found.id.at, found.id.length) : "";
    const uint32_t index = r->house->names.count - 1;
    if (!added->name || !added->id || !bp_house_add(r->house, found.name, index)) return no_memory(r);
    if (!found.has_aliases) return true;
    const bp_json_cursor behind = r->at;
    r->at = found.aliases;
    if (!read_spellings(r, "aliases", index)) return false;
    r->at = behind;
    return true;
}

static bool read_pattern(reader *r)
{
    item found;
    bp_entity_type type;
    bp_error inner = { 0 };
    if (!read_item(r, false, &found, &type)) return false;
    if (!found.regex.at) return refuse(r, "patterns", "each needs a regex");
    bp_house_pattern *added = bp_push(r->house->arena, &r->house->patterns);
    if (!added) return no_memory(r);
    added->type = type;
    added->regex = bp_arena_copy(r->house->arena, found.regex.at, found.regex.length);
    if (!added->regex) return no_memory(r);
    added->pattern = bp_pattern_new(r->house->arena, added->regex, true, &inner);
    if (added->pattern) return true;
    if (inner.code != BP_ERROR_PATTERN) return no_memory(r);
    char message[200];
    snprintf(message, sizeof message, "patterns: %.60s: %.120s", added->regex, inner.message);
    return bp_fail(r->error, BP_ERROR_PATTERN, inner.at, message), false;
}

static bool read_each(reader *r, const char *name, bool read(reader *r))
{
    if (!enter_array(r, name, "must be an array")) return false;
    while (bp_json_next(&r->at))
        if (!read(r)) return false;
    return true;
}

static bool read_list(reader *r, bp_view key)
{
    const bool nothing = bp_json_kind(&r->at) == 'n';
    if (!is(key, "names") && !is(key, "ignore") && !is(key, "patterns"))
        return refuse_text(r, key, "house style has no such key");
    if (nothing) return bp_json_skip(&r->at), true;
    if (is(key, "names")) return read_each(r, "names", read_name);
    return is(key, "ignore") ? read_spellings(r, "ignore", BP_HOUSE_IGNORE) : read_each(r, "patterns", read_pattern);
}

bp_status bp_house_read(const char *json, size_t length, bp_house *house, bp_error *error)
{
    bp_error own = { 0 };
    reader r = { .house = house, .error = error ? error : &own };
    r.error->code = BP_OK;
    if (!bp_json_begin_object(json, length, &r.at, r.error)) return r.error->code;
    while (bp_json_next(&r.at)) {
        const bp_view key = bp_json_key(&r.at, house->arena);
        if (!key.at) no_memory(&r);
        if (!key.at || !read_list(&r, key)) return r.error->code;
    }
    return BP_OK;
}

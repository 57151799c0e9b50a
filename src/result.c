/* Reading a result, and the words of the JSON contract. */
#include "engine.h"

void bp_result_free(bp_result *result)
{
    if (!result) return;
    const bp_allocator allocator = result->allocator;
    bp_arena arena = result->arena; /* the result lies in its own arena */
    if (result->json) allocator.resize(allocator.context, result->json, 0);
    if (result->annotations) allocator.resize(allocator.context, result->annotations, 0);
    arena.allocator = &allocator;
    bp_arena_done(&arena);
}

bp_reference bp_result_reference(const bp_result *result)
{
    return result->findings.reference;
}

#define LIST_ACCESS(noun, type, list)                                          \
    size_t bp_##noun##_count(const bp_result *result)                          \
    {                                                                          \
        return result->list.count;                                             \
    }                                                                          \
    const type *bp_##noun##_at(const bp_result *result, size_t index)          \
    {                                                                          \
        return index < result->list.count ? &result->list.items[index] : NULL; \
    }

LIST_ACCESS(block, bp_block, blocks)
LIST_ACCESS(entity, bp_entity, findings.entities)
LIST_ACCESS(mention, bp_mention, findings.mentions)
LIST_ACCESS(date, bp_date, findings.dates)
LIST_ACCESS(quote, bp_quote, findings.quotes)

size_t bp_warning_count(const bp_result *result)
{
    return result->findings.warnings.count;
}

const char *bp_warning_at(const bp_result *result, size_t index)
{
    return index < result->findings.warnings.count ? result->findings.warnings.items[index] : NULL;
}

#define NAME_OF(names, value) ((size_t)(value) < sizeof(names) / sizeof *(names) ? (names)[value] : "")

const char *bp_status_name(bp_status status)
{
    static const char *const names[] = { "ok", "memory", "utf8", "too-large", "options", "pattern", "json", "data" };
    return NAME_OF(names, status);
}

const char *bp_entity_type_name(bp_entity_type type)
{
    static const char *const names[] = { "person", "organization", "place",   "group",    "event", "work", "product",
                                         "law",    "money",        "percent", "quantity", "email", "url",  "handle" };
    return NAME_OF(names, type);
}

const char *bp_form_name(bp_form form)
{
    static const char *const names[] = { "name", "short", "acronym", "nominal", "pronoun" };
    return NAME_OF(names, form);
}

const char *bp_date_type_name(bp_date_type type)
{
    static const char *const names[] = { "date", "time", "duration", "set" };
    return NAME_OF(names, type);
}

const char *bp_quote_type_name(bp_quote_type type)
{
    static const char *const names[] = { "direct", "mixed", "indirect" };
    return NAME_OF(names, type);
}

const char *bp_role_name(bp_role role)
{
    static const char *const names[] = {
        "body", "headline", "standfirst", "byline", "dateline", "caption", "furniture"
    };
    return NAME_OF(names, role);
}

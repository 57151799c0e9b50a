#include "grouping.h"

uint32_t bp_token_key(const bp_document *document, uint32_t token)
{
    return bp_name_key(document, token, token + 1);
}

bp_view bp_text_of(const bp_document *document, uint32_t first, uint32_t end)
{
    const uint32_t start = document->tokens.items[first].start.byte;
    return (bp_view){ document->text + start, document->tokens.items[end - 1].end.byte - start };
}

uint32_t bp_new_entity(bp_grouping *g, bp_entity_type type, uint32_t first, uint32_t end)
{
    bp_entity *entity = bp_push(g->findings->arena, &g->findings->entities);
    bp_entity_note *note = entity ? bp_push(g->findings->arena, &g->findings->notes) : NULL;
    if (!note) return BP_NONE;
    *entity = (bp_entity){ .type = type, .name = bp_text_of(g->document, first, end) };
    *note = (bp_entity_note){ .first = first };
    return g->findings->entities.count - 1;
}

bool bp_set_part(bp_grouping *g, bp_key_map *map, uint32_t key, uint32_t form)
{
    const uint32_t known = bp_key_get(map, key);
    if (known == form || known == BP_SHARED_PART) return true;
    return bp_key_set(map, g->arena, key, known == BP_NONE ? form : BP_SHARED_PART);
}

uint32_t bp_form_with(const bp_key_map *map, uint32_t key)
{
    const uint32_t form = bp_key_get(map, key);
    return form == BP_SHARED_PART ? BP_NONE : form;
}

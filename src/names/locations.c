/* Places on the map. The names of one country are one entity, and those of one
 * city: Peking and Beijing. Of several cities of one name it is the one whose country stands behind a comma ("Tripoli,
 * Lebanon"), else the one whose country the article names, else the largest. */
#include "grouping.h"
#include "places.h"

#include <string.h>

static uint32_t country_key(const bp_place_record *record)
{
    return 1u + (unsigned char)record->country[0] * 256u + (unsigned char)record->country[1];
}

bool bp_foresee_places(bp_grouping *g)
{
    for (uint32_t i = 0; i < g->names->count; i++) {
        const bp_named *name = &g->names->items[i];
        const bp_place_record *record =
            name->type == BP_PLACE ? bp_places_named(g->document, name->first, name->end) : NULL;
        if (record && record->same && !bp_key_set(&g->countries_named, g->arena, country_key(record), i)) return false;
    }
    return true;
}

/* The country behind the comma that follows the name, or NULL. */
static const bp_place_record *country_behind(const bp_grouping *g, const bp_named *name)
{
    const bp_named *next = name + 1;
    if (next == g->names->items + g->names->count || next->first != name->end + 1 || next->type != BP_PLACE)
        return NULL;
    if (!bp_token_is(g->document, name->end, ",")) return NULL;
    const bp_place_record *record = bp_places_named(g->document, next->first, next->end);
    return record && record->same ? record : NULL;
}

static const bp_place_record *choose(const bp_grouping *g, const bp_named *name, const bp_place_record *first)
{
    const bp_place_record *behind = country_behind(g, name), *named = NULL;
    if (first->same) return first;
    for (const bp_place_record *r = first;; r++) {
        if (behind && memcmp(r->country, behind->country, sizeof r->country) == 0) return r;
        if (!named && bp_key_get(&g->countries_named, country_key(r)) != BP_NONE) named = r;
        if (!r->more) break;
    }
    return named ? named : first;
}

static void locate(bp_entity *entity, const bp_place_record *record)
{
    entity->place = (bp_place){ .known = true,
                                .latitude = record->latitude / 100.0,
                                .longitude = record->longitude / 100.0,
                                .geonames = record->geonames };
    memcpy(entity->place.country, record->country, sizeof record->country);
}

/* The map that knows the entity of each place that names stand for, and the key there; NULL: none. */
static bp_key_map *other_names(bp_grouping *g, const bp_place_record *record, uint32_t *key)
{
    *key = record->same ? record->same : record->geonames;
    return *key == 0 ? NULL : record->same ? &g->countries : &g->cities;
}

uint32_t bp_place_of(bp_grouping *g, const bp_named *name, bp_name_form *form)
{
    if (form->entity != BP_NONE) return form->entity;
    const bp_place_record *record = bp_places_named(g->document, name->first, name->end);
    if (record) record = choose(g, name, record);
    uint32_t key = 0;
    bp_key_map *known = record ? other_names(g, record, &key) : NULL;
    if (known) form->entity = bp_key_get(known, key);
    if (form->entity != BP_NONE) return form->entity;
    form->entity = bp_new_entity(g, BP_PLACE, name->first, name->end);
    if (form->entity == BP_NONE || !record) return form->entity;
    locate(&g->findings->entities.items[form->entity], record);
    if (known && !bp_key_set(known, g->arena, key, form->entity)) return BP_NONE;
    return form->entity;
}

/* Places on the map. The names of one country are one entity, and those of one
 * city: Peking and Beijing. Of several cities of one name it is the one whose
 * country or state stands behind a comma ("Tripoli, Lebanon", "Birmingham, Ala.",
 * wherever the article first says so), else the one whose country the article
 * names, else the largest. A state's own name is no city, nor is a city of another
 * state than the one behind the comma. */
#include "divisions.h"
#include "grouping.h"
#include "places.h"

#include <string.h>

static uint32_t country_key(const bp_place_record *record)
{
    return 1u + (unsigned char)record->country[0] * 256u + (unsigned char)record->country[1];
}

/* What stands behind the comma that follows a name: a country, a state, or both ("Georgia"). */
typedef struct surroundings {
    const bp_place_record *country;
    const bp_division *division;
} surroundings;

/* "New York, California and Texas" is a list. */
static bool goes_on_as_list(const bp_grouping *g, const bp_named *name)
{
    const bp_named *next = name + 1, *last = g->names->items + g->names->count - 1;
    if (name->end >= g->document->tokens.count) return false;
    if (bp_token_is(g->document, name->end, "and") || bp_token_is(g->document, name->end, "or")) return true;
    return name < last && bp_token_is(g->document, name->end, ",") && next->first == name->end + 1 &&
           next->type == BP_PLACE;
}

static surroundings read_surroundings(const bp_grouping *g, const bp_named *name)
{
    const bp_named *next = name + 1;
    surroundings around = { 0 };
    if (next == g->names->items + g->names->count || next->first != name->end + 1 || next->type != BP_PLACE)
        return around;
    if (!bp_token_is(g->document, name->end, ",")) return around;
    const bp_place_record *record = bp_places_named(g->document, next->first, next->end);
    if (record && record->same) around.country = record;
    if (!goes_on_as_list(g, next)) around.division = bp_division_named(g->document, next->first, next->end);
    return around;
}

static bool count_place(bp_grouping *g, uint32_t country)
{
    const uint32_t seen = bp_key_get(&g->places_in, country);
    return bp_key_set(&g->places_in, g->arena, country, seen == BP_NONE ? 1 : seen + 1);
}

/* Of the countries of one name (Congo) the one of which the article names more places. */
static const bp_place_record *likeliest_country(const bp_grouping *g, const bp_place_record *first)
{
    const bp_place_record *best = first;
    uint32_t most = 0;
    for (const bp_place_record *r = first; r->same; r++) {
        const uint32_t places = bp_key_get(&g->places_in, country_key(r));
        if (places != BP_NONE && places > most) {
            most = places;
            best = r;
        }
        if (!r->more) break;
    }
    return best;
}

bool bp_foresee_places(bp_grouping *g)
{
    for (uint32_t i = 0; i < g->names->count; i++) {
        const bp_named *name = &g->names->items[i];
        if (name->type != BP_PLACE) continue;
        const bp_place_record *record = bp_places_named(g->document, name->first, name->end);
        if (record && record->same && !bp_key_set(&g->countries_named, g->arena, country_key(record), i)) return false;
        if (record && !record->more && !count_place(g, country_key(record))) return false;
        const surroundings around = read_surroundings(g, name);
        if (!around.country && !around.division) continue;
        const uint32_t key = bp_form_key(g->document, name);
        if (bp_key_get(&g->surrounded, key) == BP_NONE && !bp_key_set(&g->surrounded, g->arena, key, i)) return false;
    }
    return true;
}

/* "Atlanta, Georgia": the state, and not the country; "Buffalo, New York": nor the city. */
static bool is_state_behind(const bp_grouping *g, const bp_named *name)
{
    if (name == g->names->items || name->first == 0 || !bp_token_is(g->document, name->first - 1, ",")) return false;
    const bp_named *before = name - 1;
    if (before->end != name->first - 1 || before->type != BP_PLACE) return false;
    const bp_division *division = read_surroundings(g, before).division;
    const bp_place_record *r = division ? bp_places_named(g->document, before->first, before->end) : NULL;
    while (r && !bp_division_holds(division, r)) r = r->more ? r + 1 : NULL;
    return r;
}

static const bp_place_record *in_country(const bp_place_record *first, const bp_place_record *country)
{
    for (const bp_place_record *r = first;; r++) {
        if (memcmp(r->country, country->country, sizeof r->country) == 0) return r;
        if (!r->more) return NULL;
    }
}

static const bp_place_record *in_division(const bp_place_record *first, const bp_division *division)
{
    for (const bp_place_record *r = first;; r++) {
        if (bp_division_holds(division, r)) return r;
        if (!r->more) return NULL;
    }
}

/* The largest, or of those in countries that the article names, if any is. */
static const bp_place_record *likeliest(const bp_grouping *g, const bp_place_record *first)
{
    for (const bp_place_record *r = first;; r++) {
        if (bp_key_get(&g->countries_named, country_key(r)) != BP_NONE) return r;
        if (!r->more) return first;
    }
}

/* Which of the places of its name it is; NULL: none of them. */
static const bp_place_record *choose(const bp_grouping *g, const bp_named *name, const bp_place_record *first)
{
    const uint32_t teller = bp_key_get(&g->surrounded, bp_form_key(g->document, name));
    const surroundings none = { 0 };
    const surroundings around = teller == BP_NONE ? none : read_surroundings(g, &g->names->items[teller]);
    if (is_state_behind(g, name)) return NULL;
    if (first->same) return likeliest_country(g, first);
    const bp_place_record *found = around.country ? in_country(first, around.country) : NULL;
    if (!found && around.division) return in_division(first, around.division);
    if (found) return found;
    const bp_division *own = bp_division_named(g->document, name->first, name->end);
    return own && !own->needs_town ? NULL : likeliest(g, first);
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

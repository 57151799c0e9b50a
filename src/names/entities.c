/* Who is who: names become entities, in the order of the article.
 *
 * Exact repeats share a form, and a form one type (votes.c). Then each mention,
 * from the first to the last, finds its entity: a house name by the house, a person
 * by the full name nearest above (persons.c), an organization by acronym, suffix and
 * parts (organizations.c), the others by their form. */
#include "entities.h"

#include "grouping.h"
#include "text/hash.h"

#include <string.h>

enum { MOST_LEFT_OUT = 6 }; /* tokens in front of an ending */

/* ---- forms */

uint32_t bp_form_key(const bp_document *document, const bp_named *name)
{
    const bool counted = name->type == BP_GROUP || name->type == BP_PRODUCT; /* "Serbs", "iPhones" */
    const uint32_t key =
        counted ? bp_singular_key(document, name->first, name->end) : bp_name_key(document, name->first, name->end);
    const uint32_t typed = bp_hash_pair(key, (uint32_t)name->type + 1);
    return typed ? typed : 1;
}

static bool collect_forms(bp_grouping *g)
{
    for (uint32_t i = 0; i < g->names->count; i++) {
        const bp_named *name = &g->names->items[i];
        const uint32_t key = bp_form_key(g->document, name);
        const uint32_t known = bp_key_get(&g->form_of, key);
        if (known != BP_NONE) {
            bp_name_form *form = &g->forms.items[known];
            if (name->score > form->score) form->score = name->score;
            continue;
        }
        bp_name_form *form = bp_push(g->arena, &g->forms);
        if (!form || !bp_key_set(&g->form_of, g->arena, key, g->forms.count - 1)) return false;
        *form = (bp_name_form){ .key = key,
                                .type = name->type,
                                .first = name->first,
                                .end = name->end,
                                .entity = BP_NONE,
                                .score = name->score };
    }
    return true;
}

/* ---- entities */

static bool has_endings(bp_entity_type type)
{
    return type == BP_EVENT || type == BP_WORK || type == BP_PRODUCT || type == BP_LAW;
}

/* "Ottawa Convention" may later be the Convention, "2002 World Cup" the World Cup. */
static bool foresee_endings(bp_grouping *g)
{
    for (uint32_t i = 0; i < g->forms.count; i++) {
        const bp_name_form *form = &g->forms.items[i];
        if (!has_endings(form->type)) continue;
        for (uint32_t first = form->first + 1; first < form->end && first <= form->first + MOST_LEFT_OUT; first++) {
            const bp_named ending = { .type = form->type, .first = first, .end = form->end };
            if (!bp_token_has(g->document, first, BP_CAPITALIZED)) continue;
            if (!bp_set_part(g, &g->endings, bp_form_key(g->document, &ending), i)) return false;
        }
    }
    return true;
}

static uint32_t entity_by_form(bp_grouping *g, const bp_named *name, bp_name_form *form)
{
    if (form->entity != BP_NONE) return form->entity;
    const uint32_t index = has_endings(name->type) ? bp_form_with(&g->endings, form->key) : BP_NONE;
    bp_name_form *longer = index == BP_NONE ? form : &g->forms.items[index];
    if (longer->entity == BP_NONE) longer->entity = bp_new_entity(g, longer->type, longer->first, longer->end);
    return form->entity = longer->entity;
}

/* All spellings of a house name are one entity, called as the house calls it. */
static uint32_t entity_by_house(bp_grouping *g, const bp_named *name, bp_key_map *made)
{
    const bp_house_name *own = &g->house->names.items[name->house];
    uint32_t entity = bp_key_get(made, name->house + 1);
    if (entity != BP_NONE) return entity;
    entity = bp_new_entity(g, name->type, name->first, name->end);
    if (entity == BP_NONE || !bp_key_set(made, g->arena, name->house + 1, entity)) return BP_NONE;
    bp_entity *item = &g->findings->entities.items[entity];
    g->findings->notes.items[entity].house = true;
    const char *label = bp_arena_copy(g->findings->arena, own->name, strlen(own->name));
    const char *id = bp_arena_copy(g->findings->arena, own->id, strlen(own->id));
    if (!label || !id) return BP_NONE;
    item->name = (bp_view){ label, strlen(label) };
    item->house_id = (bp_view){ id, strlen(id) };
    return entity;
}

static uint32_t entity_of(bp_grouping *g, bp_named *name, bp_key_map *house_made)
{
    bp_name_form *form = &g->forms.items[bp_key_get(&g->form_of, bp_form_key(g->document, name))];
    if (name->house != BP_NONE) {
        const uint32_t entity = entity_by_house(g, name, house_made);
        if (form->entity == BP_NONE) form->entity = entity; /* a surname alone may follow it */
        return entity;
    }
    if (name->type == BP_PERSON) return bp_person_of(g, name, form);
    if (name->type == BP_ORGANIZATION) return bp_organization_of(g, name, form);
    if (name->type == BP_PLACE) return bp_place_of(g, name, form);
    return entity_by_form(g, name, form);
}

/* The longest form that the article uses becomes the entity's name. */
static void keep_longest(bp_grouping *g, const bp_named *name)
{
    bp_entity *entity = &g->findings->entities.items[name->entity];
    const bp_view text = bp_text_of(g->document, name->first, name->end);
    if (name->house != BP_NONE || entity->house_id.length || text.length <= entity->name.length) return;
    if (bp_key_get(&g->nicknames, bp_name_key(g->document, name->first, name->end)) != BP_NONE) return;
    if (memchr(text.at, '\n', text.length) == NULL) entity->name = text;
}

/* Ama "Sunny" Nkrumah is Sunny; Ama Nkrumah, known as the Heron, is the Heron. */
static bool learn_nicknames(bp_grouping *g, uint32_t index)
{
    const bp_named *name = &g->names->items[index], *next = name + 1;
    uint32_t first, end;
    if (bp_nickname_in(g->document, name, &first, &end) &&
        !bp_key_set(&g->nicknames, g->arena, bp_name_key(g->document, first, end), name->entity))
        return false;
    if (index + 1 == g->names->count || next->type != BP_PERSON || !bp_is_alias(g->document, name, next)) return true;
    return bp_key_set(&g->nicknames, g->arena, bp_name_key(g->document, next->first, next->end), name->entity);
}

static bool assign_entities(bp_grouping *g)
{
    bp_key_map house_made = { 0 };
    for (uint32_t i = 0; i < g->names->count; i++) {
        bp_named *name = &g->names->items[i];
        name->entity = entity_of(g, name, &house_made);
        if (name->entity == BP_NONE || !learn_nicknames(g, i)) return false;
        keep_longest(g, name);
        if (name->type == BP_PERSON) bp_read_title(g, name);
    }
    return true;
}

bool bp_group_names(const bp_document *document, const bp_house *house, bp_named_list *names, bp_findings *findings)
{
    bp_grouping g = {
        .document = document, .house = house, .arena = document->arena, .findings = findings, .names = names
    };
    return bp_vote(&g) && bp_find_repeats(&g) && collect_forms(&g) && bp_foresee_persons(&g) &&
           bp_foresee_organizations(&g) && bp_foresee_places(&g) && foresee_endings(&g) && assign_entities(&g) &&
           bp_find_nominals(&g);
}

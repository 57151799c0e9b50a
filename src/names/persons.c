/* Persons: "Haradinaj" is the Ramush Haradinaj named last, "Ramush" too; "Tayyip
 * Erdogan" is Recep Tayyip Erdogan. Names in the order surname first are met by
 * the same look-up, since both ends of a name are tried. A name that stands
 * before its full form (in a headline) finds it further down. */
#include "grouping.h"
#include "text/hash.h"

enum { FULL_NAME = 0x50455253 };

/* Particles and generations are no surnames. */
static uint32_t surname_token(const bp_document *document, uint32_t first, uint32_t end)
{
    while (end - 1 > first && (bp_token_classes(document, end - 1) & BP_WORDS_GENERATIONS)) end--;
    return end - 1;
}

/* Both ends of a full name: "Kofi A. Annan" is Kofi Annan. */
static uint32_t ends_key(const bp_document *document, uint32_t first, uint32_t end)
{
    const uint32_t pair =
        bp_hash_pair(bp_token_key(document, first), bp_token_key(document, surname_token(document, first, end)));
    const uint32_t key = bp_hash_pair(pair, FULL_NAME);
    return key ? key : 1;
}

static bool is_full(const bp_document *document, uint32_t first, uint32_t end)
{
    return surname_token(document, first, end) > first;
}

bool bp_foresee_persons(bp_grouping *g)
{
    for (uint32_t i = g->forms.count; i-- > 0;) { /* backwards: the first stays */
        const bp_name_form *form = &g->forms.items[i];
        if (form->type != BP_PERSON || !is_full(g->document, form->first, form->end)) continue;
        const uint32_t surname = surname_token(g->document, form->first, form->end);
        if (!bp_key_set(&g->later_surnames, g->arena, bp_token_key(g->document, surname), i) ||
            !bp_key_set(&g->later_given_names, g->arena, bp_token_key(g->document, form->first), i))
            return false;
    }
    return true;
}

/* Remembers who was last called by these words. */
static bool remember(bp_grouping *g, uint32_t first, uint32_t end, uint32_t entity)
{
    const uint32_t surname = surname_token(g->document, first, end);
    return bp_key_set(&g->surnames, g->arena, bp_token_key(g->document, surname), entity) &&
           bp_key_set(&g->given_names, g->arena, bp_token_key(g->document, first), entity) &&
           bp_key_set(&g->surnames, g->arena, ends_key(g->document, first, end), entity);
}

static bool contains(const bp_document *document, uint32_t first, uint32_t end, uint32_t key)
{
    for (uint32_t i = first; i < end; i++)
        if (bp_token_key(document, i) == key) return true;
    return false;
}

/* A full name that is another one's shortened: every word of it is in there. */
static uint32_t shortened(const bp_grouping *g, uint32_t first, uint32_t end)
{
    const uint32_t form =
        bp_key_get(&g->later_surnames, bp_token_key(g->document, surname_token(g->document, first, end)));
    if (form == BP_NONE || g->forms.items[form].entity == BP_NONE) return BP_NONE;
    const bp_name_form *longer = &g->forms.items[form];
    for (uint32_t i = first; i < end; i++)
        if (!contains(g->document, longer->first, longer->end, bp_token_key(g->document, i))) return BP_NONE;
    return longer->entity;
}

static uint32_t full_person(bp_grouping *g, const bp_named *name, bp_name_form *form)
{
    if (form->entity == BP_NONE) form->entity = bp_key_get(&g->surnames, ends_key(g->document, name->first, name->end));
    if (form->entity == BP_NONE) form->entity = shortened(g, name->first, name->end);
    if (form->entity == BP_NONE) form->entity = bp_new_entity(g, BP_PERSON, name->first, name->end);
    if (form->entity == BP_NONE || !remember(g, name->first, name->end, form->entity)) return BP_NONE;
    return form->entity;
}

/* The full name further down that this one is short for. */
static uint32_t foreseen(bp_grouping *g, uint32_t key)
{
    uint32_t index = bp_key_get(&g->later_surnames, key);
    if (index == BP_NONE) index = bp_key_get(&g->later_given_names, key);
    if (index == BP_NONE) return BP_NONE;
    bp_name_form *form = &g->forms.items[index];
    if (form->entity == BP_NONE) form->entity = bp_new_entity(g, BP_PERSON, form->first, form->end);
    return form->entity;
}

uint32_t bp_person_of(bp_grouping *g, bp_named *name, bp_name_form *form)
{
    if (is_full(g->document, name->first, name->end)) return full_person(g, name, form);
    const uint32_t key = bp_token_key(g->document, name->first);
    uint32_t entity = bp_key_get(&g->surnames, key);
    if (entity == BP_NONE) entity = bp_key_get(&g->given_names, key);
    if (entity == BP_NONE) entity = foreseen(g, key);
    if (entity != BP_NONE) return name->form = BP_SHORT, entity;
    if (form->entity == BP_NONE) form->entity = bp_new_entity(g, BP_PERSON, name->first, name->end);
    return form->entity;
}

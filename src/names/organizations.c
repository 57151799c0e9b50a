/* Organizations: "UNMIK" by the initials of a longer name, "Shell" by its first
 * word, "Acme" as "Acme Ltd" without what only says that it is a company. */
#include "grouping.h"
#include "text/characters.h"
#include "text/hash.h"

enum { LONGEST_ACRONYM = 10 };

static bool is_suffix(const bp_document *document, uint32_t token)
{
    return bp_token_classes(document, token) & BP_WORDS_COMPANY_SUFFIXES;
}

static uint32_t without_suffix(const bp_document *document, uint32_t first, uint32_t end)
{
    while (end - 1 > first &&
           (is_suffix(document, end - 1) || document->tokens.items[end - 1].kind == BP_TOKEN_PUNCTUATION))
        end--;
    return end;
}

static bool is_acronym(const bp_document *document, uint32_t first, uint32_t end)
{
    const bp_token *token = &document->tokens.items[first];
    const uint32_t length = token->end.point - token->start.point;
    return end - first == 1 && length >= 2 && length <= LONGEST_ACRONYM && (token->flags & BP_ALL_CAPITALS);
}

static uint32_t hash_letter(uint32_t hash, uint32_t point)
{
    char bytes[4];
    const size_t length = bp_encode(bp_to_lower(point), bytes);
    for (size_t i = 0; i < length; i++) hash = bp_hash_step(hash, bytes[i]);
    return hash;
}

static uint32_t first_letter(const bp_document *document, uint32_t token)
{
    size_t length;
    return bp_decode(document->text + document->tokens.items[token].start.byte, &length);
}

/* The initials of the words, as an acronym's letters are hashed; `small`: those of small words too. */
static uint32_t initials_key(const bp_document *document, uint32_t first, uint32_t end, bool small)
{
    uint32_t hash = BP_HASH_START, letters = 0;
    for (uint32_t i = first; i < end; i++) {
        const bp_token *token = &document->tokens.items[i];
        if (token->kind != BP_TOKEN_WORD || (token->flags & BP_CLITIC)) continue;
        if (!small && !(token->flags & BP_CAPITALIZED)) continue;
        hash = hash_letter(hash, first_letter(document, i));
        letters++;
    }
    return letters >= 2 ? bp_mix(hash) | 1 : 0;
}

static uint32_t acronym_key(const bp_document *document, uint32_t token)
{
    const bp_view text = bp_token_text(document, token);
    uint32_t hash = BP_HASH_START;
    for (size_t at = 0, length; at < text.length; at += length) {
        const uint32_t point = bp_decode(text.at + at, &length);
        if (bp_character_of(point) == BP_LETTER) hash = hash_letter(hash, point);
    }
    return bp_mix(hash) | 1;
}

static bool set_once(bp_grouping *g, bp_key_map *map, uint32_t key, uint32_t form)
{
    return key == 0 || bp_key_get(map, key) != BP_NONE || bp_key_set(map, g->arena, key, form);
}

bool bp_foresee_organizations(bp_grouping *g)
{
    for (uint32_t i = 0; i < g->forms.count; i++) {
        const bp_name_form *form = &g->forms.items[i];
        if (form->type != BP_ORGANIZATION || form->end - form->first < 2) continue;
        const uint32_t end = without_suffix(g->document, form->first, form->end);
        const bool stem = end < form->end;
        if (!set_once(g, &g->initials, initials_key(g->document, form->first, form->end, false), i) ||
            !set_once(g, &g->initials, initials_key(g->document, form->first, form->end, true), i) ||
            !set_once(g, &g->stems, stem ? bp_name_key(g->document, form->first, end) : 0, i) ||
            !set_once(g, &g->heads, bp_token_key(g->document, form->first), i) ||
            !set_once(g, &g->tails, bp_token_key(g->document, end - 1), i))
            return false;
    }
    return true;
}

static uint32_t entity_of_form(bp_grouping *g, uint32_t index)
{
    if (index == BP_NONE) return BP_NONE;
    bp_name_form *form = &g->forms.items[index];
    if (form->entity == BP_NONE) form->entity = bp_new_entity(g, BP_ORGANIZATION, form->first, form->end);
    return form->entity;
}

/* "Maritime and Dockworkers Union (MDU)": the name in front of the bracket, whatever its initials. */
static uint32_t explained(const bp_grouping *g, const bp_named *name)
{
    const uint32_t index = (uint32_t)(name - g->names->items);
    if (index == 0 || name->first < 2 || !bp_token_is(g->document, name->first - 1, "(")) return BP_NONE;
    const bp_named *before = name - 1;
    if (before->end != name->first - 1 || before->type != name->type) return BP_NONE;
    return before->entity;
}

uint32_t bp_organization_of(bp_grouping *g, bp_named *name, bp_name_form *form)
{
    const bool acronym = is_acronym(g->document, name->first, name->end);
    if (acronym) name->form = BP_ACRONYM;
    if (form->entity != BP_NONE) return form->entity;
    if (acronym) {
        form->entity = explained(g, name);
        if (form->entity == BP_NONE)
            form->entity = entity_of_form(g, bp_key_get(&g->initials, acronym_key(g->document, name->first)));
    }
    const uint32_t key = bp_name_key(g->document, name->first, without_suffix(g->document, name->first, name->end));
    if (form->entity == BP_NONE) form->entity = entity_of_form(g, bp_key_get(&g->stems, key));
    if (form->entity == BP_NONE && name->end - name->first == 1) {
        const uint32_t token = bp_token_key(g->document, name->first);
        uint32_t longer = bp_key_get(&g->heads, token);
        if (longer == BP_NONE) longer = bp_key_get(&g->tails, token);
        form->entity = entity_of_form(g, longer);
        if (form->entity != BP_NONE && !acronym) name->form = BP_SHORT;
    }
    if (form->entity == BP_NONE) form->entity = bp_new_entity(g, BP_ORGANIZATION, name->first, name->end);
    return form->entity;
}

/* The names stage: rules, house style and the tagger; then who is who. */
#include "names.h"

#include "entities.h"
#include "mentions.h"
#include "tagger.h"

#include "keys.h"

/* What patterns find are entities of their own: equal words, equal entity. */
static bool give_entities(const bp_document *document, bp_findings *findings, uint32_t first, bool house)
{
    bp_key_map made = { 0 };
    for (uint32_t i = first; i < findings->mentions.count; i++) {
        bp_mention *mention = &findings->mentions.items[i];
        const bp_span span = mention->span;
        const uint32_t token = bp_token_after(document, span.start.byte);
        const uint32_t end = bp_token_after(document, span.end.byte - 1) + 1;
        const uint32_t key = bp_name_key(document, token, end) + (uint32_t)mention->type;
        mention->entity = bp_key_get(&made, key ? key : 1);
        if (mention->entity != BP_NONE) continue;
        bp_entity *entity = bp_push(findings->arena, &findings->entities);
        bp_entity_note *note = entity ? bp_push(findings->arena, &findings->notes) : NULL;
        if (!note) return false;
        note->house = house;
        mention->entity = findings->entities.count - 1;
        *entity = (bp_entity){ .type = mention->type,
                               .name = { document->text + span.start.byte, span.end.byte - span.start.byte } };
        if (!bp_key_set(&made, document->arena, key ? key : 1, mention->entity)) return false;
    }
    return true;
}

static bool add_mentions(const bp_document *document, const bp_named_list *names, bp_findings *findings)
{
    for (uint32_t i = 0; i < names->count; i++) {
        const bp_named *name = &names->items[i];
        bp_mention *mention = bp_push(findings->arena, &findings->mentions);
        if (!mention) return false;
        *mention = (bp_mention){ .span = bp_span_of(document, name->first, name->end),
                                 .type = findings->entities.items[name->entity].type,
                                 .form = name->form,
                                 .entity = name->entity,
                                 .score = name->score,
                                 .why = name->why };
    }
    return true;
}

bool bp_find_names(const bp_document *document, const bp_rules *rules, const bp_house *house, bp_findings *findings)
{
    bp_tagged_list tagged = { 0 };
    bp_named_list names = { 0 };
    if (!bp_find_tagged(document, document->arena, &tagged)) return false;
    if (!bp_gather_names(document, house, &tagged, &names)) return false;
    if (!bp_join_nicknames(document, &names)) return false;
    if (!bp_apply_appositions(document, &names)) return false;
    if (!bp_group_names(document, house, &names, findings)) return false;
    if (!add_mentions(document, &names, findings)) return false;
    uint32_t first = findings->mentions.count;
    if (!bp_find_rules(rules, document, findings) || !give_entities(document, findings, first, false)) return false;
    first = findings->mentions.count;
    if (house && !bp_find_house_patterns(document, house, findings)) return false;
    if (!give_entities(document, findings, first, true)) return false;
    bp_findings_order(findings);
    return true;
}

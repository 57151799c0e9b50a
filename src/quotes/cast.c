/* The cast: the author is the first person in the byline; the protagonist is
 * named most often, and a headline counts for several, as being named first does. Names in quotations count,
 * too: an interview names its subject there or nowhere. */
#include "quotes/cast.h"

enum { IN_HEADLINE = 3, IN_STANDFIRST = 2, FIRST_NAMED = 2, MUCH_NAMED = 3 };

static uint32_t block_of(const bp_document *document, uint32_t byte, uint32_t block)
{
    while (block + 1 < document->blocks.count && document->blocks.items[block + 1].span.start.byte <= byte) block++;
    return block;
}

static uint32_t weight(bp_role role)
{
    return role == BP_HEADLINE ? IN_HEADLINE : role == BP_STANDFIRST ? IN_STANDFIRST : 1;
}

bool bp_find_cast(const bp_narration *n, bp_cast *cast)
{
    const bp_findings *findings = n->findings;
    uint32_t *counts = bp_arena_take(n->document->arena, findings->entities.count * sizeof *counts);
    *cast = (bp_cast){ BP_NONE, BP_NONE, BP_NONE };
    if (!counts) return false;
    uint32_t block = 0;
    bool begun = false;
    for (uint32_t i = 0; i < findings->mentions.count; i++) {
        const bp_mention *mention = &findings->mentions.items[i];
        if (mention->type != BP_PERSON) continue;
        block = block_of(n->document, mention->span.start.byte, block);
        const bp_role role = n->document->blocks.items[block].role;
        if (role == BP_BYLINE && cast->author == BP_NONE) cast->author = mention->entity;
        const bool first = !begun && role == BP_BODY;
        if (role != BP_BYLINE) counts[mention->entity] += weight(role) + (first ? FIRST_NAMED : 0);
        begun |= first;
    }
    if (cast->author != BP_NONE && counts[cast->author] >= MUCH_NAMED)
        cast->author = BP_NONE; /* an obituary's second line */
    for (uint32_t i = 0; i < findings->entities.count; i++)
        if (i != cast->author && counts[i] && (cast->protagonist == BP_NONE || counts[i] > counts[cast->protagonist]))
            cast->protagonist = i;
    for (uint32_t i = n->units.count; i-- > 0;) {
        const bp_mention *mention = bp_unit_mention(n, i);
        if (mention && mention->entity == cast->protagonist) cast->unit = i;
    }
    return true;
}

/* Barred: whoever is only mentioned in the words that somebody says, or as "my son", hardly says them. */
#include "quotes/people.h"

void bp_people_unbar(bp_people *people)
{
    people->round++;
}

void bp_people_bar_entity(bp_people *people, uint32_t entity)
{
    if (entity != BP_NONE) people->barred[entity] = people->round;
}

/* The first mention that begins at or behind the byte. */
static uint32_t mention_from(const bp_findings *findings, uint32_t byte)
{
    uint32_t low = 0, high = findings->mentions.count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (findings->mentions.items[middle].span.start.byte < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* "my son" is not the speaker. */
static void bar_mine(bp_people *people, uint32_t first_token, uint32_t end_token)
{
    const bp_document *document = people->narration->document;
    for (uint32_t i = first_token; i + 1 < end_token; i++)
        if (bp_token_is(document, i, "my") && (bp_token_classes(document, i + 1) & BP_WORDS_ROLES))
            bp_people_bar_entity(people, bp_roles_of_token(&people->roles, i + 1));
}

void bp_people_bar(bp_people *people, uint32_t first_token, uint32_t end_token)
{
    const bp_findings *findings = people->narration->findings;
    const bp_span span = bp_span_of(people->narration->document, first_token, end_token);
    bar_mine(people, first_token, end_token);
    for (uint32_t i = mention_from(findings, span.start.byte); i < findings->mentions.count; i++) {
        const bp_mention *mention = &findings->mentions.items[i];
        if (mention->span.start.byte >= span.end.byte) break;
        bp_people_bar_entity(people, mention->entity);
    }
}

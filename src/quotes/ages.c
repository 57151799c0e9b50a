/* Ages: "the older woman" of the two whose ages the article told last. */
#include "quotes/ages.h"
#include "quotes/roles.h"

#include <stdlib.h>

enum { FARTHEST = 800 /* units */, OLDEST = 120 /* years */ };

/* X, 34, ... or X (34) ... or X, who is 34: years; 0: none told. */
static int age_behind(const bp_narration *n, uint32_t name)
{
    uint32_t unit = name + 1;
    const uint32_t limit = n->lines.items[bp_unit_at(n, name)->line].end;
    if (unit + 1 >= limit || !(bp_unit_is(n, unit, BP_UNIT_COMMA) || bp_unit_is(n, unit, BP_UNIT_OPEN))) return 0;
    unit++;
    if (unit + 2 < limit && bp_unit_says(n, unit, "who") && bp_unit_says(n, unit + 1, "is")) unit += 2;
    if (!bp_unit_is(n, unit, BP_UNIT_NUMBER) || (unit + 1 < limit && bp_unit_is(n, unit + 1, BP_UNIT_WORD))) return 0;
    const int age = atoi(n->document->text + n->document->tokens.items[bp_unit_at(n, unit)->first].start.byte);
    return age > 0 && age <= OLDEST ? age : 0;
}

/* 1: the older one is asked for, -1: the younger one, 0: neither. */
static int direction(const bp_narration *n, bp_noun_phrase phrase)
{
    for (uint32_t i = phrase.first; i < phrase.end; i++) {
        if (bp_unit_says(n, i, "older") || bp_unit_says(n, i, "elder")) return 1;
        if (bp_unit_says(n, i, "younger")) return -1;
    }
    return 0;
}

uint32_t bp_find_by_age(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    const int wanted = direction(n, phrase);
    const bp_gender gender = bp_gender_of(bp_unit_at(n, phrase.head)->classes);
    const uint32_t least = phrase.first > FARTHEST ? phrase.first - FARTHEST : 0;
    uint32_t found = BP_NONE;
    int years = 0;
    for (uint32_t i = phrase.first; wanted && i > least; i--) {
        const bp_mention *mention = bp_unit_mention(n, i - 1);
        if (!mention || mention->type != BP_PERSON || mention->entity == found) continue;
        const bp_gender known = (bp_gender)people->genders[mention->entity];
        const int age = gender && known && gender != known ? 0 : age_behind(n, i - 1);
        if (!age) continue;
        if (found != BP_NONE) return (age - years) * wanted > 0 ? mention->entity : found;
        found = mention->entity;
        years = age;
    }
    return BP_NONE;
}

/* Ages: "the older woman" of the two whose ages the article told last, or the one told to be old; "the 43-year-old". */
#include "quotes/ages.h"
#include "quotes/roles.h"

#include <stdlib.h>
#include <string.h>

enum { FARTHEST = 800 /* units */, OLDEST = 120, OLD = 60, YOUNG = 30 /* years */ };

static int years_at(const bp_narration *n, uint32_t unit)
{
    const int age = atoi(n->document->text + n->document->tokens.items[bp_unit_at(n, unit)->first].start.byte);
    return age > 0 && age <= OLDEST ? age : 0;
}

/* X, 34, ... or X (34) ... or X, who is 34: years; 0: none told. */
static int age_behind(const bp_narration *n, uint32_t name)
{
    uint32_t unit = name + 1;
    const uint32_t limit = n->lines.items[bp_unit_at(n, name)->line].end;
    if (unit + 1 >= limit || !(bp_unit_is(n, unit, BP_UNIT_COMMA) || bp_unit_is(n, unit, BP_UNIT_OPEN))) return 0;
    unit++;
    if (unit + 1 < limit && bp_unit_says(n, unit, "aged")) unit++;
    if (unit + 2 < limit && bp_unit_says(n, unit, "who") && bp_unit_says(n, unit + 1, "is")) unit += 2;
    if (!bp_unit_is(n, unit, BP_UNIT_NUMBER) || (unit + 1 < limit && bp_unit_is(n, unit + 1, BP_UNIT_WORD))) return 0;
    return years_at(n, unit);
}

/* "the 43-year-old", years; 0: no such phrase. */
static int age_asked(const bp_narration *n, bp_noun_phrase phrase)
{
    for (uint32_t i = phrase.first; i < phrase.end; i++) {
        const bp_view text = bp_token_text(n->document, bp_unit_at(n, i)->first);
        if (text.at[0] < '0' || text.at[0] > '9') continue;
        const char *behind = text.at + text.length, *end = n->document->text + n->document->length;
        return end - behind > 9 && memcmp(behind, "-year-old", 9) == 0 ? years_at(n, i) : 0;
    }
    return 0;
}

/* Whoever was told to be of that age, last; BP_NONE: nobody. */
static uint32_t find_aged(const bp_people *people, bp_noun_phrase phrase, int age)
{
    const bp_narration *n = people->narration;
    const uint32_t least = phrase.first > FARTHEST ? phrase.first - FARTHEST : 0;
    for (uint32_t i = phrase.first; i > least; i--) {
        const bp_mention *mention = bp_unit_mention(n, i - 1);
        if (mention && mention->type == BP_PERSON && age_behind(n, i - 1) == age) return mention->entity;
    }
    return BP_NONE;
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

/* "the older woman", though only one age was told: hers if it is high, the younger one's if it is low. */
static bool is_only_such(int wanted, int years)
{
    return (wanted > 0 && years >= OLD) || (wanted < 0 && years > 0 && years <= YOUNG);
}

uint32_t bp_find_by_age(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    const int wanted = direction(n, phrase), asked = wanted ? 0 : age_asked(n, phrase);
    if (asked) return find_aged(people, phrase, asked);
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
    return is_only_such(wanted, years) ? found : BP_NONE;
}

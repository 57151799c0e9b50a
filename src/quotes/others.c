/* Others: "her colleague" is not she but the one beside her, "his brother" whoever
 * bears his surname. */
#include "quotes/people.h"

#include <string.h>

bool bp_is_owned(const bp_narration *n, bp_noun_phrase phrase)
{
    return bp_is_word_in(n, phrase.first, BP_WORDS_DETERMINERS) &&
           bp_unit_in(n, phrase.first, BP_WORDS_MEN | BP_WORDS_WOMEN);
}

const bp_person *bp_people_other(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    bool alone;
    bp_wanted wanted = { BP_PERSON, bp_gender_of(bp_unit_at(n, phrase.first)->classes), phrase.head, BP_NONE, false };
    const bp_person *owner = bp_people_find(people, &wanted, &alone);
    if (!owner || owner->entity == BP_NONE) return NULL;
    wanted.gender = bp_gender_of(bp_unit_at(n, phrase.head)->classes);
    wanted.except = owner->entity;
    return bp_people_find(people, &wanted, &alone);
}

/* The last word of a name. */
static bp_view surname_of(const bp_people *people, uint32_t entity)
{
    const bp_view name = people->narration->findings->entities.items[entity].name;
    size_t from = name.length;
    while (from > 0 && name.at[from - 1] != ' ') from--;
    return (bp_view){ name.at + from, from ? name.length - from : 0 };
}

const bp_person *bp_people_kin(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    bool alone;
    const bp_wanted owned = { BP_PERSON, bp_gender_of(bp_unit_at(n, phrase.first)->classes), phrase.head, BP_NONE,
                              false };
    const bp_person *owner = bp_people_find(people, &owned, &alone);
    if (!owner || owner->entity == BP_NONE) return NULL;
    const bp_view surname = surname_of(people, owner->entity);
    const bp_gender gender = bp_gender_of(bp_unit_at(n, phrase.head)->classes);
    const uint32_t least = people->count > BP_PEOPLE_REMEMBERED ? people->count - BP_PEOPLE_REMEMBERED : 0;
    for (uint32_t i = people->count; surname.length && i > least; i--) {
        const bp_person *person = &people->recent[(i - 1) % BP_PEOPLE_REMEMBERED];
        if (person->entity == BP_NONE || person->entity == owner->entity) continue;
        const bp_view other = surname_of(people, person->entity);
        if (other.length != surname.length || memcmp(other.at, surname.at, other.length) != 0) continue;
        const bp_gender known = bp_person_gender(people, person);
        if (!gender || !known || known == gender) return person;
    }
    return NULL;
}

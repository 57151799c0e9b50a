/* Others: "her colleague" is not she but the one beside her, "the carver" who carved, "his brother" whoever
 * bears his surname, "the barber" the one whom the article is about. */
#include "quotes/people.h"
#include "quotes/subjects.h"

#include <string.h>

enum {
    FARTHEST_DOER = 600 /* units */,
    SHORTEST_DOER = 4 /* bytes */,
    LONGEST_ENDING = 3 /* bytes */,
    SHORTEST_SURNAME = 3 /* bytes */
};

const bp_person *bp_people_other(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    bool alone;
    bp_wanted wanted = { BP_PERSON, bp_gender_of(bp_unit_at(n, phrase.first)->classes), phrase.head, BP_NONE, false,
                         false };
    const bp_person *owner = bp_people_find(people, &wanted, &alone);
    if (!owner || owner->entity == BP_NONE) return NULL;
    wanted.gender = bp_gender_of(bp_unit_at(n, phrase.head)->classes);
    wanted.except = owner->entity;
    return bp_people_find(people, &wanted, &alone);
}

/* "carver" of "carved", "owner" of "owns": the same stem, then an ending of a verb. */
static bool is_doing(bp_view noun, bp_view verb)
{
    const size_t stem = noun.length - 2;
    if (verb.length <= stem || verb.length > stem + LONGEST_ENDING || memcmp(noun.at, verb.at, stem) != 0) return false;
    const char last = verb.at[verb.length - 1];
    return last == 's' || last == 'd' || last == 'g';
}

/* "X, who carved", "X carves", "X is 68 and carved", "X was up a ladder, carving": who does it; BP_NONE: nobody with a
 * name. */
static uint32_t subject_of(const bp_narration *n, uint32_t verb)
{
    uint32_t name = verb - 1;
    if (bp_unit_ends(n, verb, "ing") || bp_unit_says(n, name, "and")) {
        const bp_subject subject = bp_main_subject(n, verb, n->lines.items[bp_unit_at(n, verb)->line].first);
        if (!subject.way) return BP_NONE;
        name = subject.phrase.head;
    } else if (bp_unit_says(n, name, "who") && bp_unit_is(n, name - 1, BP_UNIT_COMMA)) {
        name -= 2;
    }
    const bp_mention *mention = bp_unit_mention(n, name);
    return mention && mention->type == BP_PERSON ? mention->entity : BP_NONE;
}

uint32_t bp_people_doer(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    const bp_view noun = bp_token_word(n->document, bp_unit_at(n, phrase.head)->first)->lower;
    const bool doer = noun.length > SHORTEST_DOER && memcmp(noun.at + noun.length - 1, "r", 1) == 0 &&
                      (noun.at[noun.length - 2] == 'e' || noun.at[noun.length - 2] == 'o');
    if (!doer || !bp_unit_says(n, phrase.first, "the")) return BP_NONE;
    const uint32_t least = phrase.first > FARTHEST_DOER ? phrase.first - FARTHEST_DOER : 0;
    for (uint32_t i = phrase.first; i > least + 3; i--) {
        if (!bp_unit_is(n, i - 1, BP_UNIT_WORD)) continue;
        const bp_view verb = bp_token_word(n->document, bp_unit_at(n, i - 1)->first)->lower;
        const uint32_t entity = is_doing(noun, verb) ? subject_of(n, i - 1) : BP_NONE;
        if (entity != BP_NONE) return entity;
    }
    return BP_NONE;
}

const bp_person *bp_people_only(const bp_people *people, uint32_t unit)
{
    const bp_narration *n = people->narration;
    const uint32_t block = n->lines.items[bp_unit_at(n, unit)->line].block;
    const uint32_t least = people->count > BP_PEOPLE_REMEMBERED ? people->count - BP_PEOPLE_REMEMBERED : 0;
    const bp_person *only = NULL;
    for (uint32_t i = people->count; i > least; i--) {
        const bp_person *person = &people->recent[(i - 1) % BP_PEOPLE_REMEMBERED];
        if (n->lines.items[person->line].block != block) break;
        if (person->entity == BP_NONE || n->findings->entities.items[person->entity].type != BP_PERSON) continue;
        if (only && only->entity != person->entity) return NULL;
        only = person;
    }
    return only;
}

const bp_person *bp_people_main(const bp_people *people, const bp_wanted *wanted)
{
    const uint32_t least = people->count > BP_PEOPLE_REMEMBERED ? people->count - BP_PEOPLE_REMEMBERED : 0;
    const uint32_t entity = people->cast.protagonist;
    if (entity == BP_NONE || entity == wanted->except || entity == people->answered) return NULL;
    for (uint32_t i = people->count; i > least; i--) {
        const bp_person *person = &people->recent[(i - 1) % BP_PEOPLE_REMEMBERED];
        if (person->entity != entity) continue;
        const bp_gender known = bp_person_gender(people, person);
        return wanted->gender && known && known != wanted->gender ? NULL : person;
    }
    return NULL;
}

/* The name of a person, without the first word. */
static bp_view surnames_of(const bp_people *people, uint32_t entity)
{
    const bp_view name = people->narration->findings->entities.items[entity].name;
    const char *space = memchr(name.at, ' ', name.length);
    const size_t from = space ? (size_t)(space - name.at) + 1 : name.length;
    return (bp_view){ name.at + from, name.length - from };
}

/* Does one of the words, as long as a surname, stand in the other name, too: Cuero in Cuero Angulo? */
static bool share_surname(bp_view a, bp_view b)
{
    for (size_t first = 0, end; first < a.length; first = end + 1) {
        for (end = first; end < a.length && a.at[end] != ' ';) end++;
        const size_t length = end - first;
        for (size_t i = 0; length >= SHORTEST_SURNAME && i + length <= b.length; i++) {
            const bool begins = i == 0 || b.at[i - 1] == ' ';
            const bool ends = i + length == b.length || b.at[i + length] == ' ';
            if (begins && ends && memcmp(a.at + first, b.at + i, length) == 0) return true;
        }
    }
    return false;
}

const bp_person *bp_people_kin(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    bool alone;
    const bp_wanted owned = { BP_PERSON,   bp_gender_of(bp_unit_at(n, phrase.first)->classes),
                              phrase.head, BP_NONE,
                              false,       false };
    const bp_person *owner = bp_people_find(people, &owned, &alone);
    if (!owner || owner->entity == BP_NONE) return NULL;
    const bp_view surnames = surnames_of(people, owner->entity);
    const bp_gender gender = bp_gender_of(bp_unit_at(n, phrase.head)->classes);
    const uint32_t least = people->count > BP_PEOPLE_REMEMBERED ? people->count - BP_PEOPLE_REMEMBERED : 0;
    for (uint32_t i = people->count; surnames.length && i > least; i--) {
        const bp_person *person = &people->recent[(i - 1) % BP_PEOPLE_REMEMBERED];
        if (person->entity == BP_NONE || person->entity == owner->entity) continue;
        if (!share_surname(surnames, surnames_of(people, person->entity))) continue;
        const bp_gender known = bp_person_gender(people, person);
        if (!gender || !known || known == gender) return person;
    }
    return NULL;
}

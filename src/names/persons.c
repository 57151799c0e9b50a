/* Persons: "Haradinaj" is the Ramush Haradinaj named last, "Ramush" too; "Tayyip
 * Erdogan" is Recep Tayyip Erdogan. A name's words are what white space parts:
 * "Kerry-Ann" is one. Names in the order surname first are met by the same
 * look-up, since both ends of a name are tried, and then what stands between
 * ("Recio" and "Blanca Recio" of Blanca Recio Moncada). A name that stands before its full form (in
 * a headline) finds it further down. A title that tells a gender passes over
 * people of the other. */
#include "grouping.h"
#include "lists.h"
#include "text/hash.h"

#include <string.h>

enum {
    FULL_NAME = 0x50455253,
    MOST_NAMESAKES = 4,
    LEAST_SLIPPED = 6 /* bytes */,
    MOST_FORMS = 200,
    PRONOUN_REACH = 30 /* tokens */
};

typedef struct words {
    uint32_t first, end; /* tokens, half open */
} words;

/* The last word: particles and generations ("Jr.") are no surnames. */
static words last_word(const bp_document *document, words name)
{
    while (name.end - 1 > name.first && (bp_token_classes(document, name.end - 1) & BP_WORDS_GENERATIONS)) name.end--;
    uint32_t first = name.end - 1;
    while (first > name.first && !bp_token_has(document, first, BP_SPACE_BEFORE)) first--;
    return (words){ first, name.end };
}

static words first_word(const bp_document *document, words name)
{
    uint32_t end = name.first + 1;
    while (end < name.end && !bp_token_has(document, end, BP_SPACE_BEFORE)) end++;
    return (words){ name.first, end };
}

static uint32_t key_of(const bp_document *document, words w)
{
    return bp_name_key(document, w.first, w.end);
}

/* What tells father and son apart, "Jr." or "III"; 0: nothing does. */
static uint32_t generation(const bp_document *document, words name)
{
    return last_word(document, name).end < name.end ? bp_token_key(document, name.end - 1) : 0;
}

/* Both ends of a full name: "Kofi A. Annan" is Kofi Annan. */
static uint32_t ends_key(const bp_document *document, words name)
{
    const uint32_t pair =
        bp_hash_pair(key_of(document, first_word(document, name)), key_of(document, last_word(document, name)));
    const uint32_t key = bp_hash_pair(pair, FULL_NAME);
    return key ? key : 1;
}

static bool is_full(const bp_document *document, words name)
{
    return last_word(document, name).first > name.first;
}

/* Sets the value for each word between the ends. */
static bool set_inner(bp_grouping *g, bp_key_map *map, words name, uint32_t value)
{
    const uint32_t last = last_word(g->document, name).first;
    for (words w = first_word(g->document, name); w.end < last;) {
        w = first_word(g->document, (words){ w.end, name.end });
        if (w.first < last && !bp_key_set(map, g->arena, key_of(g->document, w), value)) return false;
    }
    return true;
}

bool bp_foresee_persons(bp_grouping *g)
{
    for (uint32_t i = g->forms.count; i-- > 0;) { /* backwards: the first stays */
        const bp_name_form *form = &g->forms.items[i];
        const words name = { form->first, form->end };
        if (form->type != BP_PERSON || !is_full(g->document, name)) continue;
        if (!bp_key_set(&g->later_surnames, g->arena, key_of(g->document, last_word(g->document, name)), i) ||
            !bp_key_set(&g->later_given_names, g->arena, key_of(g->document, first_word(g->document, name)), i) ||
            !set_inner(g, &g->later_inner_names, name, i))
            return false;
    }
    return true;
}

/* Remembers who was last called by these words; of one surname, who before. */
static bool remember(bp_grouping *g, words name, uint32_t entity)
{
    const uint32_t surname = key_of(g->document, last_word(g->document, name));
    const uint32_t before = bp_key_get(&g->surnames, surname);
    if (before != BP_NONE && before != entity && bp_key_get(&g->namesakes, entity + 1) == BP_NONE &&
        bp_key_get(&g->namesakes, before + 1) != entity && !bp_key_set(&g->namesakes, g->arena, entity + 1, before))
        return false;
    const uint32_t own = generation(g->document, name);
    if (own != 0 && !bp_key_set(&g->generations, g->arena, entity + 1, own)) return false;
    return bp_key_set(&g->surnames, g->arena, surname, entity) &&
           bp_key_set(&g->given_names, g->arena, key_of(g->document, first_word(g->document, name)), entity) &&
           bp_key_set(&g->full_names, g->arena, ends_key(g->document, name), entity) &&
           set_inner(g, &g->inner_names, name, entity);
}

static bool contains(const bp_document *document, words name, uint32_t key)
{
    for (uint32_t i = name.first; i < name.end; i++)
        if (bp_token_key(document, i) == key) return true;
    return false;
}

/* A full name that is another one's shortened: every word of it is in there. */
static uint32_t shortened(const bp_grouping *g, words name)
{
    const uint32_t index = bp_key_get(&g->later_surnames, key_of(g->document, last_word(g->document, name)));
    if (index == BP_NONE || g->forms.items[index].entity == BP_NONE) return BP_NONE;
    const bp_name_form *longer = &g->forms.items[index];
    for (uint32_t i = name.first; i < name.end; i++)
        if (!contains(g->document, (words){ longer->first, longer->end }, bp_token_key(g->document, i))) return BP_NONE;
    return longer->entity;
}

/* Somebody with both ends of the name, and of no other generation. */
static uint32_t by_ends(const bp_grouping *g, words name)
{
    const uint32_t entity = bp_key_get(&g->full_names, ends_key(g->document, name));
    const uint32_t own = generation(g->document, name);
    if (entity == BP_NONE || own == 0) return entity;
    const uint32_t known = bp_key_get(&g->generations, entity + 1);
    return known == BP_NONE || known == own ? entity : BP_NONE;
}

/* The person of a form further down. */
static uint32_t person_of_form(bp_grouping *g, uint32_t index)
{
    bp_name_form *form = &g->forms.items[index];
    if (form->entity == BP_NONE) form->entity = by_ends(g, (words){ form->first, form->end });
    if (form->entity == BP_NONE) form->entity = bp_new_entity(g, BP_PERSON, form->first, form->end);
    return form->entity;
}

/* Blanca Recio | Moncada: the first surname of two. */
static uint32_t without_last(bp_grouping *g, words name)
{
    const uint32_t given = key_of(g->document, first_word(g->document, name));
    const uint32_t inner = key_of(g->document, last_word(g->document, name));
    const uint32_t entity = bp_key_get(&g->inner_names, inner);
    if (entity != BP_NONE) return entity == bp_key_get(&g->given_names, given) ? entity : BP_NONE;
    const uint32_t index = bp_key_get(&g->later_inner_names, inner);
    return index == BP_NONE || index != bp_key_get(&g->later_given_names, given) ? BP_NONE : person_of_form(g, index);
}

/* "Ama Nkrumah and her cousin", "Ama Nkrumah tunes. She is 68": the first pronoun of the sentence that names the entity
 * first, or the one that opens the next sentence, where the name opens its own. */
static bp_gender told_by_pronoun(const bp_grouping *g, uint32_t entity)
{
    const bp_document *document = g->document;
    const uint32_t first = g->findings->notes.items[entity].first, sentence = document->tokens.items[first].sentence;
    const bp_sentence *own = &document->sentences.items[sentence];
    const bool goes_on = first == own->first && sentence + 1 < document->sentences.count &&
                         document->sentences.items[sentence + 1].block == own->block;
    for (uint32_t i = first; i < own->end + goes_on && i - first < PRONOUN_REACH; i++) {
        const uint64_t classes = bp_token_classes(document, i);
        if (!(classes & (BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_DETERMINERS))) continue;
        if (classes & BP_WORDS_MEN) return BP_MALE;
        if (classes & BP_WORDS_WOMEN) return BP_FEMALE;
    }
    return BP_GENDER_UNKNOWN;
}

/* May somebody of this gender be the entity? */
static bool agrees(const bp_grouping *g, uint32_t entity, bp_gender gender)
{
    if (gender == BP_GENDER_UNKNOWN) return true;
    bp_gender known = g->findings->notes.items[entity].gender;
    if (known == BP_GENDER_UNKNOWN) known = told_by_pronoun(g, entity);
    return known == BP_GENDER_UNKNOWN || known == gender;
}

/* ---- slips of the pen */

/* One letter more, less or another, or two that changed places, inside the word. */
static bool is_slip(bp_view a, bp_view b)
{
    const size_t shorter = a.length < b.length ? a.length : b.length, longer = a.length + b.length - shorter;
    if (shorter < LEAST_SLIPPED || longer > shorter + 1) return false;
    size_t first = 0, last = 0;
    while (first < shorter && a.at[first] == b.at[first]) first++;
    while (last < shorter - first && a.at[a.length - 1 - last] == b.at[b.length - 1 - last]) last++;
    if (first == 0 || last == 0) return false;
    const size_t differ = shorter - first - last;
    if (longer > shorter || differ < 2) return longer > shorter ? differ == 0 : differ == 1;
    return differ == 2 && a.at[first] == b.at[first + 1] && a.at[first + 1] == b.at[first];
}

static bp_view text_of(const bp_document *document, words w)
{
    return bp_text_of(document, w.first, w.end);
}

static bool is_same_word(const bp_document *document, words a, words b)
{
    return key_of(document, a) == key_of(document, b);
}

/* The one full name whose surname this one's is but for a slip; of a full name the rest must be the same. */
static uint32_t misspelt(bp_grouping *g, words name, bp_gender gender)
{
    const words own = last_word(g->document, name);
    uint32_t found = BP_NONE;
    for (uint32_t i = 0; i < g->forms.count && i < MOST_FORMS; i++) {
        const bp_name_form *form = &g->forms.items[i];
        const words full = { form->first, form->end };
        if (form->type != BP_PERSON || form->entity == BP_NONE || form->entity == found) continue;
        if (!is_full(g->document, full)) continue;
        if (!is_slip(text_of(g->document, own), text_of(g->document, last_word(g->document, full)))) continue;
        if (is_full(g->document, name) &&
            !is_same_word(g->document, first_word(g->document, name), first_word(g->document, full)))
            continue;
        if (found != BP_NONE || !agrees(g, form->entity, gender)) return BP_NONE;
        found = form->entity;
    }
    return found;
}

/* The one of this surname named last who may be meant. */
static uint32_t by_surname(const bp_grouping *g, uint32_t key, bp_gender gender)
{
    uint32_t entity = bp_key_get(&g->surnames, key);
    for (int i = 0; i < MOST_NAMESAKES && entity != BP_NONE; i++) {
        if (agrees(g, entity, gender)) return entity;
        entity = bp_key_get(&g->namesakes, entity + 1);
    }
    return BP_NONE;
}

/* "Ato Getachew": a title that may be a first name, too, and somebody who is called so. */
static uint32_t entitled(const bp_grouping *g, words name)
{
    const words first = first_word(g->document, name), last = last_word(g->document, name);
    if (first.end != last.first || !(bp_listed(g->document, first.first, 1) & BP_LISTED_TITLE)) return BP_NONE;
    const uint32_t key = key_of(g->document, last), entity = by_surname(g, key, BP_GENDER_UNKNOWN);
    return entity == BP_NONE ? bp_key_get(&g->given_names, key) : entity;
}

static bool is_initial(bp_view word)
{
    return word.length == 1 || (word.length > 1 && word.at[1] == '.');
}

/* "J. Mensah" and "John Mensah" are one person; the full name is kept. */
static uint32_t by_initial(bp_grouping *g, words name, bp_gender gender)
{
    const uint32_t entity = bp_key_get(&g->surnames, key_of(g->document, last_word(g->document, name)));
    if (entity == BP_NONE || !agrees(g, entity, gender)) return BP_NONE;
    bp_view *other = &g->findings->entities.items[entity].name;
    const bp_view own = text_of(g->document, name);
    if (own.length == 0 || other->length == 0 || own.at[0] != other->at[0]) return BP_NONE;
    if (!is_initial(own) && !is_initial(*other)) return BP_NONE;
    if (is_initial(*other) && !is_initial(own)) *other = own;
    return entity;
}

/* Do these words stand in the name, one by one and in their order? */
static bool holds(bp_view name, bp_view part)
{
    size_t from = 0, to = 0;
    for (size_t i = 0; i <= name.length && from < part.length; i++) {
        if (i < name.length && name.at[i] != ' ') continue;
        size_t end = from;
        while (end < part.length && part.at[end] != ' ') end++;
        if (i - to == end - from && memcmp(name.at + to, part.at + from, i - to) == 0) from = end + 1;
        to = i + 1;
    }
    return from > part.length;
}

/* Teodora Quist, and further down Maria Teodora Quist: a given name more. The name is the one first told. */
static uint32_t lengthened(bp_grouping *g, words name, bp_gender gender)
{
    const words surname = last_word(g->document, name);
    const uint32_t entity = bp_key_get(&g->surnames, key_of(g->document, surname));
    if (entity == BP_NONE || !agrees(g, entity, gender)) return BP_NONE;
    const bp_view other = g->findings->entities.items[entity].name, own = text_of(g->document, name);
    const size_t family = text_of(g->document, surname).length;
    return other.length > family + 1 && own.length > other.length && holds(own, other) ? entity : BP_NONE;
}

static uint32_t full_person(bp_grouping *g, words name, bp_name_form *form, bp_gender gender)
{
    if (form->entity == BP_NONE) form->entity = by_ends(g, name);
    if (form->entity == BP_NONE) form->entity = shortened(g, name);
    if (form->entity == BP_NONE) form->entity = without_last(g, name);
    if (form->entity == BP_NONE) form->entity = entitled(g, name);
    if (form->entity == BP_NONE) form->entity = by_initial(g, name, gender);
    if (form->entity == BP_NONE) form->entity = lengthened(g, name, gender);
    if (form->entity == BP_NONE) form->entity = misspelt(g, name, BP_GENDER_UNKNOWN);
    if (form->entity == BP_NONE) form->entity = bp_new_entity(g, BP_PERSON, name.first, name.end);
    if (form->entity == BP_NONE || !remember(g, name, form->entity)) return BP_NONE;
    return form->entity;
}

/* The full name further down that this one is short for. */
static uint32_t foreseen(bp_grouping *g, uint32_t key, bp_gender gender)
{
    uint32_t index = bp_key_get(&g->later_surnames, key);
    if (index == BP_NONE) index = bp_key_get(&g->later_given_names, key);
    if (index == BP_NONE) index = bp_key_get(&g->later_inner_names, key);
    const uint32_t entity = index == BP_NONE ? BP_NONE : person_of_form(g, index);
    return entity != BP_NONE && agrees(g, entity, gender) ? entity : BP_NONE;
}

static bool joins_names(const bp_document *document, uint32_t token)
{
    return bp_token_is(document, token, "and") || bp_token_is(document, token, "&");
}

/* "Ama and Kofi Nkrumah": the surname is Ama's, too. BP_NONE: no such pair, or no
 * memory, which `done` tells. */
static uint32_t first_of_pair(bp_grouping *g, const bp_named *name, bool *done)
{
    const bp_named *last = g->names->items + g->names->count - 1;
    *done = true;
    if (name == last || name[1].type != BP_PERSON || name[1].first != name->end + 1) return BP_NONE;
    const words full = { name[1].first, name[1].end };
    if (!joins_names(g->document, name->end) || !is_full(g->document, full)) return BP_NONE;
    const words surname = last_word(g->document, full);
    const bp_view given = bp_text_of(g->document, name->first, name->end);
    const bp_view family = bp_text_of(g->document, surname.first, surname.end);
    char *both = bp_arena_take(g->findings->arena, given.length + family.length + 1);
    const uint32_t entity = both ? bp_new_entity(g, BP_PERSON, name->first, name->end) : BP_NONE;
    *done = entity != BP_NONE &&
            bp_key_set(&g->given_names, g->arena, key_of(g->document, (words){ name->first, name->end }), entity);
    if (!*done) return BP_NONE;
    memcpy(both, given.at, given.length);
    both[given.length] = ' ';
    memcpy(both + given.length + 1, family.at, family.length);
    g->findings->entities.items[entity].name = (bp_view){ both, given.length + family.length + 1 };
    return entity;
}

uint32_t bp_person_of(bp_grouping *g, bp_named *name, bp_name_form *form)
{
    const words w = { name->first, name->end };
    const uint32_t nicknamed = bp_key_get(&g->nicknames, key_of(g->document, w));
    if (nicknamed != BP_NONE) return name->form = BP_SHORT, nicknamed;
    if (is_full(g->document, w)) return full_person(g, w, form, bp_title_gender(g->document, name));
    const uint32_t key = key_of(g->document, last_word(g->document, w));
    const bp_gender gender = bp_title_gender(g->document, name);
    uint32_t entity = by_surname(g, key, gender);
    if (entity == BP_NONE) entity = bp_key_get(&g->given_names, key);
    if (entity == BP_NONE) entity = bp_key_get(&g->inner_names, key);
    if (entity == BP_NONE) entity = foreseen(g, key, gender);
    if (entity != BP_NONE) return name->form = BP_SHORT, entity;
    bool done = true;
    if (form->entity == BP_NONE) form->entity = first_of_pair(g, name, &done);
    if (!done) return BP_NONE;
    if (form->entity == BP_NONE) {
        entity = misspelt(g, w, gender);
        if (entity != BP_NONE && !bp_key_set(&g->surnames, g->arena, key, entity)) return BP_NONE;
        if (entity != BP_NONE) return name->form = BP_SHORT, entity;
    }
    if (form->entity == BP_NONE) form->entity = bp_new_entity(g, BP_PERSON, name->first, name->end);
    return form->entity;
}

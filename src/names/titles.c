/* Titles and roles: "Prime Minister Ramush Haradinaj", "Ama Nkrumah, the
 * transport minister,". The words in front of a name or behind its comma that
 * hold a noun for a person become the entity's role; titles and such nouns tell
 * its gender, and where they do not, the first name may. */
#include "grouping.h"
#include "lists.h"
#include "text/characters.h"

enum { MOST_BEFORE = 6, MOST_AFTER = 14 };

static uint64_t classes_at(const bp_grouping *g, uint32_t token)
{
    return bp_token_classes(g->document, token);
}

static bool is_word(const bp_grouping *g, uint32_t token)
{
    return g->document->tokens.items[token].kind == BP_TOKEN_WORD && !bp_token_has(g->document, token, BP_CLITIC);
}

/* Words that a role does not reach over. */
static bool is_boundary(const bp_grouping *g, uint32_t token)
{
    return classes_at(g, token) & (BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS | BP_WORDS_DETERMINERS |
                                   BP_WORDS_AUXILIARIES | BP_WORDS_SUBORDINATORS | BP_WORDS_CUE_SAY |
                                   BP_WORDS_CUE_TELL | BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_RELATIVES);
}

static bool is_hyphen(const bp_grouping *g, uint32_t token)
{
    return g->document->text[g->document->tokens.items[token].start.byte] == '-' &&
           !bp_token_has(g->document, token, BP_SPACE_BEFORE);
}

/* The first token of the role that ends before `name`, or its own first token. */
static uint32_t role_before(const bp_grouping *g, const bp_named *name)
{
    const bp_sentence *sentence = &g->document->sentences.items[g->document->tokens.items[name->first].sentence];
    const uint32_t index = (uint32_t)(name - g->names->items);
    uint32_t least = sentence->first, first = name->first;
    if (index && name[-1].end > least) least = name[-1].end; /* not into another name */
    if (first > least + MOST_BEFORE) least = first - MOST_BEFORE;
    if (first == least || !(classes_at(g, first - 1) & BP_WORDS_ROLES)) return name->first;
    while (first > least && (is_word(g, first - 1) || is_hyphen(g, first - 1)) && !is_boundary(g, first - 1)) first--;
    return first;
}

static bool is_comma(const bp_grouping *g, uint32_t token)
{
    return bp_token_is(g->document, token, ",");
}

/* Behind ", 58," and ", aged 58,"; where there is no age, where it began. */
static uint32_t behind_age(const bp_grouping *g, uint32_t first, uint32_t last)
{
    uint32_t age = first;
    if (age < last && (bp_token_is(g->document, age, "aged") || bp_token_is(g->document, age, "age"))) age++;
    if (age + 2 >= last || !is_comma(g, age + 1) || !bp_token_has(g->document, age, BP_HAS_DIGIT)) return first;
    return bp_token_text(g->document, age).length <= 3 ? age + 2 : first;
}

/* The apposition behind the name: [first, end) of ", the transport minister," or nothing. */
static uint32_t role_after(const bp_grouping *g, const bp_named *name, uint32_t *end)
{
    const uint32_t last = g->document->sentences.items[g->document->tokens.items[name->first].sentence].end;
    uint32_t first = name->end + 1;
    bool found = false;
    *end = first;
    if (name->end >= last || !is_comma(g, name->end)) return first;
    *end = first = behind_age(g, first, last);
    if (first < last && (classes_at(g, first) & BP_WORDS_DETERMINERS)) first++;
    for (*end = first; *end < last && *end - first < MOST_AFTER && !is_comma(g, *end); ++*end) {
        const uint64_t classes = classes_at(g, *end);
        if (!found && (classes & BP_WORDS_ROLES)) found = true;
        if (!found && is_boundary(g, *end) && !is_hyphen(g, *end)) break;
        if (classes & (BP_WORDS_RELATIVES | BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL | BP_WORDS_AUXILIARIES)) break;
        if (g->document->text[g->document->tokens.items[*end].start.byte] == '.') break;
    }
    if (!found) *end = first;
    return first;
}

static void set_gender(bp_grouping *g, uint32_t entity, bp_gender gender, bool certain)
{
    bp_entity_note *note = &g->findings->notes.items[entity];
    if (gender == BP_GENDER_UNKNOWN || (note->gender != BP_GENDER_UNKNOWN && (note->certain || !certain))) return;
    note->gender = gender;
    note->certain = certain;
}

static bp_gender gender_of(uint64_t classes)
{
    const bool man = classes & BP_WORDS_MEN, woman = classes & BP_WORDS_WOMEN;
    return man == woman ? BP_GENDER_UNKNOWN : man ? BP_MALE : BP_FEMALE;
}

/* The gender that a role's noun tells: "chairman of the King's bank" speaks of a chairman. */
static bp_gender gender_of_role(const bp_grouping *g, uint32_t first, uint32_t end)
{
    uint32_t head = first;
    while (head < end && !(classes_at(g, head) & (BP_WORDS_PREPOSITIONS | BP_WORDS_RELATIVES))) head++;
    while (head > first && is_hyphen(g, head - 1)) head--; /* mother-of-two */
    return head > first ? gender_of(classes_at(g, head - 1)) : BP_GENDER_UNKNOWN;
}

static void set_role(bp_grouping *g, uint32_t entity, uint32_t first, uint32_t end)
{
    bp_entity *item = &g->findings->entities.items[entity];
    if (item->role.length || first == end) return;
    const uint32_t start = g->document->tokens.items[first].start.byte;
    item->role = (bp_view){ g->document->text + start, g->document->tokens.items[end - 1].end.byte - start };
}

static bp_gender gender_of_first_name(const bp_grouping *g, uint32_t token)
{
    const uint16_t listed = bp_listed(g->document, token, 1);
    if (!(listed & BP_LISTED_FIRST_NAME)) return BP_GENDER_UNKNOWN;
    const bool man = listed & BP_LISTED_MALE, woman = listed & BP_LISTED_FEMALE;
    return man == woman ? BP_GENDER_UNKNOWN : man ? BP_MALE : BP_FEMALE;
}

bp_gender bp_title_gender(const bp_document *document, const bp_named *name)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[name->first].sentence];
    const uint64_t before = name->first > sentence->first ? bp_token_classes(document, name->first - 1) : 0;
    return before & (BP_WORDS_DETERMINERS | BP_WORDS_SUBJECT_PRONOUNS) ? BP_GENDER_UNKNOWN : gender_of(before);
}

void bp_read_title(bp_grouping *g, const bp_named *name)
{
    uint32_t end;
    const uint32_t before = role_before(g, name), after = role_after(g, name, &end);
    set_gender(g, name->entity, bp_title_gender(g->document, name), true);
    set_gender(g, name->entity, gender_of_role(g, before, name->first), true);
    set_gender(g, name->entity, gender_of_role(g, after, end), true);
    const bool full = name->end - name->first > 1 && bp_token_has(g->document, name->first + 1, BP_SPACE_BEFORE);
    const bool given = name->end - name->first == 1 && !(bp_listed(g->document, name->first, 1) & BP_LISTED_LAST_NAME);
    if (full || given)
        set_gender(g, name->entity, gender_of_first_name(g, name->first), false); /* not the Al of al-Masri */
    set_role(g, name->entity, before, name->first);
    set_role(g, name->entity, after, end);
}

/* One spelling, one type: the vote of its mentions, and what the article's other
 * names say of it. What the tagger was sure of stays. */
#include "grouping.h"
#include "lists.h"
#include "places.h"

/* The votes for each type that one spelling gets. */
typedef struct ballot {
    float votes[BP_ENTITY_TYPES];
    float best[BP_ENTITY_TYPES]; /* the surest mention of each type */
} ballot;

static bool count_votes(bp_grouping *g, ballot **ballots, bp_key_map *ballot_of)
{
    uint32_t count = 0;
    *ballots = bp_arena_take(g->arena, g->names->count * sizeof **ballots);
    if (!*ballots) return false;
    for (uint32_t i = 0; i < g->names->count; i++) {
        const bp_named *name = &g->names->items[i];
        const uint32_t key = bp_name_key(g->document, name->first, name->end);
        uint32_t index = bp_key_get(ballot_of, key);
        if (index == BP_NONE && !bp_key_set(ballot_of, g->arena, key, index = count++)) return false;
        ballot *b = &(*ballots)[index];
        b->votes[name->type] += name->score;
        if (name->score > b->best[name->type]) b->best[name->type] = name->score;
    }
    return true;
}

static bp_entity_type winner(const ballot *b)
{
    int best = 0;
    for (int type = 1; type < BP_ENTITY_TYPES; type++)
        if (b->votes[type] > b->votes[best]) best = type;
    return (bp_entity_type)best;
}

/* A type that the tagger was so sure of stays, whatever the vote. */
static const float sure = 0.95f;
/* A town that gave somebody their surname is often spoken of beside them. */
static const float sure_of_place = 0.85f;

/* One spelling, one type; unless the tagger was sure of both, as with Washington
 * the man and Washington the city. */
static bool vote(bp_grouping *g)
{
    ballot *ballots;
    bp_key_map ballot_of = { 0 };
    if (!count_votes(g, &ballots, &ballot_of)) return false;
    for (uint32_t i = 0; i < g->names->count; i++) {
        bp_named *name = &g->names->items[i];
        if (name->house != BP_NONE) continue;
        const ballot *b = &ballots[bp_key_get(&ballot_of, bp_name_key(g->document, name->first, name->end))];
        const bp_entity_type best = winner(b);
        if (best == name->type || b->best[name->type] >= sure) continue;
        name->type = best;
        name->why = "tagger, by its other mentions";
    }
    return true;
}

/* Do the words around it agree with the tagger that it is a place: "to Lincoln", not "to Lincoln's son"? */
static bool is_where(const bp_document *document, const bp_named *name)
{
    if (name->type != BP_PLACE || name->first == 0) return false;
    if (name->end < document->tokens.count && bp_token_has(document, name->end, BP_CLITIC)) return false;
    return bp_token_among(document, name->first - 1, BP_HINT_BEFORE_PLACES);
}

/* "Argenis Flores (Turin)": behind a name that is somebody's team or party. */
static bool fills_brackets(const bp_document *document, const bp_named *name)
{
    return name->first > 0 && name->end < document->tokens.count && bp_token_is(document, name->first - 1, "(") &&
           bp_token_is(document, name->end, ")");
}

/* No list has it as anyone's name, and alone it is a place three times or more:
 * the "full name" that holds it is a slip ("Turin E10 Yaw Mensah"). */
static bool is_mostly_place(const bp_grouping *g, const bp_named *name, const bp_key_map *places)
{
    const uint32_t given = BP_LISTED_FIRST_NAME | BP_LISTED_LAST_NAME;
    const uint32_t alone = bp_key_get(places, bp_token_key(g->document, name->first));
    return name->type == BP_PLACE && alone != BP_NONE && alone > 2 && !(bp_listed(g->document, name->first, 1) & given);
}

/* How often each word stands alone as a place. */
static bool count_places(const bp_grouping *g, bp_key_map *places)
{
    for (uint32_t i = 0; i < g->names->count; i++) {
        const bp_named *name = &g->names->items[i];
        if (name->type != BP_PLACE || name->end - name->first > 1) continue;
        const uint32_t key = bp_token_key(g->document, name->first), seen = bp_key_get(places, key);
        if (!bp_key_set(places, g->arena, key, seen == BP_NONE ? 1 : seen + 1)) return false;
    }
    return true;
}

static bool is_full_name(const bp_named *name, bp_entity_type type)
{
    return name->type == type && name->end - name->first > 1;
}

static bool is_company(const bp_grouping *g, const bp_named *name)
{
    return name->type == BP_ORGANIZATION && (bp_token_classes(g->document, name->end - 1) & BP_WORDS_COMPANY_SUFFIXES);
}

/* Of two names with the word the company stays. */
static bool learn_word(const bp_grouping *g, uint32_t token, uint32_t name, bp_key_map *words)
{
    const uint32_t key = bp_token_key(g->document, token), known = bp_key_get(words, key);
    if (known != BP_NONE && is_company(g, &g->names->items[known])) return true;
    return bp_key_set(words, g->arena, key, name);
}

/* The first and the last word of every name of the type that has several. */
static bool learn_ends(const bp_grouping *g, bp_entity_type type, bp_key_map *words)
{
    for (uint32_t i = 0; i < g->names->count; i++) {
        const bp_named *name = &g->names->items[i];
        if (is_full_name(name, type) &&
            (!learn_word(g, name->first, i, words) || !learn_word(g, name->end - 1, i, words)))
            return false;
    }
    return true;
}

/* A word alone that is the first or last of a person's full name is that
 * person, unless the tagger was sure of something else. */
static bool vote_for_persons(bp_grouping *g)
{
    bp_key_map words = { 0 }, places = { 0 };
    if (!count_places(g, &places) || !learn_ends(g, BP_PERSON, &words)) return false;
    for (uint32_t i = 0; i < g->names->count; i++) {
        bp_named *name = &g->names->items[i];
        if (name->type == BP_PERSON || name->end - name->first > 1 || name->score >= sure || name->house != BP_NONE)
            continue;
        if (name->type == BP_PLACE && name->score >= sure_of_place) continue;
        if (is_where(g->document, name) || fills_brackets(g->document, name)) continue;
        if (is_mostly_place(g, name, &places)) continue;
        if (bp_key_get(&words, bp_token_key(g->document, name->first)) == BP_NONE) continue;
        name->type = BP_PERSON;
        name->why = "tagger, by a person's full name";
    }
    return true;
}

/* Does a list, or the word in front of it, agree with the tagger that it is a person? */
static bool is_known_person(const bp_document *document, const bp_named *name)
{
    return (bp_listed(document, name->first, 1) & (BP_LISTED_FIRST_NAME | BP_LISTED_LAST_NAME)) ||
           (name->first > 0 && (bp_listed(document, name->first - 1, 1) & BP_LISTED_TITLE));
}

/* A town is spoken of beside its club, but not beside a company. */
static bool is_known_place(const bp_grouping *g, const bp_named *name, uint32_t organization)
{
    const uint16_t places = BP_LISTED_COUNTRY | BP_LISTED_REGION;
    const bp_named *full = &g->names->items[organization];
    return !is_company(g, full) || (bp_listed(g->document, name->first, 1) & places) || is_where(g->document, name);
}

/* "Rovers", whom no list knows as anyone's name, are the Port Arlen Rovers of the same article. */
static bool vote_for_organizations(bp_grouping *g)
{
    bp_key_map organizations = { 0 }, persons = { 0 };
    if (!learn_ends(g, BP_ORGANIZATION, &organizations) || !learn_ends(g, BP_PERSON, &persons)) return false;
    for (uint32_t i = 0; i < g->names->count; i++) {
        bp_named *name = &g->names->items[i];
        const uint32_t key = bp_token_key(g->document, name->first), full = bp_key_get(&organizations, key);
        const bool person = name->type == BP_PERSON, place = name->type == BP_PLACE, group = name->type == BP_GROUP;
        if (!person && !(place && name->score < sure_of_place) && !group) continue;
        if (name->end - name->first > 1 || name->score >= sure || name->house != BP_NONE) continue;
        if (full == BP_NONE || bp_key_get(&persons, key) != BP_NONE) continue;
        if (person && is_known_person(g->document, name)) continue;
        if (place && is_known_place(g, name, full)) continue;
        if (group && (bp_listed(g->document, name->first, 1) & BP_LISTED_GROUP)) continue;
        name->type = BP_ORGANIZATION;
        name->why = "tagger, by an organization's full name";
    }
    return true;
}

/* A first name from the list and a word that alone is a person elsewhere make a
 * person, unless the tagger was sure of something else. */
static bool vote_for_full_names(bp_grouping *g)
{
    const uint32_t given = BP_LISTED_FIRST_NAME | BP_LISTED_LAST_NAME | BP_LISTED_FEMALE | BP_LISTED_MALE;
    bp_key_map words = { 0 };
    for (uint32_t i = 0; i < g->names->count; i++) {
        const bp_named *name = &g->names->items[i];
        if (name->type != BP_PERSON || name->end - name->first > 1) continue;
        if (!bp_key_set(&words, g->arena, bp_token_key(g->document, name->first), i)) return false;
    }
    for (uint32_t i = 0; i < g->names->count && words.count; i++) {
        bp_named *name = &g->names->items[i];
        if (name->type == BP_PERSON || name->end - name->first < 2 || name->score >= sure || name->house != BP_NONE)
            continue;
        if (bp_listed(g->document, name->first, 1) & ~given) continue;
        if (bp_token_classes(g->document, name->first) & BP_WORDS_ROLES) continue;
        if (bp_key_get(&words, bp_token_key(g->document, name->first + 1)) == BP_NONE) continue;
        name->type = BP_PERSON;
        name->why = "tagger, by a person's short name";
    }
    return true;
}

/* A country's name of several words is that country. */
static void vote_for_countries(bp_grouping *g)
{
    for (uint32_t i = 0; i < g->names->count; i++) {
        bp_named *name = &g->names->items[i];
        if (name->type == BP_PLACE || name->end - name->first < 2 || name->score >= sure || name->house != BP_NONE)
            continue;
        const bp_place_record *record = bp_places_named(g->document, name->first, name->end);
        if (!record || !record->same) continue;
        name->type = BP_PLACE;
        name->why = "tagger, by the list of countries";
    }
}

bool bp_vote(bp_grouping *g)
{
    vote_for_countries(g);
    return vote(g) && vote_for_persons(g) && vote_for_organizations(g) && vote_for_full_names(g);
}

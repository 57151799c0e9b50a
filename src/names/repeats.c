/* Names that the tagger missed: written elsewhere in the article as a name that
 * it found, or the first or last word of a person's, or a made-up word that an
 * organization's begins with. */
#include "clusters.h"
#include "grouping.h"
#include "lists.h"

#include <string.h>

enum { LONGEST_REPEAT = 6 };

/* Better said once too seldom: what is known must have been said with this score. */
static const float least_score = 0.8f;

typedef struct known_name {
    bp_entity_type type;
    float score;
} known_name;

typedef struct search {
    bp_grouping *g;
    bp_key_map known_of;
    BP_LIST(known_name) known;
    uint8_t *covered; /* tokens that are in a name */
} search;

static bool know(search *s, uint32_t key, bp_entity_type type, float score)
{
    if (bp_key_get(&s->known_of, key) != BP_NONE) return true;
    known_name *known = bp_push(s->g->arena, &s->known);
    if (!known || !bp_key_set(&s->known_of, s->g->arena, key, s->known.count - 1)) return false;
    *known = (known_name){ type, score };
    return true;
}

/* Is the first word of the name, alone, it too? Not "Grant", which is also a word, nor "Captain". */
static bool first_word_stands_alone(const bp_document *document, const bp_named *name)
{
    const uint16_t listed = bp_listed(document, name->first, 1);
    if (name->end - name->first < 2 || !bp_token_has(document, name->first + 1, BP_SPACE_BEFORE)) return false;
    if (name->type == BP_PERSON)
        return !(listed & (BP_LISTED_COMMON | BP_LISTED_TITLE)) &&
               !(bp_token_classes(document, name->first) & BP_WORDS_ROLES);
    return name->type == BP_ORGANIZATION && listed == 0 &&
           bp_packed_find(&bp_cluster_words, bp_token_word(document, name->first)->hash) == UINT32_MAX;
}

/* "plc" says what it is, however sure the tagger was. */
static bool is_sure(const bp_document *document, const bp_named *name)
{
    return name->score >= least_score || (name->type == BP_ORGANIZATION && name->end - name->first > 1 &&
                                          (bp_token_classes(document, name->end - 1) & BP_WORDS_COMPANY_SUFFIXES));
}

static bool learn(search *s)
{
    const bp_document *document = s->g->document;
    for (uint32_t i = 0; i < s->g->names->count; i++) {
        const bp_named *name = &s->g->names->items[i];
        memset(s->covered + name->first, 1, name->end - name->first);
        if (name->house != BP_NONE || !is_sure(document, name)) continue;
        if (!know(s, bp_name_key(document, name->first, name->end), name->type, name->score)) return false;
        const bool full = name->type == BP_PERSON && name->end - name->first > 1;
        if (full && !know(s, bp_token_key(document, name->end - 1), BP_PERSON, name->score)) return false;
        if (first_word_stands_alone(document, name) &&
            !know(s, bp_token_key(document, name->first), name->type, name->score))
            return false;
    }
    return true;
}

/* A word that the article also writes small, or that opens sentences, proves nothing alone. */
static bool proves(const bp_document *document, uint32_t token)
{
    const bp_word *word = bp_token_word(document, token);
    const bool opens = document->sentences.items[document->tokens.items[token].sentence].first == token;
    if (word->small || (word->classes & (BP_WORDS_STARTERS | BP_WORDS_MONTHS | BP_WORDS_WEEKDAYS))) return false;
    return !opens || word->count > 1;
}

static uint32_t repeat_length(const search *s, uint32_t token, const known_name **known)
{
    const bp_document *document = s->g->document;
    const uint32_t end = document->sentences.items[document->tokens.items[token].sentence].end;
    uint32_t most = 0;
    while (most < LONGEST_REPEAT && token + most < end && !s->covered[token + most]) most++;
    for (uint32_t count = most; count > 0; count--) {
        if (!bp_token_has(document, token + count - 1, BP_CAPITALIZED)) continue;
        const uint32_t index = bp_key_get(&s->known_of, bp_name_key(document, token, token + count));
        if (index == BP_NONE || (count == 1 && !proves(document, token))) continue;
        *known = &s->known.items[index];
        return count;
    }
    return 0;
}

static bool add(const search *s, bp_named_list *names, uint32_t token, uint32_t count, const known_name *known)
{
    bp_named *name = bp_push(s->g->arena, names);
    if (!name) return false;
    *name = (bp_named){ .first = token,
                        .end = token + count,
                        .type = known->type,
                        .entity = BP_NONE,
                        .house = BP_NONE,
                        .score = known->score * 0.8f,
                        .why = "named elsewhere in the article" };
    return true;
}

static bool can_be_read(const bp_document *document, uint32_t token)
{
    return bp_block_is_read(document, document->sentences.items[document->tokens.items[token].sentence].block);
}

bool bp_find_repeats(bp_grouping *g)
{
    search s = { .g = g, .covered = bp_arena_take(g->arena, g->document->tokens.count) };
    bp_named_list merged = { 0 };
    uint32_t next = 0;
    if (!s.covered || !learn(&s)) return false;
    for (uint32_t i = 0; i < g->document->tokens.count;) {
        const known_name *known = NULL;
        const bool open = !s.covered[i] && bp_token_has(g->document, i, BP_CAPITALIZED) && can_be_read(g->document, i);
        const uint32_t count = open ? repeat_length(&s, i, &known) : 0;
        if (count && !add(&s, &merged, i, count, known)) return false;
        if (next < g->names->count && g->names->items[next].first == i) {
            bp_named *name = bp_push(g->arena, &merged);
            if (!name) return false;
            *name = g->names->items[next++];
        }
        i += count ? count : 1;
    }
    *g->names = merged;
    return true;
}

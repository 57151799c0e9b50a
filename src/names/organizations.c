/* Organizations: "UNMIK" by the initials of a longer name or by standing beside it,
 * "Shell" by its first word, "Acme" as "Acme Ltd" without what only says that it is
 * a company, "Harbour Workers" as the "Harbour Workers Union", "Foreign Ministry"
 * as the Polish one. A part that two organizations of the article share stands for
 * neither. */
#include "grouping.h"
#include "lists.h"
#include "text/characters.h"
#include "text/hash.h"

enum { LONGEST_ACRONYM = 10, LONGEST_SMALL_WORD = 3, LONGEST_OWNER = 3, LONGEST_PART = 6 }; /* letters, then tokens */

static bool is_suffix(const bp_document *document, uint32_t token)
{
    return bp_token_classes(document, token) & BP_WORDS_COMPANY_SUFFIXES;
}

static uint32_t without_suffix(const bp_document *document, uint32_t first, uint32_t end)
{
    while (end - 1 > first &&
           (is_suffix(document, end - 1) || document->tokens.items[end - 1].kind == BP_TOKEN_PUNCTUATION))
        end--;
    return end;
}

static bool is_acronym(const bp_document *document, uint32_t first, uint32_t end)
{
    const bp_token *token = &document->tokens.items[first];
    const uint32_t length = token->end.point - token->start.point;
    return end - first == 1 && length >= 2 && length <= LONGEST_ACRONYM && (token->flags & BP_ALL_CAPITALS);
}

static uint32_t hash_letter(uint32_t hash, uint32_t point)
{
    char bytes[4];
    const size_t length = bp_encode(bp_to_lower(point), bytes);
    for (size_t i = 0; i < length; i++) hash = bp_hash_step(hash, bytes[i]);
    return hash;
}

static uint32_t first_letter(const bp_document *document, uint32_t token)
{
    size_t length;
    return bp_decode(document->text + document->tokens.items[token].start.byte, &length);
}

/* The words whose first letters make an acronym. In capitals, what is short counts as small. */
typedef enum initials { CAPITALIZED_WORDS, ALL_WORDS, LONG_WORDS } initials;

static bool counts(const bp_document *document, uint32_t token, initials which)
{
    const bp_token *t = &document->tokens.items[token];
    if (t->kind != BP_TOKEN_WORD || (t->flags & BP_CLITIC)) return false;
    if (which == LONG_WORDS) return t->end.point - t->start.point > LONGEST_SMALL_WORD;
    return which == ALL_WORDS || (t->flags & BP_CAPITALIZED);
}

/* The initials of the words, as an acronym's letters are hashed. */
static uint32_t initials_key(const bp_document *document, uint32_t first, uint32_t end, initials which)
{
    uint32_t hash = BP_HASH_START, letters = 0;
    for (uint32_t i = first; i < end; i++) {
        if (!counts(document, i, which)) continue;
        hash = hash_letter(hash, first_letter(document, i));
        letters++;
    }
    return letters >= 2 ? bp_mix(hash) | 1 : 0;
}

static uint32_t acronym_key(const bp_document *document, uint32_t token)
{
    const bp_view text = bp_token_text(document, token);
    uint32_t hash = BP_HASH_START;
    for (size_t at = 0, length; at < text.length; at += length) {
        const uint32_t point = bp_decode(text.at + at, &length);
        if (bp_character_of(point) == BP_LETTER) hash = hash_letter(hash, point);
    }
    return bp_mix(hash) | 1;
}

/* ---- names that stand beside their acronym */

/* What stands between two names: "(", ", ", "(the", ", short for". */
typedef struct gap {
    bool bracket, article, explains;
} gap;

static bool read_gap(const bp_document *document, uint32_t first, uint32_t end, gap *between)
{
    *between = (gap){ .bracket = first < end && bp_token_is(document, first, "(") };
    if (first == end || !(between->bracket || bp_token_is(document, first, ","))) return false;
    first++;
    if (first + 1 < end && bp_token_is(document, first, "short") && bp_token_is(document, first + 1, "for")) {
        between->explains = true;
        first += 2;
    } else if (first < end && bp_token_is(document, first, "or")) {
        first++;
    }
    between->article = first < end && bp_token_is(document, first, "the");
    return (between->article ? first + 1 : first) == end;
}

/* Not the "(ASX: KLV)" of a company's shares. */
static bool closes(const bp_document *document, uint32_t token)
{
    return token < document->tokens.count && (bp_token_is(document, token, ")") || bp_token_is(document, token, ",") ||
                                              bp_token_is(document, token, ";"));
}

/* The letters of the acronym are the name's initials, in whatever order: CNRT,
 * National Congress for Timorese Reconstruction. */
static bool has_initials(const bp_document *document, const bp_named *acronym, const bp_named *name)
{
    const bp_view text = bp_token_text(document, acronym->first);
    uint32_t letters = 0, sum = 0;
    for (size_t at = 0, length; at < text.length; at += length) {
        const uint32_t point = bp_decode(text.at + at, &length);
        if (bp_character_of(point) != BP_LETTER) continue;
        letters++;
        sum += bp_mix(bp_to_lower(point));
    }
    for (uint32_t i = name->first; i < name->end; i++) {
        if (!counts(document, i, CAPITALIZED_WORDS)) continue;
        letters--;
        sum -= bp_mix(bp_to_lower(first_letter(document, i)));
    }
    return letters == 0 && sum == 0;
}

/* Its letters stand in the name in their order, the first at the front: Unilag, University of Lagos. */
static bool is_drawn_from(const bp_document *document, const bp_named *word, const bp_named *name)
{
    const bp_view text = bp_token_text(document, word->first), full = bp_text_of(document, name->first, name->end);
    size_t at = 0;
    for (size_t in = 0, length, own; in < full.length && at < text.length; in += length) {
        const uint32_t letter = bp_to_lower(bp_decode(text.at + at, &own));
        if (bp_to_lower(bp_decode(full.at + in, &length)) == letter)
            at += own;
        else if (in == 0)
            return false;
    }
    return at == text.length && word->end - word->first == 1;
}

static bool explains(const bp_document *document, const bp_named *name, const bp_named *acronym, const gap *between)
{
    if (name->end - name->first < 2) return false;
    if (!is_acronym(document, acronym->first, acronym->end))
        return between->bracket && name < acronym && is_drawn_from(document, acronym, name);
    const bool whatever =
        name < acronym ? between->bracket : between->explains || (between->bracket && between->article);
    return whatever || has_initials(document, acronym, name);
}

static uint32_t form_of(const bp_grouping *g, const bp_named *name)
{
    return bp_key_get(&g->form_of, bp_form_key(g->document, name));
}

static bool set_once(bp_grouping *g, bp_key_map *map, uint32_t key, uint32_t form)
{
    return key == 0 || bp_key_get(map, key) != BP_NONE || bp_key_set(map, g->arena, key, form);
}

static bool foresee_acronyms(bp_grouping *g)
{
    for (uint32_t i = 0; i + 1 < g->names->count; i++) {
        const bp_named *first = &g->names->items[i], *second = first + 1;
        gap between;
        if (first->type != BP_ORGANIZATION || second->type != BP_ORGANIZATION) continue;
        if (second->house != BP_NONE || !read_gap(g->document, first->end, second->first, &between)) continue;
        if (between.bracket && !closes(g->document, second->end)) continue;
        const bool forward = explains(g->document, first, second, &between);
        if (!forward && !explains(g->document, second, first, &between)) continue;
        const bp_named *name = forward ? first : second, *acronym = forward ? second : first;
        if (!set_once(g, &g->explained, bp_name_key(g->document, acronym->first, acronym->end), form_of(g, name)))
            return false;
    }
    return true;
}

/* ---- parts of names */

static uint32_t stem_key(const bp_document *document, const bp_name_form *form)
{
    return bp_name_key(document, form->first, without_suffix(document, form->first, form->end));
}

/* Harbour Works Inc. does not share its parts with Harbour Works. Key 0: no part. */
static bool set_part(bp_grouping *g, bp_key_map *map, uint32_t key, uint32_t form)
{
    const bp_name_form *forms = g->forms.items;
    const uint32_t known = bp_form_with(map, key);
    if (known != BP_NONE && stem_key(g->document, &forms[known]) == stem_key(g->document, &forms[form])) return true;
    return key == 0 || bp_set_part(g, map, key, form);
}

/* Behind the words that only say whose it is: "Polish Foreign Ministry", "U.N. Security Council". */
static uint32_t after_owner(const bp_document *document, uint32_t first, uint32_t end)
{
    const uint16_t owners = BP_LISTED_GROUP | BP_LISTED_COUNTRY | BP_LISTED_CITY | BP_LISTED_REGION;
    uint32_t count = LONGEST_OWNER;
    while (count > 0 && (first + count >= end || !(bp_listed(document, first, count) & owners))) count--;
    if (count == 0 && is_acronym(document, first, first + 1)) count = 1;
    first += count;
    return first < end && bp_token_has(document, first, BP_CLITIC) ? first + 1 : first;
}

static bool is_organization_word(const bp_document *document, uint32_t token)
{
    return bp_listed(document, token, 1) & BP_LISTED_ORGANIZATION_WORD;
}

/* Does it end a name that says what it is: "Boreas Valley" of the Boreas Valley Central School? */
static bool leaves_kind(const bp_document *document, uint32_t first, uint32_t cut, uint32_t end)
{
    const uint16_t places = BP_LISTED_COUNTRY | BP_LISTED_CITY | BP_LISTED_REGION;
    if (!is_organization_word(document, end - 1) || !bp_token_has(document, cut, BP_CAPITALIZED)) return false;
    if (cut - first <= BP_LONGEST_LISTED && (bp_listed(document, first, cut - first) & places)) return false;
    return !is_organization_word(document, first) && !is_organization_word(document, cut - 1);
}

/* The parts of two words and more that stand for the name. */
static bool foresee_parts(bp_grouping *g, uint32_t form, uint32_t first, uint32_t end)
{
    const bp_document *document = g->document;
    if (end - first < 3) return true;
    uint32_t later = after_owner(document, first, end);
    if (later == first && is_organization_word(document, first)) later++; /* "Colegio Santa Rosa" */
    const bool rest = later > first && end - later > 1 && bp_token_has(document, later, BP_CAPITALIZED);
    if (rest && !set_part(g, &g->parts, bp_name_key(document, later, end), form)) return false;
    for (uint32_t cut = first + 2; cut < end && cut < first + LONGEST_PART; cut++)
        if (leaves_kind(document, first, cut, end) && !set_part(g, &g->parts, bp_name_key(document, first, cut), form))
            return false;
    return true;
}

/* "Interior Ministry": what it is for, and what it is. */
static uint32_t body_key(const bp_document *document, uint32_t first, uint32_t end, uint32_t body)
{
    const uint32_t key = bp_hash_pair(bp_name_key(document, first, end), bp_token_key(document, body));
    return key ? key : 1;
}

static bool opens_purpose(const bp_document *document, uint32_t token)
{
    return bp_token_among(document, token, BP_HINT_PURPOSES);
}

/* "Ministry of the Interior, Local Authorities and Planning" is the Interior Ministry. */
static bool foresee_purposes(bp_grouping *g, uint32_t form, uint32_t first, uint32_t end)
{
    const bp_document *document = g->document;
    if (end - first < 3 || !(bp_token_classes(document, first) & BP_WORDS_BODIES)) return true;
    if (!bp_token_is(document, first + 1, "of") && !bp_token_is(document, first + 1, "for")) return true;
    for (uint32_t i = first + 2; i < end; i++) {
        if (!opens_purpose(document, i - 1)) continue;
        for (uint32_t last = i; last < end && last < i + LONGEST_OWNER; last++) {
            if (!bp_token_has(document, last, BP_CAPITALIZED)) break;
            if (!set_part(g, &g->parts, body_key(document, i, last + 1, first), form)) return false;
        }
    }
    return true;
}

/* The first word, if it may stand alone: the House of Representatives, but not the Senate Agriculture Committee. */
static uint32_t head_key(const bp_document *document, uint32_t first)
{
    const bool of = bp_token_is(document, first + 1, "of") || bp_token_is(document, first + 1, "for");
    return is_organization_word(document, first) && !of ? 0 : bp_token_key(document, first);
}

bool bp_foresee_organizations(bp_grouping *g)
{
    for (uint32_t i = 0; i < g->forms.count; i++) {
        const bp_name_form *form = &g->forms.items[i];
        if (form->type != BP_ORGANIZATION || form->end - form->first < 2) continue;
        const uint32_t end = without_suffix(g->document, form->first, form->end);
        const bool stem = end < form->end, capitals = bp_token_has(g->document, form->first, BP_ALL_CAPITALS);
        for (initials which = CAPITALIZED_WORDS; which <= (capitals ? LONG_WORDS : ALL_WORDS); which++)
            if (!set_once(g, &g->initials, initials_key(g->document, form->first, form->end, which), i)) return false;
        if (!set_once(g, &g->stems, stem ? stem_key(g->document, form) : 0, i) ||
            !set_part(g, &g->heads, head_key(g->document, form->first), i) ||
            !set_part(g, &g->tails, bp_token_key(g->document, end - 1), i) || !foresee_parts(g, i, form->first, end) ||
            !foresee_purposes(g, i, form->first, end))
            return false;
    }
    return foresee_acronyms(g);
}

/* ---- */

static uint32_t entity_of_form(bp_grouping *g, uint32_t index)
{
    if (index == BP_NONE) return BP_NONE;
    bp_name_form *form = &g->forms.items[index];
    if (form->entity == BP_NONE) form->entity = bp_new_entity(g, BP_ORGANIZATION, form->first, form->end);
    return form->entity;
}

/* The longer name that this one is short for: as the text explains it, by initials, by a part. */
static uint32_t by_part(bp_grouping *g, const bp_named *name, uint32_t whole, bool acronym)
{
    uint32_t entity = entity_of_form(g, bp_key_get(&g->explained, whole));
    if (entity == BP_NONE && acronym)
        entity = entity_of_form(g, bp_key_get(&g->initials, acronym_key(g->document, name->first)));
    if (entity != BP_NONE) return entity;
    if (name->end - name->first == 1) {
        entity = entity_of_form(g, bp_form_with(&g->heads, whole));
        return entity == BP_NONE ? entity_of_form(g, bp_form_with(&g->tails, whole)) : entity;
    }
    entity = entity_of_form(g, bp_form_with(&g->parts, whole));
    if (entity != BP_NONE || !(bp_token_classes(g->document, name->end - 1) & BP_WORDS_BODIES)) return entity;
    const uint32_t key = body_key(g->document, name->first, name->end - 1, name->end - 1);
    return entity_of_form(g, bp_form_with(&g->parts, key));
}

uint32_t bp_organization_of(bp_grouping *g, bp_named *name, bp_name_form *form)
{
    const bool acronym = is_acronym(g->document, name->first, name->end);
    if (acronym) name->form = BP_ACRONYM;
    if (form->is_short) name->form = BP_SHORT;
    if (form->entity != BP_NONE) return form->entity;
    const uint32_t whole = bp_name_key(g->document, name->first, name->end);
    const uint32_t stem = bp_name_key(g->document, name->first, without_suffix(g->document, name->first, name->end));
    uint32_t entity = entity_of_form(g, bp_key_get(&g->stems, stem));
    if (entity == BP_NONE) {
        entity = by_part(g, name, whole, acronym);
        form->is_short = entity != BP_NONE && !acronym;
        if (form->is_short) name->form = BP_SHORT;
    }
    if (entity == BP_NONE) entity = bp_new_entity(g, BP_ORGANIZATION, name->first, name->end);
    return form->entity = entity;
}

/* A newsroom's spellings, by hash of their tokens.
 *
 * Spellings are cut with the engine's own scanner, folded (small letters, no
 * accents), and kept in one hash table together with their beginnings, so that
 * looking costs one probe a token however long the list is. */
#include "house.h"

#include "text/characters.h"
#include "text/folding.h"
#include "text/hash.h"

#include <string.h>

enum { FIRST_SIZE = 64 };

typedef struct spelling_key {
    uint32_t key, check;
} spelling_key;

static spelling_key extend(spelling_key so_far, uint32_t folded)
{
    const spelling_key next = { bp_hash_pair(so_far.key, folded), bp_hash_pair(so_far.check ^ 0x5BD1E995u, ~folded) };
    return (spelling_key){ next.key ? next.key : 1, next.check };
}

static bp_house_entry *slot_of(bp_house_entry *entries, uint32_t size, spelling_key k)
{
    uint32_t slot = k.key & (size - 1);
    while (entries[slot].key && (entries[slot].key != k.key || entries[slot].check != k.check))
        slot = (slot + 1) & (size - 1);
    return &entries[slot];
}

static bool ensure_room(bp_house *house)
{
    if (house->size && house->count * 3 < house->size * 2) return true;
    const uint32_t size = house->size ? house->size * 2 : FIRST_SIZE;
    bp_house_entry *entries = bp_arena_take(house->arena, size * sizeof *entries);
    if (!entries) return false;
    for (uint32_t i = 0; i < house->size; i++) {
        const bp_house_entry *old = &house->entries[i];
        if (old->key) *slot_of(entries, size, (spelling_key){ old->key, old->check }) = *old;
    }
    house->entries = entries;
    house->size = size;
    return true;
}

static bp_house_entry *entry_for(bp_house *house, spelling_key k)
{
    if (!ensure_room(house)) return NULL;
    bp_house_entry *entry = slot_of(house->entries, house->size, k);
    if (!entry->key) {
        *entry = (bp_house_entry){ .key = k.key, .check = k.check, .name = BP_NONE };
        house->count++;
    }
    return entry;
}

/* One token more of a spelling. */
static bool add_token(bp_house *house, spelling_key *k, uint32_t folded, bool last, uint32_t name)
{
    *k = extend(*k, folded);
    bp_house_entry *entry = entry_for(house, *k);
    if (!entry) return false;
    if (!last)
        entry->longer = 1;
    else if (entry->name == BP_NONE || name != BP_HOUSE_IGNORE)
        entry->name = name;
    return true;
}

static bool add_tokens(bp_house *house, bp_view spelling, uint32_t name)
{
    bp_document document = { .arena = &house->scratch, .text = spelling.at, .length = spelling.length };
    spelling_key k = { 0 };
    bp_arena_empty(&house->scratch);
    bp_paragraph *block = bp_push(&house->scratch, &document.blocks);
    if (!block) return false;
    block->span.end.byte = (uint32_t)spelling.length;
    if (!bp_find_tokens(&document)) return false;
    for (uint32_t i = 0; i < document.tokens.count; i++)
        if (!add_token(house, &k, bp_token_word(&document, i)->folded, i + 1 == document.tokens.count, name))
            return false;
    return true;
}

/* ---- spellings of ASCII letters and digits, with spaces and hyphens between: each run of them is a token, and so is
 * each hyphen. Nearly all of a list are of this kind, and are taken in at a tenth of the cost. */

static bool is_alphanumeric(char c)
{
    return (unsigned)((c | 0x20) - 'a') < 26 || (unsigned)(c - '0') < 10;
}

static bool is_plain(bp_view spelling)
{
    bool joins = false;
    for (size_t i = 0; i < spelling.length; i++) {
        const char c = spelling.at[i];
        if (!is_alphanumeric(c) && c != ' ' && (c != '-' || !joins)) return false;
        joins = is_alphanumeric(c);
    }
    return joins;
}

static bool add_plain(bp_house *house, bp_view spelling, uint32_t name)
{
    spelling_key k = { 0 };
    for (size_t i = 0; i < spelling.length;) {
        uint32_t hash = BP_HASH_START;
        const size_t start = i;
        while (i < spelling.length && is_alphanumeric(spelling.at[i]))
            hash = bp_hash_step(hash, (char)bp_to_lower((unsigned char)spelling.at[i++]));
        if (i == start) hash = bp_hash_step(hash, spelling.at[i++]);
        if (spelling.at[start] != ' ' && !add_token(house, &k, bp_mix(hash), i == spelling.length, name)) return false;
    }
    return true;
}

void bp_house_begin(bp_house *house, bp_arena *arena)
{
    house->arena = arena;
    bp_arena_init(&house->scratch, arena->allocator);
}

void bp_house_built(bp_house *house)
{
    bp_arena_done(&house->scratch);
}

bool bp_house_add(bp_house *house, bp_view spelling, uint32_t name)
{
    return is_plain(spelling) ? add_plain(house, spelling, name) : add_tokens(house, spelling, name);
}

static const bp_house_entry *look(const bp_house *house, spelling_key k)
{
    const bp_house_entry *entry = slot_of(house->entries, house->size, k);
    return entry->key ? entry : NULL;
}

bp_house_match bp_house_at(const bp_house *house, const bp_document *document, uint32_t token, uint32_t end)
{
    bp_house_match best = { 0 };
    spelling_key k = { 0 };
    if (house->size == 0) return best;
    for (uint32_t i = token; i < end; i++) {
        const bp_view lower = bp_token_word(document, i)->lower;
        const spelling_key whole = extend(k, bp_token_word(document, i)->folded);
        const bp_house_entry *entry = look(house, whole);
        const bp_house_entry *plural = look(house, extend(k, bp_folded_hash(lower, true)));
        if (plural && plural->name != BP_NONE) best = (bp_house_match){ i + 1 - token, plural->name };
        if (entry && entry->name != BP_NONE) best = (bp_house_match){ i + 1 - token, entry->name };
        if (!entry || !entry->longer) break;
        k = whole;
    }
    return best;
}

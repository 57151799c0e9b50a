#include "keys.h"

#include "text/characters.h"
#include "text/folding.h"
#include "text/hash.h"

#include <string.h>

enum { LONGEST_DOTTED = 64 };

/* The folded hash of a token without its stops. */
static uint32_t word_key(const bp_document *document, uint32_t token, bool singular)
{
    char buffer[LONGEST_DOTTED];
    const bp_word *word = bp_token_word(document, token);
    const bp_view lower = word->lower;
    if (!singular && !bp_token_has(document, token, BP_ENDS_IN_STOP) && !memchr(lower.at, '.', lower.length))
        return word->folded;
    if (!memchr(lower.at, '.', lower.length) || lower.length > sizeof buffer) return bp_folded_hash(lower, singular);
    size_t length = 0;
    for (size_t i = 0; i < lower.length; i++)
        if (lower.at[i] != '.') buffer[length++] = lower.at[i];
    return bp_folded_hash((bp_view){ buffer, length }, singular);
}

static uint32_t key_of(const bp_document *document, uint32_t first, uint32_t end, bool singular)
{
    uint32_t key = 0;
    if (end - first > 1 && bp_token_is(document, first, "the")) first++;
    for (uint32_t i = first; i < end; i++)
        if (document->tokens.items[i].kind != BP_TOKEN_PUNCTUATION)
            key = bp_hash_pair(key, word_key(document, i, singular && i + 1 == end));
    return key ? key : 1;
}

uint32_t bp_name_key(const bp_document *document, uint32_t first, uint32_t end)
{
    return key_of(document, first, end, false);
}

uint32_t bp_singular_key(const bp_document *document, uint32_t first, uint32_t end)
{
    return key_of(document, first, end, true);
}

static struct bp_key_slot *slot_of(const bp_key_map *map, uint32_t key)
{
    uint32_t slot = key & (map->size - 1);
    while (map->slots[slot].key && map->slots[slot].key != key) slot = (slot + 1) & (map->size - 1);
    return &map->slots[slot];
}

uint32_t bp_key_get(const bp_key_map *map, uint32_t key)
{
    if (map->size == 0) return BP_NONE;
    const struct bp_key_slot *slot = slot_of(map, key);
    return slot->key ? slot->value : BP_NONE;
}

static bool grow(bp_key_map *map, bp_arena *arena)
{
    bp_key_map larger = { .size = map->size ? map->size * 2 : 64, .count = map->count };
    larger.slots = bp_arena_take(arena, larger.size * sizeof *larger.slots);
    if (!larger.slots) return false;
    for (uint32_t i = 0; i < map->size; i++)
        if (map->slots[i].key) *slot_of(&larger, map->slots[i].key) = map->slots[i];
    *map = larger;
    return true;
}

bool bp_key_set(bp_key_map *map, bp_arena *arena, uint32_t key, uint32_t value)
{
    if (map->count * 2 >= map->size && !grow(map, arena)) return false;
    struct bp_key_slot *slot = slot_of(map, key);
    map->count += slot->key == 0;
    slot->key = key;
    slot->value = value;
    return true;
}

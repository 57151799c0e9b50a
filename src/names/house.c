/* A newsroom's spellings, by hash of their tokens.
 *
 * Spellings are cut with the engine's own scanner, folded (small letters, no
 * accents), and kept in one hash table together with their beginnings, so that
 * looking costs one probe a token however long the list is. */
#include "house.h"

#include "text/folding.h"
#include "text/hash.h"

#include <string.h>

/* Names wait until there are bytes or spellings enough: then the words they share are looked up once. */
enum { FIRST_SIZE = 64, WAITING_BYTES = 32768, WAITING_SPELLINGS = 2048 };

struct bp_house_spelling {
    uint32_t start, end; /* bytes of the text that waits */
    uint32_t name;
};

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

static bool add_tokens(bp_house *house, const bp_document *document, const bp_paragraph *spelling, uint32_t name)
{
    spelling_key k = { 0 };
    for (uint32_t i = spelling->first; i < spelling->end; i++) {
        k = extend(k, bp_token_word(document, i)->folded);
        bp_house_entry *entry = entry_for(house, k);
        if (!entry) return false;
        if (i + 1 < spelling->end)
            entry->longer = 1;
        else if (entry->name == BP_NONE || name != BP_HOUSE_IGNORE)
            entry->name = name;
    }
    return true;
}

/* Cuts all that wait, each a block of its own, into tokens. */
static bool add_waiting(bp_house *house, const char *text, size_t length)
{
    bp_document document = { .arena = &house->scratch, .text = text, .length = length };
    bp_arena_empty(&house->scratch);
    for (uint32_t i = 0; i < house->spelling_count; i++) {
        bp_paragraph *block = bp_push(&house->scratch, &document.blocks);
        if (!block) return false;
        block->span.start.byte = house->spellings[i].start;
        block->span.end.byte = house->spellings[i].end;
    }
    if (!bp_find_tokens(&document)) return false;
    for (uint32_t i = 0; i < house->spelling_count; i++)
        if (!add_tokens(house, &document, &document.blocks.items[i], house->spellings[i].name)) return false;
    house->text_length = 0;
    house->spelling_count = 0;
    return true;
}

bool bp_house_begin(bp_house *house, bp_arena *arena)
{
    house->arena = arena;
    bp_arena_init(&house->scratch, arena->allocator);
    bp_arena_init(&house->waiting, arena->allocator);
    house->text = bp_arena_take(&house->waiting, WAITING_BYTES);
    house->spellings = bp_arena_take(&house->waiting, WAITING_SPELLINGS * sizeof *house->spellings);
    return house->text && house->spellings;
}

void bp_house_built(bp_house *house)
{
    bp_arena_done(&house->scratch);
    bp_arena_done(&house->waiting);
}

bool bp_house_end(bp_house *house)
{
    return add_waiting(house, house->text, house->text_length);
}

static void wait(bp_house *house, size_t start, size_t length, uint32_t name)
{
    house->spellings[house->spelling_count++] =
        (struct bp_house_spelling){ (uint32_t)start, (uint32_t)(start + length), name };
}

bool bp_house_add(bp_house *house, bp_view spelling, uint32_t name)
{
    const bool full =
        spelling.length > WAITING_BYTES - house->text_length || house->spelling_count == WAITING_SPELLINGS;
    if (full && !bp_house_end(house)) return false;
    if (spelling.length > WAITING_BYTES) {
        wait(house, 0, spelling.length, name);
        return add_waiting(house, spelling.at, spelling.length);
    }
    memcpy(house->text + house->text_length, spelling.at, spelling.length);
    wait(house, house->text_length, spelling.length, name);
    house->text_length += spelling.length;
    return true;
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

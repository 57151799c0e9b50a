/* The article's vocabulary: every distinct lower-cased word once, with its
 * classes, so that a dictionary is asked once a word and not once a token. */
#include "document.h"
#include "folding.h"
#include "hash.h"

#include <string.h>

static bool table_grow(bp_document *document)
{
    const uint32_t size = document->table_size ? document->table_size * 2 : 256;
    uint32_t *table = bp_arena_take(document->arena, size * sizeof *table);
    if (!table) return false;
    for (uint32_t i = 0; i < document->words.count; i++) {
        uint32_t slot = document->words.items[i].hash & (size - 1);
        while (table[slot]) slot = (slot + 1) & (size - 1);
        table[slot] = i + 1;
    }
    document->table = table;
    document->table_size = size;
    return true;
}

uint32_t bp_word_add(bp_document *document, bp_view lower, bool copy)
{
    if (document->words.count * 2 >= document->table_size && !table_grow(document)) return UINT32_MAX;
    const uint32_t hash = bp_hash_bytes(lower.at, lower.length);
    uint32_t slot = hash & (document->table_size - 1);
    for (; document->table[slot]; slot = (slot + 1) & (document->table_size - 1)) {
        const bp_word *word = &document->words.items[document->table[slot] - 1];
        if (word->hash == hash && word->lower.length == lower.length &&
            memcmp(word->lower.at, lower.at, lower.length) == 0)
            return document->table[slot] - 1;
    }
    if (copy && !(lower.at = bp_arena_copy(document->arena, lower.at, lower.length))) return UINT32_MAX;
    const bp_word_set *set = bp_lexicon_find(lower.at, lower.length, hash);
    bp_word *word = bp_push(document->arena, &document->words);
    if (!word) return UINT32_MAX;
    *word = (bp_word){ .lower = lower,
                       .hash = hash,
                       .folded = bp_folded_hash(lower, false),
                       .classes = set->classes,
                       .hints = set->hints };
    document->table[slot] = document->words.count;
    return document->words.count - 1;
}

bool bp_token_is(const bp_document *document, uint32_t token, const char *word)
{
    const bp_view lower = bp_token_word(document, token)->lower;
    if (lower.length == 0 || *word != lower.at[0]) return false; /* most often */
    return strlen(word) == lower.length && memcmp(word, lower.at, lower.length) == 0;
}

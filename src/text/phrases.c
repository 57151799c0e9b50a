#include "phrases.h"

#include "hash.h"

static const bp_phrase_entry *find(const bp_phrase_list *list, uint32_t key)
{
    for (uint32_t slot = key;; slot++) {
        const bp_phrase_entry *entry = &list->entries[slot & (list->size - 1)];
        if (entry->key == key) return entry;
        if (entry->key == 0) return NULL;
    }
}

bp_phrase bp_phrase_at(const bp_phrase_list *list, const bp_document *document, uint32_t token, uint32_t end)
{
    bp_phrase best = { 0 };
    uint32_t key = 0;
    for (uint32_t i = token; i < end; i++) {
        key = bp_hash_pair(key, bp_token_word(document, i)->hash);
        const bp_phrase_entry *entry = key ? find(list, key) : NULL;
        if (!entry) break;
        if (entry->value) best = (bp_phrase){ i + 1 - token, entry->value, entry->marks };
        if (!entry->longer) break;
    }
    return best;
}

int bp_word_value(const bp_phrase_list *list, bp_view word)
{
    if (word.length > 1 && word.at[word.length - 1] == '.') word.length--; /* Capt. */
    const uint32_t key = bp_hash_pair(0, bp_hash_bytes(word.at, word.length));
    const bp_phrase_entry *entry = key ? find(list, key) : NULL;
    return entry ? entry->value : 0;
}

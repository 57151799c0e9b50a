#include "lexicon.h"

#include "lexicon_data.h"

#include <string.h>

uint64_t bp_lexicon_classes(const char *word, size_t length, uint32_t hash)
{
    for (uint32_t slot = hash;; slot++) {
        const bp_lexicon_entry *entry = &bp_lexicon_entries[slot & (bp_lexicon_size - 1)];
        if (entry->length == 0) return 0;
        if (entry->length == length && memcmp(bp_lexicon_pool + entry->at, word, length) == 0) return entry->classes;
    }
}

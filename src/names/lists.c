#include "lists.h"

#include "text/folding.h"
#include "text/hash.h"

uint16_t bp_listed(const bp_document *document, uint32_t token, uint32_t count)
{
    uint32_t key = 0;
    for (uint32_t i = 0; i < count; i++)
        key = bp_hash_pair(key, bp_folded_hash(bp_token_word(document, token + i)->lower, false));
    const uint32_t index = bp_packed_find(&bp_listed_phrases, key);
    return index == UINT32_MAX ? 0 : bp_listed_flags[bp_listed_kinds[index]];
}

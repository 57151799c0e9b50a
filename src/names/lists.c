#include "lists.h"

uint16_t bp_listed_by_key(uint32_t key)
{
    const uint32_t index = bp_packed_find(&bp_listed_phrases, key);
    return index == UINT32_MAX ? 0 : bp_listed_flags[bp_listed_kinds[index]];
}

uint16_t bp_listed(const bp_document *document, uint32_t token, uint32_t count)
{
    return bp_listed_by_key(bp_phrase_key(document, token, count));
}

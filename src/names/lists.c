#include "lists.h"

uint16_t bp_listed(const bp_document *document, uint32_t token, uint32_t count)
{
    const uint32_t index = bp_packed_find(&bp_listed_phrases, bp_phrase_key(document, token, count));
    return index == UINT32_MAX ? 0 : bp_listed_flags[bp_listed_kinds[index]];
}

#include "packed.h"

uint32_t bp_packed_find(const bp_packed *set, uint32_t hash)
{
    const uint32_t bucket = hash >> (32 - set->bits);
    const uint16_t print = (uint16_t)bp_packed_place(set->bits, hash);
    const uint32_t first = bucket - bucket % BP_PACKED_GROUP;
    uint32_t index = set->starts[bucket / BP_PACKED_GROUP];
    for (uint32_t i = first; i < bucket; i++) index += set->counts[i];
    for (uint32_t end = index + set->counts[bucket]; index < end; index++)
        if (set->prints[index] == print) return index;
    return UINT32_MAX;
}

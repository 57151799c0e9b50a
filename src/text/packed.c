#include "packed.h"

#include "bytes.h"

static uint32_t print_at(const bp_packed *set, uint32_t index)
{
    if (!set->halves) return set->prints[index];
    return (uint32_t)set->prints[index] << 4 | (set->halves[index / 2] >> (index % 2 * 4) & 15u);
}

/* How many keys are in `count` buckets. A group has fewer than 256, so eight sums do not run into each other. */
static uint32_t keys_in(const uint8_t *counts, uint32_t count)
{
    uint64_t sums = 0;
    uint32_t i = 0;
    for (; i + 8 <= count; i += 8) sums += bp_eight_bytes(counts + i);
    uint32_t keys = (uint32_t)(sums * UINT64_C(0x0101010101010101) >> 56);
    for (; i < count; i++) keys += counts[i];
    return keys;
}

uint32_t bp_packed_find(const bp_packed *set, uint32_t hash)
{
    const uint32_t print_bits = set->halves ? 12 : 8;
    const uint32_t print = bp_packed_place(set->bits, print_bits, hash) & ((1u << print_bits) - 1);
    const uint32_t bucket = hash >> (32 - set->bits), first = bucket - bucket % BP_PACKED_GROUP;
    if (set->counts[bucket] == 0) return UINT32_MAX;
    uint32_t index = set->starts[bucket / BP_PACKED_GROUP] + keys_in(set->counts + first, bucket - first);
    for (uint32_t end = index + set->counts[bucket]; index < end; index++)
        if (print_at(set, index) == print) return index;
    return UINT32_MAX;
}

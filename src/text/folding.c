#include "folding.h"

#include "characters.h"
#include "folding_data.h"
#include "hash.h"

const char *bp_fold(uint32_t point)
{
    uint32_t low = 0, high = bp_fold_count;
    while (low < high) {
        const uint32_t middle = (low + high) / 2;
        if (bp_folds[middle].point == point) return bp_folds[middle].plain;
        if (bp_folds[middle].point < point)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* FNV-1a byte by byte, so that no buffer is needed: bp_hash_bytes of the plain word. */
uint32_t bp_folded_hash(bp_view lower, bool singular)
{
    uint32_t hash = BP_HASH_START;
    size_t end = lower.length, length;
    if (singular && end > 1 && lower.at[end - 1] == 's') end--;
    for (size_t i = 0; i < end; i += length) {
        const uint32_t point = bp_decode(lower.at + i, &length);
        if (bp_is_combining(point)) continue;
        const char *plain = point < 0x80 ? NULL : bp_fold(point);
        if (plain) {
            for (; *plain; plain++) hash = bp_hash_step(hash, *plain);
            continue;
        }
        for (size_t k = 0; k < length; k++) hash = bp_hash_step(hash, lower.at[i + k]);
    }
    return bp_mix(hash);
}

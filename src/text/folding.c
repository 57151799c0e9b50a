#include "folding.h"

#include "characters.h"
#include "hash.h"

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

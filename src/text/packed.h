/* packed.h - a set of strings by their hashes, used where it lies.
 *
 * Keys are 32-bit hashes, sorted. The top bits choose one of about as many
 * buckets as there are keys; of the rest eight or twelve bits are kept, the
 * key's print. A string that is not in the set is taken for one that is about
 * once in 300 times, or once in 5000. Ten bits and a half a key, or four more. */
#ifndef BP_PACKED_H
#define BP_PACKED_H

#include <stdint.h>

enum { BP_PACKED_GROUP = 64 }; /* buckets that share a start */

typedef struct bp_packed {
    uint32_t bits;          /* of the hash that choose the bucket, 6 to 20 */
    const uint32_t *starts; /* index of the first key of each group of buckets */
    const uint8_t *counts;  /* keys in each bucket */
    const uint8_t *prints;  /* of each key, eight bits */
    const uint8_t *halves;  /* and four more, two keys to a byte, the first in the low bits; NULL: there are none */
} bp_packed;

/* The key's index, by which its value is found elsewhere; UINT32_MAX: not in the set. */
uint32_t bp_packed_find(const bp_packed *set, uint32_t hash);

/* Bucket and print together: keys that agree in this cannot be told apart. */
static inline uint32_t bp_packed_place(uint32_t bits, uint32_t print_bits, uint32_t hash)
{
    return hash >> (32 - bits - print_bits);
}

#endif

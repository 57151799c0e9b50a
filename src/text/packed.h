/* packed.h - a set of strings by their hashes, used where it lies.
 *
 * Keys are 32-bit hashes, sorted. The top bits choose a bucket of about eight;
 * of the rest sixteen bits are kept. A string that is not in the set is taken
 * for one that is about once in eight thousand times. Two bytes and a quarter a key. */
#ifndef BP_PACKED_H
#define BP_PACKED_H

#include <stdint.h>

enum { BP_PACKED_GROUP = 16 }; /* buckets that share a start */

typedef struct bp_packed {
    uint32_t bits;          /* of the hash that choose the bucket, 4 to 16 */
    const uint32_t *starts; /* index of the first key of each group of buckets */
    const uint8_t *counts;  /* keys in each bucket */
    const uint16_t *prints; /* the sixteen bits kept of each key */
} bp_packed;

/* The key's index, by which its value is found elsewhere; UINT32_MAX: not in the set. */
uint32_t bp_packed_find(const bp_packed *set, uint32_t hash);

/* Bucket and print together: keys that agree in this cannot be told apart. */
static inline uint32_t bp_packed_place(uint32_t bits, uint32_t hash)
{
    return hash >> (16 - bits);
}

#endif

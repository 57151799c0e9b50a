#ifndef PACK_SET_H
#define PACK_SET_H

#include "pack.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct pack_key {
    uint32_t hash;
    uint32_t order; /* where it was named; of twins the first stays */
    uint32_t value; /* the caller's */
} pack_key;

/* Bits kept of a key beyond its bucket. */
typedef enum pack_print { PACK_PRINT_8 = 8, PACK_PRINT_12 = 12 } pack_print;

/* Writes the set bp_NAME of `count` keys. Sorts `keys` and drops those that
 * cannot be told from another; gives how many are left. Their order is then
 * that of the indexes which bp_packed_find gives. */
size_t pack_set(FILE *out, const char *name, pack_key *keys, size_t count, pack_print print);

#endif

/* keys.h - names by their words, and small tables of them. */
#ifndef BP_KEYS_H
#define BP_KEYS_H

#include "text/document.h"

/* A hash of the words of a name: no case, no accents, no stops ("U.S." is
 * "US"), no hyphens, no leading article. Never 0. */
uint32_t bp_name_key(const bp_document *document, uint32_t first, uint32_t end);
/* The same without a final s of the last word: "Serbs" as "Serb". */
uint32_t bp_singular_key(const bp_document *document, uint32_t first, uint32_t end);

/* From keys to numbers: open addressing in an arena. */
typedef struct bp_key_map {
    struct bp_key_slot {
        uint32_t key, value; /* key 0: empty */
    } * slots;
    uint32_t size, count;
} bp_key_map;

/* The value of the key, or BP_NONE. */
uint32_t bp_key_get(const bp_key_map *map, uint32_t key);
/* Sets it. False: no memory. */
bool bp_key_set(bp_key_map *map, bp_arena *arena, uint32_t key, uint32_t value);

#endif

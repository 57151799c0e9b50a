/* lexicon_data.h - the table that the packer makes of src/english/words. */
#ifndef BP_LEXICON_DATA_H
#define BP_LEXICON_DATA_H

#include <stdint.h>

typedef struct bp_lexicon_entry {
    uint64_t classes;
    uint32_t at; /* into the pool; an entry of length 0 is empty */
    uint32_t length;
} bp_lexicon_entry;

extern const bp_lexicon_entry *const bp_lexicon_entries; /* open addressing */
extern const char *const bp_lexicon_pool;
extern const uint32_t bp_lexicon_size; /* a power of two */

#endif

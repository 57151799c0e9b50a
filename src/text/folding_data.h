/* folding_data.h - the table that the packer makes of src/english/folding.txt. */
#ifndef BP_FOLDING_DATA_H
#define BP_FOLDING_DATA_H

#include <stdint.h>

typedef struct bp_fold_entry {
    uint16_t point;
    char plain[4];
} bp_fold_entry;

extern const bp_fold_entry bp_folds[]; /* by code point */
extern const uint32_t bp_fold_count;

#endif

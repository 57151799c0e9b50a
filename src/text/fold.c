#include "folding.h"

#include "folding_data.h"

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

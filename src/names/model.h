/* model.h - the trained weights, as the packer lays them out from
 * src/english/names.weights (src/train makes that file). */
#ifndef BP_MODEL_H
#define BP_MODEL_H

#include "bytes.h"
#include "labels.h"

#include <stdbool.h>
#include <stddef.h>

enum { BP_CONFIDENCES = 32 };

typedef struct bp_model {
    uint32_t buckets; /* a power of two */
    /* buckets x BP_LABELS, each 64 more than the weight. All labels of a token get the same too much, so nothing is
     * lost by never taking it off; and a module full of zeros would be cut into thousands of segments. */
    const uint8_t *weights;
    const int32_t *transitions; /* (BP_LABELS + 1) x BP_LABELS */
    /* How sure is a margin of n x margin_step? In hundredths. */
    int32_t margin_step;
    const uint8_t *confidences; /* BP_CONFIDENCES */
    uint64_t sum;               /* bp_model_sum of the weights, as they were packed */
} bp_model;

extern const bp_model bp_names_model;

/* A checksum of weights, eight bytes at a time (`count` is a multiple of eight): any one byte changed changes it, for
 * each step can be undone. */
static inline uint64_t bp_model_sum(const uint8_t *weights, size_t count)
{
    uint64_t sum = 0;
    for (size_t i = 0; i + 8 <= count; i += 8) {
        sum = (sum ^ bp_eight_bytes(weights + i)) * UINT64_C(0x9E3779B97F4A7C15);
        sum ^= sum >> 32;
    }
    return sum;
}

/* False: the weights are not those that were packed (a damaged download). */
static inline bool bp_model_is_whole(const bp_model *model)
{
    return bp_model_sum(model->weights, (size_t)model->buckets * BP_LABELS) == model->sum;
}

#endif

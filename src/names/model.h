/* model.h - the trained weights, as the packer lays them out from
 * src/english/names.weights (src/train makes that file). */
#ifndef BP_MODEL_H
#define BP_MODEL_H

#include "labels.h"

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
} bp_model;

extern const bp_model bp_names_model;

#endif

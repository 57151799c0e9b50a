/* viterbi.h - the best sequence of labels for a sentence. */
#ifndef BP_VITERBI_H
#define BP_VITERBI_H

#include "labels.h"

/* Scores of a label after another; row BP_LABELS stands for the sentence's beginning. */
typedef struct bp_transitions {
    int32_t from[BP_LABELS + 1][BP_LABELS];
} bp_transitions;

/* Finds the labels of the highest score (Viterbi 1967). `emissions`: count x
 * BP_LABELS. `allowed`: for each token a bit for each label that it may have, or
 * NULL for all. `back` is scratch of count x BP_LABELS. An inside never follows
 * anything but its own type. Gives the score. */
int64_t bp_viterbi(const int32_t *emissions, uint32_t count, const bp_transitions *transitions, const uint32_t *allowed,
                   uint8_t *back, uint8_t *labels);

/* How much the best score loses when a token must not have its label: the
 * difference of max-marginals. `labels` is what bp_viterbi found; `scores` is
 * scratch of count x BP_LABELS; `margins` gets one number for each token. */
void bp_margins(const int32_t *emissions, uint32_t count, const bp_transitions *transitions, const uint8_t *labels,
                int64_t *scores, int32_t *margins);

#endif

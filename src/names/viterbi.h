/* viterbi.h - the best sequence of labels for a run of tokens. */
#ifndef BP_VITERBI_H
#define BP_VITERBI_H

#include "labels.h"

/* Scores of a label after another; row BP_LABELS stands for the sentence's beginning. */
typedef struct bp_transitions {
    int32_t from[BP_LABELS + 1][BP_LABELS];
} bp_transitions;

/* What is to be labelled: a sentence, or a part of one between tokens that are in no name. */
typedef struct bp_lattice {
    const int32_t *emissions; /* count x BP_LABELS */
    uint32_t count;           /* tokens */
    const bp_transitions *transitions;
    const uint32_t *allowed; /* for each token a bit for each label that it may have; NULL: all */
    int before;              /* the label before the run: BP_LABELS (a sentence begins) or BP_OUTSIDE */
    bool outside_after;      /* a token outside of names follows; else the sentence ends */
} bp_lattice;

/* Finds the labels of the highest score (Viterbi 1967). `scores` and `back` have
 * room for count x BP_LABELS; `scores` is left for bp_margins, `back` is scratch.
 * An inside never follows anything but its own type. */
void bp_viterbi(const bp_lattice *lattice, int32_t *scores, uint8_t *back, uint8_t *labels);

/* How much the best score loses when a token must not have its label: the
 * difference of max-marginals. `scores` and `labels` are what bp_viterbi left and
 * found; `margins` gets one number for each token. */
void bp_margins(const bp_lattice *lattice, const int32_t *scores, const uint8_t *labels, int32_t *margins);

#endif

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

/* Finds the labels of the highest score (Viterbi 1967). `back` is scratch of
 * count x BP_LABELS. An inside never follows anything but its own type. */
void bp_viterbi(const bp_lattice *lattice, uint8_t *back, uint8_t *labels);

/* How much the best score loses when a token must not have its label: the
 * difference of max-marginals. `labels` is what bp_viterbi found; `scores` is
 * scratch of count x BP_LABELS; `margins` gets one number for each token. */
void bp_margins(const bp_lattice *lattice, const uint8_t *labels, int32_t *scores, int32_t *margins);

#endif

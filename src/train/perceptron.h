/* perceptron.h - learning the tagger's weights. */
#ifndef TRAIN_PERCEPTRON_H
#define TRAIN_PERCEPTRON_H

#include "corpus.h"
#include "names/viterbi.h"

typedef struct train_settings {
    uint32_t bits; /* 2^bits buckets */
    uint32_t epochs, shuffles;
    uint32_t least;  /* a feature must occur so often in the corpus */
    double dropout;  /* share of the features left out at each visit */
    double nameless; /* share of the tokens without their word's own features */
    double margin;   /* what a wrong label gets in advance */
    uint64_t seed;
} train_settings;

typedef struct train_model {
    uint32_t buckets;
    float *weights; /* buckets x BP_LABELS */
    float transitions[BP_LABELS + 1][BP_LABELS];
} train_model;

/* Averaged structured perceptron (Collins 2002) with features left out at
 * random; where a mark is unknown, the best labels that the marks allow are
 * taken for right (a latent perceptron: Sun et al. 2009). */
void train_learn(const train_corpus *corpus, const train_settings *settings, train_model *model);

/* Sorts the words of clusters.txt into kinds and writes them into the file; see kinds.c. */
void train_write_kinds(const train_model *model, const train_ternary *ternary, const char *path);

#endif

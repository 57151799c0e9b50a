/* train.h - the trainer: what its parts share.
 *
 *     train clusters VECTORS CLUSTERS                 word clusters from word vectors
 *     train kinds RECIPES CORPORA VECTORS CLUSTERS    kinds of words, into the same file
 *     train weights RECIPES CORPORA WEIGHTS [SETTING=VALUE]...
 *
 * A program, not the library: it may exit. Deterministic: the same inputs give
 * the same bytes; its random numbers come from a seed. */
#ifndef TRAIN_H
#define TRAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Allocates zeroed memory or ends the program. */
void *train_take(size_t size);
_Noreturn void train_fail(const char *what, const char *why);

/* xorshift64* (Marsaglia 2003, Vigna 2016). */
typedef struct train_random {
    uint64_t state;
} train_random;
uint64_t train_next(train_random *random);
/* 0 to below `limit`. */
uint32_t train_below(train_random *random, uint32_t limit);

typedef struct train_vectors {
    uint32_t count, dimensions;
    char **words;
    float *rows; /* count x dimensions */
} train_vectors;
void train_read_vectors(const char *path, train_vectors *vectors);

int train_clusters(const char *vectors, const char *out);

typedef struct train_files {
    const char *recipes, *corpora, *vectors, *out;
} train_files;
int train_kinds(const train_files *files);
int train_weights(const train_files *files, char **settings, int count);

#endif

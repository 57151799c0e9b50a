/* corpus.h - marked texts, cut into the engine's own tokens and labelled. */
#ifndef TRAIN_CORPUS_H
#define TRAIN_CORPUS_H

#include "arena.h"
#include "names/features.h"
#include "names/labels.h"
#include "train.h"

/* Features of a token in training: the engine's, and its word's vector. */
enum { TRAIN_MOST_FEATURES = BP_MOST_FEATURES + 100 };

/* A marked name: code points, half open. `type` BP_ENTITY_TYPES: "a name of
 * some other kind". */
typedef struct train_span {
    uint32_t start, end;
    bp_entity_type type;
} train_span;

/* One text; each of its tokens has a set of labels that the marks allow (a bit
 * for each): one where the corpus knows, more where it does not. */
typedef struct train_text {
    bp_document document;
    bp_feature_source source;
    uint32_t *allowed;
    uint32_t *features; /* of all tokens, one after the other */
    uint32_t *starts;   /* tokens + 1: where in `features` each begins */
    uint8_t *vectors;   /* how many of each token's features, the last, are of its word's vector */
    float rate;         /* worth of the corpus: scale of an update */
    bool complete;      /* every type is marked */
} train_text;

/* Word vectors made ternary (Guo et al. 2014): of each dimension whether the
 * word's value is over the mean of the positive ones, under that of the
 * negative ones, or neither. The trainer alone sees them. */
typedef struct train_ternary train_ternary;
train_ternary *train_ternary_new(const train_vectors *vectors);
/* Hashes of the features of a word, at most two a dimension; gives their number. */
uint32_t train_ternary_of(const train_ternary *ternary, bp_view word, uint32_t *out);

typedef struct train_corpus {
    train_text **items;
    uint32_t count, room;
    bp_arena arena;
    const train_ternary *ternary; /* NULL: none */
} train_corpus;

/* How to read a corpus: one line of corpora.txt. */
typedef struct train_recipe {
    char path[512];
    uint32_t types; /* a bit for each type that it marks */
    float rate;
    uint32_t copies;
    bool variants; /* add copies in capitals and in title case */
} train_recipe;

/* Appends the texts of a .jsonl or .jsonl.gz file, or of a folder of articles in XML. */
void train_read(train_corpus *corpus, const train_recipe *recipe);

/* One article in XML, such as those in src/english/articles: its text, and its names. */
char *train_read_article(const char *path, size_t *length, train_span **spans, uint32_t *count);

#endif

/* features.h - what the tagger looks at: the token, its neighbours, the lists
 * they are in, the kind of sentence, and the word's other places in the article.
 *
 * Features are hashes (Weinberger et al. 2009): a template's number and its
 * values mixed into 32 bits, of which the model takes as many as it has buckets.
 * The engine and the trainer both come here, so they cannot disagree. */
#ifndef BP_FEATURES_H
#define BP_FEATURES_H

#include "text/document.h"

enum { BP_MOST_FEATURES = 160 };

/* What is known of a distinct word, looked up once. */
typedef struct bp_word_traits {
    uint32_t prefixes[4], suffixes[4]; /* hashes of the first and last 1 to 4 characters; 0: the word is shorter */
    uint16_t cluster;                  /* 1 to 1024; 0: the word is in none */
    uint16_t kind;                     /* likewise: see clusters.h */
} bp_word_traits;

typedef struct bp_token_traits {
    uint32_t run_first; /* the run of capitalized tokens around this one, half open; */
    uint32_t run_end;   /* equal: it is in none */
    uint32_t exact;     /* hash of the bytes as written */
    uint32_t before;    /* the same word's capitalized token before this one, + 1; 0: none */
    uint32_t after;     /* and after it */
    uint16_t shape;     /* small number for Xx, XX, dd and so on */
    uint16_t listed;    /* BP_LISTED_... of the phrase that this token is part of */
} bp_token_traits;

/* How a sentence is written. */
enum { BP_SENTENCE_PLAIN = 0, BP_SENTENCE_CAPITALS, BP_SENTENCE_TITLE, BP_SENTENCE_SMALL };

typedef struct bp_feature_source {
    const bp_document *document;
    bp_word_traits *words;   /* one for each of the document's words */
    bp_token_traits *tokens; /* one for each token */
    uint8_t *sentences;      /* one for each sentence: BP_SENTENCE_... */
} bp_feature_source;

/* Prepares the whole document; memory from `arena`. False: no memory. Linear. */
bool bp_features_prepare(bp_feature_source *source, const bp_document *document, bp_arena *arena);

/* Writes the hashes of the features of one token, at most BP_MOST_FEATURES; gives their number. */
uint32_t bp_features_of(const bp_feature_source *source, uint32_t token, uint32_t *out);

#endif

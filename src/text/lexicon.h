/* lexicon.h - which classes a word belongs to.
 *
 * Every file src/english/words/NAME.txt is a class: one word a line, lower
 * case. src/english/hints.txt holds short lists that one rule or a few ask
 * for. The packer gives each class and each list a bit, BP_WORDS_NAME and
 * BP_HINT_NAME in the generated classes.h, and puts all words into one table. */
#ifndef BP_LEXICON_H
#define BP_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "classes.h"

typedef struct bp_word_set {
    uint64_t classes; /* BP_WORDS_... */
    uint64_t hints;   /* BP_HINT_... */
} bp_word_set;

/* What a lower-cased word belongs to, by its bp_hash_bytes; an empty set for an unknown word. Never NULL. */
const bp_word_set *bp_lexicon_find(const char *word, size_t length, uint32_t hash);

#endif

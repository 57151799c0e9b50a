/* lexicon.h - which classes a word belongs to.
 *
 * Every file src/english/words/NAME.txt is a class: one word a line, lower
 * case. The packer gives each class a bit, BP_WORDS_NAME in the generated
 * classes.h, and puts all words into one table. */
#ifndef BP_LEXICON_H
#define BP_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "classes.h"

/* The classes of a lower-cased word, by its bp_hash_bytes; 0 for none. */
uint64_t bp_lexicon_classes(const char *word, size_t length, uint32_t hash);

#endif

/* phrases.h - lists of phrases, each with a value, looked up at a token.
 *
 * A list is a file src/english/NAME.txt: a number, white space, a phrase. The
 * packer cuts the phrases into tokens with the engine's own scanner and keeps a
 * 32-bit hash of each phrase and of each of its beginnings: a look-up stops at
 * the first token that continues no phrase. Two phrases that share a hash stop
 * the packer; that a text's own words share one with a phrase by chance happens
 * once in a million look-ups. */
#ifndef BP_PHRASES_H
#define BP_PHRASES_H

#include "document.h"

typedef struct bp_phrase_entry {
    uint32_t key;   /* 0: empty */
    int16_t value;  /* of a whole phrase; 0 for a mere beginning */
    uint8_t marks;  /* BP_PHRASE_... */
    uint8_t longer; /* is it also the beginning of a longer one? */
} bp_phrase_entry;

typedef struct bp_phrase_list {
    const bp_phrase_entry *entries; /* open addressing */
    uint32_t size;                  /* a power of two */
} bp_phrase_list;

enum {
    BP_PHRASE_OPENS = 1, /* "^": counts only at the beginning of a block */
    BP_PHRASE_WHOLE = 2  /* "=": only as the whole block, final marks aside */
};

typedef struct bp_phrase {
    uint32_t tokens; /* length; 0: no phrase here */
    int value;
    unsigned marks;
} bp_phrase;

/* The longest phrase that begins at `token` and ends by `end`. */
bp_phrase bp_phrase_at(const bp_phrase_list *list, const bp_document *document, uint32_t token, uint32_t end);

/* The value of a phrase that is this one lower-cased word, a final full stop aside; 0: no such phrase. */
int bp_word_value(const bp_phrase_list *list, bp_view word);

extern const bp_phrase_list bp_furniture_phrases;
/* Words for one calling share a value; below zero: words for the other of two. */
extern const bp_phrase_list bp_callings_phrases;
/* Nouns that say what the name beside them is; the value is one more than the type of name (bp_entity_type). */
extern const bp_phrase_list bp_kinds_phrases;

#endif

/* lexicon_data.h - the table that the packer makes of src/english/words and hints.txt.
 *
 * A word is a record: its length and the high bits of its set's number in one byte, the low eight in the next, then its
 * letters. The top bits of the words' hashes part the records into groups, which lie one behind the other. Words have
 * few different sets of classes and hints, so each set is there once. (An open table of 16 bytes an entry took twice
 * the room, packed.) */
#ifndef BP_LEXICON_DATA_H
#define BP_LEXICON_DATA_H

#include "lexicon.h"

enum {
    BP_LEXICON_BITS = 9, /* of the hash that tell the group: eight words in each */
    BP_LEXICON_LENGTH_BITS = 5,
    BP_LEXICON_LONGEST = (1 << BP_LEXICON_LENGTH_BITS) - 1, /* bytes */
    BP_LEXICON_SETS = 1 << (16 - BP_LEXICON_LENGTH_BITS)
};

typedef struct bp_lexicon {
    const uint8_t *records;
    const uint16_t *starts; /* of each group in the records; one more at the end */
    const bp_word_set *sets;
} bp_lexicon;

extern const bp_lexicon bp_english_lexicon;

#endif

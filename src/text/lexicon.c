#include "lexicon.h"

#include "lexicon_data.h"

#include <string.h>

const bp_word_set *bp_lexicon_find(const char *word, size_t length, uint32_t hash)
{
    static const bp_word_set nothing = { 0 };
    const bp_lexicon *lexicon = &bp_english_lexicon;
    const uint16_t *starts = &lexicon->starts[hash >> (32 - BP_LEXICON_BITS)];
    const uint8_t *record = lexicon->records + starts[0], *end = lexicon->records + starts[1];
    for (size_t letters; record < end; record += 2 + letters) {
        letters = record[0] & BP_LEXICON_LONGEST;
        if (letters == length && memcmp(record + 2, word, length) == 0)
            return &lexicon->sets[record[0] >> BP_LEXICON_LENGTH_BITS << 8 | record[1]];
    }
    return &nothing;
}

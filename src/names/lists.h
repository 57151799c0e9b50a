/* lists.h - the lists of names under src/english/lists, by phrase. */
#ifndef BP_LISTS_H
#define BP_LISTS_H

#include "text/document.h"
#include "text/hash.h"
#include "text/packed.h"

/* In which lists a phrase stands. */
enum {
    BP_LISTED_CITY = 1 << 0,
    BP_LISTED_COUNTRY = 1 << 1,
    BP_LISTED_REGION = 1 << 2,
    BP_LISTED_GROUP = 1 << 3,
    BP_LISTED_FIRST_NAME = 1 << 4,
    BP_LISTED_LAST_NAME = 1 << 5,
    BP_LISTED_ORGANIZATION = 1 << 6,
    BP_LISTED_ORGANIZATION_WORD = 1 << 7,
    BP_LISTED_PLACE_WORD = 1 << 8,
    BP_LISTED_TITLE = 1 << 9,
    BP_LISTED_EVENT = 1 << 10,
    BP_LISTED_PRODUCT = 1 << 11,
    BP_LISTED_COMMON = 1 << 12, /* also an ordinary word */
    BP_LISTED_FEMALE = 1 << 13,
    BP_LISTED_MALE = 1 << 14,
    BP_LISTED_WORK = 1 << 15,
    BP_LISTED_LAW = BP_LISTED_EVENT | BP_LISTED_WORK
};

/* For the tagger: the place of a token in a listed phrase of more than one
 * token, in the bits that tell a phrase's gender. */
enum { BP_LISTED_FIRST = BP_LISTED_FEMALE, BP_LISTED_INSIDE = BP_LISTED_MALE };

enum { BP_LONGEST_LISTED = 5 }; /* tokens */

extern const bp_packed bp_listed_phrases;     /* by bp_phrase_key */
extern const uint8_t *const bp_listed_kinds;  /* of a phrase by its index: number of a row of */
extern const uint16_t *const bp_listed_flags; /* these */

/* The key of a phrase: its tokens' folded hashes, paired one after the other,
 * from 0 on. */
static inline uint32_t bp_phrase_extend(uint32_t key, const bp_document *document, uint32_t token)
{
    return bp_hash_pair(key, bp_token_word(document, token)->folded);
}

static inline uint32_t bp_phrase_key(const bp_document *document, uint32_t token, uint32_t count)
{
    uint32_t key = 0;
    for (uint32_t i = token; i < token + count; i++) key = bp_phrase_extend(key, document, i);
    return key;
}

/* BP_LISTED_... of the phrase of this key; 0: it is in no list. */
uint16_t bp_listed_by_key(uint32_t key);
/* BP_LISTED_... of the phrase of `count` tokens from `token` on; 0: it is in no list. */
uint16_t bp_listed(const bp_document *document, uint32_t token, uint32_t count);

#endif

/* nouns.h - noun phrases in the narration, as far as speakers need them. */
#ifndef BP_NOUNS_H
#define BP_NOUNS_H

#include "quotes/narration.h"

/* "the ministry's new spokesman", "Dr Ama Nkrumah", "she". */
typedef struct bp_noun_phrase {
    uint32_t first, end; /* units, half open; equal: no phrase */
    uint32_t head;       /* the unit of the noun, name or pronoun that the rest describes */
} bp_noun_phrase;

/* The phrase that ends right before `end` and does not begin before `least`. */
bp_noun_phrase bp_phrase_before(const bp_narration *narration, uint32_t end, uint32_t least);
/* The phrase that begins at `first` and ends by `limit`. With its "of" and
 * "for", and with the name that follows a role: "the mayor, Ama Nkrumah". */
bp_noun_phrase bp_phrase_after(const bp_narration *narration, uint32_t first, uint32_t limit);

/* "the coast guard": a body, though "the guard" is one person. */
static inline bool bp_is_guard_of(const bp_narration *n, uint32_t unit)
{
    return unit > 0 && bp_unit_says(n, unit, "guard") && bp_unit_among(n, unit - 1, BP_HINT_GUARDS_OF);
}

/* Does the phrase open with "his" or "her"? */
static inline bool bp_is_owned(const bp_narration *n, bp_noun_phrase phrase)
{
    return bp_is_word_in(n, phrase.first, BP_WORDS_DETERMINERS) &&
           bp_unit_in(n, phrase.first, BP_WORDS_MEN | BP_WORDS_WOMEN);
}

static inline bool bp_is_phrase(bp_noun_phrase phrase)
{
    return phrase.first < phrase.end;
}

/* Is the unit the name of a person, or a name that may be one? */
bool bp_may_name_person(const bp_narration *narration, uint32_t unit);
/* Can this unit be the verb of a clause whose subject stands before it? */
bool bp_is_finite_verb(const bp_narration *narration, uint32_t unit);
/* Does a word that can be a noun or a verb follow what can be its subject? */
bool bp_follows_subject(const bp_narration *narration, uint32_t unit);
bool bp_is_hyphenated(const bp_narration *narration, uint32_t unit);
bool bp_is_adverb(const bp_narration *narration, uint32_t unit);
/* 's that makes a possessive, or may. */
bool bp_is_possessive(const bp_narration *narration, uint32_t unit);

/* The gender that a word tells. */
static inline bp_gender bp_gender_of(uint64_t classes)
{
    return classes & BP_WORDS_MEN ? BP_MALE : classes & BP_WORDS_WOMEN ? BP_FEMALE : BP_GENDER_UNKNOWN;
}

#endif

/* roles.h - who is called what: "the mayor", "his daughter", "the ministry". */
#ifndef BP_ROLES_H
#define BP_ROLES_H

#include "quotes/nouns.h"

/* Of a noun: whom it was said of. */
typedef struct bp_description {
    uint32_t entity; /* plus one; 0: nobody */
    uint32_t
        modifier;  /* whose: the entity of a name ("the French minister", "the mayor of Harrow"), plus one, or a word */
    uint32_t kind; /* the word right before it ("managing director"), plus one; 0: none */
} bp_description;

/* By the noun's word in the document, then by its calling. */
typedef struct bp_roles {
    const bp_narration *narration;
    uint8_t *genders;      /* by entity; not owned */
    bp_description *first; /* in the whole article */
    bp_description *last;  /* in what has been read */
} bp_roles;

/* Reads the whole article for the first description of each noun, and for what
 * "his wife, X" tells of `genders`; where `narration` has that reading already, takes
 * it. False: no memory. Linear. */
bool bp_roles_begin(bp_roles *roles, const bp_narration *narration, uint8_t *genders);
/* Reads how the name at `unit` is described where it stands. */
void bp_roles_read(bp_roles *roles, uint32_t unit);
/* The entity that the phrase's noun was said of, most lately or first; BP_NONE: nobody. */
uint32_t bp_roles_find(const bp_roles *roles, bp_noun_phrase phrase);
/* Likewise, of a word of the text. */
uint32_t bp_roles_of_token(const bp_roles *roles, uint32_t token);
/* The number that the noun's calling has; 0: none. Below zero: two are so to each other. */
int bp_calling_of(const bp_narration *narration, uint32_t unit);

#endif

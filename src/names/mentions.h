/* mentions.h - from the three sources of names to one list of mentions. */
#ifndef BP_MENTIONS_H
#define BP_MENTIONS_H

#include "house.h"
#include "tagger.h"

/* A mention by its tokens, while names are put together. */
typedef struct bp_named {
    uint32_t first, end; /* tokens, half open */
    bp_entity_type type;
    bp_form form;
    uint32_t entity; /* BP_NONE until it is known */
    uint32_t house;  /* index of the house's name, or BP_NONE */
    float score;
    const char *why;
} bp_named;

typedef struct bp_named_list {
    bp_named *items;
    uint32_t count, room;
} bp_named_list;

/* House names first, then what the tagger found beside them; in order, none
 * overlapping. What the house never marks is left out. False: no memory. */
bool bp_gather_names(const bp_document *document, const bp_house *house, const bp_tagged_list *tagged,
                     bp_named_list *names);

/* Makes one name of a first name, a nickname in quotation marks and a last name; what is called by a nickname
 * elsewhere is a person, too. False: no memory. Linear. */
bool bp_join_nicknames(const bp_document *document, bp_named_list *names);
/* The nickname in quotation marks inside the name, in tokens, half open. False: there is none. */
bool bp_nickname_in(const bp_document *document, const bp_named *name, uint32_t *first, uint32_t *end);
/* Is the second name said to be another of the first: "Ama Nkrumah, known to everyone as the Heron"? */
bool bp_is_alias(const bp_document *document, const bp_named *name, const bp_named *alias);

/* Gives names the type that the noun beside them tells: "the drug, X", "X, a musical about". What the tagger was sure
 * of stays. False: no memory. Linear. */
bool bp_apply_appositions(const bp_document *document, bp_named_list *names);

/* Appends what the house's patterns find, as mentions without entity; a pattern
 * that runs wild is stopped, and a warning says so. False: no memory. */
bool bp_find_house_patterns(const bp_document *document, const bp_house *house, bp_findings *findings);

#endif

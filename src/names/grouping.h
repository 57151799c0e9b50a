/* grouping.h - the state of putting names together; shared by the files that
 * each know one kind of name. */
#ifndef BP_GROUPING_H
#define BP_GROUPING_H

#include "keys.h"
#include "mentions.h"

/* A name as it is written, with its type: what all its exact repeats share. */
typedef struct bp_name_form {
    uint32_t key;
    bp_entity_type type;
    uint32_t first, end; /* tokens of its first place */
    uint32_t entity;     /* BP_NONE: not yet known */
    float score;         /* the best of its mentions */
    bool is_short;       /* an organization's, for a longer form */
} bp_name_form;

typedef struct bp_grouping {
    const bp_document *document;
    const bp_house *house;
    bp_arena *arena; /* working memory */
    bp_findings *findings;
    bp_named_list *names;
    bp_key_map form_of; /* by key and type */
    BP_LIST(bp_name_form) forms;
    /* By a word of a person's name: the entity that was last called so, or the form that will be first. */
    bp_key_map surnames, given_names, inner_names, full_names;
    bp_key_map later_surnames, later_given_names, later_inner_names;
    bp_key_map namesakes;       /* by entity + 1: who had the surname before */
    bp_key_map generations;     /* by entity + 1: the key of "Jr." */
    bp_key_map nicknames;       /* by all their words: the person */
    bp_key_map countries;       /* by the number that the names of one share */
    bp_key_map cities;          /* likewise, by the GeoNames id */
    bp_key_map countries_named; /* by code: those that the article names */
    bp_key_map surrounded;      /* by form: the first of its names behind which a country or a state stands */
    bp_key_map places_in;       /* by code: how often places are named that can lie in no other country */
    /* Of organizations: forms by what a shorter name may have of them, and by the acronym that stands beside them. */
    bp_key_map initials, heads, tails, stems, parts, explained;
    bp_key_map endings; /* of events, works, products and laws: the form that ends so */
} bp_grouping;

/* Gives each spelling its type. False: no memory. */
bool bp_vote(bp_grouping *grouping);

/* The key of the form of a name. Never 0. */
uint32_t bp_form_key(const bp_document *document, const bp_named *name);

/* In a map from parts of names to forms: two forms have the part, so it stands for neither. */
enum { BP_SHARED_PART = INT32_MAX };

/* Sets the form, or that two have the part. False: no memory. */
bool bp_set_part(bp_grouping *grouping, bp_key_map *map, uint32_t key, uint32_t form);
/* The form that alone has the part; BP_NONE: there is none. */
uint32_t bp_form_with(const bp_key_map *map, uint32_t key);

/* A new entity, named by these tokens; BP_NONE: no memory. */
uint32_t bp_new_entity(bp_grouping *grouping, bp_entity_type type, uint32_t first, uint32_t end);

/* What is written from one token to another. */
bp_view bp_text_of(const bp_document *document, uint32_t first, uint32_t end);

/* The key of a single word of a name. */
uint32_t bp_token_key(const bp_document *document, uint32_t token);

/* The entity of a name of its kind; BP_NONE: no memory. */
uint32_t bp_person_of(bp_grouping *grouping, bp_named *name, bp_name_form *form);
uint32_t bp_organization_of(bp_grouping *grouping, bp_named *name, bp_name_form *form);
uint32_t bp_place_of(bp_grouping *grouping, const bp_named *name, bp_name_form *form);
/* Learns from the forms of the whole article what later names are short for. False: no memory. */
bool bp_foresee_persons(bp_grouping *grouping);
bool bp_foresee_organizations(bp_grouping *grouping);
bool bp_foresee_places(bp_grouping *grouping);

/* The title or role that a person's mention carries, and the gender that it tells. */
void bp_read_title(bp_grouping *grouping, const bp_named *name);
/* The gender that the word in front of the name tells: "Mrs". */
bp_gender bp_title_gender(const bp_document *document, const bp_named *name);

/* "the United Nations mission in Kosovo (UNMIK)": appends nominal mentions of
 * organizations that an acronym beside them explains. False: no memory. */
bool bp_find_nominals(bp_grouping *grouping);

/* Adds the names that the tagger missed and that are written as others are. False: no memory. */
bool bp_find_repeats(bp_grouping *grouping);

#endif

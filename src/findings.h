/* findings.h - what the stages have found so far in one article.
 *
 * Each stage appends; all of it lies in the result's arena, and becomes the
 * result. Mentions, dates and quotes may be appended in any order and may
 * cross: nesting.c puts them in order and drops what crosses. */
#ifndef BP_FINDINGS_H
#define BP_FINDINGS_H

#include "arena.h"
#include "bluepencil.h"

typedef enum bp_gender { BP_GENDER_UNKNOWN = 0, BP_FEMALE, BP_MALE } bp_gender;

/* What only the engine needs to know of an entity; same index as the entity. */
typedef struct bp_entity_note {
    bp_gender gender; /* of a person, by title, first name or role */
    bool certain;     /* by title or role rather than by a list of names */
    bool house;       /* house style says so, which goes before what the stages think */
    uint32_t first;   /* token of the name that made it an entity */
} bp_entity_note;

typedef struct bp_findings {
    bp_arena *arena;
    BP_LIST(bp_mention) mentions;
    BP_LIST(bp_entity) entities;
    BP_LIST(bp_entity_note) notes;
    BP_LIST(bp_date) dates;
    BP_LIST(bp_quote) quotes;
    BP_LIST(const char *) warnings;
    bp_reference reference;
} bp_findings;

/* Puts the mentions in the order of the text. */
void bp_findings_order(bp_findings *findings);

/* Orders mentions, dates and quotes by their place and drops what crosses or
 * repeats something stronger, so that spans nest or are disjoint. False: no
 * memory. */
bool bp_findings_nest(bp_findings *findings);

/* Keeps only the kinds that were asked for and the entities that still have a
 * mention, and gives each entity its list of mentions. False: no memory. */
bool bp_findings_select(bp_findings *findings, const bp_kinds *kinds);

#endif

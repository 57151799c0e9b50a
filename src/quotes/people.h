/* people.h - who a speaker is: from "she", "the minister" and a surname to the
 * entity, over sentences and paragraphs. */
#ifndef BP_PEOPLE_H
#define BP_PEOPLE_H

#include "quotes/nouns.h"

typedef struct bp_speaker {
    bool known;
    bp_span span;    /* the words that name the speaker */
    uint32_t entity; /* BP_NONE: no known entity */
    bp_view name;
    float trust;     /* how likely it is the right one, 0 to 1, if the words are right */
    const char *how; /* "named", "nearest woman named above" ... */
} bp_speaker;

enum { BP_PEOPLE_REMEMBERED = 24 };

/* Somebody named in the narration, as far as the walk has come. */
typedef struct bp_person {
    uint32_t entity;
    uint32_t line;
    bool subject; /* of its clause */
    bool speaker; /* of a quotation */
} bp_person;

/* A common noun that describes an entity: "minister", "doctor". */
typedef struct bp_description {
    uint32_t entity, word;
} bp_description;

/* What the walk through the narration remembers. */
typedef struct bp_people {
    const bp_narration *narration;
    uint32_t unit;                          /* everything before it has been seen */
    bp_person recent[BP_PEOPLE_REMEMBERED]; /* a ring */
    uint32_t count;                         /* ever put into the ring */
    bp_description described[BP_PEOPLE_REMEMBERED * 2];
    uint32_t description_count;
    uint8_t *genders; /* by entity: what `findings` knows and titles tell */
} bp_people;

/* False: no memory. */
bool bp_people_begin(bp_people *people, const bp_narration *narration);
/* Reads on up to `unit`. */
void bp_people_read(bp_people *people, uint32_t unit);
/* Who the phrase is. Read on up to it first. */
bp_speaker bp_people_resolve(const bp_people *people, bp_noun_phrase phrase);
/* Remembers that the entity speaks in `line`. */
void bp_people_spoke(bp_people *people, uint32_t entity, uint32_t line);

#endif

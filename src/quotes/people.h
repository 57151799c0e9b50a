/* people.h - who has been spoken of, as far as the article has been read. */
#ifndef BP_PEOPLE_H
#define BP_PEOPLE_H

#include "quotes/cast.h"
#include "quotes/roles.h"

enum { BP_PEOPLE_REMEMBERED = 24 };

/* Somebody spoken of in the narration. */
typedef struct bp_person {
    uint32_t entity;       /* BP_NONE: somebody without a name, */
    bp_noun_phrase phrase; /* known by these words, */
    uint8_t gender;        /* and of this gender */
    uint32_t line;
    bool subject; /* of its sentence */
    bool speaker; /* of a quotation */
    bool guessed; /* what was not surely named as a person, but acts like one */
} bp_person;

/* Whom a pronoun or a noun asks for. */
typedef struct bp_wanted {
    bp_entity_type type;
    bp_gender gender;
    uint32_t unit;   /* where it stands */
    uint32_t except; /* an entity that it is not; BP_NONE */
    bool says;       /* "the road was shut, she said": hardly anybody named in what she said */
    bool doubting;   /* the gender that no more than a list of names tells is not believed */
} bp_wanted;

/* What the walk through the narration remembers. */
typedef struct bp_people {
    const bp_narration *narration;
    bp_roles roles;
    bp_cast cast;
    uint32_t unit;                          /* everything before it has been seen */
    bp_person recent[BP_PEOPLE_REMEMBERED]; /* a ring */
    uint32_t count;                         /* ever put into the ring */
    uint8_t *genders;                       /* by entity: what `findings` knows and pronouns tell */
    uint32_t *last;                         /* by entity: the unit that named it last, plus one */
    uint32_t *barred;                       /* by entity: the `round` in which it is hardly meant */
    uint32_t round;
    int *votes;        /* by entity: pronouns of a man less those of a woman; NULL: not counted */
    uint32_t answered; /* the entity that somebody answers, and so is not meant; BP_NONE */
} bp_people;

/* False: no memory. */
bool bp_people_begin(bp_people *people, const bp_narration *narration);
/* Reads the article for the genders that its descriptions tell, or where nothing else does its
 * pronouns, and keeps the descriptions in `narration`. False: no memory. Linear. */
bool bp_learn_genders(bp_narration *narration, bp_findings *findings);
/* Reads on up to `unit`. */
void bp_people_read(bp_people *people, uint32_t unit);
/* Forgets whom it remembers; what comes stands by itself. */
void bp_people_forget(bp_people *people);
/* Remembers who speaks: an entity, or somebody known by these words. */
void bp_people_spoke(bp_people *people, uint32_t entity, bp_noun_phrase phrase);

/* Forgets who was barred. */
void bp_people_unbar(bp_people *people);
/* Whoever is named in the tokens is hardly the speaker of what is said there. */
void bp_people_bar(bp_people *people, uint32_t first_token, uint32_t end_token);
void bp_people_bar_entity(bp_people *people, uint32_t entity);

/* The most prominent of those who answer to what is wanted; NULL: nobody. `alone`:
 * does nobody else? */
const bp_person *bp_people_find(const bp_people *people, const bp_wanted *wanted, bool *alone);

/* By what `findings` knows, its words or its pronouns. */
bp_gender bp_person_gender(const bp_people *people, const bp_person *person);
/* The subject of the sentence that `unit` stands in, as far as it has been read; BP_NONE. */
uint32_t bp_people_subject(const bp_people *people, uint32_t unit);

/* The other of two: "her colleague" is not she, but the one beside her; NULL: nobody. */
const bp_person *bp_people_other(const bp_people *people, bp_noun_phrase phrase);
/* "his brother", "her husband": the one of the same surname; NULL: nobody. */
const bp_person *bp_people_kin(const bp_people *people, bp_noun_phrase phrase);
/* The one the article is about, if that one was named of late, has the gender wanted and is nobody excepted or
 * answered; NULL otherwise. */
const bp_person *bp_people_main(const bp_people *people, const bp_wanted *wanted);
/* The only person named so far in the paragraph of `unit`; NULL: none or several. */
const bp_person *bp_people_only(const bp_people *people, uint32_t unit);
/* "the carver" of "X, who carved it": an entity of which the article tells that it does that; BP_NONE. */
uint32_t bp_people_doer(const bp_people *people, bp_noun_phrase phrase);

#endif

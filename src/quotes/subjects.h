/* subjects.h - whose verb a verb is. */
#ifndef BP_SUBJECTS_H
#define BP_SUBJECTS_H

#include "quotes/nouns.h"

typedef enum bp_subject_way {
    BP_NO_SUBJECT = 0,
    BP_SUBJECT_BEFORE,     /* she said */
    BP_SUBJECT_APPOSITION, /* Nkrumah, a doctor, said */
    BP_SUBJECT_RELATIVE,   /* Nkrumah, who said */
    BP_SUBJECT_AFTER,      /* said Nkrumah */
    BP_SUBJECT_MAIN        /* Nkrumah left the room, saying */
} bp_subject_way;

typedef struct bp_subject {
    bp_noun_phrase phrase;
    bp_subject_way way;
} bp_subject;

/* The subject of the verb at `verb`, sought before it down to `least`. */
bp_subject bp_subject_before(const bp_narration *narration, uint32_t verb, uint32_t least);
/* The subject that follows an inverted verb: said Nkrumah. */
bp_subject bp_subject_after(const bp_narration *narration, uint32_t verb, uint32_t limit);
/* The subject of the sentence so far: of the last main clause in [least, before). */
bp_subject bp_main_subject(const bp_narration *narration, uint32_t before, uint32_t least);

/* The first unit of the verb's group: "has also | said". */
uint32_t bp_verb_group(const bp_narration *narration, uint32_t verb, uint32_t least);

#endif

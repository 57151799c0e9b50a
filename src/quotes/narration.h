/* narration.h - the article as its reporter tells it.
 *
 * What stands between quotation marks is folded into one unit, and so is each
 * name; what remains are short lines in which a cue and its speaker lie close
 * together however long the quotation is: [QUOTE] , [NAME] said . */
#ifndef BP_NARRATION_H
#define BP_NARRATION_H

#include "findings.h"
#include "quotes/stretches.h"
#include "text/document.h"

typedef enum bp_unit_kind {
    BP_UNIT_WORD = 0,
    BP_UNIT_NAME,    /* a mention of a person, body, place ..., or a run of capitalized words */
    BP_UNIT_STRETCH, /* words in marks */
    BP_UNIT_NUMBER,
    BP_UNIT_COMMA,
    BP_UNIT_COLON,
    BP_UNIT_SEMICOLON,
    BP_UNIT_DASH,
    BP_UNIT_HYPHEN,
    BP_UNIT_OPEN, /* brackets */
    BP_UNIT_CLOSE,
    BP_UNIT_STOP, /* . ! ? and the ellipsis */
    BP_UNIT_OTHER
} bp_unit_kind;

typedef struct bp_unit {
    uint32_t first, end; /* tokens, half open */
    uint32_t index;      /* of the mention or of the stretch; BP_NONE if there is none */
    uint32_t line;
    uint8_t kind;
    bool dated;       /* tells when: in "last week", "two days later" */
    uint64_t classes; /* of a word */
} bp_unit;

/* A sentence of the narration. */
typedef struct bp_line {
    uint32_t first, end; /* units, half open */
    uint32_t block;
} bp_line;

typedef struct bp_narration {
    const bp_document *document;
    const bp_findings *findings;
    bp_stretch_list stretches;
    BP_LIST(bp_unit) units;
    BP_LIST(bp_line) lines;
    uint32_t *stretch_units;          /* the unit of each stretch */
    bool single_marks;                /* do single marks hold speech in it, not only headings and words? */
    bool *quoted;                     /* is the stretch (part of) a quotation? filled by pieces.c */
    uint32_t *quote_cues;             /* the first unit of that quotation's cue, or BP_NONE */
    uint32_t *quotes;                 /* its index among the findings' quotes; filled by emit.c */
    struct bp_description *described; /* what the article says of whom, by noun; filled by people.c */
    uint32_t *echoes; /* of a headline's: the stretch of the text that has its words; filled by echoes.c */
} bp_narration;

/* Folds the article. The mentions must be in the order of the text. False: no
 * memory. Linear. */
bool bp_narrate(const bp_document *document, const bp_findings *findings, bp_narration *narration);

/* Folds what stands inside the quotations that hold further marks, so that "She
 * told me, 'Go,' and I went" has its own lines. Once the outer narration's `quoted`
 * is filled. False: no memory. Linear. */
bool bp_narrate_inside(const bp_narration *outer, bp_narration *narration);

static inline const bp_unit *bp_unit_at(const bp_narration *n, uint32_t unit)
{
    return &n->units.items[unit];
}

static inline bool bp_unit_is(const bp_narration *n, uint32_t unit, bp_unit_kind kind)
{
    return n->units.items[unit].kind == kind;
}

static inline bool bp_unit_in(const bp_narration *n, uint32_t unit, uint64_t classes)
{
    return (n->units.items[unit].classes & classes) != 0;
}

/* Is it a word of one of the classes, no name or mark? */
static inline bool bp_is_word_in(const bp_narration *n, uint32_t unit, uint64_t classes)
{
    return bp_unit_is(n, unit, BP_UNIT_WORD) && bp_unit_in(n, unit, classes);
}

/* Is the unit this one word, lower case? */
static inline bool bp_unit_says(const bp_narration *n, uint32_t unit, const char *word)
{
    return n->units.items[unit].kind == BP_UNIT_WORD && bp_token_is(n->document, n->units.items[unit].first, word);
}

/* Is the unit one word with one of the hints? */
static inline bool bp_unit_among(const bp_narration *n, uint32_t unit, uint64_t hints)
{
    return n->units.items[unit].kind == BP_UNIT_WORD && bp_token_among(n->document, n->units.items[unit].first, hints);
}

/* Does the word end in these letters and has more before them? */
bool bp_unit_ends(const bp_narration *narration, uint32_t unit, const char *ending);

/* The code point that ends the words in marks that the unit is. */
uint32_t bp_last_point(const bp_narration *narration, uint32_t stretch);

/* The mention that a unit is; NULL if it is none. */
static inline const bp_mention *bp_unit_mention(const bp_narration *n, uint32_t unit)
{
    const bp_unit *u = &n->units.items[unit];
    return u->kind == BP_UNIT_NAME && u->index != BP_NONE ? &n->findings->mentions.items[u->index] : NULL;
}

#endif

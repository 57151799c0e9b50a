/* marks.h - quotation marks, one by one. */
#ifndef BP_MARKS_H
#define BP_MARKS_H

#include "text/document.h"

/* Marks of one family can close each other. */
typedef enum bp_mark_family {
    BP_NO_MARK = 0,
    BP_DOUBLE, /* "...", typographic and low ones, two single ones */
    BP_SINGLE,
    BP_GUILLEMET,
    BP_SMALL_GUILLEMET,
    BP_CORNER
} bp_mark_family;

/* Which way its shape points. */
typedef enum bp_mark_direction { BP_EITHER = 0, BP_LEFT, BP_RIGHT } bp_mark_direction;

typedef struct bp_mark {
    uint32_t token;
    uint32_t point; /* its code point; of '' and `` that of one half */
    uint8_t family;
    uint8_t direction;
    bool opens, closes; /* by the space around it */
    bool weak;          /* closes only if nothing better does: perhaps an apostrophe */
    bool apart;         /* the space around it says nothing */
} bp_mark;

/* Family and direction of a token; BP_NO_MARK for all that is none. */
bp_mark bp_mark_shape(const bp_document *document, uint32_t token);

/* The mark at a token of the block, with what it can do there; BP_NO_MARK for
 * apostrophes, feet and inches and all other tokens. */
bp_mark bp_mark_at(const bp_document *document, const bp_paragraph *block, uint32_t token);

#endif

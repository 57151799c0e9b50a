/* reading.h - finding what is written: one expression, with what belongs to it. */
#ifndef BP_READING_H
#define BP_READING_H

#include "grammar.h"
#include "text/document.h"

/* An expression and its company: "noon on Friday" has a clock, "the last week
 * of May" is a piece of the main part, "April 7 to May 16" has an end. */
typedef struct bp_reading {
    uint32_t first, end; /* tokens, half open */
    bp_expression main;
    bp_expression clock, piece, until;
    bool has_main, has_clock, has_piece, has_until;
} bp_reading;

/* Patterns that were tried at a token and do not match there: the next trigger
 * of the same run need not try them again. */
enum { BP_REMEMBERED_STARTS = 16 };
typedef struct bp_failures {
    uint32_t start; /* the token, counted from 1 */
    uint64_t near;  /* patterns whose words stand near it */
    uint32_t units; /* units of time from it on */
    bp_pattern_set patterns;
} bp_failures;

typedef struct bp_reader {
    const bp_date_grammar *grammar;
    const bp_document *document;
    bp_matcher *matcher;
    const uint64_t *needs; /* of each distinct word: see bp_find_needs */
    uint32_t begin, end;   /* tokens of the block that is read */
    size_t end_byte;
    uint32_t matches_left; /* so many more may be tried at this trigger */
    uint32_t wild;         /* matches that met their pattern's limit; none in news */
    bp_failures failures[BP_REMEMBERED_STARTS];
} bp_reader;

typedef enum bp_reading_status { BP_READING_NONE = 0, BP_READING_FOUND, BP_READING_MEMORY } bp_reading_status;

/* A reader of the document, with memory of its arena. False: no memory. */
bool bp_reader_open(bp_reader *reader, const bp_date_grammar *grammar, const bp_document *document);
/* Sets the reader to a block of the text. */
void bp_reader_enter(bp_reader *reader, const bp_paragraph *block);

/* Does a word or number stand here that may give an expression away? */
bool bp_is_trigger(const bp_reader *reader, uint32_t token);

/* The token behind a run of more figures than two dates have ("1/1/1/1/1/1/1"); `token` itself where none begins. */
uint32_t bp_figures_end(const bp_reader *reader, uint32_t token);

/* Reads the expression that the trigger `token` stands in; it may begin
 * before it, but not before token `from`. */
bp_reading_status bp_read_at(bp_reader *reader, uint32_t token, uint32_t from, bp_reading *reading);

#endif

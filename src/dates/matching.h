/* matching.h - one expression by the patterns, without its neighbours. */
#ifndef BP_MATCHING_H
#define BP_MATCHING_H

#include "reading.h"

enum { BP_MOST_MATCHES = 200 /* tried at one trigger; news stays below it */ };

/* Where a match is tried: at `start`, with the patterns that `trigger` wakes. */
typedef struct bp_attempt {
    uint32_t start, trigger;
    bool pieces; /* also those that need a whole behind them? */
} bp_attempt;

/* Tries the patterns, then with up to two modifiers before: "at least early May". */
bp_reading_status bp_match_modified(bp_reader *reader, bp_attempt at, bp_expression *e);

/* Reads an expression that begins exactly at `start`. */
bp_reading_status bp_read_exactly(bp_reader *reader, uint32_t start, bool pieces, bp_expression *e);

#endif

/* tense.h - does the clause speak of what was, or of what is to come? */
#ifndef BP_TENSE_H
#define BP_TENSE_H

#include "text/document.h"

/* The present tense beside a day tells what is on the calendar: "Talks resume
 * on Thursday". */
typedef enum bp_tense {
    BP_TENSE_UNKNOWN = 0,
    BP_TENSE_EITHER, /* "the November election": whichever is nearer */
    BP_TENSE_PAST,
    BP_TENSE_PRESENT,
    BP_TENSE_AWAITED, /* "tickets for Friday", "by June": most likely ahead */
    BP_TENSE_FUTURE
} bp_tense;

static inline bool bp_is_ahead(bp_tense tense)
{
    return tense >= BP_TENSE_AWAITED;
}

/* The tense of the clause around tokens `first` to `end`, told by the verb or
 * modal that stands nearest before them in it, else by the next one behind. */
bp_tense bp_tense_of(const bp_document *document, uint32_t first, uint32_t end);

#endif

/* weekday_tense.h - the last such day or the next? What tells more of a weekday than the verb nearest to it. */
#ifndef BP_WEEKDAY_TENSE_H
#define BP_WEEKDAY_TENSE_H

#include "tense.h"

/* The tense for the weekday at tokens `first` to `end`, of which `tense` was told by its clause. `back`: days since the
 * latest such day, 0 to 6. A day is spoken of most often from near: what tells little decides only where the other
 * day is nearer. */
bp_tense bp_weekday_tense(const bp_document *document, uint32_t first, uint32_t end, bp_tense tense, int32_t back);

#endif

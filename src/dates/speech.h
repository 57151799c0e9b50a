/* speech.h - the day on which quoted words were said. */
#ifndef BP_SPEECH_H
#define BP_SPEECH_H

#include "timeline.h"

/* A mark that closes a quotation, or a straight one, which may. */
bool bp_is_closing_mark(const bp_document *document, uint32_t token);
/* What "today" means to whoever says the expression: inside quotation marks the day that the attribution behind them
 * tells ("...today," she said on Sunday), or the sentence before; else the day that the report calls today; counted
 * from 1970-01-01. Bounded. */
int32_t bp_day_of_speech(const bp_timeline *timeline, const bp_expression *e);

#endif

/* speech.h - the day on which quoted words were said. */
#ifndef BP_SPEECH_H
#define BP_SPEECH_H

#include "timeline.h"

/* What "today" means to whoever says the expression: inside quotation marks the day that the attribution behind them
 * tells ("...today," she said on Sunday), else the day that the report calls today; counted from 1970-01-01. Bounded.
 */
int32_t bp_day_of_speech(const bp_timeline *timeline, const bp_expression *e);

#endif

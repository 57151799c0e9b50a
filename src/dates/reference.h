/* reference.h - the article's own date. */
#ifndef BP_DATES_REFERENCE_H
#define BP_DATES_REFERENCE_H

#include "reading.h"
#include "timeline.h"

/* Looks for the day on which the article was published: a "Published" line, a
 * dateline, a full date at the top, in this order. Sets the timeline's day if
 * there is one. False: no memory. */
bool bp_find_reference(bp_reader *reader, bp_timeline *timeline);

#endif

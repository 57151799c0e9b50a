/* reference.h - the article's own date. */
#ifndef BP_DATES_REFERENCE_H
#define BP_DATES_REFERENCE_H

#include "reading.h"
#include "timeline.h"

/* Looks for the day on which the article was published: a "Published" line, a
 * dateline, a full date at the top, in this order. Sets the timeline's day if
 * there is one. False: no memory. */
bool bp_find_reference(bp_reader *reader, bp_timeline *timeline);

/* Is this date the dateline of a report ("LONDON, March 20."), just resolved as
 * the timeline's last day? Then what it calls "today" is that day, which may lie
 * shortly before the reference day. */
void bp_heed_dateline(bp_timeline *timeline, const bp_reading *reading);

#endif

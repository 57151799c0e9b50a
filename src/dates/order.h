/* order.h - day or month first, in dates in figures. */
#ifndef BP_DATES_ORDER_H
#define BP_DATES_ORDER_H

#include "text/document.h"

/* What the text itself tells: a date in it that can be read only one way ("28/02/2008"), else how it writes the
 * months' names ("31 May", "May 31"). BP_ORDER_OF_TEXT: it does not tell. */
bp_day_order bp_find_order(const bp_document *document);

#endif

/* doubt.h - what looks like a date and is part of a name. */
#ifndef BP_DOUBT_H
#define BP_DOUBT_H

#include "expression.h"
#include "text/document.h"

/* "Orion 1980", "Mr. August", "Constable Sunday Tufuga" */
bool bp_is_part_of_name(const bp_document *document, const bp_expression *e);
/* "£4 of milk a month": how much in such a time, no length of time? */
bool bp_is_rate(const bp_document *document, const bp_expression *e);
/* "1. Jo Bay, Berne, 14:06": how long a race took? */
bool bp_is_result(const bp_document *document, const bp_expression *clock);
/* "on the programme 48 Hours": a title, not a length of time. */
bool bp_is_titled_length(const bp_document *document, const bp_expression *e);

#endif

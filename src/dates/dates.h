/* dates.h - when: expressions of time, and the days they mean. */
#ifndef BP_DATES_H
#define BP_DATES_H

#include "findings.h"
#include "text/document.h"

typedef struct bp_date_grammar bp_date_grammar;

/* Compiles the grammar's patterns; all memory from `arena`, which must outlive
 * it. NULL: no memory. It does not change afterwards: threads may share it. */
const bp_date_grammar *bp_date_grammar_new(bp_arena *arena);

/* Appends the article's dates to `findings` and sets its reference date: from
 * the request (whose date, zone and order count here), else from the text, else
 * none. False: no memory. */
bool bp_find_dates(const bp_date_grammar *grammar, const bp_document *document, const bp_request *request,
                   bp_findings *findings);

#endif

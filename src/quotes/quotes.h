/* quotes.h - who said what. */
#ifndef BP_QUOTES_H
#define BP_QUOTES_H

#include "findings.h"
#include "text/document.h"

/* Appends the article's quotations, with speakers resolved to the entities in
 * `findings`. False: no memory. */
bool bp_find_quotes(const bp_document *document, bp_findings *findings);

#endif

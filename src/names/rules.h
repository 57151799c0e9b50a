/* rules.h - money, percent, quantity, email, url and handle, by pattern. */
#ifndef BP_RULES_H
#define BP_RULES_H

#include "findings.h"
#include "text/document.h"
#include "text/pattern.h"

typedef struct bp_rules bp_rules;

/* Compiles the patterns into `arena`. NULL: no memory. */
const bp_rules *bp_rules_new(bp_arena *arena);

/* Appends a mention (its entity still BP_NONE) for each match. Patterns run
 * only where a digit, a currency, an at sign or an address stands. False: no
 * memory. */
bool bp_find_rules(const bp_rules *rules, const bp_document *document, bp_findings *findings);

#endif

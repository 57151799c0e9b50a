/* names.h - who and what is named, and which names mean the same. */
#ifndef BP_NAMES_H
#define BP_NAMES_H

#include "findings.h"
#include "names/house.h"
#include "names/rules.h"
#include "text/document.h"

/* Appends mentions and entities: house names, what the rules find, what the
 * tagger finds, grouped into entities over the whole article. False: no memory. */
bool bp_find_names(const bp_document *document, const bp_rules *rules, const bp_house *house, bp_findings *findings);

#endif

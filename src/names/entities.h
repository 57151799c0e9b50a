/* entities.h - which names mean the same. */
#ifndef BP_ENTITIES_H
#define BP_ENTITIES_H

#include "mentions.h"

/* Groups the names, which are in order, into entities; gives every name its
 * entity and form, appends the entities and their notes to `findings`. Names
 * that were missed and that the entities' own forms show are added (the list
 * stays in order). False: no memory. Linear but for hash tables' luck. */
bool bp_group_names(const bp_document *document, const bp_house *house, bp_named_list *names, bp_findings *findings);

#endif

/* present_verb.h - verbs in the present tense. */
#ifndef BP_PRESENT_VERB_H
#define BP_PRESENT_VERB_H

#include "clause.h"

/* A form in -s, of a listed verb or with an object behind it; a form without -s where no noun can stand, or behind
 * "they". */
bool bp_clause_is_present_verb(const bp_clause *clause, uint32_t token);
/* "holding", "meeting": what is on the calendar, behind "is". */
bool bp_clause_is_of_calendar(const bp_clause *clause, uint32_t token);
/* Can it be the subject of a plural verb: "officials", "they", "and", "Drina"? */
bool bp_clause_is_plural(const bp_clause *clause, uint32_t token);

#endif

/* beside_verb.h - a date at the head of its clause, or right beside its verb. */
#ifndef BP_BESIDE_VERB_H
#define BP_BESIDE_VERB_H

#include "clause.h"

/* Does the date open its clause: "..., so on Monday she rode"? */
bool bp_clause_opens_at(const bp_clause *clause, uint32_t first);
/* Does the subject of a verb follow? */
bool bp_clause_subject_follows(const bp_clause *clause, uint32_t end);

/* Of a past tense: is it beyond doubt, since the verb stands right before the date, "began on
 * June 14", or the date opens a clause of its own, "and in June she moved"? */
bool bp_past_is_sure(const bp_document *document, uint32_t first, uint32_t end);

/* Does a verb of the calendar stand just before the date at `first`, in the present: "The season begins in February"?
 */
bool bp_is_on_calendar(const bp_document *document, uint32_t first);

#endif

/* labels.h - speakers set off from what they say: "X: ...", "... - X". */
#ifndef BP_LABELS_H
#define BP_LABELS_H

#include "quotes/attribution.h"

/* X: "..." at the head of a line, also with a time before it, a trade or a paper behind it. */
bp_attribution bp_label_of(const bp_narration *narration, uint32_t stretch);
/* "..." - X, at the end of the line or on the next. */
bp_attribution bp_signature_of(const bp_narration *narration, uint32_t stretch);

/* Is the unit the Q or the A of an interview? */
bool bp_is_question_label(const bp_narration *narration, uint32_t unit);
bool bp_is_answer_label(const bp_narration *narration, uint32_t unit);

#endif

/* pronouns.h - he and she as mentions of those they stand for. */
#ifndef BP_PRONOUNS_H
#define BP_PRONOUNS_H

#include "quotes/narration.h"

/* Appends a mention of form BP_PRONOUN for each "he" and "she" of the narration
 * that only one person can be meant by, and for each that a quotation's speaker
 * was resolved from; those inside quotation marks have their own "he" and are
 * left out. The quotes must be found. False: no memory. Linear. */
bool bp_add_pronouns(const bp_narration *narration, bp_findings *findings);

#endif

/* indirect.h - what somebody is reported to have said, without marks. */
#ifndef BP_INDIRECT_H
#define BP_INDIRECT_H

#include "quotes/cues.h"

/* Appends the indirect quotations. False: no memory. */
bool bp_add_indirect_quotes(const bp_narration *narration, bp_findings *findings);

#endif

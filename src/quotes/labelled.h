/* labelled.h - what a name and a colon bring without marks: a headline, a transcript. */
#ifndef BP_LABELLED_H
#define BP_LABELLED_H

#include "quotes/contents.h"

/* "Nkrumah: harbour will stay shut" in a headline, "NKRUMAH: I will not." in a
 * transcript, there up to the end of its paragraph. `cue` and `subject` get the
 * colon and the name. Nothing found: `first` and `end` are equal. */
bp_content bp_find_labelled(const bp_narration *narration, uint32_t line, bp_cue *cue, bp_subject *subject);

#endif

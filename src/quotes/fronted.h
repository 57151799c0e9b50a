/* fronted.h - what is said before its cue, around it, or behind a cue that leads. */
#ifndef BP_FRONTED_H
#define BP_FRONTED_H

#include "quotes/contents.h"

/* "..., she said(.)" and "The road, she said, is ..."; `from` is the first unit
 * that nobody has said yet. */
bp_content bp_content_before(const bp_narration *narration, const bp_cue *cue, const bp_subject *subject, uint32_t from,
                             uint32_t limit);
/* "As the paper reported, ..." */
bp_content bp_content_as_reported(const bp_narration *narration, const bp_cue *cue, const bp_subject *subject,
                                  const bp_line *line, uint32_t limit);
/* "According to Nkrumah, ...", "..., according to Nkrumah", "The road, according to Nkrumah, is ..." */
bp_content bp_content_according(const bp_narration *narration, const bp_cue *cue, const bp_subject *subject,
                                const bp_line *line, uint32_t from, uint32_t limit);

#endif

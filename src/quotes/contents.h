/* contents.h - what is said indirectly, by its place. */
#ifndef BP_CONTENTS_H
#define BP_CONTENTS_H

#include "quotes/cues.h"

/* Units, half open; the second part is empty unless the content is split. */
typedef struct bp_content {
    uint32_t first, end;
    uint32_t second, second_end;
    const char *how; /* it was found, in plain words */
    float score;
} bp_content;

/* What is said around one cue; `from` is the first unit that nobody has said yet.
 * Nothing found: `first` and `end` are equal. */
bp_content bp_find_content(const bp_narration *narration, const bp_cue *cue, const bp_subject *subject,
                           const bp_line *line, uint32_t from);

/* The question in "Asked whether she would go, she left" and "She was asked why". */
bp_content bp_find_asked(const bp_narration *narration, const bp_cue *cue, const bp_line *line);

/* What a noun brings: her claim that ..., a warning that ... */
bp_content bp_find_claim(const bp_narration *narration, uint32_t noun, const bp_line *line);

/* Is it there, without a quotation in it? */
bool bp_content_is_clear(const bp_narration *narration, const bp_content *content);

#endif

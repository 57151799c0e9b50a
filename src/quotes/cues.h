/* cues.h - the words that say that something is said. */
#ifndef BP_CUES_H
#define BP_CUES_H

#include "quotes/subjects.h"

#define BP_CUES_OF_SPEECH  (BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL)
#define BP_CUES_WITH_WORDS (BP_CUES_OF_SPEECH | BP_WORDS_CUE_CALL | BP_WORDS_CUE_THINK)

typedef struct bp_cue {
    uint32_t first, end; /* units, half open; equal: none */
    uint64_t classes;
    bool passive; /* was called, is said to */
} bp_cue;

/* The cue that the unit is, when its word is of one of `classes` and stands
 * there as a verb; "according to" and "in the words of" count always, read from
 * their last word. Without one, `first` and `end` are equal. */
bp_cue bp_cue_at(const bp_narration *narration, uint32_t unit, uint32_t least, uint64_t classes);

/* Is the verb passive, read with the auxiliaries from `first` on: was told? */
bool bp_is_passive(const bp_narration *narration, uint32_t first, uint32_t verb);
/* The speaker of a passive: told by | Nkrumah. */
bp_subject bp_agent(const bp_narration *narration, uint32_t from, uint32_t limit);

/* Whose cue it is. `least` and `limit` bound the sentence. */
bp_subject bp_cue_subject(const bp_narration *narration, const bp_cue *cue, uint32_t least, uint32_t limit);

static inline bool bp_is_cue(const bp_cue *cue)
{
    return cue->first < cue->end;
}

#endif

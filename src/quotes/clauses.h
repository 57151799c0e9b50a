/* clauses.h - what can be somebody's words without marks: clauses, told from the
 * phrases that look like them. Every question is asked about a part of one line. */
#ifndef BP_CLAUSES_H
#define BP_CLAUSES_H

#include "quotes/cues.h"

/* Does a verb with its tense stand in [first, end), its first unit aside? Taken
 * widely: a form that may be a noun is a verb behind what may be its subject. */
bool bp_has_verb(const bp_narration *narration, uint32_t first, uint32_t end);
/* Is it a clause of its own, whose first verb has its subject in it? */
bool bp_is_clause(const bp_narration *narration, uint32_t first, uint32_t end);
/* Can a content clause begin with this unit? */
bool bp_opens_content(const bp_narration *narration, uint32_t unit);
/* Can it stand as a sentence? "When she came" cannot; "When she came, all was lost" can. */
bool bp_stands_alone(const bp_narration *narration, uint32_t first, uint32_t end);

/* Behind "on Friday", "last week", "publicly" and the like. */
uint32_t bp_behind_day(const bp_narration *narration, uint32_t unit, uint32_t limit);
/* told | me, told | the room, told | her sister: behind the listener. */
uint32_t bp_behind_listener(const bp_narration *narration, uint32_t unit, uint32_t limit);
/* Is the cue a form of "say"? These bring nothing but what is said. */
bool bp_is_say(const bp_narration *narration, const bp_cue *cue);
/* Is the unit one of the words in marks that were found to be a quotation? */
bool bp_is_quoted(const bp_narration *narration, uint32_t unit);

#endif

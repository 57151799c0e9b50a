/* ends.h - where what somebody said ends: before the reporter's own words go on,
 * somebody else speaks, or words in marks begin. Units, half open. */
#ifndef BP_ENDS_H
#define BP_ENDS_H

#include "quotes/cues.h"

/* The line's end without its full stop. */
uint32_t bp_without_stop(const bp_narration *narration, const bp_line *line);
/* Of a clause that begins at `first`: before ", adding", "and warned", a semicolon. */
uint32_t bp_clause_end(const bp_narration *narration, uint32_t first, uint32_t limit);
/* Of "to mend it" and the like: these hold fewer commas than clauses do. */
uint32_t bp_infinitive_end(const bp_narration *narration, uint32_t first, uint32_t limit);
/* The content up to words in marks that have a cue of their own: "he said it was
 * bad, calling it 'a shame'". With the same cue the marked words are part of the
 * content, and it is theirs: then nothing is left. */
uint32_t bp_before_quotation(const bp_narration *narration, uint32_t cue, uint32_t first, uint32_t end);
/* The first comma behind which a main clause may begin, or `limit`. */
uint32_t bp_comma_before_clause(const bp_narration *narration, uint32_t first, uint32_t limit);
/* Where the clause that holds the cue ends, if it leans on another: "Nkrumah, who
 * says ..., left", "When she said ..., he left", "Noting ..., she left". */
uint32_t bp_cue_clause_end(const bp_narration *narration, const bp_cue *cue, const bp_subject *subject, uint32_t least,
                           uint32_t limit);
/* Does somebody else's saying begin behind the joint: and | aides say; while | Nkrumah said? */
bool bp_opens_report(const bp_narration *narration, uint32_t joint, uint32_t limit);

#endif

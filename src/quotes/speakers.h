/* speakers.h - from the words for a speaker to who it is. */
#ifndef BP_SPEAKERS_H
#define BP_SPEAKERS_H

#include "quotes/people.h"

typedef struct bp_speaker {
    bool known;
    bp_span span;    /* the words that name the speaker */
    uint32_t entity; /* BP_NONE: no known entity */
    bp_view name;
    bp_noun_phrase phrase; /* the same words in units; empty for one who is not named here */
    float trust;           /* how likely it is the right one, 0 to 1, if the words are right */
    const char *how;       /* "named", "nearest woman named above" ... */
} bp_speaker;

/* "said the other": the most prominent of those named who is not `speaker`. */
bp_speaker bp_people_besides(bp_people *people, bp_noun_phrase phrase, uint32_t speaker);
/* Whom the unit names, or "him" or "her" means: not whoever spoke. */
bp_speaker bp_people_addressed(bp_people *people, uint32_t unit, uint32_t speaker);
/* Who the phrase is. Read on up to it first. */
bp_speaker bp_people_resolve(bp_people *people, bp_noun_phrase phrase);

/* Who the phrase is that stands inside the quotation `around`: "I" is its speaker,
 * "he" somebody else, named in it or before it. `outside` has read up to it. */
bp_speaker bp_people_resolve_inside(bp_people *people, bp_people *outside, const bp_quote *around,
                                    bp_noun_phrase phrase);
/* The one whom the article is about, as a speaker; not `before`, where `another` is asked for. */
bp_speaker bp_people_protagonist(const bp_people *people, const bp_speaker *before, bool another);

#endif

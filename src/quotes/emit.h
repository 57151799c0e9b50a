/* emit.h - writes quotations into the findings. */
#ifndef BP_EMIT_H
#define BP_EMIT_H

#include "quotes/attribution.h"
#include "quotes/speakers.h"

/* A stretch that is a quotation or part of one. */
typedef struct bp_piece {
    uint32_t stretch, unit;
    bp_attribution attribution;
} bp_piece;

typedef struct bp_emitter {
    const bp_narration *narration;
    bp_findings *findings;
    bp_people people;
    bp_people outside;        /* of the narration around, if there is one: */
    uint32_t around;          /* the quotation that this narration stands in, by its index; BP_NONE */
    BP_LIST(bp_piece) pieces; /* of the quotation at hand */
    bp_speaker last;          /* of the quotation before */
    uint32_t asked;           /* the unit that names whom it was said to; BP_NONE */
    bp_speaker other;         /* of the last one that somebody else spoke */
} bp_emitter;

/* Each returns false when memory is out. */
bool bp_emitter_begin(bp_emitter *emitter, const bp_narration *narration, bp_findings *findings);
/* The emitter's narration is what stands inside the quotations of `outer`. */
bool bp_emitter_inside(bp_emitter *emitter, const bp_narration *outer);
/* What comes stands inside the quotation of that index, at the outer unit. */
bool bp_emitter_enter(bp_emitter *emitter, uint32_t quote, uint32_t outer_unit);
/* Takes the next piece; `joined` to the one before or the first of a new quotation. */
bool bp_emit_piece(bp_emitter *emitter, const bp_piece *piece, bool joined);
bool bp_emitter_end(bp_emitter *emitter);

/* Who the phrase is; the speaker is remembered for the pronouns to come. */
bp_speaker bp_emitter_speaker(bp_emitter *emitter, bp_noun_phrase phrase);
/* Adds a quotation that has all but its speaker and its `why`: `how` says how
 * the quotation was found. */
bool bp_emitter_add(bp_emitter *emitter, bp_quote *quote, const char *how, const bp_speaker *speaker);

/* Gives the quotation the speaker of the one that has the same words. */
void bp_echo_speaker(bp_quote *quote, const bp_quote *source);

#endif

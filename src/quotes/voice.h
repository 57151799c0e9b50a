/* voice.h - who speaks a quotation. */
#ifndef BP_VOICE_H
#define BP_VOICE_H

#include "quotes/emit.h"

/* The speaker of the emitter's quotation at hand, whose leading piece is `lead`: unknown where nobody is found. Reads
 * the people up to there. */
bp_speaker bp_voice_of(bp_emitter *emitter, const bp_piece *lead);

#endif

/* Pieces: which stretches make one quotation, and what becomes of it.
 *
 * "We did not," she said, "and will not." and "We did not," she said. "We will
 * not." are one quotation each; a quotation that each paragraph opens anew is
 * one, too. A stretch without a cue of its own carries on with the speaker
 * before, or with whom the sentence before brings in. One walk, linear. */
#include "quotes/pieces.h"
#include "quotes/emit.h"
#include "quotes/scare.h"

/* Blocks: a speaker is carried on no farther. */
enum { FARTHEST_CARRY = 1 };

static uint32_t line_of(const bp_narration *n, uint32_t unit)
{
    return bp_unit_at(n, unit)->line;
}

static const bp_line *line_at(const bp_narration *n, uint32_t unit)
{
    return &n->lines.items[line_of(n, unit)];
}

static bool starts_line(const bp_narration *n, uint32_t unit)
{
    return line_at(n, unit)->first == unit;
}

/* The last line that the piece or its cue reaches into. */
static uint32_t last_line(const bp_narration *n, const bp_piece *piece)
{
    const uint32_t own = line_of(n, piece->unit);
    if (!bp_is_cue(&piece->attribution.cue)) return own;
    const uint32_t cue = line_of(n, piece->attribution.cue.first);
    return cue > own && cue == own + 1 ? cue : own;
}

/* Does the stretch open the paragraph right behind the one in which `before` was left open? */
static bool is_continuation(const bp_narration *n, const bp_piece *before, const bp_piece *piece)
{
    const bp_stretch *a = &n->stretches.items[before->stretch], *b = &n->stretches.items[piece->stretch];
    return a->goes_on && piece->stretch == before->stretch + 1 && n->document->blocks.items[b->block].first == b->first;
}

static bool has_own_cue(const bp_piece *piece)
{
    return piece->attribution.tie != BP_TIE_NONE && piece->attribution.tie != BP_TIE_VERB;
}

/* "These guys know," said Ama, speaking of us, "and leave room." : the sentence
 * of the piece before goes on, whatever stands between. */
static bool resumes(const bp_narration *n, const bp_piece *before, const bp_piece *piece)
{
    const bp_tie tie = before->attribution.tie;
    if (line_of(n, before->unit) != line_of(n, piece->unit) || (tie != BP_TIE_AFTER && tie != BP_TIE_INVERTED))
        return false;
    if (!bp_unit_is(n, piece->unit - 1, BP_UNIT_COMMA) && !bp_unit_is(n, piece->unit - 1, BP_UNIT_DASH)) return false;
    const bp_attribution *own = &piece->attribution;
    if (own->tie == BP_TIE_AFTER || own->tie == BP_TIE_INVERTED) return false;
    return !(own->cue.classes & BP_CUES_OF_SPEECH) || !own->subject.way || own->tie == BP_TIE_VERB;
}

/* Is the piece part of the quotation that `before` belongs to? */
static bool joins(const bp_narration *n, const bp_piece *before, const bp_piece *piece)
{
    if (is_continuation(n, before, piece)) return true;
    if (line_at(n, before->unit)->block != line_at(n, piece->unit)->block) return false;
    const bp_cue *a = &before->attribution.cue, *b = &piece->attribution.cue;
    if (bp_is_cue(a) && bp_is_cue(b) && a->first == b->first)
        return line_of(n, before->unit) == line_of(n, piece->unit);
    if (has_own_cue(piece) || !starts_line(n, piece->unit)) return false;
    if (piece->unit == before->unit + 1) return true;
    const bp_tie tie = before->attribution.tie;
    const bool behind = tie == BP_TIE_AFTER || tie == BP_TIE_INVERTED || tie == BP_TIE_NEXT_LINE;
    return (behind || tie == BP_TIE_GOES_ON) && line_of(n, piece->unit) == last_line(n, before) + 1;
}

/* Has the paragraph of this unit nothing in front of it but quotations? */
static bool opens_block(const bp_narration *n, uint32_t unit)
{
    const bp_line *line = line_at(n, unit);
    return n->document->blocks.items[line->block].first == bp_unit_at(n, line->first)->first && line->first == unit;
}

/* A person by name, or "he" and "she". */
static bool is_somebody(const bp_narration *n, uint32_t unit)
{
    const bp_mention *mention = bp_unit_mention(n, unit);
    if (mention) return mention->type == BP_PERSON;
    return bp_unit_in(n, unit, BP_WORDS_SUBJECT_PRONOUNS) && bp_unit_in(n, unit, BP_WORDS_MEN | BP_WORDS_WOMEN);
}

/* The sentence before brings the quotation in: it ends in a colon, or has a cue
 * without words of its own. */
static bp_attribution brought_in(const bp_narration *n, uint32_t unit)
{
    bp_attribution none = { 0 };
    const uint32_t line = line_of(n, unit);
    if (line == 0) return none;
    const bp_line *before = &n->lines.items[line - 1];
    const bool colon = bp_unit_is(n, before->end - 1, BP_UNIT_COLON);
    for (uint32_t i = before->end; i-- > before->first;) {
        const bp_cue cue =
            bp_cue_at(n, i, before->first, colon ? BP_CUES_WITH_WORDS | BP_WORDS_CUE_MANNER : BP_WORDS_CUE_SAY);
        if (!bp_is_cue(&cue)) continue;
        const bp_subject subject = bp_cue_subject(n, &cue, before->first, before->end);
        return subject.way ? (bp_attribution){ BP_TIE_BROUGHT_IN, cue, subject } : none;
    }
    const bp_subject subject = bp_main_subject(n, before->end - 1, before->first);
    if (!subject.way || (!colon && !is_somebody(n, subject.phrase.head))) return none;
    if (!colon && before->block != n->lines.items[line].block) return none;
    if (!colon) return (bp_attribution){ BP_TIE_BROUGHT_IN, { 0 }, subject };
    return (bp_attribution){ BP_TIE_BROUGHT_IN, { before->end - 1, before->end, 0, false }, subject };
}

/* Gives a piece without a cue the speaker of the quotation before it, or of the
 * sentence before it. */
static void carry_on(const bp_narration *n, const bp_piece *before, bp_piece *piece)
{
    if (has_own_cue(piece) || !starts_line(n, piece->unit)) return;
    const uint32_t block = line_at(n, piece->unit)->block;
    const bool same = before && line_at(n, before->unit)->block == block;
    if (!same) {
        const bp_attribution brought = brought_in(n, piece->unit);
        if (brought.tie) {
            piece->attribution = brought;
            return;
        }
    }
    const bool near =
        before && (same || (opens_block(n, piece->unit) && block - line_at(n, before->unit)->block <= FARTHEST_CARRY));
    if (!near || !before->attribution.tie || before->attribution.tie == BP_TIE_VERB) return;
    piece->attribution = before->attribution;
    piece->attribution.tie = BP_TIE_GOES_ON;
}

bool bp_add_marked_quotes(bp_narration *n, bp_findings *findings)
{
    bp_emitter emitter;
    if (!bp_emitter_begin(&emitter, n, findings)) return false;
    bp_piece before = { 0 };
    bool any = false;
    for (uint32_t i = 0; i < n->stretches.count; i++) {
        bp_piece piece = { .stretch = i, .unit = n->stretch_units[i] };
        piece.attribution = bp_attribute(n, piece.unit);
        const bool continued = any && is_continuation(n, &before, &piece);
        if (!continued && bp_judge_stretch(n, piece.unit, &piece.attribution) != BP_MARKED_QUOTATION) continue;
        const bool resumed = any && resumes(n, &before, &piece);
        if (resumed) piece.attribution = before.attribution;
        const bool joined = any && (resumed || joins(n, &before, &piece));
        carry_on(n, any ? &before : NULL, &piece);
        n->quoted[i] = true;
        n->quote_cues[i] = bp_is_cue(&piece.attribution.cue) ? piece.attribution.cue.first : BP_NONE;
        if (!bp_emit_piece(&emitter, &piece, joined)) return false;
        before = piece;
        any = true;
    }
    return bp_emitter_end(&emitter);
}

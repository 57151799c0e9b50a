/* Pieces: which stretches make one quotation, and what becomes of it.
 *
 * "We did not," she said, "and will not." and "We did not," she said. "We will
 * not." are one quotation each; a quotation that each paragraph opens anew is
 * one, too. One walk, linear. */
#include "quotes/pieces.h"
#include "quotes/carrying.h"
#include "quotes/scare.h"

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

/* Does the stretch open the paragraph right behind the one in which `before` was left open? */
static bool is_continuation(const bp_narration *n, const bp_piece *before, const bp_piece *piece)
{
    const bp_stretch *a = &n->stretches.items[before->stretch], *b = &n->stretches.items[piece->stretch];
    return a->goes_on && piece->stretch == before->stretch + 1 && n->document->blocks.items[b->block].first == b->first;
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
    if (bp_has_own_cue(piece) || !starts_line(n, piece->unit)) return false;
    if (piece->unit == before->unit + 1) return true;
    const bp_tie tie = before->attribution.tie;
    const bool behind = tie == BP_TIE_AFTER || tie == BP_TIE_INVERTED || tie == BP_TIE_NEXT_LINE;
    return (behind || tie == BP_TIE_GOES_ON) && line_of(n, piece->unit) == bp_last_line(n, before) + 1;
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
        bp_carry_on(n, any ? &before : NULL, &piece);
        n->quoted[i] = true;
        n->quote_cues[i] = bp_is_cue(&piece.attribution.cue) ? piece.attribution.cue.first : BP_NONE;
        if (!bp_emit_piece(&emitter, &piece, joined)) return false;
        before = piece;
        any = true;
    }
    return bp_emitter_end(&emitter);
}

/* Pieces: which stretches make one quotation, and what becomes of it.
 *
 * "We did not," she said, "and will not." and "We did not," she said. "We will
 * not." are one quotation each; a quotation that each paragraph opens anew is
 * one, too. One walk, linear. */
#include "quotes/pieces.h"
#include "quotes/carrying.h"
#include "quotes/echoes.h"
#include "quotes/scare.h"

enum { LONGEST_CONDITION = 8 };

/* A speaker said with less than this was guessed by what the article is about. */
static const float GUESSED = 0.6f;

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

/* "but the water is low": the words themselves go on. */
static bool opens_small(const bp_narration *n, uint32_t unit)
{
    const bp_stretch *s = &n->stretches.items[bp_unit_at(n, unit)->index];
    const bp_token *word = &n->document->tokens.items[s->first + 1];
    return word->kind == BP_TOKEN_WORD && !(word->flags & BP_CAPITALIZED);
}

/* ..., adding, | "but": its own cue stands right before it. */
static bool is_cue_beside(const bp_attribution *own, uint32_t unit)
{
    return bp_is_cue(&own->cue) && own->cue.end <= unit && unit - own->cue.end <= 1;
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
    const bool behind = own->tie == BP_TIE_AFTER || own->tie == BP_TIE_INVERTED; /* "but not today," replied Kofi */
    if (bp_last_point(n, before->unit) == ',' && opens_small(n, piece->unit) && !behind &&
        !is_cue_beside(own, piece->unit))
        return true;
    if (own->tie == BP_TIE_AFTER || own->tie == BP_TIE_INVERTED) return false;
    return !(own->cue.classes & BP_CUES_OF_SPEECH) || !own->subject.way || own->tie == BP_TIE_VERB;
}

/* "We did not," | said Ama, | "and will not": right behind the comma that closes the attribution. */
static bool is_second_half(const bp_narration *n, const bp_piece *before, const bp_piece *piece)
{
    const bp_attribution *a = &before->attribution;
    const uint32_t said = a->tie == BP_TIE_INVERTED ? a->subject.phrase.end : a->cue.end;
    return said + 1 == piece->unit && resumes(n, before, piece);
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

typedef struct piece_walk {
    bp_emitter emitter;
    const bp_narration *outer; /* the narration around; NULL: this is the outermost */
    bp_piece before;
    bool any;
} piece_walk;

/* Said, says; not would say, saying, if he said: there nobody did. */
static bool is_told(const bp_narration *n, const bp_cue *cue)
{
    const uint32_t first = n->lines.items[line_of(n, cue->first)].first, verb = cue->first;
    if (!bp_unit_ends(n, verb, "s") && !bp_unit_ends(n, verb, "ed") && !bp_unit_in(n, verb, BP_WORDS_TENSE_PAST))
        return false;
    for (uint32_t i = verb; i > first && verb - i < LONGEST_CONDITION; i--)
        if (bp_unit_says(n, i - 1, "if") || bp_unit_says(n, i - 1, "would")) return false;
    return true;
}

/* Inside a quotation only what somebody else, or its speaker, is told to have said is one. */
static bool is_attributed(const bp_narration *n, const bp_piece *piece)
{
    const bp_attribution *a = &piece->attribution;
    const uint32_t head = a->subject.phrase.head;
    if (!a->subject.way || a->tie == BP_TIE_CLAUSE || a->tie == BP_TIE_VERB || a->tie == BP_TIE_NONE) return false;
    if (a->tie == BP_TIE_LABEL || a->tie == BP_TIE_DASH) return true;
    const bool behind = a->tie == BP_TIE_AFTER || a->tie == BP_TIE_INVERTED;
    if (behind && !starts_line(n, piece->unit)) return false;
    if (bp_unit_says(n, head, "you") || bp_unit_says(n, head, "people")) return false;
    return (a->cue.classes & (BP_CUES_OF_SPEECH | BP_WORDS_CUE_MANNER)) && is_told(n, &a->cue);
}

/* Takes the stretch if it is a quotation or part of one. False: no memory. */
static bool take_stretch(piece_walk *walk, const bp_narration *n, uint32_t stretch)
{
    const bp_piece *before = walk->any ? &walk->before : NULL;
    bp_piece piece = { .stretch = stretch, .unit = n->stretch_units[stretch] };
    piece.attribution = bp_attribute(n, piece.unit);
    const bool continued = before && is_continuation(n, before, &piece) && !bp_is_noted(n, piece.unit);
    const bool echo = !walk->outer && n->echoes[stretch] != BP_NONE;
    const bool half = before && is_second_half(n, before, &piece);
    if (!continued && !echo && !half && bp_judge_stretch(n, piece.unit, &piece.attribution) != BP_MARKED_QUOTATION)
        return true;
    const bool resumed = before && resumes(n, before, &piece);
    if (resumed) piece.attribution = before->attribution;
    const bool joined = before && (resumed || joins(n, before, &piece));
    if (walk->outer && !joined && !is_attributed(n, &piece)) return true;
    if (!walk->outer) bp_carry_on(n, before, &piece);
    n->quoted[stretch] = true;
    n->quote_cues[stretch] = bp_is_cue(&piece.attribution.cue) ? piece.attribution.cue.first : BP_NONE;
    walk->before = piece;
    walk->any = true;
    return bp_emit_piece(&walk->emitter, &piece, joined);
}

/* A speaker quotes another: the quotations inside those of `outer`. */
static bool add_inner_quotes(const bp_narration *outer, bp_findings *findings)
{
    bp_narration inner;
    piece_walk walk = { .outer = outer };
    if (!bp_narrate_inside(outer, &inner) || inner.stretches.count == 0) return inner.quoted != NULL;
    if (!bp_emitter_begin(&walk.emitter, &inner, findings) || !bp_emitter_inside(&walk.emitter, outer)) return false;
    for (uint32_t i = 0; i < inner.stretches.count; i++) {
        const uint32_t around = inner.stretches.items[i].outer;
        const bool moves = i == 0 || outer->quotes[around] != outer->quotes[inner.stretches.items[i - 1].outer];
        if (moves && !bp_emitter_enter(&walk.emitter, outer->quotes[around], outer->stretch_units[around]))
            return false;
        walk.any &= !moves;
        if (!take_stretch(&walk, &inner, i)) return false;
    }
    return bp_emitter_end(&walk.emitter);
}

/* Is nobody named, or somebody guessed? */
static bool is_unsure(const bp_quote *quote)
{
    return !quote->has_speaker || quote->speaker_entity == BP_NONE || quote->score < GUESSED;
}

/* What a headline takes from the text has the speaker that it has there. */
static void name_echoes(const bp_narration *n, bp_findings *findings)
{
    for (uint32_t i = 0; i < n->stretches.count; i++) {
        const uint32_t echo = n->echoes[i];
        if (echo == BP_NONE || !n->quoted[i] || !n->quoted[echo]) continue;
        bp_quote *quote = &findings->quotes.items[n->quotes[i]];
        const bp_quote *source = &findings->quotes.items[n->quotes[echo]];
        if (source->has_speaker && source->score > quote->score && is_unsure(quote)) bp_echo_speaker(quote, source);
    }
}

bool bp_add_marked_quotes(bp_narration *n, bp_findings *findings)
{
    piece_walk walk = { 0 };
    if (!bp_emitter_begin(&walk.emitter, n, findings) || !bp_find_echoes(n)) return false;
    for (uint32_t i = 0; i < n->stretches.count; i++)
        if (!take_stretch(&walk, n, i)) return false;
    if (!bp_emitter_end(&walk.emitter)) return false;
    name_echoes(n, findings);
    return add_inner_quotes(n, findings);
}

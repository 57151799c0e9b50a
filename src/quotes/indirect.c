/* Indirect speech: the content clause of a verb of saying whose subject can
 * speak. "She said (that) ...", "..., she said", "The road, she said, is ...",
 * "according to her, ..." and "..., according to her". Verbs of thinking and
 * wanting bring no speech, and "experience suggests" has nobody who speaks.
 * What holds a quotation in marks is left to that one's own content. Each line
 * is walked once, each look around a cue is bounded. */
#include "quotes/indirect.h"
#include "quotes/contents.h"
#include "quotes/emit.h"

static bool is_word_in(const bp_narration *n, uint32_t unit, uint64_t classes)
{
    return bp_unit_is(n, unit, BP_UNIT_WORD) && bp_unit_in(n, unit, classes);
}

/* The bank finds that ...: a body that finds something out tells of it. */
static bool finds(const bp_narration *n, const bp_cue *cue, uint32_t head)
{
    const bp_mention *mention = bp_unit_mention(n, head);
    const bool body = is_word_in(n, head, BP_WORDS_BODIES) || (mention && mention->type == BP_ORGANIZATION);
    return body && cue->end < n->units.count && bp_unit_says(n, cue->end, "that") &&
           (bp_unit_says(n, cue->first, "found") || bp_unit_says(n, cue->first, "finds"));
}

/* Said, told, wrote: whatever their subject is, it speaks. */
static bool can_speak(const bp_narration *n, const bp_cue *cue, const bp_subject *subject)
{
    if (!subject->way) return false;
    if (cue->end - cue->first > 1) return true;
    const uint32_t head = subject->phrase.head;
    if (bp_unit_says(n, head, "i") || bp_unit_says(n, head, "we") || bp_unit_says(n, head, "you") ||
        bp_unit_says(n, head, "nobody"))
        return false;
    if (!(cue->classes & (BP_CUES_OF_SPEECH | BP_WORDS_CUE_PROMISE | BP_WORDS_CUE_CALL)))
        return is_word_in(n, head, BP_WORDS_DOCUMENTS) || finds(n, cue, head); /* the poll shows */
    if (bp_unit_is(n, head, BP_UNIT_NAME)) return true;
    if (is_word_in(n, head,
                   BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_ROLES | BP_WORDS_BODIES | BP_WORDS_DOCUMENTS |
                       BP_WORDS_PLURALS))
        return true;
    return (cue->classes & BP_WORDS_FINITE) != 0;
}

static bp_span unit_span(const bp_narration *n, uint32_t first, uint32_t end)
{
    return bp_span_of(n->document, bp_unit_at(n, first)->first, bp_unit_at(n, end - 1)->end);
}

static bool add(bp_emitter *emitter, const bp_cue *cue, const bp_subject *subject, const bp_content *c)
{
    const bp_narration *n = emitter->narration;
    bp_span *spans = bp_arena_take(emitter->findings->arena, 2 * sizeof *spans);
    if (!spans) return false;
    spans[0] = unit_span(n, c->first, c->end);
    bp_quote quote = { .type = BP_INDIRECT, .spans = spans, .span_count = 1, .span = spans[0], .score = c->score };
    if (c->second < c->second_end) {
        spans[quote.span_count++] = unit_span(n, c->second, c->second_end);
        quote.span.end = spans[1].end;
    }
    quote.content = quote.span;
    quote.has_cue = true;
    quote.cue = unit_span(n, cue->first, cue->end);
    const bp_speaker speaker = bp_emitter_speaker(emitter, subject->phrase);
    quote.score *= speaker.trust;
    return bp_emitter_add(emitter, &quote, c->how, &speaker);
}

/* would not say, never said; it goes without saying */
static bool is_negated(const bp_narration *n, uint32_t verb, uint32_t least)
{
    if (verb > least && (bp_unit_says(n, verb - 1, "without") || bp_unit_says(n, verb - 1, "worth"))) return true;
    for (uint32_t i = bp_verb_group(n, verb, least); i < verb; i++)
        if (bp_unit_says(n, i, "not") || bp_unit_says(n, i, "never") || bp_unit_ends(n, i, "n't")) return true;
    return false;
}

/* Adds what the line says indirectly. */
static bool read_line(bp_emitter *emitter, const bp_line *line)
{
    const bp_narration *n = emitter->narration;
    uint32_t from = line->first;
    for (uint32_t i = line->first; i < line->end; i++) {
        if (bp_unit_is(n, i, BP_UNIT_STRETCH) && n->quoted[bp_unit_at(n, i)->index]) from = i + 1;
        const bp_cue cue = bp_cue_at(n, i, line->first,
                                     BP_CUES_OF_SPEECH | BP_WORDS_CUE_THINK | BP_WORDS_CUE_PROMISE | BP_WORDS_CUE_CALL);
        if (!bp_is_cue(&cue) || cue.passive || is_negated(n, i, line->first)) continue;
        const bp_subject subject = bp_cue_subject(n, &cue, line->first, line->end);
        if (!can_speak(n, &cue, &subject)) continue;
        const bp_content c = bp_find_content(n, &cue, &subject, line, from);
        if (bp_content_is_clear(n, &c)) {
            if (!add(emitter, &cue, &subject, &c)) return false;
            const uint32_t end = c.second_end > c.end ? c.second_end : c.end;
            if (end > i + 1) i = end - 1;
        }
        const uint32_t behind = subject.way == BP_SUBJECT_AFTER ? subject.phrase.end : cue.end;
        from = behind > i + 1 ? behind : i + 1;
    }
    return true;
}

bool bp_add_indirect_quotes(const bp_narration *n, bp_findings *findings)
{
    bp_emitter emitter;
    if (!bp_emitter_begin(&emitter, n, findings)) return false;
    for (uint32_t i = 0; i < n->lines.count; i++)
        if (!read_line(&emitter, &n->lines.items[i])) return false;
    return true;
}

/* Writes quotations: spans, type, speaker, cue, score, and why in plain words. */
#include "quotes/emit.h"
#include "quotes/voice.h"

#include "quotes/listeners.h"

#include <string.h>

/* A quotation without a speaker is less sure to be one. */
static const float SILENT = 0.7f;

bool bp_emitter_begin(bp_emitter *emitter, const bp_narration *narration, bp_findings *findings)
{
    *emitter = (bp_emitter){ .narration = narration, .findings = findings, .around = BP_NONE, .asked = BP_NONE };
    return bp_people_begin(&emitter->people, narration);
}

bool bp_emitter_inside(bp_emitter *emitter, const bp_narration *outer)
{
    return bp_people_begin(&emitter->outside, outer);
}

static bp_span unit_span(const bp_narration *n, uint32_t first, uint32_t end)
{
    return bp_span_of(n->document, bp_unit_at(n, first)->first, bp_unit_at(n, end - 1)->end);
}

/* The piece whose attribution speaks for the whole: the first with a cue of its
 * own, else the first. */
static const bp_piece *leading_piece(const bp_emitter *emitter)
{
    for (uint32_t i = 0; i < emitter->pieces.count; i++) {
        const bp_tie tie = emitter->pieces.items[i].attribution.tie;
        if (tie != BP_TIE_NONE && tie != BP_TIE_VERB && tie != BP_TIE_GOES_ON) return &emitter->pieces.items[i];
    }
    return &emitter->pieces.items[0];
}

/* Marked words inside the reporter's own clause? */
static bool is_mixed(const bp_narration *n, const bp_piece *first)
{
    const bp_tie tie = first->attribution.tie;
    if (tie == BP_TIE_CLAUSE || tie == BP_TIE_VERB) return true;
    const bp_line *line = &n->lines.items[bp_unit_at(n, first->unit)->line];
    if (first->unit == line->first) return false;
    const uint32_t word = n->stretches.items[first->stretch].first + 1;
    if (tie == BP_TIE_BEFORE)
        return n->document->tokens.items[word].kind == BP_TOKEN_WORD &&
               !bp_token_has(n->document, word, BP_CAPITALIZED);
    return (tie == BP_TIE_AFTER || tie == BP_TIE_INVERTED) && !bp_unit_is(n, first->unit - 1, BP_UNIT_COMMA);
}

/* Of a mixed quotation the clause around the marked words. */
static bp_span content_of(const bp_narration *n, const bp_piece *first, const bp_piece *last)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, first->unit)->line];
    const bp_cue *cue = &first->attribution.cue;
    uint32_t from = line->first, to = last->unit + 1;
    if (bp_is_cue(cue) && cue->end <= first->unit && cue->first >= line->first) from = cue->end;
    const bp_subject *subject = &first->attribution.subject;
    if (subject->way == BP_SUBJECT_AFTER && subject->phrase.first == from && subject->phrase.end <= first->unit)
        from = subject->phrase.end; /* According to Nkrumah, | it is "a mess" */
    while (from < first->unit && (bp_unit_says(n, from, "that") || bp_unit_is(n, from, BP_UNIT_COMMA))) from++;
    const uint32_t limit = n->lines.items[bp_unit_at(n, last->unit)->line].end;
    while (to < limit && bp_unit_at(n, to)->kind <= BP_UNIT_NUMBER &&
           !(bp_is_cue(cue) && to >= cue->first && cue->first > last->unit))
        to++;
    return unit_span(n, from, to);
}

static const char *tie_words(bp_tie tie)
{
    switch (tie) {
    case BP_TIE_AFTER: return "verb after the quotation";
    case BP_TIE_INVERTED: return "verb after the quotation, then its subject";
    case BP_TIE_NEXT_LINE: return "verb in the sentence after the quotation";
    case BP_TIE_DASH: return "name behind a dash";
    case BP_TIE_BEFORE: return "verb before the quotation";
    case BP_TIE_LABEL: return "name and colon";
    case BP_TIE_CLAUSE: return "words in marks inside what is reported";
    case BP_TIE_VERB: return "words in marks, no verb of saying";
    case BP_TIE_GOES_ON: return "the speaker before goes on";
    case BP_TIE_BROUGHT_IN: return "brought in by the sentence before";
    case BP_TIE_POINTED_AT: return "named by the sentence after";
    case BP_TIE_ANSWER: return "answers the quotation before";
    case BP_TIE_INTERVIEW: return "answers a question";
    default: return "in marks, no speaker found";
    }
}

/* How often a quotation of this kind, with its speaker, is right: measured on
 * marked articles. */
static float tie_score(bp_tie tie)
{
    switch (tie) {
    case BP_TIE_AFTER:
    case BP_TIE_INVERTED: return 0.97f;
    case BP_TIE_NEXT_LINE: return 0.95f;
    case BP_TIE_BEFORE:
    case BP_TIE_CLAUSE: return 0.9f;
    case BP_TIE_LABEL:
    case BP_TIE_DASH: return 0.85f;
    case BP_TIE_VERB:
    case BP_TIE_GOES_ON:
    case BP_TIE_BROUGHT_IN:
    case BP_TIE_POINTED_AT:
    case BP_TIE_ANSWER:
    case BP_TIE_INTERVIEW: return 0.65f;
    default: return 0.3f;
    }
}

/* "verb after the quotation, subject 'he', nearest man named above" */
static const char *explain(const bp_emitter *emitter, const char *words, const bp_speaker *speaker)
{
    if (!speaker->known) return words;
    const char *subject = ", subject '", *text = emitter->narration->document->text;
    const size_t length = speaker->span.end.byte - speaker->span.start.byte, shown = length < 80 ? length : 0;
    const size_t room = strlen(words) + strlen(subject) + shown + strlen(speaker->how) + 4;
    char *why = bp_arena_take(emitter->findings->arena, room);
    if (!why) return NULL;
    char *at = why;
    memcpy(at, words, strlen(words));
    at += strlen(words);
    if (shown) {
        memcpy(at, subject, strlen(subject));
        at += strlen(subject);
        memcpy(at, text + speaker->span.start.byte, shown);
        at += shown;
        *at++ = '\'';
    }
    memcpy(at, ", ", 2);
    memcpy(at + 2, speaker->how, strlen(speaker->how) + 1);
    return why;
}

static bool add_spans(const bp_emitter *emitter, bp_quote *quote)
{
    const bp_narration *n = emitter->narration;
    bp_span *spans = bp_arena_take(emitter->findings->arena, emitter->pieces.count * sizeof *spans);
    if (!spans) return false;
    for (uint32_t i = 0; i < emitter->pieces.count; i++) {
        const uint32_t unit = emitter->pieces.items[i].unit;
        spans[i] = unit_span(n, unit, unit + 1);
    }
    quote->spans = spans;
    quote->span_count = emitter->pieces.count;
    quote->span = (bp_span){ spans[0].start, spans[emitter->pieces.count - 1].end };
    return true;
}

/* Somebody, rather than several or a body: whom a pronoun may take up again. */
static bool is_one(const bp_narration *n, const bp_speaker *speaker)
{
    if (speaker->entity != BP_NONE) return true;
    const uint32_t head = speaker->phrase.head;
    if (!bp_unit_is(n, head, BP_UNIT_WORD)) return bp_unit_is(n, head, BP_UNIT_NAME);
    return bp_unit_in(n, head, BP_WORDS_ROLES) && !bp_unit_in(n, head, BP_WORDS_BODIES) && !bp_unit_ends(n, head, "s");
}

bp_speaker bp_emitter_speaker(bp_emitter *emitter, bp_noun_phrase phrase)
{
    bp_people *people = &emitter->people;
    bp_people_read(people, phrase.first);
    const bp_speaker speaker =
        emitter->around == BP_NONE
            ? bp_people_resolve(people, phrase)
            : bp_people_resolve_inside(people, &emitter->outside, &emitter->findings->quotes.items[emitter->around],
                                       phrase);
    bp_people_read(people, phrase.head + 1);
    if (speaker.known && is_one(emitter->narration, &speaker)) bp_people_spoke(people, speaker.entity, phrase);
    return speaker;
}

bool bp_emitter_add(bp_emitter *emitter, bp_quote *quote, const char *how, const bp_speaker *speaker)
{
    quote->has_speaker = speaker->known;
    quote->speaker_entity = BP_NONE;
    if (speaker->known) {
        quote->speaker = speaker->span;
        quote->speaker_entity = speaker->entity;
        quote->speaker_name = speaker->name;
    }
    quote->why = explain(emitter, how, speaker);
    bp_quote *added = bp_push(emitter->findings->arena, &emitter->findings->quotes);
    if (!added || !quote->why) return false;
    *added = *quote;
    return true;
}

static bool is_same(const bp_speaker *a, const bp_speaker *b)
{
    if (a->entity != BP_NONE || b->entity != BP_NONE) return a->entity == b->entity;
    return a->name.length == b->name.length && memcmp(a->name.at, b->name.at, a->name.length) == 0;
}

static void remember_speaker(bp_emitter *emitter, bp_speaker speaker)
{
    if (speaker.known && emitter->last.known && !is_same(&speaker, &emitter->last)) emitter->other = emitter->last;
    emitter->last = speaker;
}

static bool finish(bp_emitter *emitter)
{
    if (emitter->pieces.count == 0) return true;
    const bp_narration *n = emitter->narration;
    const bp_piece *lead = leading_piece(emitter), *first = &emitter->pieces.items[0];
    bp_quote quote = { .type = is_mixed(n, first) ? BP_MIXED : BP_DIRECT };
    if (!add_spans(emitter, &quote)) return false;
    quote.content = quote.span;
    if (quote.type == BP_MIXED) quote.content = content_of(n, first, &emitter->pieces.items[emitter->pieces.count - 1]);
    quote.has_cue = bp_is_cue(&lead->attribution.cue);
    if (quote.has_cue) quote.cue = unit_span(n, lead->attribution.cue.first, lead->attribution.cue.end);
    remember_speaker(emitter, bp_voice_of(emitter, lead));
    emitter->asked = bp_find_addressee(n, &lead->attribution);
    quote.score = tie_score(lead->attribution.tie) * (emitter->last.known ? emitter->last.trust : SILENT);
    for (uint32_t i = 0; i < emitter->pieces.count; i++)
        n->quotes[emitter->pieces.items[i].stretch] = emitter->findings->quotes.count;
    emitter->pieces.count = 0;
    return bp_emitter_add(emitter, &quote, tie_words(lead->attribution.tie), &emitter->last);
}

bool bp_emitter_enter(bp_emitter *emitter, uint32_t quote, uint32_t outer_unit)
{
    if (!finish(emitter)) return false;
    emitter->around = quote;
    bp_people_read(&emitter->outside, outer_unit);
    bp_people_forget(&emitter->people);
    return true;
}

bool bp_emit_piece(bp_emitter *emitter, const bp_piece *piece, bool joined)
{
    if (!joined && !finish(emitter)) return false;
    bp_piece *added = bp_push(emitter->narration->document->arena, &emitter->pieces);
    if (!added) return false;
    *added = *piece;
    return true;
}

void bp_echo_speaker(bp_quote *quote, const bp_quote *source)
{
    quote->has_speaker = true;
    quote->speaker = source->speaker;
    quote->speaker_entity = source->speaker_entity;
    quote->speaker_name = source->speaker_name;
    quote->score = source->score;
    quote->why = "the same words as further down";
}

bool bp_emitter_end(bp_emitter *emitter)
{
    return finish(emitter);
}

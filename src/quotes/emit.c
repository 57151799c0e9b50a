/* Writes quotations: spans, type, speaker, cue, score, and why in plain words. */
#include "quotes/emit.h"

#include "quotes/listeners.h"

#include <string.h>

enum { FARTHEST_ASKING = 40 };

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

/* Whoever answers is not the subject of "X asked him" in the sentence before; where nobody asked there, not the one
 * who spoke last. */
static void bar_asker(bp_emitter *emitter, const bp_piece *lead)
{
    const bp_narration *n = emitter->narration;
    const uint32_t own = bp_unit_at(n, lead->unit)->line;
    emitter->people.answered = emitter->last.known ? emitter->last.entity : BP_NONE;
    if (own == 0) return;
    const bp_line *line = &n->lines.items[own - 1];
    for (uint32_t i = line->end; i-- > line->first && line->end - i < FARTHEST_ASKING;) {
        const bp_cue cue = bp_cue_at(n, i, line->first, BP_WORDS_CUE_TELL);
        if (!bp_is_cue(&cue)) continue;
        const bp_subject subject = bp_cue_subject(n, &cue, line->first, line->end);
        const bp_mention *mention = subject.way ? bp_unit_mention(n, subject.phrase.head) : NULL;
        if (mention) emitter->people.answered = mention->entity;
    }
}

static bool opens_question(const bp_narration *n, uint32_t unit)
{
    return bp_is_word_in(n, unit, BP_WORDS_QUESTION_WORDS) || bp_unit_says(n, unit, "when");
}

static bool is_asking(const bp_narration *n, uint32_t unit)
{
    return bp_unit_says(n, unit, "asked") || bp_unit_says(n, unit, "asks");
}

/* "X asked (Y) where he was. "Home," he said": the asker, whom "he" does not mean; BP_NONE: nobody asked. */
static uint32_t asker_before(const bp_narration *n, uint32_t unit)
{
    const uint32_t own = bp_unit_at(n, unit)->line;
    if (own == 0) return BP_NONE;
    const bp_line *line = &n->lines.items[own - 1];
    for (uint32_t i = line->first; i + 2 < line->end && i - line->first < FARTHEST_ASKING; i++) {
        if (!is_asking(n, i)) continue;
        const bp_cue cue = bp_cue_at(n, i, line->first, BP_WORDS_CUE_TELL);
        if (!bp_is_cue(&cue) || cue.passive) continue;
        const bp_noun_phrase asked = bp_phrase_after(n, i + 1, line->end);
        const bool names = bp_is_phrase(asked) && asked.end < line->end; /* asked Orsic, asked the defendant */
        if (!opens_question(n, i + 1) && !(names && opens_question(n, asked.end))) return BP_NONE;
        const bp_subject subject = bp_cue_subject(n, &cue, line->first, line->end);
        const bp_mention *mention = subject.way ? bp_unit_mention(n, subject.phrase.head) : NULL;
        return mention ? mention->entity : BP_NONE;
    }
    return BP_NONE;
}

/* "Asked whether he would appeal, he replied": no one who spoke above asked that. */
static bool is_asked_by_nobody(const bp_narration *n, uint32_t cue)
{
    const uint32_t first = n->lines.items[bp_unit_at(n, cue)->line].first;
    return bp_unit_among(n, first, BP_HINT_ASKED);
}

/* "...?" she asked. "...," replied the witness: the one who spoke before the question. */
static bool is_asked(const bp_emitter *emitter, const bp_piece *lead, const bp_speaker *speaker)
{
    const bp_narration *n = emitter->narration;
    const bp_noun_phrase phrase = lead->attribution.subject.phrase;
    const bp_speaker *asker = &emitter->last, *other = &emitter->other;
    if (speaker->entity != BP_NONE || !bp_is_cue(&lead->attribution.cue)) return false;
    if (!bp_unit_in(n, lead->attribution.cue.first, BP_WORDS_CUE_REPLY)) return false;
    if (!bp_unit_says(n, phrase.first, "the") || !bp_unit_in(n, phrase.head, BP_WORDS_ROLES)) return false;
    return asker->known && other->known && other->entity != BP_NONE && other->entity != asker->entity;
}

/* She asked | Pavel Orsic what it was for. "Company." No phrase: nobody is asked. */
static bp_noun_phrase who_is_asked(const bp_narration *n, const bp_cue *cue)
{
    const bp_noun_phrase none = { 0 };
    if (!bp_is_cue(cue) || cue->passive || !is_asking(n, cue->first)) return none;
    const uint32_t limit = n->lines.items[bp_unit_at(n, cue->first)->line].end;
    if (cue->end + 1 >= limit) return none;
    const bool pronoun = bp_unit_says(n, cue->end, "him") || bp_unit_says(n, cue->end, "her");
    const bp_noun_phrase phrase =
        pronoun ? (bp_noun_phrase){ cue->end, cue->end + 1, cue->end } : bp_phrase_after(n, cue->end, limit);
    if (!bp_is_phrase(phrase)) return none;
    const bool role = bp_unit_says(n, phrase.first, "the") && bp_is_word_in(n, phrase.head, BP_WORDS_ROLES);
    if (!pronoun && !role && !bp_may_name_person(n, phrase.head)) return none;
    return phrase.end < limit && opens_question(n, phrase.end) ? phrase : none;
}

/* Whoever is asked by the subject of a cue, if anyone is: an unknown speaker where not. */
static bp_speaker speaker_asked(bp_emitter *emitter, const bp_cue *cue, bp_noun_phrase subject)
{
    const bp_noun_phrase asked = who_is_asked(emitter->narration, cue);
    if (!bp_is_phrase(asked)) return (bp_speaker){ 0 };
    bp_people_read(&emitter->people, asked.end);
    if (bp_is_word_in(emitter->narration, asked.head, BP_WORDS_ROLES))
        return bp_people_resolve(&emitter->people, asked);
    const bp_speaker asker = bp_people_resolve(&emitter->people, subject);
    return bp_people_addressed(&emitter->people, asked.head, asker.entity);
}

/* X asked Y where the boat was. "...," came the reply */
static bp_speaker asked_before(bp_emitter *emitter, uint32_t unit)
{
    const bp_narration *n = emitter->narration;
    const uint32_t own = bp_unit_at(n, unit)->line;
    const bp_line *line = own > 0 ? &n->lines.items[own - 1] : NULL;
    if (!line || line->block != n->lines.items[own].block) return (bp_speaker){ 0 };
    for (uint32_t i = line->first; i < line->end && i - line->first < FARTHEST_ASKING; i++) {
        const bp_cue cue = is_asking(n, i) ? bp_cue_at(n, i, line->first, BP_WORDS_CUE_TELL) : (bp_cue){ 0 };
        const bp_subject subject =
            bp_is_cue(&cue) ? bp_cue_subject(n, &cue, line->first, line->end) : (bp_subject){ 0 };
        if (subject.way) return speaker_asked(emitter, &cue, subject.phrase);
    }
    return (bp_speaker){ 0 };
}

/* "...," came the reply: whoever was asked. */
static bp_speaker who_replies(bp_emitter *emitter, const bp_piece *lead)
{
    const bp_cue *cue = &lead->attribution.cue;
    const bool reply = cue->end - cue->first == 3 && (cue->classes & BP_WORDS_CUE_REPLY);
    if (!reply) return (bp_speaker){ 0 };
    if (emitter->asked == BP_NONE) return asked_before(emitter, lead->unit);
    return bp_people_addressed(&emitter->people, emitter->asked, emitter->last.entity);
}

/* "...," said one. "...," said the other: whoever spoke before the last, else somebody named besides the last. */
static bp_speaker the_other(bp_emitter *emitter, bp_noun_phrase phrase)
{
    bp_people_read(&emitter->people, phrase.first);
    return bp_people_besides(&emitter->people, phrase, emitter->last.known ? emitter->last.entity : BP_NONE);
}

/* Would he go? "...": the one the article is about, if that one can be "he". */
static bp_speaker who_answers(bp_emitter *emitter, const bp_piece *lead)
{
    const bp_subject *asked = &lead->attribution.subject;
    bp_people_read(&emitter->people, lead->unit);
    const bp_speaker main =
        bp_people_protagonist(&emitter->people, &emitter->last, lead->attribution.tie == BP_TIE_ANSWER);
    if (!main.known || lead->attribution.tie == BP_TIE_ANSWER || !asked->way) return main;
    const bp_person person = { .entity = main.entity };
    const bp_gender gender = bp_person_gender(&emitter->people, &person),
                    said = bp_gender_of(bp_unit_at(emitter->narration, asked->phrase.head)->classes);
    return gender && gender != said ? bp_emitter_speaker(emitter, asked->phrase) : main;
}

static bp_speaker find_speaker(bp_emitter *emitter, const bp_piece *lead)
{
    const bp_tie tie = lead->attribution.tie;
    if (tie == BP_TIE_GOES_ON) return emitter->last;
    if (tie == BP_TIE_ANSWER && emitter->asked != BP_NONE)
        return bp_people_addressed(&emitter->people, emitter->asked, emitter->last.entity);
    if (tie == BP_TIE_ANSWER && emitter->other.known) return emitter->other;
    if (tie == BP_TIE_ANSWER || tie == BP_TIE_INTERVIEW) return who_answers(emitter, lead);
    if (!lead->attribution.subject.way) return who_replies(emitter, lead);
    const bp_narration *n = emitter->narration;
    if (tie == BP_TIE_BROUGHT_IN || (tie == BP_TIE_BEFORE && bp_last_point(n, lead->unit) != '?')) {
        const bp_speaker asked = speaker_asked(emitter, &lead->attribution.cue, lead->attribution.subject.phrase);
        if (asked.known) return asked;
    }
    if (bp_unit_says(n, lead->attribution.subject.phrase.head, "other"))
        return the_other(emitter, lead->attribution.subject.phrase);
    bp_people_unbar(&emitter->people);
    emitter->people.answered = BP_NONE;
    const bp_cue *cue = &lead->attribution.cue;
    if (bp_is_cue(cue) && bp_unit_in(n, cue->first, BP_WORDS_CUE_REPLY) && !is_asked_by_nobody(n, cue->first))
        bar_asker(emitter, lead);
    else if (bp_last_point(n, lead->unit) != '?')
        emitter->people.answered = asker_before(n, lead->unit);
    for (uint32_t i = 0; i < emitter->pieces.count; i++) {
        const bp_stretch *stretch = &n->stretches.items[emitter->pieces.items[i].stretch];
        bp_people_bar(&emitter->people, stretch->first, stretch->end);
    }
    bp_speaker speaker = bp_emitter_speaker(emitter, lead->attribution.subject.phrase);
    if (!is_asked(emitter, lead, &speaker)) return speaker;
    speaker.entity = emitter->other.entity;
    speaker.name = emitter->other.name;
    speaker.how = "who is asked";
    return speaker;
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
    remember_speaker(emitter, find_speaker(emitter, lead));
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

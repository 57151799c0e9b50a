/* Voices: who speaks a quotation. The subject of its cue; where there is none, or it is "he" behind a question, whoever
 * was asked and not the asker; the other of two in turn; the one the article is about in an interview. Bounded by
 * constants. */
#include "quotes/voice.h"
#include "quotes/listeners.h"

enum { FARTHEST_ASKING = 40 /* units */ };

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

/* "Orsic said she had rung and | asked what it was": told, not asked here. */
static bool is_reported(const bp_narration *n, uint32_t verb, uint32_t first)
{
    if (verb > first + FARTHEST_ASKING) first = verb - FARTHEST_ASKING;
    for (uint32_t i = first; i < verb; i++)
        if (bp_is_word_in(n, i, BP_WORDS_CUE_SAY) && bp_is_finite_verb(n, i)) return true;
    return false;
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
        if (is_reported(n, i, line->first)) return BP_NONE; /* Orsic said she had rung and asked what it was */
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

/* "Counsel pressed him on glare. Had he measured it?" | "...," came the answer: "he", or "to the minister". */
static bp_speaker spoken_to(bp_emitter *emitter, uint32_t unit)
{
    const bp_narration *n = emitter->narration;
    const uint32_t own = bp_unit_at(n, unit)->line;
    const bp_line *line = own > 0 ? &n->lines.items[own - 1] : NULL;
    if (!line || line->block != n->lines.items[own].block) return (bp_speaker){ 0 };
    bp_people_read(&emitter->people, unit);
    const uint32_t least = line->end - line->first > FARTHEST_ASKING ? line->end - FARTHEST_ASKING : line->first;
    for (uint32_t i = least; i + 2 < line->end; i++) {
        if (!bp_unit_says(n, i, "put") || !bp_unit_says(n, i + 1, "it") || !bp_unit_says(n, i + 2, "to")) continue;
        const bp_noun_phrase phrase = bp_phrase_after(n, i + 3, line->end);
        if (bp_is_phrase(phrase)) return bp_people_resolve(&emitter->people, phrase);
    }
    for (uint32_t i = line->end; i-- > least;) {
        const bool one = bp_unit_says(n, i, "he") || bp_unit_says(n, i, "she") || bp_unit_says(n, i, "him");
        if (one) return bp_people_addressed(&emitter->people, i, emitter->last.known ? emitter->last.entity : BP_NONE);
    }
    return (bp_speaker){ 0 };
}

/* "...," came the reply: whoever was asked. */
static bp_speaker who_replies(bp_emitter *emitter, const bp_piece *lead)
{
    const bp_cue *cue = &lead->attribution.cue;
    const bool reply = cue->end - cue->first == 3 && (cue->classes & BP_WORDS_CUE_REPLY);
    if (!reply) return (bp_speaker){ 0 };
    if (emitter->asked == BP_NONE) {
        const bp_speaker asked = asked_before(emitter, lead->unit);
        return asked.known ? asked : spoken_to(emitter, lead->unit);
    }
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

bp_speaker bp_voice_of(bp_emitter *emitter, const bp_piece *lead)
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

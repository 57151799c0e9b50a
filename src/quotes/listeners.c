/* Listeners: whoever is named as the one who asks, or of whom is told, is not the
 * one who speaks. */
#include "quotes/listeners.h"

#include "quotes/cues.h"

enum { FARTHEST_ASKING = 16 /* units */ };

bool bp_says_before(const bp_narration *n, uint32_t pronoun)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, pronoun)->line];
    if (pronoun == line->first || !bp_unit_is(n, pronoun - 1, BP_UNIT_COMMA)) return false;
    uint32_t verb = pronoun + 1;
    while (verb < line->end && bp_is_adverb(n, verb)) verb++;
    return verb < line->end && bp_is_word_in(n, verb, BP_WORDS_CUE_SAY);
}

/* "X had been there, | she said": of whom she tells; BP_NONE: of nobody. */
static uint32_t told_of(const bp_narration *n, uint32_t pronoun)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, pronoun)->line];
    if (!bp_says_before(n, pronoun)) return BP_NONE;
    for (uint32_t i = line->first; i < pronoun; i++)
        if (bp_unit_is(n, i, BP_UNIT_STRETCH)) return BP_NONE;
    const bp_noun_phrase subject = bp_phrase_after(n, line->first, pronoun); /* The minister, Ama Nkrumah, */
    const bp_mention *first = bp_unit_mention(n, bp_is_phrase(subject) ? subject.head : line->first);
    return first ? first->entity : BP_NONE;
}

/* "Pressed by Ama Nkrumah on what else could go, she": whoever asks is not the one who answers; BP_NONE: nobody asks.
 */
static uint32_t questioner(const bp_narration *n, uint32_t pronoun)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, pronoun)->line];
    bool asks = false;
    const bool replies = bp_unit_says(n, line->first, "replying") || bp_unit_says(n, line->first, "responding") ||
                         bp_unit_says(n, line->first, "answering"); /* Replying to Ama Nkrumah, he */
    for (uint32_t i = line->first; i + 1 < pronoun && i - line->first < FARTHEST_ASKING; i++) {
        asks |= bp_unit_among(n, i, BP_HINT_QUESTIONING);
        if (!(asks && bp_unit_says(n, i, "by")) && !(replies && i == line->first + 1 && bp_unit_says(n, i, "to")))
            continue;
        const bp_noun_phrase phrase = bp_phrase_after(n, i + 1, pronoun);
        if (!bp_is_phrase(phrase)) continue;
        const bool renamed =
            phrase.end + 1 < pronoun && bp_unit_is(n, phrase.end, BP_UNIT_COMMA); /* by one of them, X */
        const bp_mention *mention = bp_unit_mention(n, phrase.head);
        if (!mention && renamed) mention = bp_unit_mention(n, phrase.end + 1);
        if (mention && mention->type == BP_PERSON) return mention->entity;
    }
    return BP_NONE;
}

uint32_t bp_somebody_else(const bp_narration *n, uint32_t pronoun)
{
    const uint32_t told = told_of(n, pronoun);
    return told == BP_NONE ? questioner(n, pronoun) : told;
}

uint32_t bp_find_addressee(const bp_narration *n, const bp_attribution *attribution)
{
    const bp_cue *cue = &attribution->cue;
    if (!bp_is_cue(cue) || !bp_unit_in(n, cue->first, BP_WORDS_CUE_TELL)) return BP_NONE;
    const bp_line *line = &n->lines.items[bp_unit_at(n, cue->first)->line];
    const uint32_t from = attribution->tie == BP_TIE_INVERTED ? attribution->subject.phrase.end : cue->end;
    const bp_noun_phrase phrase = from < line->end ? bp_phrase_after(n, from, line->end) : (bp_noun_phrase){ 0 };
    const bp_mention *mention = bp_is_phrase(phrase) ? bp_unit_mention(n, phrase.head) : NULL;
    if (mention && mention->type == BP_PERSON) return phrase.head;
    const bp_mention *first = from < line->end ? bp_unit_mention(n, from) : NULL; /* Ama Bruma QC */
    if (first && first->type == BP_PERSON) return from;
    const bool closes = from + 1 >= line->end || !bp_unit_is(n, from + 1, BP_UNIT_WORD);
    const bool pronoun = from < line->end && (bp_unit_says(n, from, "him") || bp_unit_says(n, from, "her"));
    return pronoun && closes ? from : BP_NONE; /* she asked him */
}

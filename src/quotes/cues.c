/* Cues: verbs of saying by their classes, told from the nouns that look like
 * them ("his claims"), with their subject: before or behind the verb, the main
 * clause's for "and said", "saying", "to say"; with a passive the one after "by". */
#include "quotes/cues.h"
#include "quotes/clauses.h"

enum { FARTHEST_AGENT = 24, MOST_ADJECTIVES = 3 };

bool bp_is_passive(const bp_narration *n, uint32_t first, uint32_t verb)
{
    for (uint32_t i = first; i < verb; i++)
        if (bp_is_word_in(n, i, BP_WORDS_BE_FORMS)) return !bp_unit_ends(n, verb, "ing");
    return false;
}

/* Claims, calls, comments, state, point: a verb only behind what can be its
 * subject, an auxiliary, "to" or "and". */
static bool is_verb_use(const bp_narration *n, uint32_t unit, uint32_t least)
{
    if (bp_is_hyphenated(n, unit)) return false;
    const bool aside = unit > least && bp_unit_is(n, unit - 1, BP_UNIT_COMMA) && unit + 1 < n->units.count &&
                       bp_unit_is(n, unit + 1, BP_UNIT_COMMA);
    if (aside && bp_unit_says(n, unit, "say")) return false; /* than, say, Turin */
    if (bp_unit_says(n, unit, "reported") && unit + 1 < n->units.count && bp_unit_says(n, unit + 1, "for"))
        return false; /* reported for duty */
    const uint32_t group = bp_verb_group(n, unit, least);
    const bool sure = bp_unit_in(n, unit, BP_WORDS_FINITE) || bp_unit_ends(n, unit, "ed");
    if (group == least) return sure || group < unit || bp_unit_ends(n, unit, "ing");
    const uint32_t before = group - 1;
    const uint64_t alone = BP_WORDS_ROLES | BP_WORDS_PLURALS;
    const bool determined =
        group == unit && ((bp_is_word_in(n, before, BP_WORDS_DETERMINERS) && !bp_is_word_in(n, before, alone)) ||
                          bp_is_possessive(n, before));
    if (bp_unit_in(n, unit, BP_WORDS_FINITE)) return true;
    if (determined) return false;
    if (sure || bp_unit_ends(n, unit, "ing") || group < unit) return true;
    const bool brings = unit + 1 < n->units.count && bp_unit_is(n, unit + 1, BP_UNIT_COLON); /* the sleeve warns: */
    if (brings && bp_unit_ends(n, unit, "s")) return true;
    const uint8_t kind = bp_unit_at(n, before)->kind;
    return bp_unit_says(n, before, "to") || bp_is_word_in(n, before, BP_WORDS_CONJUNCTIONS) ||
           (kind == BP_UNIT_COMMA && bp_unit_ends(n, unit, "s")) || kind == BP_UNIT_STRETCH ||
           bp_follows_subject(n, unit);
}

/* The one before "claim" in "his claim" and "Nkrumah's new claim". */
static bp_noun_phrase owner_of(const bp_narration *n, uint32_t noun, uint32_t least)
{
    const bp_noun_phrase none = { noun, noun, noun };
    for (uint32_t i = noun; i > least && noun - i <= MOST_ADJECTIVES; i--) {
        const uint32_t before = i - 1;
        if (bp_is_word_in(n, before, BP_WORDS_DETERMINERS))
            return bp_is_word_in(n, before, BP_WORDS_MEN | BP_WORDS_WOMEN) || bp_unit_says(n, before, "their")
                       ? (bp_noun_phrase){ before, i, before }
                       : none;
        if (bp_is_possessive(n, before)) return bp_phrase_before(n, before, least);
        if (!bp_unit_is(n, before, BP_UNIT_WORD) ||
            bp_is_word_in(n, before,
                          BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS | BP_WORDS_FINITE | BP_WORDS_AUXILIARIES))
            return none;
    }
    return none;
}

/* put | it, "...": "it" is not who speaks. */
static bool puts_it(const bp_narration *n, uint32_t verb)
{
    return (bp_unit_says(n, verb, "put") || bp_unit_says(n, verb, "puts")) && verb + 1 < n->units.count &&
           bp_unit_says(n, verb + 1, "it");
}

static bp_cue phrase_cue(const bp_narration *n, uint32_t unit, uint32_t least)
{
    if (!bp_unit_in(n, unit, BP_WORDS_PREPOSITIONS | BP_WORDS_FINITE | BP_WORDS_VERBS)) return (bp_cue){ 0 };
    if (bp_unit_says(n, unit, "to") && unit > least && bp_unit_says(n, unit - 1, "according"))
        return (bp_cue){ unit - 1, unit + 1, BP_WORDS_CUE_SAY, false };
    const bool words_of = bp_unit_says(n, unit, "of") && unit >= least + 3 && bp_unit_says(n, unit - 1, "words") &&
                          bp_unit_says(n, unit - 2, "the") && bp_unit_says(n, unit - 3, "in");
    if (words_of) return (bp_cue){ unit - 3, unit + 1, BP_WORDS_CUE_SAY, false };
    if (unit + 1 == n->units.count) return (bp_cue){ 0 };
    if (puts_it(n, unit)) return (bp_cue){ unit, unit + 1, BP_WORDS_CUE_SAY, false };
    if (bp_unit_says(n, unit, "hit") && (bp_unit_says(n, unit + 1, "back") || bp_unit_says(n, unit + 1, "out")))
        return (bp_cue){ unit, unit + 2, BP_WORDS_CUE_SAY, false };
    return (bp_cue){ 0 };
}

/* his claim that ..., Nkrumah's angry reply: a noun with its owner before it. */
static bool is_owned_noun(const bp_narration *n, uint32_t unit, uint32_t least)
{
    if (!bp_unit_in(n, unit, BP_WORDS_CUE_NOUNS) || bp_is_hyphenated(n, unit)) return false;
    const bp_noun_phrase owner = owner_of(n, unit, least);
    return bp_is_phrase(owner);
}

/* wanted to | know whether */
static bool wants_to_know(const bp_narration *n, uint32_t unit, uint32_t least)
{
    if (!bp_unit_says(n, unit, "know") || unit < least + 2 || !bp_unit_says(n, unit - 1, "to")) return false;
    return bp_unit_says(n, unit - 2, "wanted") || bp_unit_says(n, unit - 2, "wants");
}

bp_cue bp_cue_at(const bp_narration *n, uint32_t unit, uint32_t least, uint64_t classes)
{
    if (!bp_unit_is(n, unit, BP_UNIT_WORD)) return (bp_cue){ 0 };
    const bp_cue phrase = phrase_cue(n, unit, least);
    if (bp_is_cue(&phrase)) return phrase;
    if ((classes & BP_WORDS_CUE_NOUNS) && is_owned_noun(n, unit, least))
        return (bp_cue){ unit, unit + 1, BP_WORDS_CUE_NOUNS, false };
    if ((classes & BP_WORDS_CUE_TELL) && wants_to_know(n, unit, least))
        return (bp_cue){ unit, unit + 1, BP_WORDS_CUE_TELL, false };
    if (!bp_unit_in(n, unit, classes & ~BP_WORDS_CUE_NOUNS) || !is_verb_use(n, unit, least)) return (bp_cue){ 0 };
    bp_cue cue = { unit, unit + 1, bp_unit_at(n, unit)->classes, false };
    cue.passive = bp_is_passive(n, bp_verb_group(n, unit, least), unit);
    return cue;
}

bp_subject bp_agent(const bp_narration *n, uint32_t from, uint32_t limit)
{
    if (limit > from + FARTHEST_AGENT) limit = from + FARTHEST_AGENT;
    for (uint32_t i = from; i + 1 < limit; i++) {
        if (!bp_unit_says(n, i, "by")) continue;
        const bp_noun_phrase phrase = bp_phrase_after(n, i + 1, limit);
        if (bp_is_phrase(phrase)) return (bp_subject){ phrase, BP_SUBJECT_AFTER };
    }
    return (bp_subject){ 0 };
}

/* with | one of her ads | asking: the phrase has the verb for itself. */
static bp_noun_phrase with_subject(const bp_narration *n, const bp_cue *cue, uint32_t least)
{
    const uint32_t verb = cue->first;
    const bp_noun_phrase none = { verb, verb, verb };
    if (!(cue->classes & (BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL))) return none;
    if (!bp_unit_ends(n, verb, "ing") || bp_verb_group(n, verb, least) < verb) return none;
    const bp_noun_phrase phrase = bp_phrase_before(n, verb, least);
    const bool with = bp_is_phrase(phrase) && phrase.first > least && bp_unit_says(n, phrase.first - 1, "with");
    return with ? phrase : none;
}

/* emailed | supporters | saying: the noun is who is told. */
static bool is_told(const bp_narration *n, uint32_t verb, uint32_t least)
{
    const uint64_t tells = BP_WORDS_CUE_TELL | BP_WORDS_CUE_MANNER;
    const bp_noun_phrase phrase = bp_phrase_before(n, verb, least);
    return bp_is_phrase(phrase) && phrase.first > least && bp_unit_ends(n, phrase.first - 1, "ed") &&
           bp_is_word_in(n, phrase.first - 1, tells);
}

/* Does the verb lean on an earlier subject: and said, saying, to say, by saying? */
static bool leans(const bp_narration *n, uint32_t verb, uint32_t least)
{
    const uint32_t group = bp_verb_group(n, verb, least);
    if (group == least) return true;
    const uint32_t before = group - 1;
    if (bp_is_word_in(n, before, BP_WORDS_CONJUNCTIONS)) return true;
    if (bp_is_word_in(n, before, BP_WORDS_PREPOSITIONS | BP_WORDS_SUBORDINATORS) &&
        !bp_is_word_in(n, before, BP_WORDS_RELATIVES) && !bp_unit_says(n, before, "that"))
        return true;
    if (!bp_unit_ends(n, verb, "ing") || bp_is_finite_verb(n, group)) return false; /* X, a doctor, is saying */
    const uint8_t kind = bp_unit_at(n, before)->kind;
    if (kind == BP_UNIT_COMMA || kind == BP_UNIT_DASH || kind == BP_UNIT_STRETCH) return true;
    if (group < verb || kind != BP_UNIT_WORD) return false;
    return !bp_is_word_in(n, before, BP_WORDS_ROLES | BP_WORDS_BODIES) || is_told(n, verb, least);
}

/* as he liked | to say: the subject of the verb that the infinitive hangs on. */
static bp_subject infinitive_subject(const bp_narration *n, uint32_t verb, uint32_t least)
{
    const bp_subject none = { 0 };
    if (verb < least + 3 || !bp_unit_says(n, verb - 1, "to")) return none;
    const uint32_t finite = verb - 2;
    if (!bp_unit_is(n, finite, BP_UNIT_WORD) || !bp_unit_in(n, finite - 1, BP_WORDS_SUBJECT_PRONOUNS)) return none;
    return bp_subject_before(n, finite, least);
}

/* said | his wife | and manager, Ama Bruma: two roles of one, who is named behind them. */
static bp_noun_phrase with_second_role(const bp_narration *n, bp_noun_phrase phrase, uint32_t limit)
{
    if (phrase.end + 3 >= limit || !bp_unit_says(n, phrase.end, "and")) return phrase;
    const uint32_t least = phrase.end + 1, far = least + MOST_ADJECTIVES + 1;
    for (uint32_t i = least; i + 1 < limit && i <= far && !bp_is_finite_verb(n, i); i++) {
        if (!bp_unit_is(n, i, BP_UNIT_COMMA)) continue;
        const bp_mention *mention = bp_unit_mention(n, i + 1);
        if (!mention || mention->type != BP_PERSON) return phrase;
        return (bp_noun_phrase){ phrase.first, i + 2, i + 1 };
    }
    return phrase;
}

/* The verb at the head of the sentence or right behind a quotation, with its
 * subject after it: Said Nkrumah: "..."; she left, said Nkrumah. */
static bp_subject inverted(const bp_narration *n, uint32_t verb, uint32_t limit)
{
    bp_subject after = bp_subject_after(n, verb, limit);
    if (!after.way || after.phrase.end == limit) return after;
    after.phrase = with_second_role(n, after.phrase, limit);
    if (after.phrase.end == limit) return after;
    const uint32_t next = after.phrase.end;
    const uint8_t kind = bp_unit_at(n, next)->kind;
    const bool ends = (kind >= BP_UNIT_COMMA && kind != BP_UNIT_HYPHEN && kind != BP_UNIT_OTHER) ||
                      bp_is_word_in(n, next, BP_WORDS_PREPOSITIONS | BP_WORDS_WEEKDAYS | BP_WORDS_SUBORDINATORS) ||
                      bp_is_adverb(n, next);
    return ends ? after : (bp_subject){ 0 };
}

/* according to | a 2014 study, early returns, the newly found map */
static bp_noun_phrase source_after(const bp_narration *n, uint32_t first, uint32_t limit)
{
    const bp_noun_phrase phrase = bp_phrase_after(n, first, limit);
    const bool alone = first + 1 >= limit || bp_unit_is(n, first + 1, BP_UNIT_COMMA);
    if (alone && first < limit && bp_is_word_in(n, first, BP_WORDS_MEN | BP_WORDS_WOMEN | BP_WORDS_PLURALS)) /* her */
        return (bp_noun_phrase){ first, first + 1, first };
    uint32_t from = first;
    while (from < limit && from < first + MOST_ADJECTIVES &&
           (bp_is_adverb(n, from) || bp_unit_at(n, from)->dated || bp_is_word_in(n, from, BP_WORDS_DETERMINERS)))
        from++;
    if (bp_is_phrase(phrase) || from == first) return phrase;
    bp_noun_phrase inner = bp_phrase_after(n, from, limit);
    if (bp_is_phrase(inner)) inner.first = first;
    return inner;
}

/* quotes | Ama Nkrumah | as saying */
static bp_noun_phrase quoted_before(const bp_narration *n, uint32_t verb, uint32_t least)
{
    const bp_noun_phrase none = { verb, verb, verb };
    if (verb < least + 3 || !bp_unit_says(n, verb - 1, "as") || !bp_unit_ends(n, verb, "ing")) return none;
    bp_noun_phrase phrase = bp_phrase_before(n, verb - 1, least);
    if (!bp_is_phrase(phrase)) return none;
    const uint64_t quotes = BP_WORDS_CUE_TELL | BP_WORDS_CUE_CALL; /* quote, cite: of both classes */
    if (phrase.first < phrase.head && (bp_unit_at(n, phrase.first)->classes & quotes) == quotes) phrase.first++;
    const bool quoted = phrase.first > least && (bp_unit_at(n, phrase.first - 1)->classes & quotes) == quotes;
    return quoted ? phrase : none;
}

/* One of them, a man of 40, | remained in hospital, said Nkrumah: behind a comma the verb of the first is told. */
static bool has_main_verb(const bp_narration *n, uint32_t first, uint32_t end)
{
    if (end + 1 < n->units.count && bp_unit_says(n, end + 1, "that")) return false; /* ..., warns that */
    for (uint32_t i = first + 1; i < end; i++)
        if (bp_unit_is(n, i - 1, BP_UNIT_COMMA) && bp_is_finite_verb(n, i)) return true;
    return false;
}

bp_subject bp_cue_subject(const bp_narration *n, const bp_cue *cue, uint32_t least, uint32_t limit)
{
    if (cue->end - cue->first > 1 && !bp_unit_says(n, cue->first, "hit")) { /* according to */
        const bp_noun_phrase phrase = source_after(n, cue->end, limit);
        return (bp_subject){ phrase, bp_is_phrase(phrase) ? BP_SUBJECT_AFTER : BP_NO_SUBJECT };
    }
    if (cue->classes == BP_WORDS_CUE_NOUNS) {
        const bp_noun_phrase owner = owner_of(n, cue->first, least);
        return (bp_subject){ owner, bp_is_phrase(owner) ? BP_SUBJECT_BEFORE : BP_NO_SUBJECT };
    }
    if (cue->passive) return bp_agent(n, cue->end, limit);
    const uint32_t verb = cue->first;
    const bool can_invert = (cue->classes & BP_WORDS_CUE_SAY) && !bp_unit_ends(n, verb, "ing") && !puts_it(n, verb);
    const bool behind_mark = verb > least && bp_unit_is(n, verb - 1, BP_UNIT_STRETCH);
    const bool behind_comma = verb > least && bp_unit_is(n, verb - 1, BP_UNIT_COMMA);
    if (can_invert && (verb == least || behind_mark || behind_comma)) {
        const bp_subject described = behind_comma ? bp_subject_before(n, verb, least) : (bp_subject){ 0 };
        const bool clause = described.way && (bp_has_verb(n, described.phrase.first, described.phrase.end) ||
                                              has_main_verb(n, described.phrase.end, verb));
        const bp_subject after = described.way && !clause ? described : inverted(n, verb, limit);
        if (after.way) return after;
    }
    const bp_noun_phrase quoted = quoted_before(n, verb, least);
    if (bp_is_phrase(quoted)) return (bp_subject){ quoted, BP_SUBJECT_BEFORE };
    const bp_noun_phrase with = with_subject(n, cue, least);
    if (bp_is_phrase(with)) return (bp_subject){ with, BP_SUBJECT_BEFORE };
    const bp_subject hung = infinitive_subject(n, verb, least);
    if (hung.way) return hung;
    const uint32_t group = bp_verb_group(n, verb, least);
    const bool lean = leans(n, verb, least);
    const bp_subject before = lean ? bp_main_subject(n, group, least) : bp_subject_before(n, verb, least);
    if (before.way) return before;
    if (lean && bp_unit_ends(n, verb, "ing"))
        return bp_main_subject(n, limit, cue->end); /* Noting that ..., she left */
    return bp_main_subject(n, group, least);
}

/* Speakers: a name is its entity; "he" and "she" the most prominent of those who
 * agree; "the minister" whom the article called so; "her colleague" the other of
 * the two just named. Words that nobody answers to are kept as they are. */
#include "quotes/speakers.h"
#include "quotes/ages.h"
#include "quotes/echoes.h"
#include "quotes/labels.h"
#include "quotes/listeners.h"
#include "quotes/shortened.h"
#include "quotes/taking_up.h"
#include "text/phrases.h"

#include <string.h>

enum {
    FARTHEST_VERB = 12,
    FARTHEST_BODY = 4 /* lines */,
    FARTHEST_GIVEN = 10,
    FARTHEST_HIDING = 16,
    OF_THREE = 3 /* lines */
};

/* Measured on marked articles: how often such a speaker is right. */
static const float TRUST_PROTAGONIST = 0.8f, TRUST_MAIN = 0.65f;
static const float TRUST_NAME = 1.0f, TRUST_ALONE = 0.97f, TRUST_NEAREST = 0.93f, TRUST_WORDS = 0.85f;

static bp_view words_of(const bp_narration *n, uint32_t first, uint32_t end)
{
    const bp_span span = bp_span_of(n->document, bp_unit_at(n, first)->first, bp_unit_at(n, end - 1)->end);
    return (bp_view){ n->document->text + span.start.byte, span.end.byte - span.start.byte };
}

/* A whole line of words that sign: A father of four, Turin. */
static bool is_signature(const bp_narration *n, bp_noun_phrase phrase)
{
    return phrase.head == phrase.first && phrase.end > phrase.first + 1 && bp_unit_is(n, phrase.head, BP_UNIT_WORD) &&
           !bp_unit_in(n, phrase.head, BP_WORDS_SUBJECT_PRONOUNS);
}

/* The words themselves, without what opens a noun phrase. */
static bp_view plain_words(const bp_narration *n, bp_noun_phrase phrase)
{
    uint32_t first = phrase.first;
    if (bp_unit_is(n, phrase.head, BP_UNIT_NAME)) return words_of(n, phrase.head, phrase.head + 1);
    if (is_signature(n, phrase)) return words_of(n, first, phrase.end);
    while (phrase.end > first + 1 && phrase.end > phrase.head + 1 && /* the pilots, who */
           (bp_unit_is(n, phrase.end - 1, BP_UNIT_COMMA) || bp_is_word_in(n, phrase.end - 1, BP_WORDS_RELATIVES)))
        phrase.end--;
    while (first + 1 < phrase.end && bp_unit_is(n, first, BP_UNIT_WORD) &&
           bp_unit_in(n, first, BP_WORDS_DETERMINERS | BP_WORDS_TITLES))
        first++;
    return words_of(n, first, phrase.end);
}

static bp_speaker speaker_of(const bp_narration *n, bp_noun_phrase phrase, uint32_t entity, const char *how,
                             float trust)
{
    bp_speaker speaker = { .known = true, .phrase = phrase, .entity = entity, .how = how, .trust = trust };
    speaker.span = bp_span_of(n->document, bp_unit_at(n, phrase.first)->first, bp_unit_at(n, phrase.end - 1)->end);
    speaker.name = entity == BP_NONE ? plain_words(n, phrase) : n->findings->entities.items[entity].name;
    return speaker;
}

static bp_speaker in_words(const bp_narration *n, bp_noun_phrase phrase)
{
    return speaker_of(n, phrase, BP_NONE, "in these words", TRUST_WORDS);
}

/* The one found, named or not. */
static bp_speaker speaker_found(const bp_narration *n, bp_noun_phrase phrase, const bp_person *found, const char *how,
                                float trust)
{
    if (!found) return in_words(n, phrase);
    bp_speaker speaker = speaker_of(n, phrase, found->entity, how, trust);
    if (found->entity == BP_NONE) speaker.name = plain_words(n, found->phrase);
    return speaker;
}

/* ---- pronouns */

/* Whoever is named behind the pronoun in its clause is somebody else: she told X. */
static void bar_clause(bp_people *people, uint32_t pronoun)
{
    const bp_narration *n = people->narration;
    uint32_t limit = n->lines.items[bp_unit_at(n, pronoun)->line].end;
    if (limit > pronoun + FARTHEST_VERB) limit = pronoun + FARTHEST_VERB;
    for (uint32_t i = pronoun + 1; i < limit; i++) {
        const uint8_t kind = bp_unit_at(n, i)->kind;
        if (kind == BP_UNIT_COMMA || kind == BP_UNIT_STRETCH || kind == BP_UNIT_STOP) break;
        const bp_mention *mention = bp_unit_mention(n, i);
        if (mention) bp_people_bar_entity(people, mention->entity);
    }
}

/* "she told | the younger woman": whom she tells; BP_NONE: nobody known. */
static uint32_t told_by_role(const bp_people *people, uint32_t pronoun)
{
    const bp_narration *n = people->narration;
    const uint32_t limit = n->lines.items[bp_unit_at(n, pronoun)->line].end, told = pronoun + 2;
    if (told >= limit || !bp_is_word_in(n, pronoun + 1, BP_WORDS_CUE_TELL) || !bp_unit_says(n, told, "the"))
        return BP_NONE;
    const bp_noun_phrase phrase = bp_phrase_after(n, told, limit);
    if (!bp_is_phrase(phrase)) return BP_NONE;
    const uint32_t aged = bp_find_by_age(people, phrase);
    return aged != BP_NONE ? aged : bp_roles_find(&people->roles, phrase);
}

/* The subject of this sentence, or of one of the two before it. */
static bool is_beside(const bp_narration *n, const bp_person *person, bp_noun_phrase phrase)
{
    return person->subject && bp_unit_at(n, phrase.head)->line - person->line <= 2;
}

static bp_speaker resolve_pronoun(bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    const bp_gender gender = bp_gender_of(bp_unit_at(n, phrase.head)->classes);
    bool alone;
    bp_wanted wanted = {
        BP_PERSON, gender, phrase.head, bp_somebody_else(n, phrase.head), bp_says_before(n, phrase.head), false
    };
    if (gender) {
        bar_clause(people, phrase.head);
        if (wanted.except == BP_NONE) wanted.except = told_by_role(people, phrase.head);
        const bp_person *found = bp_people_find(people, &wanted, &alone);
        wanted.doubting = !found;
        if (!found) found = bp_people_find(people, &wanted, &alone);
        if (wanted.doubting && found && !(alone && is_beside(n, found, phrase))) found = NULL;
        if (wanted.doubting && found && found->entity != BP_NONE) people->genders[found->entity] = (uint8_t)gender;
        return speaker_found(n, phrase, found,
                             gender == BP_MALE ? "nearest man named above" : "nearest woman named above",
                             wanted.doubting ? TRUST_WORDS
                             : alone         ? TRUST_ALONE
                                             : TRUST_NEAREST);
    }
    if (bp_unit_says(n, phrase.head, "i") && people->cast.author != BP_NONE)
        return speaker_of(n, phrase, people->cast.author, "the author", TRUST_NEAREST);
    if (!bp_unit_says(n, phrase.head, "it")) return in_words(n, phrase);
    wanted.type = BP_ORGANIZATION;
    const bp_person *body = bp_people_find(people, &wanted, &alone);
    if (!body || !is_beside(n, body, phrase)) {
        wanted.type = BP_PLACE;
        body = bp_people_find(people, &wanted, &alone);
    }
    return speaker_found(n, phrase, body && is_beside(n, body, phrase) ? body : NULL, "body named last above",
                         TRUST_WORDS);
}

/* ---- nouns */

/* Who a noun asks for: not the subject of its own sentence, "he put it so badly that the old man". */
static bp_wanted wanted_by_noun(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_gender gender = bp_gender_of(bp_unit_at(people->narration, phrase.head)->classes);
    return (bp_wanted){ BP_PERSON, gender, phrase.head, bp_people_subject(people, phrase.first), false, false };
}

/* "the old man", "the 41-year-old" */
static bp_speaker resolve_person(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    bool alone;
    const bp_wanted wanted = wanted_by_noun(people, phrase);
    return speaker_found(n, phrase, bp_people_find(people, &wanted, &alone), "nearest person named above", TRUST_WORDS);
}

static bool is_definite(const bp_narration *n, bp_noun_phrase phrase)
{
    if (bp_unit_says(n, phrase.first, "the") || bp_unit_says(n, phrase.first, "its") || bp_is_owned(n, phrase))
        return true;
    if (bp_unit_says(n, phrase.first, "their") || bp_unit_says(n, phrase.first, "counsel")) return true;
    const bool bare = phrase.first == phrase.head || bp_unit_is(n, phrase.first, BP_UNIT_NAME); /* Minister says */
    if (bare && bp_is_display(n, n->lines.items[bp_unit_at(n, phrase.head)->line].block)) return true;
    return phrase.first + 1 < phrase.end && bp_is_possessive(n, phrase.first + 1);
}

/* "her letter", "X's letter": whose it is. */
static bp_speaker resolve_letter(bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    if (bp_is_owned(n, phrase)) {
        bp_speaker owner = resolve_pronoun(people, (bp_noun_phrase){ phrase.first, phrase.first + 1, phrase.first });
        if (owner.entity == BP_NONE) return in_words(n, phrase);
        return speaker_of(n, phrase, owner.entity, "who wrote it", TRUST_NEAREST);
    }
    const bp_mention *mention = bp_unit_mention(n, phrase.first);
    const bool named = mention && mention->type == BP_PERSON && bp_is_possessive(n, phrase.first + 1);
    return named ? speaker_of(n, phrase, mention->entity, "who wrote it", TRUST_NEAREST) : in_words(n, phrase);
}

/* "the judge", though nobody was called one: whoever the sentence before is about. */
static const bp_person *subject_before(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    bool alone, of_three;
    if (!bp_takes_up(n, phrase, &of_three)) return NULL;
    const bp_wanted wanted = wanted_by_noun(people, phrase);
    const bp_person *found = bp_people_find(people, &wanted, &alone);
    if (!found || found->entity == BP_NONE) return NULL;
    const bp_person *only = bp_people_only(people, phrase.head);
    if (only && only->entity == found->entity) return found;
    const uint32_t apart = bp_unit_at(n, phrase.head)->line - found->line;
    return is_beside(n, found, phrase) || apart == 1 || (of_three && apart && apart <= OF_THREE) ? found : NULL;
}

/* "the barber", long after he was named: the one the article is about. Not "the other farmer". */
static const bp_person *protagonist_before(const bp_people *people, bp_noun_phrase phrase)
{
    bool of_three;
    if (!bp_takes_up(people->narration, phrase, &of_three)) return NULL;
    for (uint32_t i = phrase.first + 1; i < phrase.head; i++)
        if (bp_unit_among(people->narration, i, BP_HINT_OTHERS)) return NULL;
    const bp_wanted wanted = wanted_by_noun(people, phrase);
    return bp_people_main(people, &wanted);
}

/* "Halden Mills said so. ... the company said": the body named last, where it is what the sentences before are about.
 */
static const bp_person *body_before(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    const bp_view noun = bp_token_word(n->document, bp_unit_at(n, phrase.head)->first)->lower;
    bool alone;
    const bool listed = bp_word_value(&bp_kinds_phrases, noun) == BP_ORGANIZATION + 1 ||
                        bp_unit_among(n, phrase.head, BP_HINT_BODIES_AGAIN);
    if (!listed || !bp_unit_says(n, phrase.first, "the") || phrase.head != phrase.first + 1) return NULL;
    bp_wanted wanted = { BP_ORGANIZATION, BP_GENDER_UNKNOWN, phrase.head, BP_NONE, false, false };
    const bp_person *found = bp_people_find(people, &wanted, &alone);
    if (found && !found->subject &&
        found->line == bp_unit_at(n, phrase.head)->line) { /* in a notice to X, the company */
        wanted.except = found->entity;
        found = bp_people_find(people, &wanted, &alone);
    }
    if (!found || found->entity == BP_NONE || bp_unit_at(n, phrase.head)->line - found->line > FARTHEST_BODY)
        return NULL;
    return found->subject || alone ? found : NULL;
}

/* "the managing director of a smaller farm": of one that is not known yet. */
static bool is_of_some(const bp_narration *n, bp_noun_phrase phrase)
{
    const uint32_t of = phrase.head + 1;
    return of + 1 < phrase.end && bp_unit_says(n, of, "of") &&
           (bp_unit_says(n, of + 1, "a") || bp_unit_says(n, of + 1, "an") || bp_unit_says(n, of + 1, "another"));
}

/* "a customer | who gave her name only as Joyce", "who asked to be known as X": the name; BP_NONE: none is given. */
static uint32_t name_given(const bp_narration *n, bp_noun_phrase phrase)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, phrase.head)->line];
    const uint32_t limit = line->end < phrase.end + FARTHEST_GIVEN ? line->end : phrase.end + FARTHEST_GIVEN;
    bool names = false;
    if (phrase.end >= limit || !bp_unit_says(n, phrase.end, "who")) return BP_NONE;
    for (uint32_t i = phrase.end + 1; i + 1 < limit && bp_unit_is(n, i, BP_UNIT_WORD); i++) {
        names |= bp_unit_says(n, i, "name") || bp_unit_says(n, i, "identified") || bp_unit_says(n, i, "known");
        if (!names || !bp_unit_says(n, i, "as")) continue;
        const bp_mention *mention = bp_unit_mention(n, i + 1);
        return mention && mention->type == BP_PERSON ? mention->entity : BP_NONE;
    }
    return BP_NONE;
}

/* "the nurse, who asked not to be named", "the official said on condition of anonymity": nobody whom the article
 * names. */
static bool hides_name(const bp_narration *n, bp_noun_phrase phrase)
{
    const uint32_t limit = n->lines.items[bp_unit_at(n, phrase.head)->line].end;
    const uint32_t who = phrase.end + (phrase.end < limit && bp_unit_is(n, phrase.end, BP_UNIT_COMMA));
    bool own = bp_unit_says(n, phrase.end - 1, "who") || (who < limit && bp_unit_says(n, who, "who"));
    for (uint32_t i = phrase.end; i < limit && i - phrase.end < FARTHEST_HIDING; i++) {
        if (bp_unit_says(n, i, "anonymity")) return true;
        if (own && bp_unit_says(n, i, "be") && i + 1 < limit && bp_unit_among(n, i + 1, BP_HINT_NAMED)) return true;
        if (i > who && (bp_unit_is(n, i, BP_UNIT_COMMA) || bp_unit_is(n, i, BP_UNIT_STRETCH))) own = false;
    }
    return false;
}

static bp_speaker resolve_noun(bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    const uint32_t given = name_given(n, phrase);
    if (given != BP_NONE) return speaker_of(n, phrase, given, "by the name given", TRUST_NEAREST);
    if (bp_unit_says(n, phrase.first, "my") && phrase.end == phrase.first + 2) { /* my aunt, of "my aunt Folasade" */
        const uint32_t mine = bp_roles_find(&people->roles, phrase);
        if (mine != BP_NONE) return speaker_of(n, phrase, mine, "named with that role", TRUST_NEAREST);
    }
    if (!is_definite(n, phrase) || is_of_some(n, phrase) || hides_name(n, phrase)) return in_words(n, phrase);
    if (bp_unit_in(n, phrase.head, BP_WORDS_DOCUMENTS) && phrase.first < phrase.head)
        return resolve_letter(people, phrase);
    const uint32_t aged = bp_find_by_age(people, phrase);
    if (aged != BP_NONE) return speaker_of(n, phrase, aged, "by the ages told", TRUST_NEAREST);
    const uint32_t entity = bp_roles_find(&people->roles, phrase);
    if (entity != BP_NONE && !people->last[entity]) { /* told only further down */
        const bp_person *before = subject_before(people, phrase);
        if (before && is_beside(n, before, phrase))
            return speaker_found(n, phrase, before, "whom the sentence before is about", TRUST_PROTAGONIST);
    }
    if (entity != BP_NONE) return speaker_of(n, phrase, entity, "named with that role", TRUST_NEAREST);
    if (bp_is_owned(n, phrase) && bp_calling_of(n, phrase.head) < 0)
        return speaker_found(n, phrase, bp_people_other(people, phrase), "the other of two named above", TRUST_WORDS);
    const bp_person *kin = bp_is_owned(n, phrase) ? bp_people_kin(people, phrase) : NULL;
    if (kin) return speaker_found(n, phrase, kin, "of the same surname", TRUST_WORDS);
    if (bp_unit_in(n, phrase.head, BP_WORDS_PERSONS)) return resolve_person(people, phrase);
    const uint32_t doer = bp_people_doer(people, phrase);
    if (doer != BP_NONE) return speaker_of(n, phrase, doer, "who does that", TRUST_NEAREST);
    const bp_person *body = body_before(people, phrase);
    if (body) return speaker_found(n, phrase, body, "body named last above", TRUST_WORDS);
    const bp_person *before = subject_before(people, phrase);
    if (before) return speaker_found(n, phrase, before, "whom the sentence before is about", TRUST_PROTAGONIST);
    return speaker_found(n, phrase, protagonist_before(people, phrase), "the one the article is about", TRUST_MAIN);
}

/* ---- names */

/* "the Dane", "the Cameroonian": whoever the sentence before is about. Not "the British" or "the Danes". */
static const bp_person *countryman(const bp_people *people, bp_noun_phrase phrase)
{
    static const char *const several[] = { "s", "sh", "ch", "ese" };
    const bp_narration *n = people->narration;
    const bp_mention *mention = bp_unit_mention(n, phrase.head);
    if (!mention || mention->type != BP_GROUP || !bp_unit_says(n, phrase.first, "the")) return NULL;
    const bp_view name = words_of(n, phrase.head, phrase.head + 1);
    for (size_t i = 0; i < sizeof several / sizeof *several; i++) {
        const size_t length = strlen(several[i]);
        if (name.length > length && memcmp(name.at + name.length - length, several[i], length) == 0) return NULL;
    }
    bool alone;
    const bp_wanted wanted = { BP_PERSON, BP_GENDER_UNKNOWN, phrase.head, BP_NONE, false, false };
    const bp_person *found = bp_people_find(people, &wanted, &alone);
    return found && found->entity != BP_NONE && is_beside(n, found, phrase) ? found : NULL;
}

/* Q: and A: in an interview */
static uint32_t by_letter(const bp_people *people, bp_noun_phrase phrase)
{
    if (bp_is_question_label(people->narration, phrase.head)) return people->cast.author;
    return bp_is_answer_label(people->narration, phrase.head) ? people->cast.protagonist : BP_NONE;
}

bp_speaker bp_people_protagonist(const bp_people *people, const bp_speaker *before, bool another)
{
    const bp_narration *n = people->narration;
    const uint32_t entity = people->cast.protagonist;
    const bp_speaker unknown = { 0 };
    if (entity == BP_NONE) return unknown;
    if (another && (!before->known || before->entity == entity)) return unknown;
    const uint32_t unit = people->last[entity] ? people->last[entity] - 1 : people->cast.unit;
    if (unit == BP_NONE) return unknown;
    return speaker_of(n, (bp_noun_phrase){ unit, unit + 1, unit }, entity, "the one the article is about",
                      TRUST_PROTAGONIST);
}

bp_speaker bp_people_resolve(bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    const uint32_t lettered = phrase.end == phrase.first + 1 ? by_letter(people, phrase) : BP_NONE;
    if (lettered != BP_NONE) return speaker_of(n, phrase, lettered, "by the letter of an interview", TRUST_NEAREST);
    if (is_signature(n, phrase)) return in_words(n, phrase);
    const bp_mention *mention = bp_unit_mention(n, phrase.head);
    if (bp_unit_is(n, phrase.head, BP_UNIT_NAME)) {
        const bp_person *fellow = countryman(people, phrase);
        if (fellow) return speaker_found(n, phrase, fellow, "whom the sentence before is about", TRUST_PROTAGONIST);
        const uint32_t entity = bp_by_initials(n, phrase.head);
        if (entity != BP_NONE) return speaker_of(n, phrase, entity, "by the initials", TRUST_NEAREST);
        const bool elsewhere = mention && mention->type != BP_PLACE;
        const uint32_t part = elsewhere ? BP_NONE : bp_by_part(n, phrase.head);
        return speaker_of(n, phrase, part == BP_NONE && mention ? mention->entity : part, "named", TRUST_NAME);
    }
    const bool owner = bp_unit_in(n, phrase.head, BP_WORDS_DETERMINERS) && !bp_unit_in(n, phrase.head, BP_WORDS_ROLES);
    if (owner || bp_unit_in(n, phrase.head, BP_WORDS_SUBJECT_PRONOUNS)) return resolve_pronoun(people, phrase);
    return resolve_noun(people, phrase);
}

bp_speaker bp_people_addressed(bp_people *people, uint32_t unit, uint32_t speaker)
{
    const bp_narration *n = people->narration;
    const bp_noun_phrase phrase = { unit, unit + 1, unit };
    if (bp_unit_is(n, unit, BP_UNIT_NAME)) return bp_people_resolve(people, phrase);
    bool alone;
    const bp_wanted wanted = { BP_PERSON, bp_gender_of(bp_unit_at(n, unit)->classes), unit, speaker, false, false };
    bp_people_unbar(people);
    people->answered = BP_NONE;
    return speaker_found(n, phrase, bp_people_find(people, &wanted, &alone), "who is asked", TRUST_WORDS);
}

bp_speaker bp_people_besides(bp_people *people, bp_noun_phrase phrase, uint32_t speaker)
{
    bool alone;
    const bp_wanted wanted = { BP_PERSON, BP_GENDER_UNKNOWN, phrase.head, speaker, false, false };
    bp_people_unbar(people);
    people->answered = BP_NONE;
    return speaker_found(people->narration, phrase, bp_people_find(people, &wanted, &alone),
                         "the other of two named above", TRUST_WORDS);
}

/* Somebody of the narration around, but not its speaker. */
static uint32_t somebody_outside(const bp_people *outside, uint32_t speaker, bp_gender gender)
{
    if (outside->unit == 0) return BP_NONE;
    bool alone;
    const bp_wanted wanted = { BP_PERSON, gender, outside->unit - 1, speaker, false, false };
    const bp_person *found = bp_people_find(outside, &wanted, &alone);
    return found ? found->entity : BP_NONE;
}

bp_speaker bp_people_resolve_inside(bp_people *people, bp_people *outside, const bp_quote *around,
                                    bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    const bool i = bp_unit_says(n, phrase.head, "i");
    if (i && around->has_speaker) {
        bp_speaker speaker =
            speaker_of(n, phrase, around->speaker_entity, "the speaker of what stands around it", TRUST_ALONE);
        if (speaker.entity == BP_NONE) speaker.name = around->speaker_name;
        return speaker;
    }
    if (i) return in_words(n, phrase);
    const bp_speaker speaker = bp_people_resolve(people, phrase);
    const bp_gender gender = bp_gender_of(bp_unit_at(n, phrase.head)->classes);
    if (speaker.entity != BP_NONE || !gender || !bp_unit_in(n, phrase.head, BP_WORDS_SUBJECT_PRONOUNS)) return speaker;
    const uint32_t entity = somebody_outside(outside, around->has_speaker ? around->speaker_entity : BP_NONE, gender);
    return entity == BP_NONE ? speaker : speaker_of(n, phrase, entity, "somebody named before", TRUST_WORDS);
}

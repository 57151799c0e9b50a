/* People: a walk over the narration that remembers who was named last, where,
 * as what, and who spoke. Names inside quotations are not part of it: whoever is
 * only mentioned there does not come into question for "he". A pronoun goes to
 * the most prominent of those that agree in gender: near, in the same paragraph,
 * a subject, a speaker; it tells the gender of one of whom nothing else did. The
 * memory is a ring of fixed size, so each question costs a constant. */
#include "quotes/people.h"
#include "names/lists.h"
#include "quotes/ages.h"
#include "quotes/echoes.h"
#include "quotes/listeners.h"

#include <string.h>

/* Names said with less than this are often of another type. */
static const float DOUBTFUL = 0.95f;

enum {
    LEAST_VOTES = 4,
    FOR_OWN = 4,
    FOR_ENDING = 3,
    FARTHEST = 24 /* lines */,
    LONGEST_CLAUSE = 12,
    FARTHEST_NOUN = 60 /* units */,
    LONGEST_LEAD = 6,
    MOST_BLOCKS = 3,
    MOST_PHRASES = 3
};

/* What speaks for somebody as the one that a pronoun means; found by trying on marked articles. */
enum {
    PER_LINE = 6,
    PER_BLOCK = 8,
    FOR_GENDER = 4,
    FOR_SUBJECT = 4,
    FOR_SPEAKER = 2,
    FOR_BARRED = 12,
    FOR_GUESSED = 8
};

bool bp_people_begin(bp_people *people, const bp_narration *narration)
{
    const bp_findings *findings = narration->findings;
    const uint32_t count = findings->entities.count;
    bp_arena *arena = narration->document->arena;
    *people = (bp_people){ .narration = narration, .round = 1, .answered = BP_NONE };
    people->genders = bp_arena_take(arena, count);
    people->last = bp_arena_take(arena, count * sizeof *people->last);
    people->barred = bp_arena_take(arena, count * sizeof *people->barred);
    if (!people->genders || !people->last || !people->barred) return false;
    for (uint32_t i = 0; i < count && i < findings->notes.count; i++)
        people->genders[i] = (uint8_t)findings->notes.items[i].gender;
    return bp_roles_begin(&people->roles, narration, people->genders) && bp_find_cast(narration, &people->cast);
}

static void remember(bp_people *people, bp_person person)
{
    people->recent[people->count++ % BP_PEOPLE_REMEMBERED] = person;
}

static uint32_t line_of(const bp_people *people, uint32_t unit)
{
    return bp_unit_at(people->narration, unit)->line;
}

void bp_people_spoke(bp_people *people, uint32_t entity, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    remember(people, (bp_person){ .entity = entity,
                                  .phrase = phrase,
                                  .gender = (uint8_t)bp_gender_of(bp_unit_at(n, phrase.head)->classes),
                                  .line = line_of(people, phrase.head),
                                  .subject = true,
                                  .speaker = true });
}

void bp_people_forget(bp_people *people)
{
    people->count = 0;
}

/* ---- finding */

static bp_gender voted(const bp_people *people, uint32_t entity)
{
    const int votes = people->votes ? people->votes[entity] : 0;
    return votes > LEAST_VOTES ? BP_MALE : votes < -LEAST_VOTES ? BP_FEMALE : BP_GENDER_UNKNOWN;
}

bp_gender bp_person_gender(const bp_people *people, const bp_person *person)
{
    if (person->entity == BP_NONE) return (bp_gender)person->gender;
    const bp_gender known = (bp_gender)people->genders[person->entity];
    return known ? known : voted(people, person->entity);
}

/* Is the gender no more than what a list of names says? */
static bool is_doubtful(const bp_people *people, const bp_person *person)
{
    if (person->entity == BP_NONE) return false;
    const bp_entity_note *note = &people->narration->findings->notes.items[person->entity];
    return !note->certain && note->gender == people->genders[person->entity];
}

/* How well somebody named before answers to what is wanted; below zero: not at all. */
static int prominence(const bp_people *people, const bp_person *person, const bp_wanted *wanted)
{
    const bp_narration *n = people->narration;
    const uint32_t line = line_of(people, wanted->unit);
    if (line - person->line > FARTHEST) return -1;
    const uint32_t entity = person->entity;
    if (entity != BP_NONE &&
        (entity == wanted->except || entity == people->answered || (wanted->gender && entity == people->cast.author)))
        return -1; /* whoever writes is "I" */
    const bool other_type =
        person->entity != BP_NONE && n->findings->entities.items[person->entity].type != wanted->type;
    if (other_type && !(person->guessed && wanted->type == BP_PERSON && wanted->gender)) return -1;
    if (person->entity == BP_NONE && wanted->type != BP_PERSON) return -1;
    const bool told_of = wanted->says && person->line == line && person->phrase.first == n->lines.items[line].first;
    if (told_of && person->entity == BP_NONE) return -1; /* a consultant was coming, she said */
    const bp_gender known = bp_person_gender(people, person);
    if (wanted->gender && known && known != wanted->gender && !(wanted->doubting && is_doubtful(people, person)))
        return -1;
    uint32_t blocks = n->lines.items[line].block - n->lines.items[person->line].block;
    if (blocks > MOST_BLOCKS) blocks = MOST_BLOCKS;
    int score = PER_LINE * (FARTHEST - (int)(line - person->line)) + PER_BLOCK * (MOST_BLOCKS - (int)blocks);
    if (wanted->gender && known == wanted->gender) score += FOR_GENDER;
    if (person->subject) score += FOR_SUBJECT;
    if (person->speaker) score += FOR_SPEAKER;
    if (other_type || (person->guessed && person->entity == BP_NONE)) score -= FOR_GUESSED;
    if (person->entity != BP_NONE && people->barred[person->entity] == people->round) score -= FOR_BARRED;
    return score > 0 ? score : 0;
}

static bool is_same(const bp_person *a, const bp_person *b)
{
    return a->entity == b->entity && (a->entity != BP_NONE || a->phrase.head == b->phrase.head);
}

const bp_person *bp_people_find(const bp_people *people, const bp_wanted *wanted, bool *alone)
{
    const bp_person *best = NULL;
    int best_score = -1;
    *alone = true;
    const uint32_t least = people->count > BP_PEOPLE_REMEMBERED ? people->count - BP_PEOPLE_REMEMBERED : 0;
    for (uint32_t i = people->count; i > least; i--) {
        const bp_person *person = &people->recent[(i - 1) % BP_PEOPLE_REMEMBERED];
        const int score = prominence(people, person, wanted);
        if (score < 0) continue;
        if (best && !is_same(person, best)) *alone = false;
        if (score <= best_score) continue;
        best_score = score;
        best = person;
    }
    return best;
}

uint32_t bp_people_subject(const bp_people *people, uint32_t unit)
{
    const uint32_t line = line_of(people, unit);
    const uint32_t least = people->count > BP_PEOPLE_REMEMBERED ? people->count - BP_PEOPLE_REMEMBERED : 0;
    for (uint32_t i = people->count; i > least; i--) {
        const bp_person *person = &people->recent[(i - 1) % BP_PEOPLE_REMEMBERED];
        if (person->line != line) break;
        if (person->subject) return person->entity;
    }
    return BP_NONE;
}

/* ---- reading */

/* Stands the unit in a clause that is not the sentence's own: when X came? */
static bool is_minor(const bp_narration *n, uint32_t unit, uint32_t first, uint64_t openers)
{
    if (unit > first + LONGEST_LEAD) first = unit - LONGEST_LEAD;
    for (uint32_t i = unit; i > first; i--) {
        if (bp_unit_is(n, i - 1, BP_UNIT_COMMA) || bp_unit_is(n, i - 1, BP_UNIT_STRETCH)) return false;
        if (bp_is_word_in(n, i - 1, openers)) return !bp_unit_says(n, i - 1, "that") || (openers & BP_WORDS_CUE_SAY);
    }
    return false;
}

/* ... or in what somebody says or thinks: she says (that) X came? */
static bool is_subordinate(const bp_narration *n, uint32_t unit, uint32_t first)
{
    return is_minor(n, unit, first, BP_WORDS_SUBORDINATORS | BP_WORDS_CUE_SAY | BP_WORDS_CUE_THINK);
}

static bool is_subject(const bp_narration *n, uint32_t unit)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, unit)->line];
    uint32_t next = unit + 1, first = unit;
    if (next < line->end && bp_is_possessive(n, next)) return false;
    if (unit == line->first) return true;
    while (first > line->first + 1 && bp_is_word_in(n, first - 1, BP_WORDS_DETERMINERS)) first--;
    const bool governed =
        bp_is_word_in(n, first - 1, BP_WORDS_PREPOSITIONS) && !bp_unit_in(n, first - 1, BP_WORDS_SUBORDINATORS);
    if (governed || is_subordinate(n, unit, line->first)) return false;
    while (next < line->end && bp_is_adverb(n, next)) next++;
    const bool acts = next < line->end && (bp_is_finite_verb(n, next) || bp_unit_is(n, next, BP_UNIT_COMMA) ||
                                           bp_unit_is(n, next, BP_UNIT_OPEN));
    if (acts && next + 1 < line->end && bp_unit_is(n, next, BP_UNIT_COMMA) && bp_unit_says(n, next + 1, "that"))
        return false; /* told his boss, Ama Nkrumah, that */
    if (acts || unit > line->first + LONGEST_LEAD) return acts;
    const bp_noun_phrase phrase =
        bp_phrase_before(n, unit + 1, line->first); /* Captain Ama Nkrumah of the Kosi | says */
    return phrase.first == line->first && phrase.head == unit;
}

static void vote(bp_people *people, uint32_t entity, uint64_t classes, int weight)
{
    if (entity != BP_NONE) people->votes[entity] += classes & BP_WORDS_MEN ? weight : -weight;
}

/* "her boat", not "told her" or "takes her out": there she is not the subject. */
static bool is_owner(const bp_narration *n, uint32_t unit)
{
    const uint64_t others = BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS | BP_WORDS_DETERMINERS |
                            BP_WORDS_SUBORDINATORS | BP_WORDS_AUXILIARIES | BP_WORDS_SUBJECT_PRONOUNS;
    if (!bp_unit_in(n, unit, BP_WORDS_DETERMINERS) || unit + 1 >= n->lines.items[bp_unit_at(n, unit)->line].end)
        return false;
    const bp_unit *next = bp_unit_at(n, unit + 1);
    if (next->kind == BP_UNIT_NAME || next->kind == BP_UNIT_NUMBER || next->kind == BP_UNIT_STRETCH) return true;
    return next->kind == BP_UNIT_WORD && !(next->classes & others) && !bp_is_adverb(n, unit + 1);
}

/* "Ama won her fourth fight": the subject of the same sentence, with nobody between. */
static bool is_own(const bp_narration *n, const bp_person *found, uint32_t unit)
{
    if (!found->subject || found->line != bp_unit_at(n, unit)->line || found->phrase.head >= unit) return false;
    if (unit - found->phrase.head > FARTHEST_NOUN) return false;
    for (uint32_t i = found->phrase.head + 1; i < unit; i++) {
        const bp_mention *mention = bp_unit_mention(n, i);
        if (mention ? mention->type == BP_PERSON : bp_unit_is(n, i, BP_UNIT_STRETCH)) return false;
    }
    return true;
}

/* "Judge Nkrumah said it was to | the accused's | credit that he had paid": he may be somebody else. */
static bool is_clouded(const bp_narration *n, const bp_person *found, uint32_t pronoun)
{
    if (found->line != bp_unit_at(n, pronoun)->line || found->phrase.head >= pronoun) return false;
    const uint32_t first = found->phrase.head + 2;
    for (uint32_t i = pronoun > first + FARTHEST_NOUN ? pronoun - FARTHEST_NOUN : first; i < pronoun; i++)
        if (bp_unit_says(n, i - 1, "the") &&
            (bp_is_word_in(n, i, BP_WORDS_ROLES | BP_WORDS_PERSONS) || bp_calling_of(n, i) > 0))
            return true;
    return false;
}

/* Remembers whom "he", "she", "his" or "her" stands for, so that a chain of them
 * holds together, and what that tells of a gender. */
static void read_pronoun(bp_people *people, uint32_t unit)
{
    const bp_narration *n = people->narration;
    const uint64_t classes = bp_unit_at(n, unit)->classes;
    const bool subject = classes & BP_WORDS_SUBJECT_PRONOUNS, owner = is_owner(n, unit);
    if ((!subject && !owner) || !(classes & (BP_WORDS_MEN | BP_WORDS_WOMEN))) return;
    bool alone;
    const uint32_t told = subject ? bp_somebody_else(n, unit) : BP_NONE;
    const bp_wanted wanted = {
        BP_PERSON, bp_gender_of(classes), unit, told, subject && bp_says_before(n, unit), false
    };
    const bp_person *found = bp_people_find(people, &wanted, &alone);
    if (!found) return;
    bp_person person = *found;
    const bool unknown = person.entity != BP_NONE && people->genders[person.entity] == BP_GENDER_UNKNOWN;
    if (unknown && is_clouded(n, found, unit)) return;
    if (unknown && !people->votes && (subject || alone)) people->genders[person.entity] = (uint8_t)wanted.gender;
    const int own = is_own(n, found, unit) ? FOR_OWN - !alone : 0;
    if (people->votes) vote(people, person.entity, classes, 1 + subject + alone + own);
    if (!subject) return;
    person.line = line_of(people, unit);
    person.subject = !is_minor(n, unit, n->lines.items[person.line].first, BP_WORDS_SUBORDINATORS);
    person.speaker = false;
    remember(people, person);
}

/* A man (with a lanyard) showed; a nurse, who: does the verb follow whose subject the noun is? */
static bool has_verb_behind(const bp_narration *n, uint32_t noun, uint32_t limit, uint32_t phrases)
{
    uint32_t verb = noun + 1;
    for (uint32_t i = 0; i < phrases && verb < limit && bp_is_word_in(n, verb, BP_WORDS_PREPOSITIONS); i++) {
        const bp_noun_phrase phrase = bp_phrase_after(n, verb + 1, limit);
        verb = bp_is_phrase(phrase) ? phrase.end : verb + 1;
    }
    if (verb + 1 < limit && bp_unit_is(n, verb, BP_UNIT_COMMA) && bp_is_word_in(n, verb + 1, BP_WORDS_RELATIVES))
        return true;
    while (verb < limit && bp_is_adverb(n, verb)) verb++;
    return verb < limit && bp_is_finite_verb(n, verb);
}

/* When I asked | the driver, he: whoever writes has asked. */
static bool is_asked_by_writer(const bp_narration *n, uint32_t phrase, uint32_t first)
{
    return phrase > first + 1 && bp_unit_says(n, phrase - 1, "asked") &&
           (bp_unit_says(n, phrase - 2, "i") || bp_unit_says(n, phrase - 2, "we"));
}

/* "The pilot counted them": whoever was said to be the pilot is spoken of again.
 * "A neighbour ran out": somebody without a name. */
static void read_role(bp_people *people, uint32_t unit)
{
    const bp_narration *n = people->narration;
    const bp_line *line = &n->lines.items[line_of(people, unit)];
    if (unit == line->first || bp_unit_in(n, unit, BP_WORDS_DETERMINERS)) return;
    bool role = bp_unit_in(n, unit, BP_WORDS_ROLES) || bp_calling_of(n, unit) < 0; /* his opposite number */
    if (!role && !bp_unit_says(n, unit - 1, "the")) return;
    role = role || bp_unit_says(n, unit, "elder") || bp_unit_says(n, unit, "younger");
    if (!role && !has_verb_behind(n, unit, line->end, 1)) return;
    const bp_noun_phrase phrase = bp_phrase_before(n, unit + 1, line->first);
    if (phrase.head != unit || !bp_is_word_in(n, phrase.first, BP_WORDS_DETERMINERS)) return;
    const bool asked = is_asked_by_writer(n, phrase.first, line->first);
    const bool indefinite = bp_unit_says(n, phrase.first, "a") || bp_unit_says(n, phrase.first, "an") ||
                            bp_unit_says(n, phrase.first, "one") || bp_unit_says(n, phrase.first, "another");
    const bool acts = has_verb_behind(n, unit, line->end, indefinite ? MOST_PHRASES : 1);
    uint32_t entity = indefinite ? BP_NONE : bp_find_by_age(people, phrase);
    if (entity == BP_NONE && !indefinite) entity = bp_roles_find(&people->roles, phrase);
    if (entity == BP_NONE && !role) return; /* "the collector": only whom the article calls so */
    if (entity == BP_NONE && bp_is_owned(n, phrase)) {
        const bp_person *other =
            bp_calling_of(n, unit) < 0 ? bp_people_other(people, phrase) : bp_people_kin(people, phrase);
        if (other) entity = other->entity;
    }
    const bool opens = phrase.first == line->first || bp_unit_is(n, phrase.first - 1, BP_UNIT_STRETCH);
    if (entity == BP_NONE && !asked && (!acts || !indefinite || !opens)) return;
    remember(people, (bp_person){ .entity = entity,
                                  .phrase = phrase,
                                  .gender = (uint8_t)bp_gender_of(bp_unit_at(n, unit)->classes),
                                  .line = line_of(people, unit),
                                  .subject = (acts || asked) && !is_subordinate(n, phrase.first, line->first) });
}

/* Whoever writes is seldom who is written of. */
static bool is_signed(const bp_narration *n, uint32_t unit)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, unit)->line];
    const bool credit = unit > line->first + 1 && bp_is_word_in(n, unit - 2, BP_WORDS_CREDITS) &&
                        (bp_unit_is(n, unit - 1, BP_UNIT_COLON) || bp_unit_says(n, unit - 1, "by"));
    return credit || n->document->blocks.items[line->block].role == BP_BYLINE; /* Pictures: X */
}

/* "was praised by | Ama Nkrumah": what comes next is what she said. */
static bool is_judge(const bp_narration *n, uint32_t unit)
{
    const uint32_t first = n->lines.items[bp_unit_at(n, unit)->line].first;
    return unit > first + 2 && bp_unit_says(n, unit - 1, "by") && bp_unit_ends(n, unit - 2, "ed") &&
           bp_unit_in(n, unit - 2, BP_WORDS_CUE_OBJECT) && !bp_unit_says(n, unit - 2, "questioned");
}

/* "two men in Salomon", "the Yamanes": hardly one person. */
static bool is_hardly_one(const bp_narration *n, uint32_t unit)
{
    const bp_unit *u = bp_unit_at(n, unit);
    if (u->end != u->first + 1 || unit == n->lines.items[u->line].first) return false;
    const bp_view name = bp_token_text(n->document, u->first);
    return bp_unit_says(n, unit - 1, "in") ||
           (bp_unit_says(n, unit - 1, "the") && name.length > 2 && name.at[name.length - 1] == 's');
}

static void read_name(bp_people *people, uint32_t unit, const bp_mention *mention)
{
    if (is_signed(people->narration, unit)) return;
    if (mention->type == BP_PERSON && is_hardly_one(people->narration, unit)) return;
    remember(people,
             (bp_person){ .entity = mention->entity,
                          .phrase = { unit, unit + 1, unit },
                          .line = line_of(people, unit),
                          .subject = is_subject(people->narration, unit) || is_judge(people->narration, unit) });
    people->last[mention->entity] = unit + 1;
    bp_roles_read(&people->roles, unit);
}

/* A run of capitals that nothing was made of, or a name that is hardly what it was
 * taken for: the subject of a verb, and so perhaps somebody. */
static void read_guess(bp_people *people, uint32_t unit, const bp_mention *mention)
{
    const bp_narration *n = people->narration;
    const bp_unit *u = bp_unit_at(n, unit);
    const bool body = mention && (mention->type == BP_PLACE || mention->type == BP_ORGANIZATION);
    const bool unsure = u->end > u->first + 1 && (!mention || (body && mention->score < DOUBTFUL));
    if (!unsure || !(bp_listed(n->document, u->first, 1) & BP_LISTED_FIRST_NAME) || is_signed(n, unit) ||
        !is_subject(n, unit))
        return;
    if (bp_is_display(n, n->lines.items[u->line].block)) return;
    remember(people, (bp_person){ .entity = mention ? mention->entity : BP_NONE,
                                  .phrase = { unit, unit + 1, unit },
                                  .line = u->line,
                                  .subject = true,
                                  .guessed = true });
}

void bp_people_read(bp_people *people, uint32_t unit)
{
    const bp_narration *n = people->narration;
    for (; people->unit < unit; people->unit++) {
        if (bp_unit_is(n, people->unit, BP_UNIT_WORD)) {
            read_pronoun(people, people->unit);
            read_role(people, people->unit);
        }
        const bp_mention *mention = bp_unit_mention(n, people->unit);
        const bool acts = mention && mention->type == BP_PLACE && is_subject(n, people->unit); /* Turkey condemned it */
        if (mention && (mention->type == BP_PERSON || mention->type == BP_ORGANIZATION || acts))
            read_name(people, people->unit, mention);
        if (bp_unit_is(n, people->unit, BP_UNIT_NAME) && !(mention && mention->type == BP_PERSON))
            read_guess(people, people->unit, mention);
    }
}

/* Of the first names in our lists that end in -a five in six are women's, of those in -o four in five are men's. */
static int vote_of_ending(const bp_findings *findings, uint32_t entity)
{
    const bp_view name = findings->entities.items[entity].name;
    const char *space = memchr(name.at, ' ', name.length);
    if (findings->entities.items[entity].type != BP_PERSON || !space || space < name.at + 3) return 0;
    return space[-1] == 'a' ? -FOR_ENDING : space[-1] == 'o' ? FOR_ENDING : 0;
}

bool bp_learn_genders(bp_narration *narration, bp_findings *findings)
{
    bp_people people;
    const uint32_t count = findings->entities.count;
    if (!bp_people_begin(&people, narration)) return false;
    people.votes = bp_arena_take(narration->document->arena, count * sizeof *people.votes);
    if (!people.votes) return false;
    for (uint32_t i = 0; i < count; i++) people.votes[i] = vote_of_ending(findings, i);
    bp_people_read(&people, narration->units.count);
    for (uint32_t i = 0; i < count; i++) {
        bp_entity_note *note = &findings->notes.items[i];
        const bool described = note->gender != (bp_gender)people.genders[i];
        if (described) note->gender = (bp_gender)people.genders[i], note->certain = true;
        if (note->gender == BP_GENDER_UNKNOWN) note->gender = voted(&people, i);
    }
    narration->described = people.roles.first;
    return true;
}

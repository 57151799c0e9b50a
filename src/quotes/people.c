/* People: a walk over the narration that remembers who was named last, where,
 * as what, and who spoke. Names inside quotations are not part of it: whoever is
 * only mentioned there does not come into question for "he". A pronoun goes to
 * the most prominent of those that agree in gender: near, a subject, a speaker.
 * The memory is a ring of fixed size, so each question costs a constant. */
#include "quotes/people.h"

#include <string.h>

enum { FARTHEST = 24 /* lines */, LONGEST_DESCRIPTION = 12, NEAR = 6, MOST_INITIALS = 4, MOST_ENTITIES = 200 };

/* Measured on marked articles: how often such a speaker is right. */
static const float TRUST_ALONE = 0.97f, TRUST_NEAREST = 0.93f, TRUST_WORDS = 0.85f;

/* What speaks for somebody as the one that a pronoun means. */
enum { PER_LINE = 4, FOR_GENDER = 5, FOR_SUBJECT = 3, FOR_SPEAKER = 2 };

#define DESCRIBING (BP_WORDS_ROLES | BP_WORDS_BODIES | BP_WORDS_TITLES | BP_WORDS_MEN | BP_WORDS_WOMEN)

bool bp_people_begin(bp_people *people, const bp_narration *narration)
{
    const bp_findings *findings = narration->findings;
    *people = (bp_people){ .narration = narration };
    people->genders = bp_arena_take(narration->document->arena, findings->entities.count);
    if (!people->genders) return false;
    for (uint32_t i = 0; i < findings->entities.count && i < findings->notes.count; i++)
        people->genders[i] = (uint8_t)findings->notes.items[i].gender;
    return true;
}

static void remember(bp_people *people, bp_person person)
{
    people->recent[people->count++ % BP_PEOPLE_REMEMBERED] = person;
}

void bp_people_spoke(bp_people *people, uint32_t entity, uint32_t line)
{
    if (entity != BP_NONE) remember(people, (bp_person){ entity, line, true, true });
}

/* ---- describing */

static void describe(bp_people *people, uint32_t entity, uint32_t unit)
{
    const bp_narration *n = people->narration;
    if (!bp_unit_is(n, unit, BP_UNIT_WORD) || bp_unit_in(n, unit, BP_WORDS_DETERMINERS)) return;
    if (bp_unit_in(n, unit, BP_WORDS_MEN)) people->genders[entity] = BP_MALE;
    if (bp_unit_in(n, unit, BP_WORDS_WOMEN)) people->genders[entity] = BP_FEMALE;
    if (!bp_unit_in(n, unit, BP_WORDS_ROLES | BP_WORDS_BODIES)) return;
    const uint32_t word = n->document->tokens.items[bp_unit_at(n, unit)->first].word;
    const uint32_t slot = people->description_count++ % (BP_PEOPLE_REMEMBERED * 2);
    people->described[slot] = (bp_description){ entity, word };
}

/* "Kremlin spokesman X", "X, a doctor at the port" */
static void describe_name(bp_people *people, uint32_t unit, uint32_t entity)
{
    const bp_narration *n = people->narration;
    const bp_line *line = &n->lines.items[bp_unit_at(n, unit)->line];
    for (uint32_t i = unit; i > line->first && unit - i < 3; i--) {
        const bp_unit *before = bp_unit_at(n, i - 1);
        if (before->kind != BP_UNIT_WORD || !(before->classes & DESCRIBING) || (before->classes & BP_WORDS_DETERMINERS))
            break;
        describe(people, entity, i - 1);
    }
    if (unit >= line->first + 2 && bp_unit_is(n, unit - 1, BP_UNIT_COMMA))
        describe(people, entity, unit - 2); /* the mayor, X */
    uint32_t i = unit + 1;
    if (i + 1 >= line->end || !bp_unit_is(n, i, BP_UNIT_COMMA)) return;
    if (!bp_unit_is(n, i + 1, BP_UNIT_WORD) || bp_unit_in(n, i + 1, BP_WORDS_RELATIVES)) return;
    for (i++; i < line->end && i < unit + LONGEST_DESCRIPTION; i++) {
        const uint8_t kind = bp_unit_at(n, i)->kind;
        if (kind == BP_UNIT_COMMA || kind == BP_UNIT_STRETCH ||
            (kind == BP_UNIT_WORD && bp_unit_in(n, i, BP_WORDS_PREPOSITIONS)))
            break;
        describe(people, entity, i);
    }
}

static bool is_subject(const bp_narration *n, uint32_t unit)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, unit)->line];
    const bool governed = unit > line->first && bp_unit_is(n, unit - 1, BP_UNIT_WORD) &&
                          bp_unit_in(n, unit - 1, BP_WORDS_PREPOSITIONS) &&
                          !bp_unit_in(n, unit - 1, BP_WORDS_SUBORDINATORS);
    if (governed) return false;
    uint32_t next = unit + 1;
    while (next < line->end && bp_is_adverb(n, next)) next++;
    if (next >= line->end) return unit == line->first;
    return bp_is_finite_verb(n, next) || bp_unit_is(n, next, BP_UNIT_COMMA) || bp_unit_is(n, next, BP_UNIT_OPEN);
}

/* "Nkrumah folded her arms": the possessive behind a subject is most often its own. */
static void read_possessive(bp_people *people, uint32_t unit, uint32_t entity)
{
    const bp_narration *n = people->narration;
    if (people->genders[entity] != BP_GENDER_UNKNOWN || !is_subject(n, unit)) return;
    const uint32_t first = n->lines.items[bp_unit_at(n, unit)->line].first;
    for (uint32_t i = unit; i > first && i + NEAR > unit; i--)
        if (bp_unit_is(n, i - 1, BP_UNIT_NAME)) return; /* it may be somebody else's */
    const uint32_t limit = n->lines.items[bp_unit_at(n, unit)->line].end;
    for (uint32_t i = unit + 1; i < limit && i < unit + NEAR; i++) {
        const bp_unit *u = bp_unit_at(n, i);
        if (u->kind != BP_UNIT_WORD || (u->classes & (BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_SUBORDINATORS))) return;
        if (!(u->classes & BP_WORDS_DETERMINERS)) continue;
        if (u->classes & BP_WORDS_MEN) people->genders[entity] = BP_MALE;
        if (u->classes & BP_WORDS_WOMEN) people->genders[entity] = BP_FEMALE;
    }
}

/* ---- resolving */

static bp_view words_of(const bp_narration *n, uint32_t first, uint32_t end)
{
    const bp_span span = bp_span_of(n->document, bp_unit_at(n, first)->first, bp_unit_at(n, end - 1)->end);
    return (bp_view){ n->document->text + span.start.byte, span.end.byte - span.start.byte };
}

static bp_speaker speaker_of(const bp_narration *n, bp_noun_phrase phrase, uint32_t entity, const char *how,
                             float trust)
{
    bp_speaker speaker = { .known = true, .entity = entity, .how = how, .trust = trust };
    speaker.span = bp_span_of(n->document, bp_unit_at(n, phrase.first)->first, bp_unit_at(n, phrase.end - 1)->end);
    if (entity != BP_NONE) {
        speaker.name = n->findings->entities.items[entity].name;
        return speaker;
    }
    uint32_t first = phrase.first;
    while (first + 1 < phrase.end && bp_unit_is(n, first, BP_UNIT_WORD) &&
           bp_unit_in(n, first, BP_WORDS_DETERMINERS | BP_WORDS_TITLES))
        first++;
    if (bp_unit_is(n, phrase.head, BP_UNIT_NAME))
        speaker.name = words_of(n, phrase.head, phrase.head + 1);
    else
        speaker.name = words_of(n, first, phrase.end);
    return speaker;
}

/* How well somebody named before answers to a pronoun in `line`; below zero: not at all. */
static int prominence(const bp_people *people, const bp_person *person, bp_entity_type type, bp_gender gender,
                      uint32_t line)
{
    const bp_findings *findings = people->narration->findings;
    if (findings->entities.items[person->entity].type != type || line - person->line > FARTHEST) return -1;
    const bp_gender known = (bp_gender)people->genders[person->entity];
    if (gender && known && known != gender) return -1;
    int score = PER_LINE * (FARTHEST - (int)(line - person->line));
    if (gender && known == gender) score += FOR_GENDER;
    if (person->subject) score += FOR_SUBJECT;
    if (person->speaker) score += FOR_SPEAKER;
    return score;
}

static uint32_t most_prominent(const bp_people *people, bp_entity_type type, bp_gender gender, uint32_t line,
                               bool *alone)
{
    uint32_t best = BP_NONE;
    int best_score = -1;
    *alone = true;
    const uint32_t least = people->count > BP_PEOPLE_REMEMBERED ? people->count - BP_PEOPLE_REMEMBERED : 0;
    for (uint32_t i = people->count; i > least; i--) {
        const bp_person *person = &people->recent[(i - 1) % BP_PEOPLE_REMEMBERED];
        const int score = prominence(people, person, type, gender, line);
        if (score < 0) continue;
        if (best != BP_NONE && person->entity != best) *alone = false;
        if (score > best_score) {
            best_score = score;
            best = person->entity;
        }
    }
    return best;
}

/* ---- reading */

/* The entity that "the minister" was said to be. */
static uint32_t described_as(const bp_people *people, uint32_t unit)
{
    const bp_narration *n = people->narration;
    const uint32_t word = n->document->tokens.items[bp_unit_at(n, unit)->first].word;
    const uint32_t room = BP_PEOPLE_REMEMBERED * 2;
    const uint32_t least = people->description_count > room ? people->description_count - room : 0;
    for (uint32_t i = people->description_count; i > least; i--)
        if (people->described[(i - 1) % room].word == word) return people->described[(i - 1) % room].entity;
    return BP_NONE;
}

/* Remembers whom "he" or "she" stands for, so that a chain of them holds together. */
static void read_pronoun(bp_people *people, uint32_t unit)
{
    const bp_narration *n = people->narration;
    const uint64_t classes = bp_unit_at(n, unit)->classes;
    if (!(classes & BP_WORDS_SUBJECT_PRONOUNS) || !(classes & (BP_WORDS_MEN | BP_WORDS_WOMEN))) return;
    bool alone;
    const uint32_t line = bp_unit_at(n, unit)->line;
    const uint32_t entity =
        most_prominent(people, BP_PERSON, classes & BP_WORDS_MEN ? BP_MALE : BP_FEMALE, line, &alone);
    if (entity != BP_NONE) remember(people, (bp_person){ entity, line, true, false });
}

/* "The pilot counted them": whoever was said to be the pilot is spoken of again. */
static void read_role(bp_people *people, uint32_t unit)
{
    const bp_narration *n = people->narration;
    const bp_line *line = &n->lines.items[bp_unit_at(n, unit)->line];
    if (!bp_unit_in(n, unit, BP_WORDS_ROLES) || unit == line->first || !bp_unit_says(n, unit - 1, "the")) return;
    if (unit + 1 >= line->end || !bp_is_finite_verb(n, unit + 1)) return;
    const uint32_t entity = described_as(people, unit);
    if (entity != BP_NONE) remember(people, (bp_person){ entity, bp_unit_at(n, unit)->line, true, false });
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
        if (!mention || (mention->type != BP_PERSON && mention->type != BP_ORGANIZATION)) continue;
        const uint32_t line = bp_unit_at(n, people->unit)->line;
        remember(people, (bp_person){ mention->entity, line, is_subject(n, people->unit), false });
        if (mention->type != BP_PERSON) continue;
        describe_name(people, people->unit, mention->entity);
        read_possessive(people, people->unit, mention->entity);
    }
}

/* ---- speakers */

static bp_speaker resolve_pronoun(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    const uint32_t line = bp_unit_at(n, phrase.head)->line;
    const uint64_t classes = bp_unit_at(n, phrase.head)->classes;
    bool alone;
    if (classes & BP_WORDS_MEN) {
        const uint32_t entity = most_prominent(people, BP_PERSON, BP_MALE, line, &alone);
        return speaker_of(n, phrase, entity, "nearest man named above", alone ? TRUST_ALONE : TRUST_NEAREST);
    }
    if (classes & BP_WORDS_WOMEN) {
        const uint32_t entity = most_prominent(people, BP_PERSON, BP_FEMALE, line, &alone);
        return speaker_of(n, phrase, entity, "nearest woman named above", alone ? TRUST_ALONE : TRUST_NEAREST);
    }
    if (bp_unit_says(n, phrase.head, "it")) {
        const uint32_t entity = most_prominent(people, BP_ORGANIZATION, BP_GENDER_UNKNOWN, line, &alone);
        return speaker_of(n, phrase, entity, "body named last above", TRUST_WORDS);
    }
    return speaker_of(n, phrase, BP_NONE, "in these words", TRUST_WORDS);
}

/* "the old man", "the 41-year-old" */
static bp_speaker resolve_person(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    const uint64_t classes = bp_unit_at(n, phrase.head)->classes;
    const bp_gender gender = classes & BP_WORDS_MEN     ? BP_MALE
                             : classes & BP_WORDS_WOMEN ? BP_FEMALE
                                                        : BP_GENDER_UNKNOWN;
    bool alone;
    const uint32_t entity = most_prominent(people, BP_PERSON, gender, bp_unit_at(n, phrase.head)->line, &alone);
    return speaker_of(n, phrase, entity, "nearest person named above", TRUST_WORDS);
}

static bool is_definite(const bp_narration *n, bp_noun_phrase phrase)
{
    return bp_unit_says(n, phrase.first, "the");
}

/* The initials of a name, without stops, small words aside; their number. */
static uint32_t initials_of(bp_view name, char *initials)
{
    uint32_t count = 0;
    bool begins = true;
    for (size_t i = 0; i < name.length; i++) {
        const char c = name.at[i];
        if (begins && c >= 'A' && c <= 'Z') {
            if (count == MOST_INITIALS) return 0;
            initials[count++] = c;
        }
        begins = c == ' ' || c == '-' || c == '.';
    }
    return count;
}

/* "A.N.:" in an interview with Ama Nkrumah. */
static uint32_t by_initials(const bp_narration *n, uint32_t unit)
{
    char wanted[MOST_INITIALS], found[MOST_INITIALS];
    const bp_view label = words_of(n, unit, unit + 1);
    const uint32_t count = initials_of(label, wanted);
    if (count < 2 || label.length > count * 3) return BP_NONE;
    const bp_findings *findings = n->findings;
    for (uint32_t i = 0; i < findings->entities.count && i < MOST_ENTITIES; i++) {
        if (findings->entities.items[i].type != BP_PERSON) continue;
        if (initials_of(findings->entities.items[i].name, found) == count && memcmp(wanted, found, count) == 0)
            return i;
    }
    return BP_NONE;
}

bp_speaker bp_people_resolve(const bp_people *people, bp_noun_phrase phrase)
{
    const bp_narration *n = people->narration;
    const bp_mention *mention = bp_unit_mention(n, phrase.head);
    if (mention) return speaker_of(n, phrase, mention->entity, "named", 1.0f);
    if (bp_unit_is(n, phrase.head, BP_UNIT_NAME)) {
        const uint32_t entity = by_initials(n, phrase.head);
        return speaker_of(n, phrase, entity, entity == BP_NONE ? "named" : "by the initials", TRUST_NEAREST);
    }
    const bool owner = bp_unit_in(n, phrase.head, BP_WORDS_DETERMINERS) && !bp_unit_in(n, phrase.head, BP_WORDS_ROLES);
    if (owner || bp_unit_in(n, phrase.head, BP_WORDS_SUBJECT_PRONOUNS)) return resolve_pronoun(people, phrase);
    if (is_definite(n, phrase) && bp_unit_in(n, phrase.head, BP_WORDS_ROLES)) {
        const uint32_t entity = described_as(people, phrase.head);
        if (entity != BP_NONE) return speaker_of(n, phrase, entity, "named above with that role", TRUST_NEAREST);
    }
    if (is_definite(n, phrase) && bp_unit_in(n, phrase.head, BP_WORDS_PERSONS)) return resolve_person(people, phrase);
    return speaker_of(n, phrase, BP_NONE, "in these words", TRUST_WORDS);
}

/* Roles: nouns that the article says of a name. "Mayor X", "Kremlin spokesman X",
 * "the mayor, X", "X, 34, a doctor at the port", "X was a baker", "his daughter
 * X"; and the nouns in an organization's own name: "the ministry" is the Ministry
 * of Works. Nouns of one calling stand for each other ("the priest" is Father
 * X). A noun is looked up among what has been read, then in the whole article.
 * Each name costs a constant. */
#include "quotes/roles.h"
#include "quotes/echoes.h"
#include "text/phrases.h"

enum {
    MUTUAL = -1,
    CALLINGS = 128,
    MOST_BEFORE = 4,
    LONGEST_APPOSITION = 12,
    LONGEST_BRACKET = 8,
    FARTHEST_LEAD = 2 /* lines */,
    LONGEST_LEAD = 5,
    LONGEST_PARTICULARS = 14,
    LONGEST_MODIFIER = 5
};

/* Of a modifier: a word, and not the entity of a name. */
#define COMMON 0x80000000u

#define FUNCTION_WORDS                                                                               \
    (BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS | BP_WORDS_SUBORDINATORS | \
     BP_WORDS_AUXILIARIES | BP_WORDS_SUBJECT_PRONOUNS)
#define CUES       (BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL | BP_WORDS_CUE_CALL | BP_WORDS_CUE_MANNER)
#define DESCRIBING (BP_WORDS_ROLES | BP_WORDS_BODIES | BP_WORDS_TITLES)

typedef struct description_of {
    bp_roles *roles;
    bp_description *into;
    bool first_stays;
    bp_description what;
    uint32_t unit; /* the name's */
} description_of;

static int calling_of_token(const bp_document *document, uint32_t token)
{
    const int value = bp_word_value(&bp_callings_phrases, bp_token_word(document, token)->lower);
    return value < CALLINGS ? value : 0;
}

int bp_calling_of(const bp_narration *n, uint32_t unit)
{
    if (!bp_unit_is(n, unit, BP_UNIT_WORD)) return 0;
    if (unit > 1 && bp_unit_is(n, unit - 1, BP_UNIT_HYPHEN) && bp_unit_says(n, unit - 2, "co"))
        return MUTUAL; /* co-founder */
    if (unit > 0 && bp_unit_says(n, unit, "number") && bp_unit_says(n, unit - 1, "opposite")) return MUTUAL;
    return calling_of_token(n->document, bp_unit_at(n, unit)->first);
}

/* ---- writing down */

static void put(const description_of *d, uint32_t slot)
{
    if (!d->first_stays || !d->into[slot].entity) d->into[slot] = d->what;
}

static void put_calling(const description_of *d, bp_view noun)
{
    const int value = bp_word_value(&bp_callings_phrases, noun);
    if (value > 0 && value < CALLINGS) put(d, d->roles->narration->document->words.count + (uint32_t)value);
}

static void describe_token(const description_of *d, uint32_t token)
{
    const bp_document *document = d->roles->narration->document;
    put(d, document->tokens.items[token].word);
    const int calling = calling_of_token(document, token);
    if (calling > 0) put(d, document->words.count + (uint32_t)calling);
}

static bool is_word(const bp_narration *n, uint32_t unit)
{
    return bp_unit_is(n, unit, BP_UNIT_WORD);
}

/* The place, people or body that a unit names; of a common noun ("union") its word. 0: none. */
static uint32_t modifier_at(const bp_narration *n, uint32_t unit)
{
    const bp_mention *mention = bp_unit_mention(n, unit);
    if (mention && mention->type != BP_PERSON) return mention->entity + 1;
    if (!bp_is_word_in(n, unit, BP_WORDS_BODIES)) return 0;
    return COMMON | n->document->tokens.items[bp_unit_at(n, unit)->first].word;
}

/* ... in front of a noun: the French minister, the union spokeswoman. */
static uint32_t modifier_of(const bp_narration *n, bp_noun_phrase phrase)
{
    for (uint32_t i = phrase.first; i < phrase.head; i++)
        if (modifier_at(n, i)) return modifier_at(n, i);
    return 0;
}

/* managing | director, sales | director: the word right before the noun. 0: none. */
static uint32_t kind_before(const bp_narration *n, uint32_t noun)
{
    const uint32_t first = n->lines.items[bp_unit_at(n, noun)->line].first;
    if (noun == first || !is_word(n, noun - 1) || bp_is_possessive(n, noun - 1)) return 0;
    if (bp_unit_in(n, noun - 1, FUNCTION_WORDS | CUES | BP_WORDS_FINITE) || bp_is_adverb(n, noun - 1)) return 0;
    return n->document->tokens.items[bp_unit_at(n, noun - 1)->first].word + 1;
}

/* ... or behind it: mayor | of Harrow, spokeswoman | for the cabin crew union. */
static uint32_t modifier_behind(const bp_narration *n, uint32_t unit)
{
    uint32_t found = 0;
    const uint32_t end = n->lines.items[bp_unit_at(n, unit - 1)->line].end;
    if (unit >= end || !(bp_unit_says(n, unit, "of") || bp_unit_says(n, unit, "for") || bp_unit_says(n, unit, "at")))
        return 0;
    for (uint32_t i = unit + 1; i < end && i - unit <= LONGEST_MODIFIER; i++) {
        const uint8_t kind = bp_unit_at(n, i)->kind;
        if (kind != BP_UNIT_WORD && kind != BP_UNIT_NAME) break;
        if (bp_is_word_in(n, i, FUNCTION_WORDS & ~BP_WORDS_DETERMINERS)) break;
        if (modifier_at(n, i)) found = modifier_at(n, i);
        if (kind == BP_UNIT_NAME && found) break;
    }
    return found;
}

static void describe(description_of *d, bp_noun_phrase phrase)
{
    const bp_narration *n = d->roles->narration;
    if (!is_word(n, phrase.head) || bp_unit_in(n, phrase.head, FUNCTION_WORDS & ~BP_WORDS_DETERMINERS)) return;
    if (bp_unit_in(n, phrase.head, BP_WORDS_DETERMINERS)) return;
    const bp_gender gender = bp_gender_of(bp_unit_at(n, phrase.head)->classes);
    const uint32_t entity = d->what.entity - 1;
    if (gender && !n->findings->notes.items[entity].certain) d->roles->genders[entity] = (uint8_t)gender;
    d->what.modifier = modifier_of(n, phrase);
    if (!d->what.modifier)
        d->what.modifier = modifier_behind(n, phrase.head + 1 == d->unit ? d->unit + 1 : phrase.head + 1);
    d->what.kind = kind_before(n, phrase.head);
    describe_token(d, bp_unit_at(n, phrase.head)->first);
}

/* Can the word right before a name say what its bearer is? */
static bool can_describe(const bp_narration *n, uint32_t unit, bool adjacent)
{
    if (!is_word(n, unit) || bp_is_possessive(n, unit)) return false;
    if (bp_unit_in(n, unit, BP_WORDS_DETERMINERS)) return false;
    if (bp_unit_in(n, unit, DESCRIBING) || bp_calling_of(n, unit)) return true;
    return adjacent && !bp_unit_in(n, unit, FUNCTION_WORDS | CUES | BP_WORDS_FINITE | BP_WORDS_VERBS) &&
           !bp_is_adverb(n, unit) && !bp_unit_ends(n, unit, "ing");
}

/* "Kremlin spokesman X", "roofer X", "Father X" */
static void read_before(description_of *d, uint32_t unit, uint32_t least)
{
    const bp_narration *n = d->roles->narration;
    if (unit > MOST_BEFORE && least < unit - MOST_BEFORE) least = unit - MOST_BEFORE;
    for (uint32_t i = unit; i > least && can_describe(n, i - 1, i == unit); i--) {
        uint32_t first = i - 1;
        while (first > least &&
               (bp_unit_is(n, first - 1, BP_UNIT_NAME) || bp_is_word_in(n, first - 1, BP_WORDS_BODIES)))
            first--; /* union spokeswoman X */
        describe(d, (bp_noun_phrase){ first, i, i - 1 });
    }
}

/* "the mayor, X," */
static void read_apposed(description_of *d, uint32_t unit, const bp_line *line)
{
    const bp_narration *n = d->roles->narration;
    uint32_t opens = unit; /* the coroner, Dr | X */
    while (opens > line->first && bp_is_word_in(n, opens - 1, BP_WORDS_TITLES | BP_WORDS_MEN | BP_WORDS_WOMEN) &&
           !bp_unit_in(n, opens - 1, BP_WORDS_DETERMINERS))
        opens--;
    if (opens < line->first + 2 || !bp_unit_is(n, opens - 1, BP_UNIT_COMMA)) return;
    const bool ends = unit + 1 == line->end || !is_word(n, unit + 1) || bp_is_possessive(n, unit + 1);
    const bp_noun_phrase phrase = bp_phrase_before(n, opens - 1, line->first);
    if (!ends || !bp_is_phrase(phrase) || !is_word(n, phrase.head)) return;
    const bool governed = phrase.first > line->first && is_word(n, phrase.first - 1) &&
                          bp_unit_in(n, phrase.first - 1, BP_WORDS_PREPOSITIONS) &&
                          !bp_unit_in(n, phrase.head, DESCRIBING);
    if (!governed) describe(d, phrase);
}

/* Behind the name's age and party: X, 34, | ; X (D-Ohio), | */
static uint32_t behind_particulars(const bp_narration *n, uint32_t unit, uint32_t limit)
{
    uint32_t i = unit + 1;
    if (i < limit && bp_unit_is(n, i, BP_UNIT_OPEN)) {
        uint32_t close = i;
        while (close < limit && close - i < LONGEST_BRACKET && !bp_unit_is(n, close, BP_UNIT_CLOSE)) close++;
        if (close < limit && bp_unit_is(n, close, BP_UNIT_CLOSE)) i = close + 1;
    }
    if (i + 2 < limit && bp_unit_is(n, i, BP_UNIT_COMMA) && bp_unit_is(n, i + 1, BP_UNIT_NUMBER) &&
        bp_unit_is(n, i + 2, BP_UNIT_COMMA))
        i += 2;
    return i;
}

/* The noun phrase from `first` on: its noun is the last word before what goes on
 * about it or ends it. */
static void read_phrase(description_of *d, uint32_t first, uint32_t limit)
{
    const bp_narration *n = d->roles->narration;
    if (limit > first + LONGEST_APPOSITION) limit = first + LONGEST_APPOSITION;
    uint32_t end = first;
    while (end < limit && is_word(n, end) && bp_unit_in(n, end, BP_WORDS_DETERMINERS)) end++;
    const bool determined = end > first;
    while (end < limit &&
           (bp_unit_is(n, end, BP_UNIT_NAME) || bp_unit_is(n, end, BP_UNIT_HYPHEN) ||
            bp_unit_is(n, end, BP_UNIT_NUMBER) || bp_is_possessive(n, end) ||
            (is_word(n, end) && !bp_unit_in(n, end, FUNCTION_WORDS | BP_WORDS_FINITE | BP_WORDS_RELATIVES)))) {
        if (is_word(n, end) && bp_unit_in(n, end, DESCRIBING)) describe(d, (bp_noun_phrase){ first, end + 1, end });
        end++;
    }
    if (end > first && determined) describe(d, (bp_noun_phrase){ first, end, end - 1 });
}

/* In a notice to X, | the company said */
static bool opens_clause(const bp_narration *n, uint32_t first, uint32_t limit)
{
    if (!bp_unit_says(n, first, "the")) return false;
    const bp_noun_phrase phrase = bp_phrase_after(n, first, limit);
    return bp_is_phrase(phrase) && phrase.end < limit &&
           bp_is_word_in(n, phrase.end, BP_WORDS_CUE_SAY | BP_WORDS_AUXILIARIES) && bp_is_finite_verb(n, phrase.end);
}

/* "X, a doctor at the port"; "X was a baker"; "X, who is the baker"; "X, as the baker" */
static void read_after(description_of *d, uint32_t unit, uint32_t limit)
{
    const bp_narration *n = d->roles->narration;
    uint32_t i = behind_particulars(n, unit, limit);
    const bool comma = i < limit && bp_unit_is(n, i, BP_UNIT_COMMA);
    if (comma) i++;
    while (comma && i < limit && bp_is_adverb(n, i)) i++; /* X, then the deputy, */
    if (i + 1 >= limit) return;
    if (bp_unit_says(n, i, "whose")) return; /* X, whose brother drives a bus */
    if (comma && is_word(n, i) && bp_unit_in(n, i, BP_WORDS_RELATIVES)) i++;
    const bool is = is_word(n, i) && bp_unit_in(n, i, BP_WORDS_BE_FORMS);
    if (is || bp_unit_says(n, i, "as"))
        i++;
    else if (!comma)
        return;
    if (comma && !is && opens_clause(n, i, limit)) return;
    const bool determiner = i < limit && is_word(n, i) && bp_unit_in(n, i, BP_WORDS_DETERMINERS);
    if (i < limit && (determiner || !is)) read_phrase(d, i, limit);
}

/* The coach had wanted to take him off. | Femi Adebayo learned of it later. */
static void read_introduced(description_of *d, uint32_t unit)
{
    const bp_narration *n = d->roles->narration;
    const uint32_t own = bp_unit_at(n, unit)->line;
    if (own == 0 || unit != n->lines.items[own].first || bp_unit_at(n, unit)->end < bp_unit_at(n, unit)->first + 2)
        return;
    const bp_line *before = &n->lines.items[own - 1];
    if (before->block != n->lines.items[own].block || !is_word(n, before->first)) return;
    const bool definite = bp_unit_says(n, before->first, "the") || bp_unit_says(n, before->first, "its") ||
                          bp_unit_says(n, before->first, "his") || bp_unit_says(n, before->first, "her");
    const bp_noun_phrase phrase = bp_phrase_after(n, before->first, before->end);
    if (!definite || !bp_is_phrase(phrase) || phrase.first == phrase.head || !is_word(n, phrase.head)) return;
    if (!bp_unit_in(n, phrase.head, BP_WORDS_ROLES) || bp_unit_in(n, phrase.head, BP_WORDS_PLURALS)) return;
    if (bp_is_guard_of(n, phrase.head)) return;
    if (bp_roles_find(d->roles, phrase) == BP_NONE) describe(d, phrase);
}

/* "X, 43, of Pinchbeck Road, pleaded guilty", "X denies it": the defendant, where anybody is called so. */
static void read_trial(description_of *d, uint32_t unit, const bp_line *line)
{
    const bp_narration *n = d->roles->narration;
    const bp_view noun = { "defendant", sizeof "defendant" - 1 };
    if (unit > line->first + LONGEST_LEAD) return;
    for (uint32_t i = unit + 1; i < line->end && i - unit <= LONGEST_PARTICULARS; i++) {
        const bp_mention *mention = bp_unit_mention(n, i);
        if (mention && mention->type == BP_PERSON) return;
        if (bp_unit_among(n, i, BP_HINT_ACCUSED)) {
            put_calling(d, noun);
            return;
        }
    }
}

static bool ends_in_silk(const bp_narration *n, uint32_t unit)
{
    const uint32_t last = bp_unit_at(n, unit)->end - 1;
    const bp_token *token = &n->document->tokens.items[last];
    return (token->flags & BP_ALL_CAPITALS) && bp_token_among(n->document, last, BP_HINT_COURT);
}

/* "X QC", "X, for the defence,", "X, who appears for the clerk", "X, prosecuting": counsel. */
static void read_lawyer(description_of *d, uint32_t unit, const bp_line *line)
{
    const bp_narration *n = d->roles->narration;
    const bp_view noun = { "counsel", sizeof "counsel" - 1 };
    const uint32_t limit = line->end < unit + LONGEST_PARTICULARS ? line->end : unit + LONGEST_PARTICULARS;
    bool lawyer = ends_in_silk(n, unit);
    for (uint32_t i = unit + 1; i < limit && !lawyer; i++) {
        if (bp_unit_is(n, i, BP_UNIT_STRETCH) || (bp_unit_is(n, i, BP_UNIT_NAME) && !ends_in_silk(n, i))) return;
        lawyer = bp_unit_is(n, i, BP_UNIT_NAME) || bp_unit_among(n, i, BP_HINT_COURT);
        if (!lawyer && is_word(n, i) && bp_is_finite_verb(n, i)) return;
    }
    if (lawyer) put_calling(d, noun);
}

/* "Ministry of Works": a ministry. */
static void read_own_name(const description_of *d, uint32_t unit)
{
    const bp_narration *n = d->roles->narration;
    const bp_unit *u = bp_unit_at(n, unit);
    for (uint32_t i = u->first; i < u->end; i++)
        if (bp_token_classes(n->document, i) & BP_WORDS_BODIES) describe_token(d, i);
}

static void read_name(bp_roles *roles, uint32_t unit, bp_description *into, bool first_stays)
{
    const bp_narration *n = roles->narration;
    const bp_mention *mention = bp_unit_mention(n, unit);
    if (!mention || (mention->type != BP_PERSON && mention->type != BP_ORGANIZATION)) return;
    const bp_line *line = &n->lines.items[bp_unit_at(n, unit)->line];
    description_of d = { roles, into, first_stays, { mention->entity + 1, 0, 0 }, unit };
    read_before(&d, unit, line->first);
    read_apposed(&d, unit, line);
    read_after(&d, unit, line->end);
    if (mention->type == BP_PERSON) read_introduced(&d, unit);
    if (mention->type == BP_PERSON) read_trial(&d, unit, line);
    if (mention->type == BP_PERSON) read_lawyer(&d, unit, line);
    d.what.modifier = d.what.kind = 0;
    if (mention->type == BP_ORGANIZATION) read_own_name(&d, unit);
}

void bp_roles_read(bp_roles *roles, uint32_t unit)
{
    read_name(roles, unit, roles->last, false);
}

static bool is_person(const bp_narration *n, uint32_t unit)
{
    const bp_mention *mention = bp_unit_mention(n, unit);
    return mention && mention->type == BP_PERSON;
}

static bool opens_line(const bp_narration *n, uint32_t unit)
{
    return unit - n->lines.items[bp_unit_at(n, unit)->line].first < LONGEST_LEAD;
}

/* "...," the diplomat said, long before anybody is named: hardly the first one named. A headline's is. */
static bool is_anybody(const bp_narration *n, uint32_t own, uint32_t named)
{
    const bp_line *line = &n->lines.items[own];
    return named - own > FARTHEST_LEAD && bp_unit_is(n, line->first, BP_UNIT_STRETCH) && !bp_is_display(n, line->block);
}

/* "A retired baker has won": a headline or a first sentence that tells a trade and
 * no name speaks of the first person named in the text. */
static void read_lead(bp_roles *roles)
{
    const bp_narration *n = roles->narration;
    uint32_t first = 0;
    while (first < n->units.count) {
        const bp_role role = n->document->blocks.items[n->lines.items[bp_unit_at(n, first)->line].block].role;
        if (role == BP_BODY && is_person(n, first)) break;
        first++;
    }
    if (first == n->units.count) return;
    const description_of d = { roles, roles->first, true, { bp_unit_mention(n, first)->entity + 1, 0, 0 }, first };
    const uint8_t gender = roles->genders[d.what.entity - 1];
    uint32_t line = BP_NONE;
    for (uint32_t i = 0; i < first; i++) {
        if (is_person(n, i)) line = bp_unit_at(n, i)->line; /* what follows is said of somebody else */
        if (!is_word(n, i) || !bp_unit_in(n, i, BP_WORDS_ROLES) || bp_unit_in(n, i, BP_WORDS_DETERMINERS)) continue;
        if (bp_unit_at(n, i)->line == line || !opens_line(n, i) || bp_is_guard_of(n, i)) continue;
        if (is_anybody(n, bp_unit_at(n, i)->line, bp_unit_at(n, first)->line)) continue;
        const bp_gender told = bp_gender_of(bp_unit_at(n, i)->classes);
        if (!told || !gender || told == gender) describe_token(&d, bp_unit_at(n, i)->first);
        line = bp_unit_at(n, i)->line;
    }
}

bool bp_roles_begin(bp_roles *roles, const bp_narration *n, uint8_t *genders)
{
    const size_t size = ((size_t)n->document->words.count + CALLINGS) * sizeof(bp_description);
    *roles = (bp_roles){ .narration = n, .genders = genders, .first = n->described };
    roles->last = bp_arena_take(n->document->arena, size);
    if (!roles->last || roles->first) return roles->last != NULL;
    roles->first = bp_arena_take(n->document->arena, size);
    if (!roles->first) return false;
    for (uint32_t i = 0; i < n->units.count; i++)
        if (bp_unit_is(n, i, BP_UNIT_NAME)) read_name(roles, i, roles->first, true);
    read_lead(roles);
    return true;
}

/* ---- looking up */

static uint32_t look_up(const bp_roles *roles, uint32_t slot, uint32_t modifier, uint32_t kind)
{
    const bp_description *last = &roles->last[slot], *first = &roles->first[slot];
    const bp_description *found = last->entity ? last : first;
    if (!found->entity) return BP_NONE;
    if (modifier && first->entity && first->modifier == modifier && last->modifier != modifier) found = first;
    if (kind && first->entity && first->kind == kind && last->kind != kind) found = first;
    const bool alike = (modifier & COMMON) == (found->modifier & COMMON); /* a union may be told by its name */
    const bool differ = modifier && found->modifier && modifier != found->modifier && alike;
    return differ ? BP_NONE : found->entity - 1;
}

/* "the deputy mayor": whoever was called the deputy, rather than the mayor; BP_NONE: nobody was. */
static uint32_t find_deputy(const bp_roles *roles, bp_noun_phrase phrase)
{
    const bp_narration *n = roles->narration;
    for (uint32_t i = phrase.first; i < phrase.head; i++)
        if (bp_unit_says(n, i, "deputy") || bp_unit_says(n, i, "assistant"))
            return look_up(roles, n->document->tokens.items[bp_unit_at(n, i)->first].word, 0, 0);
    return BP_NONE;
}

uint32_t bp_roles_find(const bp_roles *roles, bp_noun_phrase phrase)
{
    const bp_narration *n = roles->narration;
    if (!is_word(n, phrase.head)) return BP_NONE;
    const uint32_t deputy = find_deputy(roles, phrase);
    if (deputy != BP_NONE) return deputy;
    const uint32_t modifier = modifier_of(n, phrase);
    const uint32_t token = bp_unit_at(n, phrase.head)->first;
    const uint32_t kind = kind_before(n, phrase.head);
    const uint32_t entity = look_up(roles, n->document->tokens.items[token].word, modifier, kind);
    const int calling = bp_calling_of(n, phrase.head);
    const bool person = entity != BP_NONE && n->findings->entities.items[entity].type == BP_PERSON;
    if (person && bp_unit_in(n, phrase.head, BP_WORDS_BODIES)) return BP_NONE; /* the court reporter is no court */
    if (entity != BP_NONE || calling <= 0) return entity;
    return look_up(roles, n->document->words.count + (uint32_t)calling, modifier, kind);
}

uint32_t bp_roles_of_token(const bp_roles *roles, uint32_t token)
{
    return look_up(roles, roles->narration->document->tokens.items[token].word, 0, 0);
}

/* Noun phrases by the little that closed classes of words tell: a phrase is a
 * run of names, numbers and words that are no function words, opened by a
 * determiner; "of" and "for" bind another to a noun. Every walk is bounded. */
#include "quotes/nouns.h"

enum { LONGEST = 14, MOST_LINKS = 3 };

#define FUNCTION_WORDS                                                                               \
    (BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS | BP_WORDS_SUBORDINATORS | \
     BP_WORDS_AUXILIARIES | BP_WORDS_SUBJECT_PRONOUNS)
#define CUES          (BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL | BP_WORDS_CUE_CALL | BP_WORDS_CUE_THINK | BP_WORDS_CUE_MANNER)
#define SPEAKER_NOUNS (BP_WORDS_ROLES | BP_WORDS_BODIES | BP_WORDS_DOCUMENTS)

bool bp_may_name_person(const bp_narration *n, uint32_t unit)
{
    if (!bp_unit_is(n, unit, BP_UNIT_NAME)) return false;
    const bp_mention *mention = bp_unit_mention(n, unit);
    return !mention || mention->type == BP_PERSON || mention->type == BP_HANDLE;
}

bool bp_is_possessive(const bp_narration *n, uint32_t unit)
{
    if (bp_unit_is(n, unit, BP_UNIT_OTHER)) { /* the players' union */
        const bp_token *t = &n->document->tokens.items[n->units.items[unit].first];
        return t->first == '\'' || t->first == 0xE2;
    }
    return bp_unit_is(n, unit, BP_UNIT_WORD) && bp_token_has(n->document, n->units.items[unit].first, BP_CLITIC) &&
           bp_token_is(n->document, n->units.items[unit].first, "'s");
}

bool bp_is_adverb(const bp_narration *n, uint32_t unit)
{
    if (bp_unit_in(n, unit, BP_WORDS_ADVERBS)) return true;
    return bp_unit_ends(n, unit, "ly") && !bp_unit_in(n, unit, SPEAKER_NOUNS | FUNCTION_WORDS | CUES | BP_WORDS_VERBS);
}

/* A boss and a census are one. */
static bool ends_plural(const bp_narration *n, uint32_t unit)
{
    return bp_unit_ends(n, unit, "s") && !bp_unit_ends(n, unit, "ss") && !bp_unit_ends(n, unit, "us") &&
           !bp_unit_ends(n, unit, "is");
}

static bool is_plural(const bp_narration *n, uint32_t unit)
{
    return ends_plural(n, unit) || bp_unit_among(n, unit, BP_HINT_PLURALS);
}

/* Democrats claim, Ama and Kofi claim */
static bool is_plural_name(const bp_narration *n, uint32_t name)
{
    const bp_token *last = &n->document->tokens.items[bp_unit_at(n, name)->end - 1];
    return n->document->text[last->end.byte - 1] == 's' || (name > 0 && bp_unit_says(n, name - 1, "and"));
}

/* Officials claim, the company claims; not "campaign message". */
static bool agrees(const bp_narration *n, uint32_t noun, uint32_t verb)
{
    return is_plural(n, noun) != bp_unit_ends(n, verb, "s");
}

bool bp_follows_subject(const bp_narration *n, uint32_t unit)
{
    const uint32_t first = n->lines.items[bp_unit_at(n, unit)->line].first, verb = unit;
    while (unit > first && bp_is_adverb(n, unit - 1)) unit--;
    if (unit == first) return false;
    const bp_unit *before = bp_unit_at(n, unit - 1);
    if (before->kind == BP_UNIT_CLOSE) return true;
    if (before->kind == BP_UNIT_NAME) return bp_unit_ends(n, verb, "s") || is_plural_name(n, unit - 1);
    if (before->kind != BP_UNIT_WORD) return false;
    if (before->classes & (BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_RELATIVES)) return true;
    if (before->classes & BP_WORDS_DETERMINERS) return false;
    return (before->classes & (SPEAKER_NOUNS | BP_WORDS_PLURALS)) && agrees(n, unit - 1, verb);
}

/* self-styled, talk-radio: part of a compound */
bool bp_is_hyphenated(const bp_narration *n, uint32_t unit)
{
    return (unit > 0 && bp_unit_is(n, unit - 1, BP_UNIT_HYPHEN)) ||
           (unit + 1 < n->units.count && bp_unit_is(n, unit + 1, BP_UNIT_HYPHEN));
}

/* he, she, it, who */
static bool follows_pronoun(const bp_narration *n, uint32_t unit)
{
    const uint32_t first = n->lines.items[bp_unit_at(n, unit)->line].first;
    while (unit > first && bp_is_adverb(n, unit - 1)) unit--;
    if (unit == first || bp_unit_in(n, unit, BP_WORDS_DETERMINERS)) return false;
    return bp_unit_says(n, unit - 1, "he") || bp_unit_says(n, unit - 1, "she") || bp_unit_says(n, unit - 1, "it") ||
           bp_unit_says(n, unit - 1, "who");
}

bool bp_is_finite_verb(const bp_narration *n, uint32_t unit)
{
    if (!bp_unit_is(n, unit, BP_UNIT_WORD) || bp_unit_ends(n, unit, "ing") || bp_is_hyphenated(n, unit)) return false;
    if (bp_unit_at(n, unit)->dated) return false; /* May is no auxiliary */
    if (bp_unit_in(n, unit, BP_WORDS_FINITE | BP_WORDS_AUXILIARIES)) return true;
    if (bp_unit_ends(n, unit, "ed")) {
        const uint32_t first = n->lines.items[bp_unit_at(n, unit)->line].first;
        return unit > first && !bp_unit_in(n, unit - 1, BP_WORDS_DETERMINERS);
    }
    if (bp_unit_in(n, unit, BP_WORDS_VERBS | CUES)) return bp_follows_subject(n, unit);
    return bp_unit_ends(n, unit, "s") && follows_pronoun(n, unit); /* she shrugs */
}

/* the elderly woman, of likely voters: no adverb between a determiner or preposition and a noun. */
static bool is_adjective(const bp_narration *n, uint32_t unit)
{
    const uint64_t openers = BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS;
    if (unit == 0 || unit + 1 >= n->units.count || !bp_unit_ends(n, unit, "ly")) return false;
    if (!bp_is_word_in(n, unit - 1, openers) || !bp_unit_is(n, unit + 1, BP_UNIT_WORD)) return false;
    return !bp_unit_ends(n, unit + 1, "ed") && !bp_unit_ends(n, unit + 1, "ing") &&
           bp_unit_in(n, unit + 1, SPEAKER_NOUNS | BP_WORDS_PERSONS) && !bp_unit_in(n, unit + 1, FUNCTION_WORDS);
}

/* A unit that can stand inside a noun phrase. */
static bool is_nominal(const bp_narration *n, uint32_t unit)
{
    const bp_unit *u = bp_unit_at(n, unit);
    if (u->kind == BP_UNIT_NAME || u->kind == BP_UNIT_NUMBER || u->kind == BP_UNIT_HYPHEN) return true;
    if (bp_is_possessive(n, unit)) return true;
    if (u->kind != BP_UNIT_WORD) return false;
    if (u->classes & BP_WORDS_ROLES) return true;
    if (unit > 0 && bp_unit_is(n, unit - 1, BP_UNIT_HYPHEN)) return true; /* a gran-of-six */
    if (unit + 1 < n->units.count && bp_unit_is(n, unit + 1, BP_UNIT_HYPHEN) && bp_is_adverb(n, unit))
        return true; /* the long-serving */
    if ((u->classes & CUES) && bp_unit_ends(n, unit, "ed")) return false;
    if (u->classes & (FUNCTION_WORDS | BP_WORDS_FINITE)) return false;
    return !bp_is_adverb(n, unit) || is_adjective(n, unit);
}

static bool is_speaker_noun(const bp_narration *n, uint32_t unit)
{
    return bp_unit_is(n, unit, BP_UNIT_WORD) && bp_unit_in(n, unit, SPEAKER_NOUNS);
}

static bool is_title(const bp_narration *n, uint32_t unit)
{
    return bp_unit_is(n, unit, BP_UNIT_WORD) && bp_unit_in(n, unit, BP_WORDS_TITLES);
}

/* Before a person's name stand titles, roles, other names; a plain word there
 * belongs to something else: "last week Nkrumah said". */
static uint32_t name_start(const bp_narration *n, uint32_t first, uint32_t name)
{
    if (name == first) return name;
    const uint32_t before = name - 1;
    const bool described = is_speaker_noun(n, before) || is_title(n, before) || bp_unit_is(n, before, BP_UNIT_NAME) ||
                           bp_is_possessive(n, before) ||
                           bp_token_has(n->document, bp_unit_at(n, before)->first, BP_CAPITALIZED);
    return described ? first : name;
}

static uint32_t with_determiner(const bp_narration *n, uint32_t first, uint32_t least)
{
    for (int i = 0; i < 2 && first > least && bp_unit_is(n, first - 1, BP_UNIT_WORD) &&
                    bp_unit_in(n, first - 1, BP_WORDS_DETERMINERS) && !bp_unit_says(n, first - 1, "that");
         i++)
        first--;
    return first;
}

/* A determiner that can be a speaker by itself. */
static bool stands_alone(const bp_narration *n, uint32_t unit)
{
    return bp_unit_is(n, unit, BP_UNIT_WORD) && bp_unit_in(n, unit, BP_WORDS_DETERMINERS) &&
           bp_unit_in(n, unit, BP_WORDS_ROLES | BP_WORDS_PLURALS);
}

/* Is it a participle with the name behind it as its object: treating Ms. Nkrumah? Not in "the long-serving". */
static bool governs(const bp_narration *n, uint32_t unit, uint32_t end)
{
    if (unit > 0 && bp_unit_is(n, unit - 1, BP_UNIT_HYPHEN)) return false;
    if (unit + 1 >= end || (!bp_unit_ends(n, unit, "ing") && !bp_unit_ends(n, unit, "ed"))) return false;
    return bp_unit_is(n, unit + 1, BP_UNIT_NAME) || is_title(n, unit + 1);
}

/* Jonathan Peake | KC: the letters behind a name are not the head. */
static uint32_t before_honours(const bp_narration *n, bp_noun_phrase phrase)
{
    const uint32_t name = phrase.head - 1;
    if (phrase.head == phrase.first ||
        !(bp_token_classes(n->document, bp_unit_at(n, phrase.head)->first) & BP_WORDS_HONOURS))
        return phrase.head;
    const bp_mention *mention = bp_unit_mention(n, name);
    return mention && mention->type == BP_PERSON ? name : phrase.head;
}

/* left|-armer: a word with a hyphen behind it is part of a noun, whatever it is by itself. */
static bool joins(const bp_narration *n, uint32_t unit, uint32_t end)
{
    return bp_unit_is(n, unit, BP_UNIT_WORD) && unit + 2 < end && bp_unit_is(n, unit + 1, BP_UNIT_HYPHEN);
}

/* One run without "of" and the like; the head is its last unit. */
static bp_noun_phrase run_before(const bp_narration *n, uint32_t end, uint32_t least)
{
    bp_noun_phrase phrase = { end, end, end };
    if (end > LONGEST && least < end - LONGEST) least = end - LONGEST;
    while (phrase.first > least &&
           ((is_nominal(n, phrase.first - 1) && !governs(n, phrase.first - 1, end)) || joins(n, phrase.first - 1, end)))
        phrase.first--;
    while (phrase.first < end && (bp_unit_is(n, phrase.first, BP_UNIT_HYPHEN) || bp_is_possessive(n, phrase.first)))
        phrase.first++;
    if (phrase.first == end) { /* "both", "another" stand alone */
        if (end > least && stands_alone(n, end - 1)) phrase = (bp_noun_phrase){ end - 1, end, end - 1 };
        return phrase;
    }
    phrase.head = end - 1;
    if (bp_is_possessive(n, phrase.head)) return (bp_noun_phrase){ end, end, end };
    phrase.head = before_honours(n, phrase);
    if (bp_may_name_person(n, phrase.head)) phrase.first = name_start(n, phrase.first, phrase.head);
    phrase.first = with_determiner(n, phrase.first, least);
    return phrase;
}

/* Can a noun phrase go on with this preposition? */
static bool links(const bp_narration *n, uint32_t unit)
{
    return bp_unit_is(n, unit, BP_UNIT_WORD) && bp_unit_in(n, unit, BP_WORDS_LINKS);
}

bp_noun_phrase bp_phrase_before(const bp_narration *n, uint32_t end, uint32_t least)
{
    bp_noun_phrase phrase = run_before(n, end, least);
    for (int i = 0; i < MOST_LINKS && bp_is_phrase(phrase); i++) {
        if (phrase.first < least + 2 || !links(n, phrase.first - 1)) break;
        const bp_noun_phrase outer = run_before(n, phrase.first - 1, least);
        if (!bp_is_phrase(outer)) break;
        const bp_mention *mention = bp_unit_mention(n, outer.head);
        const bool verb = outer.head > least && bp_unit_is(n, outer.head - 1, BP_UNIT_NAME) &&
                          bp_unit_is(n, outer.head, BP_UNIT_WORD); /* Nkrumah lives | with her mother */
        const bool speaks = is_speaker_noun(n, outer.head) || bp_may_name_person(n, outer.head) ||
                            (mention && mention->type == BP_ORGANIZATION) ||
                            (!verb && bp_unit_ends(n, outer.head, "s"));
        if (!speaks) break;
        phrase.first = outer.first;
        phrase.head = outer.head;
    }
    return phrase;
}

static uint32_t run_end(const bp_narration *n, uint32_t first, uint32_t limit)
{
    uint32_t end = first;
    if (limit > first + LONGEST) limit = first + LONGEST;
    while (end < limit && bp_unit_is(n, end, BP_UNIT_WORD) && bp_unit_in(n, end, BP_WORDS_DETERMINERS)) end++;
    while (end < limit && is_nominal(n, end)) {
        const bool name_before = end > first && bp_unit_is(n, end - 1, BP_UNIT_NAME);
        const bool day = bp_unit_in(n, end, BP_WORDS_WEEKDAYS | BP_WORDS_MONTHS) || bp_unit_at(n, end)->dated;
        if (day || (end > first && bp_is_finite_verb(n, end) && !is_speaker_noun(n, end))) break;
        if (name_before && bp_unit_is(n, end, BP_UNIT_WORD) && bp_may_name_person(n, end - 1) &&
            !is_speaker_noun(n, end) && !bp_is_possessive(n, end))
            break;
        end++;
    }
    while (end > first && (bp_unit_is(n, end - 1, BP_UNIT_HYPHEN) || bp_is_possessive(n, end - 1))) end--;
    return end;
}

static bool ends_phrase(const bp_narration *n, uint32_t unit, uint32_t limit)
{
    if (unit >= limit) return true;
    const uint8_t kind = bp_unit_at(n, unit)->kind;
    return kind == BP_UNIT_COMMA || kind == BP_UNIT_STOP || kind == BP_UNIT_OPEN || kind == BP_UNIT_SEMICOLON;
}

/* "the mayor, (Mrs) Ama Nkrumah," : the name says who the role is. The unit of
 * the name; BP_NONE: none. */
static uint32_t name_behind(const bp_narration *n, uint32_t end, uint32_t limit)
{
    if (end + 1 >= limit || !bp_unit_is(n, end, BP_UNIT_COMMA)) return BP_NONE;
    uint32_t name = end + 1;
    const bool described = bp_unit_says(n, name, "the") || bp_unit_says(n, name, "a") || bp_unit_says(n, name, "an");
    const uint32_t last = described ? run_end(n, name, limit) - 1 : name; /* his wife, the trainer X */
    if (described && last > name + 1 && bp_unit_is(n, last, BP_UNIT_NAME) && bp_unit_is(n, last - 1, BP_UNIT_WORD) &&
        ends_phrase(n, last + 1, limit) && bp_may_name_person(n, last))
        return last;
    if (bp_unit_says(n, name, "the")) name++; /* the minister, the Reverend X */
    while (name < limit && name < end + 5 && bp_unit_is(n, name, BP_UNIT_WORD) &&
           bp_token_has(n->document, bp_unit_at(n, name)->first, BP_CAPITALIZED))
        name++;
    while (name + 1 < limit && bp_unit_is(n, name, BP_UNIT_NAME) && bp_unit_is(n, name + 1, BP_UNIT_NAME) &&
           !bp_unit_mention(n, name))
        name++;
    if (name >= limit || !bp_may_name_person(n, name)) return BP_NONE;
    return ends_phrase(n, name + 1, limit) ? name : BP_NONE;
}

/* his rival | across the river |, Ama Nkrumah: behind what says where. */
static uint32_t behind_places(const bp_narration *n, bp_noun_phrase phrase, uint32_t limit)
{
    uint32_t end = phrase.end;
    if (!bp_is_word_in(n, phrase.first, BP_WORDS_DETERMINERS)) return end;
    for (int i = 0; i < MOST_LINKS && end + 1 < limit && bp_is_word_in(n, end, BP_WORDS_PREPOSITIONS); i++) {
        const uint32_t next = run_end(n, end + 1, limit);
        if (next == end + 1) break;
        end = next;
    }
    return end;
}

/* the Speaker: a role with a capital, though it was taken for a name */
static bool is_capital_role(const bp_narration *n, const bp_noun_phrase *phrase)
{
    const bp_unit *head = bp_unit_at(n, phrase->head);
    return head->end == head->first + 1 && bp_unit_says(n, phrase->first, "the") &&
           (bp_token_classes(n->document, head->first) & BP_WORDS_ROLES);
}

bp_noun_phrase bp_phrase_after(const bp_narration *n, uint32_t first, uint32_t limit)
{
    bp_noun_phrase phrase = { first, first, first };
    if (first >= limit) return phrase;
    if (bp_unit_is(n, first, BP_UNIT_WORD) && bp_unit_in(n, first, BP_WORDS_SUBJECT_PRONOUNS))
        return (bp_noun_phrase){ first, first + 1, first };
    phrase.end = run_end(n, first, limit);
    if (!bp_is_phrase(phrase)) return phrase;
    const bool only_determiner = bp_unit_is(n, phrase.end - 1, BP_UNIT_WORD) &&
                                 bp_unit_in(n, phrase.end - 1, BP_WORDS_DETERMINERS) &&
                                 !stands_alone(n, phrase.end - 1);
    if (only_determiner) return (bp_noun_phrase){ first, first, first };
    phrase.head = phrase.end - 1;
    for (int i = 0; i < MOST_LINKS; i++) {
        if (phrase.end + 1 >= limit || !links(n, phrase.end) || !is_speaker_noun(n, phrase.end - 1)) break;
        const uint32_t end = run_end(n, phrase.end + 1, limit);
        if (end == phrase.end + 1) break;
        phrase.end = end;
    }
    const bool named = bp_may_name_person(n, phrase.head) && !is_capital_role(n, &phrase);
    const uint32_t name = named ? BP_NONE : name_behind(n, behind_places(n, phrase, limit), limit);
    if (name == BP_NONE) return phrase;
    return (bp_noun_phrase){ first, name + 1, name };
}

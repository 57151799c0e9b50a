/* Subjects, by what stands beside the verb: a pronoun, a noun phrase, the comma
 * of an apposition, a relative pronoun; failing these, the main clause's
 * subject. Every walk is bounded by a constant. */
#include "quotes/subjects.h"

enum { FARTHEST = 70, MOST_OF_NOUN = 4 /* words */, MOST_SEGMENTS = 7, LONGEST_BRACKET = 24, MOST_LINKS = 3 };

/* "last week", "on Friday night", "late on Friday" before `unit`: where it begins. */
static uint32_t before_date(const bp_narration *n, uint32_t unit, uint32_t least)
{
    const uint32_t end = unit;
    while (unit > least && bp_unit_at(n, unit - 1)->dated) unit--;
    if (unit == end || unit == least) return end; /* "Monday said": what else should be the subject? */
    if (unit > least + 1 && bp_is_word_in(n, unit - 1, BP_WORDS_PREPOSITIONS)) unit--;
    return unit;
}

/* at first, of late, in turn, for one: where it begins. */
static uint32_t before_aside(const bp_narration *n, uint32_t unit, uint32_t least)
{
    static const char *const asides[][2] = { { "at", "first" }, { "at", "last" },  { "at", "once" },
                                             { "of", "late" },  { "in", "turn" },  { "for", "one" },
                                             { "in", "part" },  { "for", "once" }, { "on", "air" } };
    for (size_t i = 0; unit > least + 1 && i < sizeof asides / sizeof *asides; i++)
        if (bp_unit_says(n, unit - 1, asides[i][1]) && bp_unit_says(n, unit - 2, asides[i][0])) return unit - 2;
    return unit;
}

/* Units before a verb that belong to it: auxiliaries, adverbs, "on Friday". */
static uint32_t before_verb(const bp_narration *n, uint32_t unit, uint32_t least)
{
    const uint32_t before = unit - 1, date = before_date(n, unit, least);
    if (date < unit) return date;
    const uint32_t aside = before_aside(n, unit, least);
    if (aside < unit) return aside;
    if (!bp_unit_is(n, before, BP_UNIT_WORD) || bp_unit_in(n, before, BP_WORDS_ROLES)) return unit;
    const bool clitic = bp_token_has(n->document, bp_unit_at(n, before)->first, BP_CLITIC) && before > least &&
                        bp_unit_in(n, before - 1, BP_WORDS_SUBJECT_PRONOUNS);
    if (clitic || bp_unit_in(n, before, BP_WORDS_AUXILIARIES) || bp_is_adverb(n, before)) return before;
    if (!bp_unit_in(n, before, BP_WORDS_WEEKDAYS)) return unit;
    return before > least && bp_unit_says(n, before - 1, "on") ? before - 1 : before;
}

uint32_t bp_verb_group(const bp_narration *n, uint32_t verb, uint32_t least)
{
    uint32_t first = verb;
    while (first > least) {
        const uint32_t next = before_verb(n, first, least);
        if (next == first) break;
        first = next;
    }
    return first;
}

static bp_subject found(bp_noun_phrase phrase, bp_subject_way way)
{
    return (bp_subject){ phrase, bp_is_phrase(phrase) ? way : BP_NO_SUBJECT };
}

/* The unit of the bracket that opens what closes at `close`; BP_NONE: none near. */
static uint32_t bracket_before(const bp_narration *n, uint32_t close, uint32_t least)
{
    if (close > LONGEST_BRACKET && least < close - LONGEST_BRACKET) least = close - LONGEST_BRACKET;
    for (uint32_t i = close; i > least; i--)
        if (bp_unit_is(n, i - 1, BP_UNIT_OPEN)) return i - 1;
    return BP_NONE;
}

/* Skips brackets and commas before `end`, so that a phrase can end there. */
static uint32_t without_brackets(const bp_narration *n, uint32_t end, uint32_t least)
{
    while (end > least && bp_unit_is(n, end - 1, BP_UNIT_CLOSE)) {
        const uint32_t open = bracket_before(n, end - 1, least);
        if (open == BP_NONE) break;
        end = open;
    }
    return end;
}

/* star of "Harbour Hour": words in marks that nobody says. */
static bool is_named_work(const bp_narration *n, uint32_t unit)
{
    return bp_unit_is(n, unit, BP_UNIT_STRETCH) && !n->quoted[bp_unit_at(n, unit)->index];
}

static bool is_break(const bp_narration *n, uint32_t unit)
{
    const uint8_t kind = bp_unit_at(n, unit)->kind;
    return (kind == BP_UNIT_STRETCH && !is_named_work(n, unit)) || kind == BP_UNIT_COLON || kind == BP_UNIT_SEMICOLON ||
           kind == BP_UNIT_STOP;
}

/* One part between commas, read from its end. */
typedef struct segment {
    uint32_t first, end;
    bp_noun_phrase phrase; /* the one that ends it */
    bool whole;            /* the phrase is all of it */
} segment;

static segment segment_before(const bp_narration *n, uint32_t end, uint32_t least)
{
    segment s = { .first = end, .end = end };
    while (s.first > least && !bp_unit_is(n, s.first - 1, BP_UNIT_COMMA) && !bp_unit_is(n, s.first - 1, BP_UNIT_DASH) &&
           !is_break(n, s.first - 1)) {
        const bool closes = bp_unit_is(n, s.first - 1, BP_UNIT_CLOSE); /* its commas part nothing */
        const uint32_t open = closes ? bracket_before(n, s.first - 1, least) : BP_NONE;
        s.first = open == BP_NONE ? s.first - 1 : open;
    }
    s.end = without_brackets(n, end, s.first);
    if (s.first < s.end && bp_unit_says(n, s.first, "as")) s.first++; /* As | Nkrumah, a doctor, put it */
    s.phrase = bp_phrase_before(n, s.end, s.first);
    s.whole = s.phrase.first == s.first;
    return s;
}

/* Does the segment open like one that only describes what stands before it? */
static bool describes(const bp_narration *n, const segment *s)
{
    if (s->first == s->end || bp_unit_is(n, s->first, BP_UNIT_NUMBER)) return true;
    return bp_is_word_in(n, s->first, BP_WORDS_RELATIVES | BP_WORDS_PREPOSITIONS) || bp_unit_ends(n, s->first, "ing") ||
           bp_unit_ends(n, s->first, "ed");
}

/* Does the phrase that ends the segment hang on a word before it: challenging Nkrumah, in Accra? */
static bool is_governed(const bp_narration *n, const segment *s)
{
    if (s->phrase.first == s->first) return false;
    const uint32_t before = s->phrase.first - 1;
    return bp_is_word_in(n, before, BP_WORDS_PREPOSITIONS) || bp_unit_ends(n, before, "ing") ||
           bp_unit_ends(n, before, "ed") || bp_is_finite_verb(n, before);
}

/* Is this phrase a person (or what may be one), named? */
static bool names_speaker(const bp_narration *n, const segment *s, bool last)
{
    if (!bp_is_phrase(s->phrase)) return false;
    const bool some = bp_unit_says(n, s->phrase.first, "a") || bp_unit_says(n, s->phrase.first, "an");
    if (some && !last) return false; /* Nkrumah, a former Commissioner for Works, said */
    const bp_mention *mention = bp_unit_mention(n, s->phrase.head);
    if (mention && mention->type == BP_PLACE && last && s->whole) return true; /* China, its only ally, said */
    if (mention && mention->type != BP_PERSON && mention->type != BP_ORGANIZATION && mention->type != BP_HANDLE)
        return false;
    return bp_unit_is(n, s->phrase.head, BP_UNIT_NAME);
}

/* R-Ohio, PhD, Sc.D., MBE: letters behind a name rather than one. */
static bool is_suffix(const bp_narration *n, const segment *s)
{
    const bp_unit *head = bp_unit_at(n, s->phrase.head);
    if (s->phrase.head > s->first && bp_unit_is(n, s->phrase.head - 1, BP_UNIT_HYPHEN)) return true;
    if (head->end - head->first != 1 || !s->whole || s->phrase.head != s->first) return false;
    const bp_token *token = &n->document->tokens.items[head->first];
    return token->flags & (BP_ALL_CAPITALS | BP_INNER_CAPITAL | BP_ENDS_IN_STOP);
}

/* an engineer for the contractor, a friend of its mayor */
static bool hangs_on_noun(const bp_narration *n, const segment *s)
{
    uint32_t the = s->end;
    while (the > s->first && s->end - the < MOST_OF_NOUN && !bp_unit_says(n, the, "the") &&
           !bp_unit_says(n, the, "its"))
        the--;
    return the > s->first && (bp_unit_says(n, the, "the") || bp_unit_says(n, the, "its")) &&
           bp_is_word_in(n, the - 1, BP_WORDS_PREPOSITIONS);
}

/* Nkrumah, an engineer for the contractor, | Halden Mills, said: the name of what the description hangs on. */
static bp_subject described_by(const bp_narration *n, const segment *name, uint32_t least)
{
    const bp_subject none = { 0 };
    if (name->first == least || is_break(n, name->first - 1)) return none;
    const segment text = segment_before(n, name->first - 1, least);
    if (text.first == least || is_break(n, text.first - 1) || !hangs_on_noun(n, &text)) return none;
    const segment person = segment_before(n, text.first - 1, least);
    const bp_mention *mention = bp_is_phrase(person.phrase) ? bp_unit_mention(n, person.phrase.head) : NULL;
    return mention && mention->type == BP_PERSON ? found(person.phrase, BP_SUBJECT_APPOSITION) : none;
}

static bool hangs(const bp_narration *n, const bp_noun_phrase *phrase, uint32_t least)
{
    return phrase->first > least + 1 && bp_is_word_in(n, phrase->first - 1, BP_WORDS_PREPOSITIONS) &&
           !bp_unit_in(n, phrase->first - 1, BP_WORDS_SUBORDINATORS);
}

/* Can the phrase be somebody (or a body) who acts? */
static bool can_act(const bp_narration *n, const bp_noun_phrase *phrase)
{
    if (bp_unit_is(n, phrase->head, BP_UNIT_NAME)) return true;
    return bp_is_word_in(n, phrase->head,
                         BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_ROLES | BP_WORDS_BODIES | BP_WORDS_DOCUMENTS |
                             BP_WORDS_PLURALS);
}

/* Officials in Accra | said; protesters marching through the streets | said; a plate on the
 * door | says: not the phrase right before the verb, but the one that it hangs on. */
static bp_noun_phrase governor(const bp_narration *n, bp_noun_phrase phrase, uint32_t least)
{
    bp_noun_phrase outer = phrase;
    for (int i = 0; i < MOST_LINKS && hangs(n, &outer, least); i++) {
        uint32_t end = outer.first - 1;
        while (end > least + 1 && bp_is_word_in(n, end - 1, BP_WORDS_PREPOSITIONS)) end--; /* a boy of about nine */
        if (end > least + 1 && (bp_unit_ends(n, end - 1, "ing") || bp_unit_ends(n, end - 1, "ed"))) end--;
        const bp_noun_phrase next = bp_phrase_before(n, end, least);
        if (!bp_is_phrase(next)) return phrase;
        outer = next;
    }
    return (can_act(n, &outer) || !can_act(n, &phrase)) && !hangs(n, &outer, least) ? outer : phrase;
}

/* A projection by Halden Mills, | ... predicted: what opens the sentence, whatever hangs on it. */
static bp_subject opening(const bp_narration *n, const segment *s)
{
    const bp_subject none = { 0 };
    if (!bp_is_phrase(s->phrase) || !bp_is_word_in(n, s->first, BP_WORDS_DETERMINERS)) return none;
    const bp_noun_phrase outer = governor(n, s->phrase, s->first);
    if (!can_act(n, &outer) && !bp_is_word_in(n, outer.head, BP_WORDS_CUE_NOUNS)) return none;
    return outer.first == s->first ? found(outer, BP_SUBJECT_APPOSITION) : none;
}

/* Nkrumah, who took over from her aunt, | Ama Bruma, | said: only another name for what ends the aside. */
static bool renames(const bp_narration *n, const segment *name, uint32_t least)
{
    if (name->first == least || is_break(n, name->first - 1)) return false;
    const segment aside = segment_before(n, name->first - 1, least);
    return aside.first > least && bp_is_word_in(n, aside.first, BP_WORDS_RELATIVES) && bp_is_phrase(aside.phrase) &&
           bp_is_owned(n, aside.phrase);
}

/* he, | too, said; who, | too, said: does a pronoun end the segment? Not the second of "who came and | who, ...". */
static bool stands_for_subject(const bp_narration *n, const segment *s)
{
    if (bp_is_word_in(n, s->end - 1, BP_WORDS_RELATIVES))
        return s->end < s->first + 2 || !bp_unit_says(n, s->end - 2, "and");
    return bp_is_word_in(n, s->end - 1, BP_WORDS_SUBJECT_PRONOUNS);
}

/* Nkrumah, 34, a doctor at the port, said: walks from comma to comma until a
 * name fills its part of the sentence; a described noun is the second choice. */
static bp_subject apposition(const bp_narration *n, uint32_t comma, uint32_t least)
{
    bp_subject noun = { 0 };
    uint32_t end = comma;
    for (int i = 0; i < MOST_SEGMENTS; i++) {
        const segment s = segment_before(n, end, least);
        const bool last =
            s.first == least || is_break(n, s.first - 1) || (s.first == least + 1 && bp_unit_says(n, least, "as"));
        const bool alone = s.end <= s.first + 1 || !bp_unit_says(n, s.end - 1, "it"); /* who had slept in it, said */
        if (s.end > s.first && alone && stands_for_subject(n, &s))                    /* he, too, said */
            return found((bp_noun_phrase){ s.end - 1, s.end, s.end - 1 }, BP_SUBJECT_APPOSITION);
        if (names_speaker(n, &s, last) && (last || (!is_suffix(n, &s) && !renames(n, &s, least))) &&
            (s.whole || ((!describes(n, &s) || last) && !is_governed(n, &s)))) {
            const bp_subject described = described_by(n, &s, least);
            return described.way ? described : found(s.phrase, BP_SUBJECT_APPOSITION);
        }
        const bool speaks =
            bp_is_phrase(s.phrase) &&
            bp_is_word_in(n, s.phrase.head, BP_WORDS_ROLES | BP_WORDS_PERSONS | BP_WORDS_BODIES | BP_WORDS_DOCUMENTS);
        if (speaks && (s.whole || last) && !describes(n, &s) && !is_governed(n, &s))
            noun = found(s.phrase, BP_SUBJECT_APPOSITION);
        const bp_subject opens = last ? opening(n, &s) : (bp_subject){ 0 };
        if (last) return opens.way && (is_governed(n, &s) || !noun.way) ? opens : noun;
        end = s.first - 1;
    }
    return noun;
}

/* An inspector | whom he had led round the works | reported: what stands before the clause with a verb of its own. */
static bp_noun_phrase before_whom(const bp_narration *n, uint32_t end, uint32_t least)
{
    bool verb = false;
    for (uint32_t i = end; i > least + 1 && !bp_unit_is(n, i - 1, BP_UNIT_COMMA) && !is_break(n, i - 1); i--) {
        if (bp_unit_says(n, i - 1, "whom") && verb) return bp_phrase_before(n, i - 1, least);
        verb |= bp_is_finite_verb(n, i - 1);
    }
    return (bp_noun_phrase){ end, end, end };
}

/* "Nkrumah, who": the pronoun is the subject, what it stands for says who. */
static bp_subject up_to(bp_subject subject, uint32_t end)
{
    if (subject.way) subject.phrase.end = end;
    return subject;
}

static bp_subject antecedent(const bp_narration *n, uint32_t relative, uint32_t least)
{
    uint32_t end = relative;
    if (end > least && (bp_unit_is(n, end - 1, BP_UNIT_COMMA) || bp_unit_is(n, end - 1, BP_UNIT_DASH))) end--;
    const uint32_t comma = end;
    end = without_brackets(n, end, least);
    const bp_noun_phrase phrase = bp_phrase_before(n, end, least);
    if (bp_is_phrase(phrase) && bp_unit_is(n, phrase.head, BP_UNIT_NAME))
        return up_to(found(phrase, BP_SUBJECT_RELATIVE), relative + 1);
    if (comma < relative) { /* Nkrumah, a doctor, who said */
        const bp_subject named = apposition(n, comma, least);
        if (named.way) return up_to(found(named.phrase, BP_SUBJECT_RELATIVE), relative + 1);
    }
    return up_to(found(phrase, BP_SUBJECT_RELATIVE), relative + 1);
}

static bool ends_in_place(const bp_narration *n, const bp_noun_phrase *phrase)
{
    const bp_mention *mention = bp_is_phrase(*phrase) ? bp_unit_mention(n, phrase->end - 1) : NULL;
    return mention && mention->type == BP_PLACE;
}

/* Fishers from Accra, | Tema and | Axim | said: what hangs on the preposition of the first place, or that place. */
static bp_noun_phrase first_of_places(const bp_narration *n, bp_noun_phrase phrase, uint32_t least)
{
    while (ends_in_place(n, &phrase) && phrase.head == phrase.end - 1 && phrase.first >= least + 2 &&
           (bp_unit_says(n, phrase.first - 1, "and") || bp_unit_is(n, phrase.first - 1, BP_UNIT_COMMA))) {
        const bp_noun_phrase before = bp_phrase_before(n, phrase.first - 1, least);
        if (!ends_in_place(n, &before)) break;
        phrase = before;
    }
    return phrase;
}

/* Nkrumah of the Institute for Ports and | Nets | said: not the second of the two that she is of. */
static bp_noun_phrase subject_of_pair(const bp_narration *n, bp_noun_phrase phrase, uint32_t least)
{
    const bp_noun_phrase place = first_of_places(n, phrase, least);
    const bool hung_on = hangs(n, &place, least) || place.head < place.end - 1;
    const bp_noun_phrase own = governor(n, hung_on ? place : phrase, least);
    const bp_mention *mention = bp_unit_mention(n, own.head);
    if (!mention || mention->type == BP_PERSON || own.first < least + 2 || !bp_unit_says(n, own.first - 1, "and"))
        return own;
    const bp_noun_phrase first = bp_phrase_before(n, own.first - 1, least);
    const bp_noun_phrase outer = bp_is_phrase(first) ? governor(n, first, least) : first;
    const bp_mention *person = bp_is_phrase(outer) ? bp_unit_mention(n, outer.head) : NULL;
    const bool hung = outer.first < first.first || first.end > first.head + 1;
    return person && person->type == BP_PERSON && hung ? outer : own;
}

bp_subject bp_subject_before(const bp_narration *n, uint32_t verb, uint32_t least)
{
    if (verb > FARTHEST && least < verb - FARTHEST) least = verb - FARTHEST;
    const uint32_t group = bp_verb_group(n, verb, least);
    if (group == least) return (bp_subject){ 0 };
    const uint32_t before = group - 1;
    const uint8_t kind = bp_unit_at(n, before)->kind;
    if (kind == BP_UNIT_WORD && bp_unit_in(n, before, BP_WORDS_RELATIVES)) return antecedent(n, before, least);
    if (bp_unit_says(n, before, "that"))
        return up_to(found(bp_phrase_before(n, before, least), BP_SUBJECT_RELATIVE), group);
    if (kind == BP_UNIT_WORD && bp_unit_in(n, before, BP_WORDS_SUBJECT_PRONOUNS))
        return found((bp_noun_phrase){ before, group, before }, BP_SUBJECT_BEFORE);
    if (kind == BP_UNIT_COMMA || kind == BP_UNIT_DASH) return apposition(n, before, least);
    if (is_named_work(n, before) && bp_last_point(n, before) == ',') return apposition(n, group, least);
    const uint32_t end = without_brackets(n, group, least);
    if (end < group && end > least && bp_unit_is(n, end - 1, BP_UNIT_COMMA)) return apposition(n, end - 1, least);
    const bp_noun_phrase phrase = bp_phrase_before(n, end, least), led = before_whom(n, end, least);
    if (bp_is_phrase(led)) return found(led, BP_SUBJECT_BEFORE);
    const bool behind = bp_is_phrase(phrase) && phrase.first >= least + 2 &&
                        bp_is_word_in(n, phrase.first - 1, BP_WORDS_PREPOSITIONS) &&
                        bp_is_word_in(n, phrase.first - 2, BP_WORDS_SUBJECT_PRONOUNS);
    if (behind) { /* who in 2010 said */
        const uint32_t pronoun = phrase.first - 2;
        if (bp_is_word_in(n, pronoun, BP_WORDS_RELATIVES)) return antecedent(n, pronoun, least);
        return found((bp_noun_phrase){ pronoun, pronoun + 1, pronoun }, BP_SUBJECT_BEFORE);
    }
    return found(bp_is_phrase(phrase) ? subject_of_pair(n, phrase, least) : phrase, BP_SUBJECT_BEFORE);
}

bp_subject bp_subject_after(const bp_narration *n, uint32_t verb, uint32_t limit)
{
    uint32_t first = verb + 1;
    while (first < limit && bp_is_adverb(n, first)) first++;
    return found(bp_phrase_after(n, first, limit), BP_SUBJECT_AFTER);
}

/* Does a clause begin here that is not the sentence's own? */
static bool opens_clause(const bp_narration *n, uint32_t unit)
{
    return bp_is_word_in(n, unit, BP_WORDS_SUBORDINATORS) || bp_unit_is(n, unit, BP_UNIT_OPEN);
}

static bool closes_clause(const bp_narration *n, uint32_t unit)
{
    const uint8_t kind = bp_unit_at(n, unit)->kind;
    return kind == BP_UNIT_COMMA || kind == BP_UNIT_SEMICOLON || kind == BP_UNIT_CLOSE || kind == BP_UNIT_DASH ||
           kind == BP_UNIT_COLON || bp_unit_says(n, unit, "but");
}

/* Is it the first verb of its group, not "said" in "has said"? */
static bool leads_group(const bp_narration *n, uint32_t verb, uint32_t least)
{
    for (uint32_t i = bp_verb_group(n, verb, least); i < verb; i++)
        if (bp_is_finite_verb(n, i)) return false;
    return true;
}

/* What follows a verb of saying or thinking is somebody's content. */
static bool brings_content(const bp_narration *n, uint32_t verb)
{
    return bp_unit_in(n, verb, BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL | BP_WORDS_CUE_THINK);
}

bp_subject bp_main_subject(const bp_narration *n, uint32_t before, uint32_t least)
{
    if (before > FARTHEST && least < before - FARTHEST) least = before - FARTHEST;
    bp_subject main = { 0 }, minor = { 0 };
    bool subordinate = false, fronted = false; /* When Ama saw it | she laughed and asked */
    for (uint32_t i = least; i < before; i++) {
        if (opens_clause(n, i)) subordinate = true, fronted = i == least;
        if (closes_clause(n, i)) subordinate = false;
        if (i == least || !bp_is_finite_verb(n, i) || !leads_group(n, i, least)) continue;
        const bp_subject subject = bp_subject_before(n, i, least);
        const bool acts = subject.way && (can_act(n, &subject.phrase) || subject.phrase.first == least);
        if (fronted && minor.way && subject.way == BP_SUBJECT_BEFORE && subject.phrase.first > minor.phrase.end)
            subordinate = fronted = false;
        if (acts && (subordinate || subject.way == BP_SUBJECT_RELATIVE))
            minor = minor.way ? minor : subject;
        else if (acts)
            main = subject;
        subordinate |= brings_content(n, i);
    }
    const bp_subject best = main.way ? main : minor;
    return found(best.phrase, best.way ? BP_SUBJECT_MAIN : BP_NO_SUBJECT);
}

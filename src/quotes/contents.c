/* Contents of indirect speech, by what brings them in: a clause or what is to be
 * done behind the verb, a question, a noun's clause, a relative. What stands before
 * its verb is in fronted.c, plain objects are in objects.c, ends in ends.c. Each
 * look is bounded by its line. */
#include "quotes/contents.h"
#include "quotes/clauses.h"
#include "quotes/ends.h"
#include "quotes/fronted.h"
#include "quotes/objects.h"

enum { FARTHEST_THAT = 12, MOST_LINKS = 3, SHORTEST = 3, LONGEST_MOMENT = 4 };

static bool has_quotation(const bp_narration *n, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (bp_is_quoted(n, i)) return true;
    return false;
}

/* Can the words between a cue and its "that" begin like this: on Friday, last
 * week, in a letter? */
static bool opens_adverbial(const bp_narration *n, uint32_t unit)
{
    return bp_is_word_in(n, unit, BP_WORDS_PREPOSITIONS | BP_WORDS_WEEKDAYS | BP_WORDS_MONTHS) ||
           bp_is_adverb(n, unit) || bp_unit_at(n, unit)->dated || bp_unit_says(n, unit, "last") ||
           bp_unit_says(n, unit, "this");
}

/* Does a clause follow "that": that | she, that | the road? Not in "that moment". */
static bool brings_clause(const bp_narration *n, uint32_t first, uint32_t end)
{
    if (first + 1 >= end) return false;                                                 /* the text may end there */
    const bool none = bp_unit_says(n, first, "not") || bp_unit_says(n, first, "never"); /* that not one came */
    if ((bp_is_finite_verb(n, first) && !none) || bp_unit_ends(n, first, "ed")) return false; /* that | was */
    const uint64_t opening = BP_WORDS_DETERMINERS | BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_SUBORDINATORS;
    if (end - first > LONGEST_MOMENT || bp_has_verb(n, first, end)) return true;
    return bp_unit_is(n, first, BP_UNIT_NAME) || bp_is_word_in(n, first, opening);
}

/* told her, in front of everybody, | that: BP_NONE if the comma opens no aside before "that". */
static uint32_t behind_aside(const bp_narration *n, uint32_t comma, uint32_t limit)
{
    for (uint32_t i = comma + 1; i + 1 < limit && !bp_unit_is(n, i, BP_UNIT_STRETCH); i++)
        if (bp_unit_is(n, i, BP_UNIT_COMMA)) return bp_unit_says(n, i + 1, "that") ? i + 1 : BP_NONE;
    return BP_NONE;
}

/* "that", near behind the cue and before another verb; BP_NONE: none. */
static uint32_t find_that(const bp_narration *n, const bp_cue *cue, uint32_t limit)
{
    const uint32_t first = cue->end;
    if (limit > first + FARTHEST_THAT) limit = first + FARTHEST_THAT;
    for (uint32_t i = first; i < limit; i++) {
        if (bp_unit_says(n, i, "that")) {
            const bool put = bp_unit_says(n, first, "it") && bp_unit_says(n, first + 1, "to"); /* put it to her that */
            const bool plain = i == first || (cue->classes & BP_WORDS_CUE_TELL) || opens_adverbial(n, first) || put;
            return plain ? i : BP_NONE;
        }
        const uint8_t kind = bp_unit_at(n, i)->kind;
        if (kind == BP_UNIT_COMMA && behind_aside(n, i, limit) != BP_NONE) return behind_aside(n, i, limit);
        const bool pause = kind == BP_UNIT_COMMA && !opens_adverbial(n, first); /* said in Turin, Italy, that */
        const bool dated = i > first + 1 && bp_unit_ends(n, i, "ed") && bp_is_word_in(n, i - 1, BP_WORDS_DOCUMENTS);
        if ((bp_is_finite_verb(n, i) && !dated) || kind == BP_UNIT_COLON || kind == BP_UNIT_STRETCH || pause) break;
    }
    return BP_NONE;
}

/* Behind the listener and what hangs on her: the rest | of the party | on Monday | to ... */
static uint32_t behind_listeners(const bp_narration *n, uint32_t unit, uint32_t limit)
{
    uint32_t end = bp_behind_listener(n, unit, limit);
    for (int i = 0; i < MOST_LINKS && end > unit && end + 1 < limit; i++) {
        const bool links = bp_is_word_in(n, end, BP_WORDS_LINKS | BP_WORDS_CONJUNCTIONS) && !bp_unit_says(n, end, "to");
        const uint32_t next = links ? bp_phrase_after(n, end + 1, limit).end : end;
        if (next <= end + 1) break;
        end = next;
    }
    return bp_behind_day(n, end, limit);
}

/* to mend it, not to it */
static bool is_infinitive(const bp_narration *n, uint32_t to, uint32_t limit)
{
    return to + 1 < limit && bp_unit_says(n, to, "to") && bp_unit_is(n, to + 1, BP_UNIT_WORD) &&
           !bp_unit_in(n, to + 1, BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS | BP_WORDS_PLURALS);
}

/* promised | to mend it; urged | them to mend it */
static uint32_t infinitive(const bp_narration *n, const bp_cue *cue, uint32_t limit)
{
    uint32_t first = bp_behind_day(n, cue->end, limit);
    const bool promises = bp_unit_in(n, cue->first, BP_WORDS_CUE_PROMISE);
    if ((cue->classes & BP_WORDS_CUE_TELL) && !(promises && is_infinitive(n, first, limit))) {
        const uint32_t listener = first;
        first = behind_listeners(n, first, limit);
        if (first == listener) return BP_NONE; /* told to mend it */
    } else if (!promises) {
        return BP_NONE;
    }
    if (first + 2 < limit && bp_unit_says(n, first, "not") && is_infinitive(n, first + 1, limit)) return first;
    if (!is_infinitive(n, first, limit)) return BP_NONE;
    const bool reports = first + 2 < limit &&
                         bp_unit_in(n, first + 1, BP_WORDS_CUE_SAY) && /* declined to say whether */
                         (bp_is_word_in(n, first + 2, BP_WORDS_QUESTION_WORDS) || bp_unit_says(n, first + 2, "that"));
    return reports ? BP_NONE : first;
}

/* Does it open what was asked behind a listener: asked her | whether; explained to her | how? "Told those who
 * came" and "promised her a job if" ask nothing. */
static bool opens_question(const bp_narration *n, uint32_t unit, bool asks)
{
    if (bp_unit_says(n, unit, "if") || bp_unit_says(n, unit, "who") || bp_unit_says(n, unit, "where")) return asks;
    return bp_is_word_in(n, unit, BP_WORDS_QUESTION_WORDS);
}

/* told members | who had come, asked anyone | who came: not "asked him who his friends were". */
static bool is_relative(const bp_narration *n, uint32_t unit)
{
    return bp_unit_says(n, unit, "whose") ||
           (bp_unit_says(n, unit, "who") && !bp_unit_is(n, unit + 1, BP_UNIT_NAME) &&
            !bp_is_word_in(n, unit + 1, BP_WORDS_DETERMINERS | BP_WORDS_SUBJECT_PRONOUNS));
}

/* asked | whether; asked her | whether; explained to them | how; BP_NONE: nothing is asked. */
static uint32_t find_question(const bp_narration *n, const bp_cue *cue, uint32_t limit)
{
    uint32_t first = bp_behind_day(n, cue->end, limit);
    if (first + 3 < limit && bp_unit_is(n, first, BP_UNIT_COMMA) && bp_is_adverb(n, first + 1) &&
        bp_unit_is(n, first + 2, BP_UNIT_COMMA))
        first += 3; /* asked, politely, | whether */
    if (first >= limit || bp_is_word_in(n, first, BP_WORDS_QUESTION_WORDS)) return first < limit ? first : BP_NONE;
    const bool asks = bp_unit_among(n, cue->first, BP_HINT_ASKS);
    if (asks && (bp_unit_says(n, first, "which") || bp_unit_says(n, first, "when"))) return first;
    const bool link = bp_unit_says(n, first, "of") || bp_unit_says(n, first, "by") ||
                      (bp_unit_says(n, first, "to") && !is_infinitive(n, first, limit));
    if (!link && !(cue->classes & BP_WORDS_CUE_TELL)) return BP_NONE;
    const uint32_t listener = link ? first + 1 : first;
    first = behind_listeners(n, listener, limit);
    const bool anyone = first > listener && first + 1 < limit && is_relative(n, first) &&
                        bp_unit_is(n, listener, BP_UNIT_WORD) &&
                        !bp_is_word_in(n, listener, BP_WORDS_DETERMINERS | BP_WORDS_MEN | BP_WORDS_WOMEN);
    return first < limit && !anyone && opens_question(n, first, asks && !link) ? first : BP_NONE;
}

/* called for | an end to it; called on | them to end it */
static bp_content called_for(const bp_narration *n, const bp_cue *cue, uint32_t limit)
{
    bp_content none = { 0 };
    const bool calls = bp_unit_says(n, cue->first, "called") || bp_unit_says(n, cue->first, "calls") ||
                       bp_unit_says(n, cue->first, "call") || bp_unit_says(n, cue->first, "calling");
    const uint32_t first = bp_behind_day(n, cue->end, limit);
    if (!calls || first + 2 >= limit) return none;
    if (bp_unit_says(n, first, "for"))
        return (bp_content){ first + 1, bp_infinitive_end(n, first + 1, limit), 0,
                             0,         "call for what is to be done",          0.5f };
    if (!bp_unit_says(n, first, "on")) return none;
    const uint32_t to = behind_listeners(n, first + 1, limit);
    if (!is_infinitive(n, to, limit)) return none;
    return (bp_content){ to, bp_infinitive_end(n, to, limit), 0, 0, "call for what is to be done", 0.5f };
}

/* said in a statement | it will; said by radio | she will */
static uint32_t behind_means(const bp_narration *n, uint32_t unit, uint32_t limit)
{
    if (unit >= limit || !bp_is_word_in(n, unit, BP_WORDS_PREPOSITIONS)) return unit;
    const uint32_t end = bp_behind_day(n, bp_phrase_after(n, unit + 1, limit).end, limit);
    return end > unit + 1 && bp_is_clause(n, end, limit) ? end : unit;
}

/* Where a clause without "that" may begin: said on Friday | it will; told her | it will. BP_NONE: none can. */
static uint32_t plain_clause(const bp_narration *n, const bp_cue *cue, uint32_t limit)
{
    if (!(cue->classes & (BP_CUES_OF_SPEECH | BP_WORDS_CUE_THINK))) return BP_NONE; /* offered what she had */
    if (cue->first > 0 && bp_unit_says(n, cue->first - 1, "to") && !bp_is_say(n, cue))
        return BP_NONE; /* waited to recall the boats whose tanks leaked */
    uint32_t first = bp_behind_day(n, cue->end, limit);
    if ((cue->classes & BP_WORDS_CUE_TELL) && !(cue->classes & BP_WORDS_CUE_SAY))
        first = bp_behind_listener(n, first, limit);
    first = bp_behind_day(n, first, limit);
    if (bp_is_say(n, cue)) first = behind_means(n, first, limit);
    if (first < limit && bp_unit_is(n, first, BP_UNIT_COLON)) first++;
    if (first + 1 >= limit || !bp_opens_content(n, first)) return BP_NONE;
    const bool relative = first > cue->end && is_relative(n, first);
    const bool thing = bp_unit_says(n, first, "it") && bp_is_word_in(n, first + 1, BP_WORDS_PREPOSITIONS);
    return relative || thing ? BP_NONE : first; /* told members who had come; posted it to him */
}

/* Said this, nothing, little: it stands for words. */
static bool stands_for_words(const bp_narration *n, uint32_t unit)
{
    return bp_unit_among(n, unit, BP_HINT_STANDS_FOR_WORDS);
}

/* What follows its verb at once: a clause; behind "say" any words; behind "found" and "showed" nothing that only
 * may be a clause. */
static bool is_plain_clause(const bp_narration *n, const bp_cue *cue, uint32_t first, uint32_t end)
{
    if (!bp_is_clause(n, first, end))
        return bp_is_say(n, cue) && end >= first + SHORTEST && !stands_for_words(n, first);
    if (cue->classes & BP_CUES_OF_SPEECH) return true;
    for (uint32_t i = first + 1; i < end; i++)
        if (bp_is_finite_verb(n, i)) return true;
    return false;
}

/* Behind its verb: what is to be done, the clause with "that", the question, the plain clause. */
static bp_content forward(const bp_narration *n, const bp_cue *cue, uint32_t limit)
{
    const bp_content none = { 0 };
    const uint32_t to = infinitive(n, cue, limit), found = find_that(n, cue, limit);
    const uint32_t question = find_question(n, cue, limit);
    /* not: urged them to mend what | that | had broken; asked how long | that | was */
    const bool that = found != BP_NONE && found < to && found < question;
    if (!that && to != BP_NONE)
        return (
            bp_content){ to, bp_infinitive_end(n, to, limit), 0, 0, "verb of saying, then what is to be done", 0.5f };
    const bool points = that && found == cue->end && found + 1 < limit &&
                        bp_is_finite_verb(n, found + 1); /* reckoned | that would do */
    uint32_t first = points ? found : that ? found + 1 : question;
    if (first == BP_NONE) first = plain_clause(n, cue, limit);
    if (first == BP_NONE) return none;
    const uint32_t end = bp_before_quotation(n, cue->first, first, bp_clause_end(n, first, limit));
    const bool asks =
        first < end && bp_is_word_in(n, first, BP_WORDS_QUESTION_WORDS | BP_WORDS_RELATIVES | BP_WORDS_SUBORDINATORS);
    const bool clause = points || (that ? brings_clause(n, first, end) : is_plain_clause(n, cue, first, end));
    if (end <= first || !(asks || clause)) return none;
    const char *how = that ? "verb of saying, then 'that'" : "verb of saying, then a clause";
    return (bp_content){ first, end, 0, 0, how, that ? 0.88f : 0.82f };
}

/* which | critics say | is closed; what she said was a shame: the clause that is told of hangs on a relative. */
static bp_content relative(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, uint32_t least,
                           uint32_t limit)
{
    const bp_content none = { 0 };
    const uint32_t who = subject->phrase.first, verb = bp_behind_day(n, cue->end, limit);
    if (subject->way != BP_SUBJECT_BEFORE || who <= least || who > cue->first || verb + 1 >= limit) return none;
    const bool hangs = bp_is_word_in(n, who - 1, BP_WORDS_RELATIVES) || bp_unit_says(n, who - 1, "that") ||
                       bp_unit_says(n, who - 1, "what");
    if (!hangs || !bp_is_word_in(n, verb, BP_WORDS_FINITE | BP_WORDS_AUXILIARIES | BP_WORDS_TENSE_PAST) ||
        bp_unit_says(n, verb, "to"))
        return none;
    uint32_t end = verb;
    while (end < limit && bp_unit_at(n, end)->kind != BP_UNIT_COMMA && bp_unit_at(n, end)->kind != BP_UNIT_DASH) end++;
    return (bp_content){ who - 1, who, verb, end, "verb of saying inside a relative clause", 0.7f };
}

bp_content bp_find_claim(const bp_narration *n, uint32_t noun, const bp_line *line)
{
    const bp_content none = { 0 };
    const uint32_t first = noun + 2;
    uint32_t limit = bp_without_stop(n, line);
    if (first >= limit || !bp_is_word_in(n, noun, BP_WORDS_CLAIMS) || !bp_unit_says(n, noun + 1, "that")) return none;
    if (!brings_clause(n, first, limit)) return none; /* the claim that was lost */
    const bool leans = bp_is_word_in(n, line->first, BP_WORDS_PREPOSITIONS) && !bp_has_verb(n, line->first, noun);
    if (leans) limit = bp_comma_before_clause(n, first, limit); /* Despite claims that it is shut, the road is open */
    const uint32_t end = bp_before_quotation(n, noun, first, bp_clause_end(n, first, limit));
    return (bp_content){ first, end, 0, 0, "noun of saying, then 'that'", 0.55f };
}

/* Is "asked" here what was done to somebody: Asked whether ..., she; when asked if; was asked why? */
static bool is_asked(const bp_narration *n, const bp_cue *cue, uint32_t least)
{
    const uint32_t verb = cue->first;
    if (!bp_unit_says(n, verb, "asked")) return false;
    if (cue->passive || verb == least) return true;
    return bp_unit_is(n, verb - 1, BP_UNIT_COMMA) || bp_unit_says(n, verb - 1, "when") ||
           bp_unit_says(n, verb - 1, "if");
}

bp_content bp_find_asked(const bp_narration *n, const bp_cue *cue, const bp_line *line)
{
    const bp_content none = { 0 };
    if (!is_asked(n, cue, line->first)) return none;
    uint32_t limit = bp_without_stop(n, line);
    const uint32_t question = find_question(n, cue, limit);
    if (question == BP_NONE) return none;
    const uint32_t line_end = limit;
    if (!cue->passive) limit = bp_comma_before_clause(n, question, limit);
    const bool behind_comma = cue->first > line->first && bp_unit_is(n, cue->first - 1, BP_UNIT_COMMA);
    if (behind_comma && limit == line_end) return none; /* the chair, Ama Nkrumah, asked whether */
    const uint32_t end = bp_before_quotation(n, cue->first, question, bp_clause_end(n, question, limit));
    return (bp_content){ question, end, 0, 0, "what somebody was asked", 0.6f };
}

/* "He claims that every year": when, not what. */
static bool is_only_date(const bp_narration *n, const bp_content *c)
{
    for (uint32_t i = c->first; i < c->end; i++)
        if (!bp_unit_at(n, i)->dated) return false;
    return true;
}

bool bp_content_is_clear(const bp_narration *n, const bp_content *c)
{
    if (c->first < c->end && is_only_date(n, c)) return false;
    return c->first < c->end && !has_quotation(n, c->first, c->end) && !has_quotation(n, c->second, c->second_end);
}

/* Declined to say whether: nothing was said. */
static bool is_refused(const bp_narration *n, uint32_t verb, uint32_t least)
{
    if (verb < least + 2 || !bp_unit_says(n, verb - 1, "to")) return false;
    return bp_unit_among(n, verb - 2, BP_HINT_REFUSALS);
}

/* What is said around one cue; `from` is the first unit that nobody has said yet. */
bp_content bp_find_content(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, const bp_line *line,
                           uint32_t from)
{
    const uint32_t limit = bp_without_stop(n, line);
    if (cue->end - cue->first > 1) {
        const bool that = cue->end < limit && bp_unit_says(n, cue->end, "that"); /* hit back | that */
        return that ? forward(n, cue, limit) : bp_content_according(n, cue, subject, line, from, limit);
    }
    if (is_refused(n, cue->first, line->first)) return (bp_content){ 0 };
    const bool shouts = (cue->classes & BP_WORDS_CUE_MANNER) && !(cue->classes & BP_WORDS_CUE_CALL);
    if (!shouts && !(cue->classes & (BP_CUES_OF_SPEECH | BP_WORDS_CUE_THINK | BP_WORDS_CUE_PROMISE))) {
        const bp_content for_it = called_for(n, cue, limit);
        return bp_content_is_clear(n, &for_it) ? for_it : bp_find_object(n, cue, limit);
    }
    const bool speaks = !(cue->classes & BP_WORDS_CUE_PROMISE) || (cue->classes & BP_CUES_OF_SPEECH);
    bp_content c = speaks ? bp_content_before(n, cue, subject, from, limit) : (bp_content){ 0 };
    if (!bp_content_is_clear(n, &c)) c = bp_content_as_reported(n, cue, subject, line, limit);
    if (!bp_content_is_clear(n, &c)) c = relative(n, cue, subject, line->first, limit);
    if (!bp_content_is_clear(n, &c) && subject->way != BP_SUBJECT_AFTER) {
        c = forward(n, cue, bp_cue_clause_end(n, cue, subject, line->first, limit));
        if (!bp_content_is_clear(n, &c))
            c = bp_find_object(n, cue, bp_cue_clause_end(n, cue, subject, line->first, limit));
    }
    return c;
}

/* A weekday between two verbs, in front of the main clause, or of an event: "Orsic, who is 40, on Monday played it
 * down", "At his stops Monday, he did not", "is running in Sunday's primary". */
#include "weekday_tense.h"
#include "present_verb.h"

#include "clause.h"

enum {
    LONG_AGO = 4,    /* days back: the next such day is nearer */
    JUST_NOW = 2,    /* days back: the next one is as good as a week away */
    FARTHEST = 20,   /* tokens looked at */
    SUBJECT = 5,     /* tokens of a subject in front of an aside */
    EVENT_REACH = 6, /* tokens from "before" to the day of what it stands before */
    OUTCOME_REACH = 5,
    CLOCK_REACH = 4,
    URGED_REACH = 6 /* tokens from "urged" to the day */
};

static bool is_comma(const bp_clause *c, uint32_t token)
{
    return bp_clause_says(c, token, ",");
}

/* "on Wednesday played down", "on Tuesday night largely abandoned": the verb of the subject in front of the day. */
static bool verb_follows(const bp_clause *c, uint32_t first, uint32_t end)
{
    if (first == c->begin || c->document->tokens.items[first - 1].kind != BP_TOKEN_WORD) return false;
    const uint32_t before = bp_clause_has(c, first - 1, BP_WORDS_PREPOSITIONS) ? first - 1 : first;
    if (before > c->begin + 1 && bp_clause_has(c, before - 1, BP_WORDS_TENSE_PRESENT) &&
        (bp_clause_has(c, before - 2, BP_WORDS_RELATIVES) || bp_clause_says(c, before - 2, "that")))
        return false; /* an inquiry that opens on Monday had reported */
    while (end < c->end && bp_clause_has(c, end, BP_WORDS_ADVERBS)) end++;
    if (end < c->end && bp_clause_ends_in_ly(c, end)) end++;
    if (end + 1 >= c->end || bp_clause_says(c, end + 1, "by")) return false;
    return bp_clause_has(c, end, BP_WORDS_TENSE_PAST) || bp_clause_ends_in_ed(c, end);
}

/* Behind "Trump, who has nine million followers, tweeted": the comma that ends the aside; else `from`. */
static uint32_t after_aside(const bp_clause *c, uint32_t from)
{
    uint32_t comma = from;
    while (comma < c->end && comma - from < FARTHEST && !is_comma(c, comma)) comma++;
    if (comma + 1 >= c->end || !is_comma(c, comma) || comma - from > SUBJECT) return from;
    for (uint32_t i = from; i < comma; i++)
        if (bp_clause_has(c, i, BP_WORDS_TENSE_PAST | BP_WORDS_TENSE_PRESENT)) return from; /* Nkrumah faces Orsic, a */
    if (!bp_clause_has(c, comma + 1, BP_WORDS_RELATIVES | BP_WORDS_DETERMINERS)) return from;
    for (uint32_t i = comma + 2; i < c->end && i - comma < FARTHEST; i++)
        if (is_comma(c, i)) return i + 1;
    return from;
}

static bool is_word_or_number(const bp_clause *c, uint32_t token)
{
    const uint8_t kind = c->document->tokens.items[token].kind;
    return kind == BP_TOKEN_WORD || kind == BP_TOKEN_NUMBER;
}

/* Where the main clause begins behind a phrase that holds the day: "At his stops Monday, | he did not"; 0: the day
 * stands in no such phrase. */
static uint32_t main_clause(const bp_clause *c, uint32_t first, uint32_t end)
{
    uint32_t begin = c->begin;
    for (uint32_t i = first; i > c->begin && first - i < FARTHEST; i--)
        if (is_comma(c, i - 1) || bp_clause_ends(c, i - 1) || bp_clause_says(c, i - 1, "and")) {
            begin = i;
            break;
        }
    const bool even =
        bp_clause_says(c, begin, "even") || bp_clause_says(c, begin, "and") || bp_clause_says(c, begin, "but");
    if (even && begin + 1 < first) begin++;
    if (begin + 2 > first || !bp_clause_has(c, begin, BP_WORDS_PREPOSITIONS)) return 0;
    for (uint32_t i = end; i < c->end && i - end < FARTHEST; i++)
        if (is_comma(c, i)) return i + 1 < c->end && is_word_or_number(c, i + 1) ? i + 1 : 0;
    return 0;
}

/* The tense of the main clause behind such a phrase. */
static bp_tense tense_behind(const bp_clause *c, uint32_t first, uint32_t end, int32_t back)
{
    const uint32_t main = main_clause(c, first, end);
    if (main == 0) return BP_TENSE_UNKNOWN;
    const bp_tense tense = bp_clause_right(c, after_aside(c, main));
    return tense != BP_TENSE_PAST && back <= JUST_NOW ? BP_TENSE_PAST : tense;
}

/* "is on pace to complete it on Monday" */
static bool has_infinitive(const bp_clause *c, uint32_t from, uint32_t end)
{
    const uint64_t others = BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS | BP_WORDS_NUMBERS;
    for (uint32_t i = from; i + 1 < end; i++)
        if (bp_clause_says(c, i, "to") && c->document->tokens.items[i + 1].kind == BP_TOKEN_WORD &&
            !bp_token_has(c->document, i + 1, BP_CAPITALIZED) && !bp_clause_has(c, i + 1, others))
            return true;
    return false;
}

/* "Talks resume on Friday", "is on Friday": the verb tells what is on the calendar, and no "is" or "has" of another
 * one. */
static bool is_on_calendar(const bp_clause *c, uint32_t first)
{
    uint32_t at = first;
    const bp_tense tense = bp_clause_left(c, first, &at);
    if (tense != BP_TENSE_PRESENT) at = first;
    if (at < first && has_infinitive(c, at + 1, first)) return true;
    if (at < first && bp_clause_is_present(c, at)) {
        const bool near = at + 1 == first || (at + 2 == first && bp_clause_has(c, at + 1, BP_WORDS_PREPOSITIONS));
        return near || (at + 1 < first && bp_clause_is_of_calendar(c, at + 1));
    }
    if (at == first)
        for (at = first; at + 1 < c->end && at - first < FARTHEST && !bp_clause_has(c, at, BP_WORDS_TENSE_PRESENT);)
            at++;
    if (bp_clause_says(c, at, "got")) return true; /* he's got a wedding */
    if (bp_clause_among(c, at, BP_HINT_HAS))       /* has a wedding on Saturday */
        return at + 1 < first && (bp_clause_says(c, at + 1, "got") || bp_clause_has(c, at + 1, BP_WORDS_DETERMINERS));
    return bp_clause_has(c, at, BP_WORDS_TENSE_PRESENT) && !bp_clause_is_present(c, at) &&
           !bp_clause_among(c, at, BP_HINT_DOES);
}

/* "Tuesday's cup defeat", "Wednesday's report": what the day brought is known. */
static bool is_known(const bp_clause *c, uint32_t end)
{
    for (uint32_t i = end; i < c->end && i - end < OUTCOME_REACH; i++)
        if (bp_clause_has(c, i, BP_WORDS_OUTCOMES | BP_WORDS_STATEMENTS)) return true;
    return false;
}

/* "into the vote on Sunday", but not "into the yard on Sunday" */
static bool leads_to_event(const bp_clause *c, uint32_t from, uint32_t first)
{
    for (uint32_t i = from; i < first; i++)
        if (bp_clause_among(c, i, BP_HINT_AWAITED_EVENTS)) return true;
    return false;
}

/* "appeared before | the court on Sunday": a place to stand, not what was to come. */
static bool faces_somebody(const bp_clause *c, uint32_t from, uint32_t first)
{
    const uint32_t noun = from + bp_clause_has(c, from, BP_WORDS_DETERMINERS);
    const uint32_t on = noun + 1 +
                        (noun + 1 < first && bp_clause_has(c, noun, BP_WORDS_ROLES | BP_WORDS_BODIES) &&
                         !bp_clause_has(c, noun + 1, BP_WORDS_PREPOSITIONS));
    return noun < first && on < first &&
           bp_clause_has(c, on - 1, BP_WORDS_ROLES | BP_WORDS_BODIES | BP_WORDS_PERSONS) && bp_clause_says(c, on, "on");
}

/* "before Sunday's caucuses", "ahead of the vote on Sunday", "in the run-up to": an event that is waited for. */
static bool is_of_event(const bp_clause *c, uint32_t first)
{
    const uint64_t times =
        BP_WORDS_NUMBERS | BP_WORDS_DATE_WORDS | BP_WORDS_CLOCK | BP_WORDS_DAYPARTS; /* before nine */
    uint32_t clock = first;                                                          /* through 11 p.m. Monday */
    while (clock > c->begin && first - clock < CLOCK_REACH &&
           (bp_clause_has(c, clock - 1, times) || bp_token_has(c->document, clock - 1, BP_HAS_DIGIT)))
        clock--;
    if (clock > c->begin && bp_clause_says(c, clock - 1, "through")) return true;
    for (uint32_t i = first; i > c->begin && first - i < EVENT_REACH; i--) {
        if (bp_clause_says(c, i - 1, "into")) return i == first || leads_to_event(c, i, first);
        if (bp_clause_among(c, i - 1, BP_HINT_BEFORE_EVENTS))
            return (!bp_clause_has(c, i, times) || i == first) && !faces_somebody(c, i, first);
        if (bp_clause_says(c, i - 1, "up") && i - 1 > c->begin && bp_clause_says(c, i - 2, "-")) return true;
        if (is_comma(c, i - 1) || bp_clause_ends(c, i - 1)) return false;
    }
    return false;
}

/* "a speech, to be delivered Friday", "urged them to vote Friday": what is only to be done. */
static bool is_to_be_done(const bp_clause *c, uint32_t first)
{
    for (uint32_t i = first; i > c->begin + 1 && first - i < URGED_REACH; i--) {
        if (is_comma(c, i - 1) || bp_clause_ends(c, i - 1)) return false;
        if (!bp_clause_says(c, i - 1, "to") || i >= first) continue;
        const uint32_t before = i - 2;
        const bool verb = bp_clause_has(c, before, BP_WORDS_TENSE_PAST | BP_WORDS_AUXILIARIES | BP_WORDS_ADVERBS) ||
                          bp_clause_ends_in_ed(c, before);
        if (bp_clause_says(c, i, "be")) return !verb;
        for (uint32_t j = before + 1; j > c->begin && before - j + 1 < SUBJECT; j--)
            if (bp_clause_among(c, j - 1, BP_HINT_URGES))
                return !bp_clause_is_behind_had(c, j - 1); /* not: had asked them to leave on Saturday */
        return false;
    }
    return false;
}

/* "who was to travel to Columbus on Wednesday", in Thursday's paper */
static bool was_to_be(const bp_clause *c, uint32_t first)
{
    for (uint32_t i = first; i > c->begin + 1 && first - i < FARTHEST; i--) {
        if (bp_clause_ends(c, i - 1) && !bp_clause_says(c, i - 1, ":")) return false; /* but "at 12:15" */
        if (bp_clause_says(c, i - 1, "to") && (bp_clause_says(c, i - 2, "was") || bp_clause_says(c, i - 2, "were")))
            return true;
    }
    return false;
}

bp_tense bp_weekday_tense(const bp_document *document, uint32_t first, uint32_t end, bp_tense tense, int32_t back)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[first].sentence];
    const bp_clause c = { document, sentence->first, sentence->end };
    const bool possessive = end < c.end && bp_token_has(document, end, BP_CLITIC);
    if (tense != BP_TENSE_PAST && first > c.begin + 1 && bp_clause_says(&c, first - 1, "about") &&
        bp_clause_says(&c, first - 2, "think"))
        return BP_TENSE_PAST; /* I would ask you to think about Saturday morning */
    if (possessive && back < LONG_AGO && first > c.begin && bp_clause_says(&c, first - 1, "from"))
        return BP_TENSE_PAST; /* Returns from Monday's poll must be declared */
    const bool has_been =
        end < c.end && bp_clause_among(&c, end, BP_HINT_HAS); /* was to begin on Monday has been put off */
    if (tense == BP_TENSE_AWAITED && back < LONG_AGO && !has_been && was_to_be(&c, first)) return BP_TENSE_PAST;
    if (bp_is_ahead(tense)) return tense;
    if (tense == BP_TENSE_EITHER) return back >= LONG_AGO ? BP_TENSE_AWAITED : BP_TENSE_PAST;
    if (!possessive && tense != BP_TENSE_PAST) {
        if (verb_follows(&c, first, end) || tense_behind(&c, first, end, back) == BP_TENSE_PAST) return BP_TENSE_PAST;
        if (tense == BP_TENSE_PRESENT && back > 0 && back <= JUST_NOW && !is_on_calendar(&c, first))
            return BP_TENSE_PAST;
    }
    if (back < LONG_AGO || (possessive && is_known(&c, end))) return tense;
    const bool looks_ahead = tense == BP_TENSE_PAST ? is_of_event(&c, first) || is_to_be_done(&c, first)
                                                    : possessive && bp_clause_right(&c, end) != BP_TENSE_PAST;
    return looks_ahead ? BP_TENSE_AWAITED : tense;
}

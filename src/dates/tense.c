/* Tense by cue words. The verb that a date belongs to stands most often just
 * before it ("voted on Friday"), so the nearest cue to the left decides; only a
 * date at the head of its clause looks to the right. "Until" and "by" look ahead
 * by themselves. A bounded look both ways. */
#include "beside_verb.h"
#include "clause.h"
#include "present_verb.h"

#include <string.h>

enum {
    FARTHEST_LEFT = 24,
    OUTCOME_REACH = 3,
    EVENT_REACH = 4,
    QUARTER_REACH = 4,
    OFFER_REACH = 16,
    STATEMENT_REACH = 3,
    PUT_BACK_REACH = 6,
    LONGEST_ASIDE = 20
};

/* "The crew slept until noon", "a hearing that lasted until one": it went on, and is over. */
static bool went_on(const bp_clause *c, uint32_t token)
{
    return bp_clause_among(c, token, BP_HINT_LASTING);
}

/* "a loss for the fourth quarter" */
static bool is_of_quarter(const bp_clause *c, uint32_t first)
{
    for (uint32_t i = first; i < c->end && i - first < QUARTER_REACH; i++)
        if (bp_clause_says(c, i, "quarter") || bp_clause_says(c, i, "half")) return true;
    return false;
}

/* "has put its flight back from Wednesday to Thursday", "moved the match to Sunday": the days are still to come. */
static bool is_put_back(const bp_clause *c, uint32_t first)
{
    const bool second = bp_clause_says(c, first - 1, "to") && bp_clause_has(c, first - 2, BP_WORDS_WEEKDAYS);
    uint32_t i = second ? first - 2 : first;
    if (i - c->begin < 2 || !(bp_clause_says(c, i - 1, "from") || bp_clause_says(c, i - 1, "to"))) return false;
    for (uint32_t least = i--; i > c->begin && least - i < PUT_BACK_REACH; i--)
        if (bp_clause_among(c, i - 1, BP_HINT_PUT_BACK)) return true;
    return false;
}

/* "was moved to Tuesday": and may have been since. */
static bool was_put_back(const bp_clause *c, uint32_t first)
{
    for (uint32_t i = first; i > c->begin && first - i < PUT_BACK_REACH; i--)
        if (bp_clause_says(c, i - 1, "was") || bp_clause_says(c, i - 1, "were")) return is_put_back(c, first);
    return false;
}

/* "offered free fruit from September": what is promised is to come. */
static bool is_offered(const bp_clause *c, uint32_t from)
{
    for (uint32_t i = from; i > c->begin && from - i < OFFER_REACH && !bp_clause_ends(c, i - 1); i--)
        if (bp_clause_has(c, i - 1, BP_WORDS_CUE_PROMISE)) return true;
    return false;
}

/* "probably on Friday" */
static bool is_probable(const bp_clause *c, uint32_t first)
{
    const uint32_t word = bp_clause_has(c, first - 1, BP_WORDS_PREPOSITIONS) ? first - 2 : first - 1;
    return bp_clause_among(c, word, BP_HINT_PROBABLY);
}

/* "set for Friday", "put off to May", "as soon as Monday" */
static bool is_fixed(const bp_clause *c, uint32_t first)
{
    if (bp_clause_says(c, first - 1, "for") && is_of_quarter(c, first)) return false;
    if (bp_clause_says(c, first - 1, "for")) /* not: had been promised for Tuesday */
        return !bp_clause_says(c, first - 2, "been") && !bp_clause_is_behind_had(c, first - 1);
    if (bp_clause_says(c, first - 1, "beyond") ||
        (bp_clause_says(c, first - 1, "than") && bp_clause_says(c, first - 2, "earlier")))
        return true; /* restored no earlier than July */
    if (bp_clause_says(c, first - 1, "from") && is_offered(c, first - 1)) return true;
    const uint32_t the = first - c->begin > 2 && bp_clause_has(c, first - 1, BP_WORDS_DETERMINERS); /* ahead of the */
    if (bp_clause_says(c, first - 1 - the, "of") && bp_clause_says(c, first - 2 - the, "ahead")) return true;
    if (bp_clause_says(c, first - 1, "and") && bp_clause_says(c, first - 2, "now")) return true; /* between now and */
    if (bp_clause_says(c, first - 1, "come")) return true;
    if (bp_clause_says(c, first - 1, "effective") || bp_clause_says(c, first - 1, "payable") || is_put_back(c, first))
        return true;
    if (bp_clause_says(c, first - 1, "to"))
        return bp_clause_says(c, first - 2, "off") || bp_clause_says(c, first - 2, "postponed") ||
               bp_clause_says(c, first - 2, "moved");
    return bp_clause_says(c, first - 1, "as") &&
           (bp_clause_says(c, first - 2, "soon") || bp_clause_says(c, first - 2, "early"));
}

/* "It had until Friday to reply", "was given until Friday" */
static bool is_given(const bp_clause *c, uint32_t token)
{
    return bp_clause_among(c, token, BP_HINT_GIVEN);
}

/* "Nobody complained until Friday", "was not told": it came to an end. */
static bool is_negative(const bp_clause *c, uint32_t token)
{
    return bp_clause_among(c, token, BP_HINT_NEGATIVES);
}

/* "30 September" */
static bool names_day_of_month(const bp_clause *c, uint32_t first, uint32_t end)
{
    bool month = false, number = false;
    for (uint32_t i = first; i < end; i++) {
        month |= bp_clause_has(c, i, BP_WORDS_MONTHS);
        number |= c->document->tokens.items[i].kind == BP_TOKEN_NUMBER;
    }
    return month && number;
}

/* Is the day one that is waited for? "Until" and "by" look ahead, but not with "had", "was" or a negation: "was not
 * told until Friday". FUTURE: a verb says so, too. */
static bp_tense awaited(const bp_clause *c, uint32_t first, uint32_t end)
{
    if (first - c->begin < 2) return BP_TENSE_UNKNOWN;
    if (is_fixed(c, first) || is_probable(c, first)) return BP_TENSE_AWAITED;
    const bool until = bp_clause_says(c, first - 1, "until") || bp_clause_says(c, first - 1, "till");
    if (until && is_given(c, first - 2)) return BP_TENSE_AWAITED;
    if (!until && !bp_clause_says(c, first - 1, "by")) return BP_TENSE_UNKNOWN;
    if (!until && first - c->begin > 2 && bp_clause_has(c, first - 3, BP_WORDS_SUBJECT_PRONOUNS) &&
        bp_clause_has(c, first - 2, BP_WORDS_TENSE_PAST) && bp_clause_past(c, first - 2) == BP_TENSE_PAST)
        return BP_TENSE_UNKNOWN; /* We knew by Thursday */
    const uint32_t least = first - c->begin > FARTHEST_LEFT ? first - FARTHEST_LEFT : c->begin;
    for (uint32_t i = first - 1; i > least && !bp_clause_ends(c, i - 1); i--) {
        if (is_negative(c, i - 1) && i < first - 1) return BP_TENSE_UNKNOWN;
        if (bp_clause_says(c, i - 1, "had") || bp_clause_says(c, i - 1, "never")) return BP_TENSE_UNKNOWN;
        if (bp_clause_says(c, i - 1, "not")) /* Those who have not registered by Sunday | are to be moved */
            return bp_is_ahead(bp_clause_right(c, end)) ? BP_TENSE_AWAITED : BP_TENSE_UNKNOWN;
        if (!until && (bp_clause_says(c, i - 1, "was") || bp_clause_says(c, i - 1, "were")))
            return names_day_of_month(c, first, end) ? BP_TENSE_EITHER : BP_TENSE_UNKNOWN;
        if (until && went_on(c, i - 1) && bp_clause_past(c, i - 1) == BP_TENSE_PAST) return BP_TENSE_UNKNOWN;
        if (bp_clause_was_planned(c, i - 1)) return BP_TENSE_AWAITED;
        if (bp_clause_has(c, i - 1, BP_WORDS_TENSE_FUTURE) || bp_clause_is_present(c, i - 1)) return BP_TENSE_FUTURE;
    }
    uint32_t at;
    return until || bp_clause_right(c, end) != BP_TENSE_PAST || bp_clause_left(c, first - 1, &at) == BP_TENSE_PRESENT
               ? BP_TENSE_AWAITED
               : BP_TENSE_UNKNOWN; /* "I want them home by May," she told us */
}

/* "CHISINAU, Monday —": the day that the report was written. */
static bool is_dateline(const bp_clause *c, uint32_t first, uint32_t end)
{
    const uint32_t block = c->document->sentences.items[c->document->tokens.items[first].sentence].block;
    if (c->document->blocks.items[block].first != c->begin || first == c->begin || !bp_clause_says(c, first - 1, ","))
        return false;
    return end < c->end && (bp_clause_says(c, end, "—") || bp_clause_says(c, end, "–") ||
                            bp_clause_says(c, end, "--") || bp_clause_says(c, end, "-"));
}

/* Is the weekday an entry of a list: "Thursday: the orchestra plays", "Tuesday. No hearings"? */
static bool is_entry(const bp_document *document, uint32_t first, uint32_t end)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[first].sentence];
    if (first != sentence->first || !(bp_token_classes(document, first) & BP_WORDS_WEEKDAYS)) return false;
    return end >= sentence->end || bp_token_is(document, end, ":") ||
           (end + 1 == sentence->end && bp_token_is(document, end, "."));
}

/* An entry of a diary is to come, unless what stands behind it says that it was. */
static bp_tense tense_of_entry(const bp_document *document, uint32_t end)
{
    const uint32_t count = (uint32_t)document->tokens.count, left = end < count ? count - end : 0;
    const bp_clause next = { document, end, end + (left < BP_CLAUSE_RIGHT ? left : BP_CLAUSE_RIGHT) };
    const bp_tense tense = next.begin < next.end ? bp_clause_right(&next, next.begin) : BP_TENSE_UNKNOWN;
    return tense == BP_TENSE_PAST ? BP_TENSE_PAST : BP_TENSE_FUTURE;
}

/* "will report on Friday", "nominations close on Friday": no noun. */
static bool is_verb_of_statement(const bp_clause *c, uint32_t token)
{
    if (token == c->begin) return false;
    if (bp_clause_says(c, token - 1, "to") || bp_clause_says(c, token - 1, "not")) return true;
    return bp_clause_has(c, token - 1, BP_WORDS_TENSE_FUTURE | BP_WORDS_AUXILIARIES | BP_WORDS_SUBJECT_PRONOUNS) ||
           (bp_clause_says(c, token, "close") && bp_clause_is_plural(c, token - 1));
}

/* "will make a statement on Friday", "promised to publish the report on Friday" */
static bool is_to_be_made(const bp_clause *c, uint32_t noun)
{
    uint32_t at, first = noun;
    while (first > c->begin && noun - first < STATEMENT_REACH && !bp_clause_has(c, first, BP_WORDS_DETERMINERS))
        first--;
    if (first == c->begin || !bp_clause_has(c, first, BP_WORDS_DETERMINERS) ||
        bp_clause_has(c, first - 1, BP_WORDS_PREPOSITIONS))
        return false;
    return bp_is_ahead(bp_clause_left(c, first, &at)) && first - at <= STATEMENT_REACH;
}

/* "The crash on Friday means": what happened is known. */
static bool is_of_event(const bp_clause *c, uint32_t first)
{
    if (first - c->begin < 3 || !bp_clause_says(c, first - 1, "on") || !bp_clause_has(c, first - 2, BP_WORDS_OUTCOMES))
        return false;
    return bp_clause_has(c, first - 3, BP_WORDS_DETERMINERS) && first - 3 <= c->begin + 1;
}

/* "in a statement on Wednesday", "its letter of Monday": what was said is told when it is over. */
static bool is_of_statement(const bp_clause *c, uint32_t first)
{
    if (first - c->begin < 2 || !(bp_clause_says(c, first - 1, "on") || bp_clause_says(c, first - 1, "of") ||
                                  bp_clause_says(c, first - 1, "late")))
        return false;
    return bp_clause_has(c, first - 2, BP_WORDS_STATEMENTS) && !is_verb_of_statement(c, first - 2) &&
           !is_to_be_made(c, first - 2);
}

/* "will appeal Wednesday's ruling", "to heal after Friday's two attacks": what the day brought is known. */
static bool is_of_outcome(const bp_clause *c, uint32_t end)
{
    if (end >= c->end || !bp_token_has(c->document, end, BP_CLITIC)) return false;
    for (uint32_t i = end + 1; i < c->end && i - end <= OUTCOME_REACH; i++) {
        if (c->document->tokens.items[i].kind != BP_TOKEN_WORD || bp_clause_has(c, i, BP_WORDS_PREPOSITIONS))
            return false;
        if (bp_clause_has(c, i, BP_WORDS_OUTCOMES)) return true;
    }
    return false;
}

/* "the Nov. 8 election", "November's vote", "the July convention": a day that is known long before. */
static bool is_of_date(const bp_clause *c, uint32_t first, uint32_t end)
{
    if (first == c->begin || bp_clause_has(c, first, BP_WORDS_WEEKDAYS)) return false;
    if (first - c->begin > 2 && bp_clause_says(c, first - 1, "on") &&
        bp_clause_among(c, first - 2, BP_HINT_AWAITED_EVENTS))
        return true; /* before the election on November 1 */
    const bool clitic = end < c->end && bp_token_has(c->document, end, BP_CLITIC);
    if (!clitic && !bp_clause_has(c, first - 1, BP_WORDS_DETERMINERS)) return false;
    for (uint32_t i = end + clitic; i < c->end && i - end <= EVENT_REACH; i++) {
        if (c->document->tokens.items[i].kind != BP_TOKEN_WORD || bp_clause_has(c, i, BP_WORDS_PREPOSITIONS))
            return false;
        if (bp_clause_among(c, i, BP_HINT_AWAITED_EVENTS)) return true;
    }
    return false;
}

/* "has cancelled Saturday's race", "awaits Saturday's vote": it was or is still to come. */
static bool is_called_off(const bp_clause *c, uint32_t first, uint32_t end)
{
    if (first == c->begin || end >= c->end || !bp_token_has(c->document, end, BP_CLITIC)) return false;
    return bp_clause_among(c, first - 1, BP_HINT_PUTS_OFF);
}

/* "A show planned for Sunday fell through": the participle only describes the subject. */
static bool is_describing(const bp_clause *c, uint32_t token)
{
    if (token == c->begin || token + 1 >= c->end) return false;
    if (bp_clause_says(c, token - 1, ",")) return bp_clause_says(c, token, "due"); /* The flight, due on Tuesday, */
    if (c->document->tokens.items[token - 1].kind != BP_TOKEN_WORD) return false;
    const bool verb = bp_clause_has(c, token - 1, BP_WORDS_AUXILIARIES | BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_ADVERBS);
    return !verb && (bp_clause_ends_in_ed(c, token) || bp_clause_says(c, token, "due")) &&
           !bp_clause_says(c, token + 1, "to") && bp_clause_has(c, token + 1, BP_WORDS_PREPOSITIONS);
}

/* A word that is no name by its letters: "meet", or "MEET" behind "TO". */
static bool is_lower_or_loud(const bp_clause *c, uint32_t token)
{
    return c->document->tokens.items[token].kind == BP_TOKEN_WORD &&
           (!bp_token_has(c->document, token, BP_CAPITALIZED) || c->document->tokens.items[token - 1].first == 'T');
}

/* A headline without a finite verb: "Minister to meet farmers Wednesday". */
static bool has_infinitive(const bp_clause *c, uint32_t token)
{
    const uint64_t others = BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS | BP_WORDS_NUMBERS | BP_WORDS_WEEKDAYS |
                            BP_WORDS_MONTHS | BP_WORDS_DATE_WORDS;
    for (uint32_t i = token; i > c->begin + 1 && token - i < FARTHEST_LEFT && !bp_clause_ends(c, i - 1); i--)
        if (i - 1 < token && i - 2 > c->begin && bp_clause_says(c, i - 2, "to") && is_lower_or_loud(c, i - 1) &&
            !bp_clause_has(c, i - 1, others))
            return true;
    return false;
}

/* "City lose to Rovers on Saturday": a headline tells in the present how it ended. */
static bool tells_outcome(const bp_clause *c, uint32_t token)
{
    const uint32_t block = c->document->sentences.items[c->document->tokens.items[token].sentence].block;
    if (c->document->blocks.items[block].role != BP_HEADLINE) return false;
    return bp_clause_among(c, token, BP_HINT_RESULTS);
}

/* "Come and see me on Friday," he said. */
static bool is_invitation(const bp_clause *c, uint32_t first)
{
    uint32_t verb = c->begin;
    while (verb < first && c->document->tokens.items[verb].kind != BP_TOKEN_WORD) verb++;
    return verb < first && bp_clause_among(c, verb, BP_HINT_INVITATIONS);
}

/* "They host Harrow, who they have not beaten in years, | this Saturday": where the aside before the day begins. */
static uint32_t before_aside(const bp_clause *c, uint32_t first)
{
    const uint32_t comma = first > c->begin && bp_clause_has(c, first - 1, BP_WORDS_PREPOSITIONS) ? first - 1 : first;
    if (comma == c->begin || !bp_clause_says(c, comma - 1, ",")) return first;
    for (uint32_t i = comma - 1; i > c->begin && comma - i < LONGEST_ASIDE; i--)
        if (bp_clause_says(c, i - 1, ",")) return bp_clause_has(c, i, BP_WORDS_RELATIVES) ? i - 1 : first;
    return first;
}

static bool stands_after(const bp_clause *c, uint32_t verb, uint32_t first)
{
    for (uint32_t i = verb + 1; i + 1 < first; i++)
        if (bp_clause_says(c, i, "after")) return true;
    return false;
}

static bp_tense tense_by_cues(const bp_clause *c, uint32_t first, uint32_t end)
{
    uint32_t at = first;
    const bool itself =
        end < c->end && (bp_clause_says(c, end, "was") || bp_clause_says(c, end, "had")); /* Monday was */
    const uint32_t behind = end < c->end && bp_clause_says(c, end, ",") ? end + 1 : end;  /* on Monday, CBS said */
    if (bp_clause_opens_at(c, first) && (itself || bp_clause_subject_follows(c, behind))) {
        const bp_tense tense = bp_clause_right(c, behind);
        if (tense) return tense;
    }
    const bp_tense left = bp_clause_left(c, before_aside(c, first), &at);
    const bool told = end + 2 < c->end && bp_clause_says(c, end, ",") && bp_clause_says(c, end + 1, "in") &&
                      bp_clause_says(c, end + 2, "which"); /* on a raid on 3 July, in which it was taken */
    if (bp_is_ahead(left) && (told || stands_after(c, at, first)) && bp_clause_right(c, end) == BP_TENSE_PAST)
        return BP_TENSE_PAST; /* may drop after dry weather in November withered it */
    if (left == BP_TENSE_FUTURE && is_describing(c, at) && bp_clause_right(c, end) == BP_TENSE_PAST)
        return BP_TENSE_PAST;
    if (left == BP_TENSE_PRESENT && tells_outcome(c, at)) return BP_TENSE_PAST;
    if (left) return left;
    if (is_invitation(c, first)) return BP_TENSE_FUTURE;
    const bp_tense right = bp_clause_right(c, end);
    if (right) return right;
    if (first > c->begin && bp_clause_says(c, first - 1, "from")) return BP_TENSE_AWAITED; /* A holiday, from Sunday */
    return has_infinitive(c, first) ? BP_TENSE_FUTURE : right;
}

/* "stayed until Thursday, when her son | came for her" */
static bool comes_when(const bp_clause *c, uint32_t end)
{
    return end + 2 < c->end && bp_clause_says(c, end, ",") && bp_clause_says(c, end + 1, "when") &&
           bp_clause_right(c, end + 2) == BP_TENSE_PAST;
}

/* "The trouble goes back to June 23" */
static bool goes_back(const bp_clause *c, uint32_t first)
{
    if (first - c->begin < 3 || !bp_clause_says(c, first - 1, "to") || !bp_clause_says(c, first - 2, "back"))
        return false;
    const bp_view verb = bp_token_word(c->document, first - 3)->lower;
    return verb.at[0] == 'g' || verb.at[0] == 'd'; /* goes, going, dates, dating */
}

bp_tense bp_tense_of(const bp_document *document, uint32_t first, uint32_t end)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[first].sentence];
    const bp_clause c = { document, sentence->first, sentence->end };
    const bool their = first > c.begin + 1 && bp_clause_has(&c, first - 1, BP_WORDS_DETERMINERS); /* since their */
    const bool since = first > c.begin && bp_clause_says(&c, first - 1 - their, "since");
    if (since || goes_back(&c, first) || is_dateline(&c, first, end) || is_of_statement(&c, first) ||
        is_of_event(&c, first))
        return BP_TENSE_PAST;
    if (is_entry(document, first, end)) return tense_of_entry(document, end + 1);
    if (first > c.begin + 1 && was_put_back(&c, first)) return BP_TENSE_EITHER;
    const bool until = first > c.begin && bp_clause_says(&c, first - 1, "until");
    if (until && comes_when(&c, end)) return BP_TENSE_PAST;
    const bool own = bp_clause_opens_at(&c, first) && /* "planned for 600 and by 8am we had run out" */
                     (until || (bp_clause_subject_follows(&c, end) && bp_clause_right(&c, end) == BP_TENSE_PAST));
    const bp_tense ahead = own ? BP_TENSE_UNKNOWN : awaited(&c, first, end);
    if (ahead) return ahead;
    if (is_called_off(&c, first, end)) return BP_TENSE_FUTURE;
    if (is_of_outcome(&c, end)) return BP_TENSE_PAST;
    const bp_tense tense = tense_by_cues(&c, first, end);
    if (!bp_is_ahead(tense) && is_of_date(&c, first, end)) return BP_TENSE_EITHER;
    /* What a picture shows is told in the present. */
    if (tense == BP_TENSE_PRESENT && document->blocks.items[sentence->block].role == BP_CAPTION) return BP_TENSE_PAST;
    const bool possessive = end < c.end && bp_token_has(document, end, BP_CLITIC);
    if (tense != BP_TENSE_PAST && !bp_is_ahead(tense) && first > c.begin && bp_clause_says(&c, first - 1, "before") &&
        !possessive)
        return BP_TENSE_FUTURE;
    return tense;
}

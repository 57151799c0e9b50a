/* What each word of a clause tells of its tense. A participle is read with its
 * auxiliary: "will be held", "is held", "was held", "has held". */
#include "clause.h"

#include "present_verb.h"

#include <string.h>

enum {
    FARTHEST_LEFT = 24,
    FARTHEST_RIGHT = BP_CLAUSE_RIGHT,
    AUXILIARY_REACH = 3,
    PROMISE_REACH = 3,
    NOUN_REACH = 4,
    BE_REACH = 8,
    NAME_REACH = 4,
    IF_REACH = 7
};

/* A mark that ends a clause; a comma does not: too much stands between two of them. */
bool bp_clause_ends(const bp_clause *c, uint32_t token)
{
    const bp_token *t = &c->document->tokens.items[token];
    const bool inside = t->first == ':' && token + 1 < c->end && !bp_token_has(c->document, token, BP_SPACE_BEFORE) &&
                        !bp_token_has(c->document, token + 1, BP_SPACE_BEFORE); /* 4:20 */
    return t->kind == BP_TOKEN_PUNCTUATION && !inside && (t->first == ';' || t->first == ':' || t->first == '"');
}

bool bp_clause_ends_in_ed(const bp_clause *c, uint32_t token)
{
    const bp_view word = bp_token_word(c->document, token)->lower;
    return word.length > 3 && memcmp(word.at + word.length - 2, "ed", 2) == 0 && word.at[word.length - 3] != 'e';
}

bool bp_clause_ends_in_ly(const bp_clause *c, uint32_t token)
{
    const bp_view word = bp_token_word(c->document, token)->lower;
    if (word.length < 4 || memcmp(word.at + word.length - 2, "ly", 2) != 0) return false;
    return !bp_clause_among(c, token, BP_HINT_NOT_ADVERBS);
}

static bool is_be(const bp_clause *c, uint32_t token)
{
    return bp_clause_says(c, token, "be") || bp_clause_says(c, token, "being") || bp_clause_says(c, token, "stay") ||
           bp_clause_says(c, token, "remain"); /* will stay shut */
}

/* A form of "be" in the present tense. */
bool bp_clause_is_present(const bp_clause *c, uint32_t token)
{
    if (token > c->begin && bp_clause_says(c, token, "'s") && bp_clause_says(c, token - 1, "there")) return true;
    return bp_clause_among(c, token, BP_HINT_PRESENT_BE);
}

bool bp_clause_is_past_auxiliary(const bp_clause *c, uint32_t token)
{
    return bp_clause_among(c, token, BP_HINT_PAST_AUXILIARIES);
}

/* "the reduced dividend", "by registered post": a participle that stands before its noun. */
static bool is_attribute(const bp_clause *c, uint32_t token)
{
    if (bp_clause_has(c, token, BP_WORDS_CUE_TELL) && !bp_clause_ends_in_ed(c, token)) return false; /* of three told */
    if (token == c->begin || token + 1 >= c->end || bp_clause_says(c, token - 1, "that")) return false;
    if (bp_clause_is_past_auxiliary(c, token)) return false; /* neither was true */
    return bp_clause_has(c, token - 1, BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS) &&
           !bp_clause_has(c, token + 1, BP_WORDS_PREPOSITIONS | BP_WORDS_DETERMINERS) &&
           c->document->tokens.items[token + 1].kind == BP_TOKEN_WORD;
}

/* May it stand between an auxiliary and its verb? */
bool bp_clause_is_adverb(const bp_clause *c, uint32_t token)
{
    return bp_clause_ends_in_ly(c, token) || bp_clause_has(c, token, BP_WORDS_ADVERBS) ||
           bp_clause_says(c, token, "not") || bp_clause_says(c, token, "since");
}

/* "was to | have kept it on Thursday" */
static bool was_to_have(const bp_clause *c, uint32_t token)
{
    return token - c->begin > 1 && bp_clause_says(c, token, "have") && bp_clause_says(c, token - 1, "to") &&
           (bp_clause_says(c, token - 2, "was") || bp_clause_says(c, token - 2, "were"));
}

/* "He's | got a wedding on Saturday" */
static bool has_got(const bp_clause *c, uint32_t token)
{
    return bp_clause_among(c, token, BP_HINT_HAS);
}

/* "will be stored in Halifax | and loaded again in May" */
static bool is_behind_be(const bp_clause *c, uint32_t conjunction)
{
    for (uint32_t i = conjunction; i > c->begin && conjunction - i < BE_REACH; i--) {
        if (is_be(c, i - 1)) return true;
        if (c->document->tokens.items[i - 1].kind == BP_TOKEN_PUNCTUATION ||
            bp_clause_has(c, i - 1, BP_WORDS_SUBJECT_PRONOUNS))
            return false;
    }
    return false;
}

/* The tense of a past form at `token`; UNKNOWN: its auxiliary is an infinitive, look on. */
bp_tense bp_clause_past(const bp_clause *c, uint32_t token)
{
    for (uint32_t i = token; i > c->begin && token - i < AUXILIARY_REACH; i--) {
        if (is_be(c, i - 1)) return BP_TENSE_UNKNOWN;
        if (bp_clause_is_present(c, i - 1)) return BP_TENSE_PRESENT;
        if (was_to_have(c, i - 1)) return BP_TENSE_AWAITED;
        if (bp_clause_says(c, token, "got") && has_got(c, i - 1)) return BP_TENSE_PRESENT;
        if (bp_clause_is_past_auxiliary(c, i - 1)) return BP_TENSE_PAST;
        if (bp_clause_is_adverb(c, i - 1)) continue;
        const bool list = bp_clause_says(c, i - 1, ",") && bp_clause_ends_in_ed(c, token) && token + 1 < c->end &&
                          bp_clause_says(c, token + 1, "on") && !bp_clause_has(c, token, BP_WORDS_CUE_SAY);
        if ((list || bp_clause_says(c, i - 1, "and")) && is_behind_be(c, i - 1)) return BP_TENSE_UNKNOWN;
        break;
    }
    return is_attribute(c, token) ? BP_TENSE_UNKNOWN : BP_TENSE_PAST;
}

bool bp_clause_is_behind_had(const bp_clause *c, uint32_t token)
{
    for (uint32_t i = token; i > c->begin && token - i < AUXILIARY_REACH; i--)
        if (bp_clause_says(c, i - 1, "had")) return true;
    return false;
}

/* Does a determiner stand before the word, or one word more between them: "a seating plan at"? */
static bool is_determined(const bp_clause *c, uint32_t token)
{
    if (token == c->begin) return false;
    if (bp_clause_has(c, token - 1, BP_WORDS_DETERMINERS)) return true;
    return token - c->begin > 1 && bp_clause_has(c, token - 2, BP_WORDS_DETERMINERS) && token + 1 < c->end &&
           bp_clause_has(c, token + 1, BP_WORDS_PREPOSITIONS) && !bp_clause_says(c, token + 1, "to");
}

/* "announced the plan", "their hopes": a noun. */
static bool is_noun(const bp_clause *c, uint32_t token)
{
    const bool good = token > c->begin && bp_clause_says(c, token - 1, "good"); /* good will */
    if (good && bp_clause_says(c, token, "will")) return true;
    return is_determined(c, token) && bp_clause_among(c, token, BP_HINT_INTENTIONS);
}

/* "in its former packing shed on": a noun, though it could be a past form. */
static bool is_noun_in_past(const bp_clause *c, uint32_t token)
{
    if (token > c->begin && bp_clause_among(c, token - 1, BP_HINT_BEFORE_NOUNS) && !bp_clause_ends_in_ed(c, token))
        return true; /* at the ground on Saturday */
    if (!bp_clause_says(c, token, "shed")) return false;
    for (uint32_t i = token; i > c->begin && token - i < NOUN_REACH; i--)
        if (bp_clause_has(c, i - 1, BP_WORDS_DETERMINERS))
            return token + 1 >= c->end || bp_clause_has(c, token + 1, BP_WORDS_PREPOSITIONS) ||
                   c->document->tokens.items[token + 1].kind == BP_TOKEN_PUNCTUATION;
    return false;
}

bool bp_clause_is_past_verb(const bp_clause *c, uint32_t token)
{
    if (is_noun_in_past(c, token)) return false;
    return bp_clause_has(c, token, BP_WORDS_TENSE_PAST) || bp_clause_ends_in_ed(c, token);
}

/* "may have loosened", "would not have gone": a guess at what was. */
static bool supposes_past(const bp_clause *c, uint32_t token)
{
    if (bp_clause_says(c, token, "will") || bp_clause_says(c, token, "shall") || bp_clause_says(c, token, "'ll"))
        return false;
    if (token + 1 < c->end && bp_clause_says(c, token + 1, "not")) token++;
    return token + 2 < c->end && bp_clause_says(c, token + 1, "have") && bp_clause_is_past_verb(c, token + 2);
}

/* "is meant to be signed in May" */
static bool is_meant(const bp_clause *c, uint32_t token)
{
    return token > c->begin && bp_clause_is_present(c, token - 1) && bp_clause_among(c, token, BP_HINT_MEANT);
}

/* "promised to open", "agreed on Wednesday to open", "invited them to open" */
static bool promises(const bp_clause *c, uint32_t before)
{
    if (before + 2 < c->end && bp_clause_has(c, before + 2, BP_WORDS_DETERMINERS | BP_WORDS_NUMBERS))
        return false; /* offered to a dealer */
    if (before + 2 >= c->end || c->document->tokens.items[before + 2].kind != BP_TOKEN_WORD) return false;
    for (uint32_t i = before + 1; i > c->begin && before + 1 - i < PROMISE_REACH; i--)
        if (bp_clause_has(c, i - 1, BP_WORDS_CUE_PROMISE)) return true;
    return false;
}

/* "wanted to start on Sunday", "had hoped to" */
static bool wishes(const bp_clause *c, uint32_t token)
{
    return bp_clause_says(c, token, "wanted") || bp_clause_says(c, token, "hoped") ||
           bp_clause_says(c, token, "intended");
}

/* "is to open", "was to open", "is meant to open" */
static bp_tense told_by_to(const bp_clause *c, uint32_t before)
{
    if (bp_clause_is_present(c, before) || is_meant(c, before)) return BP_TENSE_FUTURE;
    if (promises(c, before) || wishes(c, before)) return BP_TENSE_AWAITED;
    return bp_clause_says(c, before, "was") || bp_clause_says(c, before, "were") ? BP_TENSE_AWAITED : BP_TENSE_UNKNOWN;
}

/* "would have been 59 on Sunday", "would have turned 60": somebody dead, but the day may be near. */
static bool tells_age(const bp_clause *c, uint32_t token)
{
    return token - c->begin > 1 && token + 1 < c->end && bp_clause_says(c, token - 1, "have") &&
           bp_clause_says(c, token - 2, "would") && c->document->tokens.items[token + 1].kind == BP_TOKEN_NUMBER;
}

/* "did come", "did not come", "will come": the auxiliary tells. */
static bool has_auxiliary(const bp_clause *c, uint32_t token)
{
    if (token == c->begin) return false;
    if (bp_clause_says(c, token - 1, "did") || bp_clause_says(c, token - 1, "could")) return true;
    if (bp_clause_has(c, token - 1, BP_WORDS_TENSE_FUTURE)) return true;
    uint32_t before = token - 1; /* can Ama Nkrumah win */
    while (before > c->begin && token - before < NAME_REACH &&
           (bp_clause_is_adverb(c, before) || bp_token_has(c->document, before, BP_CAPITALIZED)))
        before--;
    return before + 1 < token && (bp_clause_says(c, before, "did") || bp_clause_has(c, before, BP_WORDS_TENSE_FUTURE));
}

/* "has raised" tells what was, "is likely" what will be; UNKNOWN: what is. */
static bp_tense leads_to(const bp_clause *c, uint32_t token)
{
    uint32_t next = token + 1;
    while (next < c->end && bp_clause_is_adverb(c, next) && !bp_clause_has(c, next, BP_WORDS_TENSE_FUTURE)) next++;
    if (next >= c->end || c->document->tokens.items[next].kind != BP_TOKEN_WORD) return BP_TENSE_UNKNOWN;
    if (bp_clause_says(c, token, "has") || bp_clause_says(c, token, "have"))
        return bp_clause_is_past_verb(c, next) ? BP_TENSE_PAST : BP_TENSE_UNKNOWN;
    return bp_clause_is_present(c, token) && bp_clause_has(c, next, BP_WORDS_TENSE_FUTURE) ? BP_TENSE_FUTURE
                                                                                           : BP_TENSE_UNKNOWN;
}

/* "in May, in June" */
static bool is_month(const bp_clause *c, uint32_t token)
{
    return token > c->begin && bp_clause_says(c, token, "may") && bp_token_has(c->document, token, BP_CAPITALIZED) &&
           bp_clause_has(c, token - 1, BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS);
}

/* "Her contract expires on December 31": what is said in the present of what is to come. */
static bool runs_out(const bp_clause *c, uint32_t token)
{
    return bp_clause_among(c, token, BP_HINT_ENDS_OF_TERMS);
}

/* "have been invited to a meeting on Wednesday", "has summoned both sides": what they are called to is to come. */
static bool is_called(const bp_clause *c, uint32_t token)
{
    if (!bp_clause_says(c, token, "invited") && !bp_clause_says(c, token, "summoned")) return false;
    if (token > c->begin && bp_clause_says(c, token - 1, "been")) token--;
    return token > c->begin && (bp_clause_says(c, token - 1, "has") || bp_clause_says(c, token - 1, "have"));
}

/* "could open in May", but not "could hear it", "could not sleep", "could not be reached": what can happen yet. */
static bool is_possible(const bp_clause *c, uint32_t token)
{
    if (!bp_clause_says(c, token, "could") || token + 2 >= c->end) return false;
    if (bp_clause_among(c, token + 1, BP_HINT_NOT_POSSIBLE)) return false;
    if (is_be(c, token + 1) && bp_clause_among(c, token + 2, BP_HINT_WAS_REACHED)) return false;
    return c->document->tokens.items[token + 1].kind == BP_TOKEN_WORD;
}

bool bp_clause_was_planned(const bp_clause *c, uint32_t token)
{
    if (!bp_clause_among(c, token, BP_HINT_SCHEDULED)) return false;
    for (uint32_t i = token; i > c->begin && token - i < AUXILIARY_REACH; i--) {
        if (bp_clause_says(c, i - 1, "was") || bp_clause_says(c, i - 1, "were")) return true;
        if (!bp_clause_is_adverb(c, i - 1)) break;
    }
    return false;
}

/* "if a rival wins in November" */
static bool is_conditional(const bp_clause *c, uint32_t verb)
{
    if (verb > c->begin && bp_clause_says(c, verb - 1, "you")) return false; /* if you want to know */
    for (uint32_t i = verb; i > c->begin && verb - i < IF_REACH; i--) {
        if (bp_clause_says(c, i - 1, "if")) return true;
        if (c->document->tokens.items[i - 1].kind == BP_TOKEN_PUNCTUATION) return false;
    }
    return false;
}

/* "he let it be known on Friday", but not "to let it be known" */
static bool lets_know(const bp_clause *c, uint32_t token)
{
    return token > c->begin && token + 3 < c->end && bp_clause_says(c, token, "let") &&
           bp_clause_says(c, token + 3, "known") && !bp_clause_says(c, token - 1, "to") && !has_auxiliary(c, token);
}

static bp_tense cue_at(const bp_clause *c, uint32_t token)
{
    if (c->document->tokens.items[token].kind != BP_TOKEN_WORD) return BP_TENSE_UNKNOWN;
    if (is_possible(c, token) || bp_clause_was_planned(c, token)) return BP_TENSE_AWAITED;
    if (bp_clause_says(c, token, "let") && token + 1 < c->end && bp_clause_says(c, token + 1, "'s"))
        return BP_TENSE_FUTURE;
    if (lets_know(c, token)) return BP_TENSE_PAST;
    if (token > c->begin && bp_clause_says(c, token, "likely") && bp_clause_says(c, token - 1, "more"))
        return BP_TENSE_UNKNOWN; /* did not grow any more likely on Tuesday */
    const bool to = token + 1 < c->end && bp_clause_says(c, token + 1, "to");
    if (to &&
        (bp_clause_says(c, token, "set") || bp_clause_says(c, token, "mean") || bp_clause_says(c, token, "means")))
        return BP_TENSE_FUTURE;
    if (bp_clause_has(c, token, BP_WORDS_TENSE_FUTURE) && !is_noun(c, token) && !is_month(c, token))
        return bp_clause_is_behind_had(c, token) || supposes_past(c, token) ? BP_TENSE_PAST : BP_TENSE_FUTURE;
    if (bp_clause_is_present(c, token) && token + 1 < c->end && bp_clause_says(c, token + 1, "to"))
        return BP_TENSE_FUTURE; /* the traders are to move */
    if (bp_clause_says(c, token, "to") && token > c->begin) return told_by_to(c, token - 1);
    if (token > c->begin && bp_clause_says(c, token - 1, "to")) return BP_TENSE_UNKNOWN; /* an infinitive */
    if (has_auxiliary(c, token)) return BP_TENSE_UNKNOWN;
    if (bp_clause_is_past_verb(c, token))
        return is_called(c, token) || tells_age(c, token) ? BP_TENSE_AWAITED : bp_clause_past(c, token);
    if (!bp_clause_is_present_verb(c, token)) return BP_TENSE_UNKNOWN;
    if (runs_out(c, token)) return BP_TENSE_FUTURE;
    if (leads_to(c, token)) return leads_to(c, token);
    return token > c->begin && bp_clause_is_past_auxiliary(c, token - 1) ? BP_TENSE_PAST
                                                                         : BP_TENSE_PRESENT; /* "had run" */
}

/* The nearest cue to the left of `token`, and where it stands. */
bp_tense bp_clause_left(const bp_clause *c, uint32_t token, uint32_t *at)
{
    const uint32_t least = token - c->begin > FARTHEST_LEFT ? token - FARTHEST_LEFT : c->begin;
    for (uint32_t i = token; i > least && !bp_clause_ends(c, i - 1); i--) {
        const bp_tense tense = cue_at(c, i - 1);
        *at = i - 1;
        if (tense == BP_TENSE_PRESENT && is_conditional(c, i - 1)) return BP_TENSE_FUTURE;
        if (tense) return tense;
    }
    return BP_TENSE_UNKNOWN;
}

/* "others of the group he founded will": a clause without its "that". */
static bool is_of_noun(const bp_clause *c, uint32_t token)
{
    const uint64_t others = BP_WORDS_CONJUNCTIONS | BP_WORDS_SUBORDINATORS | BP_WORDS_PREPOSITIONS |
                            BP_WORDS_DATE_WORDS | BP_WORDS_WEEKDAYS | BP_WORDS_MONTHS | BP_WORDS_ADVERBS;
    return token - c->begin > 1 && bp_clause_has(c, token - 1, BP_WORDS_SUBJECT_PRONOUNS) &&
           c->document->tokens.items[token - 2].kind == BP_TOKEN_WORD && !bp_clause_has(c, token - 2, others) &&
           !bp_token_has(c->document, token - 2, BP_CAPITALIZED);
}

bp_tense bp_clause_right(const bp_clause *c, uint32_t token)
{
    for (uint32_t i = token; i < c->end && i - token < FARTHEST_RIGHT && !bp_clause_ends(c, i); i++) {
        const bp_tense tense = i > token + 2 && is_of_noun(c, i) ? BP_TENSE_UNKNOWN : cue_at(c, i);
        if (tense == BP_TENSE_PRESENT && is_conditional(c, i)) return BP_TENSE_FUTURE;
        if (tense) return tense;
    }
    return BP_TENSE_UNKNOWN;
}

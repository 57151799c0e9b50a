/* Is a word a verb in the present tense, and not a noun: "Talks resume on Thursday", "the talks on Thursday"? By the
 * words beside it. */
#include "present_verb.h"

#include "text/hash.h"

#include <string.h>

enum { MADE_REACH = 4 /* tokens */ };

/* Does a noun phrase open behind it: "tours the mine", "hosts Benin"? */
static bool takes_object(const bp_clause *c, uint32_t token)
{
    if (token + 1 >= c->end || c->document->tokens.items[token + 1].kind != BP_TOKEN_WORD) return false;
    return bp_clause_has(c, token + 1, BP_WORDS_DETERMINERS);
}

bool bp_clause_is_plural(const bp_clause *c, uint32_t token)
{
    if (bp_clause_among(c, token, BP_HINT_PLURAL_SUBJECTS)) return true;
    const bp_view word = bp_token_word(c->document, token)->lower;
    return word.at[word.length - 1] == 's' || bp_clause_has(c, token, BP_WORDS_SUBJECT_PRONOUNS) ||
           bp_clause_is_adverb(c, token) || bp_token_has(c->document, token, BP_CAPITALIZED);
}

/* Behind a number or a comma it is a verb in "Work on berth 7 resumes" and "The
 * choir, all women, sings on Monday", and a noun in "in 31 moves". */
static bool is_far_from_subject(const bp_clause *c, uint32_t token)
{
    if (!bp_clause_has(c, token, BP_WORDS_TENSE_PRESENT) || token - c->begin < 2 || token + 1 >= c->end) return false;
    const bp_view word = bp_token_word(c->document, token)->lower;
    if (word.at[word.length - 1] != 's') return false;
    const uint32_t behind =
        token + 1 + (token + 2 < c->end && bp_clause_says(c, token + 1, "again")); /* , opens again on */
    if (bp_clause_says(c, token - 1, ","))
        return bp_clause_has(c, behind, BP_WORDS_PREPOSITIONS | BP_WORDS_DETERMINERS);
    return c->document->tokens.items[token - 1].kind == BP_TOKEN_NUMBER &&
           c->document->tokens.items[token - 2].kind == BP_TOKEN_WORD &&
           !bp_clause_has(c, token - 2, BP_WORDS_PREPOSITIONS | BP_WORDS_DETERMINERS | BP_WORDS_TENSE_PAST);
}

/* "Twelve jurors, chosen from a pool of 240, return on Monday" */
static bool is_behind_aside(const bp_clause *c, uint32_t token)
{
    if (!bp_clause_has(c, token, BP_WORDS_TENSE_PRESENT) || token - c->begin < 3 || token + 2 >= c->end) return false;
    const bool day = bp_clause_has(c, token + 2, BP_WORDS_WEEKDAYS | BP_WORDS_MONTHS) &&
                     (bp_clause_says(c, token + 1, "on") || bp_clause_says(c, token + 1, "in"));
    return day && bp_clause_says(c, token - 1, ",") && !bp_token_has(c->document, token, BP_CAPITALIZED);
}

/* "had the gates open on Saturday", "saw it open": the verb before tells. */
static bool is_made_to(const bp_clause *c, uint32_t token)
{
    for (uint32_t i = token - 1; i > c->begin && token - i < MADE_REACH; i--)
        if (bp_clause_among(c, i - 1, BP_HINT_MAKES_DO)) return true;
    return false;
}

static bool is_present_form(const char *word, size_t length)
{
    return bp_lexicon_find(word, length, bp_hash_bytes(word, length))->classes & BP_WORDS_TENSE_PRESENT;
}

/* "holding" of "hold", "making" of "make", "setting" of "set". */
bool bp_clause_is_of_calendar(const bp_clause *c, uint32_t token)
{
    enum { LONGEST = 24 };
    const bp_view word = bp_token_word(c->document, token)->lower;
    if (word.length < 6 || word.length > LONGEST || memcmp(word.at + word.length - 3, "ing", 3) != 0) return false;
    char stem[LONGEST];
    size_t length = word.length - 3;
    memcpy(stem, word.at, length);
    if (is_present_form(stem, length)) return true;
    stem[length] = 'e';
    return is_present_form(stem, length + 1) || is_present_form(stem, length - (stem[length - 1] == stem[length - 2]));
}

/* "his stops", "of posts", "shook hands": a noun. */
static bool is_noun_in_s(const bp_clause *c, uint32_t token)
{
    if (bp_clause_among(c, token - 1, BP_HINT_BEFORE_NOUNS)) return true;
    if (bp_token_has(c->document, token - 1, BP_CLITIC) || bp_clause_says(c, token - 1, "of")) return true;
    return bp_clause_is_past_verb(c, token - 1) &&
           (token - c->begin < 2 || !bp_clause_has(c, token - 2, BP_WORDS_DETERMINERS));
}

/* "six votes", but not "the first opens", "the couple marries" or "Channel Four airs" */
static bool is_counted(const bp_clause *c, uint32_t token)
{
    const bp_view number = bp_token_word(c->document, token - 1)->lower;
    const char last = number.at[number.length - 1], before = number.length > 1 ? number.at[number.length - 2] : 0;
    const bool ordinal =
        (last == 'h' && before == 't') || (last == 'd' && before != 'e') || (last == 't' && before == 's');
    const bool single = bp_clause_says(c, token - 1, "one") || bp_clause_says(c, token - 1, "couple") ||
                        bp_clause_says(c, token - 1, "half") || bp_clause_says(c, token - 1, "quarter");
    return bp_clause_has(c, token - 1, BP_WORDS_NUMBERS) && !ordinal && !single &&
           !bp_token_has(c->document, token - 1, BP_CAPITALIZED);
}

bool bp_clause_is_present_verb(const bp_clause *c, uint32_t token)
{
    const bool listed = bp_clause_has(c, token, BP_WORDS_TENSE_PRESENT);
    const bp_view word = bp_token_word(c->document, token)->lower;
    if (bp_clause_is_present(c, token) || is_far_from_subject(c, token) || is_behind_aside(c, token)) return true;
    if (token == c->begin || word.length < 2 || c->document->tokens.items[token - 1].kind != BP_TOKEN_WORD)
        return false;
    if (is_counted(c, token) && word.at[word.length - 1] == 's') return false; /* by six votes to five */
    const bool behind_noun = !bp_clause_has(c, token - 1, BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS) &&
                             !bp_token_has(c->document, token - 1, BP_CLITIC) &&
                             !bp_clause_is_past_verb(c, token - 1); /* took the town's councillors two hours */
    if (word.at[word.length - 1] == 's' && word.at[word.length - 2] != 's' && word.at[0] != '\'')
        return (listed && !is_noun_in_s(c, token)) || bp_clause_says(c, token - 1, "he") ||
               bp_clause_says(c, token - 1, "she") || bp_clause_says(c, token - 1, "it") ||
               (behind_noun && takes_object(c, token) && !bp_token_has(c->document, token, BP_CAPITALIZED));
    const bool one = token - c->begin > 1 && (bp_clause_says(c, token - 2, "a") || bp_clause_says(c, token - 2, "an"));
    if (one || (token + 1 < c->end && bp_clause_is_past_verb(c, token + 1)))
        return false; /* a Polish ship; those present voted */
    return listed && behind_noun && bp_clause_is_plural(c, token - 1) && !is_made_to(c, token);
}

/* Doubts about a single word or number: a year behind a name, a weekday or month
 * that is a person's. */
#include "doubt.h"

enum { RATE_REACH = 7, RESULT_REACH = 9 /* tokens */ };

/* "Orion 1980", "flight KL 1027": a number behind a name. */
static bool is_numbered_name(const bp_document *document, const bp_expression *e)
{
    const uint64_t others = BP_WORDS_PREPOSITIONS | BP_WORDS_DETERMINERS | BP_WORDS_MONTHS | BP_WORDS_SEASONS |
                            BP_WORDS_STARTERS | BP_WORDS_CONJUNCTIONS | BP_WORDS_DATE_LEADS | BP_WORDS_HOLIDAYS;
    return e->meaning == BP_MEANS_year && bp_token_has(document, e->first - 1, BP_CAPITALIZED) &&
           !(bp_token_classes(document, e->first - 1) & others);
}

/* "Friday, 46, a farmer" */
static bool has_age(const bp_document *document, uint32_t comma)
{
    return comma + 2 < document->tokens.count && bp_token_is(document, comma, ",") &&
           bp_token_is(document, comma + 2, ",") && document->tokens.items[comma + 1].kind == BP_TOKEN_NUMBER;
}

/* "P. Christmas", "Mr. August", "Constable Sunday Tufuga": a person. */
static bool is_person(const bp_document *document, const bp_expression *e)
{
    const bool word = e->meaning == BP_MEANS_weekday || e->meaning == BP_MEANS_date || e->meaning == BP_MEANS_holiday;
    if (!word || !bp_token_has(document, e->first - 1, BP_CAPITALIZED)) return false;
    const bp_view before = bp_token_word(document, e->first - 1)->lower;
    if (bp_token_classes(document, e->first - 1) & BP_WORDS_TITLES) return true;
    if (before.length == 2 && before.at[1] == '.') return true;
    if (has_age(document, e->end)) return true;
    const bool last = e->end >= document->tokens.count ||
                      document->tokens.items[e->end].sentence != document->tokens.items[e->first].sentence;
    return !last && (bp_token_classes(document, e->first - 1) & BP_WORDS_ROLES) &&
           bp_token_has(document, e->end, BP_CAPITALIZED);
}

/* "Radio Today": a title's word, which a running text would not print with a capital letter. */
static bool is_of_title(const bp_document *document, const bp_expression *e)
{
    const uint32_t sentence = document->tokens.items[e->first].sentence;
    const bool word = bp_token_is(document, e->first, "today") || bp_token_is(document, e->first, "tonight");
    const bool running = document->blocks.items[document->sentences.items[sentence].block].role == BP_BODY;
    return word && running && bp_token_has(document, e->first, BP_CAPITALIZED) &&
           !bp_token_has(document, e->first, BP_ALL_CAPITALS) && bp_token_has(document, e->first - 1, BP_CAPITALIZED);
}

/* "CBS This Morning", "Sunday Night Football": a title in a running text. */
static bool is_programme(const bp_document *document, const bp_expression *e)
{
    const uint32_t sentence = document->tokens.items[e->first].sentence;
    const bool running = document->blocks.items[document->sentences.items[sentence].block].role == BP_BODY;
    if (e->end != e->first + 2 || !running || !bp_token_has(document, e->first + 1, BP_CAPITALIZED)) return false;
    if (!bp_token_has(document, e->first, BP_CAPITALIZED) || bp_token_has(document, e->first + 1, BP_ALL_CAPITALS))
        return false;
    if (!(bp_token_classes(document, e->first + 1) & BP_WORDS_DAYPARTS)) return false;
    if (bp_token_classes(document, e->first) & BP_WORDS_WEEKDAYS) /* Sunday Night Football */
        return e->end < document->tokens.count && bp_token_has(document, e->end, BP_CAPITALIZED | BP_SPACE_BEFORE);
    return e->first > document->sentences.items[sentence].first && bp_token_has(document, e->first - 1, BP_CAPITALIZED);
}

/* "two minutes to stop and him a minute longer" */
static bool is_compared(const bp_document *document, uint32_t token)
{
    return bp_token_among(document, token, BP_HINT_DEGREES);
}

/* "$40 a month", "four of these a year", "a crate an hour": an amount before it, and a noun between. */
bool bp_is_rate(const bp_document *document, const bp_expression *e)
{
    const uint32_t begin = document->sentences.items[document->tokens.items[e->first].sentence].first;
    const uint64_t others = BP_WORDS_PREPOSITIONS | BP_WORDS_DETERMINERS | BP_WORDS_TENSE_PAST |
                            BP_WORDS_TENSE_PRESENT | BP_WORDS_AUXILIARIES | BP_WORDS_ADVERBS | BP_WORDS_CONJUNCTIONS;
    const bool article = bp_token_is(document, e->first, "a") || bp_token_is(document, e->first, "an");
    if (e->end != e->first + 2 || e->first == begin || !article) return false;
    const bp_token *before = &document->tokens.items[e->first - 1];
    const bool measure = e->first >= begin + 2 && before->kind == BP_TOKEN_WORD &&
                         (bp_token_is(document, e->first - 2, "a") || bp_token_is(document, e->first - 2, "an") ||
                          bp_token_is(document, e->first - 2, "half"));
    if (e->end < document->tokens.count && is_compared(document, e->end)) return false;
    if (before->kind == BP_TOKEN_PUNCTUATION && before->first != ')' && before->first != '%') return false;
    if (bp_token_classes(document, e->first - 1) & others) return false;
    if (measure) return true; /* a centimetre a year */
    for (uint32_t i = e->first; i > begin && e->first - i < RATE_REACH; i--) {
        if (document->tokens.items[i - 1].kind == BP_TOKEN_NUMBER || bp_token_has(document, i - 1, BP_HAS_DIGIT))
            return true;
        if (bp_token_classes(document, i - 1) & BP_WORDS_NUMBERS) return true;
    }
    return false;
}

bool bp_is_result(const bp_document *document, const bp_expression *clock)
{
    const uint32_t block = document->sentences.items[document->tokens.items[clock->first].sentence].block;
    const uint32_t begin = document->blocks.items[block].first;
    if (clock->first == begin || !bp_token_is(document, clock->first - 1, ",")) return false;
    for (uint32_t i = clock->first; i > begin && clock->first - i < RESULT_REACH; i--) {
        const bool opens = i - 1 == begin || document->tokens.items[i - 2].kind == BP_TOKEN_PUNCTUATION;
        if (opens && document->tokens.items[i - 1].kind == BP_TOKEN_NUMBER && bp_token_is(document, i, "."))
            return true;
    }
    return false;
}

bool bp_is_part_of_name(const bp_document *document, const bp_expression *e)
{
    if (is_programme(document, e)) return true;
    if (e->end != e->first + 1 || e->first == 0) return false;
    const bp_token *before = &document->tokens.items[e->first - 1];
    return before->sentence == document->tokens.items[e->first].sentence && before->kind == BP_TOKEN_WORD &&
           (is_numbered_name(document, e) || is_person(document, e) || is_of_title(document, e));
}

bool bp_is_titled_length(const bp_document *document, const bp_expression *e)
{
    if (e->end != e->first + 2 || e->first == 0) return false;
    const bp_token *number = &document->tokens.items[e->first];
    const bool running = document->blocks.items[document->sentences.items[number->sentence].block].role == BP_BODY;
    return running && number->kind == BP_TOKEN_NUMBER && bp_token_has(document, e->end - 1, BP_CAPITALIZED) &&
           !bp_token_has(document, e->end - 1, BP_ALL_CAPITALS);
}

/* Where a date stands in its clause: at the head of it, or right beside its verb. */
#include "beside_verb.h"

enum { BEFORE_REACH = 5, OBJECT_REACH = 6, VERB_REACH = 2, BY_REACH = 6, CALENDAR_REACH = 4 };

bool bp_clause_opens_at(const bp_clause *c, uint32_t first)
{
    if (first > c->begin && bp_clause_has(c, first - 1, BP_WORDS_PREPOSITIONS)) first--;
    if (first == c->begin) return true;
    return bp_clause_among(c, first - 1, BP_HINT_CLAUSE_OPENERS);
}

bool bp_clause_subject_follows(const bp_clause *c, uint32_t end)
{
    if (end >= c->end || c->document->tokens.items[end].kind != BP_TOKEN_WORD) return false;
    if (end + 1 < c->end && bp_clause_is_past_auxiliary(c, end + 1)) return true; /* "somebody had" */
    return bp_clause_has(c, end, BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_DETERMINERS | BP_WORDS_NUMBERS) ||
           (bp_token_has(c->document, end, BP_CAPITALIZED) && !bp_clause_has(c, end, BP_WORDS_PREPOSITIONS));
}

/* "met again on October 17", but not "before the court met again". */
static bool is_awaited_verb(const bp_clause *c, uint32_t verb)
{
    for (uint32_t i = verb; i > c->begin && verb - i < BEFORE_REACH; i--)
        if (bp_clause_says(c, i - 1, "before") || bp_clause_says(c, i - 1, "until") || bp_clause_says(c, i - 1, "to"))
            return true;
    return false;
}

/* "lost the pit | in October": the object's noun stands between; not of what was only told, "announced a vote in
 * October", nor of one who has only then to come, "had hoped for". */
static bool is_behind_object(const bp_clause *c, uint32_t preposition)
{
    const uint64_t told = BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL | BP_WORDS_CUE_PROMISE | BP_WORDS_CUE_THINK |
                          BP_WORDS_CUE_OBJECT | BP_WORDS_TENSE_FUTURE;
    const uint64_t others = BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS | BP_WORDS_RELATIVES |
                            BP_WORDS_SUBORDINATORS | BP_WORDS_AUXILIARIES;
    if (bp_clause_says(c, preposition, "of")) return false; /* sold the whole of July */
    for (uint32_t i = preposition; i > c->begin + 1 && preposition - i < OBJECT_REACH; i--) {
        if (c->document->tokens.items[i - 1].kind == BP_TOKEN_PUNCTUATION || bp_clause_has(c, i - 1, others))
            return false;
        const bool past = bp_clause_has(c, i - 1, BP_WORDS_TENSE_PAST) || bp_clause_ends_in_ed(c, i - 1);
        if (!past || preposition - i < 2u - bp_token_has(c->document, i, BP_CAPITALIZED)) continue;
        const bool subject = bp_clause_has(c, i - 2, BP_WORDS_SUBJECT_PRONOUNS) ||
                             (c->document->tokens.items[i - 2].kind == BP_TOKEN_WORD &&
                              !bp_clause_has(c, i - 2, BP_WORDS_DETERMINERS | others));
        const bool object = bp_clause_has(c, i, BP_WORDS_DETERMINERS | BP_WORDS_NUMBERS) ||
                            bp_token_has(c->document, i, BP_CAPITALIZED);
        return subject && object && !bp_clause_has(c, i - 1, told) && bp_clause_past(c, i - 1) == BP_TENSE_PAST;
    }
    return false;
}

bool bp_past_is_sure(const bp_document *document, uint32_t first, uint32_t end)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[first].sentence];
    const bp_clause c = { document, sentence->first, sentence->end };
    const uint64_t others = BP_WORDS_PREPOSITIONS | BP_WORDS_DETERMINERS | BP_WORDS_CONJUNCTIONS;
    uint32_t i = first;
    if (i == c.begin || bp_clause_says(&c, i - 1, "to")) return false; /* extended to */
    if (bp_clause_opens_at(&c, first) && bp_clause_subject_follows(&c, end) &&
        bp_clause_right(&c, end) == BP_TENSE_PAST)
        return true;                                                    /* and in May she opened a shop */
    if (bp_clause_says(&c, i - 1, "since")) return true;                /* their worst day since November */
    if (!bp_clause_has(&c, i - 1, BP_WORDS_PREPOSITIONS)) return false; /* set May 7 as the day */
    i--;
    for (uint32_t by = i; by > c.begin + 1 && i - by < BY_REACH; by--) /* requested by lawmakers in January */
        if (bp_clause_says(&c, by - 1, "by") && bp_clause_ends_in_ed(&c, by - 2) &&
            bp_clause_past(&c, by - 2) == BP_TENSE_PAST)
            return true;
    for (uint32_t least = i; i > c.begin && least - i < VERB_REACH; i--) {
        const bool past =
            bp_clause_has(&c, i - 1, BP_WORDS_TENSE_PAST) || (i == least && bp_clause_ends_in_ed(&c, i - 1));
        if (past) return bp_clause_past(&c, i - 1) == BP_TENSE_PAST && !is_awaited_verb(&c, i - 1);
        if (bp_clause_has(&c, i - 1, others) || document->tokens.items[i - 1].kind == BP_TOKEN_PUNCTUATION) break;
    }
    return is_behind_object(&c, first - 1);
}

/* "The season begins in February", "turns 60 in March": nothing stands between but what the verb names. */
bool bp_is_on_calendar(const bp_document *document, uint32_t first)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[first].sentence];
    const bp_clause c = { document, sentence->first, sentence->end };
    uint32_t at = first;
    if (first == c.begin || !bp_clause_says(&c, first - 1, "in") ||
        bp_clause_left(&c, first - 1, &at) != BP_TENSE_PRESENT || first - at > CALENDAR_REACH)
        return false;
    for (uint32_t i = at + 1; i + 1 < first; i++)
        if (bp_clause_has(&c, i, BP_WORDS_TENSE_PAST | BP_WORDS_DETERMINERS) || bp_clause_ends_in_ed(&c, i) ||
            (document->tokens.items[i].kind == BP_TOKEN_NUMBER && !bp_clause_says(&c, at, "turns")))
            return false; /* a loan agreed in May, echoes a row in May, follows 290 in May */
    return !bp_clause_is_present(&c, at) && !bp_clause_among(&c, at, BP_HINT_HAS | BP_HINT_DOES);
}

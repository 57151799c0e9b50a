/* Taking up: "the barber" for somebody who was never called one, but is the one meant. Not "the spokesman": those stand
 * for somebody else, nor the offices of which there are many, nor one whom the sentences before bring in by that very
 * word, "he rang the vet". */
#include "quotes/taking_up.h"
#include "quotes/roles.h"

enum { FARTHEST_NOUN = 60 /* units */ };

/* "He rang | the vet": somebody else of that calling, with no name. */
static bool is_somebody_there(const bp_narration *n, bp_noun_phrase phrase)
{
    const uint32_t own = bp_unit_at(n, phrase.head)->line, before = own > 2 ? own - 2 : 0;
    const uint32_t word = n->document->tokens.items[bp_unit_at(n, phrase.head)->first].word;
    const uint32_t least = phrase.first > FARTHEST_NOUN ? phrase.first - FARTHEST_NOUN : 0;
    uint32_t i = n->lines.items[before].first > least ? n->lines.items[before].first : least;
    for (i += 2; i < phrase.first; i++) {
        const bp_unit *unit = bp_unit_at(n, i);
        if (unit->kind != BP_UNIT_WORD || n->document->tokens.items[unit->first].word != word) continue;
        const bool governed = !bp_unit_is(n, i - 2, BP_UNIT_STRETCH) && i - 1 > n->lines.items[unit->line].first;
        if (governed && bp_is_word_in(n, i - 1, BP_WORDS_DETERMINERS) && !bp_unit_is(n, i + 1, BP_UNIT_NAME))
            return true;
    }
    return false;
}

/* "the schoolteacher", "the carver": a noun for somebody by what she does. */
static bool is_calling(const bp_narration *n, uint32_t unit)
{
    if (bp_unit_among(n, unit, BP_HINT_NOT_CALLINGS)) return false;
    return bp_calling_of(n, unit) > 0 || bp_unit_ends(n, unit, "er") || bp_unit_ends(n, unit, "ist") ||
           bp_unit_ends(n, unit, "man") || bp_unit_ends(n, unit, "woman");
}

/* "the 20-year-old centre" */
static bool tells_age(const bp_narration *n, bp_noun_phrase phrase)
{
    for (uint32_t i = phrase.first + 2; i < phrase.head; i++)
        if (bp_unit_says(n, i, "old") && bp_unit_is(n, i - 1, BP_UNIT_HYPHEN)) return true;
    return false;
}

bool bp_takes_up(const bp_narration *n, bp_noun_phrase phrase, bool *of_three)
{
    *of_three = false;
    if (bp_unit_says(n, phrase.head, "spokesman") || bp_unit_says(n, phrase.head, "spokeswoman")) return false;
    if (bp_is_guard_of(n, phrase.head)) return false;
    *of_three = phrase.head + 3 == phrase.end && bp_unit_says(n, phrase.head + 1, "of") &&
                bp_is_word_in(n, phrase.head + 2, BP_WORDS_NUMBERS); /* the mother of three */
    const bool plain =
        bp_unit_says(n, phrase.first, "the") && (phrase.head + 1 == phrase.end || *of_three) &&
        (bp_unit_in(n, phrase.head, BP_WORDS_ROLES) || is_calling(n, phrase.head) || tells_age(n, phrase)) &&
        !bp_unit_in(n, phrase.head, BP_WORDS_BODIES | BP_WORDS_PLURALS | BP_WORDS_DOCUMENTS) &&
        !bp_unit_ends(n, phrase.head, "s");
    return plain && !is_somebody_there(n, phrase);
}

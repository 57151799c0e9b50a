/* In the words of somebody: a preposition that brings in words and whose they are. */
#include "quotes/words_of.h"

enum { FARTHEST_WORDS = 14 /* units */ };

/* Behind "in the words of", "in the view of", or "to quote" where it opens the line, from `first` on; 0: neither stands
 * there. */
static uint32_t behind_words_of(const bp_narration *n, uint32_t first, uint32_t least, uint32_t limit)
{
    if (first == least && first + 2 < limit && bp_unit_says(n, first, "to") && bp_unit_says(n, first + 1, "quote"))
        return first + 2;
    if (first + 4 >= limit || !bp_unit_says(n, first, "in") || !bp_unit_says(n, first + 1, "the") ||
        !bp_unit_says(n, first + 3, "of"))
        return 0;
    return bp_unit_among(n, first + 2, BP_HINT_IN_THE_WORDS_OF) ? first + 4 : 0;
}

bp_attribution bp_in_words_of(const bp_narration *n, uint32_t stretch, const bp_line *line)
{
    uint32_t right = stretch + 1, i = line->first;
    if (right < line->end && bp_unit_is(n, right, BP_UNIT_COMMA)) right++;
    uint32_t first = right, behind = behind_words_of(n, right, line->first, line->end), limit = line->end;
    if (!behind) {
        if (stretch > FARTHEST_WORDS && i < stretch - FARTHEST_WORDS) i = stretch - FARTHEST_WORDS;
        for (; i < stretch && !behind; i++) behind = behind_words_of(n, first = i, line->first, stretch);
        limit = stretch;
    }
    if (!behind) return (bp_attribution){ 0 };
    const bp_noun_phrase phrase = bp_phrase_after(n, behind, limit);
    const bool beside = limit != stretch || phrase.end + 1 == stretch || phrase.end == stretch;
    if (!bp_is_phrase(phrase) || !beside) return (bp_attribution){ 0 };
    return (bp_attribution){ limit == stretch ? BP_TIE_BEFORE : BP_TIE_INVERTED,
                             { first, behind, BP_WORDS_CUE_SAY, false },
                             { phrase, BP_SUBJECT_AFTER } };
}

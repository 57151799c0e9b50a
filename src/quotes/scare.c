/* Scare quotes, titles, nicknames, words as words. Ten words and more in marks
 * are nearly always a quotation; one to three are none in a quarter of cases. */
#include "quotes/scare.h"

enum { LONG = 10, SHORT = 3 };

typedef struct look {
    uint32_t words, capitalized, small; /* small: words that a title would write with a capital */
    bool ends_sentence;
} look;

static look look_at(const bp_narration *n, const bp_stretch *stretch)
{
    look l = { 0 };
    for (uint32_t i = stretch->first + 1; i < stretch->words_end; i++) {
        const bp_token *t = &n->document->tokens.items[i];
        if (t->kind != BP_TOKEN_WORD && t->kind != BP_TOKEN_NUMBER) continue;
        if (t->flags & BP_CLITIC) continue;
        l.words++;
        const bool function = bp_token_classes(n->document, i) & (BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS);
        if (t->flags & (BP_CAPITALIZED | BP_HAS_DIGIT))
            l.capitalized++;
        else if (!function)
            l.small++;
    }
    const uint8_t last = n->document->tokens.items[stretch->words_end - 1].first;
    l.ends_sentence = last == '.' || last == '?' || last == '!' || last == ',';
    return l;
}

static bool is_naming(const bp_narration *n, uint32_t stretch, uint32_t least)
{
    if (stretch == least) return false;
    const uint32_t before = stretch - 1;
    return bp_unit_is(n, before, BP_UNIT_WORD) && bp_unit_in(n, before, BP_WORDS_NAMING);
}

bp_marked bp_judge_stretch(const bp_narration *n, uint32_t stretch, const bp_attribution *attribution)
{
    const bp_stretch *s = &n->stretches.items[bp_unit_at(n, stretch)->index];
    const bp_line *line = &n->lines.items[bp_unit_at(n, stretch)->line];
    const look l = look_at(n, s);
    if (l.words >= LONG) return BP_MARKED_QUOTATION;
    const bp_tie tie = attribution->tie;
    const bool tied = tie == BP_TIE_AFTER || tie == BP_TIE_INVERTED || tie == BP_TIE_BEFORE || tie == BP_TIE_LABEL || tie == BP_TIE_NEXT_LINE;
    if (tied && !(l.small == 0 && l.words >= 2)) return BP_MARKED_QUOTATION;
    if (l.small == 0 && l.words >= 2 && l.capitalized) return BP_MARKED_TITLE;
    if (is_naming(n, stretch, line->first)) return BP_MARKED_WORD;
    if (tie == BP_TIE_CLAUSE) return BP_MARKED_QUOTATION;
    const bool modifies = l.words <= SHORT && stretch + 1 < line->end && bp_unit_is(n, stretch + 1, BP_UNIT_WORD) &&
                          !bp_unit_in(n, stretch + 1, BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS | BP_WORDS_AUXILIARIES | BP_WORDS_SUBORDINATORS);
    if (modifies && stretch > line->first && bp_unit_in(n, stretch - 1, BP_WORDS_DETERMINERS)) return BP_MARKED_WORD;
    return BP_MARKED_QUOTATION;
}

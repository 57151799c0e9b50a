/* Whether a text is English, by its small words: of an English report's words two
 * in five are articles, prepositions, pronouns and the like, and even a table's
 * headings have some; of another language's hardly any look like one. */
#include "text/language.h"

enum { LEAST_WORDS = 60, MOST_PERCENT = 11 };

#define SMALL_WORDS                                                                                  \
    (BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS | BP_WORDS_SUBORDINATORS | \
     BP_WORDS_AUXILIARIES | BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_BE_FORMS)

bool bp_is_foreign(const bp_document *document)
{
    uint32_t words = 0, small = 0;
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        if (document->tokens.items[i].kind != BP_TOKEN_WORD) continue;
        words++;
        if (document->tokens.items[i].end.byte - document->tokens.items[i].start.byte < 2) continue; /* "a", "o" */
        small += (bp_token_classes(document, i) & SMALL_WORDS) != 0;
    }
    return words >= LEAST_WORDS && (uint64_t)small * 100 < (uint64_t)words * MOST_PERCENT;
}

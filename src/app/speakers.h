/* speakers.h - who speaks in an article, and how much of what stands in quotation marks is theirs. */
#ifndef BP_SPEAKERS_H
#define BP_SPEAKERS_H

#include "bluepencil.h"

typedef struct cli_speaker {
    bp_view name;   /* empty: the words whose speaker was not found */
    bp_view role;   /* or empty */
    uint32_t words; /* in quotation marks; indirect speech has none of these */
    uint32_t first; /* the first quotation, an index */
} cli_speaker;

typedef struct cli_speaker_list {
    cli_speaker *items; /* most words first, then in order of the text; those of nobody last */
    size_t count;
    uint32_t words; /* of all together */
} cli_speaker_list;

/* Counts; false: no memory. The list is freed by free(list->items). The views
 * belong to the result and to `text`. Takes n log n time for n quotations. */
bool cli_speakers_of(const bp_result *result, const char *text, cli_speaker_list *list);

/* The words of a quotation that stand in quotation marks; of indirect speech none. */
uint32_t cli_quoted_words(const bp_quote *quote, const char *text);

/* `words` out of `all` in thousandths, rounded; of nothing 0. */
unsigned cli_share(uint32_t words, uint32_t all);

#endif

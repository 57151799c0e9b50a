/* grammar.h - the compiled grammar of dates, and reading with it. */
#ifndef BP_DATES_GRAMMAR_H
#define BP_DATES_GRAMMAR_H

#include "dates.h"
#include "expression.h"
#include "text/grammar.h"
#include "text/pattern.h"

typedef struct bp_date_pattern {
    const bp_pattern *pattern;
    bp_meaning meaning;
    uint64_t classes, words;        /* of the word that wakes it: see text/grammar.h */
    unsigned numbers;               /* kinds of numbers that wake it, too: BP_PLAIN_NUMBER ... */
    uint8_t groups[BP_FIELD_COUNT]; /* number of each field's group; 0: it has none */
} bp_date_pattern;

struct bp_date_grammar {
    const bp_grammar *words;
    bp_date_pattern *patterns; /* in the order of the file */
    uint32_t count;
    bp_date_pattern prefix;
    uint64_t classes; /* of all words that wake any pattern */
};

/* Fills `e` from the match that `matcher` holds: meaning and fields, not the tokens. */
void bp_read_fields(const bp_date_grammar *grammar, const bp_date_pattern *pattern, const bp_matcher *matcher,
                    const char *text, bp_expression *e);

/* The most groups that a pattern of the grammar has. */
enum { BP_MOST_GROUPS = 32 };

#endif

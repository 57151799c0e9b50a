/* grammar.h - the compiled grammar of dates, and reading with it. */
#ifndef BP_DATES_GRAMMAR_H
#define BP_DATES_GRAMMAR_H

#include "dates.h"
#include "expression.h"
#include "text/document.h"
#include "text/grammar.h"
#include "text/pattern.h"

typedef struct bp_date_pattern {
    const bp_pattern *pattern;
    bp_meaning meaning;
    uint64_t classes, words;        /* of the word that wakes it: see text/grammar.h */
    unsigned numbers;               /* kinds of numbers that wake it, too: BP_PLAIN_NUMBER ... */
    uint64_t with;                  /* a bit, if words of its own must stand near; 0: none */
    uint8_t groups[BP_FIELD_COUNT]; /* number of each field's group; 0: it has none */
} bp_date_pattern;

/* A word without which some patterns cannot match, and their bits. */
typedef struct bp_date_need {
    bp_view word;
    uint32_t hash;
    uint64_t patterns;
} bp_date_need;

enum { BP_NEEDS = 1024 }; /* places of the table, by the word's hash; far fewer words */

/* A set of patterns, a bit each by its index. */
enum { BP_MOST_PATTERNS = 256 };
typedef struct bp_pattern_set {
    uint64_t bits[BP_MOST_PATTERNS / 64];
} bp_pattern_set;

struct bp_date_grammar {
    const bp_grammar *words;
    bp_date_pattern *patterns; /* in the order of the file */
    uint32_t count;
    bp_date_pattern prefix;
    uint64_t classes;                      /* of all words that wake any pattern */
    bp_grammar_list lists[BP_FIELD_COUNT]; /* the values of each field's words */
    /* Which patterns are woken by a class, may hold a word by the last bits of its hash, are woken by a kind of
     * number, and may begin with a byte. */
    bp_pattern_set by_class[64], by_word[64], by_number[3], by_first[256];
    bp_date_need needs[BP_NEEDS];
    const char *with[64]; /* the words of each bit of a need, as they stand in the grammar */
    uint32_t with_count;
};

/* For each distinct word of the document the bits of the patterns that need it. NULL: no memory. */
const uint64_t *bp_find_needs(const bp_date_grammar *grammar, const bp_document *document);

/* Fills `e` from the match that `matcher` holds: meaning and fields, not the tokens. */
void bp_read_fields(const bp_date_grammar *grammar, const bp_date_pattern *pattern, const bp_matcher *matcher,
                    const char *text, bp_expression *e);

/* The most groups that a pattern of the grammar has. */
enum { BP_MOST_GROUPS = 32 };

#endif

/* grammar.h - patterns and their vocabulary, from src/english/NAME.grammar.
 *
 * The packer composes each grammar into one bp_grammar: regular expressions in
 * PCRE2's syntax, ready to compile, and the words that their named groups hold,
 * each with a value. src/english/dates.grammar explains how one is written. */
#ifndef BP_GRAMMAR_H
#define BP_GRAMMAR_H

#include <stdbool.h>
#include <stdint.h>

typedef struct bp_grammar_pattern {
    const char *name;
    const char *regex;
    uint64_t classes; /* it is tried where a word of these classes stands ... */
    bool number;      /* ... or a token with a digit in it */
} bp_grammar_pattern;

typedef struct bp_grammar_word {
    const char *list;  /* "month" */
    const char *word;  /* lower case, single spaces, no final stop: "jan" */
    const char *value; /* "1" */
} bp_grammar_word;

typedef struct bp_grammar {
    const bp_grammar_pattern *patterns;
    uint32_t pattern_count;
    const bp_grammar_word *words; /* list by list, in the order of the file */
    uint32_t word_count;
} bp_grammar;

/* A sentence that stands beside a pattern, for the tests: NULL: finds nothing. */
typedef struct bp_grammar_example {
    const char *pattern, *text, *finds;
} bp_grammar_example;

extern const bp_grammar bp_dates_grammar;
extern const bp_grammar bp_rules_grammar;

#endif

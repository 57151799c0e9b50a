/* grammar.h - patterns and their vocabulary, from src/english/NAME.grammar.
 *
 * The packer composes each grammar into one bp_grammar: patterns, and the words
 * that their named groups hold, each with a value; and into regular expressions
 * in PCRE2's syntax, which src/freeze compiles when the program is built. src/english/dates.grammar explains how one is
 * written. */
#ifndef BP_GRAMMAR_H
#define BP_GRAMMAR_H

#include <stdint.h>

/* How a number stands in the text; a bit each. */
enum {
    BP_PLAIN_NUMBER = 1,  /* four digits or eight, or two behind a mark: 1998, 20190531, '98 */
    BP_JOINED_NUMBER = 2, /* a mark in it or right behind it: 31/5, 16:30, 5.20, 2007-08 */
    BP_TAILED_NUMBER = 4, /* letters in it, or an era or "p.m." behind it: 10am, 1960s, 44 BC */
    BP_ANY_NUMBER = 7
};

typedef struct bp_grammar_pattern {
    const char *name;
    uint64_t classes; /* it is tried where a word of these classes stands ... */
    uint64_t words;   /* ... whose hash ends in one of these numbers, a bit each: the others do not stand in it; */
    unsigned numbers; /* or a number of these kinds, ... */
    const char *with; /* and one of these words near it: lower case, with spaces between; "": any */
} bp_grammar_pattern;

typedef struct bp_grammar_word {
    const char *word;  /* lower case, single spaces, no final stop: "jan" */
    const char *value; /* "1" */
} bp_grammar_word;

typedef struct bp_grammar_list {
    const char *name;    /* "month" */
    uint32_t first, end; /* words, half open */
} bp_grammar_list;

typedef struct bp_grammar {
    const bp_grammar_pattern *patterns;
    uint32_t pattern_count;
    const uint8_t *compiled; /* all of them, for bp_patterns_thaw */
    const bp_grammar_word *words;
    const bp_grammar_list *lists;
    uint32_t list_count;
    const uint16_t
        *near; /* lower halves of the hashes of words, ascending: one stands near whatever is more than a number */
    uint32_t near_count;
} bp_grammar;

/* A sentence that stands beside a pattern, for the tests: NULL: finds nothing. */
typedef struct bp_grammar_example {
    const char *pattern, *text, *finds;
} bp_grammar_example;

extern const bp_grammar bp_dates_grammar;
extern const bp_grammar bp_rules_grammar;

/* What src/freeze compiles. */
typedef struct bp_regexes {
    const char *const *names, *const *regexes; /* of each pattern */
    uint32_t count;
} bp_regexes;

extern const bp_regexes bp_dates_regexes;
extern const bp_regexes bp_rules_regexes;

#endif

/* pack_grammar.h - a grammar between its file and the C that is made of it. */
#ifndef PACK_GRAMMAR_H
#define PACK_GRAMMAR_H

#include "pack.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    MOST_PARTS = 256,
    MOST_WORDS = 4096,
    MOST_PATTERNS = 256,
    MOST_EXAMPLES = 2048,
    MOST_CLASSES = 8,
    MOST_WITH = 64
};

typedef struct string {
    char *at; /* NUL-terminated once something was added */
    size_t length, room;
} string;

/* A regular expression, and its text with lists and parts in full but without
 * groups' names, in which words can be looked for. */
typedef struct expression {
    string regex, plain;
} expression;

typedef struct part {
    char *name;
    expression is;
} part;

typedef struct word {
    char *list, *word, *value;
    bool ends_in_stop;
} word;

typedef struct pattern {
    char *name, *classes[MOST_CLASSES], *with;
    size_t class_count;
    unsigned numbers;
    expression is;
} pattern;

typedef struct example {
    const char *pattern;
    char *text, *finds; /* NULL: finds nothing */
} example;

typedef struct grammar {
    const pack_file *file;
    const char *line; /* where the reading is, for messages */
    part parts[MOST_PARTS];
    word words[MOST_WORDS];
    pattern patterns[MOST_PATTERNS];
    example examples[MOST_EXAMPLES];
    expression near;
    word *near_words;
    size_t part_count, word_count, pattern_count, example_count, with_count, near_count;
    expression *open; /* what an indented line continues */
    char *list;       /* the list that an indented line adds words to */
} grammar;

/* Reads g->file; stops the program at a mistake. */
void pack_read_grammar(grammar *g);

#endif

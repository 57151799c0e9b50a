/* pattern.h - PCRE2, as this project uses it.
 *
 * Patterns are compiled once, when the engine is made, and matched without
 * another check of the text's encoding. Every match has a limit on the work it
 * may do: a pattern that runs wild fails with BP_PATTERN_WILD, it does not
 * hang. All memory comes from arenas. */
#ifndef BP_PATTERN_H
#define BP_PATTERN_H

#include "arena.h"

typedef struct bp_pattern bp_pattern;

/* Compiles a NUL-terminated regular expression (PCRE2 syntax, UTF-8, Unicode
 * classes). `anchored`: it matches only where the search starts. On a mistake
 * gives NULL and fills `error` with BP_ERROR_PATTERN (`at`: byte in the regex),
 * or BP_ERROR_MEMORY. `arena` must outlive the pattern. */
const bp_pattern *bp_pattern_new(bp_arena *arena, const char *regex, bool anchored, bp_error *error);

/* Compiling takes a millisecond for a few patterns. Those of the grammars are compiled once, when the program is built
 * (src/freeze), and lie in it as bytes that only the same PCRE2 on the same kind of machine can read.
 *
 * Compiles `count` anchored patterns; gives their bytes, from `arena`, and how many in `length`. NULL: no memory, or a
 * mistake in the pattern `at`. */
const uint8_t *bp_patterns_freeze(bp_arena *arena, const char *const *regexes, uint32_t count, size_t *length,
                                  uint32_t *at);
/* The patterns in such bytes, which must be aligned as a pointer is. NULL: no memory, or not bytes of this PCRE2. */
const bp_pattern **bp_patterns_thaw(bp_arena *arena, const uint8_t *bytes, uint32_t count);

/* Can a match begin with this byte? A cheap look that spares most matches. */
bool bp_pattern_may_begin(const bp_pattern *pattern, char byte);

typedef enum bp_pattern_status {
    BP_PATTERN_NONE = 0, /* no match */
    BP_PATTERN_FOUND,
    BP_PATTERN_WILD,  /* the match limit was reached */
    BP_PATTERN_MEMORY /* no memory */
} bp_pattern_status;

/* Memory for matching, used again for each match of one call. */
typedef struct bp_matcher bp_matcher;
/* `groups`: the most capture groups (the whole match not counted) that will be
 * asked for. NULL: no memory. */
bp_matcher *bp_matcher_new(bp_arena *arena, uint32_t groups);

/* Looks for the pattern in text[0..length) from byte `start` on. */
bp_pattern_status bp_pattern_match(const bp_pattern *pattern, bp_matcher *matcher, const char *text, size_t length,
                                   size_t start);

/* After BP_PATTERN_FOUND: group `index` (0: the whole match). False if it took
 * no part; `start` and `end` are bytes from the start of `text`. */
bool bp_matcher_group(const bp_matcher *matcher, uint32_t index, size_t *start, size_t *end);

/* The number of the named group, or 0 if the pattern has none of that name. */
uint32_t bp_pattern_group(const bp_pattern *pattern, const char *name);

#endif

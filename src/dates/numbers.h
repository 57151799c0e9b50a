/* numbers.h - numbers as people write them: "1,500", "two and a half", "a dozen". */
#ifndef BP_NUMBERS_H
#define BP_NUMBERS_H

#include "bluepencil.h"
#include "text/grammar.h"

typedef struct bp_amount {
    bool known; /* false: "several", X in TIMEX3 */
    int64_t thousandths;
} bp_amount;

/* Reads an amount; the words' values come from the lists "number", "some" and
 * "ordinal" of the grammar. Unknown where no value can be told. */
bp_amount bp_read_amount(const bp_grammar *grammar, bp_view text);

/* Reads a small whole number: digits ("31st"), a cardinal or an ordinal word.
 * `otherwise` if it is none. */
int bp_read_integer(const bp_grammar *grammar, bp_view text, int otherwise);

/* Reads a year: "1998", "'98" (taken as the one nearest to `near`), "nineteen
 * ninety-eight". 0 if it is none. */
int bp_read_year(const bp_grammar *grammar, bp_view text, int near);

/* A list by its name; one without words if there is none. */
bp_grammar_list bp_find_list(const bp_grammar *grammar, const char *name);
/* The value of these words in a list, or NULL. Case, kind of space, hyphen and
 * apostrophe, and a final stop make no difference. */
const char *bp_value_in(const bp_grammar *grammar, bp_grammar_list list, bp_view words);

#endif

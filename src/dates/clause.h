/* clause.h - the words around a date, and the tense that each of them tells. */
#ifndef BP_CLAUSE_H
#define BP_CLAUSE_H

#include "tense.h"

enum { BP_CLAUSE_RIGHT = 16 /* tokens looked at behind a date */ };

/* A sentence: its tokens, half open. */
typedef struct bp_clause {
    const bp_document *document;
    uint32_t begin, end;
} bp_clause;

static inline bool bp_clause_says(const bp_clause *c, uint32_t token, const char *word)
{
    return bp_token_is(c->document, token, word);
}

static inline bool bp_clause_has(const bp_clause *c, uint32_t token, uint64_t classes)
{
    return (bp_token_classes(c->document, token) & classes) != 0;
}

static inline bool bp_clause_among(const bp_clause *c, uint32_t token, uint64_t hints)
{
    return bp_token_among(c->document, token, hints);
}

/* A mark that ends a clause; a comma does not: too much stands between two of them. */
bool bp_clause_ends(const bp_clause *clause, uint32_t token);
bool bp_clause_ends_in_ly(const bp_clause *clause, uint32_t token);
bool bp_clause_ends_in_ed(const bp_clause *clause, uint32_t token);
/* A form of "be" in the present tense. */
bool bp_clause_is_present(const bp_clause *clause, uint32_t token);
/* "had been due": what was planned then. */
bool bp_clause_is_behind_had(const bp_clause *clause, uint32_t token);
/* "was due to file by March 15": it may be over. */
bool bp_clause_was_planned(const bp_clause *clause, uint32_t token);
bool bp_clause_is_past_auxiliary(const bp_clause *clause, uint32_t token);
/* May it stand between an auxiliary and its verb? */
bool bp_clause_is_adverb(const bp_clause *clause, uint32_t token);
/* A form that a past tense may have: "went", "opened". */
bool bp_clause_is_past_verb(const bp_clause *clause, uint32_t token);
/* The tense of a past form at `token`; UNKNOWN: its auxiliary is an infinitive, look on. */
bp_tense bp_clause_past(const bp_clause *clause, uint32_t token);
/* The nearest cue to the left of `token`, and where it stands; the next one from `token` on. Bounded looks. */
bp_tense bp_clause_left(const bp_clause *clause, uint32_t token, uint32_t *at);
bp_tense bp_clause_right(const bp_clause *clause, uint32_t token);

#endif

/* triggers.h - which tokens may give an expression of time away, and which may
 * stand before one in it. */
#ifndef BP_TRIGGERS_H
#define BP_TRIGGERS_H

#include "reading.h"

#define BP_NO_TOKEN UINT32_MAX

/* Is there a digit in it? */
static inline bool bp_is_number(const bp_document *document, uint32_t token)
{
    const bp_token *t = &document->tokens.items[token];
    return t->kind == BP_TOKEN_NUMBER || (t->kind == BP_TOKEN_WORD && (t->flags & BP_HAS_DIGIT));
}

/* The kinds of number that this token is; 0 for a mere amount. */
unsigned bp_number_kinds(const bp_reader *reader, uint32_t token);

/* The classes of this word that wake patterns here. */
uint64_t bp_waking_classes(const bp_reader *reader, uint32_t token);

/* Do these two wake the same patterns? */
bool bp_wakes_same(const bp_reader *reader, uint32_t one, uint32_t two);

/* Hyphens and dashes, the slash, the apostrophe before a number or an "s". */
bool bp_is_inner_mark(const bp_document *document, uint32_t token);

/* May an expression begin with it, before its trigger? */
bool bp_may_begin_expression(const bp_document *document, uint32_t token);

/* May it stand before the trigger of its expression? */
bool bp_is_lead(const bp_document *document, uint32_t token);

/* The first token of the run of leads before `token`, not before `from`. */
uint32_t bp_run_start(const bp_reader *reader, uint32_t token, uint32_t from);

/* From a lead: the next trigger that is no lead itself, or the last that is. */
uint32_t bp_trigger_ahead(const bp_reader *reader, uint32_t token);

#endif

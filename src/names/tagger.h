/* tagger.h - names by a trained model. */
#ifndef BP_TAGGER_H
#define BP_TAGGER_H

#include "findings.h"
#include "text/document.h"

/* A name as the tagger sees it: tokens, half open. */
typedef struct bp_tagged {
    uint32_t first, end;
    bp_entity_type type;
    float score;
} bp_tagged;

typedef struct bp_tagged_list {
    bp_tagged *items;
    uint32_t count, room;
} bp_tagged_list;

/* Appends the names of the sentences that are to be read, in order. False: no memory. */
bool bp_find_tagged(const bp_document *document, bp_arena *arena, bp_tagged_list *found);

#endif

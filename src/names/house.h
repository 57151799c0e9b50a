/* house.h - a newsroom's own names, never-mark list and patterns. */
#ifndef BP_HOUSE_H
#define BP_HOUSE_H

#include "arena.h"
#include "findings.h"
#include "text/document.h"
#include "text/pattern.h"

/* One thing the newsroom knows, as its JSON says it; strings are NUL-terminated. */
typedef struct bp_house_name {
    const char *name;
    const char *id; /* "" for none */
    bp_entity_type type;
} bp_house_name;

typedef struct bp_house_pattern {
    const bp_pattern *pattern;
    const char *regex;
    bp_entity_type type;
} bp_house_pattern;

/* A spelling by its tokens' hash: of a name or alias, or of what is never marked. */
typedef struct bp_house_entry {
    uint32_t key;
    uint32_t check;  /* another hash of the same words, so that chance decides nothing */
    uint32_t name;   /* index, BP_HOUSE_IGNORE, or BP_NONE for a mere beginning */
    uint32_t longer; /* 1: also the beginning of a longer one */
} bp_house_entry;

#define BP_HOUSE_IGNORE (BP_NONE - 1)

typedef struct bp_house {
    bp_arena *arena;
    bp_arena scratch; /* while it is built */
    BP_LIST(bp_house_name) names;
    BP_LIST(bp_house_pattern) patterns;
    bp_house_entry *entries; /* open addressing */
    uint32_t size, count;
} bp_house;

/* Building: only while the engine is made; `bp_house_built` ends it. False: no memory. */
void bp_house_begin(bp_house *house, bp_arena *arena);
void bp_house_built(bp_house *house);
bool bp_house_add(bp_house *house, bp_view spelling, uint32_t name);

typedef struct bp_house_match {
    uint32_t tokens; /* 0: nothing here */
    uint32_t name;   /* index, or BP_HOUSE_IGNORE */
} bp_house_match;

/* The longest spelling of the house that begins at `token`. A final s of a
 * plural does not matter, nor does case, nor do accents. */
bp_house_match bp_house_at(const bp_house *house, const bp_document *document, uint32_t token, uint32_t end);

#endif

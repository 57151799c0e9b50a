/* engine.h - what an engine holds: all of it made once and never changed. */
#ifndef BP_ENGINE_H
#define BP_ENGINE_H

#include "arena.h"
#include "dates/dates.h"
#include "error.h"
#include "findings.h"
#include "names/house.h"
#include "names/rules.h"

struct bp_engine {
    bp_allocator allocator;
    bp_arena arena; /* everything below lies in it */
    size_t max_bytes;
    const bp_rules *rules;
    const bp_date_grammar *dates;
    const bp_house *house; /* NULL: none */
};

struct bp_result {
    bp_allocator allocator;
    bp_arena arena; /* this struct lies in it, too */
    const char *text;
    size_t length;
    bp_offset_unit offsets;
    bp_findings findings;
    BP_LIST(bp_block) blocks;
    char *json; /* written on demand */
    size_t json_length;
    char *annotations; /* likewise */
};

#endif

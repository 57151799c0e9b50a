/* divisions.h - states and provinces, and what lies within them. */
#ifndef BP_DIVISIONS_H
#define BP_DIVISIONS_H

#include "places.h"

typedef struct bp_division {
    uint32_t key;                     /* bp_phrase_key of the name */
    int16_t south, west, north, east; /* hundredths of a degree */
    char country[2];
    bool needs_town; /* alone it is more often a town or a country: "New York", "Georgia" */
} bp_division;

extern const bp_division *const bp_divisions; /* by key */
extern const uint32_t bp_division_count;

/* The division of this name; NULL: there is none. */
const bp_division *bp_division_named(const bp_document *document, uint32_t first, uint32_t end);

/* Does the place lie in the division, or within a few miles of it? */
bool bp_division_holds(const bp_division *division, const bp_place_record *place);

#endif

/* feasts.h - feasts that move by another calendar (src/english/feasts.txt). */
#ifndef BP_FEASTS_H
#define BP_FEASTS_H

#include <stdint.h>

enum { BP_FEASTS_FIRST_YEAR = 1950, BP_FEASTS_YEARS = 151 };

typedef struct bp_feast {
    const char *name; /* "eid-al-fitr" */
    /* Of each year the first and the second such day, as month * 32 + day; 0: there is none. */
    uint16_t days[BP_FEASTS_YEARS][2];
} bp_feast;

extern const bp_feast bp_feasts[];
extern const uint32_t bp_feast_count;

#endif

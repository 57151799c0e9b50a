/* places.h - where countries and the larger cities are (GeoNames, CC BY 4.0). */
#ifndef BP_PLACES_H
#define BP_PLACES_H

#include "text/document.h"
#include "text/packed.h"

typedef struct bp_place_record {
    uint32_t geonames;           /* 0: a country, that has none here */
    int16_t latitude, longitude; /* hundredths of a degree */
    char country[2];             /* ISO 3166-1 alpha-2 */
    uint16_t same;               /* names of one country have one number; 0: a city */
    uint16_t more;               /* 1: the next record has the same name, and fewer people */
} bp_place_record;

extern const bp_packed bp_place_names;       /* by bp_phrase_key */
extern const uint16_t *const bp_place_first; /* by index: the name's first record */
extern const bp_place_record *const bp_place_records;

/* What the list knows of places of this name; NULL: nothing. A country comes
 * first, then the most populous. */
const bp_place_record *bp_places_named(const bp_document *document, uint32_t first, uint32_t end);

#endif

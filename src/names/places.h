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
} bp_place_record;

extern const bp_packed bp_place_names; /* by bp_phrase_key */
extern const bp_place_record *const bp_place_records;

/* What the list knows of the place of this name; NULL: nothing. Of several of
 * one name it is the country, else the most populous. */
const bp_place_record *bp_place_named(const bp_document *document, uint32_t first, uint32_t end);

#endif

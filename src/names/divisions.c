#include "divisions.h"

#include "lists.h"

#include <string.h>

enum { MARGIN = 10 }; /* hundredths of a degree */

const bp_division *bp_division_named(const bp_document *document, uint32_t first, uint32_t end)
{
    if (end - first > BP_LONGEST_LISTED) return NULL;
    const uint32_t key = bp_phrase_key(document, first, end - first);
    uint32_t low = 0, high = bp_division_count;
    while (low < high) {
        const uint32_t middle = (low + high) / 2;
        if (bp_divisions[middle].key == key) return &bp_divisions[middle];
        if (bp_divisions[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

bool bp_division_holds(const bp_division *d, const bp_place_record *place)
{
    return memcmp(d->country, place->country, sizeof d->country) == 0 && place->latitude >= d->south - MARGIN &&
           place->latitude <= d->north + MARGIN && place->longitude >= d->west - MARGIN &&
           place->longitude <= d->east + MARGIN;
}

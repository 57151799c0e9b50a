#include "places.h"

#include "lists.h"

const bp_place_record *bp_places_named(const bp_document *document, uint32_t first, uint32_t end)
{
    if (end - first > BP_LONGEST_LISTED) return NULL;
    const uint32_t index = bp_packed_find(&bp_place_names, bp_phrase_key(document, first, end - first));
    return index == UINT32_MAX ? NULL : &bp_place_records[bp_place_first[index]];
}

/* json.h - options and house style in, results out. The only users of cJSON. */
#ifndef BP_JSON_H
#define BP_JSON_H

#include "bluepencil.h"
#include "cursor.h"
#include "names/house.h"

#include <cJSON.h>

/* Is this JSON? `end` is the byte behind its value and the white space there,
 * or the one that is wrong. */
bool bp_json_check(const char *json, size_t length, size_t *end);

/* Parses an object; on a mistake NULL and `error` filled with BP_ERROR_JSON
 * (`at`: byte) or BP_ERROR_MEMORY. Length 0 and white space read as {}. */
cJSON *bp_json_parse(const char *json, size_t length, bp_error *error);
/* The same without a tree: puts `cursor` before the first item. Fails with
 * BP_ERROR_UTF8, too. */
bool bp_json_begin_object(const char *json, size_t length, bp_json_cursor *cursor, bp_error *error);

/* "options: NAME ...": fills `error` with BP_ERROR_OPTIONS. */
bp_status bp_json_refuse(bp_error *error, const char *name, const char *what);

/* The type named so, or BP_ENTITY_TYPES. */
bp_entity_type bp_json_entity_type(bp_view name);

/* Reads house style into an empty `house`. */
bp_status bp_house_read(const char *json, size_t length, bp_house *house, bp_error *error);

#endif

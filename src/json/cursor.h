/* cursor.h - a walk over JSON, without a tree: a hundred thousand house names
 * are read in a sixth of the work that making and freeing their tree is.
 *
 * Only for JSON that bp_json_check has let through; nothing is checked again.
 *
 *     bp_json_cursor c = bp_json_begin(json, length);
 *     for (bp_json_enter(&c); bp_json_next(&c);) bp_json_skip(&c);   an array's items
 *
 * An item is read by exactly one of enter (and next until it says no), string
 * and skip; an object's begins with its key, read by bp_json_key. */
#ifndef BP_JSON_CURSOR_H
#define BP_JSON_CURSOR_H

#include "arena.h"

#include <stdbool.h>

typedef struct bp_json_cursor {
    const char *at, *end;
} bp_json_cursor;

/* At the value that `json` is. */
bp_json_cursor bp_json_begin(const char *json, size_t length);

/* What the value here begins with: { [ " t f n, a digit or a minus. */
char bp_json_kind(const bp_json_cursor *cursor);

/* Into the object or array that begins here. */
void bp_json_enter(bp_json_cursor *cursor);
/* Is there another item in what was entered? If not, the cursor is behind it. */
bool bp_json_next(bp_json_cursor *cursor);

/* The string here, or the key and its colon: bytes of the JSON itself, or of
 * `arena` if they had to be unescaped. It ends at U+0000, as a C string would.
 * NULL in `at`: no memory. */
bp_view bp_json_string(bp_json_cursor *cursor, bp_arena *arena);
bp_view bp_json_key(bp_json_cursor *cursor, bp_arena *arena);

/* Over a value of any kind; gives its bytes. */
bp_view bp_json_skip(bp_json_cursor *cursor);

#endif

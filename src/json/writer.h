/* writer.h - a growing string of JSON, made of small cJSON objects. */
#ifndef BP_WRITER_H
#define BP_WRITER_H

#include "bluepencil.h"

#include <cJSON.h>

typedef struct bp_writer {
    const bp_allocator *allocator;
    char *bytes;
    size_t length, room;
    bool failed;   /* no memory; what follows does nothing */
    char *scratch; /* for escaping one string */
    size_t scratch_room;
} bp_writer;

void bp_write_text(bp_writer *writer, const char *text);
/* Prints `item` behind what is there, and deletes it. NULL counts as a failed allocation. */
void bp_write_item(bp_writer *writer, cJSON *item);

/* Members of an object; each marks the writer failed when memory is out. Numbers
 * are written as integers or with fixed decimals, so that no locale and no
 * platform changes a byte. */
void bp_add_string(bp_writer *writer, cJSON *object, const char *key, bp_view value);
void bp_add_word(bp_writer *writer, cJSON *object, const char *key, const char *value);
void bp_add_count(bp_writer *writer, cJSON *object, const char *key, uint32_t value);
void bp_add_decimal(bp_writer *writer, cJSON *object, const char *key, double value, int decimals);
/* Adds what was made elsewhere, and takes it over even if that fails; NULL counts as a failed allocation. */
void bp_add_item(bp_writer *writer, cJSON *array, cJSON *item);
void bp_add_member(bp_writer *writer, cJSON *object, const char *key, cJSON *item);
/* JSON as it is. */
void bp_add_raw(bp_writer *writer, cJSON *object, const char *key, const char *json);

/* Gives back the scratch memory; the bytes stay the caller's. */
void bp_writer_done(bp_writer *writer);

#endif

/* pack_table.h - tab-separated columns, and the keys of the phrases in them. */
#ifndef PACK_TABLE_H
#define PACK_TABLE_H

#include "arena.h"
#include "pack.h"

enum { PACK_MOST_COLUMNS = 12 };

typedef struct pack_row {
    const pack_file *file;
    int columns;
    const char *starts[PACK_MOST_COLUMNS];
    size_t lengths[PACK_MOST_COLUMNS];
} pack_row;

/* Gives each line that is no comment. */
typedef void pack_take_row(void *context, const pack_row *row);
void pack_each_row(const char *source, const char *name, pack_take_row *take, void *context);

/* Gives each phrase of a column (separated by ";") with its key, as
 * bp_phrase_key makes it; phrases too long to be looked up are left out. */
typedef void pack_take_phrase(void *context, uint32_t key);
void pack_each_phrase(bp_arena *arena, const pack_row *row, int column, pack_take_phrase *take, void *context);

/* A number in a column; the program ends if there is none. */
double pack_number(const pack_row *row, int column);

#endif

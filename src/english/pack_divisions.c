/* lists/divisions.txt: a record for each name, by key. */
#include "names/divisions.h"
#include "pack_table.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 1024 };

typedef struct builder {
    bp_division divisions[MOST];
    size_t count;
    bp_division now; /* of the row that is read */
    bp_arena arena;
} builder;

static void add(void *context, uint32_t key)
{
    builder *b = context;
    if (b->count == MOST) {
        fputs("pack: too many divisions\n", stderr);
        exit(1);
    }
    b->divisions[b->count] = b->now;
    b->divisions[b->count++].key = key;
}

static int16_t hundredths(const pack_row *row, int column)
{
    const double degrees = pack_number(row, column);
    return (int16_t)(degrees * 100 + (degrees < 0 ? -0.5 : 0.5));
}

static void add_division(void *context, const pack_row *row)
{
    builder *b = context;
    if (row->lengths[2] != 2) {
        fputs("pack: a division without its country\n", stderr);
        exit(1);
    }
    b->now = (bp_division){
        .south = hundredths(row, 3), .west = hundredths(row, 4), .north = hundredths(row, 5), .east = hundredths(row, 6)
    };
    memcpy(b->now.country, row->starts[2], sizeof b->now.country);
    pack_each_phrase(&b->arena, row, 0, add, b);
    b->now.needs_town = true;
    pack_each_phrase(&b->arena, row, 1, add, b);
}

static int by_key(const void *a, const void *b)
{
    const bp_division *x = a, *y = b;
    return x->key < y->key ? -1 : x->key > y->key;
}

void pack_divisions(const char *source, const char *out)
{
    builder *b = pack_take(sizeof *b);
    bp_arena_init(&b->arena, &bp_default_allocator);
    pack_each_row(source, "lists/divisions.txt", add_division, b);
    qsort(b->divisions, b->count, sizeof *b->divisions, by_key);
    FILE *to = pack_open(out, "divisions_data.c");
    fputs("#include \"names/divisions.h\"\n\nstatic const bp_division divisions[] = {\n", to);
    for (size_t i = 0; i < b->count; i++) {
        const bp_division *d = &b->divisions[i];
        fprintf(to, "{ %uu, %d, %d, %d, %d, { '%c', '%c' }, %s },\n", (unsigned)d->key, d->south, d->west, d->north,
                d->east, d->country[0], d->country[1], d->needs_town ? "true" : "false");
    }
    fprintf(to, "};\nconst bp_division *const bp_divisions = divisions;\nconst uint32_t bp_division_count = %u;\n",
            (unsigned)b->count);
    pack_close(to);
    bp_arena_done(&b->arena);
    free(b);
}

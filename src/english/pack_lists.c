/* lists/NAME.txt: which columns hold phrases, and of what kind, stands here. */
#include "names/lists.h"
#include "pack_set.h"
#include "pack_table.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 19, MOST_KINDS = 1 << 16, TABLE = 1 << 20 };

typedef struct list {
    const char *name;
    uint16_t flags[PACK_MOST_COLUMNS]; /* of the phrases in each column */
    int gender;                        /* a column that says f or m; 0: none */
    int common;                        /* a column that says c of ordinary words; 0: none */
} list;

static const list lists[] = {
    { .name = "lists/countries.txt",
      .flags = { 0, BP_LISTED_COUNTRY, BP_LISTED_COUNTRY, BP_LISTED_CITY, BP_LISTED_GROUP, BP_LISTED_GROUP,
                 BP_LISTED_GROUP, BP_LISTED_GROUP } },
    { .name = "lists/places.txt", .flags = { BP_LISTED_CITY } },
    { .name = "lists/first-names.txt", .flags = { BP_LISTED_FIRST_NAME }, .gender = 1, .common = 2 },
    { .name = "lists/last-names.txt", .flags = { BP_LISTED_LAST_NAME }, .common = 1 },
    { .name = "lists/organizations.txt", .flags = { BP_LISTED_ORGANIZATION, 0, BP_LISTED_ORGANIZATION } },
    { .name = "lists/events.txt", .flags = { BP_LISTED_EVENT } },
    { .name = "lists/products.txt", .flags = { BP_LISTED_PRODUCT } },
    { .name = "lists/works.txt", .flags = { BP_LISTED_WORK } },
    { .name = "lists/laws.txt", .flags = { BP_LISTED_LAW } },
    { .name = "lists/organization-words.txt", .flags = { BP_LISTED_ORGANIZATION_WORD } },
    { .name = "lists/place-words.txt", .flags = { BP_LISTED_PLACE_WORD } },
    { .name = "lists/regions.txt", .flags = { BP_LISTED_REGION } },
    { .name = "lists/groups.txt", .flags = { BP_LISTED_GROUP, BP_LISTED_GROUP, BP_LISTED_GROUP } },
    { .name = "lists/titles.txt", .flags = { BP_LISTED_TITLE }, .gender = 1 },
};

typedef struct builder {
    pack_key *keys;
    size_t count;
    uint32_t *table; /* open addressing by hash: index of the key + 1 */
    bp_arena arena;
    const list *list;
    uint16_t flags; /* of the column that is read */
} builder;

static void add_key(void *context, uint32_t key)
{
    builder *b = context;
    uint32_t slot = key & (TABLE - 1);
    while (b->table[slot] && b->keys[b->table[slot] - 1].hash != key) slot = (slot + 1) & (TABLE - 1);
    if (b->table[slot]) {
        b->keys[b->table[slot] - 1].value |= b->flags;
        return;
    }
    if (b->count == MOST) {
        fputs("pack: too many listed phrases\n", stderr);
        exit(1);
    }
    b->keys[b->count] = (pack_key){ key, (uint32_t)b->count, b->flags };
    b->table[slot] = (uint32_t)++b->count;
}

static bool says(const pack_row *row, int column, char letter)
{
    return column && column < row->columns && row->lengths[column] == 1 && row->starts[column][0] == letter;
}

static void add_row(void *context, const pack_row *row)
{
    builder *b = context;
    int extra = 0;
    if (says(row, b->list->gender, 'f')) extra |= BP_LISTED_FEMALE;
    if (says(row, b->list->gender, 'm')) extra |= BP_LISTED_MALE;
    if (says(row, b->list->common, 'c')) extra |= BP_LISTED_COMMON;
    for (int i = 0; i < row->columns; i++) {
        b->flags = (uint16_t)(b->list->flags[i] | extra);
        if (b->list->flags[i]) pack_each_phrase(&b->arena, row, i, add_key, b);
    }
}

/* A combination of flags, and how many phrases have it. */
typedef struct kind {
    uint16_t flags;
    uint32_t count;
} kind;

static int by_count(const void *a, const void *b)
{
    const kind *x = a, *y = b;
    if (x->count != y->count) return x->count > y->count ? -1 : 1;
    return (x->flags > y->flags) - (x->flags < y->flags);
}

/* The commonest first; gives how many there are. */
static uint32_t find_kinds(const builder *b, size_t count, kind *kinds)
{
    uint32_t found = 0;
    for (uint32_t flags = 0; flags < MOST_KINDS; flags++) kinds[flags] = (kind){ (uint16_t)flags, 0 };
    for (size_t i = 0; i < count; i++) kinds[b->keys[i].value].count++;
    qsort(kinds, MOST_KINDS, sizeof *kinds, by_count);
    while (found < MOST_KINDS && kinds[found].count) found++;
    return found;
}

static int distance(uint32_t a, uint32_t b)
{
    int bits = 0;
    for (uint32_t other = a ^ b; other; other &= other - 1) bits++;
    return bits;
}

/* A kind's number is a byte. What is too rare to have one (a few phrases that
 * stand in four or five lists) takes the likest that has. */
static uint32_t number_of(const kind *kinds, uint32_t kind_count, uint32_t flags)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < kind_count && distance(kinds[best].flags, flags); i++)
        if (distance(kinds[i].flags, flags) < distance(kinds[best].flags, flags)) best = i;
    return best;
}

static void write_lists(builder *b, const char *out)
{
    kind *kinds = pack_take(MOST_KINDS * sizeof *kinds);
    FILE *to = pack_open(out, "lists_data.c");
    fputs("#include \"names/lists.h\"\n\n", to);
    const size_t count = pack_set(to, "listed_phrases", b->keys, b->count, PACK_PRINT_8);
    uint32_t kind_count = find_kinds(b, count, kinds);
    if (kind_count > 256) kind_count = 256;
    fputs("static const uint8_t kinds[] = {", to);
    for (size_t i = 0; i < count; i++)
        fprintf(to, "%s%u,", i % 16 ? "" : "\n", (unsigned)number_of(kinds, kind_count, b->keys[i].value));
    fputs("\n};\nstatic const uint16_t flags[] = {", to);
    for (uint32_t i = 0; i < kind_count; i++) fprintf(to, "%u,", (unsigned)kinds[i].flags);
    fputs("};\nconst uint8_t *const bp_listed_kinds = kinds;\nconst uint16_t *const bp_listed_flags = flags;\n", to);
    pack_close(to);
    free(kinds);
}

void pack_lists(const char *source, const char *out)
{
    builder b = { .keys = pack_take(MOST * sizeof *b.keys), .table = pack_take(TABLE * sizeof *b.table) };
    bp_arena_init(&b.arena, &bp_default_allocator);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        b.list = &lists[i];
        pack_each_row(source, lists[i].name, add_row, &b);
    }
    write_lists(&b, out);
    bp_arena_done(&b.arena);
    free(b.keys);
    free(b.table);
}

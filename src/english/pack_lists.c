/* lists/NAME.txt: tab-separated columns; which of them hold phrases, and of what
 * kind, stands here. Several phrases of one column are separated by ";". */
#include "names/lists.h"
#include "pack_set.h"
#include "text/folding.h"
#include "text/hash.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 19, MOST_COLUMNS = 12, MOST_KINDS = 256, TABLE = 1 << 20 };

typedef struct list {
    const char *name;
    uint16_t flags[MOST_COLUMNS]; /* of the phrases in each column */
    int gender;                   /* a column that says f or m; 0: none */
    int common;                   /* a column that says c of ordinary words; 0: none */
} list;

static const list lists[] = {
    { .name = "lists/countries.txt",
      .flags = { 0, BP_LISTED_COUNTRY, BP_LISTED_COUNTRY, BP_LISTED_CITY, BP_LISTED_GROUP, BP_LISTED_GROUP,
                 BP_LISTED_GROUP, BP_LISTED_GROUP } },
    { .name = "lists/places.txt", .flags = { BP_LISTED_CITY } },
    { .name = "lists/first-names.txt", .flags = { BP_LISTED_FIRST_NAME }, .gender = 1, .common = 2 },
    { .name = "lists/organization-words.txt", .flags = { BP_LISTED_ORGANIZATION_WORD } },
    { .name = "lists/place-words.txt", .flags = { BP_LISTED_PLACE_WORD } },
    { .name = "lists/titles.txt", .flags = { BP_LISTED_TITLE }, .gender = 1 },
};

typedef struct builder {
    pack_key *keys;
    size_t count;
    uint32_t *table; /* open addressing by hash: index of the key + 1 */
    bp_arena arena;
} builder;

static void add_key(builder *b, const pack_file *file, size_t at, uint32_t hash, uint16_t flags)
{
    uint32_t slot = hash & (TABLE - 1);
    while (b->table[slot] && b->keys[b->table[slot] - 1].hash != hash) slot = (slot + 1) & (TABLE - 1);
    if (b->table[slot]) {
        b->keys[b->table[slot] - 1].value |= flags;
        return;
    }
    if (b->count == MOST) pack_fail(file, at, "too many phrases");
    b->keys[b->count] = (pack_key){ hash, (uint32_t)b->count, flags };
    b->table[slot] = (uint32_t)++b->count;
}

static void add_phrase(builder *b, const pack_file *file, const char *phrase, size_t length, uint16_t flags)
{
    const size_t at = (size_t)(phrase - file->bytes);
    bp_document document = { .arena = &b->arena, .text = phrase, .length = length };
    if (!bp_find_blocks(&document) || !bp_find_tokens(&document)) pack_fail(file, at, "no memory");
    if (document.tokens.count == 0 || document.tokens.count > BP_LONGEST_LISTED) return; /* too long to be looked up */
    uint32_t key = 0;
    for (uint32_t i = 0; i < document.tokens.count; i++)
        key = bp_hash_pair(key, bp_folded_hash(bp_token_word(&document, i)->lower, false));
    add_key(b, file, at, key, flags);
}

static void add_column(builder *b, const pack_file *file, const char *at, size_t length, uint16_t flags)
{
    for (size_t from = 0; from < length;) {
        size_t to = from;
        while (to < length && at[to] != ';') to++;
        if (to > from) add_phrase(b, file, at + from, to - from, flags);
        from = to + 1;
    }
}

/* The columns of a line; gives their number. */
static int cut_line(const char *line, size_t length, const char **starts, size_t *lengths)
{
    int columns = 0;
    for (size_t from = 0; from <= length && columns < MOST_COLUMNS; columns++) {
        size_t to = from;
        while (to < length && line[to] != '\t') to++;
        starts[columns] = line + from;
        lengths[columns] = to - from;
        from = to + 1;
    }
    return columns;
}

static bool says(int column, char letter, const char **starts, const size_t *lengths, int columns)
{
    return column && column < columns && lengths[column] == 1 && starts[column][0] == letter;
}

static uint16_t extra_flags(const list *l, const char **starts, const size_t *lengths, int columns)
{
    int flags = 0;
    if (says(l->gender, 'f', starts, lengths, columns)) flags |= BP_LISTED_FEMALE;
    if (says(l->gender, 'm', starts, lengths, columns)) flags |= BP_LISTED_MALE;
    if (says(l->common, 'c', starts, lengths, columns)) flags |= BP_LISTED_COMMON;
    return (uint16_t)flags;
}

static void read_list(builder *b, const list *l, const char *source)
{
    const pack_file file = pack_read(source, l->name);
    const char *starts[MOST_COLUMNS];
    size_t lengths[MOST_COLUMNS], length;
    for (const char *line = file.bytes; *line; line += length, line += *line == '\n') {
        length = strcspn(line, "\n");
        if (*line == '#' || length == 0) continue;
        const int columns = cut_line(line, length, starts, lengths);
        const uint16_t extra = extra_flags(l, starts, lengths, columns);
        for (int i = 0; i < columns; i++)
            if (l->flags[i]) add_column(b, &file, starts[i], lengths[i], (uint16_t)(l->flags[i] | extra));
    }
}

static uint32_t kind_of(uint16_t *kinds, uint32_t *count, uint32_t flags)
{
    for (uint32_t i = 0; i < *count; i++)
        if (kinds[i] == flags) return i;
    if (*count == MOST_KINDS) {
        fputs("pack: more than 256 kinds of listed phrases\n", stderr);
        exit(1);
    }
    kinds[*count] = (uint16_t)flags;
    return (*count)++;
}

void pack_lists(const char *source, const char *out)
{
    builder b = { .keys = pack_take(MOST * sizeof *b.keys), .table = pack_take(TABLE * sizeof *b.table) };
    uint16_t kinds[MOST_KINDS];
    uint32_t kind_count = 0;
    bp_arena_init(&b.arena, &bp_default_allocator);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) read_list(&b, &lists[i], source);
    FILE *to = pack_open(out, "lists_data.c");
    fputs("#include \"names/lists.h\"\n\n", to);
    const size_t count = pack_set(to, "listed_phrases", b.keys, b.count);
    fputs("static const uint8_t kinds[] = {", to);
    for (size_t i = 0; i < count; i++)
        fprintf(to, "%s%u,", i % 16 ? "" : "\n", (unsigned)kind_of(kinds, &kind_count, b.keys[i].value));
    fputs("\n};\nstatic const uint16_t flags[] = {", to);
    for (uint32_t i = 0; i < kind_count; i++) fprintf(to, "%u,", (unsigned)kinds[i]);
    fputs("};\nconst uint8_t *const bp_listed_kinds = kinds;\nconst uint16_t *const bp_listed_flags = flags;\n", to);
    pack_close(to);
    bp_arena_done(&b.arena);
    free(b.keys);
    free(b.table);
}

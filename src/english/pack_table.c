#include "pack_table.h"

#include "names/lists.h"

#include <stdlib.h>
#include <string.h>

static void cut_line(pack_row *row, const char *line, size_t length)
{
    row->columns = 0;
    for (size_t from = 0; from <= length && row->columns < PACK_MOST_COLUMNS; row->columns++) {
        size_t to = from;
        while (to < length && line[to] != '\t') to++;
        row->starts[row->columns] = line + from;
        row->lengths[row->columns] = to - from;
        from = to + 1;
    }
}

void pack_each_row(const char *source, const char *name, pack_take_row *take, void *context)
{
    const pack_file file = pack_read(source, name);
    size_t length;
    for (const char *line = file.bytes; *line; line += length, line += *line == '\n') {
        length = strcspn(line, "\n");
        if (*line == '#' || length == 0) continue;
        pack_row row = { .file = &file };
        cut_line(&row, line, length);
        take(context, &row);
    }
}

static uint32_t key_of(bp_arena *arena, const pack_file *file, const char *phrase, size_t length)
{
    bp_document document = { .arena = arena, .text = phrase, .length = length };
    if (!bp_find_blocks(&document) || !bp_find_tokens(&document))
        pack_fail(file, (size_t)(phrase - file->bytes), "no memory");
    if (document.tokens.count == 0 || document.tokens.count > BP_LONGEST_LISTED) return 0;
    return bp_phrase_key(&document, 0, document.tokens.count);
}

void pack_each_phrase(bp_arena *arena, const pack_row *row, int column, pack_take_phrase *take, void *context)
{
    const size_t length = column < row->columns ? row->lengths[column] : 0;
    for (size_t from = 0; from < length;) {
        const char *at = row->starts[column] + from;
        size_t to = from;
        while (to < length && row->starts[column][to] != ';') to++;
        const uint32_t key = to > from ? key_of(arena, row->file, at, to - from) : 0;
        if (key) take(context, key);
        from = to + 1;
    }
}

double pack_number(const pack_row *row, int column)
{
    char *end = NULL;
    const double number = column < row->columns ? strtod(row->starts[column], &end) : 0;
    if (!end || end == row->starts[column])
        pack_fail(row->file, (size_t)(row->starts[0] - row->file->bytes), "a number is missing");
    return number;
}

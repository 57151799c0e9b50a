/* feasts.txt: a row a year, a column a feast. */
#include "dates/feasts.h"
#include "pack.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_FEASTS = 64 };

typedef struct table {
    const pack_file *file;
    bp_feast feasts[MOST_FEASTS];
    uint32_t count;
} table;

_Noreturn static void fail(const table *t, const char *at, const char *message)
{
    pack_fail(t->file, (size_t)(at - t->file->bytes), message);
}

/* Cuts the next word of a line off; NULL at its end. */
static char *next_word(char **at)
{
    char *from = *at + strspn(*at, " ");
    if (*from == 0 || *from == '\n') return NULL;
    const size_t length = strcspn(from, " \n");
    char *word = pack_take(length + 1);
    memcpy(word, from, length);
    *at = from + length;
    return word;
}

static void read_head(table *t, char *line)
{
    const char *first = next_word(&line);
    if (!first || strcmp(first, "year") != 0) fail(t, line, "the first row begins with \"year\"");
    for (const char *name; (name = next_word(&line));) {
        if (t->count == MOST_FEASTS) fail(t, line, "too many feasts");
        t->feasts[t->count++].name = name;
    }
}

/* "12-16", "01-01+12-21" or "-" */
static void read_cell(const table *t, const char *line, char *cell, uint16_t *days)
{
    if (strcmp(cell, "-") == 0) return;
    for (int i = 0; i < 2 && *cell; i++) {
        const long month = strtol(cell, &cell, 10), day = *cell == '-' ? strtol(cell + 1, &cell, 10) : 0;
        if (month < 1 || month > 12 || day < 1 || day > 31) fail(t, line, "a month and a day, as 12-16");
        days[i] = (uint16_t)(month * 32 + day);
        cell += *cell == '+';
    }
    if (*cell) fail(t, line, "two days in a year at most");
}

static void read_row(table *t, char *line)
{
    const char *begin = line;
    char *year = next_word(&line);
    const int row = year ? atoi(year) - BP_FEASTS_FIRST_YEAR : -1;
    if (row < 0 || row >= BP_FEASTS_YEARS) fail(t, begin, "a row begins with a year from 1950 to 2100");
    for (uint32_t i = 0; i < t->count; i++) {
        char *cell = next_word(&line);
        if (!cell) fail(t, begin, "a day is missing");
        read_cell(t, begin, cell, t->feasts[i].days[row]);
        free(cell);
    }
    free(year);
}

static void write_feast(FILE *out, const bp_feast *feast)
{
    fprintf(out, "{ \"%s\", {", feast->name);
    for (int i = 0; i < BP_FEASTS_YEARS; i++)
        fprintf(out, "%s{%d,%d},", i % 12 ? "" : "\n", feast->days[i][0], feast->days[i][1]);
    fputs(" } },\n", out);
}

void pack_feasts(const char *source, const char *out)
{
    const pack_file file = pack_read(source, "feasts.txt");
    table *t = pack_take(sizeof *t);
    t->file = &file;
    for (char *line = file.bytes; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        if (*line == '#' || *line == '\n') continue;
        if (t->count == 0)
            read_head(t, line);
        else
            read_row(t, line);
    }
    FILE *to = pack_open(out, "feasts_data.c");
    fputs("#include \"dates/feasts.h\"\n\nconst bp_feast bp_feasts[] = {\n", to);
    for (uint32_t i = 0; i < t->count; i++) write_feast(to, &t->feasts[i]);
    fprintf(to, "};\nconst uint32_t bp_feast_count = %u;\n", (unsigned)t->count);
    pack_close(to);
    free(t);
}

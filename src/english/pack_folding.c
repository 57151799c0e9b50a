/* folding.txt: accented letters and their plain spellings, sorted by letter. */
#include "pack.h"
#include "text/characters.h"
#include "text/folding.h"
#include "text/folding_data.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 1024 };

static bp_fold_entry entries[MOST];
static size_t count;

/* The packer's own, as long as there is no packed table: lists are folded, too. */
const char *bp_fold(uint32_t point)
{
    for (size_t i = 0; i < count; i++)
        if (entries[i].point == point) return entries[i].plain;
    return NULL;
}

static int by_point(const void *a, const void *b)
{
    return (int)((const bp_fold_entry *)a)->point - (int)((const bp_fold_entry *)b)->point;
}

static void read_line(const pack_file *file, const char *line)
{
    const size_t plain = strcspn(line, " \n");
    if (plain == 0 || plain > 3 || line[plain] != ' ')
        pack_fail(file, (size_t)(line - file->bytes), "one to three letters, a space, letters");
    for (const char *at = line + plain + 1; *at && *at != '\n';) {
        size_t length;
        if (count == MOST) pack_fail(file, (size_t)(line - file->bytes), "too many letters");
        entries[count].point = (uint16_t)bp_decode(at, &length);
        memcpy(entries[count++].plain, line, plain);
        at += length;
    }
}

void pack_folding(const char *source, const char *out)
{
    const pack_file file = pack_read(source, "folding.txt");
    for (const char *line = file.bytes; *line; line += strcspn(line, "\n"), line += *line == '\n')
        if (*line != '#' && *line != '\n') read_line(&file, line);
    qsort(entries, count, sizeof *entries, by_point);
    FILE *to = pack_open(out, "folding_data.c");
    fputs("#include \"text/folding_data.h\"\n\nconst bp_fold_entry bp_folds[] = {\n", to);
    for (size_t i = 0; i < count; i++) fprintf(to, "{ %u, \"%s\" },\n", (unsigned)entries[i].point, entries[i].plain);
    fprintf(to, "};\nconst uint32_t bp_fold_count = %zu;\n", count);
    pack_close(to);
}

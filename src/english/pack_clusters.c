/* clusters.txt: "word number", the commonest word first. */
#include "pack_set.h"
#include "text/hash.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 18 };

static void write_numbers(FILE *to, const char *name, const pack_key *keys, size_t count, unsigned shift)
{
    fprintf(to, "static const uint16_t %s[] = {", name);
    for (size_t i = 0; i < count; i++)
        fprintf(to, "%s%u,", i % 16 ? "" : "\n", (unsigned)(keys[i].value >> shift & 0xFFFF));
    fputs("\n};\n", to);
}

void pack_clusters(const char *source, const char *out)
{
    const pack_file file = pack_read(source, "clusters.txt");
    pack_key *keys = pack_take(MOST * sizeof *keys);
    size_t count = 0;
    for (const char *line = file.bytes; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        if (*line == '#') continue;
        const size_t word = strcspn(line, " \n");
        char *end;
        const long number = line[word] == ' ' ? strtol(line + word, &end, 10) : -1;
        const long kind = number >= 0 ? strtol(end, &end, 10) : -1;
        if (number < 0 || number > 1023 || kind < 0 || kind > 1023 || *end != '\n' || count == MOST)
            pack_fail(&file, (size_t)(line - file.bytes), "a word and two numbers from 0 to 1023");
        keys[count] = (pack_key){ bp_hash_bytes(line, word), (uint32_t)count,
                                  (uint32_t)(number + 1) | (uint32_t)(kind + 1) << 16 };
        count++;
    }
    FILE *to = pack_open(out, "clusters_data.c");
    fputs("#include \"names/clusters.h\"\n\n", to);
    count = pack_set(to, "cluster_words", keys, count, PACK_PRINT_8);
    write_numbers(to, "numbers", keys, count, 0);
    write_numbers(to, "kinds", keys, count, 16);
    fputs("const uint16_t *const bp_cluster_numbers = numbers;\nconst uint16_t *const bp_cluster_kinds = kinds;\n", to);
    pack_close(to);
    free(keys);
}

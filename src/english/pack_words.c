/* words/NAME.txt: the classes of words, put into one hash table that is used
 * where it lies. The packer keeps the table too, and answers bp_lexicon_classes
 * itself: what it packs later is cut into tokens by the engine's own scanner. */
#define _POSIX_C_SOURCE 200809L /* scandir */

#include "pack.h"
#include "text/hash.h"
#include "text/lexicon.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE = 1 << 16 };

typedef struct word {
    const char *at;
    size_t length;
    uint32_t hash;
    uint64_t classes;
} word;

static word table[SIZE];
static size_t count;

static word *find(const char *at, size_t length, uint32_t hash)
{
    uint32_t slot = hash & (SIZE - 1);
    while (table[slot].at && (table[slot].length != length || memcmp(table[slot].at, at, length) != 0))
        slot = (slot + 1) & (SIZE - 1);
    return &table[slot];
}

uint64_t bp_lexicon_classes(const char *at, size_t length, uint32_t hash)
{
    return find(at, length, hash)->classes;
}

static void read_class(const pack_file *file, uint64_t class)
{
    const char *at = file->bytes;
    while (*at) {
        if (*at == '#') at += strcspn(at, "\n");
        const size_t length = strcspn(at, " \t\n");
        if (length) {
            const uint32_t hash = bp_hash_bytes(at, length);
            word *w = find(at, length, hash);
            for (size_t i = 0; i < length; i++)
                if (at[i] >= 'A' && at[i] <= 'Z')
                    pack_fail(file, (size_t)(at - file->bytes), "a word class is lower case");
            if (!w->at && ++count > SIZE / 2) pack_fail(file, (size_t)(at - file->bytes), "too many words");
            *w = (word){ at, length, hash, w->classes | class };
        }
        at += length;
        at += strspn(at, " \t\n");
    }
}

static int is_list(const struct dirent *entry)
{
    const size_t length = strlen(entry->d_name);
    return length > 4 && strcmp(entry->d_name + length - 4, ".txt") == 0;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* In the order that classes.sh gives the bits: by name. */
static void read_classes(const char *source)
{
    char directory[4096], name[512];
    snprintf(directory, sizeof directory, "%s/words", source);
    struct dirent **entries;
    const int found = scandir(directory, &entries, is_list, by_name);
    if (found < 0) {
        perror(directory);
        exit(1);
    }
    for (int i = 0; i < found; i++) {
        snprintf(name, sizeof name, "words/%s", entries[i]->d_name);
        const pack_file file = pack_read(source, name);
        read_class(&file, UINT64_C(1) << i);
    }
}

static void write_string(FILE *out, const char *at, size_t length)
{
    fputc('"', out);
    for (size_t i = 0; i < length; i++) fprintf(out, "\\%03o", (unsigned)(unsigned char)at[i]);
    fputs("\"\n", out);
}

static void write_table(FILE *out)
{
    uint32_t size = 64;
    while (size * 2 < count * 3) size *= 2;
    word **slots = pack_take(size * sizeof *slots);
    for (size_t i = 0; i < SIZE; i++) {
        if (!table[i].at) continue;
        uint32_t slot = table[i].hash & (size - 1);
        while (slots[slot]) slot = (slot + 1) & (size - 1);
        slots[slot] = &table[i];
    }
    fputs("static const char pool[] =\n", out);
    for (uint32_t i = 0; i < size; i++)
        if (slots[i]) write_string(out, slots[i]->at, slots[i]->length);
    fprintf(out, ";\nenum { SIZE = %u };\nstatic const bp_lexicon_entry entries[SIZE] = {\n", size);
    unsigned at = 0;
    for (uint32_t i = 0; i < size; i++) {
        if (!slots[i]) {
            fputs("{ 0, 0, 0 },\n", out);
            continue;
        }
        fprintf(out, "{ UINT64_C(0x%llx), %u, %zu },\n", (unsigned long long)slots[i]->classes, at, slots[i]->length);
        at += (unsigned)slots[i]->length;
    }
    fputs("};\n", out);
    free(slots);
}

void pack_words(const char *source, const char *out)
{
    read_classes(source);
    FILE *file = pack_open(out, "lexicon_data.c");
    fputs("#include \"text/lexicon_data.h\"\n\n", file);
    write_table(file);
    fputs("const bp_lexicon_entry *const bp_lexicon_entries = entries;\n"
          "const char *const bp_lexicon_pool = pool;\nconst uint32_t bp_lexicon_size = SIZE;\n",
          file);
    pack_close(file);
}

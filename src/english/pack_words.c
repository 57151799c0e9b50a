/* words/NAME.txt and hints.txt: the classes of words and the short lists, put into one
 * hash table that is used where it lies. The packer keeps the table too, and answers bp_lexicon_find
 * itself: what it packs later is cut into tokens by the engine's own scanner. */
#define _POSIX_C_SOURCE 200809L /* scandir */

#include "pack.h"
#include "text/hash.h"
#include "text/lexicon.h"
#include "text/lexicon_data.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE = 1 << 16 };

typedef struct word {
    const char *at;
    size_t length;
    uint32_t hash;
    bp_word_set set;
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

const bp_word_set *bp_lexicon_find(const char *at, size_t length, uint32_t hash)
{
    return &find(at, length, hash)->set;
}

static void add(const pack_file *file, const char *at, size_t length, bp_word_set set)
{
    const uint32_t hash = bp_hash_bytes(at, length);
    word *w = find(at, length, hash);
    for (size_t i = 0; i < length; i++)
        if (at[i] >= 'A' && at[i] <= 'Z') pack_fail(file, (size_t)(at - file->bytes), "a word class is lower case");
    if (!w->at && ++count > SIZE / 2) pack_fail(file, (size_t)(at - file->bytes), "too many words");
    *w = (word){ at, length, hash, { w->set.classes | set.classes, w->set.hints | set.hints } };
}

static void read_class(const pack_file *file, uint64_t class)
{
    const char *at = file->bytes;
    while (*at) {
        if (*at == '#') at += strcspn(at, "\n");
        const size_t length = strcspn(at, " \t\n");
        if (length) add(file, at, length, (bp_word_set){ .classes = class });
        at += length;
        at += strspn(at, " \t\n");
    }
}

/* The words of a line, up to its end. */
static const char *read_hint(const pack_file *file, const char *at, uint64_t hint)
{
    for (at += strspn(at, " "); *at && *at != '\n'; at += strspn(at, " ")) {
        const size_t length = strcspn(at, " \n");
        add(file, at, length, (bp_word_set){ .hints = hint });
        at += length;
    }
    return at;
}

/* NAME: WORDS, in the order in which classes.sh gives the bits: as they stand. */
static void read_hints(const char *source)
{
    const pack_file file = pack_read(source, "hints.txt");
    uint64_t hint = 0;
    for (const char *at = file.bytes; *at; at += strspn(at, "\n")) {
        if (*at == '#') {
            at += strcspn(at, "\n");
            continue;
        }
        if (*at != ' ') {
            const size_t name = strcspn(at, ": \n");
            if (at[name] != ':') pack_fail(&file, (size_t)(at - file.bytes), "a list is NAME: WORDS");
            hint = hint ? hint << 1 : 1;
            at += name + 1;
        } else if (!hint) {
            pack_fail(&file, (size_t)(at - file.bytes), "words before the first NAME:");
        }
        at = read_hint(&file, at, hint);
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

static int by_hash(const void *a, const void *b)
{
    const word *first = *(word *const *)a, *second = *(word *const *)b;
    return (first->hash > second->hash) - (first->hash < second->hash);
}

/* All words in the order of their hashes. */
static const word **sorted_words(void)
{
    const word **words = pack_take(count * sizeof *words);
    size_t found = 0;
    for (size_t i = 0; i < SIZE; i++)
        if (table[i].at) words[found++] = &table[i];
    qsort(words, count, sizeof *words, by_hash);
    return words;
}

/* Gives a set its number, the next one if it is new. */
static unsigned number_of(bp_word_set *sets, unsigned *set_count, bp_word_set set)
{
    for (unsigned i = 0; i < *set_count; i++)
        if (sets[i].classes == set.classes && sets[i].hints == set.hints) return i;
    if (*set_count == BP_LEXICON_SETS) {
        fputs("pack: too many sets of word classes\n", stderr);
        exit(1);
    }
    sets[*set_count] = set;
    return (*set_count)++;
}

static void write_record(FILE *out, const word *w, unsigned set)
{
    if (w->length > BP_LEXICON_LONGEST) {
        fprintf(stderr, "pack: too long for a class of words: %.*s\n", (int)w->length, w->at);
        exit(1);
    }
    fprintf(out, "%u,%u,", (unsigned)w->length | set >> 8 << BP_LEXICON_LENGTH_BITS, set & 255);
    for (size_t i = 0; i < w->length; i++) fprintf(out, "%u,", (unsigned)(unsigned char)w->at[i]);
    fputc('\n', out);
}

/* See lexicon_data.h. */
static void write_table(FILE *out)
{
    enum { GROUPS = 1 << BP_LEXICON_BITS };
    const word **words = sorted_words();
    bp_word_set *sets = pack_take(BP_LEXICON_SETS * sizeof *sets);
    unsigned starts[GROUPS + 1] = { 0 }, set_count = 0;
    fputs("static const uint8_t records[] = {\n", out);
    for (size_t i = 0; i < count; i++) {
        write_record(out, words[i], number_of(sets, &set_count, words[i]->set));
        starts[(words[i]->hash >> (32 - BP_LEXICON_BITS)) + 1] += 2 + (unsigned)words[i]->length;
    }
    fputs("};\nstatic const uint16_t starts[] = {\n", out);
    for (unsigned i = 0, at = 0; i <= GROUPS; i++) fprintf(out, "%u,%s", at += starts[i], i % 16 == 15 ? "\n" : "");
    fputs("};\nstatic const bp_word_set sets[] = {\n", out);
    for (unsigned i = 0; i < set_count; i++)
        fprintf(out, "{ UINT64_C(0x%llx), UINT64_C(0x%llx) },\n", (unsigned long long)sets[i].classes,
                (unsigned long long)sets[i].hints);
    fputs("};\n", out);
    free(sets);
    free(words);
}

void pack_words(const char *source, const char *out)
{
    read_classes(source);
    read_hints(source);
    FILE *file = pack_open(out, "lexicon_data.c");
    fputs("#include \"text/lexicon_data.h\"\n\n", file);
    write_table(file);
    fputs("const bp_lexicon bp_english_lexicon = { records, starts, sets };\n", file);
    pack_close(file);
}

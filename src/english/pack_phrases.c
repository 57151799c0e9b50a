/* Lists of phrases with a value (see text/phrases.h). */
#include "pack.h"
#include "text/hash.h"
#include "text/phrases.h"

#include <stdlib.h>
#include <string.h>

enum { SIZE = 1 << 16 };

typedef struct builder {
    const pack_file *file;
    bp_phrase_entry *entries; /* SIZE of them, open addressing */
    uint32_t count;
    bp_arena arena;
} builder;

static bp_phrase_entry *entry_for(builder *b, uint32_t key)
{
    uint32_t slot = key & (SIZE - 1);
    while (b->entries[slot].key && b->entries[slot].key != key) slot = (slot + 1) & (SIZE - 1);
    if (!b->entries[slot].key) b->count++;
    b->entries[slot].key = key;
    return &b->entries[slot];
}

static void add_phrase(builder *b, const char *phrase, size_t length, int value, unsigned marks)
{
    const size_t at = (size_t)(phrase - b->file->bytes);
    bp_document document = { .arena = &b->arena, .text = phrase, .length = length };
    if (!bp_find_blocks(&document) || !bp_find_tokens(&document)) pack_fail(b->file, at, "no memory");
    if (document.tokens.count == 0) pack_fail(b->file, at, "a phrase is missing");
    if (b->count + document.tokens.count > SIZE / 2) pack_fail(b->file, at, "too many phrases");
    uint32_t key = 0;
    for (uint32_t i = 0; i < document.tokens.count; i++) {
        key = bp_hash_pair(key, bp_token_word(&document, i)->hash);
        if (key == 0) pack_fail(b->file, at, "this phrase has the hash 0; word it otherwise");
        if (i + 1 < document.tokens.count) entry_for(b, key)->longer = 1;
    }
    bp_phrase_entry *entry = entry_for(b, key);
    if (entry->value) pack_fail(b->file, at, "this phrase is there already");
    entry->value = (int16_t)value;
    entry->marks = (uint8_t)marks;
}

static void read_line(builder *b, char *line, size_t length)
{
    const size_t at = (size_t)(line - b->file->bytes);
    char *rest;
    const long value = strtol(line, &rest, 10);
    if (rest == line || value == 0 || value > INT16_MAX || value < INT16_MIN)
        pack_fail(b->file, at, "a line is a number and a phrase");
    unsigned marks = 0;
    rest += strspn(rest, " \t");
    if (*rest == '^') marks = BP_PHRASE_OPENS;
    if (*rest == '=') marks = BP_PHRASE_WHOLE;
    if (marks) rest += 1 + strspn(rest + 1, " \t");
    add_phrase(b, rest, length - (size_t)(rest - line), (int)value, marks);
}

static void write_list(FILE *out, const builder *b, const char *name)
{
    uint32_t size = 16;
    while (size * 3 < b->count * 4) size *= 2;
    bp_phrase_entry *slots = pack_take(size * sizeof *slots);
    for (uint32_t i = 0; i < SIZE; i++) {
        if (!b->entries[i].key) continue;
        uint32_t slot = b->entries[i].key & (size - 1);
        while (slots[slot].key) slot = (slot + 1) & (size - 1);
        slots[slot] = b->entries[i];
    }
    fprintf(out, "static const bp_phrase_entry %s[%u] = {\n", name, size);
    for (uint32_t i = 0; i < size; i++)
        fprintf(out, "{ 0x%xu, %d, %d, %d },\n", (unsigned)slots[i].key, slots[i].value, slots[i].marks,
                slots[i].longer);
    fprintf(out, "};\nconst bp_phrase_list bp_%s_phrases = { %s, %u };\n", name, name, size);
    free(slots);
}

static void pack_list(FILE *out, const char *source, const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "%s.txt", name);
    const pack_file file = pack_read(source, path);
    builder b = { .file = &file, .entries = pack_take(SIZE * sizeof(bp_phrase_entry)) };
    bp_arena_init(&b.arena, &bp_default_allocator);
    for (char *line = file.bytes; *line;) {
        const size_t length = strcspn(line, "\n");
        if (*line != '#' && length) read_line(&b, line, length);
        line += length + (line[length] == '\n');
    }
    write_list(out, &b, name);
    bp_arena_done(&b.arena);
    free(b.entries);
}

void pack_phrases(const char *source, const char *out)
{
    FILE *file = pack_open(out, "phrases_data.c");
    fputs("#include \"text/phrases.h\"\n\n", file);
    pack_list(file, source, "furniture");
    pack_list(file, source, "callings");
    pack_list(file, source, "kinds");
    pack_close(file);
}

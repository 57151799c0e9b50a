/* The packer's files: read whole, written with a first line, failed upon by line. */
#include "pack.h"

#include <stdlib.h>
#include <string.h>

void *pack_take(size_t size)
{
    void *memory = calloc(1, size ? size : 1);
    if (memory) return memory;
    fputs("pack: no memory\n", stderr);
    exit(1);
}

static char *path_of(const char *directory, const char *name)
{
    const size_t size = strlen(directory) + strlen(name) + 2;
    char *path = pack_take(size);
    snprintf(path, size, "%s/%s", directory, name);
    return path;
}

pack_file pack_read(const char *source, const char *name)
{
    pack_file file = { .path = path_of(source, name) };
    FILE *in = fopen(file.path, "rb");
    if (!in) {
        perror(file.path);
        exit(1);
    }
    size_t room = 0, got;
    do {
        room = room ? room * 2 : 4096;
        file.bytes = realloc(file.bytes, room + 1);
        if (!file.bytes) exit(1);
        got = fread(file.bytes + file.length, 1, room - file.length, in);
        file.length += got;
    } while (file.length == room);
    fclose(in);
    file.bytes[file.length] = 0;
    return file;
}

FILE *pack_open(const char *out, const char *name)
{
    char *path = path_of(out, name);
    FILE *file = fopen(path, "wb");
    if (!file) {
        perror(path);
        exit(1);
    }
    free(path);
    fputs("/* Made by src/english/pack.c; change the data files instead. */\n", file);
    return file;
}

void pack_close(FILE *file)
{
    const int failed = ferror(file);
    if (fclose(file) == 0 && !failed) return;
    fputs("pack: cannot write\n", stderr);
    exit(1);
}

void pack_fail(const pack_file *file, size_t at, const char *message)
{
    size_t line = 1;
    for (size_t i = 0; i < at && i < file->length; i++) line += file->bytes[i] == '\n';
    fprintf(stderr, "%s:%zu: %s\n", file->path, line, message);
    exit(1);
}

/* The trainer's frame. */
#include "train.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *train_take(size_t size)
{
    void *memory = calloc(1, size ? size : 1);
    if (!memory) train_fail("memory", "there is none left");
    return memory;
}

void train_fail(const char *what, const char *why)
{
    fprintf(stderr, "train: %s: %s\n", what, why);
    exit(1);
}

uint64_t train_next(train_random *random)
{
    random->state ^= random->state >> 12;
    random->state ^= random->state << 25;
    random->state ^= random->state >> 27;
    return random->state * UINT64_C(2685821657736338717);
}

uint32_t train_below(train_random *random, uint32_t limit)
{
    return (uint32_t)(((train_next(random) >> 32) * limit) >> 32);
}

void train_read_vectors(const char *path, train_vectors *vectors)
{
    char word[1024];
    FILE *file = fopen(path, "rb");
    if (!file || fscanf(file, "%u %u", &vectors->count, &vectors->dimensions) != 2 || fgetc(file) != '\n')
        train_fail(path, "cannot be read");
    vectors->words = train_take(vectors->count * sizeof *vectors->words);
    for (uint32_t i = 0; i < vectors->count; i++) {
        if (!fgets(word, sizeof word, file)) train_fail(path, "ends early");
        word[strcspn(word, "\n")] = 0;
        vectors->words[i] = train_take(strlen(word) + 1);
        strcpy(vectors->words[i], word);
    }
    const size_t floats = (size_t)vectors->count * vectors->dimensions;
    vectors->rows = train_take(floats * sizeof *vectors->rows);
    if (fread(vectors->rows, sizeof *vectors->rows, floats, file) != floats) train_fail(path, "ends early");
    fclose(file);
}

int main(int count, char **arguments)
{
    if (count == 4 && strcmp(arguments[1], "clusters") == 0) return train_clusters(arguments[2], arguments[3]);
    if (count == 6 && strcmp(arguments[1], "kinds") == 0) {
        const train_files files = { arguments[2], arguments[3], arguments[4], arguments[5] };
        return train_kinds(&files);
    }
    if (count >= 5 && strcmp(arguments[1], "weights") == 0) {
        const train_files files = { arguments[2], arguments[3], NULL, arguments[4] };
        return train_weights(&files, arguments + 5, count - 5);
    }
    fputs("usage: train clusters VECTORS CLUSTERS\n"
          "       train kinds RECIPES CORPORA VECTORS CLUSTERS\n"
          "       train weights RECIPES CORPORA WEIGHTS [SETTING=VALUE]...\n",
          stderr);
    return 2;
}

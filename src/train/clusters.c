/* Word clusters: k-means over vectors of unit length (Lloyd 1982), three levels
 * deep: 64 clusters, each cut into 4, each of those into 4. A cluster's number
 * is its path, so number / 4 and number / 16 are the coarser ones. */
#include "train.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TOP = 64, SPLIT = 4, ROUNDS = 12, VOCABULARY = 60000 };

/* A set of rows to be cut into k. */
typedef struct cut {
    const train_vectors *vectors;
    const uint32_t *rows;
    uint32_t count, k;
    uint32_t *belongs; /* for each of `rows`: 0 to k - 1 */
    float *centres;    /* k x dimensions */
} cut;

static void to_unit_length(float *row, uint32_t dimensions)
{
    double sum = 0;
    for (uint32_t i = 0; i < dimensions; i++) sum += (double)row[i] * (double)row[i];
    if (sum == 0) return;
    const float scale = (float)(1 / sqrt(sum));
    for (uint32_t i = 0; i < dimensions; i++) row[i] *= scale;
}

static const float *row_of(const cut *c, uint32_t i)
{
    return c->vectors->rows + (size_t)c->rows[i] * c->vectors->dimensions;
}

static uint32_t nearest(const cut *c, const float *row)
{
    const uint32_t dimensions = c->vectors->dimensions;
    uint32_t best = 0;
    float most = -2;
    for (uint32_t k = 0; k < c->k; k++) {
        const float *centre = c->centres + (size_t)k * dimensions;
        float product = 0;
        for (uint32_t i = 0; i < dimensions; i++) product += row[i] * centre[i];
        if (product > most) most = product, best = k;
    }
    return best;
}

static void move_centres(cut *c)
{
    const uint32_t dimensions = c->vectors->dimensions;
    memset(c->centres, 0, (size_t)c->k * dimensions * sizeof *c->centres);
    for (uint32_t i = 0; i < c->count; i++) {
        float *centre = c->centres + (size_t)c->belongs[i] * dimensions;
        const float *row = row_of(c, i);
        for (uint32_t d = 0; d < dimensions; d++) centre[d] += row[d];
    }
    for (uint32_t k = 0; k < c->k; k++) to_unit_length(c->centres + (size_t)k * dimensions, dimensions);
}

/* The first centres: rows spread evenly over the set, which is in order of frequency. */
static void place_centres(cut *c)
{
    const uint32_t dimensions = c->vectors->dimensions;
    const uint32_t spread = c->count < 20 * c->k ? c->count : 20 * c->k; /* among the commoner words */
    for (uint32_t k = 0; k < c->k; k++)
        memcpy(c->centres + (size_t)k * dimensions, row_of(c, (uint32_t)((uint64_t)k * spread / c->k)),
               dimensions * sizeof(float));
}

static void divide(cut *c)
{
    place_centres(c);
    for (int round = 0; round < ROUNDS; round++) {
        for (uint32_t i = 0; i < c->count; i++) c->belongs[i] = nearest(c, row_of(c, i));
        move_centres(c);
    }
}

/* Divides `rows` into k and multiplies their numbers by k, adding the part each is in. */
static void divide_rows(const train_vectors *vectors, const uint32_t *rows, uint32_t count, uint32_t k,
                        uint32_t *numbers)
{
    cut c = { .vectors = vectors, .rows = rows, .count = count, .k = k };
    if (count == 0) return;
    c.belongs = train_take(count * sizeof *c.belongs);
    c.centres = train_take((size_t)k * vectors->dimensions * sizeof *c.centres);
    divide(&c);
    for (uint32_t i = 0; i < count; i++) numbers[rows[i]] = numbers[rows[i]] * k + c.belongs[i];
    free(c.belongs);
    free(c.centres);
}

/* Cuts each of `parts` clusters into SPLIT. */
static void divide_each(const train_vectors *vectors, uint32_t parts, uint32_t *numbers)
{
    uint32_t *rows = train_take(vectors->count * sizeof *rows);
    uint32_t *before = train_take(vectors->count * sizeof *before);
    memcpy(before, numbers, vectors->count * sizeof *before);
    for (uint32_t part = 0; part < parts; part++) {
        uint32_t count = 0;
        for (uint32_t i = 0; i < vectors->count; i++)
            if (before[i] == part) rows[count++] = i;
        divide_rows(vectors, rows, count, SPLIT, numbers);
    }
    free(rows);
    free(before);
}

static bool has_letter(const char *word)
{
    for (; *word; word++)
        if (*word >= 'a' && *word <= 'z') return true;
    return false;
}

int train_clusters(const char *path, const char *out)
{
    train_vectors vectors;
    train_read_vectors(path, &vectors);
    uint32_t *numbers = train_take(vectors.count * sizeof *numbers);
    uint32_t *rows = train_take(vectors.count * sizeof *rows);
    for (uint32_t i = 0; i < vectors.count; i++) {
        rows[i] = i;
        to_unit_length(vectors.rows + (size_t)i * vectors.dimensions, vectors.dimensions);
    }
    divide_rows(&vectors, rows, vectors.count, TOP, numbers);
    divide_each(&vectors, TOP, numbers);
    divide_each(&vectors, TOP * SPLIT, numbers);
    FILE *file = fopen(out, "wb");
    if (!file) train_fail(out, "cannot be written");
    for (uint32_t i = 0, kept = 0; i < vectors.count && kept < VOCABULARY; i++) {
        if (!has_letter(vectors.words[i])) continue;
        fprintf(file, "%s %u 0\n", vectors.words[i], (unsigned)numbers[i]);
        kept++;
    }
    if (fclose(file) != 0) train_fail(out, "cannot be written");
    return 0;
}

/* Kinds of words: what a word's vector says of names, learnt.
 *
 * The tagger is trained once with the features of ternary vectors. A word's
 * features then sum up to one score for each label; words of like scores are one
 * kind (k-means, Lloyd 1982). The shipped tagger is trained with the kinds: a
 * byte a word instead of a vector. */
#include "perceptron.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KINDS = 64, ROUNDS = 20, LONGEST_LINE = 1024 };

typedef struct vocabulary {
    uint32_t count, room;
    char **lines; /* "word cluster" */
    float *rows;  /* count x BP_LABELS */
    float *worth; /* commoner words count more */
} vocabulary;

static void sum_row(const train_model *model, const train_ternary *ternary, bp_view word, float *row)
{
    uint32_t features[TRAIN_MOST_FEATURES];
    const uint32_t found = train_ternary_of(ternary, word, features);
    for (uint32_t f = 0; f < found; f++) {
        const float *weights = model->weights + (size_t)(features[f] & (model->buckets - 1)) * BP_LABELS;
        for (int label = 0; label < BP_LABELS; label++) row[label] += weights[label];
    }
}

static uint32_t count_lines(const char *path)
{
    char line[LONGEST_LINE];
    uint32_t count = 0;
    FILE *in = fopen(path, "rb");
    if (!in) train_fail(path, "cannot be read");
    while (fgets(line, sizeof line, in)) count++;
    fclose(in);
    return count;
}

static vocabulary read_vocabulary(const train_model *model, const train_ternary *ternary, const char *path)
{
    char line[LONGEST_LINE];
    vocabulary v = { .room = count_lines(path) };
    v.lines = train_take(v.room * sizeof *v.lines);
    v.rows = train_take((size_t)v.room * BP_LABELS * sizeof *v.rows);
    v.worth = train_take(v.room * sizeof *v.worth);
    FILE *in = fopen(path, "rb");
    if (!in) train_fail(path, "cannot be read");
    for (; fgets(line, sizeof line, in) && v.count < v.room; v.count++) {
        const size_t word = strcspn(line, " ");
        const size_t kept = word + 1 + strcspn(line + word + 1, " \n");
        v.lines[v.count] = train_take(kept + 1);
        memcpy(v.lines[v.count], line, kept);
        sum_row(model, ternary, (bp_view){ line, word }, v.rows + (size_t)v.count * BP_LABELS);
        v.worth[v.count] = 1.0f / (1.0f + (float)v.count / 5000);
    }
    fclose(in);
    return v;
}

static uint32_t nearest(const float *centres, const float *row)
{
    uint32_t best = 0;
    float least = 1e30f;
    for (uint32_t kind = 0; kind < KINDS; kind++) {
        float sum = 0;
        for (uint32_t label = 0; label < BP_LABELS; label++) {
            const float d = row[label] - centres[kind * BP_LABELS + label];
            sum += d * d;
        }
        if (sum < least) least = sum, best = kind;
    }
    return best;
}

static void move_centres(const vocabulary *v, const uint8_t *kinds, float *centres)
{
    float weights[KINDS] = { 0 };
    memset(centres, 0, KINDS * BP_LABELS * sizeof *centres);
    for (uint32_t i = 0; i < v->count; i++) {
        weights[kinds[i]] += v->worth[i];
        for (uint32_t label = 0; label < BP_LABELS; label++)
            centres[kinds[i] * BP_LABELS + label] += v->worth[i] * v->rows[i * BP_LABELS + label];
    }
    for (uint32_t kind = 0; kind < KINDS; kind++)
        for (uint32_t label = 0; label < BP_LABELS && weights[kind] > 0; label++)
            centres[kind * BP_LABELS + label] /= weights[kind];
}

static void find_kinds(const vocabulary *v, uint8_t *kinds)
{
    float centres[KINDS * BP_LABELS];
    for (uint32_t kind = 0; kind < KINDS; kind++)
        memcpy(centres + kind * BP_LABELS, v->rows + (size_t)((uint64_t)kind * v->count / KINDS) * BP_LABELS,
               BP_LABELS * sizeof *centres);
    for (int round = 0; round < ROUNDS; round++) {
        for (uint32_t i = 0; i < v->count; i++) kinds[i] = (uint8_t)nearest(centres, v->rows + (size_t)i * BP_LABELS);
        move_centres(v, kinds, centres);
    }
}

void train_write_kinds(const train_model *model, const train_ternary *ternary, const char *path)
{
    vocabulary v = read_vocabulary(model, ternary, path);
    uint8_t *kinds = train_take(v.count);
    find_kinds(&v, kinds);
    FILE *out = fopen(path, "wb");
    if (!out) train_fail(path, "cannot be written");
    for (uint32_t i = 0; i < v.count; i++) fprintf(out, "%s %u\n", v.lines[i], (unsigned)kinds[i]);
    if (fclose(out) != 0) train_fail(path, "cannot be written");
}

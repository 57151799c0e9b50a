/* From floats to bytes. */
#include "packed_model.h"

#include "text/hash.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A weight is shipped as a square: 0, 1, 4, ... 64, with its sign. So few values
 * are enough, since small weights keep their differences; the sum of a token's
 * weights fits 16 bits, and the file compresses well. */
enum { LARGEST_ROOT = 8 };

/* How many units of score one unit of weight is: the largest weight is the largest square. */
static double find_scale(const float *weights, size_t size)
{
    double largest = 1e-9;
    for (size_t i = 0; i < size; i++)
        if (fabs((double)weights[i]) > largest) largest = fabs((double)weights[i]);
    return LARGEST_ROOT * LARGEST_ROOT / largest;
}

static int8_t to_square(double score)
{
    const int root = (int)(sqrt(fabs(score)) + 0.5);
    const int square = (root > LARGEST_ROOT ? LARGEST_ROOT : root) * root;
    return (int8_t)(score < 0 ? -square : square);
}

void train_pack(const train_model *model, train_packed *packed)
{
    const size_t size = (size_t)model->buckets * BP_LABELS;
    const double scale = find_scale(model->weights, size);
    *packed = (train_packed){ .buckets = model->buckets, .margin_step = 1 };
    packed->weights = train_take(size);
    for (size_t i = 0; i < size; i++) packed->weights[i] = to_square((double)model->weights[i] * scale);
    for (int from = 0; from <= BP_LABELS; from++)
        for (int to = 0; to < BP_LABELS; to++)
            packed->transitions.from[from][to] = (int32_t)(round((double)model->transitions[from][to] * scale));
}

/* ---- tagging with it */

static void score_token(const train_packed *model, const train_text *text, uint32_t token, int32_t *sums)
{
    memset(sums, 0, BP_LABELS * sizeof *sums);
    for (uint32_t f = text->starts[token]; f < text->starts[token + 1]; f++) {
        const int8_t *row = model->weights + (size_t)(text->features[f] & (model->buckets - 1)) * BP_LABELS;
        for (int label = 0; label < BP_LABELS; label++) sums[label] += row[label];
    }
}

void train_tag(const train_packed *model, const train_text *text, uint8_t *labels, int32_t *margins)
{
    for (uint32_t s = 0; s < text->document.sentences.count; s++) {
        const bp_sentence *sentence = &text->document.sentences.items[s];
        const uint32_t count = sentence->end - sentence->first;
        int32_t *emissions = train_take((size_t)count * BP_LABELS * sizeof *emissions);
        int32_t *scores = train_take((size_t)count * BP_LABELS * sizeof *scores);
        uint8_t *back = train_take((size_t)count * BP_LABELS);
        for (uint32_t i = 0; i < count; i++) score_token(model, text, sentence->first + i, emissions + i * BP_LABELS);
        const bp_lattice lattice = { emissions, count, &model->transitions, NULL, BP_LABELS, false };
        bp_viterbi(&lattice, scores, back, labels + sentence->first);
        if (margins) bp_margins(&lattice, scores, labels + sentence->first, margins + sentence->first);
        free(emissions);
        free(scores);
        free(back);
    }
}

/* ---- the file */

static uint32_t put(FILE *out, const void *bytes, size_t size, uint32_t hash)
{
    if (fwrite(bytes, 1, size, out) != size) train_fail("weights", "cannot be written");
    for (size_t i = 0; i < size; i++) hash = bp_hash_step(hash, ((const char *)bytes)[i]);
    return hash;
}

void train_write(const train_packed *model, const char *path)
{
    FILE *out = fopen(path, "wb");
    if (!out) train_fail(path, "cannot be written");
    uint32_t hash = put(out, "BPW1", 4, BP_HASH_START);
    hash = put(out, &model->buckets, sizeof model->buckets, hash);
    hash = put(out, &model->margin_step, sizeof model->margin_step, hash);
    hash = put(out, model->confidences, BP_CONFIDENCES, hash);
    hash = put(out, model->transitions.from, sizeof model->transitions.from, hash);
    hash = put(out, model->weights, (size_t)model->buckets * BP_LABELS, hash);
    put(out, &hash, sizeof hash, hash);
    if (fclose(out) != 0) train_fail(path, "cannot be written");
}

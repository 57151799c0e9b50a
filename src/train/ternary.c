/* Ternary word vectors, found by word. */
#include "corpus.h"

#include "text/hash.h"

#include <stdlib.h>
#include <string.h>

struct train_ternary {
    const train_vectors *vectors;
    float *high, *low; /* for each dimension: means of the positive and of the negative values */
    uint32_t *table;   /* open addressing: row + 1 */
    uint32_t size;
};

static void find_means(train_ternary *t)
{
    const uint32_t dimensions = t->vectors->dimensions;
    for (uint32_t d = 0; d < dimensions; d++) {
        double high = 0, low = 0;
        uint32_t highs = 0, lows = 0;
        for (uint32_t i = 0; i < t->vectors->count; i++) {
            const double value = (double)t->vectors->rows[(size_t)i * dimensions + d];
            if (value > 0)
                high += value, highs++;
            else
                low += value, lows++;
        }
        t->high[d] = (float)(high / (highs ? highs : 1));
        t->low[d] = (float)(low / (lows ? lows : 1));
    }
}

static uint32_t *slot_of(const train_ternary *t, const char *word, size_t length)
{
    uint32_t slot = bp_hash_bytes(word, length) & (t->size - 1);
    for (; t->table[slot]; slot = (slot + 1) & (t->size - 1)) {
        const char *known = t->vectors->words[t->table[slot] - 1];
        if (strlen(known) == length && memcmp(known, word, length) == 0) break;
    }
    return &t->table[slot];
}

train_ternary *train_ternary_new(const train_vectors *vectors)
{
    train_ternary *t = train_take(sizeof *t);
    t->vectors = vectors;
    t->high = train_take(vectors->dimensions * sizeof *t->high);
    t->low = train_take(vectors->dimensions * sizeof *t->low);
    for (t->size = 1; t->size < vectors->count * 2;) t->size *= 2;
    t->table = train_take(t->size * sizeof *t->table);
    for (uint32_t i = 0; i < vectors->count; i++) {
        uint32_t *slot = slot_of(t, vectors->words[i], strlen(vectors->words[i]));
        if (!*slot) *slot = i + 1;
    }
    find_means(t);
    return t;
}

uint32_t train_ternary_of(const train_ternary *t, bp_view word, uint32_t *out)
{
    const uint32_t row = *slot_of(t, word.at, word.length), dimensions = t->vectors->dimensions;
    uint32_t count = 0;
    if (!row) return 0;
    const float *values = t->vectors->rows + (size_t)(row - 1) * dimensions;
    for (uint32_t d = 0; d < dimensions; d++) {
        if (values[d] > t->high[d])
            out[count++] = bp_hash_pair(0x7E41A17, d * 2);
        else if (values[d] < t->low[d])
            out[count++] = bp_hash_pair(0x7E41A17, d * 2 + 1);
    }
    return count;
}

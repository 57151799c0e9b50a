/* Writing a bp_packed set: keys sorted, cut into buckets. */
#include "pack_set.h"
#include "text/packed.h"

#include <stdlib.h>

static int by_hash(const void *a, const void *b)
{
    const pack_key *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static uint32_t bits_for(size_t count)
{
    uint32_t bits = 4;
    while (bits < 16 && (count >> bits) >= 8) bits++;
    return bits;
}

/* Of keys that cannot be told apart the first named stays. */
static size_t drop_twins(pack_key *keys, size_t count, uint32_t bits)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const bool twin = kept && bp_packed_place(bits, keys[kept - 1].hash) == bp_packed_place(bits, keys[i].hash);
        if (!twin)
            keys[kept++] = keys[i];
        else if (keys[i].order < keys[kept - 1].order)
            keys[kept - 1] = keys[i];
    }
    return kept;
}

static void write_numbers(FILE *out, const char *type, const char *name, const char *part, const uint32_t *numbers,
                          size_t count)
{
    fprintf(out, "static const %s %s_%s[] = {", type, name, part);
    for (size_t i = 0; i < count; i++) fprintf(out, "%s%u,", i % 16 ? "" : "\n", (unsigned)numbers[i]);
    fputs("\n};\n", out);
}

size_t pack_set(FILE *out, const char *name, pack_key *keys, size_t count)
{
    const uint32_t bits = bits_for(count);
    qsort(keys, count, sizeof *keys, by_hash);
    count = drop_twins(keys, count, bits);
    const size_t buckets = (size_t)1 << bits;
    uint32_t *counts = pack_take(buckets * sizeof *counts);
    uint32_t *starts = pack_take(buckets / BP_PACKED_GROUP * sizeof *starts);
    uint32_t *prints = pack_take(count * sizeof *prints);
    for (size_t i = 0; i < count; i++) {
        counts[keys[i].hash >> (32 - bits)]++;
        prints[i] = bp_packed_place(bits, keys[i].hash) & 0xFFFF;
    }
    for (size_t bucket = 0, sum = 0; bucket < buckets; sum += counts[bucket++])
        if (bucket % BP_PACKED_GROUP == 0) starts[bucket / BP_PACKED_GROUP] = (uint32_t)sum;
    write_numbers(out, "uint32_t", name, "starts", starts, buckets / BP_PACKED_GROUP);
    write_numbers(out, "uint8_t", name, "counts", counts, buckets);
    write_numbers(out, "uint16_t", name, "prints", prints, count);
    fprintf(out, "const bp_packed bp_%s = { %u, %s_starts, %s_counts, %s_prints };\n", name, (unsigned)bits, name, name,
            name);
    free(counts);
    free(starts);
    free(prints);
    return count;
}

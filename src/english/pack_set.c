/* Writing a bp_packed set: keys sorted, cut into buckets. */
#include "pack_set.h"
#include "text/packed.h"

#include <stdlib.h>

enum { MOST_IN_GROUP = 255 }; /* bp_packed_find adds them up in bytes */

static int by_hash(const void *a, const void *b)
{
    const pack_key *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static uint32_t bits_for(size_t count)
{
    uint32_t bits = 6; /* one group */
    while (bits < 20 && count >> bits) bits++;
    return bits;
}

/* Of keys that cannot be told apart the first named stays. */
static size_t drop_twins(pack_key *keys, size_t count, uint32_t bits, uint32_t print_bits)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const uint32_t place = bp_packed_place(bits, print_bits, keys[i].hash);
        const bool twin = kept && bp_packed_place(bits, print_bits, keys[kept - 1].hash) == place;
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

static void write_places(FILE *out, const char *name, const pack_key *keys, size_t count, uint32_t bits)
{
    const size_t buckets = (size_t)1 << bits;
    uint32_t *counts = pack_take(buckets * sizeof *counts);
    uint32_t *starts = pack_take(buckets / BP_PACKED_GROUP * sizeof *starts);
    for (size_t i = 0; i < count; i++) counts[keys[i].hash >> (32 - bits)]++;
    for (size_t bucket = 0, sum = 0; bucket < buckets; sum += counts[bucket++]) {
        uint32_t *start = &starts[bucket / BP_PACKED_GROUP];
        if (bucket % BP_PACKED_GROUP == 0) *start = (uint32_t)sum;
        if (sum - *start + counts[bucket] > MOST_IN_GROUP) {
            fprintf(stderr, "pack: %s: too many keys share a start\n", name);
            exit(1);
        }
    }
    write_numbers(out, "uint32_t", name, "starts", starts, buckets / BP_PACKED_GROUP);
    write_numbers(out, "uint8_t", name, "counts", counts, buckets);
    free(counts);
    free(starts);
}

static void write_prints(FILE *out, const char *name, const pack_key *keys, size_t count, uint32_t bits,
                         uint32_t print_bits)
{
    uint32_t *prints = pack_take(count * sizeof *prints);
    uint32_t *halves = pack_take((count / 2 + 1) * sizeof *halves);
    for (size_t i = 0; i < count; i++) {
        const uint32_t place = bp_packed_place(bits, print_bits, keys[i].hash);
        prints[i] = place >> (print_bits - 8) & 0xFF;
        halves[i / 2] |= (place & 15) << (i % 2 * 4);
    }
    write_numbers(out, "uint8_t", name, "prints", prints, count);
    if (print_bits == 12) write_numbers(out, "uint8_t", name, "halves", halves, count / 2 + 1);
    free(prints);
    free(halves);
}

size_t pack_set(FILE *out, const char *name, pack_key *keys, size_t count, pack_print print)
{
    const uint32_t bits = bits_for(count), print_bits = (uint32_t)print;
    qsort(keys, count, sizeof *keys, by_hash);
    count = drop_twins(keys, count, bits, print_bits);
    write_places(out, name, keys, count, bits);
    write_prints(out, name, keys, count, bits, print_bits);
    fprintf(out, "const bp_packed bp_%s = { %u, %s_starts, %s_counts, %s_prints, ", name, (unsigned)bits, name, name,
            name);
    if (print == PACK_PRINT_12)
        fprintf(out, "%s_halves };\n", name);
    else
        fputs("0 };\n", out);
    return count;
}

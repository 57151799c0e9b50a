/* names.weights, as src/train writes it: "BPW1", numbers of this machine's byte
 * order (little-endian everywhere that we build), and a hash at the end. */
#include "names/model.h"
#include "pack.h"
#include "text/hash.h"

#include <stdlib.h>
#include <string.h>

enum { WEIGHT_BIAS = 64 }; /* see model.h */

typedef struct reader {
    const pack_file *file;
    size_t at;
} reader;

static void take(reader *r, void *to, size_t size)
{
    if (size > r->file->length - r->at) pack_fail(r->file, 0, "the weights end early");
    memcpy(to, r->file->bytes + r->at, size);
    r->at += size;
}

static void check(const pack_file *file)
{
    uint32_t stored, hash = BP_HASH_START;
    if (file->length < 8 || memcmp(file->bytes, "BPW1", 4) != 0) pack_fail(file, 0, "these are no weights");
    memcpy(&stored, file->bytes + file->length - 4, 4);
    for (size_t i = 0; i < file->length - 4; i++) hash = bp_hash_step(hash, file->bytes[i]);
    if (hash != stored) pack_fail(file, 0, "the weights are damaged");
}

/* Of what is written: each byte 64 more. */
static uint64_t sum_of(const signed char *weights, size_t count)
{
    uint8_t *written = pack_take(count);
    for (size_t i = 0; i < count; i++) written[i] = (uint8_t)(weights[i] + WEIGHT_BIAS);
    const uint64_t sum = bp_model_sum(written, count);
    free(written);
    return sum;
}

static void write_bytes(FILE *out, const char *name, const signed char *bytes, size_t count, int more)
{
    fprintf(out, "static const uint8_t %s[] = {", name);
    for (size_t i = 0; i < count; i++) fprintf(out, "%s%d,", i % 32 ? "" : "\n", bytes[i] + more);
    fputs("\n};\n", out);
}

void pack_weights(const char *source, const char *out)
{
    const pack_file file = pack_read(source, "names.weights");
    reader r = { &file, 4 };
    uint32_t buckets;
    int32_t margin_step, transitions[(BP_LABELS + 1) * BP_LABELS];
    signed char confidences[BP_CONFIDENCES];
    check(&file);
    take(&r, &buckets, sizeof buckets);
    take(&r, &margin_step, sizeof margin_step);
    take(&r, confidences, sizeof confidences);
    take(&r, transitions, sizeof transitions);
    if (buckets == 0 || (buckets & (buckets - 1)) != 0 || buckets > 1u << 24 || margin_step < 1)
        pack_fail(&file, 0, "the weights are of another kind");
    signed char *weights = pack_take((size_t)buckets * BP_LABELS);
    take(&r, weights, (size_t)buckets * BP_LABELS);
    FILE *to = pack_open(out, "weights_data.c");
    fputs("#include \"names/model.h\"\n\n", to);
    write_bytes(to, "weights", weights, (size_t)buckets * BP_LABELS, WEIGHT_BIAS);
    write_bytes(to, "confidences", confidences, BP_CONFIDENCES, 0);
    fputs("static const int32_t transitions[] = {", to);
    for (int i = 0; i < (BP_LABELS + 1) * BP_LABELS; i++) fprintf(to, "%s%d,", i % 16 ? "" : "\n", (int)transitions[i]);
    fprintf(to,
            "\n};\nconst bp_model bp_names_model = { %u, weights, transitions, %d, confidences, UINT64_C(0x%llx) };\n",
            (unsigned)buckets, (int)margin_step, (unsigned long long)sum_of(weights, (size_t)buckets * BP_LABELS));
    pack_close(to);
    free(weights);
}

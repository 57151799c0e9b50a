/* libFuzzer: what comes in as JSON. The first byte says what it is. */
#include "bluepencil.h"

#include <stdlib.h>
#include <string.h>

static void must(bool holds)
{
    if (!holds) abort();
}

static void try_engine(const char *json, size_t length)
{
    static const char text[] = "Ama Nkrumah flew an A320neo to Turin on Friday.";
    bp_engine *engine;
    bp_result *result;
    bp_error error;
    const bp_status status = bp_engine_from_json(json, length, NULL, &engine, &error);
    must((status == BP_OK) == (engine != NULL));
    must(status == BP_OK || (error.code == status && error.message[0]));
    if (status == BP_OK && bp_annotate(engine, text, sizeof text - 1, NULL, &result, &error) == BP_OK)
        bp_result_free(result);
    bp_engine_free(engine);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bp_request request;
    bp_error error;
    if (size == 0) return 0;
    const char *json = (const char *)data + 1;
    if (data[0] & 1) {
        const bp_status status = bp_request_from_json(json, size - 1, &request, &error);
        must(status == BP_OK || (error.code == status && error.message[0] && error.at <= size));
    } else {
        try_engine(json, size - 1);
    }
    return 0;
}

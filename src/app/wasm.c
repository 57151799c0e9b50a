/* Every symbol that the WebAssembly module exports, and nothing else.
 *
 * JavaScript writes into memory taken with bp_wasm_take, calls, and reads a
 * reply. A reply of 0 means that not even the reply found memory. */
#include "bluepencil.h"

#include <emscripten.h>
#include <stdlib.h>
#include <string.h>

/* Four little-endian words that JavaScript reads. */
typedef struct reply {
    uint32_t status;
    bp_engine *engine; /* of bp_wasm_engine_new */
    const char *json;  /* a result, or an error */
    uint32_t length;   /* bytes */
    bp_result *result; /* owns `json` when there is a result */
    char error[512];
} reply;

#define EXPORT(name) __attribute__((export_name(#name)))

/* Emscripten would import this; with it the module imports nothing. */
void emscripten_notify_memory_growth(size_t index);
void emscripten_notify_memory_growth(size_t index)
{
    (void)index;
}

static reply *answer(reply *r, bp_status status, const bp_error *error)
{
    r->status = (uint32_t)status;
    if (status == BP_OK) return r;
    r->length = (uint32_t)bp_error_json(error, r->error, sizeof r->error);
    r->json = r->error;
    return r;
}

EXPORT(bp_wasm_take) void *bp_wasm_take(size_t size);
void *bp_wasm_take(size_t size)
{
    return malloc(size ? size : 1);
}

EXPORT(bp_wasm_give) void bp_wasm_give(void *memory);
void bp_wasm_give(void *memory)
{
    free(memory);
}

EXPORT(bp_wasm_version) const char *bp_wasm_version(void);
const char *bp_wasm_version(void)
{
    return BP_VERSION;
}

EXPORT(bp_wasm_engine_new) reply *bp_wasm_engine_new(const char *json, size_t length);
reply *bp_wasm_engine_new(const char *json, size_t length)
{
    bp_error error = { 0 };
    reply *r = calloc(1, sizeof *r);
    if (!r) return NULL;
    return answer(r, bp_engine_from_json(json, length, NULL, &r->engine, &error), &error);
}

EXPORT(bp_wasm_engine_free) void bp_wasm_engine_free(bp_engine *engine);
void bp_wasm_engine_free(bp_engine *engine)
{
    bp_engine_free(engine);
}

EXPORT(bp_wasm_annotate)
reply *bp_wasm_annotate(const bp_engine *engine, const char *text, size_t length, const char *options, size_t size);
reply *bp_wasm_annotate(const bp_engine *engine, const char *text, size_t length, const char *options, size_t size)
{
    bp_error error = { 0 };
    bp_request request;
    size_t json_length = 0;
    reply *r = calloc(1, sizeof *r);
    if (!r) return NULL;
    bp_status status = bp_request_from_json(options, size, &request, &error);
    if (status == BP_OK) status = bp_annotate(engine, text, length, &request, &r->result, &error);
    if (status == BP_OK) status = bp_result_json(r->result, &r->json, &json_length, &error);
    r->length = (uint32_t)json_length;
    return answer(r, status, &error);
}

EXPORT(bp_wasm_reply_free) void bp_wasm_reply_free(reply *r);
void bp_wasm_reply_free(reply *r)
{
    if (!r) return;
    bp_result_free(r->result);
    free(r);
}

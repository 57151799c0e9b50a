/* Making an engine: patterns compiled, house style read, nothing changed after. */
#include "engine.h"

#include "names/model.h"
#include "json/json.h"

#include <string.h>

enum { DEFAULT_MAX_BYTES = 64 * 1024 * 1024 };

static bp_status fill(bp_engine *engine, const bp_engine_options *options, bp_error *error)
{
    if (!bp_model_is_whole(&bp_names_model)) return bp_fail(error, BP_ERROR_DATA, 0, "the engine's data are damaged");
    engine->rules = bp_rules_new(&engine->arena);
    engine->dates = bp_date_grammar_new(&engine->arena);
    if (!engine->rules || !engine->dates) return bp_fail(error, BP_ERROR_MEMORY, 0, "out of memory");
    if (!options->house) return BP_OK;
    bp_house *house = bp_arena_take(&engine->arena, sizeof *house);
    if (!house) return bp_fail(error, BP_ERROR_MEMORY, 0, "out of memory");
    engine->house = house;
    bp_house_begin(house, &engine->arena);
    const bp_status status = bp_house_read(options->house, options->house_length, house, error);
    bp_house_built(house);
    return status;
}

bp_status bp_engine_new(const bp_engine_options *options, bp_engine **out, bp_error *error)
{
    const bp_engine_options defaults = { 0 };
    *out = NULL;
    if (!options) options = &defaults;
    const bp_allocator allocator = options->allocator ? *options->allocator : bp_default_allocator;
    bp_engine *engine = allocator.resize(allocator.context, NULL, sizeof *engine);
    if (!engine) return bp_fail(error, BP_ERROR_MEMORY, 0, "out of memory");
    memset(engine, 0, sizeof *engine);
    engine->allocator = allocator;
    engine->max_bytes = options->max_bytes ? options->max_bytes : DEFAULT_MAX_BYTES;
    bp_arena_init(&engine->arena, &engine->allocator);
    const bp_status status = fill(engine, options, error);
    if (status != BP_OK)
        bp_engine_free(engine);
    else
        *out = engine;
    return status;
}

void bp_engine_free(bp_engine *engine)
{
    if (!engine) return;
    const bp_allocator allocator = engine->allocator;
    bp_arena_done(&engine->arena);
    allocator.resize(allocator.context, engine, 0);
}

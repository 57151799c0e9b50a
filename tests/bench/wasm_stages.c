/* The stages as WebAssembly, to be timed from outside: a program in JavaScript
 * writes a text into memory and calls; what `bench_run` of one stage more takes
 * longer is that stage. Status 0 is success. */
#include "engine.h"
#include "names/names.h"
#include "quotes/quotes.h"
#include "text/document.h"

#include <emscripten.h>
#include <stdlib.h>

#define EXPORT(name) __attribute__((export_name(#name)))

static bp_engine *engine;

/* Emscripten would import this; with it the module imports nothing. */
void emscripten_notify_memory_growth(size_t index);
void emscripten_notify_memory_growth(size_t index)
{
    (void)index;
}

EXPORT(bench_open) int bench_open(void);
int bench_open(void)
{
    return bp_engine_new(NULL, &engine, NULL) == BP_OK ? 0 : 1;
}

EXPORT(bench_take) void *bench_take(size_t size);
void *bench_take(size_t size)
{
    return malloc(size);
}

/* Text, and of the other stages those whose bit is set. */
enum { NAMES = 1, DATES = 2, QUOTES = 4 };
EXPORT(bench_run) int bench_run(const char *text, size_t length, int stages);
int bench_run(const char *text, size_t length, int stages)
{
    bp_arena arena;
    bp_document document;
    bp_arena_init(&arena, &bp_default_allocator);
    bp_findings findings = { .arena = &arena };
    bool done = bp_document_read(&document, &arena, text, length);
    if (stages & NAMES) done = done && bp_find_names(&document, engine->rules, engine->house, &findings);
    if (stages & DATES)
        done = done && bp_find_dates(engine->dates, &document, &(bp_request){ .date = "2019-05-31" }, &findings);
    if (stages & QUOTES) done = done && bp_find_quotes(&document, &findings);
    bp_arena_done(&arena);
    return done ? 0 : 1;
}

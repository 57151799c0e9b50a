/* The dates stage as WebAssembly, to be timed from outside: a program in
 * JavaScript writes a text into memory and calls; what `bench_dates` takes
 * longer than `bench_text` is the stage. Status 0 is success. */
#include "dates/dates.h"
#include "text/document.h"

#include <emscripten.h>
#include <stdlib.h>

#define EXPORT(name) __attribute__((export_name(#name)))

static bp_arena engine;
static const bp_date_grammar *grammar;

/* Emscripten would import this; with it the module imports nothing. */
void emscripten_notify_memory_growth(size_t index);
void emscripten_notify_memory_growth(size_t index)
{
    (void)index;
}

EXPORT(bench_open) int bench_open(void);
int bench_open(void)
{
    bp_arena_init(&engine, &bp_default_allocator);
    grammar = bp_date_grammar_new(&engine);
    return grammar ? 0 : 1;
}

EXPORT(bench_take) void *bench_take(size_t size);
void *bench_take(size_t size)
{
    return malloc(size);
}

static int run(const char *text, size_t length, bool dates)
{
    bp_arena arena;
    bp_document document;
    bp_arena_init(&arena, &bp_default_allocator);
    bp_findings findings = { .arena = &arena };
    bool done = bp_document_read(&document, &arena, text, length);
    if (dates) done = done && bp_find_dates(grammar, &document, &(bp_request){ .date = "2019-05-31" }, &findings);
    bp_arena_done(&arena);
    return done ? 0 : 1;
}

EXPORT(bench_text) int bench_text(const char *text, size_t length);
int bench_text(const char *text, size_t length)
{
    return run(text, length, false);
}

EXPORT(bench_dates) int bench_dates(const char *text, size_t length);
int bench_dates(const char *text, size_t length)
{
    return run(text, length, true);
}

/* How fast is each stage? Reads an article (or many) and prints, for each stage,
 * its name and the seconds that a pass over all files took, the best of ROUNDS:
 *
 *     stages FILE... */
#define _POSIX_C_SOURCE 199309L

#include "engine.h"
#include "names/names.h"
#include "quotes/quotes.h"
#include "text/document.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 5 };

typedef enum stage { TEXT, NAMES, DATES, QUOTES, NEST, JSON, STAGES } stage;
static const char *const names[STAGES] = { "text", "names", "dates", "quotes", "nest", "json" };

typedef struct article {
    char *text;
    size_t length;
} article;

/* Of the processor, so that a busy machine does not count. */
static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void lap(double *times, stage done, double *from)
{
    const double now = seconds();
    times[done] += now - *from;
    *from = now;
}

static bool run(const bp_engine *engine, const article *a, double *times)
{
    bp_arena arena;
    bp_document document;
    bp_result *result;
    const char *json;
    double from = seconds();
    bp_arena_init(&arena, &engine->allocator);
    bp_findings findings = { .arena = &arena };
    bool done = bp_document_read(&document, &arena, a->text, a->length);
    lap(times, TEXT, &from);
    done = done && bp_find_names(&document, engine->rules, engine->house, &findings);
    lap(times, NAMES, &from);
    done = done && bp_find_dates(engine->dates, &document, &(bp_request){ .date = "2019-05-31" }, &findings);
    lap(times, DATES, &from);
    done = done && bp_find_quotes(&document, &findings);
    lap(times, QUOTES, &from);
    done = done && bp_findings_nest(&findings);
    lap(times, NEST, &from);
    bp_arena_done(&arena);
    done = done && bp_annotate(engine, a->text, a->length, NULL, &result, NULL) == BP_OK;
    from = seconds();
    done = done && bp_result_json(result, &json, NULL, NULL) == BP_OK;
    lap(times, JSON, &from);
    if (done) bp_result_free(result);
    return done;
}

static bool read_article(const char *path, article *a)
{
    FILE *in = fopen(path, "rb");
    if (!in || fseek(in, 0, SEEK_END) != 0) return false;
    const long size = ftell(in);
    rewind(in);
    a->text = malloc((size_t)size + 1);
    a->length = a->text ? fread(a->text, 1, (size_t)size, in) : 0;
    fclose(in);
    return a->text && a->length == (size_t)size;
}

int main(int count, char **paths)
{
    double best[STAGES] = { 0 };
    bp_engine *engine;
    article *articles = calloc((size_t)count, sizeof *articles);
    if (!articles || bp_engine_new(NULL, &engine, NULL) != BP_OK) return 1;
    for (int i = 1; i < count; i++)
        if (!read_article(paths[i], &articles[i])) return perror(paths[i]), 1;
    for (int round = 0; round < ROUNDS; round++) {
        double times[STAGES] = { 0 };
        for (int i = 1; i < count; i++)
            if (!run(engine, &articles[i], times)) return 1;
        for (int i = 0; i < STAGES; i++)
            if (round == 0 || times[i] < best[i]) best[i] = times[i];
    }
    for (int i = 0; i < STAGES; i++) printf("%s %.6f\n", names[i], best[i]);
    for (int i = 1; i < count; i++) free(articles[i].text);
    free(articles);
    bp_engine_free(engine);
    return 0;
}

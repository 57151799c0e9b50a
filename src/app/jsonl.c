/* Many articles: a line of JSON in, a line out, in the order of the input.
 *
 * Lines go into a ring of slots. Worker threads take them in turn; one thread
 * writes what is done, oldest first. The ring is short, so memory is bounded by
 * the number of threads and the longest text, however many lines there are. */
#define _POSIX_C_SOURCE 200809L

#include "cli.h"

#include "lines.h"
#include "record.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS_PER_JOB = 4 };

typedef enum slot_state { SLOT_FREE, SLOT_WAITING, SLOT_BUSY, SLOT_DONE } slot_state;

typedef struct slot {
    slot_state state;
    cli_line line;
    char *output; /* NULL with no_memory: there was none */
    size_t output_length;
    bool failed;
} slot;

typedef struct ring {
    const cli_options *options;
    const bp_engine *engine;
    FILE *out;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    slot *slots;
    size_t count, read, taken, written; /* the last three count lines from the beginning */
    bool ended, broken;                 /* no more input; output cannot be written */
    bool failed;                        /* a line gave an error */
    int write_error;                    /* errno of the write that failed */
} ring;

static void annotate_slot(const ring *r, slot *s)
{
    FILE *memory = open_memstream(&s->output, &s->output_length);
    if (!memory) {
        s->failed = true;
        return;
    }
    s->failed = !cli_run_record(r->options, r->engine, &s->line, memory);
    fclose(memory);
}

/* Waits for a line to annotate; NULL when there are none left. */
static slot *take_slot(ring *r)
{
    while (r->taken == r->read && !r->ended && !r->broken) pthread_cond_wait(&r->changed, &r->mutex);
    if (r->taken == r->read || r->broken) return NULL;
    slot *s = &r->slots[r->taken++ % r->count];
    s->state = SLOT_BUSY;
    return s;
}

static void *work(void *context)
{
    ring *r = context;
    pthread_mutex_lock(&r->mutex);
    for (slot *s = take_slot(r); s; s = take_slot(r)) {
        pthread_mutex_unlock(&r->mutex);
        annotate_slot(r, s);
        pthread_mutex_lock(&r->mutex);
        s->state = SLOT_DONE;
        pthread_cond_broadcast(&r->changed);
    }
    pthread_mutex_unlock(&r->mutex);
    return NULL;
}

/* Each line is handed to the system at once: a run that is stopped loses none. */
static bool write_slot(ring *r, const slot *s)
{
    if (!s->output) return cli_complain("memory", "a line is lost: out of memory"), true;
    return fwrite(s->output, 1, s->output_length, r->out) == s->output_length && fflush(r->out) == 0;
}

static void *write_out(void *context)
{
    ring *r = context;
    pthread_mutex_lock(&r->mutex);
    for (;;) {
        slot *s = &r->slots[r->written % r->count];
        while (!(r->written < r->read && s->state == SLOT_DONE) && !(r->ended && r->written == r->read))
            pthread_cond_wait(&r->changed, &r->mutex);
        if (r->written == r->read) break;
        pthread_mutex_unlock(&r->mutex);
        const bool done = write_slot(r, s);
        const int error = errno;
        free(s->output);
        s->output = NULL;
        pthread_mutex_lock(&r->mutex);
        r->failed |= s->failed;
        s->state = SLOT_FREE;
        r->written++;
        if (!done) r->write_error = error;
        r->broken |= !done;
        pthread_cond_broadcast(&r->changed);
        if (r->broken) break;
    }
    pthread_mutex_unlock(&r->mutex);
    return NULL;
}

/* Reads lines into free slots until the input ends. False: a read error. */
static bool read_lines(ring *r, FILE *in)
{
    cli_reader reader;
    bool more = true;
    cli_reader_init(&reader, in, r->options->max_bytes);
    while (more) {
        pthread_mutex_lock(&r->mutex);
        slot *s = &r->slots[r->read % r->count];
        while (s->state != SLOT_FREE && !r->broken) pthread_cond_wait(&r->changed, &r->mutex);
        const bool broken = r->broken;
        pthread_mutex_unlock(&r->mutex);
        more = !broken && cli_read_line(&reader, &s->line);
        pthread_mutex_lock(&r->mutex);
        if (more) {
            s->state = SLOT_WAITING;
            r->read++;
        } else {
            r->ended = true;
        }
        pthread_cond_broadcast(&r->changed);
        pthread_mutex_unlock(&r->mutex);
    }
    return !cli_reader_failed(&reader);
}

/* Starts as many threads as there can be; at least one must work. */
static bool run_threads(ring *r, FILE *in, int jobs)
{
    pthread_t writer, *workers = calloc((size_t)jobs, sizeof *workers);
    int started = 0;
    if (!workers || pthread_create(&writer, NULL, write_out, r) != 0) return free(workers), false;
    while (started < jobs && pthread_create(&workers[started], NULL, work, r) == 0) started++;
    bool done = started > 0;
    if (done) {
        if (!read_lines(r, in)) done = cli_complain("standard input", "cannot be read to its end") == CLI_DONE;
    } else {
        pthread_mutex_lock(&r->mutex);
        r->ended = true;
        pthread_cond_broadcast(&r->changed);
        pthread_mutex_unlock(&r->mutex);
        cli_complain("--jobs", "no thread can be started");
    }
    for (int i = 0; i < started; i++) pthread_join(workers[i], NULL);
    pthread_join(writer, NULL);
    free(workers);
    return done;
}

int cli_run_jsonl(const cli_options *options, const bp_engine *engine, FILE *in, FILE *out)
{
    ring r = { .options = options, .engine = engine, .out = out };
    r.count = (size_t)options->jobs * SLOTS_PER_JOB;
    r.slots = calloc(r.count, sizeof *r.slots);
    if (!r.slots) return cli_complain("memory", "out of memory");
    pthread_mutex_init(&r.mutex, NULL);
    pthread_cond_init(&r.changed, NULL);
    cli_record_heading(options, out);
    const bool done = run_threads(&r, in, options->jobs);
    for (size_t i = 0; i < r.count; i++) {
        free(r.slots[i].line.bytes);
        free(r.slots[i].output);
    }
    pthread_cond_destroy(&r.changed);
    pthread_mutex_destroy(&r.mutex);
    free(r.slots);
    if (r.broken) cli_complain("cannot write", strerror(r.write_error));
    if (r.broken) clearerr(out); /* it has been told */
    return done && !r.failed && !r.broken ? CLI_DONE : CLI_FAILED;
}

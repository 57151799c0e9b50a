/* The command: one article from a file, or many from lines of JSON. */
#define _POSIX_C_SOURCE 200809L

#include "cli.h"

#include "formats.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

int cli_complain(const char *what, const char *message)
{
    fprintf(stderr, "bluepencil: %s: %s\n", what, message);
    return CLI_FAILED;
}

static int complain_error(const bp_error *error)
{
    fprintf(stderr, "bluepencil: %s: %s", bp_status_name(error->code), error->message);
    if (error->code == BP_ERROR_UTF8 || error->code == BP_ERROR_PATTERN || error->code == BP_ERROR_JSON)
        fprintf(stderr, " (at byte %zu)", error->at);
    else if (error->code == BP_ERROR_TOO_LARGE)
        fprintf(stderr, " (%zu bytes)", error->at);
    fputc('\n', stderr);
    return CLI_FAILED;
}

/* Reads a stream to its end; the caller frees it. NULL: out of memory or a read error. */
static char *read_all(FILE *in, size_t *length)
{
    size_t room = 0, got;
    char *bytes = NULL;
    *length = 0;
    do {
        room = room ? room * 2 : 65536;
        char *moved = realloc(bytes, room);
        if (!moved) {
            free(bytes);
            return NULL;
        }
        bytes = moved;
        got = fread(bytes + *length, 1, room - *length, in);
        *length += got;
    } while (got > 0 && *length == room);
    if (!ferror(in)) return bytes;
    free(bytes);
    return NULL;
}

static char *read_file(const char *path, size_t *length)
{
    FILE *in = fopen(path, "rb");
    char *bytes = in ? read_all(in, length) : NULL;
    if (!bytes) cli_complain(path, errno ? strerror(errno) : "cannot be read");
    if (in) fclose(in);
    return bytes;
}

static int make_engine(const cli_options *options, bp_engine **engine)
{
    bp_engine_options made = { .max_bytes = options->max_bytes };
    bp_error error;
    char *house = NULL;
    if (options->house && !(house = read_file(options->house, &made.house_length))) return CLI_FAILED;
    made.house = house;
    const bp_status status = bp_engine_new(&made, engine, &error);
    free(house);
    return status == BP_OK ? CLI_GO_ON : complain_error(&error);
}

static int annotate_one(const cli_options *options, const bp_engine *engine, const char *text, size_t length)
{
    bp_result *result;
    bp_error error;
    if (bp_annotate(engine, text, length, &options->request, &result, &error) != BP_OK) return complain_error(&error);
    const bool done = cli_write(options, result, (bp_view){ text, length }, stdout);
    for (size_t i = 0; i < bp_warning_count(result); i++) cli_complain("warning", bp_warning_at(result, i));
    bp_result_free(result);
    return done ? CLI_DONE : cli_complain("memory", "out of memory");
}

static int run(const cli_options *options, const bp_engine *engine)
{
    FILE *in = options->input && options->jsonl ? fopen(options->input, "rb") : stdin;
    if (!in) return cli_complain(options->input, strerror(errno));
    if (options->jsonl) {
        const int status = cli_run_jsonl(options, engine, in, stdout);
        if (in != stdin) fclose(in);
        return status;
    }
    size_t length;
    char *text = options->input ? read_file(options->input, &length) : read_all(stdin, &length);
    if (!text) return options->input ? CLI_FAILED : cli_complain("standard input", "cannot be read");
    const int status = annotate_one(options, engine, text, length);
    free(text);
    return status;
}

/* What is still buffered may fail to be written: then say so. */
static int finish(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout)) return status;
    return cli_complain("cannot write", errno ? strerror(errno) : "output error");
}

int main(int count, char **arguments)
{
    cli_options options;
    bp_engine *engine;
    signal(SIGPIPE, SIG_IGN); /* a closed pipe becomes a message and a status */
    int status = cli_read_arguments(count, arguments, &options);
    if (status != CLI_GO_ON) return finish(status);
    status = make_engine(&options, &engine);
    if (status != CLI_GO_ON) return status;
    status = run(&options, engine);
    bp_engine_free(engine);
    return finish(status);
}

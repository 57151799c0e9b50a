/* cli.h - the command `bluepencil`: its options, and the parts that share them. */
#ifndef BP_CLI_H
#define BP_CLI_H

#include "bluepencil.h"

#include <stdio.h>

typedef enum cli_format { CLI_JSON, CLI_HTML, CLI_TEXT, CLI_CSV, CLI_SPEAKERS, CLI_WEBANNOTATION } cli_format;

/* Of many articles a table has one heading, and their ids in a first column. */
static inline bool cli_is_table(cli_format format)
{
    return format == CLI_CSV || format == CLI_SPEAKERS;
}

typedef struct cli_options {
    cli_format format;
    bool jsonl, colour;
    int jobs;
    size_t max_bytes;  /* 0: the library's limit */
    const char *house; /* path of a file, or NULL */
    const char *input; /* path, or NULL for standard input */
    bp_request request;
} cli_options;

enum { CLI_DONE = 0, CLI_FAILED = 1, CLI_MISUSED = 2, CLI_GO_ON = -1 };

/* Reads the arguments; CLI_GO_ON, or the status to leave with. */
int cli_read_arguments(int count, char **arguments, cli_options *options);

/* "bluepencil: what: message" on standard error; always CLI_FAILED. */
int cli_complain(const char *what, const char *message);

/* Annotates records, one a line; see jsonl.c. */
int cli_run_jsonl(const cli_options *options, const bp_engine *engine, FILE *in, FILE *out);

#endif

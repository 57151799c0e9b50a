/* lines.h - lines of any length up to a limit, read one by one. */
#ifndef BP_LINES_H
#define BP_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef struct cli_line {
    char *bytes; /* NUL-terminated, without the line end; used again for the next line */
    size_t length, room;
    size_t number;  /* from 1 */
    bool too_long;  /* the rest of the line was skipped */
    bool no_memory; /* likewise */
} cli_line;

typedef struct cli_reader {
    FILE *in;
    size_t limit, number;
} cli_reader;

/* A line may have as many bytes as JSON can need for a text of `max_bytes` (0: 64 MiB). */
void cli_reader_init(cli_reader *reader, FILE *in, size_t max_bytes);

/* The next line that is not blank; false at the end of the input. */
bool cli_read_line(cli_reader *reader, cli_line *line);

/* Did reading end with an error? */
bool cli_reader_failed(const cli_reader *reader);

#endif

#include "lines.h"

#include <stdlib.h>

enum { LONGEST_ESCAPE = 6, RECORD_ROOM = 65536 };

void cli_reader_init(cli_reader *reader, FILE *in, size_t max_bytes)
{
    if (max_bytes == 0) max_bytes = 64u << 20;
    *reader = (cli_reader){ .in = in, .limit = max_bytes * LONGEST_ESCAPE + RECORD_ROOM };
}

static bool add(cli_line *line, char c)
{
    if (line->length + 1 >= line->room) {
        const size_t room = line->room ? line->room * 2 : 4096;
        char *moved = realloc(line->bytes, room);
        if (!moved) return false;
        line->bytes = moved;
        line->room = room;
    }
    line->bytes[line->length++] = c;
    line->bytes[line->length] = 0;
    return true;
}

static bool is_blank(const cli_line *line)
{
    for (size_t i = 0; i < line->length; i++)
        if (line->bytes[i] != ' ' && line->bytes[i] != '\t') return false;
    return true;
}

bool cli_read_line(cli_reader *reader, cli_line *line)
{
    int c = 0;
    while (c != EOF) {
        line->length = 0;
        line->too_long = line->no_memory = false;
        line->number = ++reader->number;
        while ((c = getc(reader->in)) != EOF && c != '\n') {
            if (line->too_long || line->no_memory) continue;
            if (line->length >= reader->limit)
                line->too_long = true;
            else if (!add(line, (char)c))
                line->no_memory = true;
        }
        if (line->length && line->bytes[line->length - 1] == '\r') line->bytes[--line->length] = 0;
        if (line->no_memory || line->too_long || !is_blank(line)) return true;
    }
    return false;
}

bool cli_reader_failed(const cli_reader *reader)
{
    return ferror(reader->in) != 0;
}

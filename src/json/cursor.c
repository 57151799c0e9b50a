/* A walk over checked JSON (RFC 8259). */
#include "cursor.h"

#include "plain.h"
#include "text/characters.h"

#include <string.h>

static void skip_space(bp_json_cursor *c)
{
    while (*c->at == ' ' || *c->at == '\t' || *c->at == '\n' || *c->at == '\r') c->at++;
}

bp_json_cursor bp_json_begin(const char *json, size_t length)
{
    const bool marked = length >= 3 && memcmp(json, "\xEF\xBB\xBF", 3) == 0; /* a byte order mark */
    bp_json_cursor cursor = { marked ? json + 3 : json, json + length };
    skip_space(&cursor);
    return cursor;
}

char bp_json_kind(const bp_json_cursor *cursor)
{
    return *cursor->at;
}

void bp_json_enter(bp_json_cursor *cursor)
{
    cursor->at++;
}

bool bp_json_next(bp_json_cursor *cursor)
{
    skip_space(cursor);
    const char here = *cursor->at;
    if (here == ',') cursor->at++;
    if (here == ']' || here == '}') return cursor->at++, false;
    skip_space(cursor);
    return true;
}

/* The quotation mark that ends the string which begins at `at`. */
static const char *string_end(const bp_json_cursor *c)
{
    const char *at = c->at + 1;
    for (at += bp_plain_run(at, c->end); *at != '"'; at += bp_plain_run(at, c->end)) at += 2;
    return at;
}

static uint32_t unit_at(const char *digits)
{
    uint32_t unit = 0;
    for (int i = 0; i < 4; i++) {
        const uint32_t small = (uint32_t)digits[i] | 0x20;
        unit = unit << 4 | (small <= '9' ? small - '0' : small - 'a' + 10);
    }
    return unit;
}

/* Writes what the escape behind the backslash at `*at` stands for, and goes behind it. */
static size_t unescape(const char **at, char *out)
{
    static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
    const char letter = *++*at;
    const char *known = strchr(letters, letter);
    ++*at;
    if (letter != 'u') return *out = known ? meant[known - letters] : letter, 1;
    uint32_t point = unit_at(*at);
    *at += 4;
    if (point >= 0xD800 && point < 0xDC00) {
        point = 0x10000 + ((point - 0xD800) << 10) + (unit_at(*at + 2) - 0xDC00);
        *at += 6;
    }
    return bp_encode(point, out);
}

/* An escape is never shorter than what it stands for. */
static bp_view unescaped(const char *from, const char *end, bp_arena *arena)
{
    char *out = bp_arena_take(arena, (size_t)(end - from) + 1);
    size_t length = 0;
    while (out && from < end)
        if (*from == '\\')
            length += unescape(&from, out + length);
        else
            out[length++] = *from++;
    return (bp_view){ out, out ? strlen(out) : 0 };
}

bp_view bp_json_string(bp_json_cursor *cursor, bp_arena *arena)
{
    const char *from = cursor->at + 1, *end = string_end(cursor);
    const size_t length = (size_t)(end - from);
    cursor->at = end + 1;
    return memchr(from, '\\', length) ? unescaped(from, end, arena) : (bp_view){ from, length };
}

bp_view bp_json_key(bp_json_cursor *cursor, bp_arena *arena)
{
    const bp_view key = bp_json_string(cursor, arena);
    skip_space(cursor);
    cursor->at++;
    skip_space(cursor);
    return key;
}

bp_view bp_json_skip(bp_json_cursor *cursor)
{
    const char *from = cursor->at;
    size_t depth = 0;
    do {
        const char here = *cursor->at;
        if (here == '"') cursor->at = string_end(cursor);
        depth += here == '{' || here == '[';
        depth -= here == '}' || here == ']';
        cursor->at++;
    } while (depth);
    if (*from != '"' && *from != '{' && *from != '[') cursor->at += strcspn(cursor->at, ",]} \t\n\r");
    return (bp_view){ from, (size_t)(cursor->at - from) };
}

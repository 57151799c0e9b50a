#include "member.h"

#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t skip_spaces(const char *json, size_t length, size_t at)
{
    while (at < length && is_space(json[at])) at++;
    return at;
}

/* The end of the string that begins with the quotation mark at `at`. */
static size_t skip_string(const char *json, size_t length, size_t at)
{
    for (at++; at < length && json[at] != '"'; at++)
        if (json[at] == '\\') at++;
    return at < length ? at + 1 : length;
}

/* The end of the value that begins at `at`: the comma or bracket behind it. */
static size_t skip_value(const char *json, size_t length, size_t at)
{
    size_t depth = 0;
    while (at < length) {
        const char c = json[at];
        if (depth == 0 && (c == ',' || c == '}' || c == ']')) return at;
        if (c == '{' || c == '[') depth++;
        if (c == '}' || c == ']') depth--;
        at = c == '"' ? skip_string(json, length, at) : at + 1;
    }
    return length;
}

static bool is_key(const char *json, size_t start, size_t end, const char *name)
{
    const size_t length = strlen(name);
    return end - start == length + 2 && memcmp(json + start + 1, name, length) == 0;
}

bp_view cli_member(const char *json, size_t length, const char *name)
{
    size_t at = skip_spaces(json, length, 0);
    while (at < length && (json[at] == '{' || json[at] == ',')) {
        const size_t key = skip_spaces(json, length, at + 1);
        if (key == length || json[key] != '"') break;
        const size_t key_end = skip_string(json, length, key);
        at = skip_spaces(json, length, key_end);
        if (at == length || json[at] != ':') break;
        const size_t value = skip_spaces(json, length, at + 1);
        size_t end = at = skip_value(json, length, value);
        while (end > value && is_space(json[end - 1])) end--;
        if (is_key(json, key, key_end, name)) return (bp_view){ json + value, end - value };
    }
    return (bp_view){ 0 };
}

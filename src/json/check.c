/* JSON (RFC 8259), looked over before cJSON reads it: cJSON gives no reason when
 * it gives up, and out of memory is not the same as a slip of the pen. One pass
 * without recursion; what cJSON would not read is not let through. */
#include "json.h"
#include "plain.h"

#include <string.h>

enum { DEEPEST = 1000, LONGEST_NUMBER = 63 }; /* as cJSON has it */

typedef struct checker {
    const char *at, *end;
    size_t depth;
    char closers[DEEPEST]; /* of what is open */
} checker;

static char peek(const checker *c)
{
    return c->at < c->end ? *c->at : 0;
}

static void skip_space(checker *c)
{
    while (c->at < c->end && (*c->at == ' ' || *c->at == '\t' || *c->at == '\n' || *c->at == '\r')) c->at++;
}

static bool take(checker *c, const char *word)
{
    const size_t length = strlen(word);
    if ((size_t)(c->end - c->at) < length || memcmp(c->at, word, length) != 0) return false;
    c->at += length;
    return true;
}

static bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

static bool take_digits(checker *c)
{
    const char *from = c->at;
    while (is_digit(peek(c))) c->at++;
    return c->at > from;
}

static bool take_number(checker *c)
{
    const char *from = c->at;
    take(c, "-");
    if (!take(c, "0") && !take_digits(c)) return false;
    if (take(c, ".") && !take_digits(c)) return false;
    if (take(c, "e") || take(c, "E")) {
        if (!take(c, "+")) take(c, "-");
        if (!take_digits(c)) return false;
    }
    return c->at - from <= LONGEST_NUMBER;
}

/* The four digits behind "\\u", or -1. */
static int take_unit(checker *c)
{
    int unit = 0;
    for (int i = 0; i < 4; i++, c->at++) {
        const char letter = peek(c), small = (char)(letter | 0x20);
        if (is_digit(letter))
            unit = unit << 4 | (letter - '0');
        else if (small >= 'a' && small <= 'f')
            unit = unit << 4 | (small - 'a' + 10);
        else
            return -1;
    }
    return unit;
}

/* Halves of a surrogate pair stand together or not at all. */
static bool take_escape(checker *c)
{
    if (!take(c, "u")) return c->at < c->end && *c->at && strchr("\"\\/bfnrt", *c->at++) != NULL;
    const int unit = take_unit(c);
    if (unit < 0xD800 || unit > 0xDFFF) return unit >= 0;
    if (unit > 0xDBFF || !take(c, "\\u")) return false;
    const int second = take_unit(c);
    return second >= 0xDC00 && second <= 0xDFFF;
}

static bool take_byte(checker *c, char byte)
{
    if (peek(c) != byte) return false;
    c->at++;
    return true;
}

static bool take_string(checker *c)
{
    if (!take_byte(c, '"')) return false;
    for (;;) {
        c->at += bp_plain_run(c->at, c->end);
        if (c->at >= c->end || (unsigned char)*c->at < ' ') return false;
        if (*c->at++ == '"') return true;
        if (!take_escape(c)) return false;
    }
}

static bool take_key(checker *c)
{
    skip_space(c);
    if (!take_string(c)) return false;
    skip_space(c);
    return take_byte(c, ':');
}

/* A value up to what it holds first; `opened`: an object or array that holds something. */
static bool take_beginning(checker *c, bool *opened)
{
    const char letter = peek(c);
    *opened = false;
    if (letter == '"') return take_string(c);
    if (letter != '{' && letter != '[') return take(c, "true") || take(c, "false") || take(c, "null") || take_number(c);
    if (c->depth == DEEPEST) return false;
    c->closers[c->depth++] = letter == '{' ? '}' : ']';
    c->at++;
    skip_space(c);
    if (peek(c) == c->closers[c->depth - 1]) return c->at++, c->depth--, true;
    *opened = true;
    return letter == '[' || take_key(c);
}

/* What stands behind a value: the ends of what holds it, then a comma. */
static bool take_end(checker *c)
{
    for (skip_space(c); c->depth && peek(c) == c->closers[c->depth - 1]; skip_space(c)) c->at++, c->depth--;
    if (c->depth == 0) return true;
    return take_byte(c, ',') && (c->closers[c->depth - 1] == ']' || take_key(c));
}

bool bp_json_check(const char *json, size_t length, size_t *end)
{
    checker c = { .at = json, .end = json + length };
    bool good = true, opened;
    take(&c, "\xEF\xBB\xBF"); /* a byte order mark */
    do {
        skip_space(&c);
        good = take_beginning(&c, &opened) && (opened || take_end(&c));
    } while (good && c.depth);
    *end = (size_t)(c.at - json);
    return good;
}

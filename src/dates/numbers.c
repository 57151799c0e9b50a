/* Numbers in figures and in words. A number in words is read as it is built:
 * what is smaller adds ("twenty-six"), a hundred or a thousand multiplies what
 * stands before it. */
#include "numbers.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 96 }; /* bytes of a phrase in a list; none comes near */

/* Lower case, one kind of space, hyphens as spaces, straight apostrophes, no
 * final stop. False if it does not fit. */
static bool normalize(bp_view words, char *out)
{
    size_t length = 0;
    for (size_t i = 0; i < words.length; i++) {
        unsigned char c = (unsigned char)words.at[i];
        if (length + 2 > LONGEST) return false;
        if (c == 0xE2 && i + 2 < words.length && (unsigned char)words.at[i + 1] == 0x80) {
            const unsigned char third = (unsigned char)words.at[i + 2];
            c = third == 0x99 ? '\'' : ' ';
            i += 2;
        } else if (c == 0xC2 && i + 1 < words.length) {
            c = ' ';
            i++;
        }
        if (c <= ' ' || c == '-') c = ' ';
        if (c >= 'A' && c <= 'Z') c = (unsigned char)(c + ('a' - 'A'));
        if (c == ' ' && (length == 0 || out[length - 1] == ' ')) continue;
        out[length++] = (char)c;
    }
    while (length > 0 && (out[length - 1] == ' ' || out[length - 1] == '.')) length--;
    out[length] = 0;
    return true;
}

static bool same(const char *listed, const char *normal)
{
    for (; *listed && *normal; listed++, normal++)
        if (*listed != *normal && !(*listed == '-' && *normal == ' ')) return false;
    return *listed == *normal;
}

bp_grammar_list bp_find_list(const bp_grammar *grammar, const char *name)
{
    for (uint32_t i = 0; i < grammar->list_count; i++)
        if (strcmp(grammar->lists[i].name, name) == 0) return grammar->lists[i];
    return (bp_grammar_list){ name, 0, 0 };
}

const char *bp_value_in(const bp_grammar *grammar, bp_grammar_list list, bp_view words)
{
    char normal[LONGEST];
    if (list.first == list.end || !normalize(words, normal)) return NULL;
    for (uint32_t i = list.first; i < list.end; i++)
        if (grammar->words[i].word[0] == normal[0] && same(grammar->words[i].word, normal))
            return grammar->words[i].value;
    return NULL;
}

static const char *list_value(const bp_grammar *grammar, const char *list, bp_view words)
{
    return bp_value_in(grammar, bp_find_list(grammar, list), words);
}

/* "1,500" or "2.5", as thousandths. */
static int64_t read_figures(bp_view text)
{
    int64_t whole = 0, part = 0, scale = 1000;
    bool behind_point = false;
    for (size_t i = 0; i < text.length; i++) {
        const char c = text.at[i];
        if (c == '.') behind_point = true;
        if (c < '0' || c > '9') continue;
        if (!behind_point && whole < 100000000000) whole = whole * 10 + (c - '0');
        if (behind_point && scale > 1) part = part + (c - '0') * (scale /= 10);
    }
    return whole * 1000 + part;
}

typedef struct reader {
    const bp_grammar *grammar;
    int64_t sum, group; /* thousandths: closed groups, the one that is open */
    bool known, any;
} reader;

/* "1/2", "½" and the like add to what stands before. */
static bool add_fraction(reader *r, bp_view word)
{
    static const struct {
        const char *text;
        int64_t thousandths;
    } fractions[] = { { "1/2", 500 }, { "1/4", 250 }, { "3/4", 750 }, { "1/8", 125 },
                      { "½", 500 },   { "¼", 250 },   { "¾", 750 } };
    for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++) {
        if (strlen(fractions[i].text) != word.length || memcmp(fractions[i].text, word.at, word.length) != 0) continue;
        r->group += fractions[i].thousandths;
        return r->any = true;
    }
    return false;
}

static void add_number(reader *r, int64_t thousandths)
{
    r->any = true;
    if (thousandths == 100000 || thousandths >= 1000000) {
        if (r->group == 0) r->group = 1000;
        if (r->group < INT64_C(1000000000000)) r->group = r->group * (thousandths / 1000);
        if (thousandths >= 1000000) {
            r->sum += r->group;
            r->group = 0;
        }
    } else {
        r->group += thousandths;
    }
}

static void add_word(reader *r, bp_view word)
{
    const char c = word.at[0];
    if (add_fraction(r, word)) return;
    if (c >= '0' && c <= '9') {
        add_number(r, read_figures(word));
        return;
    }
    const char *value = list_value(r->grammar, "number", word);
    if (!value) value = list_value(r->grammar, "ordinal", word);
    if (value) add_number(r, (int64_t)strtol(value, NULL, 10) * 1000);
    value = value ? value : list_value(r->grammar, "fraction", word);
    if (!value) return;
    if (strcmp(value, "half") == 0) r->group += 500, r->any = true;
    if (strcmp(value, "quarter") == 0) r->group += 250, r->any = true;
}

static bool parts_words(bp_view text, size_t i)
{
    const unsigned char c = (unsigned char)text.at[i];
    return c <= ' ' || c == '-' || (c == 0xC2 && i + 1 < text.length && (unsigned char)text.at[i + 1] == 0xA0) ||
           c == 0xA0 || (c == 0xE2 && i + 2 < text.length && (unsigned char)text.at[i + 1] == 0x80);
}

/* The sign in "2½". */
static bool opens_fraction(bp_view text, size_t i)
{
    return (unsigned char)text.at[i] == 0xC2 && i + 1 < text.length && (unsigned char)text.at[i + 1] >= 0xBC;
}

/* What the words before the last one say: "several hundred" is no more known than "several". */
static const char *some_first(const bp_grammar *grammar, bp_view text)
{
    while (text.length && !parts_words(text, text.length - 1)) text.length--;
    return text.length > 1 ? list_value(grammar, "some", text) : NULL;
}

bp_amount bp_read_amount(const bp_grammar *grammar, bp_view text)
{
    const char *some = list_value(grammar, "some", text), *first = some ? some : some_first(grammar, text);
    if (first && *first == 'X') return (bp_amount){ 0 };
    if (some) return (bp_amount){ true, read_figures((bp_view){ some, strlen(some) }) };
    reader r = { .grammar = grammar };
    for (size_t i = 0; i < text.length;) {
        size_t end = i;
        while (end < text.length && !parts_words(text, end) && !(end > i && opens_fraction(text, end))) end++;
        if (end > i) add_word(&r, (bp_view){ text.at + i, end - i });
        if (end < text.length && opens_fraction(text, end))
            i = end;
        else
            i = end + (end < text.length && (unsigned char)text.at[end] == 0xE2 ? 3 : 1);
    }
    return (bp_amount){ r.any, r.sum + r.group };
}

static bool is_digits(bp_view text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] < '0' || text.at[i] > '9') return false;
    return text.length < 6;
}

static int read_digits(bp_view text)
{
    int value = 0;
    for (size_t i = 0; i < text.length; i++) value = value * 10 + (text.at[i] - '0');
    return value;
}

int bp_read_integer(const bp_grammar *grammar, bp_view text, int otherwise)
{
    if (text.length == 0) return otherwise;
    if (is_digits(text)) return read_digits(text);
    const char *ordinal = list_value(grammar, "ordinal", text);
    if (ordinal) return (int)strtol(ordinal, NULL, 10);
    const bp_amount amount = bp_read_amount(grammar, text);
    return amount.known && amount.thousandths < 100000000 ? (int)(amount.thousandths / 1000) : otherwise;
}

/* "98" beside 2001 is 1998, "07" is 2007. */
static int full_year(int two_digits, int near)
{
    int year = near / 100 * 100 + two_digits;
    if (year > near + 20) year -= 100;
    if (year < near - 80) year += 100;
    return year;
}

/* "nineteen ninety-eight" */
static int spelt_year(const bp_grammar *grammar, bp_view text)
{
    size_t first = 0;
    while (first < text.length && !parts_words(text, first)) first++;
    const int century = bp_read_integer(grammar, (bp_view){ text.at, first }, 0);
    const int rest = bp_read_integer(grammar, (bp_view){ text.at + first, text.length - first }, 0);
    if (century >= 10 && century <= 20 && rest < 100) return century * 100 + rest;
    return bp_read_integer(grammar, text, 0);
}

int bp_read_year(const bp_grammar *grammar, bp_view text, int near)
{
    int year = 0, digits = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') continue;
        if (++digits > 4) return 0;
        year = year * 10 + (text.at[i] - '0');
    }
    if (digits == 0) return spelt_year(grammar, text);
    return digits == 2 ? full_year(year, near) : year;
}

#include "csv.h"

#include <string.h>

static bool has_one_of(bp_view value, const char *characters)
{
    for (size_t i = 0; i < value.length; i++)
        if (value.at[i] && strchr(characters, value.at[i])) return true;
    return false;
}

void csv_put_view(FILE *out, bp_view value)
{
    const bool quoted = has_one_of(value, "\",\r\n");
    if (quoted) fputc('"', out);
    for (size_t i = 0; i < value.length; i++) {
        if (value.at[i] == '"') fputc('"', out);
        fputc(value.at[i], out);
    }
    if (quoted) fputc('"', out);
}

void csv_put_word(FILE *out, const char *word)
{
    csv_put_view(out, (bp_view){ word, strlen(word) });
}

void csv_put_line(FILE *out, bp_view value)
{
    const bool quoted = has_one_of(value, "\",");
    char last = ' '; /* none at the beginning */
    if (quoted) fputc('"', out);
    for (size_t i = 0; i < value.length; i++) {
        const bool space = value.at[i] >= '\t' && value.at[i] <= '\r';
        const char c = space ? ' ' : value.at[i];
        if (c == '"') fputc('"', out);
        if (c != ' ' || last != ' ') fputc(c, out);
        last = c;
    }
    if (quoted) fputc('"', out);
}

void csv_put_fraction(FILE *out, unsigned numerator, int decimals)
{
    unsigned whole = 1;
    for (int i = 0; i < decimals; i++) whole *= 10;
    fprintf(out, "%u", numerator / whole);
    for (numerator %= whole; numerator && numerator % 10 == 0; numerator /= 10) decimals--;
    if (numerator) fprintf(out, ".%0*u", decimals, numerator);
}

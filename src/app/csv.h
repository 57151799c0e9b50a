/* csv.h - cells of a table for a spreadsheet (RFC 4180). */
#ifndef BP_CSV_H
#define BP_CSV_H

#include "bluepencil.h"

#include <stdio.h>

/* Writes a cell, in quotation marks where it needs them. Errors stay in `out`. */
void csv_put_view(FILE *out, bp_view value);
void csv_put_word(FILE *out, const char *word);

/* The same with every run of spaces and line ends as one space: a name that runs
 * over the end of a line is the same name. */
void csv_put_line(FILE *out, bp_view value);

/* Writes `numerator` of 10 to the power of `decimals` as JavaScript does, without
 * final zeros: 250 of three decimals is 0.25. */
void csv_put_fraction(FILE *out, unsigned numerator, int decimals);

#endif

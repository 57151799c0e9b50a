/* formats.h - a result as JSON, HTML, text, CSV, a table of speakers or Web
 * Annotations. All but the text are byte for byte those of web/html.js, web/csv.js,
 * web/speakers.js and web/w3c.js. */
#ifndef BP_FORMATS_H
#define BP_FORMATS_H

#include "cli.h"

/* Writes in the format asked for; false: no memory. Write errors stay in `out`. */
bool cli_write(const cli_options *options, bp_result *result, bp_view text, FILE *out);

bool cli_write_html(const bp_result *result, bp_view text, FILE *out);
bool cli_write_text(const bp_result *result, const char *text, bool colour, FILE *out);
/* `id` (JSON, or NULL) goes into a first column of its own. */
bool cli_write_csv(const bp_result *result, const char *text, bp_offset_unit unit, const char *id, FILE *out);
void cli_write_csv_heading(bool with_id, FILE *out);
bool cli_write_speakers(const bp_result *result, const char *text, const char *id, FILE *out);
void cli_write_speakers_heading(bool with_id, FILE *out);

#endif

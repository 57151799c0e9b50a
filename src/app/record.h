/* record.h - one line of JSONL: {"id", "text", "date"} in, {"id", ...result} out. */
#ifndef BP_RECORD_H
#define BP_RECORD_H

#include "cli.h"
#include "lines.h"

/* Annotates the record and writes a line. False if that line is an error. */
bool cli_run_record(const cli_options *options, const bp_engine *engine, cli_line *line, FILE *out);

/* The heading of the table that --format csv or speakers makes of many records. */
void cli_record_heading(const cli_options *options, FILE *out);

#endif

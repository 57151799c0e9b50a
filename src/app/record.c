/* One record. Its JSON is read by cJSON, whose strings end at a NUL: \u0000 in a
 * text, and halves of surrogate pairs (which JavaScript writes, and which are no
 * characters), are therefore turned into something that cJSON lets through
 * before it reads, and the NULs are put back after. */
#include "record.h"

#include "formats.h"
#include "member.h"
#include "text/utf8.h"
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

/* Overlong, so it can stand nowhere else in a line that is valid UTF-8. */
static const char nul_stand_in[] = "\xC0\x80";
static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f') return (c | 0x20) - 'a' + 10;
    return -1;
}

/* The code unit of "\uXXXX" at `at`, or -1. The line ends in a NUL. */
static int escaped_unit(const char *at)
{
    int unit = 0;
    if (at[0] != '\\' || at[1] != 'u') return -1;
    for (int i = 2; i < 6; i++) {
        const int digit = hex_digit(at[i]);
        if (digit < 0) return -1;
        unit = unit << 4 | digit;
    }
    return unit;
}

static bool is_high(int unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}
static bool is_low(int unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

static size_t put(char *bytes, size_t to, const char *text)
{
    const size_t length = strlen(text);
    memcpy(bytes + to, text, length);
    return to + length;
}

/* Copies an escape from `at` to `to`, changed if need be; gives the new ends. */
static size_t copy_escape(char *bytes, size_t *at, size_t to)
{
    const int unit = escaped_unit(bytes + *at);
    size_t taken = unit < 0 ? 2 : 6;
    if (is_high(unit) && is_low(escaped_unit(bytes + *at + 6))) taken = 12;
    const bool alone = (is_high(unit) && taken == 6) || is_low(unit);
    if (unit == 0)
        to = put(bytes, to, nul_stand_in);
    else if (alone)
        to = put(bytes, to, replacement);
    else
        memmove(bytes + to, bytes + *at, taken), to += taken;
    *at += taken;
    return to;
}

static void soften_escapes(cli_line *line)
{
    size_t to = 0;
    for (size_t at = 0; at < line->length;) {
        if (line->bytes[at] == '\\' && at + 1 < line->length)
            to = copy_escape(line->bytes, &at, to);
        else
            line->bytes[to++] = line->bytes[at++];
    }
    line->bytes[to] = 0;
    line->length = to;
}

static size_t restore_nuls(char *text)
{
    size_t to = 0;
    for (size_t at = 0; text[at]; at++) {
        const bool nul = text[at] == nul_stand_in[0] && text[at + 1] == nul_stand_in[1];
        text[to++] = nul ? 0 : text[at];
        at += nul;
    }
    return to;
}

static bool fail(const cli_options *options, const char *id, const cli_line *line, bp_error *error, FILE *out)
{
    char json[512];
    bp_error_json(error, json, sizeof json);
    if (cli_is_table(options->format)) {
        fprintf(stderr, "bluepencil: line %zu: %s: %s\n", line->number, bp_status_name(error->code), error->message);
    } else {
        if (id)
            fprintf(out, "{\"id\":%s,\"line\":%zu,%s\n", id, line->number, json + 1);
        else
            fprintf(out, "{\"line\":%zu,%s\n", line->number, json + 1);
    }
    return false;
}

/* A table has no place for them. */
static void tell_warnings(const cli_line *line, const bp_result *result)
{
    for (size_t i = 0; i < bp_warning_count(result); i++)
        fprintf(stderr, "bluepencil: line %zu: warning: %s\n", line->number, bp_warning_at(result, i));
}

static bool write_result(const cli_options *options, bp_result *result, const char *text, const char *id,
                         const cli_line *line, FILE *out)
{
    const char *json;
    if (cli_is_table(options->format)) tell_warnings(line, result);
    if (options->format == CLI_CSV) return cli_write_csv(result, text, options->request.offsets, id ? id : "", out);
    if (options->format == CLI_SPEAKERS) return cli_write_speakers(result, text, id ? id : "", out);
    if (bp_result_json(result, &json, NULL, NULL) != BP_OK) return false;
    if (id)
        fprintf(out, "{\"id\":%s,%s\n", id, json + 1);
    else
        fprintf(out, "%s\n", json);
    return true;
}

static bool set_error(bp_error *error, bp_status code, size_t at, const char *message)
{
    *error = (bp_error){ .code = code, .at = at };
    strncpy(error->message, message, sizeof error->message - 1);
    return false;
}

static bool read_date(const cJSON *root, bp_request *request, bp_error *error)
{
    const cJSON *date = cJSON_GetObjectItemCaseSensitive(root, "date");
    if (!date || cJSON_IsNull(date)) return true;
    if (!cJSON_IsString(date) || strlen(date->valuestring) >= sizeof request->date)
        return set_error(error, BP_ERROR_OPTIONS, 0, "date: must be a day of the calendar, YYYY-MM-DD");
    strcpy(request->date, date->valuestring);
    return true;
}

static bool run_parsed(const cli_options *options, const bp_engine *engine, const cJSON *root, const char *id,
                       const cli_line *line, FILE *out)
{
    bp_error error = { 0 };
    bp_request request = options->request;
    bp_result *result = NULL;
    const cJSON *text = cJSON_GetObjectItemCaseSensitive(root, "text");
    bool done = cJSON_IsString(text) || set_error(&error, BP_ERROR_OPTIONS, 0, "text: must be a string");
    done = done && read_date(root, &request, &error);
    if (!done) return fail(options, id, line, &error, out);
    const size_t length = restore_nuls(text->valuestring);
    if (bp_annotate(engine, text->valuestring, length, &request, &result, &error) != BP_OK)
        return fail(options, id, line, &error, out);
    done = write_result(options, result, text->valuestring, id, line, out) ||
           set_error(&error, BP_ERROR_MEMORY, 0, "out of memory");
    bp_result_free(result);
    return done || fail(options, id, line, &error, out);
}

/* Copies the record's id as it is written, before its escapes are changed; NULL when it has none. False: out of memory.
 */
static bool copy_id(const cli_line *line, char **id)
{
    const bp_view written = cli_member(line->bytes, line->length, "id");
    *id = written.at ? malloc(written.length + 1) : NULL;
    if (!*id) return written.at == NULL;
    memcpy(*id, written.at, written.length);
    (*id)[written.length] = 0;
    return true;
}

/* What a table shows of an id: a string without its quotation marks, unless a NUL is in it. */
static const char *shown_id(const cJSON *root, const char *written)
{
    const char *string = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(root, "id"));
    return string && !strstr(string, nul_stand_in) ? string : written;
}

bool cli_run_record(const cli_options *options, const bp_engine *engine, cli_line *line, FILE *out)
{
    bp_error error = { 0 };
    size_t bad = 0;
    bool readable = true;
    if (line->no_memory)
        readable = set_error(&error, BP_ERROR_MEMORY, 0, "out of memory");
    else if (line->too_long)
        readable = set_error(&error, BP_ERROR_TOO_LARGE, options->max_bytes, "the line is too long");
    else if (!bp_utf8_check(line->bytes, line->length, &bad))
        readable = set_error(&error, BP_ERROR_UTF8, bad, "the line is not UTF-8");
    char *id = NULL;
    if (readable && !copy_id(line, &id)) readable = set_error(&error, BP_ERROR_MEMORY, 0, "out of memory");
    if (!readable) return fail(options, NULL, line, &error, out);
    soften_escapes(line);
    cJSON *root = bp_json_parse(line->bytes, line->length, &error);
    const char *shown = cli_is_table(options->format) ? shown_id(root, id) : id;
    const bool done =
        root ? run_parsed(options, engine, root, shown, line, out) : fail(options, NULL, line, &error, out);
    free(id);
    cJSON_Delete(root);
    return done;
}

void cli_record_heading(const cli_options *options, FILE *out)
{
    if (options->format == CLI_CSV) cli_write_csv_heading(true, out);
    if (options->format == CLI_SPEAKERS) cli_write_speakers_heading(true, out);
}

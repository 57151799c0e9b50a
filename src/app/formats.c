#include "formats.h"

static bool write_json(bp_result *result, FILE *out)
{
    const char *json;
    size_t length;
    if (bp_result_json(result, &json, &length, NULL) != BP_OK) return false;
    fwrite(json, 1, length, out);
    fputc('\n', out);
    return true;
}

static bool write_webannotation(bp_result *result, FILE *out)
{
    const char *json;
    size_t length;
    if (bp_result_webannotation(result, NULL, &json, &length, NULL) != BP_OK) return false;
    fwrite(json, 1, length, out);
    fputc('\n', out);
    return true;
}

bool cli_write(const cli_options *options, bp_result *result, bp_view text, FILE *out)
{
    switch (options->format) {
    case CLI_JSON: return write_json(result, out);
    case CLI_HTML: return cli_write_html(result, text, out);
    case CLI_TEXT: return cli_write_text(result, text.at, options->colour, out);
    case CLI_CSV:
        cli_write_csv_heading(false, out);
        return cli_write_csv(result, text.at, options->request.offsets, NULL, out);
    case CLI_SPEAKERS: cli_write_speakers_heading(false, out); return cli_write_speakers(result, text.at, NULL, out);
    default: return write_webannotation(result, out);
    }
}

/* The command line, read with getopt_long. */
#include "cli.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char usage[] =
    "Usage: bluepencil [OPTION]... [FILE]\n"
    "Marks who, when, and who said what in a news article. Reads FILE, or standard\n"
    "input, as UTF-8 text; writes one line of JSON.\n"
    "\n"
    "  -d, --date YYYY-MM-DD  the day of the article, from which \"Friday\" is counted\n"
    "      --zone ZONE        where the readers are (+05:30, Z), for a --date with a time and a zone\n"
    "      --day-first        read 3/4/2019 as the third of April,\n"
    "      --month-first      or as the fourth of March (default: as the text tells, else both)\n"
    "  -f, --format FORMAT    json (default), html, text, csv, speakers or webannotation\n"
    "  -l, --jsonl            read {\"id\",\"text\",\"date\"} a line, write {\"id\", ...result} a line\n"
    "  -j, --jobs N           threads for --jsonl (default: the processors there are)\n"
    "  -t, --types LIST       only these kinds: person, organization, place, group, event, work,\n"
    "                         product, law, money, percent, quantity, email, url, handle; date, time,\n"
    "                         duration, set; direct, mixed, indirect; or names, rules, dates, quotes\n"
    "  -o, --offsets UNIT     utf-16 (default), utf-8 or code-point\n"
    "      --house FILE       the newsroom's own names, never-mark list and patterns, in JSON\n"
    "      --furniture        mark navigation, newsletter boxes and the like, too\n"
    "      --max-bytes N      refuse longer texts (default 67108864)\n"
    "      --color WHEN       of --format text: auto (default), always or never\n"
    "  -h, --help             this text\n"
    "  -V, --version          the version\n"
    "\n"
    "Exit status: 0 all is well; 1 a text could not be marked or written; 2 misuse.\n";

enum { HOUSE = 256, FURNITURE, MAX_BYTES, COLOUR, ZONE, DAY_FIRST, MONTH_FIRST };

static int misuse(const char *what, const char *value)
{
    fprintf(stderr, "bluepencil: %s: %s\nTry 'bluepencil --help'.\n", value, what);
    return CLI_MISUSED;
}

/* Builds {"key": value} and lets the library read it, so that the command and
 * the library know the same names. */
static int read_request(const char *json, bp_request *request, const char *value)
{
    bp_error error;
    bp_request read;
    if (bp_request_from_json(json, strlen(json), &read, &error) != BP_OK)
        return misuse(error.code == BP_ERROR_OPTIONS ? error.message : "not a proper value", value);
    if (read.date[0]) memcpy(request->date, read.date, sizeof request->date);
    if (read.zone[0]) memcpy(request->zone, read.zone, sizeof request->zone);
    if (read.kinds.chosen) request->kinds = read.kinds;
    if (read.offsets) request->offsets = read.offsets;
    return CLI_GO_ON;
}

static bool is_plain(const char *value)
{
    return value[strspn(value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:T,+. ")] == 0;
}

static int read_value(const char *key, const char *value, bool list, bp_request *request)
{
    char json[1024];
    int length = snprintf(json, sizeof json, "{\"%s\":%s\"", key, list ? "[" : "");
    if (!is_plain(value) || strlen(value) > 200) return misuse("not a proper value", value);
    for (const char *c = value; *c && length < (int)sizeof json - 8; c++) {
        if (list && *c == ' ') continue;
        length += snprintf(json + length, sizeof json - (size_t)length, list && *c == ',' ? "\",\"" : "%c", *c);
    }
    snprintf(json + length, sizeof json - (size_t)length, "\"%s}", list ? "]" : "");
    return read_request(json, request, value);
}

static int read_format(const char *value, cli_options *options)
{
    static const char *const names[] = { "json", "html", "text", "csv", "speakers", "webannotation" };
    for (int i = CLI_JSON; i <= CLI_WEBANNOTATION; i++)
        if (strcmp(value, names[i]) == 0) return options->format = (cli_format)i, CLI_GO_ON;
    return misuse("there is no such format", value);
}

static int read_number(const char *value, long least, long most, long *number)
{
    char *end;
    *number = strtol(value, &end, 10);
    if (*value == 0 || *end || *number < least || *number > most) return misuse("not a proper number", value);
    return CLI_GO_ON;
}

static int read_colour(const char *value, cli_options *options)
{
    if (strcmp(value, "always") == 0) return options->colour = true, CLI_GO_ON;
    if (strcmp(value, "never") == 0) return options->colour = false, CLI_GO_ON;
    return strcmp(value, "auto") == 0 ? CLI_GO_ON : misuse("auto, always or never", value);
}

static int read_option(int letter, const char *value, cli_options *options)
{
    long number = 0;
    int status = CLI_GO_ON;
    switch (letter) {
    case 'd': return read_value("date", value, false, &options->request);
    case 'f': return read_format(value, options);
    case 'l': return options->jsonl = true, CLI_GO_ON;
    case 'j':
        status = read_number(value, 1, 1024, &number);
        options->jobs = (int)number;
        return status;
    case 't': return read_value("types", value, true, &options->request);
    case 'o': return read_value("offsets", value, false, &options->request);
    case ZONE: return read_value("zone", value, false, &options->request);
    case DAY_FIRST: return options->request.order = BP_DAY_FIRST, CLI_GO_ON;
    case MONTH_FIRST: return options->request.order = BP_MONTH_FIRST, CLI_GO_ON;
    case HOUSE: return options->house = value, CLI_GO_ON;
    case FURNITURE: return options->request.furniture = true, CLI_GO_ON;
    case MAX_BYTES:
        status = read_number(value, 1, 4294967295, &number);
        options->max_bytes = (size_t)number;
        return status;
    case COLOUR: return read_colour(value, options);
    case 'h': return fputs(usage, stdout) < 0 ? CLI_FAILED : CLI_DONE;
    case 'V': return puts("bluepencil " BP_VERSION) < 0 ? CLI_FAILED : CLI_DONE;
    default: fputs("Try 'bluepencil --help'.\n", stderr); return CLI_MISUSED;
    }
}

static void set_defaults(cli_options *options)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    const char *no_colour = getenv("NO_COLOR");
    *options = (cli_options){ .jobs = processors > 0 ? (int)processors : 1 };
    options->colour = isatty(STDOUT_FILENO) && !(no_colour && *no_colour);
}

int cli_read_arguments(int count, char **arguments, cli_options *options)
{
    static const struct option longs[] = { { "date", required_argument, NULL, 'd' },
                                           { "format", required_argument, NULL, 'f' },
                                           { "jsonl", no_argument, NULL, 'l' },
                                           { "jobs", required_argument, NULL, 'j' },
                                           { "types", required_argument, NULL, 't' },
                                           { "offsets", required_argument, NULL, 'o' },
                                           { "zone", required_argument, NULL, ZONE },
                                           { "day-first", no_argument, NULL, DAY_FIRST },
                                           { "month-first", no_argument, NULL, MONTH_FIRST },
                                           { "house", required_argument, NULL, HOUSE },
                                           { "furniture", no_argument, NULL, FURNITURE },
                                           { "max-bytes", required_argument, NULL, MAX_BYTES },
                                           { "color", required_argument, NULL, COLOUR },
                                           { "colour", required_argument, NULL, COLOUR },
                                           { "help", no_argument, NULL, 'h' },
                                           { "version", no_argument, NULL, 'V' },
                                           { 0 } };
    int letter;
    set_defaults(options);
    while ((letter = getopt_long(count, arguments, "d:f:lj:t:o:hV", longs, NULL)) != -1) {
        const int status = read_option(letter, optarg, options);
        if (status != CLI_GO_ON) return status;
    }
    if (count - optind > 1) return misuse("one file at a time", arguments[optind + 1]);
    if (optind < count && strcmp(arguments[optind], "-") != 0) options->input = arguments[optind];
    if (options->jsonl && options->format != CLI_JSON && !cli_is_table(options->format))
        return misuse("--jsonl writes json, csv or speakers", "--format");
    return CLI_GO_ON;
}

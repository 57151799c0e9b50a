/* Every status that a call can give, with its place and its sentence. */
#include "bluepencil.h"

#include "meter.h"
#include "test.h"

static bp_engine *engine;

static void make_house(const char *house, bp_status status, size_t at, const char *part)
{
    const bp_engine_options options = { .house = house, .house_length = strlen(house) };
    bp_engine *made = (bp_engine *)&options;
    bp_error error = { .code = BP_OK, .at = 999 };
    EQUAL_INT(bp_engine_new(&options, &made, &error), status);
    EQUAL_INT(error.code, status);
    EQUAL_INT(error.at, at);
    if (!strstr(error.message, part)) test_equal_text(__FILE__, __LINE__, "error.message", error.message, part);
    CHECK(made == NULL);
}

static void annotate(const char *text, size_t length, const char *date, bp_status status, size_t at)
{
    bp_request request = { 0 };
    bp_result *result = (bp_result *)&request;
    bp_error error = { .code = BP_OK, .at = 999 };
    strncpy(request.date, date, sizeof request.date - 1);
    EQUAL_INT(bp_annotate(engine, text, length, &request, &result, &error), status);
    EQUAL_INT(error.code, status);
    EQUAL_INT(error.at, at);
    CHECK(error.message[0] != 0);
    CHECK(result == NULL);
    CHECK(bp_annotate(engine, text, length, &request, &result, NULL) == status); /* nobody has to ask why */
}

static void request_with_zone(const char *zone, bp_status status)
{
    bp_request request = { .date = "2019-05-31T23:30Z" };
    bp_result *result;
    bp_error error;
    strncpy(request.zone, zone, sizeof request.zone - 1);
    EQUAL_INT(bp_annotate(engine, "Turin", 5, &request, &result, &error), status);
    if (status != BP_OK) CHECK(strstr(error.message, "zone") != NULL);
    bp_result_free(result);
}

static void read_request(const char *json, bp_status status, size_t at, const char *part)
{
    bp_request request;
    bp_error error = { .code = BP_OK, .at = 999 };
    EQUAL_INT(bp_request_from_json(json, strlen(json), &request, &error), status);
    EQUAL_INT(error.at, at);
    if (!strstr(error.message, part)) test_equal_text(__FILE__, __LINE__, json, error.message, part);
    EQUAL_INT(bp_request_from_json(json, strlen(json), &request, NULL), status);
}

static void read_settings(const char *json, bp_status status, size_t at, const char *part)
{
    bp_engine *made = (bp_engine *)&status;
    bp_error error = { .code = BP_OK, .at = 999 };
    EQUAL_INT(bp_engine_from_json(json, strlen(json), NULL, &made, &error), status);
    EQUAL_INT(error.at, at);
    if (!strstr(error.message, part)) test_equal_text(__FILE__, __LINE__, json, error.message, part);
    CHECK(made == NULL);
}

static void tells_memory(void)
{
    meter m = { .fail_at = 1 };
    const bp_allocator allocator = meter_allocator(&m);
    const bp_engine_options options = { .allocator = &allocator };
    bp_engine *made = NULL;
    bp_error error;
    EQUAL_INT(bp_engine_new(&options, &made, &error), BP_ERROR_MEMORY);
    EQUAL_INT(error.code, BP_ERROR_MEMORY);
    EQUAL_TEXT(error.message, "out of memory");
}

static void tells_utf8(void)
{
    annotate("\xFF", 1, "", BP_ERROR_UTF8, 0);
    annotate("Turin \xE2\x82 Turin", 14, "", BP_ERROR_UTF8, 6);
    annotate("Turin \xED\xA0\x80", 9, "", BP_ERROR_UTF8, 6);
    annotate("Turin \xE2\x82", 8, "", BP_ERROR_UTF8, 6);
}

static void tells_too_large(void)
{
    const bp_engine_options options = { .max_bytes = 10 };
    bp_engine *small = NULL;
    bp_result *result;
    bp_error error;
    EQUAL_INT(bp_engine_new(&options, &small, &error), BP_OK);
    EQUAL_INT(bp_annotate(small, "12345678901", 11, NULL, &result, &error), BP_ERROR_TOO_LARGE);
    EQUAL_INT(error.at, 10);
    EQUAL_INT(bp_annotate(small, "1234567890", 10, NULL, &result, &error), BP_OK);
    bp_result_free(result);
    bp_engine_free(small);
    char *large = calloc(64 * 1024 * 1024 + 1, 1); /* the limit of an engine that was told none */
    if (large) annotate(large, 64 * 1024 * 1024 + 1, "", BP_ERROR_TOO_LARGE, 64 * 1024 * 1024);
    free(large);
}

static void tells_options(void)
{
    annotate("Turin", 5, "yesterday", BP_ERROR_OPTIONS, 0);
    annotate("Turin", 5, "2019-02-29", BP_ERROR_OPTIONS, 0);
    read_request("{\"day\":\"2019-05-31\"}", BP_ERROR_OPTIONS, 0, "day: there is no such option");
    read_request("{\"date\":20190531}", BP_ERROR_OPTIONS, 0, "date: ");
    read_request("{\"date\":\"2019-02-29\"}", BP_ERROR_OPTIONS, 0, "date: ");
    read_request("{\"date\":\"2019-05-31T00:00:00.0000000000000000000\"}", BP_ERROR_OPTIONS, 0, "date: ");
    request_with_zone("05:30", BP_ERROR_OPTIONS);
    request_with_zone("+05:30", BP_OK);
    read_request("{\"zone\":\"CET\"}", BP_ERROR_OPTIONS, 0, "zone: ");
    read_request("{\"zone\":\"+05:30:00\"}", BP_ERROR_OPTIONS, 0, "zone: ");
    read_request("{\"zone\":841}", BP_ERROR_OPTIONS, 0, "zone: ");
    read_request("{\"zone\":0.5}", BP_ERROR_OPTIONS, 0, "zone: ");
    read_request("{\"dayFirst\":1}", BP_ERROR_OPTIONS, 0, "dayFirst: ");
    read_request("{\"types\":\"person\"}", BP_ERROR_OPTIONS, 0, "types: ");
    read_request("{\"types\":[1]}", BP_ERROR_OPTIONS, 0, "types: ");
    read_request("{\"types\":[\"people\"]}", BP_ERROR_OPTIONS, 0, "people: ");
    read_request("{\"offsets\":\"utf-32\"}", BP_ERROR_OPTIONS, 0, "offsets: ");
    read_request("{\"offsets\":16}", BP_ERROR_OPTIONS, 0, "offsets: ");
    read_request("{\"furniture\":\"yes\"}", BP_ERROR_OPTIONS, 0, "furniture: ");
    read_settings("{\"maxBytes\":0}", BP_ERROR_OPTIONS, 0, "maxBytes: ");
    read_settings("{\"maxBytes\":\"many\"}", BP_ERROR_OPTIONS, 0, "maxBytes: ");
    read_settings("{\"house\":[]}", BP_ERROR_OPTIONS, 0, "house: ");
    read_settings("{\"style\":{}}", BP_ERROR_OPTIONS, 0, "style: there is no such option");
}

static void tells_options_of_house_style(void)
{
    make_house("{\"words\":[]}", BP_ERROR_OPTIONS, 0, "words: ");
    make_house("{\"names\":{}}", BP_ERROR_OPTIONS, 0, "names: must be an array");
    make_house("{\"names\":[\"Ama\"]}", BP_ERROR_OPTIONS, 0, "names: each must be an object");
    make_house("{\"names\":[{\"name\":\"Ama\"}]}", BP_ERROR_OPTIONS, 0, "names: each needs a type");
    make_house("{\"names\":[{\"type\":\"person\"}]}", BP_ERROR_OPTIONS, 0, "names: each needs a name");
    make_house("{\"names\":[{\"name\":\"\",\"type\":\"person\"}]}", BP_ERROR_OPTIONS, 0, "names: each needs a name");
    make_house("{\"names\":[{\"name\":\"Ama\",\"type\":\"human\"}]}", BP_ERROR_OPTIONS, 0, "human: ");
    make_house("{\"names\":[{\"name\":\"Ama\",\"type\":\"person\",\"id\":7}]}", BP_ERROR_OPTIONS, 0, "id: ");
    make_house("{\"names\":[{\"name\":\"Ama\",\"type\":\"person\",\"aka\":[]}]}", BP_ERROR_OPTIONS, 0, "aka: ");
    make_house("{\"names\":[{\"name\":\"Ama\",\"type\":\"person\",\"aliases\":\"A.\"}]}", BP_ERROR_OPTIONS, 0,
               "aliases: ");
    make_house("{\"names\":[{\"name\":\"Ama\",\"type\":\"person\",\"aliases\":[1]}]}", BP_ERROR_OPTIONS, 0,
               "aliases: ");
    make_house("{\"names\":[{\"name\":7,\"type\":\"person\"}]}", BP_ERROR_OPTIONS, 0, "names: each needs a name");
    make_house("{\"names\":[{\"name\":\"Ama\",\"type\":[{}]}]}", BP_ERROR_OPTIONS, 0, "names: each needs a type");
    make_house("{\"names\":[{\"name\":\"Ama\",\"type\":\"person\",\"id\":null}]}", BP_ERROR_OPTIONS, 0, "id: must be");
    make_house("{\"patterns\":[{\"type\":\"law\",\"name\":\"x\"}]}", BP_ERROR_OPTIONS, 0, "name: house style has no");
    make_house("{\"ignore\":[1]}", BP_ERROR_OPTIONS, 0, "ignore: ");
    make_house("{\"patterns\":[{\"regex\":\"x\"}]}", BP_ERROR_OPTIONS, 0, "patterns: each needs a type");
    make_house("{\"patterns\":[{\"type\":\"law\"}]}", BP_ERROR_OPTIONS, 0, "patterns: each needs a regex");
}

static void tells_pattern(void)
{
    make_house("{\"patterns\":[{\"type\":\"law\",\"regex\":\"ab(cd\"}]}", BP_ERROR_PATTERN, 5, "ab(cd");
    make_house("{\"patterns\":[{\"type\":\"law\",\"regex\":\"[z-a]\"}]}", BP_ERROR_PATTERN, 3, "[z-a]");
    make_house("{\"patterns\":[{\"type\":\"law\",\"regex\":\"x\"},{\"type\":\"law\",\"regex\":\"*x\"}]}",
               BP_ERROR_PATTERN, 0, "*x");
    make_house("{\"patterns\":[{\"type\":\"law\",\"regex\":\"a\\\\Cb\"}]}", BP_ERROR_PATTERN, 3, "a\\Cb");
}

static void tells_json(void)
{
    make_house("{\"names\":[}", BP_ERROR_JSON, 10, "JSON");
    make_house("[]", BP_ERROR_JSON, 0, "not a JSON object");
    make_house("{} {}", BP_ERROR_JSON, 3, "something follows");
    make_house("{\"ignore\":[\"Caf\xE9\"]}", BP_ERROR_UTF8, 15, "not UTF-8");
    read_request("{\"date\":", BP_ERROR_JSON, 8, "JSON");
    read_request("{\"date\" \"2019-05-31\"}", BP_ERROR_JSON, 8, "JSON");
    read_request("2019-05-31", BP_ERROR_JSON, 4, "something follows");
    read_request("\"2019-05-31\"", BP_ERROR_JSON, 0, "not a JSON object");
    read_settings("null", BP_ERROR_JSON, 0, "not a JSON object");
    read_settings("{", BP_ERROR_JSON, 1, "JSON");
}

static void names_them(void)
{
    static const char *const names[] = { "ok", "memory", "utf8", "too-large", "options", "pattern", "json" };
    for (int status = BP_OK; status <= BP_ERROR_JSON; status++)
        EQUAL_TEXT(bp_status_name((bp_status)status), names[status]);
    EQUAL_TEXT(bp_status_name((bp_status)99), "");
}

static void writes_errors(void)
{
    const bp_error error = { BP_ERROR_OPTIONS, 17, "say \"when\"\\how\n" };
    bp_error longest = { BP_ERROR_JSON, SIZE_MAX, "" };
    char buffer[512], small[10];
    memset(longest.message, '"', sizeof longest.message - 1);
    const size_t length = bp_error_json(&error, buffer, sizeof buffer);
    EQUAL_TEXT(buffer, "{\"error\":{\"code\":\"options\",\"message\":\"say \\\"when\\\"\\\\how \",\"at\":17}}");
    EQUAL_INT(length, strlen(buffer));
    EQUAL_INT(bp_error_json(&error, small, sizeof small), 9);
    EQUAL_TEXT(small, "{\"error\":");
    CHECK(bp_error_json(&longest, buffer, sizeof buffer) < sizeof buffer - 1); /* 512 hold any */
    CHECK(buffer[strlen(buffer) - 1] == '}');
}

static void frees_nothing(void)
{
    bp_engine_free(NULL);
    bp_result_free(NULL);
}

int main(void)
{
    if (bp_engine_new(NULL, &engine, NULL) != BP_OK) return 1;
    TEST("memory", tells_memory);
    TEST("utf8, with the byte", tells_utf8);
    TEST("too-large, with the limit", tells_too_large);
    TEST("options, by name", tells_options);
    TEST("options of house style, by name", tells_options_of_house_style);
    TEST("pattern, with its place", tells_pattern);
    TEST("json, with the byte", tells_json);
    TEST("the names of the statuses", names_them);
    TEST("errors as JSON", writes_errors);
    TEST("freeing nothing", frees_nothing);
    bp_engine_free(engine);
    return test_done();
}

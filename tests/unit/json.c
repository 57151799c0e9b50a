/* What is JSON, and where what is not goes wrong. */
#include "json/json.h"

#include "test.h"

static const char *const good[] = {
    "{}",
    "[]",
    "0",
    "-1.5e+10",
    "\"\"",
    "true",
    "false",
    "null",
    " { } ",
    "{\"a\":1}",
    "[1,2,[3,{\"b\":[]}]]",
    "\"\\u00e9\\n\\\"\\\\\\/\"",
    "\"\\ud83d\\ude80\"",
    "\xEF\xBB\xBF{}",
    "{\"a\":{\"b\":{\"c\":[[[]]]}}}",
    "\"caf\xC3\xA9\"",
    "\t[\r\n1 , 2 ]",
    "{\"a\":\"\\u0000\"}",
    "0.10",
    "1E5",
};

static const struct {
    const char *json;
    size_t at;
} bad[] = {
    { "", 0 },
    { "{", 1 },
    { "}", 0 },
    { "[1,]", 3 },
    { "[1 2]", 3 },
    { "{\"a\"}", 4 },
    { "{\"a\":}", 5 },
    { "{a:1}", 1 },
    { "{\"a\":1,}", 7 },
    { "{\"a\":1]", 6 },
    { "[1}", 2 },
    { "\"abc", 4 },
    { "\"a\tb\"", 2 },
    { "\"abcdefgh\x1Fij\"", 9 },
    { "\"abcdefghijklmno\\x\"", 18 },
    { "\"abcdefghijklmnopqrstuvw", 24 },
    { "\"\\x\"", 3 },
    { "\"\\u12g4\"", 5 },
    { "\"\\ud800\"", 7 },
    { "\"\\ude00\"", 7 },
    { "\"\\ud800\\u0041\"", 13 },
    { "-", 1 },
    { "1.", 2 },
    { "1e", 2 },
    { ".5", 0 },
    { "tru", 0 },
    { "nul", 0 },
    { "'a'", 0 },
    { "[[[", 3 },
};

static void lets_in(void)
{
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        size_t end;
        const size_t length = strlen(good[i]);
        if (!bp_json_check(good[i], length, &end) || end != length) test_fail(__FILE__, __LINE__, good[i]);
        cJSON *tree = cJSON_ParseWithLength(good[i], length); /* cJSON agrees */
        if (!tree) test_fail(__FILE__, __LINE__, good[i]);
        cJSON_Delete(tree);
    }
}

static void keeps_out(void)
{
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char what[100];
        size_t end = 999;
        snprintf(what, sizeof what, "%s, wrong at %zu, said", bad[i].json, bad[i].at);
        CHECK(!bp_json_check(bad[i].json, strlen(bad[i].json), &end));
        test_equal_int(__FILE__, __LINE__, what, (long long)end, (long long)bad[i].at);
    }
}

static void ends_where_the_value_ends(void)
{
    size_t end;
    CHECK(bp_json_check("{} {}", 5, &end));
    EQUAL_INT(end, 3);
    CHECK(bp_json_check("01", 2, &end));
    EQUAL_INT(end, 1);
    CHECK(!bp_json_check("[1]", 2, &end)); /* the length rules, not what lies behind */
}

static void bounds_depth_and_numbers(void)
{
    char json[4001];
    size_t end;
    memset(json, '[', 2000);
    memset(json + 2000, ']', 2000);
    CHECK(bp_json_check(json + 1000, 2000, &end));
    CHECK(!bp_json_check(json + 999, 2002, &end));
    EQUAL_INT(end, 1000);
    memset(json, '1', 64);
    CHECK(bp_json_check(json, 63, &end));
    CHECK(!bp_json_check(json, 64, &end));
}

/* A string of the JSON `[STRING]`, and whether the cursor stands behind it. */
static void reads_string(const char *json, const char *expected)
{
    bp_arena arena;
    bp_arena_init(&arena, &bp_default_allocator);
    bp_json_cursor c = bp_json_begin(json, strlen(json));
    bp_json_enter(&c);
    CHECK(bp_json_next(&c));
    EQUAL_INT(bp_json_kind(&c), '"');
    const bp_view text = bp_json_string(&c, &arena);
    char copy[100] = "";
    memcpy(copy, text.at, text.length);
    EQUAL_TEXT(copy, expected);
    CHECK(!bp_json_next(&c));
    EQUAL_INT(*c.at, 0);
    bp_arena_done(&arena);
}

static void walks_strings(void)
{
    reads_string("[\"\"]", "");
    reads_string("[\"abcdefg\"]", "abcdefg");
    reads_string("[\"abcdefgh\\\"ijklmnop\\\\\"]", "abcdefgh\"ijklmnop\\");
    reads_string(" [ \"caf\xC3\xA9\" ]", "caf\xC3\xA9");
    reads_string("\xEF\xBB\xBF[\"a\\\"b\\\\\"]", "a\"b\\");
    reads_string("[\"\\b\\f\\n\\r\\t\\/\"]", "\b\f\n\r\t/");
    reads_string("[\"\\u00e9\\u20AC\\ud83d\\ude80.\"]", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x9A\x80.");
    reads_string("[\"a\\u0000b\"]", "a"); /* as a C string would */
}

static void walks_objects(void)
{
    static const char json[] = "{ \"a\" : {\"b\":[1,{}],\"c\":\"]}\"} , \"d\\u0065\":-1.5e3,\"f\":[true , null]}";
    static const char *const keys[] = { "a", "de", "f" }, *const values[] = { "{\"b\":[1,{}],\"c\":\"]}\"}", "-1.5e3",
                                                                              "[true , null]" };
    bp_arena arena;
    bp_arena_init(&arena, &bp_default_allocator);
    bp_json_cursor c = bp_json_begin(json, strlen(json));
    size_t count = 0;
    for (bp_json_enter(&c); bp_json_next(&c); count++) {
        const bp_view key = bp_json_key(&c, &arena), value = bp_json_skip(&c);
        CHECK(count < 3 && key.length == strlen(keys[count]) && memcmp(key.at, keys[count], key.length) == 0);
        CHECK(value.length == strlen(values[count]) && memcmp(value.at, values[count], value.length) == 0);
    }
    EQUAL_INT(count, 3);
    bp_arena_done(&arena);
}

int main(void)
{
    TEST("JSON is let in", lets_in);
    TEST("what is not JSON is kept out, with its place", keeps_out);
    TEST("a value ends where it ends", ends_where_the_value_ends);
    TEST("depth and numbers have bounds", bounds_depth_and_numbers);
    TEST("a walk reads strings with their escapes", walks_strings);
    TEST("a walk goes over what an object holds", walks_objects);
    return test_done();
}

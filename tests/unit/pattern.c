/* Patterns: found where they stand, and stopped when they run wild. */
#include "text/pattern.h"

#include "meter.h"
#include "test.h"

static bp_arena arena;

static bp_pattern_status match(const char *regex, bool anchored, const char *text, size_t start, size_t *from,
                               size_t *to)
{
    bp_error error = { 0 };
    const bp_pattern *pattern = bp_pattern_new(&arena, regex, anchored, &error);
    bp_matcher *matcher = bp_matcher_new(&arena, 4);
    if (!pattern || !matcher) {
        test_fail(__FILE__, __LINE__, error.message);
        return BP_PATTERN_NONE;
    }
    const bp_pattern_status status = bp_pattern_match(pattern, matcher, text, strlen(text), start);
    if (status == BP_PATTERN_FOUND) CHECK(bp_matcher_group(matcher, 0, from, to));
    return status;
}

static void finds(void)
{
    size_t from = 99, to = 99;
    EQUAL_INT(match("\\bA3\\d\\dneo\\b", false, "The A320neo flew.", 0, &from, &to), BP_PATTERN_FOUND);
    EQUAL_INT(from, 4);
    EQUAL_INT(to, 11);
    EQUAL_INT(match("A3", true, "The A320neo flew.", 0, &from, &to), BP_PATTERN_NONE);
    EQUAL_INT(match("A3", true, "The A320neo flew.", 4, &from, &to), BP_PATTERN_FOUND);
    EQUAL_INT(match("\\w+", false, "\xC3\x89lan", 0, &from, &to), BP_PATTERN_FOUND);
    EQUAL_INT(to, 5); /* letters with accents are letters */
}

static void has_groups(void)
{
    bp_matcher *matcher = bp_matcher_new(&arena, 3);
    const bp_pattern *pattern = bp_pattern_new(&arena, "(?<day>\\d+) (May)?(June)?", true, NULL);
    size_t from, to;
    EQUAL_INT(bp_pattern_match(pattern, matcher, "31 May", 6, 0), BP_PATTERN_FOUND);
    EQUAL_INT(bp_pattern_group(pattern, "day"), 1);
    EQUAL_INT(bp_pattern_group(pattern, "year"), 0);
    CHECK(bp_matcher_group(matcher, 1, &from, &to) && from == 0 && to == 2);
    CHECK(bp_matcher_group(matcher, 2, &from, &to) && from == 3 && to == 6);
    CHECK(!bp_matcher_group(matcher, 3, &from, &to));
    CHECK(!bp_matcher_group(matcher, 4, &from, &to));
}

static void stops(void)
{
    char text[5001];
    size_t from, to;
    memset(text, 'a', 5000);
    text[5000] = 0;
    EQUAL_INT(match("(a+)+b", true, text, 0, &from, &to), BP_PATTERN_WILD);
    EQUAL_INT(match("(a|a)*b", true, text, 0, &from, &to), BP_PATTERN_WILD);
    EQUAL_INT(match("(?:a?){30}a{30}b", true, text, 0, &from, &to), BP_PATTERN_WILD);
}

static void says_where(void)
{
    static const struct {
        const char *regex;
        size_t at;
    } wrong[] = { { "(", 1 },        { "a)", 1 }, { "[b", 2 }, { "a{2,1}", 5 }, { "\\", 1 }, { "(?<n>a)(?<n>b)", 12 },
                  { "\\p{Nope}", 8 } };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        bp_error error = { 0 };
        CHECK(bp_pattern_new(&arena, wrong[i].regex, false, &error) == NULL);
        EQUAL_INT(error.code, BP_ERROR_PATTERN);
        EQUAL_INT(error.at, wrong[i].at);
        CHECK(error.message[0] != 0);
    }
}

static void freezes(void)
{
    static const char *const regexes[] = { "(?<day>[0-9]+) May", "\\w+(?<end>!)" }, *const wrong[] = { "a", "(" };
    size_t length, from, to;
    uint32_t at;
    const uint8_t *bytes = bp_patterns_freeze(&arena, regexes, 2, &length, &at);
    CHECK(bytes);
    const bp_pattern **patterns = bp_patterns_thaw(&arena, bytes, 2);
    CHECK(patterns);
    bp_matcher *matcher = bp_matcher_new(&arena, 1);
    EQUAL_INT(bp_pattern_match(patterns[0], matcher, "31 May", 6, 0), BP_PATTERN_FOUND);
    EQUAL_INT(bp_pattern_group(patterns[0], "day"), 1);
    CHECK(bp_matcher_group(matcher, 1, &from, &to) && from == 0 && to == 2);
    CHECK(bp_pattern_may_begin(patterns[0], '3') && !bp_pattern_may_begin(patterns[0], 'M'));
    EQUAL_INT(bp_pattern_match(patterns[1], matcher, "On!", 3, 0), BP_PATTERN_FOUND);
    EQUAL_INT(bp_pattern_match(patterns[1], matcher, "An off", 6, 3), BP_PATTERN_NONE);

    CHECK(!bp_patterns_freeze(&arena, wrong, 2, &length, &at));
    EQUAL_INT(at, 1);
    uint8_t *other = bp_arena_take(&arena, length);
    memcpy(other, bytes, length);
    other[0] ^= 1; /* as if another PCRE2 had written it */
    CHECK(!bp_patterns_thaw(&arena, other, 2));
    CHECK(!bp_patterns_thaw(&arena, bytes, 3));
}

int main(void)
{
    bp_arena_init(&arena, &bp_default_allocator);
    TEST("a pattern is found where it stands", finds);
    TEST("groups by number and by name", has_groups);
    TEST("patterns frozen to bytes match as before; other bytes are refused", freezes);
    TEST("a pattern that runs wild is stopped", stops);
    TEST("a pattern that does not compile says where", says_where);
    bp_arena_done(&arena);
    return test_done();
}

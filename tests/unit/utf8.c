/* UTF-8 (RFC 3629): what is let in, what is kept out, and at which byte. */
#include "text/utf8.h"

#include "text/characters.h"

#include "test.h"

static const struct {
    const char *bytes;
    size_t length;
    int bad; /* -1: good */
} table[] = {
    { "", 0, -1 },
    { "plain", 5, -1 },
    { "nul\0inside", 10, -1 },
    { "\x7F", 1, -1 },
    { "\xC2\x80", 2, -1 },          /* U+0080, the first of two bytes */
    { "\xDF\xBF", 2, -1 },          /* U+07FF, the last */
    { "\xE0\xA0\x80", 3, -1 },      /* U+0800 */
    { "\xED\x9F\xBF", 3, -1 },      /* U+D7FF, before the surrogates */
    { "\xEE\x80\x80", 3, -1 },      /* U+E000, behind them */
    { "\xEF\xBF\xBF", 3, -1 },      /* U+FFFF */
    { "\xEF\xBB\xBFtext", 7, -1 },  /* a byte order mark */
    { "\xF0\x90\x80\x80", 4, -1 },  /* U+10000 */
    { "\xF4\x8F\xBF\xBF", 4, -1 },  /* U+10FFFF */
    { "12345678\xC3\xA9", 10, -1 }, /* behind eight at once */
    { "\x80", 1, 0 },               /* a trailing byte alone */
    { "a\xBFz", 3, 1 },
    { "\xC0\x80", 2, 0 }, /* NUL, overlong */
    { "\xC1\xBF", 2, 0 },
    { "\xE0\x9F\xBF", 3, 0 },
    { "\xF0\x8F\xBF\xBF", 4, 0 },
    { "\xED\xA0\x80", 3, 0 },     /* U+D800 */
    { "\xED\xBF\xBF", 3, 0 },     /* U+DFFF */
    { "\xF4\x90\x80\x80", 4, 0 }, /* U+110000 */
    { "\xF5\x80\x80\x80", 4, 0 },
    { "\xFE", 1, 0 },
    { "\xFF", 1, 0 },
    { "ab\xC3", 3, 2 }, /* cut off */
    { "ab\xE2\x82", 4, 2 },
    { "ab\xF0\x9F\x98", 5, 2 },
    { "\xC3(", 2, 0 },
    { "\xE2(\xA1", 3, 0 },
    { "\xE2\x82(", 3, 0 },
    { "\xF0(\x8C\xBC", 4, 0 },
    { "12345678\xFF", 9, 8 },
    { "1234567\xFF"
      "9012345",
      15, 7 },
    { "1234567890123456789\xE2\x82", 21, 19 },
};

static void checks(void)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char what[40];
        size_t bad = 999;
        const bool good = bp_utf8_check(table[i].bytes, table[i].length, &bad);
        snprintf(what, sizeof what, "row %zu of the table", i);
        if (good != (table[i].bad < 0)) test_fail(__FILE__, __LINE__, what);
        if (!good && (int)bad != table[i].bad) test_fail(__FILE__, __LINE__, what);
    }
}

static void goes_round(void)
{
    for (uint32_t point = 0; point <= 0x10FFFF && test_good; point++) {
        char bytes[4];
        size_t length, bad;
        const size_t written = bp_encode(point, bytes);
        const bool surrogate = point >= 0xD800 && point < 0xE000;
        EQUAL_INT(bp_utf8_check(bytes, written, &bad), !surrogate);
        if (surrogate) continue;
        EQUAL_INT(bp_decode(bytes, &length), point);
        EQUAL_INT(length, written);
    }
}

/* Every pair of bytes before a trailing one, against the ranges of the standard's table 3-7. */
static bool well_formed(const unsigned char *s)
{
    if (s[0] >= 0xC2 && s[0] <= 0xDF) return s[1] >= 0x80 && s[1] <= 0xBF;
    return s[0] < 0x80 && s[1] < 0x80;
}

static void refuses_the_rest(void)
{
    for (unsigned first = 0; first < 256; first++) {
        for (unsigned second = 0; second < 256; second++) {
            const unsigned char bytes[] = { (unsigned char)first, (unsigned char)second };
            size_t bad;
            EQUAL_INT(bp_utf8_check((const char *)bytes, 2, &bad), well_formed(bytes));
        }
    }
}

static void changes_case(void)
{
    static const struct {
        uint32_t upper, lower;
    } pairs[] = { { 'A', 'a' },     { 'Z', 'z' },     { 0xC9, 0xE9 },     { 0xDE, 0xFE },   { 0x10C, 0x10D },
                  { 0x141, 0x142 }, { 0x160, 0x161 }, { 0x178, 0xFF },    { 0x17D, 0x17E }, { 0x218, 0x219 },
                  { 0x490, 0x491 }, { 0x531, 0x561 }, { 0x1EA4, 0x1EA5 }, { 0x386, 0x3AC }, { 0x38F, 0x3CE } };
    static const uint32_t neither[] = { '1', ' ', 0xD7, 0xF7, 0x2014, 0x4E00, 0x5D0, 0x1F600 };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        EQUAL_INT(bp_to_lower(pairs[i].upper), pairs[i].lower);
        EQUAL_INT(bp_to_lower(pairs[i].lower), pairs[i].lower);
        CHECK(bp_is_upper(pairs[i].upper) && !bp_is_upper(pairs[i].lower));
        CHECK(bp_is_lower(pairs[i].lower) && !bp_is_lower(pairs[i].upper));
    }
    for (size_t i = 0; i < sizeof neither / sizeof *neither; i++) {
        EQUAL_INT(bp_to_lower(neither[i]), neither[i]);
        CHECK(!bp_is_upper(neither[i]) && !bp_is_lower(neither[i]));
    }
}

static void knows_kinds(void)
{
    static const struct {
        uint32_t point;
        bp_character kind;
    } kinds[] = { { 0, BP_SPACE },          { ' ', BP_SPACE },          { 0xA0, BP_SPACE },
                  { 0x200B, BP_SPACE },     { 0xFEFF, BP_SPACE },       { 0x3000, BP_SPACE },
                  { 'a', BP_LETTER },       { 0xE9, BP_LETTER },        { 0x301, BP_LETTER },
                  { 0x5D0, BP_LETTER },     { 0x4E2D, BP_LETTER },      { '7', BP_DIGIT },
                  { '.', BP_PUNCTUATION },  { 0x201C, BP_PUNCTUATION }, { 0x2014, BP_PUNCTUATION },
                  { 0xAB, BP_PUNCTUATION }, { '$', BP_SYMBOL },         { 0x20AC, BP_SYMBOL },
                  { 0x1F600, BP_SYMBOL },   { 0xAD, BP_JOINER },        { 0x200D, BP_JOINER },
                  { 0xFE0F, BP_JOINER },    { 0x202E, BP_SPACE } };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) EQUAL_INT(bp_character_of(kinds[i].point), kinds[i].kind);
}

int main(void)
{
    TEST("good and bad sequences, and the first bad byte", checks);
    TEST("every code point is written and read back", goes_round);
    TEST("every pair of bytes that is not a character is refused", refuses_the_rest);
    TEST("capitals and small letters of five scripts", changes_case);
    TEST("what kind of character it is", knows_kinds);
    return test_done();
}

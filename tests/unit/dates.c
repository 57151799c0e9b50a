/* Dates for every kind of reference day: no value outside of the calendar, no
 * day before the one that comes first, weekdays that are those weekdays. */
#define _POSIX_C_SOURCE 200809L /* opendir */

#include "dates/dates.h"
#include "calendar.h"
#include "dates/feasts.h"
#include "dates/grammar.h"
#include "dates/holidays.h"
#include "dates/period.h"
#include "dates/reading.h"

#include "test.h"

#include <dirent.h>
#include <stdlib.h>

enum { MOST_BYTES = 1 << 20 };

static bp_arena engine_arena;
static const bp_date_grammar *grammar;

/* Every kind of expression that is told from the reference date. */
static const char story[] =
    "The mill burned last Friday and will be sold next Monday. It failed yesterday, fails today and may fail the day "
    "after tomorrow. They met on Tuesday of last week, nine days ago, three weeks ago, five months ago, a year ago and "
    "half a century ago. It opened last August, reopens in May and will be shut on 29 February. The third quarter was "
    "poor, the last winter long; over the weekend it rained, next weekend it will not. A decade earlier he left, the "
    "following week he came back, two years later he died. At Easter, on Thanksgiving and during Ramadan the bells "
    "rang. It is held on the last Sunday in March, in the first week of the year, at the end of next month and on the "
    "27th. Early next decade it falls, late last century it stood. In week 53 they rest. Prices fell from 17 to 28 "
    "April, the year-earlier quarter was no better, and by year-end all was well. At half past six that evening, last "
    "night and at noon on Thursday it snowed. They play again on Friday fortnight.";

typedef struct reading {
    bp_arena arena;
    bp_findings findings;
} reading;

static void read_story(reading *r, const char *text, const char *date)
{
    bp_document document;
    bp_arena_init(&r->arena, &bp_default_allocator);
    r->findings = (bp_findings){ .arena = &r->arena };
    CHECK(bp_document_read(&document, &r->arena, text, strlen(text)));
    bp_request request = { 0 };
    snprintf(request.date, sizeof request.date, "%s", date);
    CHECK(bp_find_dates(grammar, &document, &request, &r->findings));
}

/* "2019-05-31" or "2019-05-31T..." must be a day; other values are of other grains. */
static bool has_good_value(const bp_date *date)
{
    const char *value = date->value;
    const bool is_day = strlen(value) >= 10 && value[4] == '-' && value[7] == '-' && strspn(value, "0123456789-") >= 10;
    char day[11];
    if (!is_day) return value[0] != 0;
    memcpy(day, value, 10);
    day[10] = 0;
    return bp_calendar_is_date(day);
}

static bool has_good_days(const bp_date *date)
{
    if (!date->earliest && !date->latest) return true;
    return date->earliest && date->latest && bp_calendar_is_date(date->earliest) && bp_calendar_is_date(date->latest) &&
           strcmp(date->earliest, date->latest) <= 0;
}

static void check_story(const char *date)
{
    reading r;
    read_story(&r, story, date);
    for (uint32_t i = 0; i < r.findings.dates.count; i++) {
        const bp_date *found = &r.findings.dates.items[i];
        if (has_good_value(found) && has_good_days(found)) continue;
        char message[200];
        snprintf(message, sizeof message, "on %s: %s from %s to %s", date, found->value,
                 found->earliest ? found->earliest : "-", found->latest ? found->latest : "-");
        test_fail(__FILE__, __LINE__, message);
    }
    CHECK(r.findings.dates.count > 5);
    bp_arena_done(&r.arena);
}

static void write_date(int32_t number, char *out)
{
    bp_period_write((bp_period){ BP_GRAIN_DAY, number }, out);
}

static void ten_years(void)
{
    const int32_t first = bp_calendar_number((bp_day){ 2015, 1, 1 });
    char date[16];
    for (int32_t day = first; day < first + 3653; day += 3) {
        write_date(day, date);
        check_story(date);
    }
}

static void edges(void)
{
    static const char *const dates[] = { "0001-01-01", "0001-12-31", "0099-02-28", "1582-10-15",
                                         "1900-02-28", "1949-12-31", "1970-01-01", "2000-02-29",
                                         "2020-12-31", "2100-12-31", "9998-02-28", "9999-12-31" };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) check_story(dates[i]);
}

static void check_value(int32_t today, const char *text, int32_t wanted)
{
    char date[16], value[16];
    reading r;
    write_date(today, date);
    write_date(wanted, value);
    read_story(&r, text, date);
    EQUAL_INT(r.findings.dates.count, 1);
    if (r.findings.dates.count == 1) EQUAL_TEXT(r.findings.dates.items[0].value, value);
    bp_arena_done(&r.arena);
}

/* Every weekday against every weekday, over a leap day and the turn of a year. */
static void weekdays(void)
{
    static const char *const names[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
    static const bp_day starts[] = { { 2020, 2, 24 }, { 2019, 12, 28 }, { 2021, 1, 1 } };
    char text[80];
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        for (int32_t ahead = 0; ahead < 7; ahead++) {
            const int32_t today = bp_calendar_number(starts[i]) + ahead;
            for (int weekday = 1; weekday <= 7; weekday++) {
                const int32_t back = (bp_calendar_weekday(today) - weekday + 7) % 7;
                snprintf(text, sizeof text, "The council met on %s.", names[weekday - 1]);
                check_value(today, text, today - back);
                snprintf(text, sizeof text, "The council will meet on %s.", names[weekday - 1]);
                check_value(today, text, today + (7 - back) % 7);
                snprintf(text, sizeof text, "The council met last %s.", names[weekday - 1]);
                check_value(today, text, today - (back ? back : 7));
            }
        }
    }
}

static void steps(void)
{
    bp_period period;
    char value[16];
    CHECK(bp_period_from(2020, 2, 29, &period));
    CHECK(!bp_period_from(2019, 2, 29, &period));
    CHECK(!bp_period_from(10000, 0, 0, &period));
    CHECK(bp_period_from(2019, 12, 0, &period));
    CHECK(bp_period_step(&period, 3));
    bp_period_write(period, value);
    EQUAL_TEXT(value, "2020-03");
    CHECK(!bp_period_step(&period, 12 * 8000));
    bp_period_write(bp_period_of(bp_calendar_number((bp_day){ 2021, 1, 2 }), BP_GRAIN_WEEK), value);
    EQUAL_TEXT(value, "2020-W53");
    bp_period_write(bp_period_of(bp_calendar_number((bp_day){ 2019, 1, 15 }), BP_GRAIN_SEASON), value);
    EQUAL_TEXT(value, "2018-WI");
    bp_period_write(bp_period_of(bp_calendar_number((bp_day){ 1999, 7, 1 }), BP_GRAIN_CENTURY), value);
    EQUAL_TEXT(value, "19");
}

static void check_holiday(const char *rule, int year, const char *wanted)
{
    int32_t day = 0;
    char value[16];
    CHECK(bp_holiday_in(rule, year, 0, &day));
    write_date(day, value);
    EQUAL_TEXT(value, wanted);
}

static void holidays(void)
{
    int32_t day;
    check_holiday("easter+0", 2019, "2019-04-21");
    check_holiday("easter+0", 2038, "2038-04-25");
    check_holiday("orthodox-easter+0", 2024, "2024-05-05");
    check_holiday("11-4th-4", 2018, "2018-11-22");
    check_holiday("11-4th-4+1", 2018, "2018-11-23");
    check_holiday("5--1-1", 2021, "2021-05-31");
    check_holiday("eid-al-fitr", 2019, "2019-06-04");
    check_holiday("lunar-new-year+14", 2017, "2017-02-11");
    CHECK(!bp_holiday_in("eid-al-fitr", 1949, 0, &day));
    CHECK(!bp_holiday_in("2-29", 2019, 0, &day));
    CHECK(!bp_holiday_in("", 2019, 0, &day));
    for (uint32_t i = 0; i < bp_feast_count; i++) CHECK(bp_holiday_in(bp_feasts[i].name, 2000, 0, &day));
}

/* News never meets a pattern's limit: no pattern runs wild at any place of the story or of the examples. */
static const bp_grammar_example examples[] = {
#include "dates_examples.inc"
};

static unsigned count_wild(const bp_pattern *pattern, bp_matcher *matcher, const char *text)
{
    unsigned wild = 0;
    const size_t length = strlen(text);
    for (size_t i = 0; i < length; i++)
        if (((unsigned char)text[i] & 0xC0) != 0x80 &&
            bp_pattern_match(pattern, matcher, text, length, i) == BP_PATTERN_WILD)
            wild++;
    return wild;
}

static void limits(void)
{
    bp_arena arena;
    bp_arena_init(&arena, &bp_default_allocator);
    bp_matcher *matcher = bp_matcher_new(&arena, BP_MOST_GROUPS);
    CHECK(matcher != NULL);
    for (uint32_t i = 0; matcher && i < grammar->count; i++) {
        const bp_pattern *pattern = grammar->patterns[i].pattern;
        CHECK(count_wild(pattern, matcher, story) == 0);
        for (size_t j = 0; j < sizeof examples / sizeof *examples; j++)
            CHECK(count_wild(pattern, matcher, examples[j].text) == 0);
    }
    bp_arena_done(&arena);
}

/* An article without its tags; the caller frees it. */
static char *read_article(const char *path, size_t *length)
{
    FILE *in = fopen(path, "rb");
    char *text = in ? malloc(MOST_BYTES) : NULL;
    bool tag = false;
    *length = 0;
    for (int c; text && (c = fgetc(in)) != EOF && *length + 1 < MOST_BYTES;) {
        if (c == '<') tag = true;
        if (!tag) text[(*length)++] = (char)c;
        if (c == '>') tag = false;
    }
    if (in) fclose(in);
    return text;
}

/* Reads as the stage does, and from every token besides. */
static uint32_t count_wild_in(const char *text, size_t length)
{
    bp_arena arena;
    bp_document document;
    bp_reader reader;
    bp_arena_init(&arena, &bp_default_allocator);
    CHECK(bp_document_read(&document, &arena, text, length));
    CHECK(bp_reader_open(&reader, grammar, &document));
    for (uint32_t block = 0; block < document.blocks.count; block++) {
        const bp_paragraph *paragraph = &document.blocks.items[block];
        bp_reader_enter(&reader, paragraph);
        for (uint32_t i = paragraph->first; i < paragraph->end; i++) {
            bp_reading found;
            if (bp_is_trigger(&reader, i)) bp_read_at(&reader, i, paragraph->first, &found);
        }
    }
    bp_arena_done(&arena);
    return reader.wild;
}

static void articles(void)
{
    static const char folder[] = "src/english/articles";
    DIR *open = opendir(folder);
    int count = 0;
    CHECK(open != NULL);
    for (const struct dirent *entry; open && (entry = readdir(open));) {
        char path[400];
        size_t length;
        if (!strstr(entry->d_name, ".xml")) continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        char *text = read_article(path, &length);
        CHECK(text && length > 0);
        if (text) EQUAL_INT(count_wild_in(text, length), 0);
        free(text);
        count++;
    }
    if (open) closedir(open);
    CHECK(count > 300);
}

int main(void)
{
    bp_arena_init(&engine_arena, &bp_default_allocator);
    grammar = bp_date_grammar_new(&engine_arena);
    if (!grammar) return 1;
    TEST("periods step through the calendar and not out of it", steps);
    TEST("holidays fall on their days", holidays);
    TEST("every weekday, from every weekday", weekdays);
    TEST("ten years of reference days", ten_years);
    TEST("the first and the last years", edges);
    TEST("no pattern meets its limit", limits);
    TEST("no pattern meets its limit in the articles", articles);
    bp_arena_done(&engine_arena);
    return test_done();
}

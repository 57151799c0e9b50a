/* Days, weekdays and weeks against values that any almanac has. */
#include "calendar.h"

#include "test.h"

static const struct {
    bp_day day;
    int32_t number; /* since 1970-01-01 */
    int weekday, year, week;
} known[] = {
    { { 1, 1, 1 }, -719162, 1, 1, 1 },         { { 1582, 10, 15 }, -141427, 5, 1582, 41 },
    { { 1899, 12, 31 }, -25568, 7, 1899, 52 }, { { 1900, 2, 28 }, -25509, 3, 1900, 9 },
    { { 1900, 3, 1 }, -25508, 4, 1900, 9 },    { { 1969, 7, 20 }, -165, 7, 1969, 29 },
    { { 1969, 12, 31 }, -1, 3, 1970, 1 },      { { 1970, 1, 1 }, 0, 4, 1970, 1 },
    { { 2000, 2, 29 }, 11016, 2, 2000, 9 },    { { 2000, 3, 1 }, 11017, 3, 2000, 9 },
    { { 2005, 1, 1 }, 12784, 6, 2004, 53 },    { { 2008, 12, 29 }, 14242, 1, 2009, 1 },
    { { 2010, 1, 3 }, 14612, 7, 2009, 53 },    { { 2019, 5, 31 }, 18047, 5, 2019, 22 },
    { { 2020, 12, 31 }, 18627, 4, 2020, 53 },  { { 2021, 1, 3 }, 18630, 7, 2020, 53 },
    { { 2024, 12, 30 }, 20087, 1, 2025, 1 },   { { 9999, 12, 31 }, 2932896, 5, 9999, 52 },
};

static void knows_days(void)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        int year, week;
        const bp_day back = bp_calendar_day(known[i].number);
        EQUAL_INT(bp_calendar_number(known[i].day), known[i].number);
        EQUAL_INT(bp_calendar_weekday(known[i].number), known[i].weekday);
        bp_calendar_week(known[i].number, &year, &week);
        EQUAL_INT(year, known[i].year);
        EQUAL_INT(week, known[i].week);
        EQUAL_INT(back.year, known[i].day.year);
        EQUAL_INT(back.month, known[i].day.month);
        EQUAL_INT(back.day, known[i].day.day);
    }
}

/* From the first day to the last, each the one after the one before. */
static void counts_every_day(void)
{
    bp_day day = { 1, 1, 1 };
    int weekday = 1;
    for (int32_t number = -719162; number <= 2932896 && test_good; number++) {
        const bp_day back = bp_calendar_day(number);
        CHECK(back.year == day.year && back.month == day.month && back.day == day.day);
        EQUAL_INT(bp_calendar_number(day), number);
        EQUAL_INT(bp_calendar_weekday(number), weekday);
        weekday = weekday % 7 + 1;
        if (++day.day > bp_calendar_month_length(day.year, day.month)) day.day = 1, day.month++;
        if (day.month > 12) day.month = 1, day.year++;
    }
    EQUAL_INT(day.year, 10000);
}

static void reads_zones(void)
{
    static const struct {
        const char *zone;
        int minutes;
    } good[] = { { "Z", 0 },         { "+00:00", 0 },   { "+05:30", 330 }, { "-0800", -480 },
                 { "-03:30", -210 }, { "+14:00", 840 }, { "+01", 60 },     { "-11", -660 } };
    static const char *const bad[] = {
        "", "z", "5", "+5", "+05:3", "+05:300", "+15:00", "+05:60", "+05:", "GMT", "+ab"
    };
    int minutes;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        CHECK(bp_calendar_read_zone(good[i].zone, &minutes));
        EQUAL_INT(minutes, good[i].minutes);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (bp_calendar_read_zone(bad[i], &minutes)) test_fail(__FILE__, __LINE__, bad[i]);
}

/* The day on which a moment falls elsewhere; over a leap day and the turn of a year. */
static void moves_between_zones(void)
{
    static const struct {
        const char *moment;
        int zone;
        bp_day day;
    } moments[] = {
        { "2019-05-31T20:30Z", 330, { 2019, 6, 1 } },     { "2019-05-31T18:29:59.999Z", 330, { 2019, 5, 31 } },
        { "2020-02-28T23:00-01:00", 0, { 2020, 2, 29 } }, { "2020-01-01T00:30:00+01:00", 0, { 2019, 12, 31 } },
        { "2019-05-31T12:00Z", -720, { 2019, 5, 31 } },   { "2019-05-31T11:59Z", -720, { 2019, 5, 30 } },
        { "2019-05-31T23:59", 840, { 2019, 5, 31 } },     { "2019-05-31", 840, { 2019, 5, 31 } },
        { "9999-12-31T23:00Z", 120, { 9999, 12, 31 } },   { "0001-01-01T01:00Z", -120, { 1, 1, 1 } }
    };
    bp_day day;
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        CHECK(bp_calendar_read_in_zone(moments[i].moment, moments[i].zone, &day));
        EQUAL_INT(bp_calendar_number(day), bp_calendar_number(moments[i].day));
    }
    CHECK(!bp_calendar_read_in_zone("2019-02-29T10:00Z", 0, &day));
}

static void knows_leap_years(void)
{
    EQUAL_INT(bp_calendar_month_length(1900, 2), 28);
    EQUAL_INT(bp_calendar_month_length(2000, 2), 29);
    EQUAL_INT(bp_calendar_month_length(2019, 2), 28);
    EQUAL_INT(bp_calendar_month_length(2020, 2), 29);
    EQUAL_INT(bp_calendar_month_length(2019, 4), 30);
    EQUAL_INT(bp_calendar_month_length(2019, 12), 31);
}

static void reads_dates(void)
{
    static const char *const good[] = { "2019-05-31", "0001-01-01",       "9999-12-31",
                                        "2020-02-29", "2019-05-31T10:30", "2019-05-31T10:30:00+01:00" };
    static const char *const bad[] = { "",           "2019",       "2019-5-31",  "2019-05",    "2019-02-29",
                                       "2019-13-01", "2019-00-10", "2019-01-00", "2019-04-31", "2019-05-31x",
                                       "31-05-2019", "2019/05/31", "0000-01-01", "+019-05-31", " 2019-05-31" };
    bp_day day;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!bp_calendar_is_date(good[i])) test_fail(__FILE__, __LINE__, good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (bp_calendar_is_date(bad[i])) test_fail(__FILE__, __LINE__, bad[i]);
    CHECK(bp_calendar_read("2019-05-31T10:30", &day));
    CHECK(day.year == 2019 && day.month == 5 && day.day == 31);
}

int main(void)
{
    TEST("known days, weekdays and weeks", knows_days);
    TEST("every day of 9,999 years follows the one before", counts_every_day);
    TEST("leap years", knows_leap_years);
    TEST("what is a date and what is not", reads_dates);
    TEST("what is a zone and what is not", reads_zones);
    TEST("the day of a moment elsewhere", moves_between_zones);
    return test_done();
}

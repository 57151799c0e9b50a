/* Durations and sets in TIMEX3. Half units are written in the next smaller
 * one: two and a half years are P2Y6M. */
#include "amount.h"

#include "numbers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct duration {
    char date[24], time[24]; /* what goes before and behind the T */
} duration;

/* How a unit is written: letters, how many of them one unit is, and the unit
 * that a fraction of it is told in. */
static const struct unit {
    const char *unit, *letters;
    int times;
    bool is_time;
    const char *part; /* letters of a smaller unit, or NULL */
    int parts;        /* so many of it are one */
    bool part_is_time;
} units[] = {
    { "TS", "S", 1, true, NULL, 0, false },   { "TM", "M", 1, true, "S", 60, true },
    { "TH", "H", 1, true, "M", 60, true },    { "D", "D", 1, false, "H", 24, true },
    { "NI", "D", 1, false, NULL, 0, false },  { "W", "W", 1, false, NULL, 0, false },
    { "WE", "WE", 1, false, NULL, 0, false }, { "FN", "W", 2, false, NULL, 0, false },
    { "M", "M", 1, false, NULL, 0, false },   { "Q", "M", 3, false, NULL, 0, false },
    { "SE", "Y", 1, false, NULL, 0, false },  { "Y", "Y", 1, false, "M", 12, false },
    { "DE", "DE", 1, false, "Y", 10, false }, { "C", "C", 1, false, "Y", 100, false },
    { "ML", "ML", 1, false, NULL, 0, false },
};

static const struct unit *find_unit(const char *letters)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].unit, letters) == 0) return &units[i];
    return NULL;
}

static void append(char *out, size_t size, const char *text)
{
    const size_t length = strlen(out);
    snprintf(out + length, size - length, "%s", text);
}

/* "1.8", without zeros at its end. */
static void write_decimal(int64_t thousandths, char *out, size_t size)
{
    const int rest = (int)(thousandths % 1000);
    int digits = 3, shown = rest;
    for (; digits > 1 && shown % 10 == 0; digits--) shown /= 10;
    if (rest)
        snprintf(out, size, "%lld.%0*d", (long long)(thousandths / 1000), digits, shown);
    else
        snprintf(out, size, "%lld", (long long)(thousandths / 1000));
}

static void add(duration *d, const struct unit *unit, bp_amount amount)
{
    char number[24] = "X", text[32];
    char *part = unit->is_time ? d->time : d->date;
    const bool years = amount.thousandths >= 2000 || amount.thousandths % 1000 > 0;
    if (strcmp(unit->letters, "DE") == 0 && amount.known && years) { /* "two decades", "a decade and a half" */
        amount.thousandths *= 10;
        unit = find_unit("Y");
    }
    const int64_t all = amount.thousandths * unit->times, rest = all % 1000;
    const bool splits = amount.known && rest && unit->part && rest * unit->parts % 1000 == 0;
    if (amount.known) write_decimal(splits ? all - rest : all, number, sizeof number);
    snprintf(text, sizeof text, "%s%s", number, !amount.known && unit->unit[0] == 'Q' ? "Q" : unit->letters);
    if (!splits || all >= 1000) append(part, sizeof d->date, text);
    if (!splits) return;
    snprintf(text, sizeof text, "%lld%s", (long long)(rest * unit->parts / 1000), unit->part);
    append(unit->part_is_time ? d->time : d->date, sizeof d->date, text);
}

static void write(const duration *d, char *out)
{
    snprintf(out, BP_LONGEST_VALUE, "P%s%s%s", d->date, d->time[0] ? "T" : "", d->time);
}

bp_amount bp_amount_of(const bp_timeline *t, const bp_expression *e, bp_field number)
{
    bp_amount amount = bp_read_amount(t->words, e->fields[number].text);
    const bp_view half = e->fields[BP_FIELD_half].text;
    if (half.length)
        amount.thousandths += half.at[half.length - 1] == 'f' ? 500 : half.at[half.length - 1] == 's' ? 750 : 250;
    return amount;
}

static bool add_fields(const bp_timeline *t, const bp_expression *e, bp_field number, bp_field unit, duration *d)
{
    const struct unit *u = find_unit(bp_value(e, unit));
    if (u) add(d, u, bp_amount_of(t, e, number));
    return u != NULL;
}

bool bp_write_duration(const bp_timeline *timeline, const bp_expression *e, char *out)
{
    duration d = { "", "" };
    const struct unit *unit = find_unit(bp_value(e, bp_has(e, BP_FIELD_one) ? BP_FIELD_one : BP_FIELD_many));
    if (unit) {
        add(&d, unit, (bp_amount){ bp_has(e, BP_FIELD_one), 1000 });
    } else if (!bp_has(e, BP_FIELD_number)) {
        unit = find_unit(bp_value(e, BP_FIELD_unit)); /* "the past decade" */
        if (!unit) return false;
        add(&d, unit, (bp_amount){ true, 1000 });
    } else if (!add_fields(timeline, e, BP_FIELD_number, BP_FIELD_unit, &d)) {
        return false;
    }
    if (bp_has(e, BP_FIELD_unit3)) add_fields(timeline, e, BP_FIELD_number3, BP_FIELD_unit3, &d);
    if (bp_has(e, BP_FIELD_unit4)) add_fields(timeline, e, BP_FIELD_number4, BP_FIELD_unit4, &d);
    write(&d, out);
    return true;
}

/* ---- sets */

static bool write_interval(const bp_timeline *t, const bp_expression *e, char *out)
{
    const struct unit *unit = find_unit(bp_value(e, BP_FIELD_unit));
    bp_amount amount = { true, 1000 };
    duration d = { "", "" };
    if (!unit) return false;
    if (strcmp(unit->unit, "NI") == 0) {
        snprintf(out, BP_LONGEST_VALUE, "XXXX-XX-XXTNI");
        return true;
    }
    if (bp_has(e, BP_FIELD_number)) amount = bp_read_amount(t->words, e->fields[BP_FIELD_number].text);
    if (bp_has(e, BP_FIELD_nth)) amount.thousandths = bp_read_integer(t->words, e->fields[BP_FIELD_nth].text, 2) * 1000;
    add(&d, unit, amount);
    write(&d, out);
    return true;
}

static const char *part_of_day(const bp_expression *e)
{
    return bp_value(e, bp_has(e, BP_FIELD_daypart) ? BP_FIELD_daypart : BP_FIELD_dayparts);
}

/* "every May", "every December 20" */
static void write_month(const bp_timeline *t, const bp_expression *e, char *out)
{
    const int month = atoi(bp_value(e, BP_FIELD_month)) % 100,
              day = bp_read_integer(t->words, e->fields[BP_FIELD_day].text, 0) % 100;
    if (day)
        snprintf(out, BP_LONGEST_VALUE, "XXXX-%02d-%02d", month, day);
    else
        snprintf(out, BP_LONGEST_VALUE, "XXXX-%02d", month);
}

/* "every Christmas"; one that moves is only known to come once a year. */
static void write_holiday(const bp_expression *e, char *out)
{
    int month, day, read = 0;
    const char *rule = bp_value(e, BP_FIELD_holiday);
    if (sscanf(rule, "%2d-%2d%n", &month, &day, &read) == 2 && rule[read] == 0)
        snprintf(out, BP_LONGEST_VALUE, "XXXX-%02d-%02d", month, day);
    else
        snprintf(out, BP_LONGEST_VALUE, "P1Y");
}

/* "Mondays", "Thursdays in 1994" */
static void write_weekdays(const bp_timeline *t, const bp_expression *e, char *out)
{
    const int year = bp_read_integer(t->words, e->fields[BP_FIELD_year].text, 0);
    char of[16] = "XXXX";
    if (year > 0) snprintf(of, sizeof of, "%04d", year);
    snprintf(out, BP_LONGEST_VALUE, "%s-WXX-%s", of, bp_value(e, BP_FIELD_weekdays));
}

bool bp_write_set(const bp_timeline *timeline, const bp_expression *e, char *out, char *freq)
{
    const char *part = part_of_day(e), *mark = *part ? "T" : "";
    freq[0] = 0;
    if (bp_has(e, BP_FIELD_times)) {
        const char *value = bp_value(e, BP_FIELD_times);
        const int times = *value ? value[0] - '0' : bp_read_integer(timeline->words, e->fields[BP_FIELD_times].text, 0);
        if (times > 0) snprintf(freq, 16, "%dX", times);
    }
    if (bp_has(e, BP_FIELD_weekday))
        snprintf(out, BP_LONGEST_VALUE, "XXXX-WXX-%s%s%s", bp_value(e, BP_FIELD_weekday), mark, part);
    else if (bp_has(e, BP_FIELD_weekdays))
        write_weekdays(timeline, e, out);
    else if (bp_has(e, BP_FIELD_day) && !bp_has(e, BP_FIELD_month)) /* "the 15th of each month" */
        snprintf(out, BP_LONGEST_VALUE, "XXXX-XX-%02d",
                 bp_read_integer(timeline->words, e->fields[BP_FIELD_day].text, 0) % 100);
    else if (bp_has(e, BP_FIELD_month))
        write_month(timeline, e, out);
    else if (bp_has(e, BP_FIELD_holiday))
        write_holiday(e, out);
    else if (bp_has(e, BP_FIELD_season))
        snprintf(out, BP_LONGEST_VALUE, "XXXX-%s", bp_value(e, BP_FIELD_season));
    else if (bp_has(e, BP_FIELD_frequency))
        snprintf(out, BP_LONGEST_VALUE, "%s", bp_value(e, BP_FIELD_frequency));
    else if (*part)
        snprintf(out, BP_LONGEST_VALUE, "XXXX-XX-XXT%s", part);
    else
        return write_interval(timeline, e, out);
    return true;
}

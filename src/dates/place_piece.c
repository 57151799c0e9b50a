/* Pieces of what was placed: "the third week of", "the last Friday in". */
#include "calendar.h"
#include "numbers.h"
#include "place.h"

#include <stdlib.h>
#include <string.h>

enum { DAYS_PER_WEEK = 7 };

/* The n-th weekday that lies in a period; n = -1: the last. */
static bool nth_weekday(bp_period whole, int weekday, int n, bp_period *piece)
{
    const int32_t last = bp_period_last_day(whole);
    int32_t day = whole.first + (weekday - bp_calendar_weekday(whole.first) + 7) % 7 + 7 * (n - 1);
    if (n < 0) day = last - (bp_calendar_weekday(last) - weekday + 7) % 7;
    *piece = (bp_period){ BP_GRAIN_DAY, day };
    return day >= whole.first && day <= last;
}

/* "the first week of May" is the first that lies in May with more than half of its days; so is the last. */
static bool nth_unit(bp_period whole, bp_grain grain, int n, bp_period *piece)
{
    const int32_t last = bp_period_last_day(whole);
    *piece = bp_period_of(n < 0 ? last : whole.first, grain);
    if (n < 0 && piece->first > last) bp_period_step(piece, -1);
    if (n < 0 && grain == BP_GRAIN_WEEK && bp_calendar_weekday(last) < 4) bp_period_step(piece, -1);
    if (n > 0 && piece->first < whole.first && (grain == BP_GRAIN_WEEKEND || bp_calendar_weekday(whole.first) > 4))
        bp_period_step(piece, 1);
    if (n > 1 && !bp_period_step(piece, n - 1)) return false;
    return piece->first <= last;
}

static int direction_of(const bp_expression *piece)
{
    return strcmp(bp_value(piece, BP_FIELD_direction), "before") == 0 ? -1 : 1;
}

/* "the day after", "the week before", "the Friday after" */
static bool step_from_whole(const bp_expression *piece, bp_placed *placed)
{
    const int direction = direction_of(piece);
    const int32_t from = direction < 0 ? placed->period.first : bp_period_last_day(placed->period);
    bp_grain grain = BP_GRAIN_DAY;
    int count = 1;
    if (bp_has(piece, BP_FIELD_weekday)) {
        const int weekday = atoi(bp_value(piece, BP_FIELD_weekday));
        count = (direction * (weekday - bp_calendar_weekday(from)) + DAYS_PER_WEEK) % DAYS_PER_WEEK;
        if (count == 0) count = DAYS_PER_WEEK;
    } else if (bp_has(piece, BP_FIELD_unit) && !bp_unit_grain(bp_value(piece, BP_FIELD_unit), &grain)) {
        return false;
    }
    if (grain < placed->period.grain && placed->period.grain > BP_GRAIN_WEEK) return false;
    placed->period = bp_period_of(from, grain);
    placed->range = false;
    placed->how = "just before or after a date";
    return bp_period_step(&placed->period, direction * count);
}

/* "a week before Christmas", "two days after Easter": the very day. */
static bool count_from_whole(const bp_timeline *t, const bp_expression *piece, bp_placed *placed)
{
    const int direction = direction_of(piece);
    const bp_amount amount = bp_read_amount(t->words, piece->fields[BP_FIELD_number].text);
    const int days = bp_value(piece, BP_FIELD_unit)[0] == 'W' ? DAYS_PER_WEEK : 1;
    if (placed->period.grain != BP_GRAIN_DAY || !amount.known || amount.thousandths % 1000) return false;
    placed->range = false;
    placed->how = "so many days before or after a date";
    return bp_period_step(&placed->period, direction * days * (amount.thousandths / 1000));
}

bool bp_place_piece(const bp_timeline *timeline, const bp_expression *piece, bp_placed *placed)
{
    const int n = bp_read_integer(timeline->words, piece->fields[BP_FIELD_ordinal].text, 0);
    const bp_view unit = piece->fields[BP_FIELD_unit].text;
    bp_period made;
    bp_grain grain;
    if (bp_has(piece, BP_FIELD_daypart) && !bp_has(piece, BP_FIELD_weekday)) {
        if (!placed->known || placed->period.grain > BP_GRAIN_WEEK) return false;
        const bool before = bp_has(piece, BP_FIELD_direction) && placed->period.grain == BP_GRAIN_DAY;
        return !before || bp_period_step(&placed->period, -1); /* the night before Christmas */
    }
    if (!placed->known) return false;
    if (bp_has(piece, BP_FIELD_number)) return count_from_whole(timeline, piece, placed);
    if (bp_has(piece, BP_FIELD_direction)) return step_from_whole(piece, placed);
    if (bp_has(piece, BP_FIELD_week)) {
        if (placed->period.grain > BP_GRAIN_WEEK) return false;
        const bool weekend = piece->fields[BP_FIELD_week].text.length > sizeof "week" - 1;
        placed->period = bp_period_of(placed->period.first, weekend ? BP_GRAIN_WEEKEND : BP_GRAIN_WEEK);
        return true;
    }
    if (bp_has(piece, BP_FIELD_weekday)) {
        if (!nth_weekday(placed->period, atoi(bp_value(piece, BP_FIELD_weekday)), n, &made)) return false;
    } else if (unit.length == 4 && (unit.at[0] | 0x20) == 'h') {
        if (placed->period.grain == BP_GRAIN_YEAR)
            nth_unit(placed->period, BP_GRAIN_HALF, n, &made);
        else
            made = placed->period;
        if (placed->period.grain < BP_GRAIN_MONTH) return false;
    } else {
        if (!bp_unit_grain(bp_value(piece, BP_FIELD_unit), &grain) || grain >= placed->period.grain) return false;
        if (!nth_unit(placed->period, grain, n, &made)) return false;
    }
    placed->period = made;
    placed->range = false;
    return true;
}

/* expression.h - what is written, before it is known which day it means. */
#ifndef BP_EXPRESSION_H
#define BP_EXPRESSION_H

#include "bluepencil.h"

// clang-format off
/* The meanings of the grammar's patterns; each is a pattern's name. */
#define BP_MEANINGS(X) \
    X(nothing) X(holiday) X(date) X(numeric) X(weekday) X(day) X(yearago) X(period) X(week) X(season) X(quarter) \
    X(year) X(century) X(decade) X(shift) X(set) X(rate) X(duration) X(clock) X(daypart) X(piece) X(vague) X(prefix)

/* The named groups of the grammar's patterns. A digit at the end tells two of a kind apart. */
#define BP_FIELDS(X) \
    X(which) X(holiday) X(year) X(untilyear) X(month) X(day) X(until) X(hour) X(minute) X(second) X(zone) X(first) \
    X(middle) X(mark) X(whichyear) X(weekday) X(weekdays) X(whichweek) X(whichmonth) X(beyond) X(direction) X(daypart) X(dayparts) \
    X(nth) X(offset) X(tonight) X(ordinal) X(ordinal2) X(unit) X(unit3) X(unit4) X(season) X(era) X(decade) X(number) \
    X(number2) X(number3) X(number4) X(half) X(many) X(one) X(times) X(frequency) X(meridiem) X(minutes) X(side) \
    X(clockword) X(overnight) X(week) X(vague) X(modifier) X(yearend) X(newyear) X(after) X(earlier)
// clang-format on

#define BP_MEANING_NAME(name) BP_MEANS_##name,
typedef enum bp_meaning { BP_MEANINGS(BP_MEANING_NAME) BP_MEANING_COUNT } bp_meaning;

#define BP_FIELD_NAME(name) BP_FIELD_##name,
typedef enum bp_field { BP_FIELDS(BP_FIELD_NAME) BP_FIELD_COUNT } bp_field;

/* A field as it stands in the text (empty: it is not there), and the value that
 * the grammar's list of its name gives to these words (NULL: none). */
typedef struct bp_field_value {
    bp_view text;
    const char *value;
} bp_field_value;

typedef struct bp_expression {
    uint32_t first, end; /* tokens, half open */
    bp_meaning meaning;
    const char *modifier; /* "START", "APPROX" ... or NULL */
    bp_field_value fields[BP_FIELD_COUNT];
} bp_expression;

static inline bool bp_has(const bp_expression *e, bp_field field)
{
    return e->fields[field].text.length > 0;
}

/* The value that the list gives, or "". */
static inline const char *bp_value(const bp_expression *e, bp_field field)
{
    return e->fields[field].value ? e->fields[field].value : "";
}

#endif

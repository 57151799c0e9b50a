/* days.h - days that share their month: "June 3, 5 and 7", "on 3, 5 and 7 June". */
#ifndef BP_DAYS_H
#define BP_DAYS_H

#include "dates.h"
#include "reading.h"

enum { BP_MOST_DAYS = 6 };

/* The other days of a list, each one token, in the order of the text. */
typedef struct bp_days {
    uint32_t tokens[BP_MOST_DAYS];
    uint32_t before, count; /* so many of them stand before the date */
    uint32_t end;           /* the token behind the last, or behind the date */
} bp_days;

/* The days beside a date of a month and a day; not before token `from`. */
bp_days bp_find_days(const bp_document *document, const bp_reading *reading, uint32_t from);

/* The date of another day of the same month, in memory of the arena; its value is NULL if there is no such day.
 * False: no memory. */
bool bp_date_of_day(const bp_document *document, const bp_date *date, uint32_t token, bp_arena *arena, bp_date *other);

#endif

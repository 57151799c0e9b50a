/* holidays.h - the day of a holiday in a given year. */
#ifndef BP_HOLIDAYS_H
#define BP_HOLIDAYS_H

#include <stdbool.h>
#include <stdint.h>

/* `rule` as in the list "holiday" of dates.grammar: "12-25", "easter-2",
 * "11-4th-4". False: the rule gives no day in that year. */
bool bp_holiday_in(const char *rule, int year, int32_t *day);

#endif

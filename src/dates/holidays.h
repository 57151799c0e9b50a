/* holidays.h - the day of a holiday in a given year. */
#ifndef BP_HOLIDAYS_H
#define BP_HOLIDAYS_H

#include <stdbool.h>
#include <stdint.h>

/* `rule` as in the list "holiday" of dates.grammar: "12-25", "easter-2",
 * "11-4th-4", "eid-al-fitr", "lunar-new-year+14". Some feasts come twice in one
 * of our years: `nth` 0 is the first, 1 the second. False: there is no such day. */
bool bp_holiday_in(const char *rule, int year, int nth, int32_t *day);

#endif

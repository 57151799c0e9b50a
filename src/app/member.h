/* member.h - a member of a JSON object as it is written. */
#ifndef BP_MEMBER_H
#define BP_MEMBER_H

#include <bluepencil.h>

/* The value of the first member `name` of the object in `json`, spelt as there, which keeps numbers of any length
 * whole. Points into `json`; `at` is NULL when there is none. What is not JSON gives something or nothing. */
bp_view cli_member(const char *json, size_t length, const char *name);

#endif

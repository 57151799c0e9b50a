#ifndef BP_UTF8_H
#define BP_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Is this UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing over
 * U+10FFFF)? If not, `bad` is the first byte of the wrong sequence. */
bool bp_utf8_check(const char *bytes, size_t length, size_t *bad);

#endif

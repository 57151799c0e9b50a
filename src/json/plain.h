/* plain.h - the bytes of a JSON string that need no second look, eight at a time. */
#ifndef BP_JSON_PLAIN_H
#define BP_JSON_PLAIN_H

#include "bytes.h"

#include <stddef.h>

/* How many bytes from `at` on are neither a quotation mark, a backslash nor a
 * control character. A byte is found as "a zero byte in a word" is (Warren,
 * Hacker's Delight, 6-1): the lowest bit that is set is right. */
static inline size_t bp_plain_run(const char *at, const char *end)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    const char *from = at;
    for (; end - at >= 8; at += 8) {
        const uint64_t eight = bp_eight_bytes((const uint8_t *)at);
        const uint64_t mark = eight ^ ones * '"', slash = eight ^ ones * '\\';
        const uint64_t found =
            (((mark - ones) & ~mark) | ((slash - ones) & ~slash) | ((eight - ones * ' ') & ~eight)) & high;
        if (found) return (size_t)(at - from) + (size_t)__builtin_ctzll(found) / 8;
    }
    while (at < end && *at != '"' && *at != '\\' && (unsigned char)*at >= ' ') at++;
    return (size_t)(at - from);
}

#endif

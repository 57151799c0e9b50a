/* Which words of a class can wake a pattern: those that stand in it. The rest
 * need not be tried: "year" is in the class that wakes "the small hours", but
 * not in the pattern. */

#include "pack.h"
#include "text/hash.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { TOLD_BY = 3 /* letters: a pattern may hold "years?" or "mid-?morning" */ };

static bool stands_in(const char *plain, const char *word, size_t length)
{
    char beginning[TOLD_BY + 1] = { 0 };
    memcpy(beginning, word, length < TOLD_BY ? length : TOLD_BY);
    return strstr(plain, beginning) != NULL;
}

uint64_t pack_wakes(const char *source, const char *class, const char *plain)
{
    char path[300];
    snprintf(path, sizeof path, "words/%s.txt", class);
    const pack_file file = pack_read(source, path);
    uint64_t wakes = 0;
    for (const char *at = file.bytes; *at;) {
        if (*at == '#') at += strcspn(at, "\n");
        const size_t length = strcspn(at, " \n");
        if (length && stands_in(plain, at, length)) wakes |= UINT64_C(1) << (bp_hash_bytes(at, length) % 64);
        at += length;
        at += strspn(at, " \n");
    }
    free(file.bytes);
    return wakes;
}

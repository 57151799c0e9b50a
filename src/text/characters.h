/* characters.h - what kind of character a code point is.
 *
 * Enough of Unicode for an English article with names from everywhere: letters
 * and their case in the Latin, Greek, Cyrillic and Armenian scripts, digits,
 * spaces, marks. Facts from the Unicode Character Database, written as ranges. */
#ifndef BP_CHARACTERS_H
#define BP_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum bp_character {
    BP_SPACE,       /* also NUL, controls, no-break and zero-width spaces, marks of direction */
    BP_LETTER,      /* with marks that continue one */
    BP_DIGIT,       /* 0 to 9 only */
    BP_PUNCTUATION, /* quotation marks, brackets, dashes, stops */
    BP_SYMBOL,      /* currency, emoji, arrows, fractions */
    BP_JOINER       /* soft hyphen, zero-width joiners, variation selectors: part of what they follow */
} bp_character;

/* Above ASCII, which is nearly all of any article and is decided in line. */
uint32_t bp_decode_beyond(const char *at, size_t *length);
bp_character bp_character_beyond(uint32_t point);
bool bp_is_lower_beyond(uint32_t point);
uint32_t bp_to_lower_beyond(uint32_t point);
bool bp_is_combining_beyond(uint32_t point);
extern const uint8_t bp_ascii_kinds[128]; /* bp_character */

/* Decodes the character at `at` and gives its length in bytes. The bytes must
 * be valid UTF-8 (see utf8.h). */
static inline uint32_t bp_decode(const char *at, size_t *length)
{
    if ((unsigned char)*at < 0x80) return *length = 1, (unsigned char)*at;
    return bp_decode_beyond(at, length);
}

/* Writes `point` as UTF-8; gives the number of bytes, 1 to 4. */
size_t bp_encode(uint32_t point, char *out);

static inline bp_character bp_character_of(uint32_t point)
{
    return point < 0x80 ? (bp_character)bp_ascii_kinds[point] : bp_character_beyond(point);
}

static inline uint32_t bp_to_lower(uint32_t point)
{
    if (point < 0x80) return point - 'A' < 26u ? point + 32 : point;
    return bp_to_lower_beyond(point);
}
static inline bool bp_is_upper(uint32_t point)
{
    return bp_to_lower(point) != point;
}
static inline bool bp_is_lower(uint32_t point)
{
    return point < 0x80 ? point - 'a' < 26u : bp_is_lower_beyond(point);
}

/* Is this a mark that changes the letter before it (U+0301 and the like)? */
static inline bool bp_is_combining(uint32_t point)
{
    return point >= 0x300 && bp_is_combining_beyond(point);
}

/* Emoji and what an emoji sequence is made of: flags, skin tones. */
bool bp_is_emoji(uint32_t point);

#endif

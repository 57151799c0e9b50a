/* Code points by range. A search over a short sorted table decides the kind;
 * ASCII, nearly all of any article, is decided before it. */
#include "characters.h"

typedef struct range {
    uint32_t first, last;
    uint8_t kind;
} range;

/* What is not listed above ASCII is a letter: every script's words hold
 * together, whatever it is. */
static const range kinds[] = {
    { 0x80, 0xA0, BP_SPACE },           { 0xA1, 0xA1, BP_PUNCTUATION },     { 0xA2, 0xA6, BP_SYMBOL },
    { 0xA7, 0xA7, BP_PUNCTUATION },     { 0xA8, 0xA9, BP_SYMBOL },          { 0xAB, 0xAB, BP_PUNCTUATION },
    { 0xAC, 0xAC, BP_SYMBOL },          { 0xAD, 0xAD, BP_JOINER },          { 0xAE, 0xB4, BP_SYMBOL },
    { 0xB6, 0xB7, BP_PUNCTUATION },     { 0xB8, 0xB9, BP_SYMBOL },          { 0xBB, 0xBB, BP_PUNCTUATION },
    { 0xBC, 0xBE, BP_SYMBOL },          { 0xBF, 0xBF, BP_PUNCTUATION },     { 0xD7, 0xD7, BP_SYMBOL },
    { 0xF7, 0xF7, BP_SYMBOL },          { 0x1680, 0x1680, BP_SPACE },       { 0x2000, 0x200B, BP_SPACE },
    { 0x200C, 0x200D, BP_JOINER },      { 0x200E, 0x200F, BP_SPACE },       { 0x2010, 0x2027, BP_PUNCTUATION },
    { 0x2028, 0x202F, BP_SPACE },       { 0x2030, 0x2031, BP_SYMBOL },      { 0x2032, 0x205E, BP_PUNCTUATION },
    { 0x205F, 0x205F, BP_SPACE },       { 0x2060, 0x2065, BP_JOINER },      { 0x2066, 0x2069, BP_SPACE },
    { 0x206A, 0x206F, BP_JOINER },      { 0x2070, 0x209F, BP_SYMBOL },      { 0x20A0, 0x20CF, BP_SYMBOL },
    { 0x2100, 0x2BFF, BP_SYMBOL },      { 0x2E00, 0x2E7F, BP_PUNCTUATION }, { 0x3000, 0x3000, BP_SPACE },
    { 0x3001, 0x3003, BP_PUNCTUATION }, { 0x3008, 0x3020, BP_PUNCTUATION }, { 0xE000, 0xF8FF, BP_SYMBOL },
    { 0xFE00, 0xFE0F, BP_JOINER },      { 0xFE10, 0xFE19, BP_PUNCTUATION }, { 0xFE30, 0xFE6F, BP_PUNCTUATION },
    { 0xFEFF, 0xFEFF, BP_SPACE },       { 0xFF01, 0xFF0F, BP_PUNCTUATION }, { 0xFF1A, 0xFF20, BP_PUNCTUATION },
    { 0xFF3B, 0xFF40, BP_PUNCTUATION }, { 0xFF5B, 0xFF65, BP_PUNCTUATION }, { 0xFFE0, 0xFFFD, BP_SYMBOL },
    { 0x1F000, 0x1FAFF, BP_SYMBOL },    { 0xE0000, 0xE0FFF, BP_JOINER },
};

enum { S = BP_SPACE, L = BP_LETTER, D = BP_DIGIT, P = BP_PUNCTUATION, Y = BP_SYMBOL };
const uint8_t bp_ascii_kinds[128] = {
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
    S, P, P, P, Y, P, P, P, P, P, P, Y, P, P, P, P, D, D, D, D, D, D, D, D, D, D, P, P, Y, Y, Y, P,
    P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, P, P, P, Y, P,
    P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, P, Y, P, Y, S,
};

uint32_t bp_decode_beyond(const char *at, size_t *length)
{
    const unsigned char *s = (const unsigned char *)at;
    if (s[0] < 0xE0) return *length = 2, (uint32_t)(s[0] & 0x1F) << 6 | (uint32_t)(s[1] & 0x3F);
    if (s[0] < 0xF0)
        return *length = 3, (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (uint32_t)(s[2] & 0x3F);
    return *length = 4, (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 | (uint32_t)(s[2] & 0x3F) << 6 |
                            (uint32_t)(s[3] & 0x3F);
}

size_t bp_encode(uint32_t point, char *out)
{
    if (point < 0x80) return out[0] = (char)point, 1;
    if (point < 0x800) {
        out[0] = (char)(0xC0 | point >> 6);
        out[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xE0 | point >> 12);
        out[1] = (char)(0x80 | (point >> 6 & 0x3F));
        out[2] = (char)(0x80 | (point & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | point >> 18);
    out[1] = (char)(0x80 | (point >> 12 & 0x3F));
    out[2] = (char)(0x80 | (point >> 6 & 0x3F));
    out[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

bp_character bp_character_beyond(uint32_t point)
{
    size_t low = 0, high = sizeof kinds / sizeof *kinds;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (point > kinds[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < sizeof kinds / sizeof *kinds && point >= kinds[low].first) return (bp_character)kinds[low].kind;
    return BP_LETTER;
}

static bool within(uint32_t point, uint32_t first, uint32_t last)
{
    return point >= first && point <= last;
}

/* Runs in which capitals and small letters take turns: is the even one the
 * capital, or the odd one? */
static bool even_capitals(uint32_t p)
{
    return within(p, 0x100, 0x137) || within(p, 0x14A, 0x177) || within(p, 0x1DE, 0x1EF) || within(p, 0x1F8, 0x233) ||
           within(p, 0x460, 0x481) || within(p, 0x48A, 0x4BF) || within(p, 0x4D0, 0x52F) || within(p, 0x1E00, 0x1E95) ||
           within(p, 0x1EA0, 0x1EFF) || p == 0x1A0 || p == 0x1A1;
}

static bool odd_capitals(uint32_t p)
{
    return within(p, 0x139, 0x148) || within(p, 0x179, 0x17E) || within(p, 0x1CD, 0x1DC) || within(p, 0x4C1, 0x4CE) ||
           p == 0x1AF || p == 0x1B0;
}

uint32_t bp_to_lower_beyond(uint32_t p)
{
    if (within(p, 0xC0, 0xDE)) return p == 0xD7 ? p : p + 32;
    if (p == 0x130) return 'i';
    if (p == 0x178) return 0xFF;
    if (p == 0x18F) return 0x259;
    if (even_capitals(p)) return p | 1;
    if (odd_capitals(p)) return p & 1 ? p + 1 : p;
    if (within(p, 0x391, 0x3AB)) return p + 32;
    if (p == 0x386) return 0x3AC;
    if (within(p, 0x388, 0x38A)) return p + 37;
    if (p == 0x38C) return 0x3CC;
    if (within(p, 0x38E, 0x38F)) return p + 63;
    if (within(p, 0x410, 0x42F)) return p + 32;
    if (within(p, 0x400, 0x40F)) return p + 80;
    if (within(p, 0x531, 0x556)) return p + 48;
    return p;
}

bool bp_is_lower_beyond(uint32_t p)
{
    return within(p, 0xDF, 0x24F) ? p != 0xF7 && !bp_is_upper(p)
                                  : (within(p, 0x1E00, 0x1EFF) || within(p, 0x3AC, 0x3CE) || within(p, 0x430, 0x52F) ||
                                     within(p, 0x561, 0x587)) &&
                                        !bp_is_upper(p);
}

bool bp_is_combining_beyond(uint32_t p)
{
    return within(p, 0x300, 0x36F) || within(p, 0x483, 0x489) || within(p, 0x591, 0x5C7) || within(p, 0x610, 0x61A) ||
           within(p, 0x64B, 0x65F) || within(p, 0x1AB0, 0x1AFF) || within(p, 0x1DC0, 0x1DFF) ||
           within(p, 0x20D0, 0x20FF) || within(p, 0xFE20, 0xFE2F);
}

bool bp_is_emoji(uint32_t p)
{
    return within(p, 0x1F000, 0x1FAFF) || within(p, 0x2600, 0x27BF);
}

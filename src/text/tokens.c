/* Tokens: words, numbers, marks and symbols, each with its place in bytes,
 * UTF-16 units and code points, counted here once and nowhere else.
 *
 * A name must be able to end between any two tokens, so clitics ('s, 'll) and
 * hyphens stand alone: "Turin-based" and "Kosovo's" are three and two tokens.
 * What belongs to a name's spelling holds together: O'Neill, AT&T, U.S., J.,
 * Inc., N'Djamena. One pass, linear; a look ahead is bounded by a constant. */
#include "characters.h"
#include "document.h"
#include "hash.h"

#include <string.h>

/* Bounds of what is looked at ahead, so that no text makes it quadratic. */
enum { LONGEST_DOMAIN = 255, MOST_GROUPS = 12, WORD_BUFFER = 256 };

typedef struct scanner {
    bp_document *document;
    const char *text;
    bp_offset at;
    size_t end; /* byte where the block ends */
    uint16_t space;
} scanner;

static uint32_t peek(const scanner *s, size_t byte, size_t *length)
{
    if (byte >= s->end) return *length = 0, 0;
    return bp_decode(s->text + byte, length);
}

static uint32_t point_at(const scanner *s, size_t byte)
{
    size_t length;
    return peek(s, byte, &length);
}

static void advance(scanner *s)
{
    size_t length;
    bp_decode(s->text + s->at.byte, &length);
    s->at.byte += (uint32_t)length;
    s->at.unit += length == 4 ? 2 : 1; /* outside the BMP: a surrogate pair */
    s->at.point += 1;
}

/* To the byte `to`: ASCII, which is nearly all, is not decoded. */
static void advance_to(scanner *s, size_t to)
{
    while (s->at.byte < to && (unsigned char)s->text[s->at.byte] < 0x80) {
        s->at.byte++;
        s->at.unit++;
        s->at.point++;
    }
    while (s->at.byte < to) advance(s);
}

static bool is_letter(uint32_t point)
{
    return point != 0 && bp_character_of(point) == BP_LETTER;
}
static bool is_digit(uint32_t point)
{
    return point >= '0' && point <= '9';
}
static bool is_apostrophe(uint32_t point)
{
    return point == '\'' || point == 0x2019 || point == 0x2018 || point == 0x2BC || point == 0x2BB;
}

static bool continues_word(uint32_t point)
{
    if (point == 0) return false;
    const bp_character kind = bp_character_of(point);
    return kind == BP_LETTER || kind == BP_DIGIT || kind == BP_JOINER;
}

/* ---- addresses */

static bool is_address_byte(char c)
{
    return is_digit((unsigned char)c) || (unsigned)((c | 0x20) - 'a') < 26 || c == '.' || c == '_' || c == '-' ||
           c == '+' || c == '%';
}

static size_t address_run(const scanner *s, size_t from)
{
    size_t to = from;
    while (to < s->end && to - from < LONGEST_DOMAIN && is_address_byte(s->text[to])) to++;
    return to;
}

/* Drops the full stop, bracket or comma that ends the sentence, not the address. */
static size_t without_trailing_marks(const scanner *s, size_t from, size_t to)
{
    while (to > from + 1 && strchr(".,;:!?'\")]}-_", s->text[to - 1])) to--;
    return to;
}

static size_t url_end(const scanner *s, size_t from)
{
    size_t to = from, length;
    while (to < s->end) {
        const uint32_t point = bp_decode(s->text + to, &length);
        const bool stops = bp_character_of(point) == BP_SPACE || point == '<' || point == '>' || point == '"' ||
                           point == 0x201C || point == 0x201D || point == 0x2019 || point == 0xAB || point == 0xBB;
        if (stops) break;
        to += length;
    }
    return without_trailing_marks(s, from, to);
}

static bool starts_with(const scanner *s, size_t at, const char *prefix)
{
    const size_t length = strlen(prefix);
    if (s->end - at < length) return false;
    for (size_t i = 0; i < length; i++)
        if ((s->text[at + i] | 0x20) != (prefix[i] | 0x20)) return false;
    return true;
}

/* Does "example.org" end in a top-level domain, small as people write it? */
static bool is_domain(const scanner *s, size_t from, size_t to)
{
    size_t dot = to;
    while (dot > from && s->text[dot - 1] != '.') dot--;
    if (dot <= from + 2 || dot == to) return false;
    const uint32_t hash = bp_hash_bytes(s->text + dot, to - dot);
    return bp_lexicon_find(s->text + dot, to - dot, hash)->classes & BP_WORDS_DOMAINS;
}

/* The end of an e-mail address, URL, domain or @handle that begins here; 0 for none. */
static size_t address_end(const scanner *s)
{
    const size_t from = s->at.byte;
    if (s->text[from] == '@') {
        const size_t to = without_trailing_marks(s, from, address_run(s, from + 1));
        return to > from + 1 ? to : 0;
    }
    const size_t to = address_run(s, from);
    if (to == from) return 0;
    if (to < s->end && s->text[to] == '@') {
        const size_t end = without_trailing_marks(s, to, address_run(s, to + 1));
        return memchr(s->text + to, '.', end - to) ? end : 0;
    }
    const bool scheme = starts_with(s, to, "://") &&
                        (starts_with(s, from, "http") || starts_with(s, from, "ftp") || starts_with(s, from, "www"));
    if (scheme || starts_with(s, from, "www.")) return url_end(s, from);
    if (!memchr(s->text + from, '.', to - from)) return 0;
    const size_t end = without_trailing_marks(s, from, to);
    if (!is_domain(s, from, end)) return 0;
    return end < s->end && s->text[end] == '/' ? url_end(s, from) : end;
}

/* ---- numbers */

static size_t number_end(const scanner *s)
{
    size_t to = s->at.byte, length;
    for (;;) {
        while (to < s->end && is_digit((unsigned char)s->text[to])) to++;
        if (to + 1 >= s->end || (s->text[to] != '.' && s->text[to] != ',')) break;
        if (!is_digit((unsigned char)s->text[to + 1])) break;
        to++;
    }
    while (continues_word(peek(s, to, &length))) to += length; /* 1990s, 31st, 1.2bn */
    return to;
}

/* ---- words */

/* 's, 'll, 're, 've, 'd, 'm: `after` is the byte behind the apostrophe. */
static bool is_clitic(const scanner *s, size_t after)
{
    size_t to = after, length;
    while (to - after < 4 && continues_word(peek(s, to, &length))) to += length;
    if (to - after == 1) return strchr("sdm", s->text[after] | 0x20) != NULL;
    return to - after == 2 &&
           (starts_with(s, after, "ll") || starts_with(s, after, "re") || starts_with(s, after, "ve"));
}

/* One group of "U.S." or "Ph.D.": a letter, or a capital and a small letter,
 * before a full stop. Gives the byte of the stop, or 0. */
static size_t group_end(const scanner *s, size_t from)
{
    size_t first, second;
    const uint32_t a = peek(s, from, &first);
    if (!is_letter(a)) return 0;
    const uint32_t b = peek(s, from + first, &second);
    if (b == '.') return from + first;
    if (!bp_is_upper(a) || !bp_is_lower(b)) return 0;
    return point_at(s, from + first + second) == '.' ? from + first + second : 0;
}

/* The end of an abbreviation with stops inside; 0 if there is none here. */
static size_t acronym_end(const scanner *s)
{
    size_t stop = group_end(s, s->at.byte), groups = 0, to = 0;
    while (stop && groups < MOST_GROUPS) {
        groups++;
        to = stop + 1;
        stop = group_end(s, to);
    }
    if (groups == 0) return 0;
    size_t length;
    const uint32_t last = peek(s, to, &length);
    if (is_letter(last) && !continues_word(point_at(s, to + length)))
        return to + length; /* U.S without its last stop */
    return groups > 1 && !is_letter(last) ? to : 0;
}

static size_t word_end(const scanner *s)
{
    size_t to = s->at.byte, length;
    for (;;) {
        while (continues_word(peek(s, to, &length))) to += length;
        const uint32_t mark = peek(s, to, &length);
        const uint32_t next = mark ? point_at(s, to + length) : 0;
        const bool apostrophe = is_apostrophe(mark) && is_letter(next) && !is_clitic(s, to + length);
        const bool ampersand = mark == '&' && (bp_is_upper(next) || is_digit(next));
        if (!apostrophe && !ampersand) return to;
        to += length;
    }
}

/* "to-day", "to-morrow", as papers wrote until the 1940s: a word of the calendar that would fall into three. Not in
 * "day-to-day". */
static size_t date_word_end(const scanner *s, size_t to)
{
    enum { LONGEST = sizeof "to-morrow" - 1 };
    const size_t from = s->at.byte;
    if (to - from != 2 || to >= s->end || s->text[to] != '-' || (from > 0 && s->text[from - 1] == '-')) return to;
    char word[LONGEST];
    size_t end = to + 1;
    while (end < s->end && end - from < LONGEST && (s->text[end] | 0x20) >= 'a' && (s->text[end] | 0x20) <= 'z') end++;
    if (end < s->end && (continues_word(point_at(s, end)) || s->text[end] == '-')) return to;
    for (size_t i = from; i < end; i++) word[i - from] = (char)bp_to_lower((unsigned char)s->text[i]);
    const uint32_t hash = bp_hash_bytes(word, end - from);
    return bp_lexicon_find(word, end - from, hash)->classes & BP_WORDS_DATE_WORDS ? end : to;
}

static bool digit_follows(const scanner *s, size_t byte)
{
    size_t length;
    uint32_t point = peek(s, byte, &length);
    while (point && bp_character_of(point) == BP_SPACE) point = peek(s, byte += length, &length);
    return is_digit(point);
}

/* Does the full stop behind this word belong to it? Initials and abbreviations. */
static bool keeps_stop(const scanner *s, size_t to, uint64_t classes)
{
    if (to >= s->end || s->text[to] != '.') return false;
    if (to + 1 < s->end && s->text[to + 1] == '.') return false; /* an ellipsis */
    size_t length;
    const uint32_t first = peek(s, s->at.byte, &length);
    if (s->at.byte + length == to && bp_is_upper(first)) return to + 1 < s->end;
    if (classes & BP_WORDS_ABBREVIATIONS_NUMBER) return digit_follows(s, to + 1);
    if (classes & BP_WORDS_ABBREVIATIONS_SMALL) return true;
    return bp_is_upper(first) && (classes & BP_WORDS_ABBREVIATIONS);
}

/* ---- marks and symbols */

static size_t run_end(const scanner *s, char c)
{
    size_t to = s->at.byte;
    while (to < s->end && s->text[to] == c) to++;
    return to;
}

static size_t mark_end(const scanner *s)
{
    const char c = s->text[s->at.byte];
    if (c == '.' || c == '-') return run_end(s, c);
    const bool twin = (c == '\'' || c == '`') && s->at.byte + 1 < s->end && s->text[s->at.byte + 1] == c;
    if (twin) return s->at.byte + 2; /* '' and `` are double marks */
    size_t length;
    peek(s, s->at.byte, &length);
    return s->at.byte + length;
}

/* An emoji with its skin tone, flags in pairs, families joined by U+200D. */
static size_t symbol_end(const scanner *s)
{
    size_t to = s->at.byte, length;
    const uint32_t first = peek(s, to, &length);
    to += length;
    if (!bp_is_emoji(first)) return to;
    for (;;) {
        const uint32_t point = peek(s, to, &length);
        if (point == 0) return to;
        const bool joined = point == 0x200D && bp_is_emoji(point_at(s, to + length));
        const bool tone = point >= 0x1F3FB && point <= 0x1F3FF;
        const bool flag = first >= 0x1F1E6 && first <= 0x1F1FF && point >= 0x1F1E6 && point <= 0x1F1FF;
        if (joined) {
            to += length;
            peek(s, to, &length);
        } else if (!tone && !flag && bp_character_of(point) != BP_JOINER) {
            return to;
        }
        to += length;
        if (flag) return to;
    }
}

/* ---- tokens */

static uint16_t flags_of(const char *text, size_t from, size_t to)
{
    uint16_t flags = 0;
    bool lower_seen = false, upper_seen = false;
    for (size_t length; from < to; from += length) {
        const uint32_t point = bp_decode(text + from, &length);
        const bool upper = bp_is_upper(point), lower = !upper && bp_is_lower(point);
        if (upper && !lower_seen && !upper_seen && !(flags & BP_HAS_LETTER)) flags |= BP_CAPITALIZED;
        if (upper && lower_seen) flags |= BP_INNER_CAPITAL;
        if (is_digit(point))
            flags |= BP_HAS_DIGIT;
        else if (upper || lower || is_letter(point))
            flags |= BP_HAS_LETTER;
        upper_seen |= upper;
        lower_seen |= lower;
    }
    if (upper_seen && !lower_seen) flags |= BP_ALL_CAPITALS;
    return flags;
}

static bool is_plain(const char *text, size_t from, size_t to)
{
    for (; from < to; from++)
        if ((unsigned char)text[from] >= 0x80 || (text[from] >= 'A' && text[from] <= 'Z')) return false;
    return true;
}

/* Lower case, without joiners, apostrophes straight. */
static size_t write_lower(const char *text, size_t from, size_t to, char *out)
{
    size_t written = 0;
    for (size_t length; from < to; from += length) {
        uint32_t point = bp_decode(text + from, &length);
        if (point < 0x80) {
            out[written++] = (char)bp_to_lower(point);
            continue;
        }
        if (bp_character_of(point) == BP_JOINER) continue;
        if (is_apostrophe(point)) point = '\'';
        written += bp_encode(bp_to_lower(point), out + written);
    }
    return written;
}

static uint32_t word_of(const scanner *s, size_t from, size_t to)
{
    if (is_plain(s->text, from, to)) return bp_word_add(s->document, (bp_view){ s->text + from, to - from }, false);
    char buffer[WORD_BUFFER];
    char *out = buffer;
    if (to - from > sizeof buffer && !(out = bp_arena_take(s->document->arena, to - from))) return UINT32_MAX;
    const size_t length = write_lower(s->text, from, to, out);
    return bp_word_add(s->document, (bp_view){ out, length }, out == buffer);
}

static bool add_token(scanner *s, size_t to, bp_token_kind kind, uint16_t extra)
{
    const size_t from = s->at.byte;
    uint32_t index = word_of(s, from, to);
    if (index == UINT32_MAX) return false;
    if (kind == BP_TOKEN_WORD && !extra && keeps_stop(s, to, s->document->words.items[index].classes)) {
        to++;
        extra = BP_ENDS_IN_STOP;
        index = word_of(s, from, to);
        if (index == UINT32_MAX) return false;
    }
    bp_token *token = bp_push(s->document->arena, &s->document->tokens);
    if (!token) return false;
    token->start = s->at;
    token->word = index;
    token->kind = (uint8_t)kind;
    token->first = (uint8_t)s->text[from];
    token->flags = (uint16_t)(flags_of(s->text, from, to) | extra | s->space);
    bp_word *word = &s->document->words.items[index];
    word->count++;
    word->small += !(token->flags & BP_CAPITALIZED);
    advance_to(s, to);
    token->end = s->at;
    s->space = 0;
    return true;
}

static bool add_clitic_or_mark(scanner *s, uint32_t point)
{
    size_t length;
    peek(s, s->at.byte, &length);
    const uint32_t count = s->document->tokens.count;
    const bool after_word = !s->space && count && s->document->tokens.items[count - 1].kind <= BP_TOKEN_NUMBER;
    if (is_apostrophe(point) && after_word && is_clitic(s, s->at.byte + length)) {
        size_t to = s->at.byte + length;
        while (continues_word(peek(s, to, &length))) to += length;
        return add_token(s, to, BP_TOKEN_WORD, BP_CLITIC);
    }
    return add_token(s, mark_end(s), BP_TOKEN_PUNCTUATION, 0);
}

static bool next_token(scanner *s)
{
    const uint32_t point = point_at(s, s->at.byte);
    const bp_character kind = bp_character_of(point);
    if (kind == BP_LETTER || kind == BP_DIGIT || point == '@') {
        const size_t address = address_end(s);
        if (address) return add_token(s, address, BP_TOKEN_WORD, BP_ADDRESS);
    }
    if (kind == BP_DIGIT) return add_token(s, number_end(s), BP_TOKEN_NUMBER, 0);
    if (kind == BP_LETTER) {
        const size_t acronym = acronym_end(s);
        if (acronym) return add_token(s, acronym, BP_TOKEN_WORD, s->text[acronym - 1] == '.' ? BP_ENDS_IN_STOP : 0);
        return add_token(s, date_word_end(s, word_end(s)), BP_TOKEN_WORD, 0);
    }
    if (kind == BP_SYMBOL) return add_token(s, symbol_end(s), BP_TOKEN_SYMBOL, 0);
    return add_clitic_or_mark(s, point);
}

static bool find_in_block(scanner *s, bp_paragraph *block)
{
    block->first = s->document->tokens.count;
    s->at = block->span.start;
    s->end = block->span.end.byte;
    s->space = BP_SPACE_BEFORE;
    while (s->at.byte < s->end) {
        const uint32_t point = point_at(s, s->at.byte);
        const bp_character kind = bp_character_of(point);
        if (kind == BP_SPACE || kind == BP_JOINER) {
            if (kind == BP_SPACE) s->space |= BP_SPACE_BEFORE;
            if (point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029) s->space |= BP_LINE_BEFORE;
            advance(s);
        } else if (!next_token(s)) {
            return false;
        }
    }
    block->end = s->document->tokens.count;
    return true;
}

bool bp_find_tokens(bp_document *document)
{
    scanner s = { .document = document, .text = document->text };
    for (uint32_t i = 0; i < document->blocks.count; i++)
        if (!find_in_block(&s, &document->blocks.items[i])) return false;
    return true;
}

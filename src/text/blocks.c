/* Blocks: the paragraphs of a pasted page.
 *
 * A blank line always parts two blocks. A single line end does so too, unless
 * the lines were wrapped by hand (old wires, mail): then they are one. Lines
 * count as wrapped when each is so full that the next line's first word would
 * not have fitted, or when a long line without an end runs on in small letters. */
#include "characters.h"
#include "document.h"

enum { NARROWEST_WRAP = 45, WIDEST_WRAP = 130 };

typedef struct line {
    bp_span span;        /* without white space at its ends */
    uint32_t first_word; /* code points up to the first space */
    bool starts_small, ends_sentence, blank;
} line;

typedef BP_LIST(line) line_list;

static bool is_line_end(uint32_t point)
{
    return point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029;
}

static bool ends_sentence(uint32_t point)
{
    return point == '.' || point == '!' || point == '?' || point == ':' || point == '"' || point == 0x201D ||
           point == 0x2019 || point == 0x2026 || point == '|';
}

static void step(bp_offset *at, size_t length)
{
    at->byte += (uint32_t)length;
    at->unit += length == 4 ? 2 : 1;
    at->point += 1;
}

/* Reads one line from `at` and leaves `at` behind its end; "\r\n" is one end. */
static line read_line(const bp_document *document, bp_offset *at)
{
    line l = { .blank = true };
    bool in_first_word = true;
    while (at->byte < document->length) {
        size_t length;
        const uint32_t point = bp_decode(document->text + at->byte, &length);
        const bp_offset before = *at;
        step(at, length);
        if (is_line_end(point)) {
            if (point == '\r' && at->byte < document->length && document->text[at->byte] == '\n') step(at, 1);
            break;
        }
        if (bp_character_of(point) == BP_SPACE) {
            in_first_word = l.blank;
            continue;
        }
        if (l.blank) {
            l.span.start = before;
            l.starts_small = bp_is_lower(point);
        }
        l.blank = false;
        l.span.end = *at;
        l.first_word += in_first_word;
        l.ends_sentence = ends_sentence(point);
    }
    return l;
}

static uint32_t width(const line *l)
{
    return l->span.end.point - l->span.start.point;
}

/* Were the lines `first` to `end` filled up to one width, word by word? */
static bool is_wrapped(const line *lines, uint32_t first, uint32_t end)
{
    uint32_t widest = 0;
    for (uint32_t i = first; i < end; i++)
        if (width(&lines[i]) > widest) widest = width(&lines[i]);
    if (end - first < 2 || widest < NARROWEST_WRAP || widest > WIDEST_WRAP) return false;
    for (uint32_t i = first; i + 1 < end; i++)
        if (width(&lines[i]) + 1 + lines[i + 1].first_word <= widest) return false;
    return true;
}

static bool runs_on(const line *l, const line *next)
{
    return !l->ends_sentence && next->starts_small && width(l) >= NARROWEST_WRAP;
}

static bool add_block(bp_document *document, const line *first, const line *last, uint32_t lines_before)
{
    bp_paragraph *block = bp_push(document->arena, &document->blocks);
    if (!block) return false;
    block->span.start = first->span.start;
    block->span.end = last->span.end;
    block->lines_before = lines_before;
    return true;
}

/* Makes blocks of the lines of one run, in which no line is blank. */
static bool add_run(bp_document *document, const line *lines, uint32_t first, uint32_t end, uint32_t lines_before)
{
    const bool wrapped = is_wrapped(lines, first, end);
    for (uint32_t i = first; i < end; i++) {
        const uint32_t start = i;
        while (i + 1 < end && (wrapped || runs_on(&lines[i], &lines[i + 1]))) i++;
        if (!add_block(document, &lines[start], &lines[i], start == first ? lines_before : 1)) return false;
    }
    return true;
}

static bool read_lines(const bp_document *document, line_list *lines)
{
    bp_offset at = { 0 };
    while (at.byte < document->length) {
        line *l = bp_push(document->arena, lines);
        if (!l) return false;
        *l = read_line(document, &at);
    }
    return true;
}

bool bp_find_blocks(bp_document *document)
{
    line_list lines = { 0 };
    if (!read_lines(document, &lines)) return false;
    uint32_t blank = 0;
    for (uint32_t i = 0; i < lines.count; i++) {
        if (lines.items[i].blank) {
            blank++;
            continue;
        }
        uint32_t end = i + 1;
        while (end < lines.count && !lines.items[end].blank) end++;
        if (!add_run(document, lines.items, i, end, blank + 1)) return false;
        blank = 0;
        i = end - 1;
    }
    return true;
}

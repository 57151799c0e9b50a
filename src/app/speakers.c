/* Who speaks, by how many words. One speaker is one entity; those who are no
 * entity ("a spokesman for the ministry") are one when they are named alike.
 *
 * A word is what stands between spaces or long dashes and has a letter or a
 * digit in it. web/speakers.js counts in the same way, with the same ranges. */
#include "speakers.h"

#include "text/characters.h"

#include <stdlib.h>
#include <string.h>

/* One quotation. */
typedef struct speech {
    uint32_t quote, entity, words;
    bp_view name; /* of one that is no entity; empty: of nobody */
} speech;

static bool parts_words(uint32_t point)
{
    if (point <= ' ') return point == ' ' || (point >= '\t' && point <= '\r');
    if (point < 0x1680) return point == 0x85 || point == 0xA0;
    return point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2014 || point == 0x2015 ||
           point == 0x2028 || point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x3000;
}

static bool makes_word(uint32_t point)
{
    if (point < 0xC0)
        return (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z');
    if (point < 0x2000) return point != 0xD7 && point != 0xF7;
    return (point >= 0x2C00 && point < 0x2E00) || (point >= 0x3040 && point < 0xD800) ||
           (point >= 0xF900 && point < 0xFE00) || (point >= 0x10000 && point < 0x1F000) || point >= 0x20000;
}

static uint32_t count_words(bp_view text)
{
    uint32_t count = 0;
    bool counted = false;
    for (size_t at = 0, length; at < text.length; at += length) {
        const uint32_t point = bp_decode(text.at + at, &length);
        if (parts_words(point)) {
            counted = false;
        } else if (!counted && makes_word(point)) {
            counted = true;
            count++;
        }
    }
    return count;
}

uint32_t cli_quoted_words(const bp_quote *quote, const char *text)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < quote->span_count && quote->type != BP_INDIRECT; i++) {
        const bp_span span = quote->spans[i];
        words += count_words((bp_view){ text + span.start.byte, span.end.byte - span.start.byte });
    }
    return words;
}

unsigned cli_share(uint32_t words, uint32_t all)
{
    return all ? (unsigned)(((uint64_t)words * 2000 + all) / ((uint64_t)all * 2)) : 0;
}

static speech speech_of(const bp_result *result, const char *text, uint32_t index)
{
    const bp_quote *quote = bp_quote_at(result, index);
    speech s = { .quote = index, .entity = BP_NONE, .words = cli_quoted_words(quote, text) };
    if (quote->has_speaker) s.entity = quote->speaker_entity;
    if (quote->has_speaker && s.entity == BP_NONE) s.name = quote->speaker_name;
    return s;
}

static int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : (unsigned char)c;
}

/* "Officials" at the head of a sentence are the "officials" of the next. */
static int compare_names(bp_view a, bp_view b)
{
    const size_t shorter = a.length < b.length ? a.length : b.length;
    for (size_t i = 0; i < shorter; i++)
        if (lower(a.at[i]) != lower(b.at[i])) return lower(a.at[i]) < lower(b.at[i]) ? -1 : 1;
    return a.length < b.length ? -1 : a.length > b.length;
}

static int compare_speakers(const speech *a, const speech *b)
{
    if (a->entity != b->entity) return a->entity < b->entity ? -1 : 1;
    return compare_names(a->name, b->name);
}

static int by_speaker(const void *a, const void *b)
{
    const speech *x = a, *y = b;
    const int order = compare_speakers(x, y);
    return order ? order : x->quote < y->quote ? -1 : 1;
}

static int by_words(const void *a, const void *b)
{
    const cli_speaker *x = a, *y = b;
    if (!x->name.length != !y->name.length) return x->name.length ? -1 : 1;
    if (x->words != y->words) return x->words > y->words ? -1 : 1;
    return x->first < y->first ? -1 : 1;
}

static cli_speaker speaker_of(const bp_result *result, const speech *s)
{
    cli_speaker speaker = { .name = s->name, .first = s->quote };
    if (s->entity == BP_NONE) return speaker;
    speaker.name = bp_entity_at(result, s->entity)->name;
    speaker.role = bp_entity_at(result, s->entity)->role;
    return speaker;
}

bool cli_speakers_of(const bp_result *result, const char *text, cli_speaker_list *list)
{
    const size_t count = bp_quote_count(result);
    speech *speeches = malloc((count + 1) * sizeof *speeches);
    *list = (cli_speaker_list){ .items = malloc((count + 1) * sizeof *list->items) };
    if (!speeches || !list->items) return free(speeches), free(list->items), false;
    for (size_t i = 0; i < count; i++) speeches[i] = speech_of(result, text, (uint32_t)i);
    qsort(speeches, count, sizeof *speeches, by_speaker);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || compare_speakers(&speeches[i - 1], &speeches[i]) != 0)
            list->items[list->count++] = speaker_of(result, &speeches[i]);
        list->items[list->count - 1].words += speeches[i].words;
        list->words += speeches[i].words;
    }
    free(speeches);
    qsort(list->items, list->count, sizeof *list->items, by_words);
    return true;
}

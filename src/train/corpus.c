/* Reading marked texts. Where a mark and the engine's tokens disagree, the
 * token's label counts as unknown; so does, outside of names, every type that
 * the corpus does not mark. */
#define _POSIX_C_SOURCE 200809L /* popen */

#include "corpus.h"

#include "text/characters.h"

#include <cJSON.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALL_LABELS = (1u << BP_LABELS) - 1 };

static uint32_t both_labels(bp_entity_type type)
{
    return 1u << bp_label_begin(type) | 1u << bp_label_inside(type);
}

/* What a token outside of every mark may be. */
static uint32_t outside_labels(uint32_t types)
{
    uint32_t allowed = 1u << BP_OUTSIDE;
    for (int type = 0; type < BP_NAME_TYPES; type++)
        if (!(types >> type & 1)) allowed |= both_labels((bp_entity_type)type);
    return allowed;
}

static uint32_t other_labels(uint32_t types)
{
    return outside_labels(types) | both_labels(BP_EVENT) | both_labels(BP_WORK) | both_labels(BP_PRODUCT) |
           both_labels(BP_LAW);
}

static void label_span(train_text *text, const train_span *span, uint32_t types)
{
    const bp_token *tokens = text->document.tokens.items;
    const uint32_t count = text->document.tokens.count;
    uint32_t first = 0;
    while (first < count && tokens[first].end.point <= span->start) first++;
    uint32_t end = first;
    while (end < count && tokens[end].start.point < span->end) end++;
    if (first == end) return;
    const bool fits = tokens[first].start.point == span->start && tokens[end - 1].end.point == span->end;
    const bool stop = tokens[first].start.point == span->start && tokens[end - 1].end.point == span->end + 1 &&
                      (tokens[end - 1].flags & BP_ENDS_IN_STOP); /* "Inc" marked without its stop */
    for (uint32_t i = first; i < end; i++) {
        if (!fits && !stop)
            text->allowed[i] = ALL_LABELS;
        else if (span->type == BP_ENTITY_TYPES)
            text->allowed[i] = other_labels(types);
        else
            text->allowed[i] = 1u << (i == first ? bp_label_begin(span->type) : bp_label_inside(span->type));
    }
}

static void extract(train_corpus *corpus, train_text *text)
{
    uint32_t buffer[TRAIN_MOST_FEATURES];
    const uint32_t count = text->document.tokens.count;
    size_t total = 0;
    text->starts = bp_arena_take(&corpus->arena, (count + 1) * sizeof *text->starts);
    text->vectors = bp_arena_take(&corpus->arena, count);
    if (!text->starts || !text->vectors) train_fail("memory", "there is none left");
    text->features = train_take((size_t)count * TRAIN_MOST_FEATURES * sizeof *text->features);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t found = bp_features_of(&text->source, i, buffer);
        if (found > BP_MOST_FEATURES) train_fail("features", "more than BP_MOST_FEATURES");
        if (corpus->ternary)
            text->vectors[i] =
                (uint8_t)train_ternary_of(corpus->ternary, bp_token_word(&text->document, i)->lower, buffer + found);
        found += text->vectors[i];
        memcpy(text->features + total, buffer, found * sizeof *buffer);
        total += found;
        text->starts[i + 1] = (uint32_t)total;
    }
    text->features = realloc(text->features, (total ? total : 1) * sizeof *text->features);
}

/* Appends one text. */
static void add_text(train_corpus *corpus, const train_recipe *recipe, const char *text, size_t length,
                     const train_span *spans, uint32_t count)
{
    if (!corpus->arena.allocator) bp_arena_init(&corpus->arena, &bp_default_allocator);
    train_text **place = bp_push(&corpus->arena, corpus);
    train_text *added = bp_arena_take(&corpus->arena, sizeof *added);
    char *copy = bp_arena_copy(&corpus->arena, text, length);
    if (!place || !added || !copy || !bp_document_read(&added->document, &corpus->arena, copy, length) ||
        !bp_features_prepare(&added->source, &added->document, &corpus->arena))
        train_fail("memory", "there is none left");
    *place = added;
    added->rate = recipe->rate;
    added->complete = recipe->types == (1u << BP_NAME_TYPES) - 1;
    added->allowed = bp_arena_take(&corpus->arena, added->document.tokens.count * sizeof *added->allowed);
    if (!added->allowed) train_fail("memory", "there is none left");
    for (uint32_t i = 0; i < added->document.tokens.count; i++) added->allowed[i] = outside_labels(recipe->types);
    for (uint32_t i = 0; i < count; i++) label_span(added, &spans[i], recipe->types);
    extract(corpus, added);
}

/* ---- variants: the same text in capitals, or In Title Case */

static uint32_t to_upper(uint32_t point)
{
    if (point >= 'a' && point <= 'z') return point - 32;
    if (point < 0x80) return point;
    static const uint32_t steps[] = { 32, 1, 48, 80, 37 };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (bp_to_lower(point - steps[i]) == point && point - steps[i] != point) return point - steps[i];
    return point;
}

typedef enum casing { CAPITALS, TITLE_CASE, SMALL } casing;

/* Writes the text anew; the number of code points stays. */
static char *recase(const char *text, size_t length, casing how, size_t *made)
{
    char *out = train_take(length * 2 + 1);
    bool fresh = true;
    *made = 0;
    for (size_t at = 0, step; at < length; at += step) {
        uint32_t point = bp_decode(text + at, &step);
        const bool letter = bp_character_of(point) == BP_LETTER;
        const bool opens = bp_character_of(point) == BP_SPACE || point == '"' || point == 0x201C || point == '(';
        if (how == SMALL)
            point = bp_to_lower(point);
        else if (letter && (how == CAPITALS || fresh))
            point = to_upper(point);
        *made += bp_encode(point, out + *made);
        fresh = opens;
    }
    return out;
}

/* Of eight texts one comes again in capitals, one in title case, one in small letters. */
static void add_variants(train_corpus *corpus, const train_recipe *recipe, const char *text, size_t length,
                         const train_span *spans, uint32_t count, uint32_t number)
{
    train_recipe light = *recipe;
    light.rate *= 0.5f;
    if (number % 8 != 0 && number % 8 != 4 && number % 8 != 2) return;
    const casing how = number % 8 == 0 ? CAPITALS : number % 8 == 4 ? TITLE_CASE : SMALL;
    size_t made;
    char *recased = recase(text, length, how, &made);
    add_text(corpus, &light, recased, made, spans, count);
    free(recased);
}

/* ---- files */

static bp_entity_type type_of(const char *name)
{
    for (int type = 0; type < BP_NAME_TYPES; type++)
        if (strcmp(name, bp_entity_type_name((bp_entity_type)type)) == 0) return (bp_entity_type)type;
    return BP_ENTITY_TYPES;
}

static void add_record(train_corpus *corpus, const train_recipe *recipe, const char *line, uint32_t number)
{
    cJSON *root = cJSON_Parse(line);
    const cJSON *text = cJSON_GetObjectItem(root, "text"), *marks = cJSON_GetObjectItem(root, "entities"), *mark;
    if (!cJSON_IsString(text)) train_fail(recipe->path, "a line is no record");
    train_span *spans = train_take((size_t)cJSON_GetArraySize(marks) * sizeof *spans);
    uint32_t count = 0;
    cJSON_ArrayForEach(mark, marks) spans[count++] =
        (train_span){ (uint32_t)cJSON_GetObjectItem(mark, "start")->valueint,
                      (uint32_t)cJSON_GetObjectItem(mark, "end")->valueint,
                      type_of(cJSON_GetObjectItem(mark, "type")->valuestring) };
    const size_t length = strlen(text->valuestring);
    for (uint32_t i = 0; i < recipe->copies; i++) add_text(corpus, recipe, text->valuestring, length, spans, count);
    if (recipe->variants) add_variants(corpus, recipe, text->valuestring, length, spans, count, number);
    free(spans);
    cJSON_Delete(root);
}

static void read_records(train_corpus *corpus, const train_recipe *recipe)
{
    char command[600];
    char *line = NULL;
    size_t room = 0;
    uint32_t number = 0;
    snprintf(command, sizeof command, "gzip -dcf '%s'", recipe->path);
    FILE *in = popen(command, "r");
    if (!in) train_fail(recipe->path, "cannot be read");
    while (getline(&line, &room, in) > 0) add_record(corpus, recipe, line, number++);
    free(line);
    if (pclose(in) != 0 || number == 0) train_fail(recipe->path, "cannot be read");
}

static int is_article(const struct dirent *entry)
{
    const size_t length = strlen(entry->d_name);
    return length > 4 && strcmp(entry->d_name + length - 4, ".xml") == 0;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void read_articles(train_corpus *corpus, const train_recipe *recipe)
{
    struct dirent **entries;
    char path[1024];
    const int found = scandir(recipe->path, &entries, is_article, by_name);
    if (found <= 0) train_fail(recipe->path, "has no articles");
    for (int i = 0; i < found; i++) {
        size_t length;
        train_span *spans;
        uint32_t count;
        snprintf(path, sizeof path, "%s/%s", recipe->path, entries[i]->d_name);
        char *text = train_read_article(path, &length, &spans, &count);
        for (uint32_t copy = 0; copy < recipe->copies; copy++) add_text(corpus, recipe, text, length, spans, count);
        if (recipe->variants) add_variants(corpus, recipe, text, length, spans, count, (uint32_t)i);
        free(text);
        free(spans);
        free(entries[i]);
    }
    free(entries);
}

void train_read(train_corpus *corpus, const train_recipe *recipe)
{
    if (strstr(recipe->path, ".jsonl"))
        read_records(corpus, recipe);
    else
        read_articles(corpus, recipe);
}

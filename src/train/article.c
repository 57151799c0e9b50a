/* Articles in XML: text inside blocks, white space run together, a blank line
 * between blocks; the names become spans. Only what the articles use of XML. */
#include "corpus.h"

#include "text/characters.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct reader {
    const char *at;
    char *out;
    size_t length;   /* bytes written */
    uint32_t points; /* code points written */
    bool in_block, fresh, spaced;
    train_span *spans;
    uint32_t count, room;
    uint32_t start; /* of the name that is open */
    bp_entity_type open;
} reader;

static void put(reader *r, uint32_t point)
{
    r->length += bp_encode(point, r->out + r->length);
    r->points++;
}

static uint32_t decode_entity(reader *r)
{
    static const struct {
        const char *name;
        char value;
    } known[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' } };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const size_t length = strlen(known[i].name);
        if (strncmp(r->at, known[i].name, length) == 0) return r->at += length, (uint32_t)known[i].value;
    }
    return r->at++, '&';
}

static void put_text(reader *r)
{
    size_t length;
    if (*r->at == ' ' || *r->at == '\n' || *r->at == '\t' || *r->at == '\r') {
        r->at++;
        if (!r->fresh && !r->spaced) put(r, ' ');
        r->spaced = !r->fresh;
        return;
    }
    uint32_t point = '&';
    if (*r->at == '&')
        point = decode_entity(r);
    else
        point = bp_decode(r->at, &length), r->at += length;
    put(r, point);
    r->fresh = r->spaced = false;
}

static bool is_tag(const char *tag, size_t length, const char *name)
{
    return strlen(name) == length && memcmp(tag, name, length) == 0;
}

static bool is_block(const char *tag, size_t length)
{
    static const char *const names[] = { "headline", "standfirst", "byline", "caption", "p", "furniture" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_tag(tag, length, names[i])) return true;
    return false;
}

static bp_entity_type name_type(const char *tag, size_t length)
{
    for (int type = 0; type < BP_NAME_TYPES; type++)
        if (is_tag(tag, length, bp_entity_type_name((bp_entity_type)type))) return (bp_entity_type)type;
    return BP_ENTITY_TYPES;
}

static void drop_space(reader *r)
{
    if (r->length && r->out[r->length - 1] == ' ') r->length--, r->points--;
}

static void close_name(reader *r)
{
    const uint32_t end = r->spaced ? r->points - 1 : r->points;
    if (r->count == r->room) {
        r->room = r->room ? r->room * 2 : 64;
        r->spans = realloc(r->spans, r->room * sizeof *r->spans);
        if (!r->spans) train_fail("memory", "there is none left");
    }
    r->spans[r->count++] = (train_span){ r->start, end, r->open };
    r->open = BP_ENTITY_TYPES;
}

static void take_tag(reader *r)
{
    const bool closes = r->at[1] == '/';
    const char *tag = r->at + 1 + closes;
    const size_t length = strcspn(tag, " >\n");
    const bp_entity_type type = name_type(tag, length);
    if (is_block(tag, length)) {
        if (!closes && r->length) {
            drop_space(r);
            put(r, '\n');
            put(r, '\n');
        }
        r->in_block = !closes;
        r->fresh = true;
        r->spaced = false;
    } else if (type != BP_ENTITY_TYPES) {
        if (closes)
            close_name(r);
        else
            r->open = type, r->start = r->points;
    }
    r->at = strchr(r->at, '>');
    r->at = r->at ? r->at + 1 : "";
}

char *train_read_article(const char *path, size_t *length, train_span **spans, uint32_t *count)
{
    FILE *in = fopen(path, "rb");
    char *source = train_take(1 << 20);
    if (!in || fread(source, 1, (1 << 20) - 1, in) == 0) train_fail(path, "cannot be read");
    fclose(in);
    reader r = { .at = source, .out = train_take(strlen(source) + 1), .open = BP_ENTITY_TYPES };
    while (*r.at) {
        if (*r.at == '<')
            take_tag(&r);
        else if (r.in_block)
            put_text(&r);
        else
            r.at++;
    }
    drop_space(&r);
    free(source);
    *length = r.length;
    *spans = r.spans;
    *count = r.count;
    return r.out;
}

/* HTML to put into a page: escaped, classes and data attributes only. */
#include "formats.h"
#include "marks.h"

#include <string.h>

typedef struct page {
    const bp_result *result;
    FILE *out;
} page;

static void put_escaped(FILE *out, const char *bytes, size_t length, bool breaks)
{
    for (size_t i = 0; i < length; i++) {
        switch (bytes[i]) {
        case '&': fputs("&amp;", out); break;
        case '<': fputs("&lt;", out); break;
        case '>': fputs("&gt;", out); break;
        case '"': fputs("&quot;", out); break;
        case '\r':
        case '\n':
            if (breaks) {
                fputs("<br>", out);
                if (bytes[i] == '\r' && i + 1 < length && bytes[i + 1] == '\n') i++;
                break;
            } /* fall through */
        default: fputc(bytes[i], out);
        }
    }
}

static void put_data(FILE *out, const char *name, bp_view value)
{
    fprintf(out, " data-%s=\"", name);
    put_escaped(out, value.at, value.length, false);
    fputc('"', out);
}

static void put_word(FILE *out, const char *name, const char *value)
{
    if (value) put_data(out, name, (bp_view){ value, strlen(value) });
}

static void put_entity(FILE *out, uint32_t entity)
{
    fprintf(out, " data-entity=\"e%u\"", (unsigned)entity + 1);
}

static void put_attributes(const page *p, const bp_mark *m)
{
    if (m->family == BP_MARK_MENTION) {
        put_entity(p->out, bp_mention_at(p->result, m->index)->entity);
    } else if (m->family == BP_MARK_DATE) {
        const bp_date *date = bp_date_at(p->result, m->index);
        put_word(p->out, "value", date->value);
        put_word(p->out, "earliest", date->earliest);
        put_word(p->out, "latest", date->latest);
    } else {
        const bp_quote *quote = bp_quote_at(p->result, m->index);
        fprintf(p->out, " data-quote=\"%u\"", (unsigned)m->index);
        if (m->family != BP_MARK_QUOTE || !quote->has_speaker) return;
        put_data(p->out, "speaker", quote->speaker_name);
        if (quote->speaker_entity != BP_NONE) put_entity(p->out, quote->speaker_entity);
    }
}

static bool is_part(const bp_mark *m)
{
    return m->family == BP_MARK_SPEAKER || m->family == BP_MARK_CUE;
}

static void open_mark(void *context, const bp_mark *m)
{
    static const char *const families[] = { "quote", "speaker", "cue", "date", "mention" };
    const page *p = context;
    if (is_part(m))
        fprintf(p->out, "<span class=\"bp-%s\"", families[m->family]);
    else
        fprintf(p->out, "<mark class=\"bp-mark bp-%s bp-%s\"", families[m->family], bp_mark_kind(p->result, m));
    put_attributes(p, m);
    fputc('>', p->out);
}

static void close_mark(void *context, const bp_mark *m)
{
    const page *p = context;
    fputs(is_part(m) ? "</span>" : "</mark>", p->out);
}

static void put_text(void *context, const char *bytes, size_t length)
{
    const page *p = context;
    put_escaped(p->out, bytes, length, true);
}

static const char *tag_of(bp_role role)
{
    return role == BP_HEADLINE ? "h1" : role == BP_FURNITURE ? "aside" : "p";
}

/* A text without blocks (there is nothing in it but spaces) is one. */
static void put_blank(FILE *out, bp_view text)
{
    fputs("<p class=\"bp-body\">", out);
    put_escaped(out, text.at, text.length, true);
    fputs("</p>\n", out);
}

bool cli_write_html(const bp_result *result, bp_view text, FILE *out)
{
    bp_mark_list list;
    bp_arena arena;
    page p = { result, out };
    const bp_mark_visitor visitor = { open_mark, close_mark, put_text, &p };
    size_t next = 0;
    bp_arena_init(&arena, &bp_default_allocator);
    bool done = bp_marks_of(&arena, result, true, &list);
    fputs("<article class=\"bluepencil\" lang=\"en\">\n", out);
    if (bp_block_count(result) == 0 && text.length) put_blank(out, text);
    for (size_t i = 0; done && i < bp_block_count(result); i++) {
        const bp_block *block = bp_block_at(result, i);
        fprintf(out, "<%s class=\"bp-%s\">", tag_of(block->role), bp_role_name(block->role));
        done = bp_marks_walk(&arena, &list, &next, block, text.at, &visitor);
        fprintf(out, "</%s>\n", tag_of(block->role));
    }
    fputs("</article>\n", out);
    bp_arena_done(&arena);
    return done;
}

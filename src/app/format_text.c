/* For people: the article with its marks, then who, where, when, who said what.
 * On a terminal the marks are coloured and underlined; elsewhere they stand in
 * brackets: [Turin|place]. */
#include "formats.h"
#include "marks.h"

#include <string.h>

typedef struct sheet {
    const bp_result *result;
    FILE *out;
    bool colour;
    const bp_mark *stack[16]; /* the marks around the place, as far as colours nest */
    size_t depth;
} sheet;

static const char *const reset = "\033[0m";

/* Colour and line by kind, so that neither is needed alone. */
static const char *style_of(const bp_result *result, const bp_mark *m)
{
    static const char *const by_type[] = { "\033[1;34m", "\033[1;35m", "\033[1;32m", "\033[36m",
                                           "\033[35;3m", "\033[3m",    "\033[3;35m", "\033[3;34m" };
    if (m->family == BP_MARK_QUOTE) return "\033[33m";
    if (m->family == BP_MARK_DATE) return "\033[4;31m";
    const bp_entity_type type = bp_mention_at(result, m->index)->type;
    return type < BP_MONEY ? by_type[type] : "\033[4m";
}

static void open_mark(void *context, const bp_mark *m)
{
    sheet *s = context;
    if (!s->colour) {
        fputc('[', s->out);
        return;
    }
    fputs(style_of(s->result, m), s->out);
    if (s->depth < sizeof s->stack / sizeof *s->stack) s->stack[s->depth] = m;
    s->depth++;
}

static void close_mark(void *context, const bp_mark *m)
{
    sheet *s = context;
    if (!s->colour) {
        fprintf(s->out, "|%s]", bp_mark_kind(s->result, m));
        return;
    }
    fputs(reset, s->out);
    s->depth--;
    for (size_t i = 0; i < s->depth && i < sizeof s->stack / sizeof *s->stack; i++)
        fputs(style_of(s->result, s->stack[i]), s->out);
}

/* What could steer a terminal is not sent to one. */
static void put_text(void *context, const char *bytes, size_t length)
{
    const sheet *s = context;
    for (size_t i = 0; i < length; i++) {
        const unsigned char c = (unsigned char)bytes[i];
        fputc(c < ' ' && c != '\n' && c != '\t' ? ' ' : c, s->out);
    }
}

static void put_view(const sheet *s, bp_view view)
{
    put_text((void *)(uintptr_t)s, view.at, view.length);
}

static bool put_article(sheet *s, const char *text)
{
    const bp_mark_visitor visitor = { open_mark, close_mark, put_text, s };
    bp_mark_list list;
    bp_arena arena;
    size_t next = 0;
    bp_arena_init(&arena, &bp_default_allocator);
    bool done = bp_marks_of(&arena, s->result, false, &list);
    for (size_t i = 0; done && i < bp_block_count(s->result); i++) {
        const bp_block *block = bp_block_at(s->result, i);
        if (s->colour && block->role == BP_FURNITURE) fputs("\033[2m", s->out);
        if (s->colour && block->role == BP_HEADLINE) fputs("\033[1m", s->out);
        done = bp_marks_walk(&arena, &list, &next, block, text, &visitor);
        fprintf(s->out, "%s\n\n", s->colour ? reset : "");
    }
    bp_arena_done(&arena);
    return done;
}

static void put_heading(const sheet *s, const char *heading)
{
    fprintf(s->out, s->colour ? "\033[1;4m%s\033[0m\n" : "%s\n", heading);
}

/* Descriptions and pronouns are no names. */
static unsigned times_named(const bp_result *result, const bp_entity *entity)
{
    unsigned times = 0;
    for (uint32_t i = 0; i < entity->mention_count; i++)
        times += bp_mention_at(result, entity->mentions[i])->form < BP_NOMINAL;
    return times;
}

static void put_entities(const sheet *s, bp_entity_type type, const char *heading)
{
    bool any = false;
    for (size_t i = 0; i < bp_entity_count(s->result); i++) {
        const bp_entity *entity = bp_entity_at(s->result, i);
        if (entity->type != type) continue;
        if (!any) put_heading(s, heading);
        any = true;
        fputs("  ", s->out);
        put_view(s, entity->name);
        if (entity->role.length) {
            fputs(", ", s->out);
            put_view(s, entity->role);
        }
        const unsigned times = times_named(s->result, entity);
        if (times > 1) fprintf(s->out, " (%u times)", times);
        fputc('\n', s->out);
    }
    if (any) fputc('\n', s->out);
}

static void put_dates(const sheet *s, const char *text)
{
    if (bp_date_count(s->result)) put_heading(s, "When");
    for (size_t i = 0; i < bp_date_count(s->result); i++) {
        const bp_date *date = bp_date_at(s->result, i);
        fprintf(s->out, "  %-18s ", date->value);
        put_text((void *)(uintptr_t)s, text + date->span.start.byte, date->span.end.byte - date->span.start.byte);
        fputc('\n', s->out);
    }
    if (bp_date_count(s->result)) fputc('\n', s->out);
}

/* The verb, where the words are not the speaker's own: "denied" must not read like "said". */
static void put_cue(const sheet *s, const bp_quote *quote, const char *text)
{
    if (!quote->has_cue || quote->type != BP_INDIRECT) return;
    fputs(" (", s->out);
    put_text((void *)(uintptr_t)s, text + quote->cue.start.byte, quote->cue.end.byte - quote->cue.start.byte);
    fputc(')', s->out);
}

static void put_quotes(const sheet *s, const char *text)
{
    if (bp_quote_count(s->result)) put_heading(s, "Who said what");
    for (size_t i = 0; i < bp_quote_count(s->result); i++) {
        const bp_quote *quote = bp_quote_at(s->result, i);
        fputs("  ", s->out);
        if (quote->has_speaker)
            put_view(s, quote->speaker_name);
        else
            fputs("nobody named", s->out);
        put_cue(s, quote, text);
        fputs(": ", s->out);
        for (uint32_t k = 0; k < quote->span_count; k++) {
            if (k) fputs(" ... ", s->out);
            put_text((void *)(uintptr_t)s, text + quote->spans[k].start.byte,
                     quote->spans[k].end.byte - quote->spans[k].start.byte);
        }
        fputc('\n', s->out);
    }
}

bool cli_write_text(const bp_result *result, const char *text, bool colour, FILE *out)
{
    static const char *const headings[] = { "People", "Organizations", "Places",   "Groups",
                                            "Events", "Works",         "Products", "Laws" };
    sheet s = { .result = result, .out = out, .colour = colour };
    if (!put_article(&s, text)) return false;
    for (int type = BP_PERSON; type < BP_MONEY; type++) put_entities(&s, (bp_entity_type)type, headings[type]);
    put_dates(&s, text);
    put_quotes(&s, text);
    return true;
}

#include "marks.h"

#include <stdlib.h>

static int by_place(const void *a, const void *b)
{
    const bp_mark *x = a, *y = b;
    if (x->span.start.byte != y->span.start.byte) return x->span.start.byte < y->span.start.byte ? -1 : 1;
    if (x->span.end.byte != y->span.end.byte) return x->span.end.byte > y->span.end.byte ? -1 : 1;
    if (x->family != y->family) return x->family < y->family ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

static size_t count_marks(const bp_result *result)
{
    size_t count = bp_mention_count(result) + bp_date_count(result);
    for (size_t i = 0; i < bp_quote_count(result); i++) count += bp_quote_at(result, i)->span_count + 2;
    return count;
}

static void add(bp_mark_list *list, bp_span span, bp_mark_family family, size_t index)
{
    list->items[list->count++] = (bp_mark){ span, family, (uint32_t)index };
}

bool bp_marks_of(bp_arena *arena, const bp_result *result, bool parts, bp_mark_list *list)
{
    list->count = 0;
    list->items = bp_arena_take(arena, count_marks(result) * sizeof *list->items);
    if (!list->items) return false;
    for (size_t i = 0; i < bp_mention_count(result); i++)
        if (bp_mention_at(result, i)->form < BP_NOMINAL) add(list, bp_mention_at(result, i)->span, BP_MARK_MENTION, i);
    for (size_t i = 0; i < bp_date_count(result); i++) add(list, bp_date_at(result, i)->span, BP_MARK_DATE, i);
    for (size_t i = 0; i < bp_quote_count(result); i++) {
        const bp_quote *quote = bp_quote_at(result, i);
        for (uint32_t k = 0; k < quote->span_count; k++) add(list, quote->spans[k], BP_MARK_QUOTE, i);
        if (parts && quote->has_speaker) add(list, quote->speaker, BP_MARK_SPEAKER, i);
        if (parts && quote->has_cue) add(list, quote->cue, BP_MARK_CUE, i);
    }
    qsort(list->items, list->count, sizeof *list->items, by_place);
    return true;
}

typedef struct walk {
    const bp_mark_visitor *visitor;
    const char *text;
    const bp_mark **open; /* the marks around `at`, outermost first */
    size_t depth;
    uint32_t at; /* bytes */
} walk;

static void give_text(walk *w, uint32_t until)
{
    if (until <= w->at) return;
    w->visitor->text(w->visitor->context, w->text + w->at, until - w->at);
    w->at = until;
}

static void close_until(walk *w, uint32_t byte)
{
    while (w->depth && w->open[w->depth - 1]->span.end.byte <= byte) {
        const bp_mark *m = w->open[--w->depth];
        give_text(w, m->span.end.byte);
        w->visitor->close(w->visitor->context, m);
    }
}

static void walk_marks(walk *w, const bp_mark_list *list, size_t *next, uint32_t end)
{
    for (; *next < list->count && list->items[*next].span.start.byte < end; (*next)++) {
        const bp_mark *m = &list->items[*next];
        close_until(w, m->span.start.byte);
        if (m->span.end.byte > end || m->span.start.byte < w->at) continue; /* by contract there is none */
        give_text(w, m->span.start.byte);
        w->visitor->open(w->visitor->context, m);
        w->open[w->depth++] = m;
    }
    close_until(w, end);
    give_text(w, end);
}

/* Room for the marks of one block. */
static const bp_mark **open_marks(bp_arena *arena, const bp_mark_list *list, size_t next, uint32_t end)
{
    size_t count = 0;
    while (next + count < list->count && list->items[next + count].span.start.byte < end) count++;
    return bp_arena_take(arena, count * sizeof(bp_mark *));
}

bool bp_marks_walk(bp_arena *arena, const bp_mark_list *list, size_t *next, const bp_block *block, const char *text,
                   const bp_mark_visitor *visitor)
{
    walk w = { .visitor = visitor, .text = text, .at = block->span.start.byte };
    w.open = open_marks(arena, list, *next, block->span.end.byte);
    if (!w.open) return false;
    walk_marks(&w, list, next, block->span.end.byte);
    return true;
}

const char *bp_mark_kind(const bp_result *result, const bp_mark *m)
{
    switch (m->family) {
    case BP_MARK_MENTION: return bp_entity_type_name(bp_mention_at(result, m->index)->type);
    case BP_MARK_DATE: return bp_date_type_name(bp_date_at(result, m->index)->type);
    case BP_MARK_QUOTE: return bp_quote_type_name(bp_quote_at(result, m->index)->type);
    case BP_MARK_SPEAKER: return "speaker";
    default: return "cue";
    }
}

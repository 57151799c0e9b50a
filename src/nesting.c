/* Spans of a result nest or are disjoint; they never cross. Every stage finds
 * what it finds; here the weaker of two that cross goes. Strength, from the
 * top: quotations (an editor counts on them whole), house style, dates inside
 * quotations and names by length. A name that ends inside a date has taken a
 * piece of it: "Davison Feb." Inside a name nothing else is marked, and inside
 * a date no name. One sort and one sweep with a stack:
 * n log n. */
#include "findings.h"

#include <stdlib.h>
#include <string.h>

typedef enum kind { KIND_QUOTE, KIND_MENTION, KIND_DATE } kind;

typedef struct item {
    uint32_t start, end; /* bytes */
    uint32_t index;      /* in its list */
    uint8_t kind;
    uint8_t rank; /* a higher rank wins, */
    uint8_t tie;  /* then the longer span, then the higher of these */
    bool holds;   /* names may stand in it: "the UN mission" */
    bool dropped;
} item;

typedef struct item_list {
    item *items;
    uint32_t count;
} item_list;

static int by_place(const void *a, const void *b)
{
    const item *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->end != y->end) return x->end > y->end ? -1 : 1;
    if (x->rank != y->rank) return x->rank > y->rank ? -1 : 1;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

static bool is_quote(const item *i)
{
    return i->kind == KIND_QUOTE;
}

/* Which of two that meet goes? `inner` begins inside `outer`. */
static item *loser(item *outer, item *inner)
{
    const bool crosses = inner->end > outer->end;
    if (!crosses && (is_quote(outer) || (outer->holds && outer->end - outer->start > inner->end - inner->start)))
        return NULL;
    if (!crosses && is_quote(inner)) return inner->start == outer->start && inner->end == outer->end ? outer : NULL;
    if (outer->rank != inner->rank) return outer->rank < inner->rank ? outer : inner;
    if (crosses && outer->kind == KIND_MENTION && inner->kind == KIND_DATE) return outer;
    const uint32_t outer_length = outer->end - outer->start, inner_length = inner->end - inner->start;
    if (outer_length != inner_length) return outer_length > inner_length ? inner : outer;
    return outer->tie >= inner->tie ? inner : outer;
}

/* Sweeps from left to right; `open` holds what has begun and not ended. */
static void sweep(item_list *list, item **open)
{
    uint32_t depth = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        item *now = &list->items[i];
        if (now->start == now->end) now->dropped = true;
        while (depth && open[depth - 1]->end <= now->start) depth--;
        while (depth && !now->dropped) {
            item *gone = loser(open[depth - 1], now);
            if (!gone) break;
            gone->dropped = true;
            if (gone != now) depth--;
        }
        if (!now->dropped) open[depth++] = now;
    }
}

static uint8_t rank_of(const bp_findings *findings, const bp_mention *mention)
{
    return findings->notes.items[mention->entity].house ? 3 : 1;
}

static item_list gather(const bp_findings *findings, bp_arena *scratch)
{
    item_list list = { 0 };
    const size_t count = (size_t)findings->mentions.count + findings->dates.count + findings->quotes.count;
    list.items = bp_arena_take(scratch, count * sizeof *list.items);
    if (!list.items) return list;
    for (uint32_t i = 0; i < findings->quotes.count; i++) {
        const bp_span span = findings->quotes.items[i].span;
        const uint8_t rank = findings->quotes.items[i].type == BP_INDIRECT ? 0 : 4;
        list.items[list.count++] = (item){ span.start.byte, span.end.byte, i, KIND_QUOTE, rank, 0, true, false };
    }
    for (uint32_t i = 0; i < findings->mentions.count; i++) {
        const bp_mention *mention = &findings->mentions.items[i];
        const bp_span span = mention->span;
        const uint8_t tie = mention->type == BP_PERSON ? 2 : 0; /* a May who is a person; a Ramadan is a date */
        list.items[list.count++] = (item){ span.start.byte,
                                           span.end.byte,
                                           i,
                                           KIND_MENTION,
                                           rank_of(findings, mention),
                                           tie,
                                           mention->form >= BP_NOMINAL,
                                           false };
    }
    for (uint32_t i = 0; i < findings->dates.count; i++) {
        const bp_span span = findings->dates.items[i].span;
        list.items[list.count++] = (item){ span.start.byte, span.end.byte, i, KIND_DATE, 1, 1, false, false };
    }
    return list;
}

/* Writes the survivors back in order. */
static void put_back(bp_findings *findings, const item_list *list, const bp_findings *old)
{
    findings->mentions.count = findings->dates.count = findings->quotes.count = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        const item *now = &list->items[i];
        if (now->dropped) continue;
        if (now->kind == KIND_QUOTE) {
            findings->quotes.items[findings->quotes.count++] = old->quotes.items[now->index];
        } else if (now->kind == KIND_DATE) {
            findings->dates.items[findings->dates.count++] = old->dates.items[now->index];
        } else {
            findings->mentions.items[findings->mentions.count++] = old->mentions.items[now->index];
        }
    }
}

static bool copy_lists(bp_findings *old, const bp_findings *findings, bp_arena *scratch)
{
    *old = *findings;
    const size_t mentions = findings->mentions.count * sizeof *old->mentions.items;
    const size_t dates = findings->dates.count * sizeof *old->dates.items;
    const size_t quotes = findings->quotes.count * sizeof *old->quotes.items;
    old->mentions.items = bp_arena_take(scratch, mentions);
    old->dates.items = bp_arena_take(scratch, dates);
    old->quotes.items = bp_arena_take(scratch, quotes);
    if (!old->mentions.items || !old->dates.items || !old->quotes.items) return false;
    if (mentions) memcpy(old->mentions.items, findings->mentions.items, mentions);
    if (dates) memcpy(old->dates.items, findings->dates.items, dates);
    if (quotes) memcpy(old->quotes.items, findings->quotes.items, quotes);
    return true;
}

/* Gives each entity the list of its mentions anew: counted, then dealt out. */
static bool link_mentions(bp_findings *findings)
{
    uint32_t *all = bp_arena_take(findings->arena, findings->mentions.count * sizeof *all);
    if (!all) return false;
    for (uint32_t i = 0; i < findings->entities.count; i++) findings->entities.items[i].mention_count = 0;
    for (uint32_t i = 0; i < findings->mentions.count; i++)
        findings->entities.items[findings->mentions.items[i].entity].mention_count++;
    uint32_t *next = all;
    for (uint32_t i = 0; i < findings->entities.count; i++) {
        bp_entity *entity = &findings->entities.items[i];
        entity->mentions = next;
        next += entity->mention_count;
        entity->mention_count = 0;
    }
    for (uint32_t i = 0; i < findings->mentions.count; i++) {
        bp_entity *entity = &findings->entities.items[findings->mentions.items[i].entity];
        all[(size_t)(entity->mentions - all) + entity->mention_count++] = i;
    }
    return true;
}

static int by_span(const void *a, const void *b)
{
    const bp_mention *x = a, *y = b;
    if (x->span.start.byte != y->span.start.byte) return x->span.start.byte < y->span.start.byte ? -1 : 1;
    if (x->span.end.byte != y->span.end.byte) return x->span.end.byte > y->span.end.byte ? -1 : 1;
    return (int)x->type - (int)y->type;
}

void bp_findings_order(bp_findings *findings)
{
    if (findings->mentions.count)
        qsort(findings->mentions.items, findings->mentions.count, sizeof *findings->mentions.items, by_span);
}

bool bp_findings_nest(bp_findings *findings)
{
    bp_arena scratch;
    bp_findings old;
    bp_arena_init(&scratch, findings->arena->allocator);
    item_list list = gather(findings, &scratch);
    item **open = bp_arena_take(&scratch, list.count * sizeof(item *));
    bool done = list.items && open && copy_lists(&old, findings, &scratch);
    if (done) {
        qsort(list.items, list.count, sizeof *list.items, by_place);
        sweep(&list, open);
        put_back(findings, &list, &old);
    }
    bp_arena_done(&scratch);
    return done;
}

/* ---- selection */

static bool wants(uint32_t mask, unsigned type)
{
    return mask >> type & 1;
}

static void select_mentions(bp_findings *findings, uint32_t mask)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < findings->mentions.count; i++)
        if (wants(mask, findings->mentions.items[i].type))
            findings->mentions.items[kept++] = findings->mentions.items[i];
    findings->mentions.count = kept;
}

/* Drops entities without a mention. Their new indexes go, for the while, into
 * the old entities' mention counts. */
static void drop_entities(bp_findings *findings)
{
    bp_entity *entities = findings->entities.items;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < findings->entities.count; i++) entities[i].mention_count = BP_NONE;
    for (uint32_t i = 0; i < findings->mentions.count; i++)
        entities[findings->mentions.items[i].entity].mention_count = 0;
    for (uint32_t i = 0; i < findings->entities.count; i++)
        if (entities[i].mention_count != BP_NONE) entities[i].mention_count = kept++;
    for (uint32_t i = 0; i < findings->mentions.count; i++)
        findings->mentions.items[i].entity = entities[findings->mentions.items[i].entity].mention_count;
    for (uint32_t i = 0; i < findings->quotes.count; i++) {
        bp_quote *quote = &findings->quotes.items[i];
        if (quote->has_speaker && quote->speaker_entity != BP_NONE)
            quote->speaker_entity = entities[quote->speaker_entity].mention_count;
    }
    for (uint32_t i = 0; i < findings->entities.count; i++)
        if (entities[i].mention_count != BP_NONE) entities[entities[i].mention_count] = entities[i];
    findings->entities.count = kept;
}

bool bp_findings_select(bp_findings *findings, const bp_kinds *kinds)
{
    if (kinds->chosen) {
        select_mentions(findings, kinds->entities);
        uint32_t kept = 0;
        for (uint32_t i = 0; i < findings->dates.count; i++)
            if (wants(kinds->dates, findings->dates.items[i].type))
                findings->dates.items[kept++] = findings->dates.items[i];
        findings->dates.count = kept;
        kept = 0;
        for (uint32_t i = 0; i < findings->quotes.count; i++)
            if (wants(kinds->quotes, findings->quotes.items[i].type))
                findings->quotes.items[kept++] = findings->quotes.items[i];
        findings->quotes.count = kept;
    }
    drop_entities(findings);
    return link_mentions(findings);
}

/* marks.h - the marks of a result in the order in which they are drawn: one
 * inside the other, block by block. A quotation that is split is several marks. */
#ifndef BP_MARKS_H
#define BP_MARKS_H

#include "arena.h"
#include "bluepencil.h"

/* In the order of drawing where two have the same span. */
typedef enum bp_mark_family {
    BP_MARK_QUOTE,
    BP_MARK_SPEAKER,
    BP_MARK_CUE,
    BP_MARK_DATE,
    BP_MARK_MENTION
} bp_mark_family;

typedef struct bp_mark {
    bp_span span;
    bp_mark_family family;
    uint32_t index; /* among the mentions, dates or quotes */
} bp_mark;

typedef struct bp_mark_list {
    bp_mark *items;
    size_t count;
} bp_mark_list;

/* All marks, outermost first; with `parts` also speakers and cues. False: no memory. */
bool bp_marks_of(bp_arena *arena, const bp_result *result, bool parts, bp_mark_list *list);

/* How a walk tells what it meets. `text` gives bytes of the article. */
typedef struct bp_mark_visitor {
    void (*open)(void *context, const bp_mark *m);
    void (*close)(void *context, const bp_mark *m);
    void (*text)(void *context, const char *bytes, size_t length);
    void *context;
} bp_mark_visitor;

/* Walks one block; `next` is the first mark not yet met, and moves on. False: no memory. */
bool bp_marks_walk(bp_arena *arena, const bp_mark_list *list, size_t *next, const bp_block *block, const char *text,
                   const bp_mark_visitor *visitor);

/* The name of the mark's type: "person", "date", "direct". */
const char *bp_mark_kind(const bp_result *result, const bp_mark *m);

#endif

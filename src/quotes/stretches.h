/* stretches.h - the words between a pair of quotation marks. */
#ifndef BP_STRETCHES_H
#define BP_STRETCHES_H

#include "text/document.h"

/* Whether it is a quotation or a title, a nickname, a word as a word is not
 * asked here. */
typedef struct bp_stretch {
    uint32_t first, end; /* tokens, half open, marks included */
    uint32_t words_end;  /* behind the last token inside that is no mark */
    uint32_t block;
    uint32_t outer; /* the stretch that it stands in, of another list; BP_NONE: none */
    bool closed;    /* false: no closing mark; it ends with its paragraph */
    bool goes_on;   /* the next stretch, opened in the next paragraph, continues it */
    bool single;    /* between single marks: ' or U+2018 */
} bp_stretch;

typedef BP_LIST(bp_stretch) bp_stretch_list;

/* Finds the outermost stretches of all blocks that are read, in order. False: no
 * memory. Linear. */
bool bp_find_stretches(const bp_document *document, bp_stretch_list *stretches);
/* Finds those that stand right inside `outer`'s stretch at `index`, closed ones
 * only, and appends them. False: no memory. */
bool bp_find_inner_stretches(const bp_document *document, const bp_stretch_list *outer, uint32_t index,
                             bp_stretch_list *stretches);

#endif

/* stretches.h - the words between a pair of quotation marks. */
#ifndef BP_STRETCHES_H
#define BP_STRETCHES_H

#include "text/document.h"

/* Whether it is a quotation or a title, a nickname, a word as a word is not
 * asked here. Only outermost marks count: what they hold is one stretch. */
typedef struct bp_stretch {
    uint32_t first, end; /* tokens, half open, marks included */
    uint32_t words_end;  /* behind the last token inside that is no mark */
    uint32_t block;
    bool closed;  /* false: no closing mark; it ends with its paragraph */
    bool goes_on; /* the next stretch, opened in the next paragraph, continues it */
    bool single;  /* between single marks: ' or U+2018 */
} bp_stretch;

typedef BP_LIST(bp_stretch) bp_stretch_list;

/* Finds the stretches of all blocks that are read, in order. False: no memory.
 * Linear. */
bool bp_find_stretches(const bp_document *document, bp_stretch_list *stretches);

#endif

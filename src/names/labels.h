/* labels.h - what the tagger can say of a token: outside, or the beginning or
 * the inside of a name of one of eight types. */
#ifndef BP_LABELS_H
#define BP_LABELS_H

#include "bluepencil.h"

enum { BP_NAME_TYPES = BP_LAW + 1, BP_OUTSIDE = 0, BP_LABELS = 1 + 2 * BP_NAME_TYPES };

static inline int bp_label_begin(bp_entity_type type)
{
    return 1 + 2 * (int)type;
}
static inline int bp_label_inside(bp_entity_type type)
{
    return 2 + 2 * (int)type;
}
static inline bool bp_label_is_inside(int label)
{
    return label > 0 && label % 2 == 0;
}
static inline bp_entity_type bp_label_type(int label)
{
    return (bp_entity_type)((label - 1) / 2);
}

/* May `next` follow `label`? An inside goes on with its own type only; nothing
 * stands before a sentence, so its first label follows BP_OUTSIDE. */
static inline bool bp_label_follows(int label, int next)
{
    if (!bp_label_is_inside(next)) return true;
    return label != BP_OUTSIDE && bp_label_type(label) == bp_label_type(next);
}

#endif

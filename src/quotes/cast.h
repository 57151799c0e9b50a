/* cast.h - who writes the article, and whom it is about. */
#ifndef BP_CAST_H
#define BP_CAST_H

#include "quotes/narration.h"

typedef struct bp_cast {
    uint32_t author;      /* an entity: "I", and who asks in an interview; BP_NONE: not known */
    uint32_t protagonist; /* an entity: the person named most often, the author aside; BP_NONE: nobody */
    uint32_t unit;        /* where the narration names the protagonist first; BP_NONE: nowhere */
} bp_cast;

/* False: no memory. Linear. */
bool bp_find_cast(const bp_narration *narration, bp_cast *cast);

#endif

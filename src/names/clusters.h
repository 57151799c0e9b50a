/* clusters.h - word clusters: what the tagger knows of words it was not trained on. */
#ifndef BP_CLUSTERS_H
#define BP_CLUSTERS_H

#include "text/packed.h"

extern const bp_packed bp_cluster_words;         /* by bp_hash_bytes of the lower-cased word */
extern const uint16_t *const bp_cluster_numbers; /* 1 to 1024, by index; (n - 1) / 4 and / 16 are the coarser ones */
extern const uint16_t *const bp_cluster_kinds;   /* 1 to 1024, by index: by what the words' vectors say of names */

#endif

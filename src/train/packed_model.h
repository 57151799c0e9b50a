/* packed_model.h - the weights as they are shipped: in bytes. */
#ifndef TRAIN_PACKED_MODEL_H
#define TRAIN_PACKED_MODEL_H

#include "names/model.h"
#include "perceptron.h"

/* Like bp_model, but its own. */
typedef struct train_packed {
    uint32_t buckets;
    int8_t *weights; /* buckets x BP_LABELS */
    bp_transitions transitions;
    int32_t margin_step;
    uint8_t confidences[BP_CONFIDENCES];
} train_packed;

/* Rounds the weights to bytes. */
void train_pack(const train_model *model, train_packed *packed);

/* Labels a text, with margins if they are asked for (a place for each token). */
void train_tag(const train_packed *model, const train_text *text, uint8_t *labels, int32_t *margins);

/* Fills the table of confidences from texts that the model was not trained on. */
void train_calibrate(train_packed *model, const train_corpus *held_out);

/* Writes the file that src/english/pack_weights.c reads. */
void train_write(const train_packed *model, const char *path);

#endif

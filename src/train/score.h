#ifndef TRAIN_SCORE_H
#define TRAIN_SCORE_H

#include "packed_model.h"

/* Tags a corpus and prints precision, recall and F1 over the types that it
 * marks (exact span and type). */
void train_score(const train_packed *model, const train_corpus *corpus, const char *name, uint32_t types);

/* Prints, for what the model says with each confidence, how much of it is right. */
void train_print_calibration(const train_packed *model, const train_corpus *corpus);

#endif

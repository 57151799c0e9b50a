/* The tagger: a linear model over hashed features, decoded exactly.
 *
 * Weights are bytes, scores are integers, so every machine computes the same. A
 * name's score comes from its margin: how much the best labelling of the
 * sentence loses when a token of the name, or the one behind it, must have
 * another label (max-marginals); a table made in training says how often a
 * margin of that size is right. */
#include "tagger.h"

#include "features.h"
#include "model.h"
#include "viterbi.h"

typedef struct tagger {
    const bp_document *document;
    bp_arena *arena;
    bp_feature_source source;
    bp_transitions transitions;
    uint32_t room; /* tokens that the arrays below hold */
    int32_t *emissions, *margins;
    uint8_t *back, *labels;
    int64_t *scores; /* scratch of the margins */
} tagger;

static void add_row(int32_t *sums, const int8_t *row)
{
    for (int label = 0; label < BP_LABELS; label++) sums[label] += bp_weight(row[label]);
}

static void score_token(const tagger *t, uint32_t token, int32_t *sums)
{
    uint32_t features[BP_MOST_FEATURES];
    const bp_model *model = &bp_names_model;
    const uint32_t count = bp_features_of(&t->source, token, features);
    for (int label = 0; label < BP_LABELS; label++) sums[label] = 0;
    for (uint32_t i = 0; i < count; i++)
        add_row(sums, model->weights + (size_t)(features[i] & (model->buckets - 1)) * BP_LABELS);
}

static bool make_room(tagger *t, uint32_t count)
{
    if (count <= t->room) return true;
    t->emissions = bp_arena_take(t->arena, count * BP_LABELS * sizeof *t->emissions);
    t->margins = bp_arena_take(t->arena, count * sizeof *t->margins);
    t->back = bp_arena_take(t->arena, count * BP_LABELS);
    t->labels = bp_arena_take(t->arena, count);
    t->scores = bp_arena_take(t->arena, count * BP_LABELS * sizeof *t->scores);
    t->room = count;
    return t->emissions && t->margins && t->back && t->labels && t->scores;
}

static float confidence(int32_t margin)
{
    const int32_t step = margin / bp_names_model.margin_step;
    return (float)bp_names_model.confidences[step < BP_CONFIDENCES ? step : BP_CONFIDENCES - 1] / 100.0f;
}

static bool add_names(tagger *t, const bp_sentence *sentence, bp_tagged_list *found)
{
    const uint32_t count = sentence->end - sentence->first;
    for (uint32_t i = 0; i < count;) {
        const int label = t->labels[i];
        uint32_t end = i + 1;
        if (label != BP_OUTSIDE) {
            int32_t margin = t->margins[i];
            for (; end < count && t->labels[end] == label + 1; end++)
                if (t->margins[end] < margin) margin = t->margins[end];
            if (end < count && t->margins[end] < margin) margin = t->margins[end];
            bp_tagged *name = bp_push(t->arena, found);
            if (!name) return false;
            *name = (bp_tagged){ sentence->first + i, sentence->first + end, bp_label_type(label), confidence(margin) };
        }
        i = end;
    }
    return true;
}

/* Most sentences of an archive hold a capital; a sentence without one holds no name. */
static bool can_hold_name(const bp_document *document, const bp_sentence *sentence)
{
    for (uint32_t i = sentence->first; i < sentence->end; i++)
        if (document->tokens.items[i].flags & (BP_CAPITALIZED | BP_INNER_CAPITAL)) return true;
    return false;
}

static bool tag_sentence(tagger *t, const bp_sentence *sentence, bp_tagged_list *found)
{
    const uint32_t count = sentence->end - sentence->first;
    if (!can_hold_name(t->document, sentence)) return true;
    if (!make_room(t, count)) return false;
    for (uint32_t i = 0; i < count; i++) score_token(t, sentence->first + i, t->emissions + (size_t)i * BP_LABELS);
    bp_viterbi(t->emissions, count, &t->transitions, NULL, t->back, t->labels);
    bp_margins(t->emissions, count, &t->transitions, t->labels, t->scores, t->margins);
    return add_names(t, sentence, found);
}

bool bp_find_tagged(const bp_document *document, bp_arena *arena, bp_tagged_list *found)
{
    tagger t = { .document = document, .arena = arena };
    for (int from = 0; from <= BP_LABELS; from++)
        for (int to = 0; to < BP_LABELS; to++)
            t.transitions.from[from][to] = bp_names_model.transitions[from * BP_LABELS + to];
    if (!bp_features_prepare(&t.source, document, arena)) return false;
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        const bp_sentence *sentence = &document->sentences.items[i];
        if (bp_block_is_read(document, sentence->block) && !tag_sentence(&t, sentence, found)) return false;
    }
    return true;
}

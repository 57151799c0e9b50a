#include "viterbi.h"

#include <string.h>

#define IMPOSSIBLE (INT64_MIN / 4)

/* For each label, those that may stand before it: an inside has two, others all. */
static int64_t best_before(const int64_t *scores, const bp_transitions *transitions, int label, uint8_t *from)
{
    int64_t best = IMPOSSIBLE;
    int first = 0, last = BP_LABELS - 1;
    if (bp_label_is_inside(label)) first = label - 1, last = label;
    for (int before = first; before <= last; before++) {
        const int64_t score = scores[before] + transitions->from[before][label];
        if (score > best) best = score, *from = (uint8_t)before;
    }
    return best;
}

static bool may_be(const uint32_t *allowed, uint32_t token, int label)
{
    return !allowed || (allowed[token] >> label & 1);
}

static void begin(const int32_t *emissions, const bp_transitions *transitions, const uint32_t *allowed, int64_t *scores)
{
    for (int label = 0; label < BP_LABELS; label++) {
        const bool possible = !bp_label_is_inside(label) && may_be(allowed, 0, label);
        scores[label] = possible ? emissions[label] + transitions->from[BP_LABELS][label] : IMPOSSIBLE;
    }
}

int64_t bp_viterbi(const int32_t *emissions, uint32_t count, const bp_transitions *transitions, const uint32_t *allowed,
                   uint8_t *back, uint8_t *labels)
{
    int64_t scores[BP_LABELS], next[BP_LABELS];
    if (count == 0) return 0;
    begin(emissions, transitions, allowed, scores);
    for (uint32_t i = 1; i < count; i++) {
        for (int label = 0; label < BP_LABELS; label++) {
            uint8_t *from = &back[i * BP_LABELS + (uint32_t)label];
            *from = 0;
            next[label] = best_before(scores, transitions, label, from) + emissions[i * BP_LABELS + (uint32_t)label];
            if (!may_be(allowed, i, label) || next[label] < IMPOSSIBLE / 2) next[label] = IMPOSSIBLE;
        }
        memcpy(scores, next, sizeof scores);
    }
    int best = 0;
    for (int label = 1; label < BP_LABELS; label++)
        if (scores[label] > scores[best]) best = label;
    labels[count - 1] = (uint8_t)best;
    for (uint32_t i = count - 1; i > 0; i--) labels[i - 1] = back[i * BP_LABELS + labels[i]];
    return scores[best];
}

/* The best score of a labelling up to each token and label. */
static void go_forward(const int32_t *emissions, uint32_t count, const bp_transitions *transitions, int64_t *scores)
{
    uint8_t from;
    begin(emissions, transitions, NULL, scores);
    for (uint32_t i = 1; i < count; i++) {
        int64_t *now = scores + (size_t)i * BP_LABELS;
        for (int label = 0; label < BP_LABELS; label++) {
            now[label] =
                best_before(now - BP_LABELS, transitions, label, &from) + emissions[i * BP_LABELS + (uint32_t)label];
            if (now[label] < IMPOSSIBLE / 2) now[label] = IMPOSSIBLE;
        }
    }
}

/* The best that can still come behind `label`, given the same of the next token. */
static int64_t best_after(const int64_t *next, const int32_t *emissions, const bp_transitions *transitions, int label)
{
    int64_t best = IMPOSSIBLE;
    for (int after = 0; after < BP_LABELS; after++) {
        if (!bp_label_follows(label, after)) continue;
        const int64_t score = next[after] + emissions[after] + transitions->from[label][after];
        if (score > best) best = score;
    }
    return best;
}

static int32_t margin_of(const int64_t *forward, const int64_t *backward, int label)
{
    int64_t other = IMPOSSIBLE;
    for (int i = 0; i < BP_LABELS; i++)
        if (i != label && forward[i] + backward[i] > other) other = forward[i] + backward[i];
    const int64_t margin = forward[label] + backward[label] - other;
    return margin > INT32_MAX ? INT32_MAX : margin < 0 ? 0 : (int32_t)margin;
}

void bp_margins(const int32_t *emissions, uint32_t count, const bp_transitions *transitions, const uint8_t *labels,
                int64_t *scores, int32_t *margins)
{
    int64_t backward[BP_LABELS] = { 0 }, before[BP_LABELS];
    if (count == 0) return;
    go_forward(emissions, count, transitions, scores);
    for (uint32_t i = count; i-- > 0;) {
        margins[i] = margin_of(scores + (size_t)i * BP_LABELS, backward, labels[i]);
        if (i == 0) break;
        for (int label = 0; label < BP_LABELS; label++)
            before[label] = best_after(backward, emissions + (size_t)i * BP_LABELS, transitions, label);
        memcpy(backward, before, sizeof backward);
    }
}

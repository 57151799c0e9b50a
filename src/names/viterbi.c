/* Exact decoding. Half of the labels are insides, which two labels can precede;
 * the others follow any label. Scores are 32 bits wide: a sentence has at most
 * some hundred tokens, a token's score fits 16 bits. */
#include "viterbi.h"

#include <string.h>

#define IMPOSSIBLE (INT32_MIN / 4)

static bool may_be(const bp_lattice *l, uint32_t token, int label)
{
    return !l->allowed || (l->allowed[token] >> label & 1);
}

/* The best score before `label`, and the label that it comes from. */
static int32_t best_before(const int32_t *scores, const bp_transitions *transitions, int label, uint8_t *from)
{
    int32_t best = IMPOSSIBLE;
    int first = 0, last = BP_LABELS - 1;
    if (bp_label_is_inside(label)) first = label - 1, last = label;
    for (int before = first; before <= last; before++) {
        const int32_t score = scores[before] + transitions->from[before][label];
        if (score > best) best = score, *from = (uint8_t)before;
    }
    return best;
}

/* Scores of the first token's labels. */
static void begin(const bp_lattice *l, int32_t *scores)
{
    for (int label = 0; label < BP_LABELS; label++) {
        const bool possible = !bp_label_is_inside(label) && may_be(l, 0, label);
        scores[label] = possible ? l->emissions[label] + l->transitions->from[l->before][label] : IMPOSSIBLE;
    }
}

/* Scores of token `i` from those of the one before it. */
static void go_on(const bp_lattice *l, uint32_t i, const int32_t *scores, int32_t *next, uint8_t *back)
{
    for (int label = 0; label < BP_LABELS; label++) {
        back[label] = 0;
        const int32_t score =
            best_before(scores, l->transitions, label, &back[label]) + l->emissions[i * BP_LABELS + (uint32_t)label];
        next[label] = may_be(l, i, label) && score > IMPOSSIBLE / 2 ? score : IMPOSSIBLE;
    }
}

/* What the labels of the last token lose by what follows. */
static void end(const bp_lattice *l, int32_t *scores)
{
    for (int label = 0; label < BP_LABELS && l->outside_after; label++)
        scores[label] += l->transitions->from[label][BP_OUTSIDE];
}

static int best_of(const int32_t *scores)
{
    int best = 0;
    for (int label = 1; label < BP_LABELS; label++)
        if (scores[label] > scores[best]) best = label;
    return best;
}

void bp_viterbi(const bp_lattice *l, int32_t *scores, uint8_t *back, uint8_t *labels)
{
    int32_t last[BP_LABELS];
    if (l->count == 0) return;
    begin(l, scores);
    for (uint32_t i = 1; i < l->count; i++, scores += BP_LABELS)
        go_on(l, i, scores, scores + BP_LABELS, back + (size_t)i * BP_LABELS);
    memcpy(last, scores, sizeof last);
    end(l, last);
    labels[l->count - 1] = (uint8_t)best_of(last);
    for (uint32_t i = l->count - 1; i > 0; i--) labels[i - 1] = back[(size_t)i * BP_LABELS + labels[i]];
}

/* The best that can still come behind each label, from the same of the next token. */
static void go_back(const bp_lattice *l, uint32_t i, const int32_t *after, int32_t *before)
{
    int32_t next[BP_LABELS];
    for (int label = 0; label < BP_LABELS; label++)
        next[label] = after[label] + l->emissions[i * BP_LABELS + (uint32_t)label];
    for (int label = 0; label < BP_LABELS; label++) {
        const int32_t *transitions = l->transitions->from[label];
        int32_t best = next[BP_OUTSIDE] + transitions[BP_OUTSIDE];
        for (int begins = 1; begins < BP_LABELS; begins += 2)
            if (next[begins] + transitions[begins] > best) best = next[begins] + transitions[begins];
        if (label != BP_OUTSIDE) {
            const int inside = bp_label_inside(bp_label_type(label));
            if (next[inside] + transitions[inside] > best) best = next[inside] + transitions[inside];
        }
        before[label] = best;
    }
}

static int32_t margin_of(const int32_t *forward, const int32_t *backward, int label)
{
    int32_t other = IMPOSSIBLE;
    for (int i = 0; i < BP_LABELS; i++)
        if (i != label && forward[i] + backward[i] > other) other = forward[i] + backward[i];
    const int32_t margin = forward[label] + backward[label] - other;
    return margin < 0 ? 0 : margin;
}

void bp_margins(const bp_lattice *l, const int32_t *scores, const uint8_t *labels, int32_t *margins)
{
    int32_t after[BP_LABELS] = { 0 }, before[BP_LABELS];
    end(l, after);
    for (uint32_t i = l->count; i-- > 0;) {
        margins[i] = margin_of(scores + (size_t)i * BP_LABELS, after, labels[i]);
        if (i == 0) break;
        go_back(l, i, after, before);
        memcpy(after, before, sizeof after);
    }
}

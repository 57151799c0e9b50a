/* The averaged structured perceptron. The average is kept by the trick of Daumé
 * (2006): beside each weight the sum of its changes times the time of change. */
#include "perceptron.h"

#include <stdlib.h>
#include <string.h>

enum { FIXED = 1024 }; /* scores are decoded as integers, as the engine does */

/* Features of the token's own word: its bytes, the word, the word with each neighbour. */
static const uint32_t own_word[] = { 0, 3, 11, 12 };

enum { COUNTER_BITS = 26 };

typedef struct learner {
    const train_settings *settings;
    uint8_t *counts; /* of features in the corpus, by a hash of 26 bits; at most 255 */
    train_model *model;
    float *changes; /* of weights, times the time */
    float transition_changes[BP_LABELS + 1][BP_LABELS];
    float now; /* sentences seen */
    train_random random;
    int32_t *emissions, *scores; /* of the longest sentence */
    uint8_t *back, *guess, *gold;
    uint32_t *kept;   /* buckets of the features kept in this visit */
    uint32_t *starts; /* tokens + 1 */
} learner;

static uint32_t bucket_of(const train_model *model, uint32_t hash)
{
    return hash & (model->buckets - 1);
}

static void score_token(const train_model *model, const uint32_t *buckets, uint32_t count, int32_t *out)
{
    float sums[BP_LABELS] = { 0 };
    for (uint32_t i = 0; i < count; i++) {
        const float *row = model->weights + (size_t)buckets[i] * BP_LABELS;
        for (int label = 0; label < BP_LABELS; label++) sums[label] += row[label];
    }
    for (int label = 0; label < BP_LABELS; label++) out[label] = (int32_t)(sums[label] * FIXED);
}

static void fix_transitions(const train_model *model, bp_transitions *out)
{
    for (int from = 0; from <= BP_LABELS; from++)
        for (int to = 0; to < BP_LABELS; to++) out->from[from][to] = (int32_t)(model->transitions[from][to] * FIXED);
}

static uint8_t *count_of(const learner *l, uint32_t feature)
{
    return &l->counts[(feature * 0x9E3779B1u) >> (32 - COUNTER_BITS)];
}

/* A feature met a few times teaches nothing but noise to the bucket that it shares. */
static void count_features(learner *l, const train_corpus *corpus)
{
    l->counts = train_take((size_t)1 << COUNTER_BITS);
    for (uint32_t i = 0; i < corpus->count; i++) {
        const train_text *text = corpus->items[i];
        for (uint32_t f = 0; f < text->starts[text->document.tokens.count]; f++) {
            uint8_t *count = count_of(l, text->features[f]);
            if (*count < 255) ++*count;
        }
    }
}

static bool is_own_word(uint32_t index)
{
    for (size_t i = 0; i < sizeof own_word / sizeof *own_word; i++)
        if (own_word[i] == index) return true;
    return false;
}

static bool chance(learner *l, double probability)
{
    return (double)(train_next(&l->random) >> 40) < probability * (double)(1 << 24);
}

/* Chooses the features of this visit. */
static void keep_features(learner *l, const train_text *text, const bp_sentence *sentence)
{
    uint32_t count = 0;
    for (uint32_t i = sentence->first; i < sentence->end; i++) {
        const bool nameless = chance(l, l->settings->nameless);
        l->starts[i - sentence->first] = count;
        for (uint32_t f = text->starts[i]; f < text->starts[i + 1]; f++) {
            if (nameless && is_own_word(f - text->starts[i])) continue;
            if (*count_of(l, text->features[f]) < l->settings->least) continue;
            if (chance(l, l->settings->dropout)) continue;
            l->kept[count++] = bucket_of(l->model, text->features[f]);
        }
    }
    l->starts[sentence->end - sentence->first] = count;
}

static void change(learner *l, uint32_t token, int label, float by)
{
    for (uint32_t f = l->starts[token]; f < l->starts[token + 1]; f++) {
        const size_t at = (size_t)l->kept[f] * BP_LABELS + (uint32_t)label;
        l->model->weights[at] += by;
        l->changes[at] += by * l->now;
    }
}

static void change_transition(learner *l, int from, int to, float by)
{
    l->model->transitions[from][to] += by;
    l->transition_changes[from][to] += by * l->now;
}

static void update(learner *l, uint32_t count, float rate)
{
    for (uint32_t i = 0; i < count; i++) {
        if (l->gold[i] != l->guess[i]) {
            change(l, i, l->gold[i], rate);
            change(l, i, l->guess[i], -rate);
        }
        const int gold_before = i ? l->gold[i - 1] : BP_LABELS, guess_before = i ? l->guess[i - 1] : BP_LABELS;
        if (l->gold[i] == l->guess[i] && gold_before == guess_before) continue;
        change_transition(l, gold_before, l->gold[i], rate);
        change_transition(l, guess_before, l->guess[i], -rate);
    }
}

static bool agrees(const uint8_t *labels, const uint32_t *allowed, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!(allowed[i] >> labels[i] & 1)) return false;
    return true;
}

static void visit(learner *l, const train_text *text, const bp_sentence *sentence)
{
    const uint32_t count = sentence->end - sentence->first;
    const uint32_t *allowed = text->allowed + sentence->first;
    const int32_t margin = (int32_t)(l->settings->margin * FIXED);
    bp_transitions transitions;
    l->now++;
    keep_features(l, text, sentence);
    fix_transitions(l->model, &transitions);
    for (uint32_t i = 0; i < count; i++)
        score_token(l->model, l->kept + l->starts[i], l->starts[i + 1] - l->starts[i], l->emissions + i * BP_LABELS);
    bp_lattice lattice = { l->emissions, count, &transitions, allowed, BP_LABELS, false };
    bp_viterbi(&lattice, l->scores, l->back, l->gold);
    for (uint32_t i = 0; margin && i < count; i++)
        for (int label = 0; label < BP_LABELS; label++)
            if (label != l->gold[i] && !(allowed[i] >> label & 1))
                l->emissions[i * BP_LABELS + (uint32_t)label] += margin;
    lattice.allowed = NULL;
    bp_viterbi(&lattice, l->scores, l->back, l->guess);
    if (!agrees(l->guess, allowed, count)) update(l, count, text->rate);
}

/* Every sentence of the corpus, in an order drawn anew for each epoch. */
typedef struct place {
    uint32_t text, sentence;
} place;

static place *list_sentences(const train_corpus *corpus, uint32_t *count)
{
    *count = 0;
    for (uint32_t i = 0; i < corpus->count; i++) *count += corpus->items[i]->document.sentences.count;
    place *places = train_take(*count * sizeof *places);
    uint32_t at = 0;
    for (uint32_t i = 0; i < corpus->count; i++)
        for (uint32_t s = 0; s < corpus->items[i]->document.sentences.count; s++) places[at++] = (place){ i, s };
    return places;
}

static void shuffle(learner *l, place *places, uint32_t count)
{
    for (uint32_t i = count; i > 1; i--) {
        const uint32_t other = train_below(&l->random, i);
        const place saved = places[i - 1];
        places[i - 1] = places[other];
        places[other] = saved;
    }
}

static uint32_t longest_sentence(const train_corpus *corpus)
{
    uint32_t longest = 1;
    for (uint32_t i = 0; i < corpus->count; i++)
        for (uint32_t s = 0; s < corpus->items[i]->document.sentences.count; s++) {
            const bp_sentence *sentence = &corpus->items[i]->document.sentences.items[s];
            if (sentence->end - sentence->first > longest) longest = sentence->end - sentence->first;
        }
    return longest;
}

/* One run over all epochs; adds the averaged weights, times `share`, to `sum`. */
static void run(learner *l, const train_corpus *corpus, double share, train_model *sum)
{
    const size_t size = (size_t)l->model->buckets * BP_LABELS;
    uint32_t count;
    place *places = list_sentences(corpus, &count);
    memset(l->model->weights, 0, size * sizeof *l->model->weights);
    memset(l->model->transitions, 0, sizeof l->model->transitions);
    memset(l->changes, 0, size * sizeof *l->changes);
    memset(l->transition_changes, 0, sizeof l->transition_changes);
    l->now = 0;
    for (uint32_t epoch = 0; epoch < l->settings->epochs; epoch++) {
        shuffle(l, places, count);
        for (uint32_t i = 0; i < count; i++) {
            const train_text *text = corpus->items[places[i].text];
            visit(l, text, &text->document.sentences.items[places[i].sentence]);
        }
    }
    const float scale = (float)share, time = l->now + 1;
    for (size_t i = 0; i < size; i++) sum->weights[i] += scale * (l->model->weights[i] - l->changes[i] / time);
    for (int from = 0; from <= BP_LABELS; from++)
        for (int to = 0; to < BP_LABELS; to++)
            sum->transitions[from][to] +=
                scale * (l->model->transitions[from][to] - l->transition_changes[from][to] / time);
    free(places);
}

void train_learn(const train_corpus *corpus, const train_settings *settings, train_model *model)
{
    const uint32_t longest = longest_sentence(corpus), buckets = 1u << settings->bits;
    const size_t size = (size_t)buckets * BP_LABELS;
    train_model working = { .buckets = buckets, .weights = train_take(size * sizeof(float)) };
    learner l = { .settings = settings, .model = &working, .random = { settings->seed } };
    count_features(&l, corpus);
    l.changes = train_take(size * sizeof *l.changes);
    l.emissions = train_take((size_t)longest * BP_LABELS * sizeof *l.emissions);
    l.back = train_take((size_t)longest * BP_LABELS);
    l.scores = train_take((size_t)longest * BP_LABELS * sizeof *l.scores);
    l.guess = train_take(longest);
    l.gold = train_take(longest);
    l.kept = train_take((size_t)longest * TRAIN_MOST_FEATURES * sizeof *l.kept);
    l.starts = train_take((longest + 1) * sizeof *l.starts);
    *model = (train_model){ .buckets = buckets, .weights = train_take(size * sizeof(float)) };
    for (uint32_t i = 0; i < settings->shuffles; i++) run(&l, corpus, 1.0 / settings->shuffles, model);
    free(working.weights);
    free(l.counts);
    free(l.changes);
    free(l.emissions);
    free(l.back);
    free(l.scores);
    free(l.guess);
    free(l.gold);
    free(l.kept);
    free(l.starts);
}

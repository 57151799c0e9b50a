/* The decoder against every labelling there is, on small random sentences. */
#include "names/viterbi.h"

#include "test.h"

enum { MOST_TOKENS = 4 };

static uint32_t state = 12345;

static int32_t random_score(void)
{
    state = state * 1664525u + 1013904223u;
    return (int32_t)(state >> 16) % 2001 - 1000;
}

static bp_transitions transitions;
static int32_t emissions[MOST_TOKENS * BP_LABELS];

static void make_sentence(uint32_t count)
{
    for (int from = 0; from <= BP_LABELS; from++)
        for (int to = 0; to < BP_LABELS; to++) transitions.from[from][to] = random_score();
    for (uint32_t i = 0; i < count * BP_LABELS; i++) emissions[i] = random_score();
}

/* What brute force finds: the best score of all, and with each label at each token. */
typedef struct answer {
    int64_t best, with[MOST_TOKENS][BP_LABELS];
} answer;

static void try_labels(uint32_t count, const uint32_t *allowed, const int *labels, answer *a)
{
    int64_t score = 0;
    for (uint32_t i = 0; i < count; i++) {
        const int before = i ? labels[i - 1] : BP_LABELS;
        if (!bp_label_follows(i ? labels[i - 1] : BP_OUTSIDE, labels[i])) return;
        if (allowed && !(allowed[i] >> labels[i] & 1)) return;
        score += transitions.from[before][labels[i]] + emissions[i * BP_LABELS + (uint32_t)labels[i]];
    }
    if (score > a->best) a->best = score;
    for (uint32_t i = 0; i < count; i++)
        if (score > a->with[i][labels[i]]) a->with[i][labels[i]] = score;
}

static answer try_all(uint32_t count, const uint32_t *allowed)
{
    int labels[MOST_TOKENS] = { 0 };
    answer a;
    a.best = INT64_MIN / 4;
    for (int i = 0; i < MOST_TOKENS; i++)
        for (int label = 0; label < BP_LABELS; label++) a.with[i][label] = INT64_MIN / 4;
    for (bool more = true; more;) {
        try_labels(count, allowed, labels, &a);
        more = false;
        for (uint32_t i = 0; i < count && !more; i++) {
            labels[i] = (labels[i] + 1) % BP_LABELS;
            more = labels[i] != 0;
        }
    }
    return a;
}

static void check_sentence(uint32_t count, const uint32_t *allowed)
{
    uint8_t back[MOST_TOKENS * BP_LABELS], found[MOST_TOKENS];
    int64_t scores[MOST_TOKENS * BP_LABELS];
    int32_t margins[MOST_TOKENS];
    int labels[MOST_TOKENS];
    answer own = { .best = INT64_MIN / 4 };
    make_sentence(count);
    const answer a = try_all(count, allowed);
    EQUAL_INT(bp_viterbi(emissions, count, &transitions, allowed, back, found), a.best);
    for (uint32_t i = 0; i < count; i++) labels[i] = found[i];
    try_labels(count, allowed, labels, &own);
    EQUAL_INT(own.best, a.best); /* the labels that it gives have the score that it gives */
    if (allowed) return;
    bp_margins(emissions, count, &transitions, found, scores, margins);
    for (uint32_t i = 0; i < count; i++) {
        int64_t other = INT64_MIN / 4;
        for (int label = 0; label < BP_LABELS; label++)
            if (label != found[i] && a.with[i][label] > other) other = a.with[i][label];
        EQUAL_INT(margins[i], a.best - other);
    }
}

static void equals_brute_force(void)
{
    for (int round = 0; round < 200; round++) check_sentence(1 + (uint32_t)round % 3, NULL);
    for (int round = 0; round < 4; round++) check_sentence(4, NULL);
}

static void keeps_to_what_is_allowed(void)
{
    for (int round = 0; round < 100; round++) {
        uint32_t allowed[MOST_TOKENS];
        for (int i = 0; i < MOST_TOKENS; i++) allowed[i] = 1u | (uint32_t)random_score();
        check_sentence(1 + (uint32_t)round % 3, allowed);
    }
}

static void takes_no_tokens(void)
{
    EQUAL_INT(bp_viterbi(NULL, 0, &transitions, NULL, NULL, NULL), 0);
    bp_margins(NULL, 0, &transitions, NULL, NULL, NULL);
}

static void knows_labels(void)
{
    for (int type = BP_PERSON; type < BP_NAME_TYPES; type++) {
        const int begin = bp_label_begin((bp_entity_type)type), inside = bp_label_inside((bp_entity_type)type);
        EQUAL_INT(bp_label_type(begin), type);
        EQUAL_INT(bp_label_type(inside), type);
        CHECK(!bp_label_is_inside(begin) && bp_label_is_inside(inside));
        CHECK(bp_label_follows(begin, inside) && bp_label_follows(inside, inside) && bp_label_follows(inside, begin));
        CHECK(!bp_label_follows(BP_OUTSIDE, inside) && bp_label_follows(BP_OUTSIDE, begin));
        CHECK(!bp_label_follows(bp_label_begin((bp_entity_type)((type + 1) % BP_NAME_TYPES)), inside));
    }
}

int main(void)
{
    TEST("the best labelling and its margins are those of brute force", equals_brute_force);
    TEST("what is not allowed is not chosen", keeps_to_what_is_allowed);
    TEST("a sentence without tokens", takes_no_tokens);
    TEST("which label may follow which", knows_labels);
    return test_done();
}

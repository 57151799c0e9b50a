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

static void try_labels(const bp_lattice *l, const int *labels, answer *a)
{
    int64_t score = l->outside_after ? transitions.from[labels[l->count - 1]][BP_OUTSIDE] : 0;
    for (uint32_t i = 0; i < l->count; i++) {
        if (!bp_label_follows(i ? labels[i - 1] : BP_OUTSIDE, labels[i])) return;
        if (l->allowed && !(l->allowed[i] >> labels[i] & 1)) return;
        score += transitions.from[i ? labels[i - 1] : l->before][labels[i]];
        score += emissions[i * BP_LABELS + (uint32_t)labels[i]];
    }
    if (score > a->best) a->best = score;
    for (uint32_t i = 0; i < l->count; i++)
        if (score > a->with[i][labels[i]]) a->with[i][labels[i]] = score;
}

static answer nothing_yet(void)
{
    answer a;
    a.best = INT64_MIN / 4;
    for (int i = 0; i < MOST_TOKENS; i++)
        for (int label = 0; label < BP_LABELS; label++) a.with[i][label] = INT64_MIN / 4;
    return a;
}

static answer try_all(const bp_lattice *l)
{
    int labels[MOST_TOKENS] = { 0 };
    answer a = nothing_yet();
    for (bool more = true; more;) {
        try_labels(l, labels, &a);
        more = false;
        for (uint32_t i = 0; i < l->count && !more; i++) {
            labels[i] = (labels[i] + 1) % BP_LABELS;
            more = labels[i] != 0;
        }
    }
    return a;
}

static void check_margins(const bp_lattice *l, const int32_t *scores, const uint8_t *found, const answer *a)
{
    int32_t margins[MOST_TOKENS];
    bp_margins(l, scores, found, margins);
    for (uint32_t i = 0; i < l->count; i++) {
        int64_t other = INT64_MIN / 4;
        for (int label = 0; label < BP_LABELS; label++)
            if (label != found[i] && a->with[i][label] > other) other = a->with[i][label];
        EQUAL_INT(margins[i], a->best - other);
    }
}

static void check_lattice(const bp_lattice *l)
{
    int32_t scores[MOST_TOKENS * BP_LABELS];
    uint8_t back[MOST_TOKENS * BP_LABELS], found[MOST_TOKENS];
    int labels[MOST_TOKENS];
    answer own = nothing_yet();
    make_sentence(l->count);
    const answer a = try_all(l);
    bp_viterbi(l, scores, back, found);
    for (uint32_t i = 0; i < l->count; i++) labels[i] = found[i];
    try_labels(l, labels, &own);
    EQUAL_INT(own.best, a.best);
    if (!l->allowed) check_margins(l, scores, found, &a);
}

/* The ways in which a run of tokens can stand in its sentence. */
static bp_lattice lattice_of(uint32_t count, int way, const uint32_t *allowed)
{
    return (bp_lattice){ emissions, count, &transitions, allowed, way & 1 ? BP_OUTSIDE : BP_LABELS, (way & 2) != 0 };
}

static void equals_brute_force(void)
{
    for (int round = 0; round < 240; round++) {
        const bp_lattice l = lattice_of(1 + (uint32_t)round % 3, round / 3 % 4, NULL);
        check_lattice(&l);
    }
    for (int way = 0; way < 4; way++) {
        const bp_lattice l = lattice_of(4, way, NULL);
        check_lattice(&l);
    }
}

static void keeps_to_what_is_allowed(void)
{
    for (int round = 0; round < 120; round++) {
        uint32_t allowed[MOST_TOKENS];
        for (int i = 0; i < MOST_TOKENS; i++) allowed[i] = 1u | (uint32_t)random_score();
        const bp_lattice l = lattice_of(1 + (uint32_t)round % 3, round / 3 % 4, allowed);
        check_lattice(&l);
    }
}

static void takes_no_tokens(void)
{
    const bp_lattice l = lattice_of(0, 0, NULL);
    uint8_t label = 77;
    int32_t margin = 77;
    bp_viterbi(&l, NULL, NULL, &label);
    bp_margins(&l, NULL, NULL, &margin);
    CHECK(label == 77 && margin == 77);
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

/* The tagger: a linear model over hashed features, decoded exactly.
 *
 * Weights are bytes, scores are integers, so every machine computes the same. A
 * name's score comes from its margin: how much the best labelling of the
 * sentence loses when a token of the name, or the one behind it, must have
 * another label (max-marginals); a table made in training says how often a
 * margin of that size is right. */
#include "tagger.h"

#include "bytes.h"
#include "features.h"
#include "model.h"
#include "text/characters.h"
#include "viterbi.h"

enum { REACH = 2 }; /* tokens around a capital that can belong to its name */

typedef struct tagger {
    const bp_document *document;
    bp_arena *arena;
    bp_feature_source source;
    bp_transitions transitions;
    bool small;    /* the text is written without capitals: any word may be a name */
    uint32_t room; /* tokens that the arrays below hold */
    int32_t *emissions, *margins, *scores;
    uint8_t *back, *labels;
} tagger;

/* A token's sums, of 16 bits, eight at a time; the last label's alone. At most
 * BP_MOST_FEATURES times 128 fits. */
typedef struct sums {
    uint64_t even[2], odd[2]; /* of the row's bytes 0 2 4 6, 1 3 5 7; 8 10 .., 9 11 .. */
    uint32_t last;
} sums;

static inline void add_row(sums *s, const uint8_t *row)
{
    const uint64_t low = UINT64_C(0x00FF00FF00FF00FF);
    for (int half = 0; half < 2; half++) {
        const uint64_t bytes = bp_eight_bytes(row + 8 * half);
        s->even[half] += bytes & low;
        s->odd[half] += bytes >> 8 & low;
    }
    s->last += row[BP_LABELS - 1];
}

static void score_token(const tagger *t, uint32_t token, int32_t *out)
{
    uint32_t features[BP_MOST_FEATURES];
    sums s = { .last = 0 };
    const uint32_t count = bp_features_of(&t->source, token, features), mask = bp_names_model.buckets - 1;
    for (uint32_t i = 0; i < count; i++) add_row(&s, bp_names_model.weights + (size_t)(features[i] & mask) * BP_LABELS);
    for (int i = 0; i < BP_LABELS - 1; i++) {
        const uint64_t lanes = i % 2 ? s.odd[i / 8] : s.even[i / 8];
        out[i] = (int32_t)(lanes >> (16 * (i % 8 / 2)) & 0xFFFF);
    }
    out[BP_LABELS - 1] = (int32_t)s.last;
}

static bool make_room(tagger *t, uint32_t count)
{
    if (count <= t->room) return true;
    t->emissions = bp_arena_take(t->arena, count * BP_LABELS * sizeof *t->emissions);
    t->margins = bp_arena_take(t->arena, count * sizeof *t->margins);
    t->scores = bp_arena_take(t->arena, count * BP_LABELS * sizeof *t->scores);
    t->back = bp_arena_take(t->arena, count * BP_LABELS);
    t->labels = bp_arena_take(t->arena, count);
    t->room = count;
    return t->emissions && t->margins && t->scores && t->back && t->labels;
}

static float confidence(int32_t margin)
{
    const int32_t step = margin / bp_names_model.margin_step;
    return (float)bp_names_model.confidences[step < BP_CONFIDENCES ? step : BP_CONFIDENCES - 1] / 100.0f;
}

static bool is_latin(uint32_t point)
{
    return point < 0x250 || (point >= 0x1E00 && point <= 0x1EFF);
}

/* Has it a letter, and none of a script that the model has never met? */
static bool is_readable(const bp_document *document, uint32_t first, uint32_t end)
{
    bool letter = false;
    const char *at = document->text + document->tokens.items[first].start.byte;
    const char *const last = document->text + document->tokens.items[end - 1].end.byte;
    for (size_t length; at < last; at += length) {
        const uint32_t point = bp_decode(at, &length);
        if (bp_character_of(point) != BP_LETTER || bp_is_combining(point)) continue;
        if (!is_latin(point)) return false;
        letter = true;
    }
    return letter;
}

static bool add_names(tagger *t, uint32_t first, uint32_t count, bp_tagged_list *found)
{
    for (uint32_t i = 0; i < count;) {
        const int label = t->labels[i];
        uint32_t end = i + 1;
        if (label != BP_OUTSIDE) {
            int32_t margin = t->margins[i];
            for (; end < count && t->labels[end] == label + 1; end++)
                if (t->margins[end] < margin) margin = t->margins[end];
            if (end < count && t->margins[end] < margin) margin = t->margins[end];
            const bool readable = is_readable(t->document, first + i, first + end);
            bp_tagged *name = readable ? bp_push(t->arena, found) : NULL;
            if (readable && !name) return false;
            if (name) *name = (bp_tagged){ first + i, first + end, bp_label_type(label), confidence(margin) };
        }
        i = end;
    }
    return true;
}

static bool tag_run(tagger *t, const bp_sentence *sentence, uint32_t first, uint32_t end, bp_tagged_list *found)
{
    const bp_lattice lattice = { .emissions = t->emissions,
                                 .count = end - first,
                                 .transitions = &t->transitions,
                                 .before = first == sentence->first ? BP_LABELS : BP_OUTSIDE,
                                 .outside_after = end < sentence->end };
    for (uint32_t i = first; i < end; i++) score_token(t, i, t->emissions + (size_t)(i - first) * BP_LABELS);
    bp_viterbi(&lattice, t->scores, t->back, t->labels);
    bp_margins(&lattice, t->scores, t->labels, t->margins);
    return add_names(t, first, end - first, found);
}

/* A name holds a capital. A word that opens sentences holds none that counts,
 * unless it is written in capitals throughout or a capital follows. */
static bool can_be_name(const bp_document *document, const bp_sentence *sentence, uint32_t token)
{
    const uint32_t flags = document->tokens.items[token].flags;
    if (!(flags & (BP_CAPITALIZED | BP_INNER_CAPITAL))) return false;
    if (token != sentence->first || !(bp_token_classes(document, token) & BP_WORDS_STARTERS)) return true;
    return token + 1 < sentence->end && bp_token_has(document, token + 1, BP_CAPITALIZED);
}

/* Most tokens are far from any capital: only the runs around one are scored. */
static bool tag_sentence(tagger *t, const bp_sentence *sentence, bp_tagged_list *found)
{
    uint32_t first = sentence->first, end = sentence->first; /* of the run that is open */
    if (!make_room(t, sentence->end - sentence->first)) return false;
    for (uint32_t i = sentence->first; i < sentence->end; i++) {
        if (!t->small && !can_be_name(t->document, sentence, i)) continue;
        const uint32_t from = i - sentence->first < REACH ? sentence->first : i - REACH;
        if (from > end) {
            if (end > first && !tag_run(t, sentence, first, end, found)) return false;
            first = from;
        }
        end = sentence->end - i <= REACH ? sentence->end : i + REACH + 1;
    }
    return end == first || tag_run(t, sentence, first, end, found);
}

/* Chat, notes, a keyboard without a shift key: fewer than one word in fifty has a capital. */
static bool is_small(const bp_document *document)
{
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        words += document->tokens.items[i].kind == BP_TOKEN_WORD;
        capitals += (document->tokens.items[i].flags & BP_CAPITALIZED) != 0;
    }
    return words >= 8 && capitals * 50 < words;
}

bool bp_find_tagged(const bp_document *document, bp_arena *arena, bp_tagged_list *found)
{
    tagger t = { .document = document, .arena = arena };
    for (int from = 0; from <= BP_LABELS; from++)
        for (int to = 0; to < BP_LABELS; to++)
            t.transitions.from[from][to] = bp_names_model.transitions[from * BP_LABELS + to];
    t.small = is_small(document);
    if (!bp_features_prepare(&t.source, document, arena)) return false;
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        const bp_sentence *sentence = &document->sentences.items[i];
        if (bp_block_is_read(document, sentence->block) && !tag_sentence(&t, sentence, found)) return false;
    }
    return true;
}

/* Scores by exact span and type, as the field does. Texts are read back as
 * spans from the labels; a span that meets tokens of unknown label counts neither way. */
#include "score.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct tally {
    uint32_t right, guessed, marked;
} tally;

static bool is_sure(uint32_t allowed)
{
    return (allowed & (allowed - 1)) == 0;
}

static int sure_label(uint32_t allowed)
{
    int label = 0;
    while (!(allowed >> label & 1)) label++;
    return label;
}

/* The end of the name that begins at `i`, or `i` if none begins there. */
static uint32_t guessed_end(const uint8_t *labels, uint32_t i, uint32_t count)
{
    if (labels[i] == BP_OUTSIDE || bp_label_is_inside(labels[i])) return i;
    uint32_t end = i + 1;
    while (end < count && labels[end] == labels[i] + 1) end++;
    return end;
}

static uint32_t marked_end(const uint32_t *allowed, uint32_t i, uint32_t count)
{
    if (!is_sure(allowed[i]) || sure_label(allowed[i]) == BP_OUTSIDE || bp_label_is_inside(sure_label(allowed[i])))
        return i;
    uint32_t end = i + 1;
    while (end < count && is_sure(allowed[end]) && sure_label(allowed[end]) == sure_label(allowed[i]) + 1) end++;
    return end;
}

static bool wanted(uint32_t types, int label)
{
    return types >> bp_label_type(label) & 1;
}

/* Does the span lie where the marks say nothing sure? */
static bool is_open(const uint32_t *allowed, uint32_t first, uint32_t end, int label)
{
    for (uint32_t i = first; i < end; i++)
        if (is_sure(allowed[i]) || !(allowed[i] >> label & 1)) return false;
    return true;
}

/* Is the name that was found at `i` marked so? */
static bool is_right(const train_text *text, const uint8_t *labels, uint32_t i, uint32_t end)
{
    return marked_end(text->allowed, i, text->document.tokens.count) == end &&
           labels[i] == sure_label(text->allowed[i]);
}

static void add_text(const train_text *text, const uint8_t *labels, uint32_t types, tally *t)
{
    const uint32_t count = text->document.tokens.count;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t guessed = guessed_end(labels, i, count), marked = marked_end(text->allowed, i, count);
        const bool says = guessed > i && wanted(types, labels[i]) && !is_open(text->allowed, i, guessed, labels[i]);
        const bool is = marked > i && wanted(types, sure_label(text->allowed[i]));
        t->guessed += says;
        t->marked += is;
        t->right += says && is && is_right(text, labels, i, guessed);
    }
}

void train_score(const train_packed *model, const train_corpus *corpus, const char *name, uint32_t types)
{
    tally t = { 0 };
    for (uint32_t i = 0; i < corpus->count; i++) {
        const train_text *text = corpus->items[i];
        uint8_t *labels = train_take(text->document.tokens.count);
        train_tag(model, text, labels, NULL);
        add_text(text, labels, types, &t);
        free(labels);
    }
    printf("%-28s precision %.1f  recall %.1f  F1 %.1f  (%u names)\n", name,
           100.0 * t.right / (t.guessed ? t.guessed : 1), 100.0 * t.right / (t.marked ? t.marked : 1),
           200.0 * t.right / (t.guessed + t.marked ? t.guessed + t.marked : 1), (unsigned)t.marked);
}

/* ---- confidence */

typedef void judge(void *context, int32_t margin, bool right);

/* Shows each name found in texts whose marks are complete, with its margin. */
static void judge_names(const train_packed *model, const train_corpus *corpus, judge *show, void *context)
{
    for (uint32_t i = 0; i < corpus->count; i++) {
        const train_text *text = corpus->items[i];
        const uint32_t count = text->document.tokens.count;
        uint8_t *labels = train_take(count);
        int32_t *margins = train_take(count * sizeof *margins);
        train_tag(model, text, labels, margins);
        for (uint32_t k = 0; k < count; k++) {
            const uint32_t end = guessed_end(labels, k, count);
            if (end == k || !is_sure(text->allowed[k])) continue;
            int32_t margin = margins[k];
            for (uint32_t n = k + 1; n < end + 1 && n < count; n++)
                if (text->document.tokens.items[n].sentence == text->document.tokens.items[k].sentence &&
                    margins[n] < margin)
                    margin = margins[n];
            show(context, margin, is_right(text, labels, k, end));
        }
        free(labels);
        free(margins);
    }
}

typedef struct sample {
    int32_t margin;
    bool right;
} sample;

typedef struct samples {
    sample *items;
    size_t count, room;
} samples;

static void keep(void *context, int32_t margin, bool right)
{
    samples *all = context;
    if (all->count == all->room) {
        all->room = all->room ? all->room * 2 : 1024;
        all->items = realloc(all->items, all->room * sizeof *all->items);
        if (!all->items) train_fail("memory", "there is none left");
    }
    all->items[all->count++] = (sample){ margin, right };
}

static int by_margin(const void *a, const void *b)
{
    const sample *x = a, *y = b;
    return x->margin < y->margin ? -1 : x->margin > y->margin;
}

/* The table covers margins up to that of the 90th of a hundred names; each
 * entry is the share of right ones among the names around it, and never less
 * than the one before (isotonic by taking the largest so far). */
void train_calibrate(train_packed *model, const train_corpus *held_out)
{
    samples all = { 0 };
    judge_names(model, held_out, keep, &all);
    if (all.count < BP_CONFIDENCES * 4) train_fail("calibration", "too few names were held out");
    qsort(all.items, all.count, sizeof *all.items, by_margin);
    model->margin_step = all.items[all.count * 9 / 10].margin / BP_CONFIDENCES + 1;
    uint8_t most = 0;
    for (int32_t step = 0; step < BP_CONFIDENCES; step++) {
        const int32_t low = step * model->margin_step - model->margin_step, high = low + 3 * model->margin_step;
        const bool last = step == BP_CONFIDENCES - 1;
        uint32_t count = 1, right = 0; /* one wrong name in advance: few are no proof */
        for (size_t i = 0; i < all.count; i++)
            if (all.items[i].margin >= low && (last || all.items[i].margin < high))
                count++, right += all.items[i].right;
        const uint8_t share = (uint8_t)(100 * right / count);
        if (share > most) most = share;
        model->confidences[step] = most;
    }
    free(all.items);
}

typedef struct table {
    const train_packed *model;
    uint32_t count[11], right[11];
} table;

static void count_confidence(void *context, int32_t margin, bool right)
{
    table *t = context;
    const int32_t step = margin / t->model->margin_step;
    const uint8_t confidence = t->model->confidences[step < BP_CONFIDENCES ? step : BP_CONFIDENCES - 1];
    t->count[confidence / 10]++;
    t->right[confidence / 10] += right;
}

void train_print_calibration(const train_packed *model, const train_corpus *corpus)
{
    table t = { .model = model };
    judge_names(model, corpus, count_confidence, &t);
    for (int tenth = 0; tenth <= 10; tenth++)
        if (t.count[tenth])
            printf("  said with 0.%d: %5u names, %.0f %% right\n", tenth, (unsigned)t.count[tenth],
                   100.0 * t.right[tenth] / t.count[tenth]);
}

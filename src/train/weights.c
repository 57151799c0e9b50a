/* From recipes to weights: reads the corpora, learns, scores, writes. */
#include "perceptron.h"
#include "score.h"
#include "text/hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_RECIPES = 64 };

typedef struct plan {
    train_recipe recipes[MOST_RECIPES];
    bool tests[MOST_RECIPES];
    uint32_t count;
} plan;

static uint32_t read_types(const char *path, char *list)
{
    uint32_t types = 0;
    if (strcmp(list, "all") == 0) return (1u << BP_NAME_TYPES) - 1;
    for (char *name = strtok(list, ","); name; name = strtok(NULL, ",")) {
        int type = 0;
        while (type < BP_NAME_TYPES && strcmp(name, bp_entity_type_name((bp_entity_type)type)) != 0) type++;
        if (type == BP_NAME_TYPES) train_fail(path, "names a type that there is not");
        types |= 1u << type;
    }
    return types;
}

static void read_line(plan *p, const char *path, const char *corpora, const char *line)
{
    char role[16], where[256], types[128];
    unsigned copies;
    train_recipe *recipe = &p->recipes[p->count];
    if (sscanf(line, "%15s %255s %127s %u %f", role, where, types, &copies, &recipe->rate) != 5 ||
        p->count == MOST_RECIPES)
        train_fail(path, "has a line that is no recipe");
    const char *own = strncmp(where, "articles:", 9) == 0 ? where + 9 : NULL;
    if (own)
        snprintf(recipe->path, sizeof recipe->path, "%s", own);
    else
        snprintf(recipe->path, sizeof recipe->path, "%s/%s", corpora, where);
    recipe->types = read_types(path, types);
    recipe->copies = copies;
    recipe->variants = role[strlen(role) - 1] == '+';
    p->tests[p->count++] = strcmp(role, "test") == 0;
}

static void read_plan(plan *p, const char *path, const char *corpora)
{
    char line[1024];
    FILE *in = fopen(path, "rb");
    if (!in) train_fail(path, "cannot be read");
    while (fgets(line, sizeof line, in))
        if (line[0] != '#' && line[0] != '\n') read_line(p, path, corpora, line);
    fclose(in);
}

static void read_setting(train_settings *settings, const char *setting)
{
    const char *value = strchr(setting, '=');
    const double number = value ? atof(value + 1) : 0;
    const size_t length = value ? (size_t)(value - setting) : 0;
    if (length == 4 && strncmp(setting, "bits", length) == 0)
        settings->bits = (uint32_t)number;
    else if (length == 6 && strncmp(setting, "epochs", length) == 0)
        settings->epochs = (uint32_t)number;
    else if (length == 8 && strncmp(setting, "shuffles", length) == 0)
        settings->shuffles = (uint32_t)number;
    else if (length == 5 && strncmp(setting, "least", length) == 0)
        settings->least = (uint32_t)number;
    else if (length == 7 && strncmp(setting, "dropout", length) == 0)
        settings->dropout = number;
    else if (length == 8 && strncmp(setting, "nameless", length) == 0)
        settings->nameless = number;
    else if (length == 6 && strncmp(setting, "margin", length) == 0)
        settings->margin = number;
    else if (length == 4 && strncmp(setting, "seed", length) == 0)
        settings->seed = (uint64_t)number;
    else
        train_fail(setting, "there is no such setting");
}

static void read_training(const plan *p, train_corpus *corpus)
{
    for (uint32_t i = 0; i < p->count; i++)
        if (!p->tests[i]) train_read(corpus, &p->recipes[i]);
}

/* Splits off every tenth text whose marks are complete; copies of it stay out, too. */
static void hold_out(const train_corpus *all, train_corpus *rest, train_corpus *held)
{
    *rest = *held = *all;
    rest->items = train_take(all->count * sizeof *rest->items);
    held->items = train_take(all->count * sizeof *held->items);
    rest->count = held->count = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        train_text *text = all->items[i];
        const uint32_t hash =
            bp_hash_bytes(text->document.text, text->document.length < 40 ? text->document.length : 40);
        if (hash % 10 != 0)
            rest->items[rest->count++] = text;
        else if (text->complete)
            held->items[held->count++] = text;
    }
}

static void learn_and_pack(const train_corpus *corpus, const train_settings *settings, train_packed *packed)
{
    train_model model;
    train_learn(corpus, settings, &model);
    train_pack(&model, packed);
    free(model.weights);
}

/* Where the corpora lie is left out: a folder and the file remain. */
static const char *short_path(const char *path)
{
    const char *from = path;
    for (const char *at = path, *last = NULL; *at; at++) {
        if (*at != '/') continue;
        if (last) from = last + 1;
        last = at;
    }
    return from;
}

static void score_all(const plan *p, const train_packed *packed)
{
    for (uint32_t i = 0; i < p->count; i++) {
        train_corpus test = { 0 };
        if (!p->tests[i]) continue;
        train_read(&test, &p->recipes[i]);
        train_score(packed, &test, short_path(p->recipes[i].path), p->recipes[i].types);
        if (p->recipes[i].types == (1u << BP_NAME_TYPES) - 1) train_print_calibration(packed, &test);
    }
}

int train_weights(const train_files *files, char **settings, int count)
{
    train_settings chosen = {
        .bits = 16, .epochs = 5, .shuffles = 12, .least = 7, .dropout = 0.3, .nameless = 0.25, .margin = 8, .seed = 1
    };
    static plan p;
    train_corpus corpus = { 0 }, rest, held;
    train_packed packed, trial;
    for (int i = 0; i < count; i++) read_setting(&chosen, settings[i]);
    read_plan(&p, files->recipes, files->corpora);
    read_training(&p, &corpus);
    hold_out(&corpus, &rest, &held);
    learn_and_pack(&rest, &chosen, &trial);
    train_calibrate(&trial, &held);
    learn_and_pack(&corpus, &chosen, &packed);
    packed.margin_step = trial.margin_step;
    memcpy(packed.confidences, trial.confidences, sizeof packed.confidences);
    score_all(&p, &packed);
    train_write(&packed, files->out);
    return 0;
}

int train_kinds(const train_files *files)
{
    const train_settings settings = {
        .bits = 18, .epochs = 5, .shuffles = 3, .least = 5, .dropout = 0.3, .nameless = 0.25, .margin = 8, .seed = 1
    };
    static plan p;
    train_vectors vectors;
    train_corpus corpus = { 0 };
    train_model model;
    read_plan(&p, files->recipes, files->corpora);
    train_read_vectors(files->vectors, &vectors);
    corpus.ternary = train_ternary_new(&vectors);
    read_training(&p, &corpus);
    train_learn(&corpus, &settings, &model);
    train_write_kinds(&model, corpus.ternary, files->out);
    return 0;
}

/* The templates. After Ratinov and Roth (2009) and Turian et al. (2010): words,
 * shapes and clusters in a window of five, affixes, lists, and the company that
 * the word keeps elsewhere in the article (Chieu and Ng 2002). */
#include "features.h"

#include "text/hash.h"

enum { WINDOW = 2, MOST_OTHERS = 4 };

/* Beyond the sentence. */
enum { NOWHERE_WORD = 0x9E37, NOWHERE_SHAPE = 0xFFF0 };

typedef struct writer {
    uint32_t *out;
    uint32_t count;
    uint32_t number; /* its number goes into every hash */
} writer;

static void put(writer *w, uint32_t value)
{
    w->out[w->count++] = bp_hash_pair(++w->number * 0x01000193u, value);
}

/* A template whose value is missing: counted, not written. */
static void skip(writer *w)
{
    w->number++;
}

static void put_if(writer *w, uint32_t value, uint32_t made)
{
    if (value)
        put(w, made);
    else
        skip(w);
}

/* What a place of the window holds. */
typedef struct cell {
    uint32_t word, shape, cluster, kind, listed;
} cell;

static cell cell_at(const bp_feature_source *s, const bp_sentence *sentence, int64_t token)
{
    if (token < sentence->first || token >= sentence->end)
        return (cell){ NOWHERE_WORD + (token < sentence->first), NOWHERE_SHAPE, 0, 0, 0 };
    const bp_token *t = &s->document->tokens.items[token];
    return (cell){ s->document->words.items[t->word].hash, s->tokens[token].shape, s->words[t->word].cluster,
                   s->words[t->word].kind, s->tokens[token].listed };
}

static uint32_t pair(uint32_t a, uint32_t b)
{
    return bp_hash_pair(a, b);
}

static void put_words(writer *w, const cell *c, uint32_t exact)
{
    put(w, exact);
    for (int i = -WINDOW; i <= WINDOW; i++) put(w, c[i].word);
    for (int i = -WINDOW; i <= WINDOW; i++) put(w, c[i].shape);
    put(w, pair(c[-1].word, c[0].word));
    put(w, pair(c[0].word, c[1].word));
    put(w, pair(c[-1].shape, c[0].shape));
    put(w, pair(c[0].shape, c[1].shape));
    put(w, pair(pair(c[-1].shape, c[0].shape), c[1].shape));
    put(w, pair(pair(c[-2].shape, c[-1].shape), c[0].shape));
    put(w, pair(pair(c[0].shape, c[1].shape), c[2].shape));
    put(w, pair(c[-1].word, c[0].shape));
    put(w, pair(c[0].shape, c[1].word));
    put(w, pair(pair(c[-2].word, c[-1].word), c[0].shape));
    put(w, pair(pair(c[0].shape, c[1].word), c[2].word));
}

static void put_clusters(writer *w, const cell *c)
{
    for (int i = -WINDOW; i <= WINDOW; i++) {
        const uint32_t fine = c[i].cluster;
        put_if(w, fine, fine);
        put_if(w, fine, (fine + 3) / 4);
        put_if(w, fine, (fine + 15) / 16);
    }
    for (int i = -1; i <= 0; i++) {
        const uint32_t both = c[i].cluster && c[i + 1].cluster;
        put_if(w, both, pair(c[i].cluster, c[i + 1].cluster));
        put_if(w, both, pair((c[i].cluster + 15) / 16, (c[i + 1].cluster + 15) / 16));
    }
    put_if(w, c[-1].cluster, pair(c[-1].cluster, c[0].shape));
    put_if(w, c[1].cluster, pair(c[0].shape, c[1].cluster));
    put_if(w, c[0].cluster, pair(c[0].cluster, c[0].shape));
}

static void put_kinds(writer *w, const cell *c)
{
    for (int i = -WINDOW; i <= WINDOW; i++) put_if(w, c[i].kind, c[i].kind);
    put_if(w, c[0].kind, pair(c[0].kind, c[0].shape));
    put_if(w, c[-1].kind && c[0].kind, pair(c[-1].kind, c[0].kind));
    put_if(w, c[0].kind && c[1].kind, pair(c[0].kind, c[1].kind));
}

static void put_affixes(writer *w, const bp_word_traits *traits, uint32_t shape)
{
    for (int i = 0; i < 4; i++) put_if(w, traits->prefixes[i], traits->prefixes[i]);
    for (int i = 0; i < 4; i++) put_if(w, traits->suffixes[i], traits->suffixes[i]);
    put_if(w, traits->suffixes[2], pair(traits->suffixes[2], shape));
}

static void put_lists(writer *w, const cell *c)
{
    for (int i = -1; i <= 1; i++)
        for (int bit = 0; bit < 16; bit++) put_if(w, c[i].listed >> bit & 1, 1);
    put_if(w, c[0].listed, pair(c[0].listed, c[0].shape));
    put_if(w, c[-1].listed | c[0].listed, pair(c[-1].listed, c[0].listed));
    put_if(w, c[0].listed | c[1].listed, pair(c[0].listed, c[1].listed));
}

static void put_sentence(writer *w, const bp_feature_source *s, const bp_sentence *sentence, uint32_t token,
                         const cell *c)
{
    const uint32_t kind = s->sentences[s->document->tokens.items[token].sentence];
    const uint32_t start = token == sentence->first;
    put(w, kind);
    put(w, pair(kind * 2 + start, c[0].shape));
    put_if(w, start, c[0].word);
    put_if(w, kind == BP_SENTENCE_CAPITALS || kind == BP_SENTENCE_TITLE, pair(kind, c[0].word));
    put_if(w, (s->document->tokens.items[token].flags & BP_SPACE_BEFORE) == 0, c[0].shape);
}

/* The run of capitals that the token is in: its first and last word, what stands
 * around it. "Bank" at the end speaks for every word before it. */
static void put_run(writer *w, const bp_feature_source *s, const bp_sentence *sentence, uint32_t token)
{
    const bp_token_traits *t = &s->tokens[token];
    if (t->run_first == t->run_end) return;
    const cell first = cell_at(s, sentence, t->run_first), last = cell_at(s, sentence, (int64_t)t->run_end - 1);
    const cell before = cell_at(s, sentence, (int64_t)t->run_first - 1), after = cell_at(s, sentence, t->run_end);
    const uint32_t length = t->run_end - t->run_first < 5 ? t->run_end - t->run_first : 5;
    const uint32_t place = token == t->run_first ? 1 : token + 1 == t->run_end ? 2 : 3;
    put(w, pair(length, place));
    put(w, pair(last.word, place));
    put_if(w, last.cluster, pair(last.cluster, place));
    put_if(w, last.kind, pair(last.kind, place));
    put_if(w, last.listed, pair(last.listed, place));
    put_if(w, first.kind, pair(first.kind, place));
    put_if(w, first.listed, pair(first.listed, place));
    put(w, pair(before.word, place));
    put(w, pair(after.word, place));
    put(w, pair(pair(before.word, after.word), length));
    put_if(w, before.cluster, pair(before.cluster, length));
    put_if(w, after.cluster, pair(after.cluster, length));
}

/* The neighbours of the same word's other places: they say what it is where
 * this one does not. */
static void put_other(writer *w, const bp_feature_source *s, uint32_t other, uint32_t from)
{
    const bp_sentence *sentence = &s->document->sentences.items[s->document->tokens.items[other].sentence];
    const cell before = cell_at(s, sentence, (int64_t)other - 1), after = cell_at(s, sentence, (int64_t)other + 1);
    w->number = from;
    put(w, before.word);
    put(w, after.word);
    put(w, pair(before.shape, 0));
    put(w, pair(after.shape, 1));
    put_if(w, before.cluster, before.cluster);
    put_if(w, after.cluster, after.cluster);
    put_if(w, before.cluster, (before.cluster + 15) / 16);
    put_if(w, after.cluster, (after.cluster + 15) / 16);
    put_if(w, before.listed, before.listed);
    put_if(w, after.listed, after.listed);
}

static void put_others(writer *w, const bp_feature_source *s, uint32_t token)
{
    const bp_token *t = &s->document->tokens.items[token];
    const bp_word *word = &s->document->words.items[t->word];
    const bool name = t->kind == BP_TOKEN_WORD && (t->flags & BP_CAPITALIZED);
    const uint32_t from = w->number + 2;
    put_if(w, name, pair(word->small ? 1 : 0, word->count - word->small > 1));
    put_if(w, name && word->small, s->tokens[token].shape);
    if (!name) return;
    uint32_t others = 0;
    for (uint32_t i = s->tokens[token].before; i && others < MOST_OTHERS / 2; i = s->tokens[i - 1].before, others++)
        put_other(w, s, i - 1, from);
    for (uint32_t i = s->tokens[token].after; i && others < MOST_OTHERS; i = s->tokens[i - 1].after, others++)
        put_other(w, s, i - 1, from);
}

uint32_t bp_features_of(const bp_feature_source *s, uint32_t token, uint32_t *out)
{
    const bp_token *t = &s->document->tokens.items[token];
    const bp_sentence *sentence = &s->document->sentences.items[t->sentence];
    writer w = { .out = out };
    cell window[2 * WINDOW + 1];
    for (int i = -WINDOW; i <= WINDOW; i++) window[i + WINDOW] = cell_at(s, sentence, (int64_t)token + i);
    const cell *c = window + WINDOW;
    put_words(&w, c, s->tokens[token].exact);
    put_clusters(&w, c);
    put_kinds(&w, c);
    put_affixes(&w, &s->words[t->word], c->shape);
    put_lists(&w, c);
    put_sentence(&w, s, sentence, token, c);
    put_run(&w, s, sentence, token);
    put_others(&w, s, token);
    return w.count;
}

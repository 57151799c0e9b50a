/* Echoes: ‘We are buying cows’ stands above the article, and below it somebody
 * says, “We are buying cows, not a flag.” The same words in the same order make
 * the headline's stretch a quotation, of the same speaker. */
#include "quotes/echoes.h"

enum { MOST_ECHOES = 6, LEAST_WORDS = 3, MOST_WORDS = 24 };

/* A stretch's words, marks and stops aside. */
typedef struct phrase {
    uint32_t words[MOST_WORDS];
    uint32_t count;
} phrase;

static bool is_word(const bp_document *document, uint32_t token)
{
    return document->tokens.items[token].kind <= BP_TOKEN_NUMBER;
}

static phrase words_of(const bp_document *document, const bp_stretch *stretch)
{
    phrase p = { .count = 0 };
    for (uint32_t i = stretch->first; i < stretch->end; i++) {
        if (!is_word(document, i)) continue;
        if (p.count == MOST_WORDS) return (phrase){ .count = 0 };
        p.words[p.count++] = document->tokens.items[i].word;
    }
    return p;
}

static bool stands_at(const bp_document *document, const phrase *p, uint32_t token, uint32_t end)
{
    uint32_t matched = 0;
    for (; token < end && matched < p->count; token++) {
        if (!is_word(document, token)) continue;
        if (document->tokens.items[token].word != p->words[matched]) return false;
        matched++;
    }
    return matched == p->count;
}

static bool holds(const bp_document *document, const bp_stretch *stretch, const phrase *p)
{
    for (uint32_t i = stretch->first; i < stretch->end; i++)
        if (document->tokens.items[i].word == p->words[0] && stands_at(document, p, i, stretch->end)) return true;
    return false;
}

bool bp_is_display(const bp_narration *n, uint32_t block)
{
    const bp_role role = n->document->blocks.items[block].role;
    return role == BP_HEADLINE || role == BP_STANDFIRST || role == BP_CAPTION;
}

static uint32_t find_echo(const bp_narration *n, uint32_t stretch)
{
    const phrase p = words_of(n->document, &n->stretches.items[stretch]);
    if (p.count < LEAST_WORDS) return BP_NONE;
    for (uint32_t i = stretch + 1; i < n->stretches.count; i++) {
        const bp_stretch *later = &n->stretches.items[i];
        if (!bp_is_display(n, later->block) && holds(n->document, later, &p)) return i;
    }
    return BP_NONE;
}

bool bp_find_echoes(bp_narration *n)
{
    n->echoes = bp_arena_take(n->document->arena, n->stretches.count * sizeof *n->echoes);
    if (!n->echoes) return false;
    uint32_t looked = 0;
    for (uint32_t i = 0; i < n->stretches.count; i++) {
        n->echoes[i] = BP_NONE;
        if (looked == MOST_ECHOES || !bp_is_display(n, n->stretches.items[i].block)) continue;
        n->echoes[i] = find_echo(n, i);
        looked++;
    }
    return true;
}

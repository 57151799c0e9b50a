/* Money, percent, quantity, email, url, handle: anchored patterns of
 * src/english/rules.grammar, tried only where such a thing can begin. The first
 * pattern that matches counts; the search goes on behind it. */
#include "rules.h"

#include "text/grammar.h"

#include <string.h>

enum { NEAR = 12 /* tokens: "a hundred and twenty-five thousand four hundred rupees" */ };

typedef struct rule {
    const bp_pattern *pattern;
    bp_entity_type type;
} rule;

struct bp_rules {
    rule *rules;
    uint32_t count;
};

static bp_entity_type type_of(const char *name)
{
    int type = BP_MONEY;
    while (type < BP_ENTITY_TYPES && strcmp(bp_entity_type_name((bp_entity_type)type), name) != 0) type++;
    return (bp_entity_type)type;
}

const bp_rules *bp_rules_new(bp_arena *arena)
{
    bp_rules *rules = bp_arena_take(arena, sizeof *rules);
    if (!rules) return NULL;
    rules->rules = bp_arena_take(arena, bp_rules_grammar.pattern_count * sizeof *rules->rules);
    const bp_pattern **compiled = bp_patterns_thaw(arena, bp_rules_grammar.compiled, bp_rules_grammar.pattern_count);
    if (!rules->rules || !compiled) return NULL;
    for (uint32_t i = 0; i < bp_rules_grammar.pattern_count; i++) {
        const bp_grammar_pattern *from = &bp_rules_grammar.patterns[i];
        rule *to = &rules->rules[rules->count++];
        to->pattern = compiled[i];
        to->type = type_of(from->name);
        if (to->type == BP_ENTITY_TYPES) return NULL;
    }
    return rules;
}

static bool is_address(bp_entity_type type)
{
    return type >= BP_EMAIL;
}

/* "1/1/1": a slash right before and right behind it. */
static bool is_between_slashes(const bp_document *document, uint32_t token)
{
    const bp_token *t = &document->tokens.items[token];
    return t->kind == BP_TOKEN_NUMBER && t->start.byte > 0 && document->text[t->start.byte - 1] == '/' &&
           t->end.byte < document->length && document->text[t->end.byte] == '/';
}

static bool is_in(const uint16_t *sorted, uint32_t count, uint16_t hash)
{
    uint32_t from = 0;
    for (uint32_t half; count > 0; count = half) {
        half = count / 2;
        if (sorted[from + half] < hash)
            from += half + 1, half = count - half - 1;
        else if (sorted[from + half] == hash)
            return true;
    }
    return false;
}

/* A mark or word that makes a number money, a percentage or a quantity: "%", "40km", "pounds". */
static bool makes_amount(const bp_document *document, uint32_t token)
{
    const bp_token *t = &document->tokens.items[token];
    if (t->kind == BP_TOKEN_SYMBOL || t->first == '%') return true;
    if (bp_token_has(document, token, BP_HAS_DIGIT | BP_HAS_LETTER)) return true;
    const uint16_t hash = (uint16_t)bp_token_word(document, token)->hash;
    return is_in(bp_rules_grammar.near, bp_rules_grammar.near_count, hash);
}

/* "Rs 500", "Rs. 500" */
static bool is_before_number(const bp_document *document, uint32_t token)
{
    const bp_token *tokens = document->tokens.items;
    const uint32_t count = document->tokens.count, next = token + 1;
    const bool stop = next < count && tokens[next].first == '.';
    return next + stop < count && tokens[next + stop].flags & BP_HAS_DIGIT;
}

static bool can_begin(const bp_document *document, uint32_t token)
{
    const bp_token *t = &document->tokens.items[token];
    if (is_between_slashes(document, token)) return false;
    if (t->kind == BP_TOKEN_SYMBOL || (t->flags & BP_ADDRESS)) return true;
    const uint64_t classes = bp_token_classes(document, token);
    const bool number = t->flags & BP_HAS_DIGIT || classes & BP_WORDS_NUMBERS;
    /* "A$5", "Rs 500": an amount comes next, or for "a" a word; no hyphen. */
    const bool hyphen = t->end.byte < document->length && document->text[t->end.byte] == '-';
    if (!number && (hyphen || !(classes & BP_WORDS_CURRENCIES))) return false;
    const uint32_t rest = document->tokens.count - token, end = token + (rest < NEAR ? rest : NEAR);
    for (uint32_t i = token; i < end; i++)
        if (makes_amount(document, i)) return true;
    return !number && is_before_number(document, token);
}

static bool add_mention(const bp_document *document, bp_findings *findings, size_t start, size_t end,
                        bp_entity_type type)
{
    bp_mention *mention = bp_push(findings->arena, &findings->mentions);
    if (!mention) return false;
    mention->span.start = bp_offset_of(document, start);
    mention->span.end = bp_offset_of(document, end);
    mention->type = type;
    mention->entity = BP_NONE;
    mention->score = 0.95f;
    mention->why = "pattern";
    return true;
}

/* Tries the rules at a token. Gives the byte behind the match, 0 for none. */
static bool try_rules(const bp_rules *rules, bp_matcher *matcher, const bp_document *document, uint32_t token,
                      bp_findings *findings, size_t *behind)
{
    const bp_token *t = &document->tokens.items[token];
    const size_t block_end = document->blocks.items[document->sentences.items[t->sentence].block].span.end.byte;
    *behind = 0;
    for (uint32_t i = 0; i < rules->count; i++) {
        size_t start, end;
        if (is_address(rules->rules[i].type) != ((t->flags & BP_ADDRESS) != 0)) continue;
        if (!bp_pattern_may_begin(rules->rules[i].pattern, document->text[t->start.byte])) continue;
        const bp_pattern_status status =
            bp_pattern_match(rules->rules[i].pattern, matcher, document->text, block_end, t->start.byte);
        if (status == BP_PATTERN_MEMORY) return false;
        if (status != BP_PATTERN_FOUND || !bp_matcher_group(matcher, 0, &start, &end)) continue;
        if (is_address(rules->rules[i].type)) end = t->end.byte;
        *behind = end;
        return add_mention(document, findings, start, end, rules->rules[i].type);
    }
    return true;
}

bool bp_find_rules(const bp_rules *rules, const bp_document *document, bp_findings *findings)
{
    bp_matcher *matcher = bp_matcher_new(document->arena, 0);
    size_t behind = 0;
    if (!matcher) return false;
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        const bp_token *t = &document->tokens.items[i];
        if (t->start.byte < behind || !can_begin(document, i)) continue;
        if (!bp_block_is_read(document, document->sentences.items[t->sentence].block)) continue;
        size_t found;
        if (!try_rules(rules, matcher, document, i, findings, &found)) return false;
        if (found) behind = found;
    }
    return true;
}

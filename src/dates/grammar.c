/* The grammar of dates, compiled: each pattern with its meaning, what wakes it,
 * and where its fields are. */
#include "grammar.h"

#include "numbers.h"
#include "reading.h"
#include "text/hash.h"

#include <string.h>

#define NAME(name) #name,
static const char *const meanings[] = { BP_MEANINGS(NAME) };
static const char *const fields[] = { BP_FIELDS(NAME) };

/* Fields whose words stand in a list of another name. */
static const struct {
    bp_field field;
    const char *list;
} borrowed[] = {
    { BP_FIELD_whichyear, "which" }, { BP_FIELD_whichweek, "which" }, { BP_FIELD_whichmonth, "which" },
    { BP_FIELD_unit3, "unit" },      { BP_FIELD_unit4, "unit" },      { BP_FIELD_many, "unit" },
    { BP_FIELD_one, "unit" },        { BP_FIELD_beyond, "unit" },     { BP_FIELD_ordinal2, "ordinal" },
};

static const char *list_of(bp_field field)
{
    for (size_t i = 0; i < sizeof borrowed / sizeof *borrowed; i++)
        if (borrowed[i].field == field) return borrowed[i].list;
    return fields[field];
}

static bp_meaning meaning_of(const char *name)
{
    for (int i = 0; i < BP_MEANING_COUNT; i++)
        if (strcmp(meanings[i], name) == 0) return (bp_meaning)i;
    return BP_MEANING_COUNT;
}

static void add_to_set(bp_pattern_set *set, uint32_t index)
{
    set->bits[index / 64] |= UINT64_C(1) << (index % 64);
}

static void index_pattern(bp_date_grammar *grammar, uint32_t index)
{
    const bp_date_pattern *pattern = &grammar->patterns[index];
    for (int i = 0; i < 64; i++) {
        if (pattern->classes >> i & 1) add_to_set(&grammar->by_class[i], index);
        if (pattern->words >> i & 1) add_to_set(&grammar->by_word[i], index);
    }
    for (int i = 0; i < 3; i++)
        if (pattern->numbers >> i & 1) add_to_set(&grammar->by_number[i], index);
    for (int i = 0; i < 256; i++)
        if (bp_pattern_may_begin(pattern->pattern, (char)i)) add_to_set(&grammar->by_first[i], index);
}

static bp_date_need *find_need(const bp_date_grammar *grammar, bp_view word, uint32_t hash)
{
    for (uint32_t i = hash % BP_NEEDS;; i = (i + 1) % BP_NEEDS) {
        const bp_date_need *need = &grammar->needs[i];
        if (need->word.length == 0 || (need->hash == hash && need->word.length == word.length &&
                                       memcmp(need->word.at, word.at, word.length) == 0))
            return (bp_date_need *)need;
    }
}

/* Gives the words that a pattern needs its bit; patterns with the same words share one. */
static bool add_needs(bp_date_grammar *grammar, const char *with, bp_date_pattern *pattern)
{
    if (!*with) return true;
    for (uint32_t i = 0; i < grammar->with_count; i++)
        if (strcmp(grammar->with[i], with) == 0) return pattern->with = UINT64_C(1) << i, true;
    if (grammar->with_count == 64) return false;
    grammar->with[grammar->with_count] = with;
    pattern->with = UINT64_C(1) << grammar->with_count++;
    for (size_t length; *with; with += length + (with[length] == ' ')) {
        length = strcspn(with, " ");
        bp_date_need *need = find_need(grammar, (bp_view){ with, length }, bp_hash_bytes(with, length));
        need->word = (bp_view){ with, length };
        need->hash = bp_hash_bytes(with, length);
        need->patterns |= pattern->with;
    }
    return true;
}

const uint64_t *bp_find_needs(const bp_date_grammar *grammar, const bp_document *document)
{
    uint64_t *needs = bp_arena_take(document->arena, (document->words.count + 1) * sizeof *needs);
    for (uint32_t i = 0; needs && i < document->words.count; i++) {
        const bp_word *word = &document->words.items[i];
        needs[i] = find_need(grammar, word->lower, word->hash)->patterns;
    }
    return needs;
}

/* False: a mistake in the grammar, which a test would have found. */
static bool describe(const bp_grammar_pattern *from, const bp_pattern *pattern, bp_date_pattern *to)
{
    to->pattern = pattern;
    to->meaning = meaning_of(from->name);
    to->classes = from->classes;
    to->words = from->words;
    to->numbers = from->numbers;
    for (int i = 0; i < BP_FIELD_COUNT; i++) to->groups[i] = (uint8_t)bp_pattern_group(to->pattern, fields[i]);
    return to->meaning != BP_MEANING_COUNT;
}

const bp_date_grammar *bp_date_grammar_new(bp_arena *arena)
{
    const bp_grammar *from = &bp_dates_grammar;
    bp_date_grammar *grammar = bp_arena_take(arena, sizeof *grammar);
    if (!grammar || from->pattern_count > BP_MOST_PATTERNS) return NULL;
    grammar->words = from;
    for (int i = 0; i < BP_FIELD_COUNT; i++) grammar->lists[i] = bp_find_list(from, list_of((bp_field)i));
    grammar->patterns = bp_arena_take(arena, from->pattern_count * sizeof *grammar->patterns);
    const bp_pattern **compiled = bp_patterns_thaw(arena, from->compiled, from->pattern_count);
    if (!grammar->patterns || !compiled) return NULL;
    for (uint32_t i = 0; i < from->pattern_count; i++) {
        bp_date_pattern pattern = { 0 };
        if (!describe(&from->patterns[i], compiled[i], &pattern)) return NULL;
        if (!add_needs(grammar, from->patterns[i].with, &pattern)) return NULL;
        grammar->classes |= pattern.classes;
        if (pattern.meaning == BP_MEANS_prefix) {
            grammar->prefix = pattern;
            continue;
        }
        grammar->patterns[grammar->count] = pattern;
        index_pattern(grammar, grammar->count++);
    }
    return grammar;
}

void bp_read_fields(const bp_date_grammar *grammar, const bp_date_pattern *pattern, const bp_matcher *matcher,
                    const char *text, bp_expression *e)
{
    e->meaning = pattern->meaning;
    for (int i = 0; i < BP_FIELD_COUNT; i++) {
        size_t start, end;
        e->fields[i] = (bp_field_value){ 0 };
        if (!pattern->groups[i] || !bp_matcher_group(matcher, pattern->groups[i], &start, &end)) continue;
        e->fields[i].text = (bp_view){ text + start, end - start };
        e->fields[i].value = bp_value_in(grammar->words, grammar->lists[i], e->fields[i].text);
    }
}

/* The grammar of dates, compiled: each pattern with its meaning, what wakes it,
 * and where its fields are. */
#include "grammar.h"

#include "numbers.h"
#include "reading.h"

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

/* False: no memory, or a mistake in the grammar, which a test would have found. */
static bool compile(bp_arena *arena, const bp_grammar_pattern *from, bp_date_pattern *to)
{
    to->pattern = bp_pattern_new(arena, from->regex, true, NULL);
    to->meaning = meaning_of(from->name);
    to->classes = from->classes;
    to->words = from->words;
    to->numbers = from->numbers;
    if (!to->pattern || to->meaning == BP_MEANING_COUNT) return false;
    for (int i = 0; i < BP_FIELD_COUNT; i++) to->groups[i] = (uint8_t)bp_pattern_group(to->pattern, fields[i]);
    return true;
}

const bp_date_grammar *bp_date_grammar_new(bp_arena *arena)
{
    const bp_grammar *from = &bp_dates_grammar;
    bp_date_grammar *grammar = bp_arena_take(arena, sizeof *grammar);
    if (!grammar || from->pattern_count > BP_MOST_PATTERNS) return NULL;
    grammar->words = from;
    grammar->patterns = bp_arena_take(arena, from->pattern_count * sizeof *grammar->patterns);
    if (!grammar->patterns) return NULL;
    for (uint32_t i = 0; i < from->pattern_count; i++) {
        bp_date_pattern pattern = { 0 };
        if (!compile(arena, &from->patterns[i], &pattern)) return NULL;
        grammar->classes |= pattern.classes;
        if (pattern.meaning == BP_MEANS_prefix)
            grammar->prefix = pattern;
        else
            grammar->patterns[grammar->count++] = pattern;
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
        e->fields[i].value = bp_list_value(grammar->words, list_of((bp_field)i), e->fields[i].text);
    }
}

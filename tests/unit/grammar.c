/* The sentences beside the patterns of the grammars in src/english: what each finds. */
#include "text/grammar.h"

#include "dates/dates.h"
#include "dates/reading.h"
#include "names/rules.h"

#include "test.h"

#include <stdlib.h>

static const bp_grammar_example dates[] = {
#include "dates_examples.inc"
};
static const bp_grammar_example rules[] = {
#include "rules_examples.inc"
};

static bp_arena engine_arena;

static void report(const bp_grammar_example *example, const char *found)
{
    char message[600];
    snprintf(message, sizeof message, "%s: \"%s\" finds %s instead of %s", example->pattern, example->text, found,
             example->finds ? example->finds : "nothing");
    test_fail(__FILE__, __LINE__, message);
    test_good = true; /* tell of every one */
}

/* Calls `check` with what one example leads to; gives whether it was right. */
typedef bool checker(const bp_grammar_example *example, const bp_document *document, bp_findings *findings);

static void check_all(const bp_grammar_example *examples, size_t count, checker *check)
{
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        bp_arena arena;
        bp_document document;
        bp_arena_init(&arena, &bp_default_allocator);
        bp_findings findings = { .arena = &arena };
        CHECK(bp_document_read(&document, &arena, examples[i].text, strlen(examples[i].text)));
        wrong += !check(&examples[i], &document, &findings);
        bp_arena_done(&arena);
    }
    CHECK(count > 0);
    EQUAL_INT(wrong, 0);
}

static bool is_span(const bp_grammar_example *example, bp_span span)
{
    const size_t length = span.end.byte - span.start.byte;
    return strlen(example->finds) == length && memcmp(example->finds, example->text + span.start.byte, length) == 0;
}

#define NAME(name) #name,
static const char *const meanings[] = { BP_MEANINGS(NAME) };

static bool has_meaning(const bp_reading *reading, const char *meaning)
{
    return (reading->has_main && strcmp(meanings[reading->main.meaning], meaning) == 0) ||
           (reading->has_clock && strcmp(meanings[reading->clock.meaning], meaning) == 0) ||
           (reading->has_piece && strcmp(meanings[reading->piece.meaning], meaning) == 0);
}

static bool is_date(const bp_findings *findings, bp_span span)
{
    for (uint32_t i = 0; i < findings->dates.count; i++)
        if (findings->dates.items[i].span.start.byte == span.start.byte) return true;
    return false;
}

/* Is one of the dates found an expression of this meaning? */
static bool is_found(const bp_date_grammar *grammar, const bp_document *document, const bp_findings *findings,
                     const char *meaning)
{
    bp_reader reader;
    CHECK(bp_reader_open(&reader, grammar, document));
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        bp_reading reading;
        if (!bp_is_trigger(&reader, i) || bp_read_at(&reader, i, 0, &reading) != BP_READING_FOUND) continue;
        const bp_span span = bp_span_of(document, reading.first, reading.end);
        if (has_meaning(&reading, meaning) && is_date(findings, span)) return true;
    }
    return false;
}

static bool check_dates(const bp_grammar_example *example, const bp_document *document, bp_findings *findings)
{
    static const bp_date_grammar *grammar;
    char found[200] = "nothing";
    if (!grammar) grammar = bp_date_grammar_new(&engine_arena);
    if (!bp_find_dates(grammar, document, &(bp_request){ .date = "2019-05-31" }, findings)) return false;
    for (uint32_t i = 0; i < findings->dates.count; i++) {
        const bp_span span = findings->dates.items[i].span;
        if (example->finds && is_span(example, span)) return true;
        snprintf(found, sizeof found, "%.*s", (int)(span.end.byte - span.start.byte), example->text + span.start.byte);
    }
    /* What the pattern "nothing" stands for is no date; other patterns merely do not find it. */
    const bool no_date = strcmp(example->pattern, "nothing") == 0;
    if (!example->finds && no_date && findings->dates.count == 0) return true;
    if (!example->finds && !no_date && !is_found(grammar, document, findings, example->pattern)) return true;
    report(example, found);
    return false;
}

static bool check_rules(const bp_grammar_example *example, const bp_document *document, bp_findings *findings)
{
    static const bp_rules *compiled;
    char found[200] = "nothing";
    uint32_t of_type = 0;
    if (!compiled) compiled = bp_rules_new(&engine_arena);
    if (!bp_find_rules(compiled, document, findings)) return false;
    for (uint32_t i = 0; i < findings->mentions.count; i++) {
        const bp_mention *mention = &findings->mentions.items[i];
        if (strcmp(bp_entity_type_name(mention->type), example->pattern) != 0) continue;
        if (example->finds && is_span(example, mention->span)) return true;
        const bp_span span = mention->span;
        snprintf(found, sizeof found, "%.*s", (int)(span.end.byte - span.start.byte), example->text + span.start.byte);
        of_type++;
    }
    if (!example->finds && of_type == 0) return true;
    report(example, found);
    return false;
}

static void check_date_examples(void)
{
    check_all(dates, sizeof dates / sizeof *dates, check_dates);
}

static void check_rule_examples(void)
{
    check_all(rules, sizeof rules / sizeof *rules, check_rules);
}

int main(void)
{
    bp_arena_init(&engine_arena, &bp_default_allocator);
    TEST("the examples of dates.grammar", check_date_examples);
    TEST("the examples of rules.grammar", check_rule_examples);
    bp_arena_done(&engine_arena);
    return test_done();
}

/* Spans nest or are disjoint, whatever the stages hand over. */
#include "findings.h"

#include "test.h"

static bp_arena arena;
static bp_findings findings;

static void begin(void)
{
    bp_arena_init(&arena, &bp_default_allocator);
    findings = (bp_findings){ .arena = &arena };
}

static bp_span span(uint32_t start, uint32_t end)
{
    return (bp_span){ { start, start, start }, { end, end, end } };
}

static void add_mention(uint32_t start, uint32_t end, bp_entity_type type, bp_form form)
{
    bp_entity *entity = bp_push(&arena, &findings.entities);
    bp_entity_note *note = bp_push(&arena, &findings.notes);
    bp_mention *mention = bp_push(&arena, &findings.mentions);
    if (!entity || !note || !mention) return;
    *entity = (bp_entity){ .type = type };
    *mention =
        (bp_mention){ .span = span(start, end), .type = type, .form = form, .entity = findings.entities.count - 1 };
}

static void add_date(uint32_t start, uint32_t end)
{
    bp_date *date = bp_push(&arena, &findings.dates);
    if (date) *date = (bp_date){ .span = span(start, end), .value = "2019" };
}

static void add_quote(uint32_t start, uint32_t end, bp_quote_type type)
{
    bp_quote *quote = bp_push(&arena, &findings.quotes);
    if (quote) *quote = (bp_quote){ .span = span(start, end), .type = type, .speaker_entity = BP_NONE };
}

/* What is left, as "m10-20 d30-40 q1-2 ". */
static void expect(const char *wanted)
{
    char left[400] = "";
    size_t length = 0;
    CHECK(bp_findings_nest(&findings));
    for (uint32_t i = 0; i < findings.mentions.count; i++)
        length +=
            (size_t)snprintf(left + length, sizeof left - length, "m%u-%u ", findings.mentions.items[i].span.start.byte,
                             findings.mentions.items[i].span.end.byte);
    for (uint32_t i = 0; i < findings.dates.count; i++)
        length += (size_t)snprintf(left + length, sizeof left - length, "d%u-%u ",
                                   findings.dates.items[i].span.start.byte, findings.dates.items[i].span.end.byte);
    for (uint32_t i = 0; i < findings.quotes.count; i++)
        length += (size_t)snprintf(left + length, sizeof left - length, "q%u-%u ",
                                   findings.quotes.items[i].span.start.byte, findings.quotes.items[i].span.end.byte);
    EQUAL_TEXT(left, wanted);
    bp_arena_done(&arena);
}

static void keeps_what_is_apart(void)
{
    begin();
    add_mention(30, 40, BP_PLACE, BP_NAME);
    add_mention(0, 10, BP_PERSON, BP_NAME);
    add_date(10, 20);
    expect("m0-10 m30-40 d10-20 ");
}

static void keeps_the_longer_of_two_that_cross(void)
{
    begin();
    add_mention(0, 10, BP_ORGANIZATION, BP_NAME);
    add_date(5, 30);
    expect("d5-30 ");
    begin();
    add_date(0, 20);
    add_mention(10, 40, BP_ORGANIZATION, BP_NAME);
    expect("m10-40 ");
}

/* "Daniel P. Lindqvist Feb." and "Feb. 1" */
static void gives_a_date_back_what_a_name_took(void)
{
    begin();
    add_mention(0, 30, BP_PERSON, BP_NAME);
    add_date(20, 40);
    expect("d20-40 ");
}

static void marks_nothing_inside_a_name(void)
{
    begin();
    add_mention(0, 30, BP_ORGANIZATION, BP_NAME);
    add_mention(10, 20, BP_PLACE, BP_NAME);
    add_date(22, 26);
    expect("m0-30 ");
}

static void lets_names_stand_in_descriptions(void)
{
    begin();
    add_mention(0, 30, BP_ORGANIZATION, BP_NOMINAL);
    add_mention(4, 6, BP_ORGANIZATION, BP_NAME);
    expect("m0-30 m4-6 ");
}

static void lets_all_stand_in_quotations(void)
{
    begin();
    add_quote(0, 50, BP_DIRECT);
    add_mention(5, 10, BP_PERSON, BP_NAME);
    add_date(20, 30);
    expect("m5-10 d20-30 q0-50 ");
}

static void lets_no_name_cross_a_quotation(void)
{
    begin();
    add_quote(10, 50, BP_DIRECT);
    add_mention(0, 100, BP_PERSON, BP_NAME); /* around it: a quotation counts whole */
    add_date(45, 60);
    expect("m0-100 q10-50 ");
    begin();
    add_quote(10, 50, BP_MIXED);
    add_mention(5, 20, BP_PERSON, BP_NAME);
    expect("q10-50 ");
}

static void gives_way_with_indirect_speech(void)
{
    begin();
    add_quote(10, 50, BP_INDIRECT);
    add_mention(5, 20, BP_PERSON, BP_NAME);
    expect("m5-20 ");
}

static void lets_house_style_win(void)
{
    begin();
    add_mention(0, 9, BP_PERSON, BP_NAME);
    add_mention(0, 9, BP_WORK, BP_NAME);
    findings.notes.items[1].house = true;
    add_mention(20, 40, BP_ORGANIZATION, BP_NAME);
    add_mention(30, 34, BP_PRODUCT, BP_NAME);
    findings.notes.items[3].house = true;
    expect("m0-9 m30-34 ");
}

static void takes_a_person_for_a_person(void)
{
    begin();
    add_mention(0, 3, BP_PERSON, BP_NAME); /* May */
    add_date(0, 3);
    expect("m0-3 ");
    begin();
    add_mention(0, 7, BP_EVENT, BP_NAME); /* Ramadan */
    add_date(0, 7);
    expect("d0-7 ");
}

static void drops_what_is_empty(void)
{
    begin();
    add_mention(5, 5, BP_PERSON, BP_NAME);
    add_date(7, 7);
    expect("");
}

static uint32_t state = 99;

static uint32_t random_below(uint32_t bound)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 16) % bound;
}

static void add_random(void)
{
    const uint32_t start = random_below(60), end = start + random_below(12), what = random_below(4);
    if (what == 0)
        add_date(start, end);
    else if (what == 1)
        add_quote(start, end, (bp_quote_type)random_below(3));
    else
        add_mention(start, end, (bp_entity_type)random_below(BP_ENTITY_TYPES), (bp_form)random_below(5));
}

static bool crosses(bp_span a, bp_span b)
{
    return a.start.byte < b.start.byte && b.start.byte < a.end.byte && a.end.byte < b.end.byte;
}

static bool any_cross(void)
{
    bp_span all[80];
    uint32_t count = 0;
    for (uint32_t i = 0; i < findings.mentions.count; i++) all[count++] = findings.mentions.items[i].span;
    for (uint32_t i = 0; i < findings.dates.count; i++) all[count++] = findings.dates.items[i].span;
    for (uint32_t i = 0; i < findings.quotes.count; i++) all[count++] = findings.quotes.items[i].span;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < count; k++)
            if (crosses(all[i], all[k])) return true;
    return false;
}

static void never_lets_two_cross(void)
{
    for (int round = 0; round < 3000 && test_good; round++) {
        begin();
        for (uint32_t i = 2 + random_below(30); i > 0; i--) add_random();
        const bool any = findings.mentions.count + findings.dates.count + findings.quotes.count > 0;
        CHECK(bp_findings_nest(&findings));
        CHECK(!any_cross());
        CHECK(any);
        bp_arena_done(&arena);
    }
}

static void selects_kinds(void)
{
    const bp_kinds kinds = {
        .entities = 1u << BP_PLACE, .dates = 1u << BP_SET, .quotes = 1u << BP_MIXED, .chosen = true
    };
    begin();
    add_mention(0, 3, BP_PERSON, BP_NAME);
    add_mention(5, 9, BP_PLACE, BP_NAME);
    add_mention(10, 13, BP_PERSON, BP_NAME);
    add_mention(15, 19, BP_PLACE, BP_NAME);
    findings.mentions.items[3].entity = 1;
    add_date(30, 34);
    add_quote(40, 50, BP_DIRECT);
    add_quote(60, 70, BP_MIXED);
    findings.quotes.items[1].has_speaker = true;
    findings.quotes.items[1].speaker_entity = 0;
    CHECK(bp_findings_select(&findings, &kinds));
    EQUAL_INT(findings.mentions.count, 2);
    EQUAL_INT(findings.entities.count, 1);
    EQUAL_INT(findings.entities.items[0].type, BP_PLACE);
    EQUAL_INT(findings.entities.items[0].mention_count, 2);
    EQUAL_INT(findings.entities.items[0].mentions[0], 0);
    EQUAL_INT(findings.entities.items[0].mentions[1], 1);
    EQUAL_INT(findings.mentions.items[1].entity, 0);
    EQUAL_INT(findings.dates.count, 0);
    EQUAL_INT(findings.quotes.count, 1);
    EQUAL_INT(findings.quotes.items[0].speaker_entity, BP_NONE); /* its entity is no longer there */
    bp_arena_done(&arena);
}

int main(void)
{
    TEST("what is apart stays, in order", keeps_what_is_apart);
    TEST("of two that cross the longer stays", keeps_the_longer_of_two_that_cross);
    TEST("a name that ends inside a date goes", gives_a_date_back_what_a_name_took);
    TEST("nothing is marked inside a name", marks_nothing_inside_a_name);
    TEST("a name stands inside a description", lets_names_stand_in_descriptions);
    TEST("names and dates stand inside a quotation", lets_all_stand_in_quotations);
    TEST("nothing crosses the edge of a quotation", lets_no_name_cross_a_quotation);
    TEST("indirect speech gives way", gives_way_with_indirect_speech);
    TEST("house style goes before the tagger", lets_house_style_win);
    TEST("of a name and a date in one place", takes_a_person_for_a_person);
    TEST("what is empty goes", drops_what_is_empty);
    TEST("no two of many random spans cross", never_lets_two_cross);
    TEST("only the kinds that are wanted, and entities that have a mention", selects_kinds);
    return test_done();
}

/* Reading a result through the header, and what a request changes in it. */
#include "bluepencil.h"

#include "meter.h"
#include "test.h"

static const char text[] =
    "\xF0\x9F\x9A\x80 Ama Nkrumah arrived in Turin on Friday. \"It was caf\xC3\xA9 weather,\" she said.\n";
static bp_engine *engine;

static bp_result *annotate(const bp_request *request)
{
    bp_result *result = NULL;
    bp_error error;
    if (bp_annotate(engine, text, sizeof text - 1, request, &result, &error) != BP_OK)
        test_fail(__FILE__, __LINE__, error.message);
    return result;
}

static void is_read_by_index(void)
{
    const bp_request request = { .date = "2019-05-31" };
    bp_result *result = annotate(&request);
    EQUAL_INT(bp_mention_count(result), 3);
    EQUAL_INT(bp_date_count(result), 1);
    EQUAL_INT(bp_quote_count(result), 1);
    EQUAL_INT(bp_block_count(result), 1);
    EQUAL_INT(bp_warning_count(result), 0);
    EQUAL_INT(bp_entity_count(result), 2);
    CHECK(bp_mention_at(result, 3) == NULL && bp_date_at(result, 1) == NULL && bp_quote_at(result, 1) == NULL);
    CHECK(bp_block_at(result, 1) == NULL && bp_entity_at(result, 2) == NULL && bp_warning_at(result, 0) == NULL);
    EQUAL_TEXT(bp_date_at(result, 0)->value, "2019-05-31");
    EQUAL_TEXT(bp_date_at(result, 0)->earliest, "2019-05-31");
    EQUAL_INT(bp_result_reference(result).source, BP_REFERENCE_OPTION);
    EQUAL_TEXT(bp_result_reference(result).date, "2019-05-31");
    const bp_entity *person = bp_entity_at(result, 0);
    EQUAL_INT(person->type, BP_PERSON);
    EQUAL_INT(person->mention_count, 2);
    EQUAL_INT(bp_mention_at(result, person->mentions[0])->entity, 0);
    EQUAL_INT(bp_mention_at(result, person->mentions[1])->form, BP_PRONOUN);
    const bp_quote *quote = bp_quote_at(result, 0);
    CHECK(quote->has_speaker && quote->has_cue && quote->span_count == 1);
    EQUAL_INT(quote->speaker_entity, 0);
    bp_result_free(result);
}

static void counts_three_ways(void)
{
    bp_result *result = annotate(NULL);
    const bp_span name = bp_mention_at(result, 0)->span, quote = bp_quote_at(result, 0)->span;
    EQUAL_INT(name.start.byte, 5); /* the rocket: four bytes, two units, one point */
    EQUAL_INT(name.start.unit, 3);
    EQUAL_INT(name.start.point, 2);
    EQUAL_INT(quote.end.byte - quote.start.byte, 23); /* the accent: two bytes, one unit, one point */
    EQUAL_INT(quote.end.unit - quote.start.unit, 22);
    EQUAL_INT(quote.end.point - quote.start.point, 22);
    bp_result_free(result);
}

static bool json_has(const bp_request *request, const char *part)
{
    bp_result *result = annotate(request);
    const char *json = "";
    EQUAL_INT(bp_result_json(result, &json, NULL, NULL), BP_OK);
    const bool has = strstr(json, part) != NULL;
    bp_result_free(result);
    return has;
}

static void is_written_in_the_unit_asked_for(void)
{
    CHECK(json_has(NULL, "\"offsets\":\"utf-16\""));
    CHECK(json_has(NULL, "\"mentions\":[{\"start\":3,\"end\":14,"));
    CHECK(json_has(&(bp_request){ .offsets = BP_UTF8 }, "\"mentions\":[{\"start\":5,\"end\":16,"));
    CHECK(json_has(&(bp_request){ .offsets = BP_CODE_POINT }, "\"mentions\":[{\"start\":2,\"end\":13,"));
}

static const bp_date *only_date(const char *signing, bp_day_order order, bp_result **result)
{
    const bp_request request = { .order = order };
    EQUAL_INT(bp_annotate(engine, signing, strlen(signing), &request, result, NULL), BP_OK);
    EQUAL_INT(bp_date_count(*result), 1);
    return bp_date_at(*result, 0);
}

/* 3/4/2019: both readings, unless the request says which. */
static void reads_figures_both_ways(void)
{
    static const char signing[] = "Signed on 3/4/2019.";
    bp_result *result;
    const bp_date *date = only_date(signing, BP_ORDER_OF_TEXT, &result);
    EQUAL_TEXT(date->value, "2019-04-03");
    EQUAL_TEXT(date->alternatives[0], "2019-04-03");
    EQUAL_TEXT(date->alternatives[1], "2019-03-04");
    bp_result_free(result);
    date = only_date(signing, BP_MONTH_FIRST, &result);
    EQUAL_TEXT(date->value, "2019-03-04");
    CHECK(!date->alternatives[0] && !date->alternatives[1]);
    bp_result_free(result);
    date = only_date(signing, BP_DAY_FIRST, &result);
    EQUAL_TEXT(date->value, "2019-04-03");
    CHECK(!date->alternatives[0]);
    bp_result_free(result);
}

static void holds_the_kinds_asked_for(void)
{
    const bp_request places = { .kinds = { .entities = 1u << BP_PLACE, .chosen = true } };
    const bp_request nothing = { .kinds = { .chosen = true } };
    bp_result *result = annotate(&places);
    EQUAL_INT(bp_mention_count(result), 1);
    EQUAL_INT(bp_entity_count(result), 1);
    EQUAL_INT(bp_date_count(result) + bp_quote_count(result), 0);
    bp_result_free(result);
    result = annotate(&nothing);
    EQUAL_INT(bp_mention_count(result) + bp_entity_count(result) + bp_date_count(result) + bp_quote_count(result), 0);
    EQUAL_INT(bp_block_count(result), 1);
    bp_result_free(result);
}

static void is_written_once(void)
{
    bp_result *result = annotate(NULL);
    const char *first, *second, *annotations, *again;
    size_t length, more;
    EQUAL_INT(bp_result_json(result, &first, &length, NULL), BP_OK);
    EQUAL_INT(bp_result_json(result, &second, NULL, NULL), BP_OK);
    CHECK(first == second);
    EQUAL_INT(length, strlen(first));
    EQUAL_INT(bp_result_webannotation(result, NULL, &annotations, &length, NULL), BP_OK);
    EQUAL_INT(length, strlen(annotations));
    CHECK(strstr(annotations, "\"source\":\"urn:bluepencil:text\""));
    EQUAL_INT(bp_result_webannotation(result, "https://example.org/a", &again, &more, NULL), BP_OK);
    CHECK(strstr(again, "\"source\":\"https://example.org/a\""));
    EQUAL_INT(more, strlen(again));
    bp_result_free(result);
}

static void outlives_its_engine(void)
{
    meter m = { 0 };
    const bp_allocator allocator = meter_allocator(&m);
    const bp_engine_options options = { .allocator = &allocator };
    bp_engine *other;
    bp_result *result;
    const char *json = NULL;
    EQUAL_INT(bp_engine_new(&options, &other, NULL), BP_OK);
    EQUAL_INT(bp_annotate(other, text, sizeof text - 1, NULL, &result, NULL), BP_OK);
    bp_engine_free(other);
    EQUAL_INT(bp_result_json(result, &json, NULL, NULL), BP_OK);
    CHECK(json && strstr(json, "Ama Nkrumah"));
    bp_result_free(result);
    EQUAL_INT(m.live, 0);
}

static void is_empty_of_an_empty_text(void)
{
    static const char *const empty[] = { "", " ", "\n\n\n", "\t \r\n \xC2\xA0\xE2\x80\x8B", "\xEF\xBB\xBF" };
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        bp_result *result;
        const char *json = "";
        EQUAL_INT(bp_annotate(engine, empty[i], strlen(empty[i]), NULL, &result, NULL), BP_OK);
        EQUAL_INT(bp_result_json(result, &json, NULL, NULL), BP_OK);
        EQUAL_TEXT(
            json,
            "{\"schema\":\"bluepencil/1\",\"offsets\":\"utf-16\",\"language\":\"en\",\"reference\":{\"date\":null},"
            "\"blocks\":[],\"entities\":[],\"mentions\":[],\"dates\":[],\"quotes\":[]}");
        bp_result_free(result);
    }
    bp_result *result;
    EQUAL_INT(bp_annotate(engine, NULL, 0, NULL, &result, NULL), BP_OK);
    bp_result_free(result);
}

static void reads_only_its_length(void)
{
    bp_result *result;
    EQUAL_INT(bp_annotate(engine, text, 16, NULL, &result, NULL), BP_OK); /* up to the name */
    EQUAL_INT(bp_mention_count(result), 1);
    EQUAL_INT(bp_quote_count(result), 0);
    bp_result_free(result);
}

static void reads_requests(void)
{
    static const char json[] = "{\"date\":\"2019-05-31\",\"types\":[\"person\",\"date\",\"set\",\"mixed\",\"rules\"],"
                               "\"offsets\":\"code-point\",\"furniture\":true}";
    bp_request request;
    EQUAL_INT(bp_request_from_json(json, sizeof json - 1, &request, NULL), BP_OK);
    EQUAL_TEXT(request.date, "2019-05-31");
    CHECK(request.kinds.chosen && request.furniture);
    CHECK(request.order == BP_ORDER_OF_TEXT && request.zone[0] == 0);
    EQUAL_INT(request.offsets, BP_CODE_POINT);
    EQUAL_INT(request.kinds.entities, 1u << BP_PERSON | 0x3Fu << BP_MONEY);
    EQUAL_INT(request.kinds.dates, 1u << BP_DATE | 1u << BP_SET);
    EQUAL_INT(request.kinds.quotes, 1u << BP_MIXED);
    EQUAL_INT(bp_request_from_json("", 0, &request, NULL), BP_OK);
    CHECK(!request.kinds.chosen && !request.furniture && request.date[0] == 0);
    EQUAL_INT(bp_request_from_json("{\"zone\":-210,\"dayFirst\":false}", 30, &request, NULL), BP_OK);
    EQUAL_TEXT(request.zone, "-03:30");
    EQUAL_INT(request.order, BP_MONTH_FIRST);
    EQUAL_INT(bp_request_from_json("{\"types\":null,\"date\":null}", 26, &request, NULL), BP_OK);
    CHECK(!request.kinds.chosen);
}

static void names_what_it_holds(void)
{
    EQUAL_TEXT(bp_entity_type_name(BP_HANDLE), "handle");
    EQUAL_TEXT(bp_entity_type_name(BP_ENTITY_TYPES), "");
    EQUAL_TEXT(bp_form_name(BP_PRONOUN), "pronoun");
    EQUAL_TEXT(bp_date_type_name(BP_SET), "set");
    EQUAL_TEXT(bp_quote_type_name(BP_INDIRECT), "indirect");
    EQUAL_TEXT(bp_role_name(BP_BODY), "body");
    EQUAL_TEXT(bp_role_name(BP_FURNITURE), "furniture");
}

int main(void)
{
    if (bp_engine_new(NULL, &engine, NULL) != BP_OK) return 1;
    TEST("a result is read by index; past the end is NULL", is_read_by_index);
    TEST("places are counted in bytes, units and points", counts_three_ways);
    TEST("JSON counts in the unit that was asked for", is_written_in_the_unit_asked_for);
    TEST("figures are read both ways, unless the request says which", reads_figures_both_ways);
    TEST("only the kinds that were asked for", holds_the_kinds_asked_for);
    TEST("JSON is written once, Web Annotations when asked", is_written_once);
    TEST("a result outlives its engine", outlives_its_engine);
    TEST("an empty text gives an empty result", is_empty_of_an_empty_text);
    TEST("a text ends with its length", reads_only_its_length);
    TEST("requests are read from JSON", reads_requests);
    TEST("the words of the contract", names_what_it_holds);
    bp_engine_free(engine);
    return test_done();
}

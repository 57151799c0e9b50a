/* libFuzzer: the first bytes of the input choose the options, the rest is the
 * text. What must hold is checked here; the sanitizers see to memory. */
#include "bluepencil.h"

#include <stdlib.h>
#include <string.h>

enum { CHOICES = 4 };

static const char house[] = "{\"names\":[{\"name\":\"Ama Nkrumah\",\"type\":\"person\",\"aliases\":[\"A. "
                            "N.\"],\"id\":\"p-17\"}],\"ignore\":[\"Will\"],"
                            "\"patterns\":[{\"type\":\"product\",\"regex\":\"\\\\bA3[0-9]{2}neo\\\\b\"},{\"type\":"
                            "\"law\",\"regex\":\"(a+)+b\"}]}";

static void must(bool holds)
{
    if (!holds) abort();
}

static bp_engine *engine(bool with_house)
{
    static bp_engine *engines[2];
    const bp_engine_options options = { .house = with_house ? house : NULL, .house_length = sizeof house - 1 };
    if (!engines[with_house]) must(bp_engine_new(&options, &engines[with_house], NULL) == BP_OK);
    return engines[with_house];
}

static void check_span(bp_span span, size_t length)
{
    must(span.start.byte < span.end.byte && span.end.byte <= length);
    must(span.start.unit < span.end.unit && span.start.point < span.end.point);
    must(span.start.point <= span.start.unit && span.start.unit <= span.start.byte);
}

static bool crosses(bp_span a, bp_span b)
{
    return a.start.byte < b.start.byte && b.start.byte < a.end.byte && a.end.byte < b.end.byte;
}

/* Mentions and dates are in order, so each has to be set against the next few only. */
static void check_marks(const bp_result *result, size_t length)
{
    for (size_t i = 0; i < bp_mention_count(result); i++) {
        const bp_mention *mention = bp_mention_at(result, i), *next = bp_mention_at(result, i + 1);
        check_span(mention->span, length);
        must(mention->entity < bp_entity_count(result));
        must(!next || (mention->span.start.byte <= next->span.start.byte && !crosses(mention->span, next->span)));
    }
    for (size_t i = 0; i < bp_date_count(result); i++) {
        const bp_date *date = bp_date_at(result, i);
        check_span(date->span, length);
        must((date->earliest == NULL) == (date->latest == NULL));
        must(!date->earliest || strcmp(date->earliest, date->latest) <= 0);
    }
    for (size_t i = 0; i < bp_quote_count(result); i++) {
        const bp_quote *quote = bp_quote_at(result, i);
        check_span(quote->span, length);
        must(quote->span_count > 0);
        for (uint32_t k = 0; k < quote->span_count; k++) check_span(quote->spans[k], length);
        must(!quote->has_speaker || quote->speaker_entity == BP_NONE ||
             quote->speaker_entity < bp_entity_count(result));
    }
}

static void check_result(bp_result *result, size_t length)
{
    const char *json;
    size_t bytes;
    check_marks(result, length);
    for (size_t i = 0; i < bp_block_count(result); i++) check_span(bp_block_at(result, i)->span, length);
    must(bp_result_json(result, &json, &bytes, NULL) == BP_OK && strlen(json) == bytes);
    must(bp_result_webannotation(result, NULL, &json, &bytes, NULL) == BP_OK && strlen(json) == bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t choice[CHOICES] = { 0 };
    bp_request request = { .date = "2019-05-31" };
    bp_result *result;
    bp_error error;
    if (size < CHOICES) return 0;
    memcpy(choice, data, CHOICES);
    if (choice[0] & 1) request.date[0] = 0;
    request.furniture = choice[0] & 2;
    request.offsets = (bp_offset_unit)(choice[1] % 3);
    request.kinds = (bp_kinds){ choice[2] * 257u, choice[3], choice[3] >> 4, (choice[0] & 4) != 0 };
    const bp_status status =
        bp_annotate(engine(choice[0] & 8), (const char *)data + CHOICES, size - CHOICES, &request, &result, &error);
    must(status == BP_OK || (status == BP_ERROR_UTF8 && error.at < size - CHOICES));
    if (status == BP_OK) check_result(result, size - CHOICES);
    bp_result_free(result);
    return 0;
}

/* The pipeline: an article in, its marks out.
 *
 *     text    blocks, tokens, sentences, roles
 *     names   mentions by list, by rule and by the tagger; entities
 *     dates   expressions, and the days they mean
 *     quotes  marks, cues, speakers
 *     nest    spans that nest or are disjoint, in the order of the text
 *     select  the kinds that were asked for
 *
 * The text's tokens live in a working arena that goes when the call ends; what
 * was found lives in the result's. */
#include "bluepencil.h"

#include "calendar.h"
#include "engine.h"
#include "names/names.h"
#include "quotes/quotes.h"
#include "text/document.h"
#include "text/language.h"
#include "text/utf8.h"

#include <string.h>

static bool copy_blocks(bp_result *result, const bp_document *document)
{
    for (uint32_t i = 0; i < document->blocks.count; i++) {
        bp_block *block = bp_push(&result->arena, &result->blocks);
        if (!block) return false;
        *block = (bp_block){ document->blocks.items[i].span, document->blocks.items[i].role };
    }
    return true;
}

static bool warn_of_language(const bp_document *document, bp_findings *findings)
{
    if (!bp_is_foreign(document)) return true;
    const char **warning = bp_push(findings->arena, &findings->warnings);
    if (!warning) return false;
    *warning = "the text does not look like English, which is what the marks are made for";
    return true;
}

static bool run_stages(const bp_engine *engine, bp_document *document, const bp_request *request, bp_result *result)
{
    bp_findings *findings = &result->findings;
    return warn_of_language(document, findings) && bp_find_names(document, engine->rules, engine->house, findings) &&
           bp_find_dates(engine->dates, document, request, findings) && bp_find_quotes(document, findings) &&
           bp_findings_nest(findings) && bp_findings_select(findings, &request->kinds) && copy_blocks(result, document);
}

static bool read_and_run(const bp_engine *engine, const bp_request *request, bp_result *result)
{
    bp_arena work;
    bp_document document;
    bp_arena_init(&work, &engine->allocator);
    bool done = bp_document_read(&document, &work, result->text, result->length);
    document.reads_furniture = request->furniture;
    done = done && run_stages(engine, &document, request, result);
    bp_arena_done(&work);
    return done;
}

static bp_result *result_new(const bp_engine *engine, const char *text, size_t length, bp_offset_unit offsets)
{
    bp_arena arena;
    bp_arena_init(&arena, &engine->allocator);
    bp_result *result = bp_arena_take(&arena, sizeof *result);
    if (!result) return NULL;
    result->allocator = engine->allocator; /* the result may outlive its engine */
    result->arena = arena;
    result->arena.allocator = &result->allocator;
    result->text = text;
    result->length = length;
    result->offsets = offsets;
    result->findings.arena = &result->arena;
    return result;
}

bp_status bp_annotate(const bp_engine *engine, const char *text, size_t length, const bp_request *request,
                      bp_result **result, bp_error *error)
{
    const bp_request defaults = { 0 };
    size_t bad = 0;
    int zone;
    *result = NULL;
    if (!request) request = &defaults;
    if (length > engine->max_bytes)
        return bp_fail(error, BP_ERROR_TOO_LARGE, engine->max_bytes, "the text is longer than the limit");
    if (request->date[0] && !bp_calendar_is_date(request->date))
        return bp_fail(error, BP_ERROR_OPTIONS, 0, "date: not a day of the calendar, YYYY-MM-DD");
    if (request->zone[0] && !bp_calendar_read_zone(request->zone, &zone))
        return bp_fail(error, BP_ERROR_OPTIONS, 0, "zone: not Z or hours and minutes, +05:30");
    if (!bp_utf8_check(text, length, &bad)) return bp_fail(error, BP_ERROR_UTF8, bad, "the text is not UTF-8");
    bp_result *made = result_new(engine, text, length, request->offsets);
    if (!made || !read_and_run(engine, request, made)) {
        bp_result_free(made);
        return bp_fail(error, BP_ERROR_MEMORY, 0, "out of memory");
    }
    *result = made;
    return BP_OK;
}

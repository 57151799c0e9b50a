/* No memory, at any moment: for every n the n-th allocation fails, once alone
 * and once with all after it. The call says so, gives back what it took, and
 * the engine works as before. */
#include "bluepencil.h"

#include "meter.h"
#include "test.h"

#include <cJSON.h>

static const char article[] =
    "Harbour closes\n\nBy Ama Nkrumah\n\nThe harbour at Turin closed on Friday, Dr Ama Nkrumah said in a report for "
    "the "
    "United Nations (UN), which cost $5 million.\n\n\"It may sit down for a month,\" Nkrumah said. \"We wait.\" She "
    "told "
    "reporters that A320neo boats, 12 km away, would \xE2\x80\x9Cnot move\xE2\x80\x9D before 3 June 2019.\n\nWrite to "
    "desk@example.org. \xC3\x89lan Co. paid 5 per cent.\n\nSign up for our newsletter\n";
static const char house[] = "{\"names\":[{\"name\":\"Ama Nkrumah\",\"type\":\"person\",\"aliases\":[\"A. N.\",\"Madam "
                            "Nkrumah\"],\"id\":\"p-17\"},"
                            "{\"name\":\"\xC3\x89lan Co.\",\"type\":\"organization\"}],\"ignore\":[\"Will\"],"
                            "\"patterns\":[{\"type\":\"product\",\"regex\":\"\\\\bA3[0-9]{2}neo\\\\b\"},{\"type\":"
                            "\"law\",\"regex\":\"(a+)+b\"}]}";

static meter block; /* of the engine's allocator */
static meter tree;  /* of cJSON's, which is the process's */
static bp_allocator allocator;

static void *tree_take(size_t size)
{
    return meter_resize(&tree, NULL, size ? size : 1);
}
static void tree_give(void *pointer)
{
    meter_resize(&tree, pointer, 0);
}

static void arm(meter *m, size_t n, bool on)
{
    block.calls = tree.calls = 0;
    m->fail_at = n;
    m->fail_on = on;
}

static void disarm(void)
{
    block.fail_at = tree.fail_at = 0;
}

/* One try of an operation: its status. What it made it also frees. */
typedef bp_status operation(bp_error *error);

/* Has the operation fail at each allocation that it makes of one kind. */
static void starve_kind(operation *run, meter *m, bool on, size_t least)
{
    bp_error error;
    bp_status status = BP_ERROR_MEMORY;
    size_t n = 0;
    const long live = block.live, live_tree = tree.live;
    while (status == BP_ERROR_MEMORY && n < 100000) {
        error = (bp_error){ 0 };
        arm(m, ++n, on);
        status = run(&error);
        disarm();
        if (status != BP_OK) {
            EQUAL_INT(error.code, BP_ERROR_MEMORY);
            EQUAL_TEXT(error.message, "out of memory");
        }
        EQUAL_INT(block.live, live);
        EQUAL_INT(tree.live, live_tree);
        EQUAL_INT(run(&error), BP_OK);
    }
    EQUAL_INT(status, BP_OK);
    CHECK(n > least); /* it did ask for memory */
}

static void starve(operation *run, size_t blocks, size_t trees)
{
    starve_kind(run, &block, false, blocks);
    starve_kind(run, &block, true, blocks);
    starve_kind(run, &tree, false, trees);
    starve_kind(run, &tree, true, trees);
}

static bp_status make_plain(bp_error *error)
{
    const bp_engine_options options = { .allocator = &allocator };
    bp_engine *engine;
    const bp_status status = bp_engine_new(&options, &engine, error);
    CHECK((status == BP_OK) == (engine != NULL));
    bp_engine_free(engine);
    return status;
}

static bp_status make_with_house(bp_error *error)
{
    const bp_engine_options options = { .allocator = &allocator, .house = house, .house_length = sizeof house - 1 };
    bp_engine *engine;
    const bp_status status = bp_engine_new(&options, &engine, error);
    CHECK((status == BP_OK) == (engine != NULL));
    bp_engine_free(engine);
    return status;
}

static bp_status make_from_json(bp_error *error)
{
    char json[2000];
    snprintf(json, sizeof json, "{\"maxBytes\":1000000,\"house\":%s}", house);
    bp_engine *engine;
    const bp_status status = bp_engine_from_json(json, strlen(json), &allocator, &engine, error);
    CHECK((status == BP_OK) == (engine != NULL));
    bp_engine_free(engine);
    return status;
}

static bp_status read_request(bp_error *error)
{
    static const char json[] =
        "{\"date\":\"2019-05-31\",\"types\":[\"names\",\"dates\",\"quotes\"],\"offsets\":\"utf-8\"}";
    bp_request request;
    return bp_request_from_json(json, sizeof json - 1, &request, error);
}

/* One engine for what follows: a failed call must not spoil it. */
static bp_engine *engine;
static bp_result *kept;
static char expected[20000];
static const bp_request request = { .date = "2019-05-31" };

static bp_status annotate(bp_error *error)
{
    bp_result *result;
    const bp_status status = bp_annotate(engine, article, sizeof article - 1, &request, &result, error);
    CHECK((status == BP_OK) == (result != NULL));
    if (status == BP_OK && !block.fail_at && !tree.fail_at) {
        const char *json = NULL;
        EQUAL_INT(bp_result_json(result, &json, NULL, NULL), BP_OK);
        EQUAL_TEXT(json, expected);
    }
    bp_result_free(result);
    return status;
}

static bp_status write_json(bp_error *error)
{
    bp_result *result;
    const char *json;
    size_t length;
    if (bp_annotate(engine, article, sizeof article - 1, &request, &result, NULL) != BP_OK) return BP_ERROR_MEMORY;
    const bp_status status = bp_result_json(result, &json, &length, error);
    CHECK((status == BP_OK) == (json != NULL));
    if (status != BP_OK) {
        disarm(); /* the same result can be asked again */
        EQUAL_INT(bp_result_json(result, &json, &length, NULL), BP_OK);
    }
    EQUAL_TEXT(json, expected);
    bp_result_free(result);
    return status;
}

/* The result is kept, so that only writing is starved. */
static bp_status write_annotations(bp_error *error)
{
    const char *json = NULL;
    const bp_status status = bp_result_webannotation(kept, NULL, &json, NULL, error);
    if (status == BP_OK) CHECK(json && json[0] == '[' && strlen(json) > 1000);
    return status;
}

static void starve_annotations(void)
{
    bp_error error;
    EQUAL_INT(bp_annotate(engine, article, sizeof article - 1, &request, &kept, &error), BP_OK);
    EQUAL_INT(write_annotations(&error), BP_OK);
    starve(write_annotations, 3, 100);
    bp_result_free(kept);
}

static void starve_plain(void)
{
    starve_kind(make_plain, &block, false, 3);
    starve_kind(make_plain, &block, true, 3);
}
static void starve_with_house(void)
{
    starve_kind(make_with_house, &block, false, 30);
    starve_kind(make_with_house, &block, true, 30);
}
static void starve_from_json(void)
{
    starve(make_from_json, 30, 1);
}
static void starve_request(void)
{
    starve_kind(read_request, &tree, false, 5);
    starve_kind(read_request, &tree, true, 5);
}
static void starve_annotate(void)
{
    starve_kind(annotate, &block, false, 3);
    starve_kind(annotate, &block, true, 3);
}
static void starve_json(void)
{
    starve_kind(write_json, &tree, false, 100);
    starve_kind(write_json, &tree, true, 100);
    bp_error error;
    for (size_t n = 1; n < 60; n++) { /* here the blocks of annotating are among those that fail */
        arm(&block, n, false);
        const bp_status status = write_json(&error);
        CHECK(status == BP_OK || status == BP_ERROR_MEMORY);
        disarm();
    }
}

static bool prepare(void)
{
    const bp_engine_options options = { .allocator = &allocator, .house = house, .house_length = sizeof house - 1 };
    bp_result *result;
    const char *json;
    if (bp_engine_new(&options, &engine, NULL) != BP_OK) return false;
    if (bp_annotate(engine, article, sizeof article - 1, &request, &result, NULL) != BP_OK) return false;
    if (bp_result_json(result, &json, NULL, NULL) != BP_OK) return false;
    snprintf(expected, sizeof expected, "%s", json);
    bp_result_free(result);
    return strlen(expected) > 2000 && strlen(expected) < sizeof expected - 1;
}

int main(void)
{
    cJSON_Hooks hooks = { tree_take, tree_give };
    cJSON_InitHooks(&hooks);
    allocator = meter_allocator(&block);
    if (!prepare()) return puts("Bail out! no engine"), 1;
    TEST("making an engine", starve_plain);
    TEST("making an engine with house style", starve_with_house);
    TEST("making an engine from JSON", starve_from_json);
    TEST("reading a request", starve_request);
    TEST("annotating", starve_annotate);
    TEST("writing JSON", starve_json);
    TEST("writing Web Annotations", starve_annotations);
    bp_engine_free(engine);
    printf("# blocks: %ld left, trees: %ld left\n", block.live, tree.live);
    return test_done() || block.live || tree.live;
}

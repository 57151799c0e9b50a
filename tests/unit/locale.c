/* A program that uses the library may have set any locale: no byte changes. */
#include "bluepencil.h"

#include "test.h"

#include <locale.h>
#include <stdlib.h>

static const char text[] =
    "Ama Nkrumah paid $1.5 million for 2.5 acres in Turin on Friday. \"It is 3.5 percent,\" she said.";
static const char house[] = "{\"names\":[{\"name\":\"Ama Nkrumah\",\"type\":\"person\"}]}";
static char *before;

static char *annotate(void)
{
    const bp_engine_options options = { .house = house, .house_length = sizeof house - 1 };
    const bp_request request = { .date = "2019-05-31" };
    bp_engine *engine = NULL;
    bp_result *result = NULL;
    const char *json, *annotations;
    char *both = calloc(1, 40000);
    if (both && bp_engine_new(&options, &engine, NULL) == BP_OK &&
        bp_annotate(engine, text, sizeof text - 1, &request, &result, NULL) == BP_OK &&
        bp_result_json(result, &json, NULL, NULL) == BP_OK &&
        bp_result_webannotation(result, NULL, &annotations, NULL, NULL) == BP_OK)
        snprintf(both, 40000, "%s\n%s", json, annotations);
    bp_result_free(result);
    bp_engine_free(engine);
    return both;
}

static void writes_the_same(void)
{
    char *now = annotate();
    CHECK(now && before && strlen(now) > 1000);
    EQUAL_TEXT(now, before);
    free(now);
}

int main(void)
{
    before = annotate();
    if (!setlocale(LC_ALL, "") || localeconv()->decimal_point[0] != ',')
        puts("ok 1 - a locale that writes 1,5 # SKIP no such locale here\n1..1");
    else
        TEST("a locale that writes 1,5", writes_the_same);
    free(before);
    return test_failures ? 1 : 0;
}

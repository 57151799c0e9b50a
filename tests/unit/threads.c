/* One engine, four threads, every result the same. */
#include "bluepencil.h"

#include "test.h"

#include <pthread.h>
#include <stdlib.h>

enum { THREADS = 4, ROUNDS = 25 };

static const char *const articles[] = {
    "Ama Nkrumah arrived in Turin on Friday. \"We did not,\" she said, \"and will not.\"",
    "The harbour closed last week, according to Peter Lindqvist, who paid $5 million for 12 acres.",
    "Write to desk@example.org. The A320neo flew on 3 June 2019 at 10.30 a.m. from Accra to Lagos.",
};
enum { ARTICLES = sizeof articles / sizeof *articles };

static bp_engine *engine;
static char *expected[ARTICLES];

static char *annotate(const char *text)
{
    const bp_request request = { .date = "2019-05-31" };
    bp_result *result;
    const char *json;
    if (bp_annotate(engine, text, strlen(text), &request, &result, NULL) != BP_OK) return NULL;
    char *copy = bp_result_json(result, &json, NULL, NULL) == BP_OK ? malloc(strlen(json) + 1) : NULL;
    if (copy) strcpy(copy, json);
    bp_result_free(result);
    return copy;
}

/* The number of results that were not as expected. */
static void *work(void *number)
{
    intptr_t wrong = 0;
    for (int round = 0; round < ROUNDS; round++) {
        const size_t which = ((size_t)round + (size_t)(intptr_t)number) % ARTICLES;
        char *json = annotate(articles[which]);
        wrong += !json || strcmp(json, expected[which]) != 0;
        free(json);
    }
    return (void *)wrong;
}

static void share_an_engine(void)
{
    pthread_t threads[THREADS];
    for (intptr_t i = 0; i < THREADS; i++) EQUAL_INT(pthread_create(&threads[i], NULL, work, (void *)i), 0);
    for (int i = 0; i < THREADS; i++) {
        void *wrong = NULL;
        EQUAL_INT(pthread_join(threads[i], &wrong), 0);
        EQUAL_INT((intptr_t)wrong, 0);
    }
}

int main(void)
{
    static const char house[] = "{\"patterns\":[{\"type\":\"product\",\"regex\":\"\\\\bA3[0-9]{2}neo\\\\b\"}]}";
    const bp_engine_options options = { .house = house, .house_length = sizeof house - 1 };
    if (bp_engine_new(&options, &engine, NULL) != BP_OK) return 1;
    for (int i = 0; i < ARTICLES; i++)
        if (!(expected[i] = annotate(articles[i]))) return 1;
    TEST("four threads annotate with one engine", share_an_engine);
    for (int i = 0; i < ARTICLES; i++) free(expected[i]);
    bp_engine_free(engine);
    return test_done();
}

/* test.h - the harness of the unit tests: each program prints TAP and ends with
 * 1 if a check failed.
 *
 *     #include "test.h"
 *
 *     static void adds(void)
 *     {
 *         EQUAL_INT(1 + 1, 2);
 *     }
 *
 *     int main(void)
 *     {
 *         TEST("one and one are two", adds);
 *         return test_done();
 *     }
 */
#ifndef TEST_H
#define TEST_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static int test_count, test_failures;
static bool test_good;

static inline void test_fail(const char *file, int line, const char *what)
{
    /* Of a check in a loop the first failure says enough. */
    if (test_good) printf("# %s:%d: %s\n", file, line, what);
    test_good = false;
}

static inline void test_equal_int(const char *file, int line, const char *what, long long got, long long wanted)
{
    char message[400];
    if (got == wanted) return;
    snprintf(message, sizeof message, "%.200s is %lld, should be %lld", what, got, wanted);
    test_fail(file, line, message);
}

static inline void test_equal_text(const char *file, int line, const char *what, const char *got, const char *wanted)
{
    char message[1000];
    if (got == wanted || (got && wanted && strcmp(got, wanted) == 0)) return;
    snprintf(message, sizeof message, "%.100s is \"%.400s\", should be \"%.400s\"", what, got ? got : "(null)",
             wanted ? wanted : "(null)");
    test_fail(file, line, message);
}

#define CHECK(condition)        ((condition) ? (void)0 : test_fail(__FILE__, __LINE__, #condition))
#define EQUAL_INT(got, wanted)  test_equal_int(__FILE__, __LINE__, #got, (long long)(got), (long long)(wanted))
#define EQUAL_TEXT(got, wanted) test_equal_text(__FILE__, __LINE__, #got, (got), (wanted))

static inline void test_run(const char *name, void (*body)(void))
{
    test_good = true;
    body();
    test_failures += !test_good;
    printf("%s %d - %s\n", test_good ? "ok" : "not ok", ++test_count, name);
    fflush(stdout);
}
#define TEST(name, body) test_run(name, body)

static inline int test_done(void)
{
    printf("1..%d\n", test_count);
    return test_failures ? 1 : 0;
}

#endif

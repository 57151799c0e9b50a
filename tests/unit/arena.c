/* The arena: aligned, zeroed, growing in place, honest about memory. */
#undef BP_SMALLEST_BLOCK /* the arena as it is built for use, not as it is for the other tests */
#undef BP_LARGEST_STEP
#include "../../src/arena.c"

#include "meter.h"
#include "test.h"

#include <stdint.h>

static void gives_aligned_zeros(void)
{
    bp_arena arena;
    bp_arena_init(&arena, &bp_default_allocator);
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *bytes = bp_arena_take(&arena, size);
        CHECK(bytes != NULL && (uintptr_t)bytes % 16 == 0);
        for (size_t i = 0; bytes && i < size; i++) CHECK(bytes[i] == 0);
        if (bytes) memset(bytes, 0xAA, size);
    }
    bp_arena_done(&arena);
    CHECK(arena.block == NULL);
}

static void copies(void)
{
    bp_arena arena;
    bp_arena_init(&arena, &bp_default_allocator);
    const char *copy = bp_arena_copy(&arena, "Turin, Italy", 5);
    EQUAL_TEXT(copy, "Turin");
    EQUAL_TEXT(bp_arena_copy(&arena, NULL, 0), "");
    bp_arena_done(&arena);
}

static void grows_lists(void)
{
    bp_arena arena;
    BP_LIST(uint32_t) first = { 0 };
    BP_LIST(uint64_t) second = { 0 };
    bp_arena_init(&arena, &bp_default_allocator);
    for (uint32_t i = 0; i < 100000; i++) {
        uint32_t *one = bp_push(&arena, &first);
        uint64_t *two = i % 3 ? NULL : bp_push(&arena, &second);
        if (one) *one = i;
        if (two) *two = i;
    }
    EQUAL_INT(first.count, 100000);
    EQUAL_INT(second.count, 33334);
    for (uint32_t i = 0; i < first.count; i++) EQUAL_INT(first.items[i], i);
    for (uint32_t i = 0; i < second.count; i++) EQUAL_INT(second.items[i], 3 * i);
    bp_arena_done(&arena);
}

static void asks_seldom(void)
{
    meter m = { 0 };
    const bp_allocator allocator = meter_allocator(&m);
    bp_arena arena;
    bp_arena_init(&arena, &allocator);
    for (int i = 0; i < 100000; i++) CHECK(bp_arena_take(&arena, 100) != NULL);
    CHECK(m.calls < 15);
    bp_arena_done(&arena);
    EQUAL_INT(m.live, 0);
}

static void survives_without_memory(void)
{
    meter m = { .fail_at = 2, .fail_on = true };
    const bp_allocator allocator = meter_allocator(&m);
    bp_arena arena;
    uint32_t taken = 0;
    bp_arena_init(&arena, &allocator);
    while (taken < 1000000 && bp_arena_take(&arena, 1000)) taken++;
    CHECK(taken > 10 && taken < 1000);
    volatile size_t most = SIZE_MAX; /* volatile: a compiler that sees the size warns of it */
    CHECK(bp_arena_take(&arena, most) == NULL);
    CHECK(bp_arena_take(&arena, most - 40) == NULL);
    uint32_t room = UINT32_MAX;
    CHECK(bp_arena_grow(&arena, &room, &room, 1) == NULL);
    bp_arena_done(&arena);
    EQUAL_INT(m.live, 0);
}

int main(void)
{
    TEST("what it gives is aligned and zeroed", gives_aligned_zeros);
    TEST("copies end in NUL", copies);
    TEST("lists grow side by side and keep what is in them", grows_lists);
    TEST("the allocator is asked seldom", asks_seldom);
    TEST("without memory it says so and gives back what it has", survives_without_memory);
    return test_done();
}

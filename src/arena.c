/* The arena: blocks from an allocator, cut from the front.
 *
 * What is taken last can grow in place; that makes the growing lists of the
 * stages, of which one at a time is filled, nearly free. */
#include "arena.h"

#include <stdlib.h>
#include <string.h>

/* Under sanitizers blocks are made so small that nothing shares one: then memory
 * can run out at every single take, and nobody writes past the end of what was
 * taken unseen. */
#ifndef BP_SMALLEST_BLOCK
#define BP_SMALLEST_BLOCK (16 * 1024)
#define BP_LARGEST_STEP   (16 * 1024 * 1024)
#endif
enum { ALIGNMENT = 16, FIRST_BLOCK = BP_SMALLEST_BLOCK, LARGEST_STEP = BP_LARGEST_STEP };

struct bp_arena_block {
    bp_arena_block *before;
    size_t size, used; /* bytes behind this header */
};

static void *resize(void *context, void *pointer, size_t size)
{
    (void)context;
    if (size == 0) {
        free(pointer);
        return NULL;
    }
    return realloc(pointer, size);
}

const bp_allocator bp_default_allocator = { resize, NULL };

static size_t aligned(size_t size)
{
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

static unsigned char *block_bytes(bp_arena_block *block)
{
    return (unsigned char *)block + aligned(sizeof(bp_arena_block));
}

void bp_arena_init(bp_arena *arena, const bp_allocator *allocator)
{
    arena->allocator = allocator;
    arena->block = NULL;
}

void bp_arena_done(bp_arena *arena)
{
    while (arena->block) {
        bp_arena_block *before = arena->block->before;
        arena->allocator->resize(arena->allocator->context, arena->block, 0);
        arena->block = before;
    }
}

void bp_arena_empty(bp_arena *arena)
{
    bp_arena_block *newest = arena->block;
    if (!newest) return;
    arena->block = newest->before;
    bp_arena_done(arena);
    newest->before = NULL;
    newest->used = 0;
    arena->block = newest;
}

static bool add_block(bp_arena *arena, size_t least)
{
    size_t size = FIRST_BLOCK;
    if (arena->block) size = arena->block->size < LARGEST_STEP ? arena->block->size * 2 : LARGEST_STEP;
    if (size < least) size = least;
    if (size > SIZE_MAX - aligned(sizeof(bp_arena_block))) return false;
    bp_arena_block *block =
        arena->allocator->resize(arena->allocator->context, NULL, aligned(sizeof(bp_arena_block)) + size);
    if (!block) return false;
    *block = (bp_arena_block){ .before = arena->block, .size = size };
    arena->block = block;
    return true;
}

void *bp_arena_take_raw(bp_arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT) return NULL;
    size = aligned(size ? size : 1);
    if ((!arena->block || arena->block->size - arena->block->used < size) && !add_block(arena, size)) return NULL;
    void *pointer = block_bytes(arena->block) + arena->block->used;
    arena->block->used += size;
    return pointer;
}

void *bp_arena_take(bp_arena *arena, size_t size)
{
    void *pointer = bp_arena_take_raw(arena, size);
    return pointer ? memset(pointer, 0, size) : NULL;
}

char *bp_arena_copy(bp_arena *arena, const char *bytes, size_t length)
{
    char *copy = bp_arena_take_raw(arena, length + 1);
    if (!copy) return NULL;
    if (length) memcpy(copy, bytes, length);
    copy[length] = 0;
    return copy;
}

static bool grow_in_place(bp_arena *arena, void *items, size_t old, size_t more)
{
    bp_arena_block *block = arena->block;
    if (!items || (unsigned char *)items + old != block_bytes(block) + block->used) return false;
    if (block->size - block->used < more) return false;
    memset(block_bytes(block) + block->used, 0, more);
    block->used += more;
    return true;
}

void *bp_arena_grow(bp_arena *arena, void *items, uint32_t *room, size_t item_size)
{
    const uint32_t more = *room ? *room : 8;
    if (more > UINT32_MAX - *room || (size_t)*room + more > SIZE_MAX / item_size) return NULL;
    const size_t old = aligned(*room * item_size);
    const size_t new = aligned((*room + (size_t)more) * item_size);
    if (!grow_in_place(arena, items, old, new - old)) {
        void *moved = bp_arena_take(arena, new);
        if (!moved) return NULL;
        if (items) memcpy(moved, items, *room * item_size);
        items = moved;
    }
    *room += more;
    return items;
}

/* arena.h - all memory of one call, given back at once.
 *
 * An arena takes large blocks from an allocator and cuts them up; nothing in it
 * is released singly. Blocks double in size, so the allocator is asked a
 * logarithmic number of times and at most half of the memory lies idle. */
#ifndef BP_ARENA_H
#define BP_ARENA_H

#include "bluepencil.h"

typedef struct bp_arena_block bp_arena_block;

typedef struct bp_arena {
    const bp_allocator *allocator;
    bp_arena_block *block; /* the newest; each knows the one before it */
} bp_arena;

/* The C library's malloc, realloc and free. */
extern const bp_allocator bp_default_allocator;

void bp_arena_init(bp_arena *arena, const bp_allocator *allocator);
void bp_arena_done(bp_arena *arena);
/* Forgets what was taken; keeps the largest block for what will be. */
void bp_arena_empty(bp_arena *arena);

/* `size` bytes, aligned for any type and zeroed; NULL when memory is out. */
void *bp_arena_take(bp_arena *arena, size_t size);
/* The same, not zeroed: for those who write before they read. */
void *bp_arena_take_raw(bp_arena *arena, size_t size);

/* A NUL-terminated copy of `length` bytes; NULL when memory is out. */
char *bp_arena_copy(bp_arena *arena, const char *bytes, size_t length);

/* Room for more items behind `items`: at least one, in all twice as many. Moves
 * them if it must. `room` counts items. NULL when memory is out. */
void *bp_arena_grow(bp_arena *arena, void *items, uint32_t *room, size_t item_size);

/* A growing array: struct { T *items; uint32_t count, room; }. bp_push gives
 * the address of a new, zeroed last item, or NULL when memory is out; the list
 * must not be used after that. */
#define BP_LIST(type)         \
    struct {                  \
        type *items;          \
        uint32_t count, room; \
    }
#define bp_push(arena, list)                                                                                       \
    ((list)->count < (list)->room ||                                                                               \
             ((list)->items = bp_arena_grow((arena), (list)->items, &(list)->room, sizeof *(list)->items)) != NULL \
         ? &(list)->items[(list)->count++]                                                                         \
         : NULL)

#endif

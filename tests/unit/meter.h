/* meter.h - an allocator that counts, and fails when it is told to. */
#ifndef METER_H
#define METER_H

#include "bluepencil.h"

#include <stdlib.h>

typedef struct meter {
    size_t calls;   /* that ask for memory */
    size_t fail_at; /* the call that gets none, from 1; 0: all get some */
    bool fail_on;   /* so do those after it */
    long live;      /* blocks taken and not given back */
} meter;

static inline bool meter_fails(meter *m)
{
    m->calls++;
    return m->fail_at && (m->calls == m->fail_at || (m->fail_on && m->calls > m->fail_at));
}

static inline void *meter_resize(void *context, void *pointer, size_t size)
{
    meter *m = context;
    if (size == 0) {
        m->live -= pointer != NULL;
        free(pointer);
        return NULL;
    }
    if (meter_fails(m)) return NULL;
    m->live += pointer == NULL;
    return realloc(pointer, size);
}

static inline bp_allocator meter_allocator(meter *m)
{
    return (bp_allocator){ meter_resize, m };
}

#endif

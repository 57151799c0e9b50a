#ifndef BP_ERROR_H
#define BP_ERROR_H

#include "bluepencil.h"

/* Fills `error` if there is one and gives `code` back. */
bp_status bp_fail(bp_error *error, bp_status code, size_t at, const char *message);

#endif

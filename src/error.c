#include "error.h"

#include <stdio.h>

bp_status bp_fail(bp_error *error, bp_status code, size_t at, const char *message)
{
    if (error) {
        *error = (bp_error){ .code = code, .at = at };
        snprintf(error->message, sizeof error->message, "%s", message);
    }
    return code;
}

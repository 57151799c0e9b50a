/* Reading an article: its steps in their order. */
#include "document.h"

bool bp_document_read(bp_document *document, bp_arena *arena, const char *text, size_t length)
{
    *document = (bp_document){ .arena = arena, .text = text, .length = length };
    if (!bp_find_blocks(document) || !bp_find_tokens(document) || !bp_find_sentences(document)) return false;
    return bp_find_roles(document);
}

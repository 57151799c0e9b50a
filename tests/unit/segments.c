/* Prints the tokens and sentences of standard input, a line of JSON each, with
 * their places in all three counts: what the result does not say. */
#include "text/document.h"

#include <stdlib.h>

#include <stdio.h>

static void print(const char *kind, bp_span span)
{
    printf("{\"kind\":\"%s\",\"start\":{\"byte\":%u,\"unit\":%u,\"point\":%u},\"end\":{\"byte\":%u,\"unit\":%u,"
           "\"point\":%u}}\n",
           kind, span.start.byte, span.start.unit, span.start.point, span.end.byte, span.end.unit, span.end.point);
}

int main(void)
{
    enum { MOST = 1 << 20 };
    char *text = malloc(MOST);
    bp_document document;
    bp_arena arena;
    if (!text) return 1;
    const size_t length = fread(text, 1, MOST, stdin);
    bp_arena_init(&arena, &bp_default_allocator);
    if (!bp_document_read(&document, &arena, text, length)) return 1;
    for (uint32_t i = 0; i < document.tokens.count; i++) print("tokens", bp_span_of(&document, i, i + 1));
    for (uint32_t i = 0; i < document.sentences.count; i++)
        print("sentences", bp_span_of(&document, document.sentences.items[i].first, document.sentences.items[i].end));
    bp_arena_done(&arena);
    free(text);
    return 0;
}

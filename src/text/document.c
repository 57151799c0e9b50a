/* Finding one's place in an article that was read. */
#include "document.h"
#include "characters.h"

uint32_t bp_token_after(const bp_document *document, size_t byte)
{
    uint32_t low = 0, high = document->tokens.count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (document->tokens.items[middle].end.byte > byte)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

bp_offset bp_offset_of(const bp_document *document, size_t byte)
{
    const uint32_t token = bp_token_after(document, byte);
    bp_offset at = { 0 };
    if (token < document->tokens.count && document->tokens.items[token].start.byte <= byte)
        at = document->tokens.items[token].start;
    else if (token > 0)
        at = document->tokens.items[token - 1].end;
    while (at.byte < byte) {
        size_t length;
        bp_decode(document->text + at.byte, &length);
        at.byte += (uint32_t)length;
        at.unit += length == 4 ? 2 : 1;
        at.point += 1;
    }
    return at;
}

bp_span bp_span_of(const bp_document *document, uint32_t first, uint32_t end)
{
    return (bp_span){ document->tokens.items[first].start, document->tokens.items[end - 1].end };
}

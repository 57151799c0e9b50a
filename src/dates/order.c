/* Day or month first: "3/4/2019" is the third of April in London and the fourth
 * of March in Boston. A date of the same text that can be read only one way
 * decides; else "31 May" or "May 31" does, whichever it writes more often. */
#include "order.h"

enum { MONTHS = 12, DAYS = 31 };

/* The value of a token of one or two digits; 0: it is none. */
static int short_number(const bp_document *document, uint32_t token)
{
    if (token >= document->tokens.count || document->tokens.items[token].kind != BP_TOKEN_NUMBER) return 0;
    const bp_view text = bp_token_text(document, token);
    int value = 0;
    if (text.length > 2) return 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') return 0;
        value = value * 10 + (text.at[i] - '0');
    }
    return value;
}

/* Does a mark stand right behind the token, and the next one right behind that? */
static bool is_joined_by(const bp_document *document, uint32_t token, uint8_t mark)
{
    if (token + 2 >= document->tokens.count) return false;
    const bp_token *t = &document->tokens.items[token];
    return t[1].first == mark && t[1].start.byte == t[0].end.byte && t[2].start.byte == t[1].end.byte;
}

/* "28/02/2008" is 1, "02/28/2008" is -1, "3/4/2019" and anything else 0. */
static int order_of_figures(const bp_document *document, uint32_t token)
{
    const uint8_t mark = token + 1 < document->tokens.count ? document->tokens.items[token + 1].first : 0;
    if ((mark != '/' && mark != '-') || !is_joined_by(document, token, mark) ||
        !is_joined_by(document, token + 2, mark))
        return 0;
    const int first = short_number(document, token), middle = short_number(document, token + 2);
    if (first == 0 || middle == 0 || first > DAYS || middle > DAYS) return 0;
    return (first > MONTHS && middle <= MONTHS) - (middle > MONTHS && first <= MONTHS);
}

/* "31 May" is 1, "May 31" -1. */
static int order_of_name(const bp_document *document, uint32_t token)
{
    if (!(bp_token_classes(document, token) & BP_WORDS_MONTHS)) return 0;
    const bool before = token > 0 && document->tokens.items[token - 1].kind == BP_TOKEN_NUMBER;
    const int behind = short_number(document, token + 1);
    return before - (!before && behind > 0);
}

bp_day_order bp_find_order(const bp_document *document)
{
    int64_t figures = 0, names = 0;
    bool day_first = false, month_first = false;
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        if (document->tokens.items[i].kind == BP_TOKEN_NUMBER) {
            const int order = order_of_figures(document, i);
            day_first |= order > 0;
            month_first |= order < 0;
            figures += order;
        } else {
            names += order_of_name(document, i);
        }
    }
    if (day_first != month_first) return day_first ? BP_DAY_FIRST : BP_MONTH_FIRST;
    if (day_first && figures == 0) return BP_ORDER_OF_TEXT;
    if (day_first) names = figures; /* both ways: the more frequent */
    return names > 0 ? BP_DAY_FIRST : names < 0 ? BP_MONTH_FIRST : BP_ORDER_OF_TEXT;
}

/* Shortened: a name told by its initials or by one of its parts. */
#include "quotes/shortened.h"

#include <string.h>

enum { MOST_INITIALS = 4, MOST_ENTITIES = 200 };

static bp_view words_of(const bp_narration *n, uint32_t unit)
{
    const bp_span span = bp_span_of(n->document, bp_unit_at(n, unit)->first, bp_unit_at(n, unit)->end);
    return (bp_view){ n->document->text + span.start.byte, span.end.byte - span.start.byte };
}

/* The initials of a name, without stops, small words aside, or each letter of a label ("TA"); their number. */
static uint32_t initials_of(bp_view name, bool label, char *initials)
{
    uint32_t count = 0;
    bool begins = true;
    for (size_t i = 0; i < name.length; i++) {
        const char c = name.at[i];
        if ((begins || label) && c >= 'A' && c <= 'Z') {
            if (count == MOST_INITIALS) return 0;
            initials[count++] = c;
        }
        begins = c == ' ' || c == '-' || c == '.';
    }
    return count;
}

/* "A.N.:" in an interview with Ama Nkrumah. */
uint32_t bp_by_initials(const bp_narration *n, uint32_t unit)
{
    char wanted[MOST_INITIALS], found[MOST_INITIALS];
    const bp_view label = words_of(n, unit);
    const uint32_t count = initials_of(label, true, wanted);
    if (count < 2 || label.length > count * 3) return BP_NONE;
    const bp_findings *findings = n->findings;
    for (uint32_t i = 0; i < findings->entities.count && i < MOST_ENTITIES; i++) {
        const bp_entity *entity = &findings->entities.items[i];
        if (entity->type != BP_PERSON || entity->name.length <= label.length) continue;
        if (initials_of(entity->name, false, found) == count && memcmp(wanted, found, count) == 0) return i;
    }
    return BP_NONE;
}

/* "Million" is Million Assefa, though nothing else tells that it is a name here; BP_NONE: nobody or two. */
uint32_t bp_by_part(const bp_narration *n, uint32_t unit)
{
    const bp_findings *findings = n->findings;
    const bp_view part = words_of(n, unit);
    uint32_t found = BP_NONE;
    for (uint32_t i = 0; i < findings->entities.count && i < MOST_ENTITIES; i++) {
        const bp_entity *entity = &findings->entities.items[i];
        if (entity->type != BP_PERSON || entity->name.length < part.length + 2) continue;
        const char *name = entity->name.at, *last = name + entity->name.length - part.length;
        const bool first = memcmp(name, part.at, part.length) == 0 && name[part.length] == ' ';
        if (!first && !(memcmp(last, part.at, part.length) == 0 && last[-1] == ' ')) continue;
        if (found != BP_NONE) return BP_NONE;
        found = i;
    }
    return found;
}

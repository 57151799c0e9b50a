/* Labels without marks: a person's name that opens its line and ends in a colon;
 * in a headline a body's or a poll's, too, if a clause follows. */
#include "quotes/labelled.h"
#include "quotes/clauses.h"
#include "quotes/echoes.h"

enum { LONGEST_LABEL = 8, SHORTEST_WORDS = 3 };

/* May what the phrase names be one who speaks so? */
static bool is_speaker(const bp_narration *n, const bp_noun_phrase *phrase, bool headline)
{
    const bp_mention *mention = bp_unit_mention(n, phrase->head);
    if (mention && (mention->type == BP_PERSON || mention->type == BP_HANDLE)) return true;
    if (!headline) return false;
    return (mention && mention->type == BP_ORGANIZATION) || bp_unit_says(n, phrase->head, "poll") ||
           bp_unit_says(n, phrase->head, "report") || bp_unit_says(n, phrase->head, "study");
}

static bool is_labelled(const bp_narration *n, const bp_line *line, bp_noun_phrase *phrase)
{
    const uint32_t far = line->end > line->first + LONGEST_LABEL ? line->first + LONGEST_LABEL : line->end;
    uint32_t colon = line->first;
    while (colon < far && bp_unit_at(n, colon)->kind < BP_UNIT_STRETCH) colon++;
    if (colon == far || !bp_unit_is(n, colon, BP_UNIT_COLON)) return false;
    *phrase = bp_phrase_after(n, line->first, line->end);
    return bp_is_phrase(*phrase) && phrase->end + SHORTEST_WORDS < line->end &&
           bp_unit_is(n, phrase->end, BP_UNIT_COLON) && is_speaker(n, phrase, bp_is_display(n, line->block));
}

bp_content bp_find_labelled(const bp_narration *n, uint32_t line, bp_cue *cue, bp_subject *subject)
{
    const bp_content none = { 0 };
    const bp_line *own = &n->lines.items[line];
    bp_noun_phrase phrase, other;
    if (!is_labelled(n, own, &phrase)) return none;
    const bool headline = bp_is_display(n, own->block);
    const uint32_t first = phrase.end + 1;
    uint32_t end = own->end;
    if (!bp_has_verb(n, first - 1, end)) return none;
    for (uint32_t i = line + 1; !headline && i < n->lines.count && n->lines.items[i].block == own->block; i++) {
        if (is_labelled(n, &n->lines.items[i], &other)) break;
        end = n->lines.items[i].end;
    }
    while (end > first && bp_unit_is(n, end - 1, BP_UNIT_STOP)) end--;
    *cue = (bp_cue){ first - 1, first, 0, false };
    *subject = (bp_subject){ phrase, BP_SUBJECT_BEFORE };
    return (bp_content){ first, end, 0, 0, "name and colon", headline ? 0.7f : 0.6f };
}

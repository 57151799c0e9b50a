#include "quotes/pronouns.h"

#include "quotes/people.h"

/* Of a hundred that fit only one person of those named just above, about as many are that one. */
static const float ALONE = 0.9f;
/* A quotation surer than this tells who its pronoun is. */
static const float LEAST_OF_SPEAKER = 0.8f;

static bool is_pronoun(const bp_narration *n, uint32_t unit)
{
    return bp_unit_is(n, unit, BP_UNIT_WORD) && bp_unit_in(n, unit, BP_WORDS_SUBJECT_PRONOUNS) &&
           bp_unit_in(n, unit, BP_WORDS_MEN | BP_WORDS_WOMEN);
}

/* The unit that begins at this byte of the text; BP_NONE: none does, as inside quotation marks. */
static uint32_t unit_at_byte(const bp_narration *n, uint32_t byte)
{
    uint32_t low = 0, high = n->units.count;
    while (low < high) {
        const uint32_t middle = (low + high) / 2;
        const uint32_t start = n->document->tokens.items[bp_unit_at(n, middle)->first].start.byte;
        if (start == byte) return middle;
        if (start < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return BP_NONE;
}

/* By unit: the quotation whose speaker begins there; NULL: there is none. */
static const bp_quote **quotes_by_speaker(const bp_narration *n, const bp_findings *findings)
{
    const bp_quote **quotes = bp_arena_take(n->document->arena, n->units.count * sizeof *quotes);
    if (!quotes) return NULL;
    for (uint32_t i = 0; i < findings->quotes.count; i++) {
        const bp_quote *quote = &findings->quotes.items[i];
        if (!quote->has_speaker || quote->speaker_entity == BP_NONE) continue;
        const uint32_t unit = unit_at_byte(n, quote->speaker.start.byte);
        if (unit != BP_NONE && !quotes[unit]) quotes[unit] = quote;
    }
    return quotes;
}

/* `quote`: the one whose speaker it is; NULL: none. */
static bool add_pronoun(const bp_narration *n, bp_findings *findings, uint32_t unit, uint32_t entity,
                        const bp_quote *quote)
{
    bp_mention *mention = bp_push(findings->arena, &findings->mentions);
    if (!mention) return false;
    *mention = (bp_mention){ .span = bp_span_of(n->document, bp_unit_at(n, unit)->first, bp_unit_at(n, unit)->end),
                             .type = findings->entities.items[entity].type,
                             .form = BP_PRONOUN,
                             .entity = entity,
                             .score = quote ? quote->score : ALONE,
                             .why = quote ? quote->why : "the only one named above whom it fits" };
    return true;
}

static uint32_t resolve(bp_people *people, uint32_t unit)
{
    const bp_narration *n = people->narration;
    bool alone;
    const bp_wanted wanted = { BP_PERSON, bp_gender_of(bp_unit_at(n, unit)->classes), unit, BP_NONE, false, false };
    const bp_person *found = bp_people_find(people, &wanted, &alone);
    return found && alone ? found->entity : BP_NONE;
}

bool bp_add_pronouns(const bp_narration *n, bp_findings *findings)
{
    bp_people people;
    const bp_quote **quotes = quotes_by_speaker(n, findings);
    if (!quotes || !bp_people_begin(&people, n)) return false;
    for (uint32_t unit = 0; unit < n->units.count; unit++) {
        if (!is_pronoun(n, unit)) continue;
        const bp_quote *quote = quotes[unit];
        bp_people_read(&people, unit);
        const uint32_t entity = quote ? quote->speaker_entity : resolve(&people, unit);
        if (entity == BP_NONE || (quote && quote->score < LEAST_OF_SPEAKER)) continue;
        if (quote) bp_people_spoke(&people, entity, (bp_noun_phrase){ unit, unit + 1, unit });
        if (!add_pronoun(n, findings, unit, entity, quote)) return false;
    }
    return true;
}

/* Contents of indirect speech: where what is said begins and ends. Behind its
 * verb, before it, or on both sides; it ends where the reporter's own clause goes
 * on, where somebody else's saying begins, and at words in marks that have a cue
 * of their own. Each look is bounded by its line. */
#include "quotes/contents.h"

enum { FARTHEST_THAT = 12, FARTHEST_SUBJECT = 50, FARTHEST_REPORT = 9, SHORTEST = 3 };

static bool is_word_in(const bp_narration *n, uint32_t unit, uint64_t classes)
{
    return bp_unit_is(n, unit, BP_UNIT_WORD) && bp_unit_in(n, unit, classes);
}

static bool has_verb(const bp_narration *n, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i < end; i++)
        if (bp_is_finite_verb(n, i)) return true;
    return false;
}

/* Is it a clause of its own, whose first verb has its subject in it? */
static bool is_clause(const bp_narration *n, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i < end; i++) {
        if (!bp_is_finite_verb(n, i)) continue;
        const uint32_t group = bp_verb_group(n, i, first);
        return group > first && !is_word_in(n, group - 1, BP_WORDS_CONJUNCTIONS);
    }
    return false;
}

static bool has_quotation(const bp_narration *n, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (bp_unit_is(n, i, BP_UNIT_STRETCH) && n->quoted[bp_unit_at(n, i)->index]) return true;
    return false;
}

/* The line's end without its full stop. */
static uint32_t without_stop(const bp_narration *n, const bp_line *line)
{
    uint32_t end = line->end;
    while (end > line->first && (bp_unit_is(n, end - 1, BP_UNIT_STOP) || bp_unit_is(n, end - 1, BP_UNIT_COLON))) end--;
    return end;
}

/* Forms of "say" bring nothing but what is said. */
static bool is_say(const bp_narration *n, const bp_cue *cue)
{
    return bp_unit_says(n, cue->first, "said") || bp_unit_says(n, cue->first, "says") ||
           bp_unit_says(n, cue->first, "say");
}

/* ---- behind the cue */

/* Behind the phrase, but before "to" and a verb: urged | officials | to mend it. */
static uint32_t before_infinitive(const bp_narration *n, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i < end; i++)
        if (bp_unit_says(n, i, "to") && !bp_unit_is(n, i + 1, BP_UNIT_NAME) &&
            !is_word_in(n, i + 1, BP_WORDS_DETERMINERS))
            return i;
    return end;
}

/* told | me, told | the room, told | her sister: behind the listener. */
static uint32_t behind_listener(const bp_narration *n, uint32_t unit, uint32_t limit)
{
    const uint32_t end = bp_phrase_after(n, unit, limit).end;
    const bool owner = unit < limit && is_word_in(n, unit, BP_WORDS_DETERMINERS) && end > unit + 1;
    if (unit < limit && !owner && is_word_in(n, unit, BP_WORDS_MEN | BP_WORDS_WOMEN | BP_WORDS_PLURALS) &&
        !is_word_in(n, unit, BP_WORDS_ROLES))
        return unit + 1;
    if (unit < limit && (bp_unit_says(n, unit, "me") || bp_unit_says(n, unit, "us") || bp_unit_says(n, unit, "you")))
        return unit + 1;
    return before_infinitive(n, unit, end);
}

/* Can the words between a cue and its "that" begin like this: on Friday, last
 * week, in a letter? */
static bool opens_adverbial(const bp_narration *n, uint32_t unit)
{
    return is_word_in(n, unit, BP_WORDS_PREPOSITIONS | BP_WORDS_WEEKDAYS | BP_WORDS_MONTHS) || bp_is_adverb(n, unit) ||
           bp_unit_says(n, unit, "last") || bp_unit_says(n, unit, "this");
}

/* "that", near behind the cue and before another verb; BP_NONE: none. */
static uint32_t find_that(const bp_narration *n, const bp_cue *cue, uint32_t limit)
{
    const uint32_t first = cue->end;
    if (limit > first + FARTHEST_THAT) limit = first + FARTHEST_THAT;
    for (uint32_t i = first; i < limit; i++) {
        if (bp_unit_says(n, i, "that")) {
            const bool plain = i == first || (cue->classes & BP_WORDS_CUE_TELL) || opens_adverbial(n, first);
            return plain ? i : BP_NONE;
        }
        const uint8_t kind = bp_unit_at(n, i)->kind;
        const bool pause = kind == BP_UNIT_COMMA && !opens_adverbial(n, first); /* said in Turin, Italy, that */
        if (bp_is_finite_verb(n, i) || kind == BP_UNIT_COLON || kind == BP_UNIT_STRETCH || pause) break;
    }
    return BP_NONE;
}

static uint32_t behind_day(const bp_narration *n, uint32_t unit, uint32_t limit)
{
    while (unit < limit) {
        const bool adverb = bp_is_adverb(n, unit) && !bp_unit_says(n, unit, "there"); /* said | there are fears */
        const bool day = is_word_in(n, unit, BP_WORDS_WEEKDAYS) || bp_unit_at(n, unit)->dated || adverb;
        const bool on_day = unit + 1 < limit && bp_unit_says(n, unit, "on") &&
                            (is_word_in(n, unit + 1, BP_WORDS_WEEKDAYS) || bp_unit_at(n, unit + 1)->dated);
        if (!day && !on_day) break;
        unit += on_day ? 2 : 1;
    }
    return unit;
}

/* Can a content clause begin with this unit? */
static bool opens_content(const bp_narration *n, uint32_t unit)
{
    const uint8_t kind = bp_unit_at(n, unit)->kind;
    if (kind == BP_UNIT_NAME || kind == BP_UNIT_NUMBER) return true;
    if (kind != BP_UNIT_WORD || bp_is_finite_verb(n, unit)) return false;
    if (unit + 1 < n->units.count && bp_unit_is(n, unit + 1, BP_UNIT_NUMBER)) return true; /* about 20 people */
    if (bp_unit_in(n, unit, BP_WORDS_SUBORDINATORS)) return is_word_in(n, unit, BP_WORDS_QUESTION_WORDS);
    return !bp_unit_in(n, unit, BP_WORDS_CONJUNCTIONS | BP_WORDS_RELATIVES) &&
           !(bp_unit_in(n, unit, BP_WORDS_PREPOSITIONS) && !bp_unit_in(n, unit, BP_WORDS_SUBORDINATORS));
}

/* Does somebody else's saying begin here: and aides say; while Nkrumah said? */
static bool opens_report(const bp_narration *n, uint32_t joint, uint32_t limit)
{
    if (limit > joint + FARTHEST_REPORT) limit = joint + FARTHEST_REPORT;
    for (uint32_t i = joint + 1; i < limit; i++) {
        if (bp_unit_is(n, i, BP_UNIT_COMMA) || bp_unit_is(n, i, BP_UNIT_STRETCH)) return false;
        const bool said =
            is_word_in(n, i, BP_WORDS_CUE_SAY) && (bp_unit_in(n, i, BP_WORDS_FINITE) || bp_unit_ends(n, i, "ed"));
        if (!said) continue;
        if (bp_verb_group(n, i, joint + 1) == joint + 1) return true; /* and warned */
        const bp_subject subject = bp_subject_before(n, i, joint + 1);
        return subject.way && subject.phrase.first == joint + 1;
    }
    return false;
}

/* Where what is said ends: before ", adding", "and warned", a semicolon, a dash. */
static uint32_t content_end(const bp_narration *n, uint32_t first, uint32_t limit)
{
    for (uint32_t i = first; i + 2 < limit; i++) {
        if (bp_unit_is(n, i, BP_UNIT_SEMICOLON)) return i;
        const bool comma = bp_unit_is(n, i, BP_UNIT_COMMA) || bp_unit_is(n, i, BP_UNIT_DASH);
        const uint32_t next = comma ? i + 1 : i;
        if (comma && bp_unit_ends(n, next, "ing") && bp_unit_in(n, next, BP_CUES_OF_SPEECH)) return i;
        const bool turns = bp_unit_says(n, next, "but") || bp_unit_says(n, next, "while") ||
                           bp_unit_says(n, next, "though") || bp_unit_says(n, next, "as");
        if (comma && turns) return i;
        if (is_word_in(n, next, BP_WORDS_CONJUNCTIONS | BP_WORDS_SUBORDINATORS) && !bp_unit_says(n, next, "that") &&
            opens_report(n, next, limit))
            return i;
    }
    return limit;
}

/* The content up to words in marks that have a cue of their own: "he said it was
 * bad, calling it 'a shame'". With the same cue the marked words are part of the
 * content, and it is theirs: then nothing is left. */
static uint32_t before_quotation(const bp_narration *n, const bp_cue *cue, uint32_t first, uint32_t end)
{
    uint32_t pause = first; /* the last comma, dash or colon */
    for (uint32_t i = first; i < end; i++) {
        const uint8_t kind = bp_unit_at(n, i)->kind;
        if (kind == BP_UNIT_COMMA || kind == BP_UNIT_DASH || kind == BP_UNIT_COLON) pause = i;
        if (kind != BP_UNIT_STRETCH || !n->quoted[bp_unit_at(n, i)->index]) continue;
        return n->quote_cues[bp_unit_at(n, i)->index] == cue->first ? first : pause;
    }
    return end;
}

/* promised | to mend it; urged | them to mend it */
static uint32_t infinitive(const bp_narration *n, const bp_cue *cue, uint32_t limit)
{
    uint32_t first = behind_day(n, cue->end, limit);
    const uint32_t listener = first;
    if (cue->classes & BP_WORDS_CUE_TELL) first = behind_listener(n, first, limit);
    if (first == listener && !bp_unit_in(n, cue->first, BP_WORDS_CUE_PROMISE)) return BP_NONE; /* told to mend it */
    const bool to = first + 1 < limit && bp_unit_says(n, first, "to") && bp_unit_is(n, first + 1, BP_UNIT_WORD);
    const bool verb = to && !bp_unit_in(n, first + 1, BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS | BP_WORDS_PLURALS);
    const bool reports = verb && first + 2 < limit &&
                         bp_unit_in(n, first + 1, BP_WORDS_CUE_SAY) && /* declined to say whether */
                         (is_word_in(n, first + 2, BP_WORDS_QUESTION_WORDS) || bp_unit_says(n, first + 2, "that"));
    if (reports) return BP_NONE;
    const bool asks = (cue->classes & BP_WORDS_CUE_TELL) != 0;
    return verb && (asks || bp_unit_in(n, cue->first, BP_WORDS_CUE_PROMISE)) ? first : BP_NONE;
}

/* "Nkrumah, who says the road is closed, left": the relative clause ends at its comma. */
static uint32_t relative_end(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, uint32_t limit)
{
    if (subject->way != BP_SUBJECT_RELATIVE) return limit;
    for (uint32_t i = cue->end; i + 1 < limit; i++)
        if (bp_unit_is(n, i, BP_UNIT_COMMA) && bp_is_finite_verb(n, i + 1)) return i;
    return limit;
}

/* The first comma behind which a main clause may begin. */
static uint32_t comma_before_clause(const bp_narration *n, uint32_t first, uint32_t limit)
{
    const uint32_t far = limit > first + FARTHEST_SUBJECT ? first + FARTHEST_SUBJECT : limit;
    for (uint32_t i = first; i + 1 < far; i++)
        if (bp_unit_is(n, i, BP_UNIT_COMMA) && opens_content(n, i + 1) && has_verb(n, i + 1, far)) return i;
    return limit;
}

/* "Lamenting its luck, Turin sighs", "When she said so, he left": what is said ends where the main clause begins. */
static uint32_t leaning_end(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, uint32_t least,
                            uint32_t limit)
{
    const uint32_t first = subject->phrase.first;
    if (first > cue->end) return bp_unit_is(n, first - 1, BP_UNIT_COMMA) ? first - 1 : limit;
    const bool leans = first > least && first <= least + 2 && is_word_in(n, first - 1, BP_WORDS_SUBORDINATORS) &&
                       !bp_unit_says(n, first - 1, "that");
    return leans ? comma_before_clause(n, cue->end + 1, limit) : limit;
}

/* called for | an end to it; called on | them to end it */
static bp_content called_for(const bp_narration *n, const bp_cue *cue, uint32_t limit)
{
    bp_content none = { 0 };
    const bool calls = bp_unit_says(n, cue->first, "called") || bp_unit_says(n, cue->first, "calls") ||
                       bp_unit_says(n, cue->first, "call") || bp_unit_says(n, cue->first, "calling");
    const uint32_t first = behind_day(n, cue->end, limit);
    if (!calls || first + 2 >= limit) return none;
    if (bp_unit_says(n, first, "for"))
        return (bp_content){ first + 1, content_end(n, first + 1, limit), 0, 0, "call for what is to be done", 0.5f };
    if (!bp_unit_says(n, first, "on")) return none;
    const uint32_t to = bp_phrase_after(n, first + 1, limit).end;
    if (to + 1 >= limit || !bp_unit_says(n, to, "to")) return none;
    return (bp_content){ to, content_end(n, to, limit), 0, 0, "call for what is to be done", 0.5f };
}

static bp_content forward(const bp_narration *n, const bp_cue *cue, uint32_t limit)
{
    bp_content none = { 0 };
    uint32_t first = cue->end;
    const uint32_t to = infinitive(n, cue, limit);
    uint32_t that = find_that(n, cue, limit);
    if (to < that) that = BP_NONE; /* urged them to mend what | that | had broken */
    if (that != BP_NONE) {
        first = that + 1;
    } else if (to != BP_NONE) {
        const uint32_t end = content_end(n, to, limit);
        return (bp_content){ to, end, 0, 0, "verb of saying, then what is to be done", 0.5f };
    } else {
        first = behind_day(n, first, limit);
        if ((cue->classes & BP_WORDS_CUE_TELL) && !(cue->classes & BP_WORDS_CUE_SAY))
            first = behind_listener(n, first, limit);
        first = behind_day(n, first, limit);
        if (first < limit && bp_unit_is(n, first, BP_UNIT_COLON)) first++;
        if (first >= limit || !opens_content(n, first)) return none;
    }
    uint32_t end = content_end(n, first, limit);
    end = before_quotation(n, cue, first, end);
    const bool question = first < end && is_word_in(n, first, BP_WORDS_QUESTION_WORDS);
    const bool clause = that != BP_NONE ? has_verb(n, first, end) : is_clause(n, first, end);
    if (end <= first || !(question || clause || (is_say(n, cue) && end - first >= SHORTEST))) return none;
    return (bp_content){ first,
                         end,
                         0,
                         0,
                         that != BP_NONE ? "verb of saying, then 'that'" : "verb of saying, then a clause",
                         that != BP_NONE ? 0.88f : 0.82f };
}

/* ---- before the cue */

/* Behind the subject of an inverted cue and what describes it. */
static uint32_t behind_subject(const bp_narration *n, uint32_t unit, uint32_t limit)
{
    if (unit < limit && bp_unit_is(n, unit, BP_UNIT_COMMA))
        return limit; /* an apposition or the end: nothing said comes after */
    return unit;
}

/* "But the road is closed": the content without the word that joins it. */
static uint32_t without_joint(const bp_narration *n, uint32_t first, uint32_t end)
{
    while (first < end && (is_word_in(n, first, BP_WORDS_CONJUNCTIONS) || bp_unit_is(n, first, BP_UNIT_DASH) ||
                           bp_unit_is(n, first, BP_UNIT_COMMA) || bp_unit_is(n, first, BP_UNIT_SEMICOLON)))
        first++;
    return first;
}

/* "When she came" is no content; "When she came, all was lost" is. */
static bool stands_alone(const bp_narration *n, uint32_t first, uint32_t end)
{
    const bool leans = is_word_in(n, first, BP_WORDS_SUBORDINATORS | BP_WORDS_PREPOSITIONS) ||
                       bp_unit_ends(n, first, "ed") || bp_unit_ends(n, first, "ing");
    if (!leans) return true;
    for (uint32_t i = first; i < end; i++)
        if (bp_unit_is(n, i, BP_UNIT_COMMA)) return has_verb(n, i, end);
    return false;
}

/* "..., she said(.)" and "The road, she said, is ..." */
static bp_content backward(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, uint32_t from,
                           uint32_t limit)
{
    bp_content none = { 0 };
    const bool inverted = subject->way == BP_SUBJECT_AFTER;
    const uint32_t start = inverted ? cue->first : subject->phrase.first;
    if (!inverted && subject->phrase.first > cue->first) return none; /* Noting that ..., she left */
    if (start < from + 2 || !bp_unit_is(n, start - 1, BP_UNIT_COMMA)) return none;
    uint32_t next = inverted ? behind_subject(n, subject->phrase.end, limit) : behind_day(n, cue->end, limit);
    if (!inverted && (cue->classes & BP_WORDS_CUE_TELL) && !(cue->classes & BP_WORDS_CUE_SAY))
        next = behind_day(n, behind_listener(n, next, limit), limit);
    const uint32_t first = without_joint(n, from, start - 1);
    bp_content c = { first, start - 1, 0, 0, "clause, then its verb of saying", 0.72f };
    if (c.first >= c.end) return none;
    const bool parenthesis = next + 1 < limit && bp_unit_is(n, next, BP_UNIT_COMMA);
    const bool whole = has_verb(n, c.first, c.end) || (is_say(n, cue) && c.end - c.first >= SHORTEST && !parenthesis);
    if (parenthesis && (!whole || !is_word_in(n, next + 1, BP_WORDS_CONJUNCTIONS))) {
        c.second = next + 1;
        c.second_end = limit;
        return whole || has_verb(n, c.second - 1, limit) ? c : none;
    }
    const bool ends = next >= limit || parenthesis || is_word_in(n, next, BP_WORDS_PREPOSITIONS) ||
                      bp_unit_says(n, next, "when") || bp_unit_says(n, next, "while");
    return whole && ends && stands_alone(n, c.first, c.end) ? c : none;
}

/* As the paper reported, ... */
static bp_content as_reported(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, const bp_line *line,
                              uint32_t limit)
{
    bp_content none = { 0 };
    const uint32_t comma = behind_day(n, cue->end, limit);
    if (!bp_unit_says(n, line->first, "as") || subject->phrase.first != line->first + 1) return none;
    if (comma + 1 >= limit || !bp_unit_is(n, comma, BP_UNIT_COMMA) || !has_verb(n, comma + 1, limit)) return none;
    return (bp_content){ comma + 1, limit, 0, 0, "'as' and a verb of saying, then a clause", 0.7f };
}

/* According to Nkrumah, ... ; ..., according to Nkrumah. */
static bp_content according(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, uint32_t from,
                            uint32_t limit)
{
    bp_content none = { 0 };
    if (cue->first <= from + 1) {
        uint32_t comma = subject->phrase.end;
        const uint32_t far = limit > comma + FARTHEST_SUBJECT ? comma + FARTHEST_SUBJECT : limit;
        while (comma < far && !bp_unit_is(n, comma, BP_UNIT_COMMA)) comma++;
        if (comma + 1 >= limit) return none;
        return (bp_content){ comma + 1, limit, 0, 0, "'according to', then a clause", 0.8f };
    }
    uint32_t end = cue->first;
    if (bp_unit_is(n, end - 1, BP_UNIT_COMMA)) end--;
    const uint32_t first = without_joint(n, from, end);
    if (first + SHORTEST > end) return none;
    return (bp_content){ first, end, 0, 0, "clause, then 'according to'", 0.8f };
}

bool bp_content_is_clear(const bp_narration *n, const bp_content *c)
{
    return c->first < c->end && !has_quotation(n, c->first, c->end) && !has_quotation(n, c->second, c->second_end);
}

/* What is said around one cue; `from` is the first unit that nobody has said yet. */
bp_content bp_find_content(const bp_narration *n, const bp_cue *cue, const bp_subject *subject, const bp_line *line,
                           uint32_t from)
{
    const uint32_t limit = without_stop(n, line);
    if (cue->end - cue->first > 1) return according(n, cue, subject, from, limit);
    if (!(cue->classes & (BP_CUES_OF_SPEECH | BP_WORDS_CUE_THINK | BP_WORDS_CUE_PROMISE)))
        return called_for(n, cue, limit);
    bp_content c = backward(n, cue, subject, from, limit);
    if (!bp_content_is_clear(n, &c)) c = as_reported(n, cue, subject, line, limit);
    if (!bp_content_is_clear(n, &c) && subject->way != BP_SUBJECT_AFTER) {
        const uint32_t end = leaning_end(n, cue, subject, line->first, limit);
        c = forward(n, cue, relative_end(n, cue, subject, end));
    }
    return c;
}

/* Attribution: from a stretch in marks to its cue. First to the right, where
 * news puts it ("...," she said), then to the left up to the nearest cue, then,
 * for a question or a cry, into the next sentence. Bounded by constants. */
#include "quotes/attribution.h"
#include "quotes/inverted.h"
#include "quotes/labels.h"
#include "quotes/preceding.h"
#include "quotes/words_of.h"
#include "text/characters.h"

enum { FARTHEST_RIGHT = 40, FARTHEST_LEFT = 70, LONGEST_TAIL = 24 };

static const bp_stretch *stretch_of(const bp_narration *n, uint32_t unit)
{
    return &n->stretches.items[n->units.items[unit].index];
}

/* Does the stretch end so that its sentence goes on: in a comma, a question
 * mark, an exclamation mark, a dash? */
static bool runs_on_from(const bp_narration *n, uint32_t stretch)
{
    const uint32_t p = bp_last_point(n, stretch);
    if (p == ',' || p == '?' || p == '!' || p == '-' || p == 0x2026 || (p >= 0x2012 && p <= 0x2015)) return true;
    const bp_token *last = &n->document->tokens.items[stretch_of(n, stretch)->words_end - 1];
    if (p == '.' && last->end.byte - last->start.byte > 1) return true; /* an ellipsis */
    const uint32_t next = stretch + 1;
    if (next >= n->units.count || bp_unit_at(n, next)->line != bp_unit_at(n, stretch)->line) return false;
    return bp_unit_is(n, next, BP_UNIT_COMMA) || bp_unit_is(n, next, BP_UNIT_DASH);
}

/* ---- to the right */

/* Opens the unit a part of the sentence that cannot hold a subject? */
static bool ends_search(const bp_narration *n, uint32_t unit)
{
    const uint8_t kind = bp_unit_at(n, unit)->kind;
    if (kind == BP_UNIT_STRETCH) /* a nickname may stand inside a name */
        return !(bp_unit_is(n, unit - 1, BP_UNIT_NAME) && unit + 1 < n->units.count &&
                 bp_unit_is(n, unit + 1, BP_UNIT_NAME));
    if (kind == BP_UNIT_COLON || kind == BP_UNIT_SEMICOLON) return true;
    return kind == BP_UNIT_WORD && bp_unit_in(n, unit, BP_WORDS_SUBORDINATORS) &&
           !bp_unit_in(n, unit, BP_WORDS_RELATIVES | BP_WORDS_ADVERBS);
}

/* "...," X, a doctor, | explains: behind the comma of an apposition such a word is the verb,
 * and what ends the sentence there is one, whatever it means. */
static bool closes_apposition(const bp_narration *n, uint32_t first, uint32_t unit, uint32_t limit)
{
    if (unit < first + 3 || !bp_unit_is(n, unit, BP_UNIT_WORD) || !bp_unit_ends(n, unit, "s")) return false;
    if (bp_unit_in(n, unit, BP_WORDS_ROLES)) return false;
    if (!bp_unit_is(n, unit - 1, BP_UNIT_COMMA) && !bp_unit_is(n, unit - 1, BP_UNIT_DASH)) return false;
    const bool ends = unit + 1 >= limit || bp_unit_is(n, unit + 1, BP_UNIT_STOP);
    return ends || bp_unit_in(n, unit, BP_CUES_OF_SPEECH | BP_WORDS_CUE_MANNER);
}

/* "...," X, whose watch had ended at ten and who had stayed on because it rained, | recalled (, corrected me): the verb
 * behind the comma that closes the aside, one of saying or the sentence's last; `limit`: there is no such aside. */
static uint32_t verb_behind_aside(const bp_narration *n, uint32_t first, uint32_t limit)
{
    uint32_t comma = first;
    while (comma + 1 < limit && (bp_unit_is(n, comma, BP_UNIT_NAME) || bp_is_word_in(n, comma, BP_WORDS_DETERMINERS) ||
                                 bp_is_word_in(n, comma, BP_WORDS_ROLES)))
        comma++;
    if (comma == first || comma + 1 >= limit || !bp_unit_is(n, comma, BP_UNIT_COMMA)) return limit;
    if (!bp_unit_says(n, comma + 1, "who") && !bp_unit_says(n, comma + 1, "whose")) return limit;
    for (uint32_t i = comma + 2; i < limit; i++) {
        const uint8_t kind = bp_unit_at(n, i)->kind;
        if (kind == BP_UNIT_STRETCH || kind == BP_UNIT_COLON || kind == BP_UNIT_SEMICOLON || kind == BP_UNIT_STOP)
            break;
        if (!bp_unit_is(n, i - 1, BP_UNIT_COMMA) || !bp_is_finite_verb(n, i)) continue;
        const bool closes = i + 1 >= limit || bp_unit_is(n, i + 1, BP_UNIT_STOP) || bp_unit_says(n, i + 1, "me");
        if (closes || bp_unit_in(n, i, BP_CUES_OF_SPEECH | BP_WORDS_CUE_MANNER)) return i;
    }
    return limit;
}

/* The first verb from `first` on that is not the one of "who ..."; `limit`: none. */
static uint32_t first_verb(const bp_narration *n, uint32_t first, uint32_t limit)
{
    const uint32_t behind = verb_behind_aside(n, first, limit);
    if (behind < limit) return behind;
    enum { NONE, BEFORE_ITS_VERB, BEHIND_ITS_VERB } relative = NONE;
    uint32_t last = limit; /* the verb seen before */
    bool described = false;
    for (uint32_t i = first; i < limit; i++) {
        const bool within = described && bp_unit_in(n, i, BP_WORDS_PREPOSITIONS); /* a cook before the war */
        if (ends_search(n, i) && !within) break;
        described |= bp_unit_is(n, i, BP_UNIT_COMMA);
        if (bp_unit_is(n, i, BP_UNIT_WORD) && bp_unit_in(n, i, BP_WORDS_RELATIVES)) relative = BEFORE_ITS_VERB;
        if (bp_unit_is(n, i, BP_UNIT_COMMA)) relative = NONE;
        const bool adjective = i == first && bp_unit_ends(n, i, "ed"); /* retired General Nkrumah */
        if (adjective || !(bp_is_finite_verb(n, i) || closes_apposition(n, first, i, limit))) continue;
        const uint32_t group = bp_verb_group(n, i, first);
        const bool same_clause = last < i && (group <= last || bp_unit_says(n, group - 1, "and"));
        if (relative == NONE || (relative == BEHIND_ITS_VERB && !same_clause)) return i;
        relative = BEHIND_ITS_VERB;
        last = i;
    }
    return limit;
}

/* "she confides": right behind the marks any word in -s or -ed is a verb. */
static bool must_be_verb(const bp_narration *n, uint32_t unit)
{
    const bool subject = bp_unit_is(n, unit - 1, BP_UNIT_NAME) || bp_unit_in(n, unit - 1, BP_WORDS_SUBJECT_PRONOUNS);
    return subject && (bp_unit_ends(n, unit, "s") || bp_unit_ends(n, unit, "ed") || bp_unit_says(n, unit, "hit")) &&
           !bp_unit_in(n, unit, BP_WORDS_ROLES);
}

/* has since said, went on to say, was quoted as saying: the verb that counts. */
static uint32_t main_verb(const bp_narration *n, uint32_t verb, uint32_t limit)
{
    uint32_t i = verb;
    while (i + 1 < limit && bp_unit_is(n, i, BP_UNIT_WORD) &&
           (bp_unit_in(n, i, BP_WORDS_AUXILIARIES) || bp_is_adverb(n, i)))
        i++;
    for (uint32_t to = i + 1; to + 1 < limit && to < i + 4; to++) {
        if (bp_unit_is(n, to, BP_UNIT_NUMBER) || bp_is_word_in(n, to, BP_WORDS_DETERMINERS | BP_WORDS_NUMBERS)) break;
        if (!bp_unit_says(n, to, "to") && !bp_unit_says(n, to, "as")) continue;
        if (bp_unit_in(n, to + 1, BP_CUES_OF_SPEECH)) return to + 1;
    }
    return i;
}

/* Can the words in front of the verb be its subject, whatever they are? */
static bool can_be_subject(const bp_narration *n, uint32_t first, uint32_t verb)
{
    const bool described = first + 1 < verb && bp_unit_in(n, first + 1, BP_WORDS_ROLES); /* winning coach */
    if (first == verb || (bp_unit_ends(n, first, "ing") && !described)) return false;
    const uint8_t kind = bp_unit_at(n, first)->kind;
    if (kind == BP_UNIT_NAME || kind == BP_UNIT_NUMBER) return true;
    return kind == BP_UNIT_WORD && !bp_unit_in(n, first, BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS);
}

/* "...", | court hears; "...", | jury told: whoever is told that does not say it. */
static bool hears(const bp_narration *n, uint32_t verb, uint32_t limit)
{
    const bool closes = verb + 1 >= limit || bp_unit_is(n, verb + 1, BP_UNIT_STOP);
    const bool told = bp_unit_says(n, verb, "told") || bp_unit_says(n, verb, "hears") || bp_unit_says(n, verb, "heard");
    return told && closes;
}

/* [subject] ... verb, from `first` on. Right behind words in marks that end in
 * a comma nearly any verb is one of saying. */
static bp_attribution subject_then_cue(const bp_narration *n, uint32_t first, uint32_t limit, bool any_verb)
{
    const bp_attribution none = { 0 };
    while (first < limit &&
           (bp_unit_says(n, first, "as") ||
            (bp_is_adverb(n, first) && !bp_unit_in(n, first, BP_WORDS_PREPOSITIONS | BP_WORDS_SUBORDINATORS))))
        first++;
    if (limit > first + FARTHEST_RIGHT) limit = first + FARTHEST_RIGHT;
    const bool titled =
        first + 2 < limit && bp_unit_is(n, first, BP_UNIT_WORD) && bp_unit_in(n, first, BP_WORDS_TITLES);
    const uint32_t beside = first + (titled ? 2 : 1); /* Mrs | X | confides */
    const bool sure = any_verb && beside < limit && must_be_verb(n, beside);
    const uint32_t verb = sure ? beside : first_verb(n, first, limit);
    if (verb == limit || !can_be_subject(n, first, verb)) return none;
    const uint32_t main = main_verb(n, verb, limit);
    if (hears(n, main, limit))
        return (bp_attribution){ BP_TIE_AFTER, { main, main + 1, BP_WORDS_CUE_TELL, true }, { .way = 0 } };
    const uint64_t classes = bp_unit_at(n, main)->classes;
    const bool speech = classes & (BP_CUES_OF_SPEECH | BP_WORDS_CUE_MANNER | BP_WORDS_CUE_THINK);
    if (!speech && !(any_verb && !(classes & BP_WORDS_AUXILIARIES) &&
                     (sure || bp_is_finite_verb(n, main) || closes_apposition(n, first, main, limit))))
        return none;
    const bool passive = speech && bp_is_passive(n, verb, main);
    bp_subject subject = passive ? bp_agent(n, main + 1, limit) : bp_subject_before(n, verb, first);
    if (passive && !subject.way) return none;
    if (!subject.way) {
        const uint32_t group = bp_verb_group(n, verb, first);
        if (group == first) return none;
        subject = (bp_subject){ { first, group, group - 1 }, BP_SUBJECT_BEFORE };
    }
    const bool back = main + 1 < limit && bp_unit_says(n, main, "hit") && bp_unit_says(n, main + 1, "back");
    return (bp_attribution){ BP_TIE_AFTER, { main, main + 1 + back, classes, false }, subject };
}

/* "...," was her reply. */
static bp_attribution was_reply(const bp_narration *n, uint32_t first, uint32_t limit)
{
    const bp_attribution none = { 0 };
    if (first + 2 >= limit || !bp_unit_in(n, first, BP_WORDS_BE_FORMS)) return none;
    const bp_noun_phrase owner = { first + 1, first + 2, first + 1 };
    if (!bp_is_owned(n, owner) ||
        !(bp_unit_among(n, first + 2, BP_HINT_ANSWERS) || bp_is_word_in(n, first + 2, BP_WORDS_CUE_NOUNS)))
        return none;
    return (bp_attribution){ BP_TIE_AFTER,
                             { first + 2, first + 3, BP_WORDS_CUE_REPLY, false },
                             { owner, BP_SUBJECT_AFTER } };
}

/* "...," is how Nkrumah remembers it; is all that she will say about it. */
static bp_attribution is_how(const bp_narration *n, uint32_t first, uint32_t limit)
{
    const bp_attribution none = { 0 };
    if (first + 3 >= limit || !bp_unit_in(n, first, BP_WORDS_BE_FORMS)) return none;
    if (bp_unit_says(n, first + 3, "from") && bp_is_word_in(n, first + 2, BP_WORDS_CUE_NOUNS | BP_WORDS_DOCUMENTS)) {
        const bp_noun_phrase sender = bp_phrase_after(n, first + 4, limit); /* "...", was the message from Nkrumah */
        return bp_is_phrase(sender)
                   ? (bp_attribution){ BP_TIE_AFTER, { first, first + 1, 0, false }, { sender, BP_SUBJECT_AFTER } }
                   : none;
    }
    if (!bp_unit_says(n, first + 1, "how") && !bp_unit_says(n, first + 1, "what") && !bp_unit_says(n, first + 1, "all"))
        return none;
    const uint32_t subject = bp_unit_says(n, first + 2, "that") ? first + 3 : first + 2;
    const bp_attribution plain = subject_then_cue(n, subject, limit, true);
    const bp_noun_phrase phrase = bp_phrase_after(n, subject, limit);
    if (plain.tie || !bp_is_phrase(phrase)) return plain;
    return (bp_attribution){ BP_TIE_AFTER, { first, first + 1, 0, false }, { phrase, BP_SUBJECT_AFTER } };
}

/* "...," | came the reply; came shouts from the crowd; came the answer from Nkrumah. */
static bp_attribution comes(const bp_narration *n, uint32_t first, uint32_t limit)
{
    const bp_attribution none = { 0 };
    if (first + 1 >= limit || !bp_unit_says(n, first, "came")) return none;
    const bool determined = bp_is_word_in(n, first + 1, BP_WORDS_DETERMINERS);
    const uint32_t noun = first + 1 + determined;
    if (noun >= limit || !bp_unit_is(n, noun, BP_UNIT_WORD)) return none;
    const bp_cue cue = { first, noun + 1, BP_WORDS_CUE_SAY, false };
    const bool sent = noun + 2 < limit && bp_unit_says(n, noun + 1, "from");
    const bp_noun_phrase sender = sent ? bp_phrase_after(n, noun + 2, limit) : (bp_noun_phrase){ noun, noun, noun };
    if (bp_is_phrase(sender)) return (bp_attribution){ BP_TIE_AFTER, cue, { sender, BP_SUBJECT_AFTER } };
    if (!determined || !bp_unit_among(n, noun, BP_HINT_ANSWERS)) return none; /* of whoever was spoken to */
    return (
        bp_attribution){ BP_TIE_AFTER, { cue.first, cue.end, cue.classes | BP_WORDS_CUE_REPLY, false }, { .way = 0 } };
}

/* Can an attribution end before this unit, so that no content follows it? */
static bool ends_attribution(const bp_narration *n, uint32_t unit)
{
    const uint8_t kind = bp_unit_at(n, unit)->kind;
    if (kind == BP_UNIT_COMMA || kind == BP_UNIT_STOP || kind == BP_UNIT_DASH || kind == BP_UNIT_SEMICOLON ||
        kind == BP_UNIT_OPEN)
        return true;
    return bp_unit_is(n, unit, BP_UNIT_WORD) &&
           (bp_unit_in(n, unit, BP_WORDS_PREPOSITIONS | BP_WORDS_WEEKDAYS) || bp_is_adverb(n, unit));
}

/* But because he is "no journalist," he feels free: a clause that the one behind it does not report. */
static bool is_subordinate(const bp_narration *n, uint32_t first, uint32_t stretch)
{
    if (bp_is_word_in(n, first, BP_WORDS_CONJUNCTIONS)) first++;
    return first < stretch && bp_is_word_in(n, first, BP_WORDS_SUBORDINATORS) && !bp_unit_says(n, first, "that");
}

static bp_attribution after(const bp_narration *n, uint32_t stretch)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, stretch)->line];
    uint32_t first = stretch + 1;
    const bool runs_on = runs_on_from(n, stretch);
    if (first < line->end && (bp_unit_is(n, first, BP_UNIT_COMMA) || bp_unit_is(n, first, BP_UNIT_DASH))) first++;
    if (first >= line->end) return (bp_attribution){ 0 };
    const bp_attribution coming = comes(n, first, line->end);
    if (coming.tie) return coming;
    const bool any_verb = runs_on && first == stretch + 1 && stretch == line->first;
    const bp_attribution inverted = bp_cue_then_subject(n, first, line->end, any_verb);
    if (inverted.tie && (runs_on || stretch == line->first || inverted.cue.end - inverted.cue.first > 1))
        return inverted;
    if (!runs_on && stretch != line->first) return (bp_attribution){ 0 };
    const bp_attribution reply = was_reply(n, first, line->end);
    if (reply.tie) return reply;
    const bp_attribution how = is_how(n, first, line->end);
    if (how.tie) return how;
    const bp_attribution found = subject_then_cue(n, first, line->end, any_verb);
    const bool says = found.cue.classes & (BP_CUES_OF_SPEECH | BP_WORDS_CUE_MANNER);
    return says || !is_subordinate(n, line->first, stretch) ? found : (bp_attribution){ 0 };
}

/* "small handful" of companies, Nkrumah said. The sentence that the marked words
 * stand in is closed by its attribution. */
static bp_attribution after_clause(const bp_narration *n, uint32_t stretch)
{
    const bp_attribution none = { 0 };
    const bp_line *line = &n->lines.items[bp_unit_at(n, stretch)->line];
    uint32_t limit = line->end;
    if (limit > stretch + FARTHEST_LEFT) limit = stretch + FARTHEST_LEFT;
    for (uint32_t i = stretch + 1; i < limit; i++) {
        const bool behind =
            bp_unit_is(n, i, BP_UNIT_COMMA) || (bp_unit_is(n, i, BP_UNIT_STRETCH) && runs_on_from(n, i));
        if (!behind) continue;
        bp_attribution found = bp_cue_then_subject(n, i + 1, line->end, false);
        if (!found.tie) found = subject_then_cue(n, i + 1, line->end, false);
        if (!found.tie || !(found.cue.classes & BP_WORDS_CUE_SAY)) continue;
        const uint32_t next = found.tie == BP_TIE_AFTER ? found.cue.end : found.subject.phrase.end;
        if (next < line->end && !ends_attribution(n, next)) continue;
        found.tie = BP_TIE_CLAUSE;
        return found;
    }
    return none;
}

/* "...?" Nkrumah asked. The next sentence, if it is nothing but that. */
static bp_attribution next_line(const bp_narration *n, uint32_t stretch)
{
    const uint32_t own = bp_unit_at(n, stretch)->line;
    bp_attribution none = { 0 };
    if (own + 1 >= n->lines.count || n->lines.items[own].end != stretch + 1) return none;
    const bp_line *line = &n->lines.items[own + 1];
    if (line->block != n->lines.items[own].block) return none;
    if (bp_unit_is(n, line->first, BP_UNIT_DASH)) return none;
    bp_attribution found = bp_cue_then_subject(n, line->first, line->end, false);
    if (!found.tie) found = subject_then_cue(n, line->first, line->end, false);
    const uint64_t classes =
        BP_WORDS_CUE_SAY | (bp_last_point(n, stretch) == '.' ? 0 : BP_WORDS_CUE_MANNER | BP_WORDS_CUE_TELL);
    if (!found.tie || !(found.cue.classes & classes)) return none;
    const uint32_t behind = found.tie == BP_TIE_AFTER ? found.cue.end : found.subject.phrase.end;
    if (line->end - behind > LONGEST_TAIL) return none;
    for (uint32_t i = behind; i < line->end; i++) {
        const uint8_t kind = bp_unit_at(n, i)->kind;
        if (kind == BP_UNIT_STRETCH || kind == BP_UNIT_COLON || bp_is_finite_verb(n, i) || bp_unit_says(n, i, "that"))
            return none;
    }
    found.tie = BP_TIE_NEXT_LINE;
    return found;
}

/* ---- to the left */

static bool can_speak(const bp_narration *n, const bp_subject *subject)
{
    const uint32_t head = subject->phrase.head;
    return subject->way &&
           (bp_unit_is(n, head, BP_UNIT_NAME) ||
            bp_unit_in(n, head, BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_ROLES | BP_WORDS_BODIES | BP_WORDS_DOCUMENTS));
}

/* The best, from Nkrumah, ran: "..." */
static bp_subject from_somebody(const bp_narration *n, uint32_t least, uint32_t colon)
{
    for (uint32_t i = least; i + 1 < colon; i++) {
        if (!bp_unit_says(n, i, "from") && !bp_unit_says(n, i, "by")) continue;
        const bp_noun_phrase phrase = bp_phrase_after(n, i + 1, colon);
        if (bp_is_phrase(phrase) && bp_may_name_person(n, phrase.head)) return (bp_subject){ phrase, BP_SUBJECT_AFTER };
    }
    return (bp_subject){ 0 };
}

/* Nkrumah, a deputy, opens: "..." A colon brings the words in, whatever the verb. */
static bp_attribution by_colon(const bp_narration *n, uint32_t stretch, uint32_t least)
{
    const bp_attribution none = { 0 };
    const uint32_t colon = stretch - 1;
    if (stretch < least + 3 || !bp_unit_is(n, colon, BP_UNIT_COLON)) return none;
    if (colon > FARTHEST_LEFT && least < colon - FARTHEST_LEFT) least = colon - FARTHEST_LEFT;
    const uint32_t verb = colon - 1;
    const bool closes = bp_unit_is(n, verb, BP_UNIT_WORD) &&
                        (bp_unit_ends(n, verb, "s") || bp_unit_ends(n, verb, "ed") ||
                         bp_unit_in(n, verb, BP_WORDS_FINITE | BP_CUES_WITH_WORDS | BP_WORDS_CUE_MANNER));
    const bp_subject beside = closes ? bp_subject_before(n, verb, least) : (bp_subject){ 0 };
    if (can_speak(n, &beside)) return (bp_attribution){ BP_TIE_BEFORE, { verb, verb + 1, 0, false }, beside };
    bp_subject subject = from_somebody(n, least, colon);
    if (!subject.way) subject = bp_main_subject(n, colon, least);
    if (!can_speak(n, &subject)) return none;
    return (bp_attribution){ BP_TIE_BEFORE, { colon, colon + 1, 0, false }, subject };
}

/* No cue at all: the verb of the clause and its subject. */
static bp_attribution by_verb(const bp_narration *n, uint32_t stretch, uint32_t least)
{
    bp_attribution none = { 0 };
    const bp_subject subject = bp_main_subject(n, stretch, least);
    if (!subject.way) return none;
    uint32_t verb = subject.phrase.end;
    while (verb < stretch && !bp_is_finite_verb(n, verb)) verb++;
    if (verb == stretch) return none;
    while (verb + 1 < stretch && bp_unit_in(n, verb, BP_WORDS_AUXILIARIES) && bp_unit_is(n, verb + 1, BP_UNIT_WORD))
        verb++;
    return (bp_attribution){ BP_TIE_VERB, { verb, verb + 1, 0, false }, subject };
}

/* Does the verb behind the stretch bring in words of its own? */
static bool brings_other(const bp_narration *n, const bp_attribution *right, uint32_t limit)
{
    const uint32_t next = right->cue.end;
    if (right->tie != BP_TIE_AFTER || next >= limit) return false;
    if (!(right->cue.classes & (BP_CUES_OF_SPEECH | BP_WORDS_CUE_MANNER))) return true;
    if (bp_unit_is(n, next, BP_UNIT_COLON) || bp_unit_is(n, next, BP_UNIT_STRETCH) || bp_unit_says(n, next, "that"))
        return true;
    return next + 1 < limit && bp_unit_is(n, next, BP_UNIT_COMMA) && bp_unit_is(n, next + 1, BP_UNIT_STRETCH);
}

/* called the fog "a signing", the last time | the cup went: what is called so on the left needs no verb on the right.
 */
static bool is_called_so(const bp_attribution *left, const bp_attribution *right)
{
    return (left->cue.classes & BP_WORDS_CUE_CALL) && !(right->cue.classes & BP_CUES_OF_SPEECH);
}

bp_attribution bp_attribute(const bp_narration *n, uint32_t stretch)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, stretch)->line];
    bp_attribution right = after(n, stretch);
    const bp_attribution named = bp_label_of(n, stretch);
    if (named.tie) return named;
    const bp_attribution words = bp_in_words_of(n, stretch, line);
    if (words.tie) return words;
    const bp_attribution left = bp_preceding_cue(n, stretch, line->first, line->end);
    const bool tied = left.tie && left.subject.way;
    const bool nearer = tied && (brings_other(n, &right, line->end) || is_called_so(&left, &right) ||
                                 (left.tie == BP_TIE_BEFORE && bp_unit_is(n, stretch - 1, BP_UNIT_COLON)));
    if (right.tie && !nearer) return right;
    if (tied && (left.cue.classes & BP_WORDS_CUE_SAY)) return left;
    const bp_attribution colon = tied ? left : by_colon(n, stretch, line->first);
    if (!tied && colon.tie) return colon;
    right = after_clause(n, stretch);
    if (right.tie) return right;
    if (left.tie) return left;
    right = next_line(n, stretch);
    if (right.tie) return right;
    right = bp_signature_of(n, stretch);
    if (right.tie) return right;
    return by_verb(n, stretch, line->first);
}

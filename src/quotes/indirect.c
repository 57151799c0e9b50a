/* Indirect speech: the content clause of a verb of saying whose subject can
 * speak. "She said (that) ...", "..., she said", "The road, she said, is ...",
 * "according to her, ..." and "..., according to her". Verbs of thinking and
 * wanting bring no speech, and "experience suggests" has nobody who speaks.
 * What holds a quotation in marks is left to that one's own content. Each line
 * is walked once, each look around a cue is bounded. */
#include "quotes/indirect.h"
#include "quotes/clauses.h"
#include "quotes/contents.h"
#include "quotes/emit.h"
#include "quotes/labelled.h"

enum { LISTENER_REACH = 5 /* units */ };

/* the Accra Poll: does the name's last word say that it is a writing? */
static bool names_document(const bp_narration *n, uint32_t head)
{
    return bp_unit_is(n, head, BP_UNIT_NAME) &&
           (bp_token_classes(n->document, bp_unit_at(n, head)->end - 1) & BP_WORDS_DOCUMENTS);
}

/* The bank finds that ..., researchers found that ..., the Accra Poll shows ...: who finds something out tells of it.
 */
static bool finds(const bp_narration *n, const bp_cue *cue, uint32_t head)
{
    const bool found = bp_unit_says(n, cue->first, "found") || bp_unit_says(n, cue->first, "finds");
    const bool shown = bp_unit_says(n, cue->first, "show") || bp_unit_says(n, cue->first, "shows") ||
                       bp_unit_says(n, cue->first, "showed");
    if (names_document(n, head)) return found || shown;
    const bp_mention *mention = bp_unit_mention(n, head);
    const bool body = bp_is_word_in(n, head, BP_WORDS_BODIES) || (mention && mention->type == BP_ORGANIZATION) ||
                      (bp_is_word_in(n, head, BP_WORDS_ROLES) && bp_unit_ends(n, head, "s"));
    const uint32_t next = bp_behind_day(n, cue->end, n->units.count);
    return body && found && next < n->units.count && bp_unit_says(n, next, "that");
}

/* I said, we asked: the reporter tells what was said then; "I think" and "you say" report nothing. */
static bool is_outsider(const bp_narration *n, const bp_cue *cue, uint32_t head)
{
    if (bp_unit_says(n, head, "you") || bp_unit_says(n, head, "nobody")) return true;
    const bool past = bp_unit_ends(n, cue->first, "ed") || bp_unit_says(n, cue->first, "said") ||
                      bp_unit_says(n, cue->first, "told") || bp_unit_says(n, cue->first, "wrote");
    return !past && (bp_unit_says(n, head, "i") || bp_unit_says(n, head, "we"));
}

/* Argued that, warned whether, complained he: what follows leaves no doubt that its subject speaks, whatever it is. */
static bool surely_tells(const bp_narration *n, const bp_cue *cue, const bp_subject *subject)
{
    if (!(cue->classes & BP_CUES_OF_SPEECH) || (cue->classes & BP_WORDS_CUE_THINK)) return false;
    if (!bp_unit_ends(n, cue->first, "ed") || subject->way == BP_SUBJECT_MAIN) return false;
    if (cue->end >= n->units.count || bp_unit_is(n, cue->end, BP_UNIT_COMMA)) return true;
    for (uint32_t i = cue->end; (cue->classes & BP_WORDS_CUE_TELL) && i < cue->end + LISTENER_REACH; i++)
        if (i < n->units.count && bp_unit_says(n, i, "that")) return true; /* reminded the hall that */
    return bp_unit_is(n, cue->end, BP_UNIT_STOP) || bp_unit_says(n, cue->end, "that") ||
           bp_is_word_in(n, cue->end, BP_WORDS_QUESTION_WORDS | BP_WORDS_SUBJECT_PRONOUNS);
}

/* Said, told, wrote: whatever their subject is, it speaks. */
static bool can_speak(const bp_narration *n, const bp_cue *cue, const bp_subject *subject)
{
    if (!subject->way) return false;
    if (cue->end - cue->first > 1) return true;
    const uint32_t head = subject->phrase.head;
    if (is_outsider(n, cue, head)) return false;
    const uint64_t speech = BP_CUES_OF_SPEECH | BP_WORDS_CUE_PROMISE | BP_WORDS_CUE_CALL | BP_WORDS_CUE_OBJECT;
    const bool utters = (cue->classes & BP_WORDS_CUE_MANNER) && !(cue->classes & BP_WORDS_CUE_THINK);
    if (!(cue->classes & speech) && !utters) return bp_is_word_in(n, head, BP_WORDS_DOCUMENTS) || finds(n, cue, head);
    if (bp_unit_is(n, head, BP_UNIT_NAME)) return true;
    if (bp_is_word_in(n, head,
                      BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_ROLES | BP_WORDS_BODIES | BP_WORDS_DOCUMENTS |
                          BP_WORDS_PLURALS))
        return true;
    return (cue->classes & BP_WORDS_FINITE) || surely_tells(n, cue, subject);
}

static bp_span unit_span(const bp_narration *n, uint32_t first, uint32_t end)
{
    return bp_span_of(n->document, bp_unit_at(n, first)->first, bp_unit_at(n, end - 1)->end);
}

static bool add(bp_emitter *emitter, const bp_cue *cue, const bp_subject *subject, const bp_content *c)
{
    const bp_narration *n = emitter->narration;
    bp_span *spans = bp_arena_take(emitter->findings->arena, 2 * sizeof *spans);
    if (!spans) return false;
    spans[0] = unit_span(n, c->first, c->end);
    bp_quote quote = { .type = BP_INDIRECT, .spans = spans, .span_count = 1, .span = spans[0], .score = c->score };
    if (c->second < c->second_end) {
        spans[quote.span_count++] = unit_span(n, c->second, c->second_end);
        quote.span.end = spans[1].end;
    }
    quote.content = quote.span;
    quote.has_cue = true;
    quote.cue = unit_span(n, cue->first, cue->end);
    const bp_speaker nobody = { 0 };
    const bp_speaker speaker = subject->way ? bp_emitter_speaker(emitter, subject->phrase) : nobody;
    if (subject->way) quote.score *= speaker.trust;
    return bp_emitter_add(emitter, &quote, c->how, &speaker);
}

/* would not say, never said; it goes without saying */
static bool is_negated(const bp_narration *n, uint32_t verb, uint32_t least)
{
    if (verb > least && (bp_unit_says(n, verb - 1, "without") || bp_unit_says(n, verb - 1, "worth"))) return true;
    for (uint32_t i = bp_verb_group(n, verb, least); i < verb; i++)
        if (bp_unit_says(n, i, "not") || bp_unit_says(n, i, "never") || bp_unit_ends(n, i, "n't")) return true;
    return verb + 1 < n->units.count && bp_unit_says(n, verb + 1, "nobody"); /* has told nobody */
}

/* The verb of saying, or the noun: said, his | claim, a | claim. */
static bp_cue cue_at(const bp_narration *n, uint32_t unit, uint32_t least)
{
    const uint64_t verbs = BP_CUES_OF_SPEECH | BP_WORDS_CUE_THINK | BP_WORDS_CUE_PROMISE | BP_WORDS_CUE_CALL;
    const uint64_t others = BP_WORDS_CUE_MANNER | BP_WORDS_CLAIMS | BP_WORDS_PREPOSITIONS | BP_WORDS_FINITE;
    if (!bp_unit_in(n, unit, verbs | others | BP_WORDS_VERBS)) return (bp_cue){ 0 };
    const bool that = unit + 1 < n->units.count && bp_unit_says(n, unit + 1, "that"); /* radioed that */
    const bp_cue verb = bp_cue_at(n, unit, least, that ? verbs | BP_WORDS_CUE_MANNER : verbs);
    if (bp_is_cue(&verb) || !bp_is_word_in(n, unit, BP_WORDS_CLAIMS)) return verb;
    return (bp_cue){ unit, unit + 1, BP_WORDS_CUE_NOUNS, false };
}

/* What is said at one cue; `subject` gets whose cue it is. */
static bp_content content_at(const bp_narration *n, const bp_cue *cue, const bp_line *line, uint32_t from,
                             bp_subject *subject)
{
    const bp_content none = { 0 };
    if (cue->classes == BP_WORDS_CUE_NOUNS) {
        *subject = bp_cue_subject(n, cue, line->first, line->end);
        return bp_find_claim(n, cue->first, line);
    }
    if (is_negated(n, cue->first, line->first)) return none;
    const bp_content asked = bp_find_asked(n, cue, line);
    if (asked.first < asked.end) {
        if (bp_unit_says(n, cue->end, "by")) *subject = bp_agent(n, cue->end, line->end);
        return asked;
    }
    if (cue->passive) return none;
    *subject = bp_cue_subject(n, cue, line->first, line->end);
    return can_speak(n, cue, subject) ? bp_find_content(n, cue, subject, line, from) : none;
}

/* Adds what the line says indirectly. */
static bool read_line(bp_emitter *emitter, const bp_line *line)
{
    const bp_narration *n = emitter->narration;
    uint32_t from = line->first;
    for (uint32_t i = line->first; i < line->end; i++) {
        if (bp_is_quoted(n, i)) from = i + 1;
        const bp_cue cue = cue_at(n, i, line->first);
        if (!bp_is_cue(&cue)) continue;
        bp_subject subject = { 0 };
        const bp_content c = content_at(n, &cue, line, from, &subject);
        if (!bp_content_is_clear(n, &c)) continue;
        if (!add(emitter, &cue, &subject, &c)) return false;
        const uint32_t said = c.second_end > c.end ? c.second_end : c.end;
        const uint32_t behind = subject.way == BP_SUBJECT_AFTER ? subject.phrase.end : cue.end;
        from = behind > said ? behind : said;
        if (said > i + 1) i = said - 1;
    }
    return true;
}

bool bp_add_indirect_quotes(const bp_narration *n, bp_findings *findings)
{
    bp_emitter emitter;
    if (!bp_emitter_begin(&emitter, n, findings)) return false;
    for (uint32_t i = 0; i < n->lines.count; i++) {
        bp_cue colon;
        bp_subject name;
        const bp_content labelled = bp_find_labelled(n, i, &colon, &name);
        if (bp_content_is_clear(n, &labelled) && !add(&emitter, &colon, &name, &labelled)) return false;
        if (!read_line(&emitter, &n->lines.items[i])) return false;
    }
    return true;
}

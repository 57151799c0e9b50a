/* Carrying on. A quotation that opens its sentence and has no cue: a colon at
 * the end of the sentence before brings it in; else the speaker goes on, unless
 * the quotation before was a question, which somebody else answers; else the
 * sentence before tells who is about to speak; and a question in the reporter's
 * own words has its answer behind it. */
#include "quotes/carrying.h"
#include "quotes/echoes.h"

/* Blocks: a speaker is carried on no farther. */
enum { FARTHEST_CARRY = 1 /* blocks */, FARTHEST_ASKED = 6 /* units */, FARTHEST_ONLY = 8 /* units */ };

static const bp_line *line_at(const bp_narration *n, uint32_t unit)
{
    return &n->lines.items[bp_unit_at(n, unit)->line];
}

uint32_t bp_last_line(const bp_narration *n, const bp_piece *piece)
{
    const uint32_t own = bp_unit_at(n, piece->unit)->line;
    if (!bp_is_cue(&piece->attribution.cue)) return own;
    const uint32_t cue = bp_unit_at(n, piece->attribution.cue.first)->line;
    return cue > own && cue == own + 1 ? cue : own;
}

/* Has the paragraph of this unit nothing in front of it? */
static bool opens_block(const bp_narration *n, uint32_t unit)
{
    const bp_line *line = line_at(n, unit);
    return n->document->blocks.items[line->block].first == bp_unit_at(n, line->first)->first && line->first == unit;
}

/* Is it all of its paragraph? */
static bool fills_block(const bp_narration *n, uint32_t unit)
{
    return opens_block(n, unit) && n->document->blocks.items[line_at(n, unit)->block].end == bp_unit_at(n, unit)->end;
}

/* A person by name, or "he" and "she". */
static bool is_somebody(const bp_narration *n, uint32_t unit)
{
    const bp_mention *mention = bp_unit_mention(n, unit);
    if (mention) return mention->type == BP_PERSON;
    return bp_unit_in(n, unit, BP_WORDS_SUBJECT_PRONOUNS) && bp_unit_in(n, unit, BP_WORDS_MEN | BP_WORDS_WOMEN);
}

/* "The old man", "his great-aunt": somebody spoken of before. */
static bool is_known_role(const bp_narration *n, bp_noun_phrase phrase)
{
    const bool definite = bp_unit_says(n, phrase.first, "the") || bp_unit_says(n, phrase.first, "his") ||
                          bp_unit_says(n, phrase.first, "her");
    return definite && bp_is_word_in(n, phrase.head, BP_WORDS_ROLES | BP_WORDS_PERSONS) &&
           !bp_unit_in(n, phrase.head, BP_WORDS_BODIES | BP_WORDS_PLURALS | BP_WORDS_DOCUMENTS) &&
           !bp_unit_ends(n, phrase.head, "s");
}

/* I, we, you: the reporter and the reader bring nobody in. */
static bool is_outsider(const bp_narration *n, const bp_subject *subject)
{
    const uint32_t head = subject->phrase.head;
    return bp_unit_says(n, head, "i") || bp_unit_says(n, head, "we") || bp_unit_says(n, head, "you");
}

/* The last cue of the line with its subject. */
static bp_attribution last_cue(const bp_narration *n, const bp_line *line, uint64_t classes)
{
    const bp_attribution none = { 0 };
    for (uint32_t i = line->end; i-- > line->first;) {
        const bp_cue cue = bp_cue_at(n, i, line->first, classes);
        if (!bp_is_cue(&cue)) continue;
        const bp_subject subject = bp_cue_subject(n, &cue, line->first, line->end);
        if (subject.way && is_outsider(n, &subject)) continue;
        return subject.way ? (bp_attribution){ BP_TIE_BROUGHT_IN, cue, subject } : none;
    }
    return none;
}

/* ...: "...", with a paragraph break in between. */
static bp_attribution by_colon(const bp_narration *n, const bp_line *line)
{
    const bp_attribution none = { 0 };
    if (!bp_unit_is(n, line->end - 1, BP_UNIT_COLON)) return none;
    const bp_attribution cue = last_cue(n, line, BP_CUES_WITH_WORDS | BP_WORDS_CUE_MANNER);
    if (cue.tie) return cue;
    const bp_subject subject = bp_main_subject(n, line->end - 1, line->first);
    if (!subject.way) return none;
    return (bp_attribution){ BP_TIE_BROUGHT_IN, { line->end - 1, line->end, 0, false }, subject };
}

/* when Nkrumah declared it shut, | she was asleep: what the minor clause tells of brings nobody in. */
static bool is_minor(const bp_narration *n, const bp_attribution *a, const bp_line *line)
{
    const uint32_t first = a->subject.phrase.first;
    if (first <= line->first || first > a->cue.first || !bp_is_word_in(n, first - 1, BP_WORDS_SUBORDINATORS))
        return false;
    return !bp_unit_says(n, first - 1, "that") && !bp_unit_says(n, first - 1, "what"); /* asked what he answered */
}

static bool is_body(const bp_narration *n, const bp_line *line)
{
    return n->document->blocks.items[line->block].role == BP_BODY;
}

/* "For his opposite number X, whose side have lost, it was one too many.": the only one named. */
static bp_attribution by_only_name(const bp_narration *n, const bp_line *line)
{
    const bp_attribution none = { 0 };
    uint32_t only = line->end;
    for (uint32_t i = line->first; i < line->end; i++) {
        const bp_mention *mention = bp_unit_mention(n, i);
        if (bp_unit_is(n, i, BP_UNIT_STRETCH)) return none;
        if (!mention || mention->type != BP_PERSON || (i + 1 < line->end && bp_is_possessive(n, i + 1))) continue;
        if (only < line->end && bp_unit_mention(n, only)->entity != mention->entity) return none;
        only = i;
    }
    if (only == line->end || only - line->first > FARTHEST_ONLY || !is_body(n, line)) return none;
    return (bp_attribution){ BP_TIE_BROUGHT_IN, { 0 }, { { only, only + 1, only }, BP_SUBJECT_BEFORE } };
}

/* Who is about to speak after this sentence: its cue's subject, or the one whom it is about. */
static bp_attribution by_sentence(const bp_narration *n, const bp_line *line)
{
    const bp_attribution cue = last_cue(n, line, BP_WORDS_CUE_SAY);
    if (cue.tie && !is_minor(n, &cue, line)) return cue;
    bp_subject subject = bp_main_subject(n, line->end - 1, line->first);
    const bool opens = line->end > line->first + 1 && bp_unit_ends(n, line->first + 1, "s"); /* Nkrumah shrugs. */
    if (!subject.way && opens && bp_may_name_person(n, line->first))
        subject = (bp_subject){ { line->first, line->first + 1, line->first }, BP_SUBJECT_BEFORE };
    if (!subject.way || !(is_somebody(n, subject.phrase.head) || is_known_role(n, subject.phrase)))
        return by_only_name(n, line);
    return (bp_attribution){ BP_TIE_BROUGHT_IN, { 0 }, subject };
}

/* "..." | That was Ama Nkrumah: the sentence behind says who spoke. */
static bp_attribution by_pointing(const bp_narration *n, uint32_t own)
{
    const bp_attribution none = { 0 };
    if (own + 1 >= n->lines.count) return none;
    const bp_line *line = &n->lines.items[own + 1];
    if (line->end - line->first < 3) return none;
    const bool points = bp_unit_says(n, line->first, "that") || bp_unit_says(n, line->first, "this") ||
                        bp_unit_says(n, line->first, "so");
    if (!points || !bp_unit_in(n, line->first + 1, BP_WORDS_BE_FORMS | BP_WORDS_CUE_SAY)) return none;
    const bp_noun_phrase phrase = bp_phrase_after(n, line->first + 2, line->end);
    const bp_mention *mention = bp_is_phrase(phrase) ? bp_unit_mention(n, phrase.head) : NULL;
    if (!mention || mention->type != BP_PERSON) return none;
    return (bp_attribution){ BP_TIE_POINTED_AT, { 0 }, { phrase, BP_SUBJECT_AFTER } };
}

/* A paragraph's "..." | Nkrumah, who was postmistress here, will not have it: the sentence behind is about whoever
 * spoke. */
static bp_attribution by_next_subject(const bp_narration *n, uint32_t own)
{
    const bp_attribution none = { 0 };
    if (own + 1 >= n->lines.count || n->lines.items[own + 1].block != n->lines.items[own].block) return none;
    const bp_line *line = &n->lines.items[own + 1];
    if (line->end < line->first + 3 || !is_somebody(n, line->first)) return none;
    const bool aside = bp_unit_is(n, line->first + 1, BP_UNIT_COMMA); /* Nkrumah, who was there, */
    if (!aside && !bp_is_finite_verb(n, line->first + 1)) return none;
    return (bp_attribution){ BP_TIE_POINTED_AT,
                             { 0 },
                             { { line->first, line->first + 1, line->first }, BP_SUBJECT_AFTER } };
}

static bool ends_in_question(const bp_narration *n, const bp_line *line)
{
    const bp_unit *last = bp_unit_at(n, line->end - 1);
    return last->kind == BP_UNIT_STOP && n->document->tokens.items[last->first].first == '?';
}

/* Would he go? What will she say? | "...": an answer, perhaps of the one whom the reporter's question is about. */
static bp_attribution by_question(const bp_narration *n, const bp_line *line)
{
    bp_attribution answer = { .tie = BP_TIE_INTERVIEW };
    for (uint32_t i = line->first + 1; i < line->end && i - line->first < FARTHEST_ASKED; i++) {
        if (bp_unit_says(n, i, "you") || bp_unit_says(n, i, "your")) return (bp_attribution){ .tie = BP_TIE_INTERVIEW };
        const bool person = bp_unit_says(n, i, "he") || bp_unit_says(n, i, "she");
        if (person && bp_is_word_in(n, i - 1, BP_WORDS_AUXILIARIES | BP_WORDS_BE_FORMS))
            answer.subject = (bp_subject){ { i, i + 1, i }, BP_SUBJECT_BEFORE };
    }
    return answer;
}

/* Does the quotation before ask something of whoever speaks now, or this one of whoever spoke before? */
static bool is_answered(const bp_narration *n, const bp_piece *before, const bp_piece *piece)
{
    const bool asked = bp_last_point(n, before->unit) == '?';
    if (bp_has_own_cue(before))
        return opens_block(n, piece->unit) &&
               (asked || (fills_block(n, piece->unit) && bp_last_point(n, piece->unit) == '?'));
    return fills_block(n, before->unit) && fills_block(n, piece->unit) &&
           (asked || bp_last_point(n, piece->unit) == '?');
}

static bp_attribution go_on(const bp_narration *n, const bp_piece *before, const bp_piece *piece)
{
    const bp_attribution none = { 0 };
    const uint32_t block = line_at(n, piece->unit)->block, earlier = line_at(n, before->unit)->block;
    const bool near = block == earlier || (opens_block(n, piece->unit) && block - earlier <= FARTHEST_CARRY);
    if (!near || !before->attribution.tie || before->attribution.tie == BP_TIE_VERB) return none;
    const bool turns =
        before->attribution.tie == BP_TIE_ANSWER && fills_block(n, before->unit) && fills_block(n, piece->unit);
    if (turns || is_answered(n, before, piece)) return (bp_attribution){ .tie = BP_TIE_ANSWER };
    bp_attribution same = before->attribution;
    same.tie = BP_TIE_GOES_ON;
    return same;
}

static bp_attribution find(const bp_narration *n, const bp_piece *before, const bp_piece *piece)
{
    const bp_attribution none = { 0 };
    const uint32_t own = bp_unit_at(n, piece->unit)->line;
    const bp_line *line = own > 0 ? &n->lines.items[own - 1] : NULL;
    const uint32_t block = line_at(n, piece->unit)->block;
    const bool same = before && line_at(n, before->unit)->block == block;
    const bool adjacent = before && bp_last_line(n, before) + 1 == own;
    bp_attribution found = line && !same ? by_colon(n, line) : none;
    if (!found.tie) found = by_pointing(n, own);
    if (!found.tie && !same && opens_block(n, piece->unit)) found = by_next_subject(n, own);
    if (!found.tie && before && (same || adjacent)) found = go_on(n, before, piece);
    if (found.tie || !line) return found;
    if (ends_in_question(n, line)) return by_question(n, line);
    if (!same && (line->block == block || opens_block(n, piece->unit))) found = by_sentence(n, line);
    const bool named = bp_is_cue(&found.cue) || (found.tie && bp_unit_is(n, found.subject.phrase.head, BP_UNIT_NAME));
    const bp_attribution on = before && !named ? go_on(n, before, piece) : none;
    return on.tie ? on : found;
}

/* "We lost." | Adding, "and we will again.": the verb has no subject but whoever spoke before. */
static bool leans_back(const bp_narration *n, const bp_piece *before, const bp_piece *piece)
{
    const bp_attribution *a = &piece->attribution;
    if (!before || !before->attribution.subject.way || a->subject.way || !bp_is_cue(&a->cue)) return false;
    const bp_line *line = line_at(n, piece->unit);
    return a->cue.first == line->first && bp_unit_ends(n, line->first, "ing") &&
           line_at(n, before->unit)->block == line->block;
}

/* "We lost," the coach said. | Then, when the bus had gone: "Again." */
static bool is_said_then(const bp_narration *n, const bp_piece *before, const bp_piece *piece)
{
    const bp_line *line = line_at(n, piece->unit);
    return before && before->attribution.subject.way && piece->attribution.tie == BP_TIE_NONE &&
           piece->unit > line->first && bp_unit_is(n, piece->unit - 1, BP_UNIT_COLON) &&
           bp_unit_says(n, line->first, "then") && line_at(n, before->unit)->block == line->block;
}

void bp_carry_on(const bp_narration *n, const bp_piece *before, bp_piece *piece)
{
    if (is_said_then(n, before, piece)) {
        piece->attribution = before->attribution;
        piece->attribution.tie = BP_TIE_GOES_ON;
        return;
    }
    if (leans_back(n, before, piece)) piece->attribution.subject = before->attribution.subject;
    if (bp_has_own_cue(piece) || line_at(n, piece->unit)->first != piece->unit) return;
    const uint32_t block = line_at(n, piece->unit)->block;
    const bool told = before && line_at(n, before->unit)->block == block; /* a headline tells no more of a speaker */
    const bool headline = bp_is_display(n, block) && !told;
    const bp_attribution found = headline ? (bp_attribution){ .tie = BP_TIE_INTERVIEW } : find(n, before, piece);
    if (found.tie) piece->attribution = found;
}

/* Scare quotes, titles, nicknames, words as words. Ten words and more in marks
 * are nearly always a quotation; of one to three a quarter are none. What
 * counts, in this order: a cue right beside the marks; a name's capitals, where
 * a sentence's own would be small; what stands before ("so-called", "known as",
 * "the word") and behind (a noun that the words in marks only describe). */
#include "quotes/scare.h"
#include "quotes/echoes.h"

enum { LONG = 10, MEDIUM = 6, SHORT = 3, LONGEST_HEADING = 9, MOST_LOOKED_AT = 60, MOST_BETWEEN = 4 };

typedef struct look {
    uint32_t words, capitalized, small; /* small: words that a title would write with a capital */
    bool ends_sentence;
} look;

static look look_at(const bp_narration *n, const bp_stretch *stretch)
{
    look l = { 0 };
    for (uint32_t i = stretch->first + 1; i < stretch->words_end && l.words < LONG; i++) {
        const bp_token *t = &n->document->tokens.items[i];
        const bool counts = (t->kind == BP_TOKEN_WORD || t->kind == BP_TOKEN_NUMBER) && !(t->flags & BP_CLITIC);
        if (!counts) continue;
        l.words++;
        const bool function =
            bp_token_classes(n->document, i) & (BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS);
        if (t->flags & (BP_CAPITALIZED | BP_HAS_DIGIT | BP_INNER_CAPITAL))
            l.capitalized++;
        else if (!function)
            l.small++;
    }
    const uint8_t last = n->document->tokens.items[stretch->words_end - 1].first;
    l.ends_sentence = last == '.' || last == '?' || last == '!' || last == ',';
    return l;
}

/* their podcast, "Harbour Hour": a noun for works right before the comma. */
static bool is_introduced(const bp_narration *n, uint32_t stretch, uint32_t least)
{
    return stretch >= least + 2 && bp_unit_is(n, stretch - 1, BP_UNIT_COMMA) &&
           bp_is_word_in(n, stretch - 2, BP_WORDS_NAMING) &&
           !bp_unit_in(n, stretch - 2, BP_WORDS_CUE_SAY | BP_WORDS_CUE_CALL);
}

/* She called the programme "a waste": the noun is what is judged. */
static bool is_judged_object(const bp_narration *n, uint32_t stretch, uint32_t noun, const bp_attribution *attribution)
{
    const bp_cue *cue = &attribution->cue;
    if (!bp_is_cue(cue) || !attribution->subject.way || cue->end > noun || noun - cue->end > MOST_BETWEEN) return false;
    if (noun == stretch - 1 && bp_unit_in(n, noun, BP_WORDS_CUE_CALL)) return false;
    const look l = look_at(n, &n->stretches.items[bp_unit_at(n, stretch)->index]);
    return (cue->classes & BP_WORDS_CUE_CALL) && !(cue->classes & BP_WORDS_CUE_SAY) && l.small > 0;
}

/* so-called "...", known as "...", the word "...", a show called "...", such as
 * "...", self-described "..." */
static bool is_named(const bp_narration *n, uint32_t stretch, uint32_t least, const bp_attribution *attribution)
{
    if (stretch == least) return false;
    uint32_t before = stretch - 1;
    if (bp_unit_is(n, before, BP_UNIT_WORD) && before > least && bp_unit_is(n, before - 1, BP_UNIT_HYPHEN)) return true;
    const bool as = bp_unit_says(n, before, "as");
    if (as && before > least && bp_unit_says(n, before - 1, "such")) return true;
    if ((as || bp_is_word_in(n, before, BP_WORDS_DETERMINERS)) && before > least) before--;
    if (!bp_is_word_in(n, before, BP_WORDS_NAMING)) return false;
    if (as && !bp_unit_says(n, before, "known")) return false;
    const bool said = before > least && bp_unit_in(n, before - 1, BP_WORDS_SUBJECT_PRONOUNS) &&
                      bp_unit_in(n, before, BP_WORDS_CUE_CALL);
    if (said) return false;
    if (is_judged_object(n, stretch, before, attribution)) return false;
    /* they call it, what she called: somebody's word after all */
    const bp_noun_phrase *subject = &attribution->subject.phrase;
    if (!bp_is_cue(&attribution->cue) || attribution->cue.first != before || !attribution->subject.way) return true;
    if (subject->first > before || bp_unit_in(n, subject->head, BP_WORDS_SUBJECT_PRONOUNS)) return false;
    /* a book by X called "..." : only what X called it is somebody's word */
    const bool what = subject->first > least &&
                      (bp_unit_says(n, subject->first - 1, "what") || bp_unit_says(n, subject->first - 1, "which"));
    return !bp_unit_is(n, subject->head, BP_UNIT_NAME) || (before + 1 == stretch && subject->first > least && !what);
}

/* Ama "Sunshine" Nkrumah */
static bool is_nickname(const bp_narration *n, uint32_t stretch, const bp_line *line)
{
    return stretch > line->first && stretch + 1 < line->end && bp_unit_is(n, stretch - 1, BP_UNIT_NAME) &&
           bp_unit_is(n, stretch + 1, BP_UNIT_NAME);
}

/* I, we, my: a headline that speaks so quotes. */
static bool is_first_person(const bp_narration *n, const bp_stretch *stretch)
{
    for (uint32_t i = stretch->first + 1; i < stretch->words_end && i < stretch->first + MOST_LOOKED_AT; i++)
        if (bp_token_among(n->document, i, BP_HINT_FIRST_PERSONS)) return true;
    return false;
}

/* HE'S FINISHED HERE: in a headline of capitals they tell of no title. */
static bool is_loud(const bp_narration *n, const bp_stretch *stretch)
{
    for (uint32_t i = stretch->first + 1; i < stretch->words_end && i < stretch->first + MOST_LOOKED_AT; i++) {
        const bp_token *t = &n->document->tokens.items[i];
        const bool letter = t->end.byte - t->start.byte == 1; /* I */
        if (t->kind == BP_TOKEN_WORD && !letter && !(t->flags & (BP_ALL_CAPITALS | BP_CLITIC))) return false;
    }
    return true;
}

/* "She's gone", "we will stay": a pronoun, then a verb. */
static bool is_clause(const bp_narration *n, const bp_stretch *stretch)
{
    const uint32_t verb = stretch->first + 2;
    if (verb >= stretch->words_end || !(bp_token_classes(n->document, verb - 1) & BP_WORDS_SUBJECT_PRONOUNS))
        return false;
    return bp_token_has(n->document, verb, BP_CLITIC) || (bp_token_classes(n->document, verb) & BP_WORDS_AUXILIARIES);
}

/* Is it what somebody says, in a headline: ‘I write in the boot room’? */
static bool is_headline(const bp_narration *n, uint32_t stretch, const look *l)
{
    const bp_stretch *s = &n->stretches.items[bp_unit_at(n, stretch)->index];
    if (!bp_is_display(n, s->block) || (l->small == 0 && !is_loud(n, s))) return false;
    return (l->words > SHORT && is_first_person(n, s)) || (l->words >= SHORT && is_clause(n, s));
}

/* Is it a heading: words in single marks and nothing else in the paragraph? */
static bool is_heading(const bp_narration *n, uint32_t stretch, const look *l)
{
    const bp_stretch *s = &n->stretches.items[bp_unit_at(n, stretch)->index];
    const bp_paragraph *block = &n->document->blocks.items[s->block];
    return s->single && (!l->ends_sentence || l->small == 0) && l->words <= LONGEST_HEADING &&
           s->first <= block->first + 1 && s->end + 2 >= block->end;
}

/* ... or a sentence of its own in such marks, which are not those of the article's speech? */
static bool is_crosshead(const bp_narration *n, uint32_t stretch, const bp_line *line, const bp_attribution *a,
                         const look *l)
{
    const bp_stretch *s = &n->stretches.items[bp_unit_at(n, stretch)->index];
    return s->single && !n->single_marks && l->words <= LONGEST_HEADING && line->first == stretch &&
           line->end == stretch + 1 && !bp_is_cue(&a->cue) && !bp_is_display(n, s->block);
}

bool bp_is_noted(const bp_narration *n, uint32_t stretch)
{
    const bp_stretch *s = &n->stretches.items[bp_unit_at(n, stretch)->index];
    uint32_t end = s->words_end;
    if (!bp_token_is(n->document, s->first + 1, "(")) return false;
    while (end > s->first + 2 && !bp_token_is(n->document, end - 1, ")") &&
           n->document->tokens.items[end - 1].kind == BP_TOKEN_PUNCTUATION)
        end--;
    if (!bp_token_is(n->document, end - 1, ")")) return false;
    for (uint32_t i = s->first + 2; i + 1 < end; i++)
        if (bp_token_is(n->document, i, ")")) return false;
    return true;
}

/* the "long way home", Turin and "the rest of it": a part of what is told rather than something said */
static bool is_part(const bp_narration *n, uint32_t stretch, const bp_line *line)
{
    return stretch > line->first &&
           (bp_is_word_in(n, stretch - 1, BP_WORDS_DETERMINERS | BP_WORDS_CONJUNCTIONS | BP_WORDS_PREPOSITIONS) ||
            bp_unit_is(n, stretch - 1, BP_UNIT_DASH));
}

/* ("Nkrumah wins," Gazette, Friday): the headings of a list of sources */
static bool is_reference(const bp_narration *n, uint32_t stretch, const bp_line *line, const bp_attribution *a)
{
    const bool tied = a->tie != BP_TIE_NONE && a->tie != BP_TIE_VERB;
    return stretch > line->first && bp_unit_is(n, stretch - 1, BP_UNIT_OPEN) && !tied;
}

/* ... act - "my plan is the best!" - wears thin */
static bool is_thrown_in(const bp_narration *n, uint32_t stretch, const bp_line *line, const bp_attribution *a)
{
    return a->tie == BP_TIE_NONE && is_part(n, stretch, line);
}

/* "Never!" A whole sentence, however short, with nothing before it. */
static bool is_sentence(const bp_narration *n, uint32_t stretch, const bp_line *line)
{
    const bp_stretch *s = &n->stretches.items[bp_unit_at(n, stretch)->index];
    const bp_token *last = &n->document->tokens.items[s->words_end - 1];
    return s->closed && stretch == line->first &&
           (last->first == '.' || last->first == '?' || last->first == '!' || (last->flags & BP_ENDS_IN_STOP));
}

/* A noun behind the marks that the words in them describe: the "quiet" shed. */
static bool modifies(const bp_narration *n, uint32_t stretch, const bp_line *line)
{
    const uint32_t next = stretch + 1;
    if (next == line->end) return false;
    const uint8_t kind = bp_unit_at(n, next)->kind;
    if (kind == BP_UNIT_NAME || kind == BP_UNIT_HYPHEN) return true;
    const uint64_t no_noun = BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS | BP_WORDS_AUXILIARIES |
                             BP_WORDS_SUBORDINATORS | BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_DETERMINERS;
    return kind == BP_UNIT_WORD && !bp_unit_in(n, next, no_noun) && !bp_is_adverb(n, next);
}

/* Does a cue stand right beside the marks, as it does with whole sentences? */
static bool is_direct(const bp_narration *n, uint32_t stretch, const bp_line *line, const bp_attribution *a,
                      const look *l)
{
    switch (a->tie) {
    case BP_TIE_AFTER:
    case BP_TIE_INVERTED:
        return stretch == line->first || l->words > SHORT || bp_unit_is(n, stretch - 1, BP_UNIT_COMMA);
    case BP_TIE_BEFORE: return l->ends_sentence || bp_unit_is(n, stretch - 1, BP_UNIT_COLON) || l->words > SHORT;
    case BP_TIE_LABEL:
    case BP_TIE_NEXT_LINE:
    case BP_TIE_DASH: return true;
    default: return false;
    }
}

/* He called it "absurd": one word, but somebody's judgement. */
static bool is_judgement(const bp_attribution *a, uint32_t stretch)
{
    return (a->cue.classes & BP_WORDS_CUE_CALL) && !(a->cue.classes & BP_WORDS_CUE_SAY) && a->subject.way &&
           a->cue.end <= stretch && stretch - a->cue.end <= 6;
}

/* He said that it was "absurd", welcomed it as "wise": one word, but all that is said of it. */
static bool is_predicate(const bp_narration *n, uint32_t stretch, const bp_line *line, const bp_attribution *a)
{
    if (stretch == line->first || !a->subject.way || !bp_is_cue(&a->cue)) return false;
    const uint32_t next = stretch + 1;
    const uint8_t kind = next < line->end ? bp_unit_at(n, next)->kind : BP_UNIT_STOP;
    if (kind != BP_UNIT_STOP && kind != BP_UNIT_COMMA) return false;
    if (bp_is_word_in(n, stretch - 1, BP_WORDS_BE_FORMS)) return a->cue.classes & BP_WORDS_CUE_SAY;
    return bp_unit_says(n, stretch - 1, "as") && (a->cue.classes & (BP_CUES_OF_SPEECH | BP_WORDS_CUE_CALL));
}

/* on "Harbour Hour", speaking to "The Salt Road"; not: described it as "The Salt Road" */
static bool is_placed(const bp_narration *n, uint32_t stretch, const bp_line *line)
{
    if (stretch == line->first) return false;
    return bp_is_possessive(n, stretch - 1) ||
           (bp_is_word_in(n, stretch - 1, BP_WORDS_PREPOSITIONS) && !bp_unit_says(n, stretch - 1, "as"));
}

/* Is it written like a title where a sentence would not be: told "Harbour Hour" ... */
static bool is_title(const bp_narration *n, uint32_t stretch, const bp_line *line, const bp_attribution *a,
                     const look *l)
{
    if (l->small > 0 || l->capitalized == 0) return false;
    if (is_introduced(n, stretch, line->first)) return true;
    if (l->words == 1 || l->words > 6 || stretch == line->first) return false;
    const uint8_t kind = bp_unit_at(n, stretch - 1)->kind;
    if (kind == BP_UNIT_COMMA || kind == BP_UNIT_COLON) return false;
    return a->tie == BP_TIE_AFTER || a->tie == BP_TIE_INVERTED ||
           (a->tie == BP_TIE_BEFORE && !(a->cue.classes & BP_WORDS_CUE_SAY));
}

/* Then, when it had gone: "If they are willing." */
static bool is_behind_colon(const bp_narration *n, uint32_t stretch, const bp_line *line, const look *l)
{
    const bp_stretch *s = &n->stretches.items[bp_unit_at(n, stretch)->index];
    const uint8_t last = n->document->tokens.items[s->words_end - 1].first;
    return stretch > line->first && bp_unit_is(n, stretch - 1, BP_UNIT_COLON) && s->closed && l->small > 0 &&
           (last == '.' || last == '?' || last == '!') && bp_token_has(n->document, s->first + 1, BP_CAPITALIZED);
}

/* Without a cue right beside it: is a shorter stretch a quotation? */
static bool is_worded(const bp_narration *n, uint32_t stretch, const bp_line *line, const bp_attribution *a,
                      const look *l)
{
    const bool thought = (a->cue.classes & BP_WORDS_CUE_THINK) && !(a->cue.classes & BP_CUES_OF_SPEECH);
    switch (a->tie) {
    case BP_TIE_CLAUSE:
    case BP_TIE_BEFORE: return l->words > MEDIUM || !thought;
    case BP_TIE_AFTER:
    case BP_TIE_INVERTED: return true;
    case BP_TIE_VERB: return l->words > SHORT && !is_part(n, stretch, line);
    default: break;
    }
    const bool bracket = stretch + 1 < line->end && bp_unit_is(n, stretch + 1, BP_UNIT_OPEN);
    return !bracket && (l->words > MEDIUM || (stretch == line->first && l->ends_sentence));
}

bp_marked bp_judge_stretch(const bp_narration *n, uint32_t stretch, const bp_attribution *a)
{
    const bp_line *line = &n->lines.items[bp_unit_at(n, stretch)->line];
    const look l = look_at(n, &n->stretches.items[bp_unit_at(n, stretch)->index]);
    if (is_nickname(n, stretch, line) && l.words <= SHORT) return BP_MARKED_WORD;
    if (bp_is_noted(n, stretch) || is_reference(n, stretch, line, a) || is_thrown_in(n, stretch, line, a))
        return BP_MARKED_WORD;
    if (is_headline(n, stretch, &l)) return BP_MARKED_QUOTATION;
    if (is_heading(n, stretch, &l) || is_crosshead(n, stretch, line, a, &l)) return BP_MARKED_WORD;
    if (is_sentence(n, stretch, line)) return BP_MARKED_QUOTATION;
    if (l.words >= LONG) return BP_MARKED_QUOTATION;
    const bool like_title = l.small == 0 && l.capitalized > 0;
    if (is_named(n, stretch, line->first, a)) return like_title ? BP_MARKED_TITLE : BP_MARKED_WORD;
    if (is_behind_colon(n, stretch, line, &l)) return BP_MARKED_QUOTATION;
    if (is_title(n, stretch, line, a, &l)) return BP_MARKED_TITLE;
    if (is_direct(n, stretch, line, a, &l)) return BP_MARKED_QUOTATION;
    const bool judged = is_judgement(a, stretch);
    if (like_title && (!judged || is_placed(n, stretch, line))) return BP_MARKED_TITLE;
    if (l.words == 1 && is_predicate(n, stretch, line, a)) return BP_MARKED_QUOTATION;
    if (l.words == 1) return judged && !modifies(n, stretch, line) ? BP_MARKED_QUOTATION : BP_MARKED_WORD;
    return is_worded(n, stretch, line, a, &l) ? BP_MARKED_QUOTATION : BP_MARKED_WORD;
}

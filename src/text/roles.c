/* Roles: which blocks are the article, and which part of it each one is.
 *
 * Furniture (navigation, newsletter boxes, share rows, appeals to the reader)
 * is told from the article by what it says (src/english/furniture.txt) and by
 * its shape; each block gets a score, above zero for furniture. Furniture comes
 * in runs, so the scores are smoothed by the best path through two states with
 * a price for each change (Viterbi 1967). What remains is named by its place:
 * the headline first, then standfirst, byline, dateline, captions, body. */
#include "characters.h"
#include "document.h"
#include "phrases.h"

enum {
    BIAS = -3,         /* news is likelier than furniture */
    CHANGE = 2,        /* price of going from one to the other */
    SHORT = 12,        /* words of a block that could be a title or a button */
    LONG = 25,         /* words of a block that reads like a paragraph */
    LONGEST_TITLE = 30 /* words of a headline or standfirst */
};

/* What a look over a block's tokens finds. */
typedef struct block_look {
    uint32_t words, phrases, addressing, separators, quotes, digits, small, calendar, credits;
    uint32_t addresses; /* e-mail, web */
    uint32_t open;      /* « and ‹ that are not closed yet */
    uint32_t links;     /* of the small words those that only join others: in, and, of */
    bool ends_sentence, only_marks, opens_by, agency, tail; /* tail: no paragraph follows */
    bool quotation;                                         /* in marks from end to end */
} block_look;

typedef struct role_finder {
    bp_document *document;
    block_look *looks; /* one for each block */
    int *scores;
    bool personal; /* the article itself says "we" and "you": a column, a letter */
} role_finder;

static uint32_t first_point(const bp_document *document, uint32_t token)
{
    size_t length;
    return bp_decode(document->text + document->tokens.items[token].start.byte, &length);
}

static bool is_quote_mark(uint32_t p)
{
    return p == '"' || p == 0x201C || p == 0x201D || p == 0xAB || p == 0x201E;
}

/* Marks that open or close a quotation where one stands at a block's edge. */
static bool is_edge_mark(uint32_t p)
{
    return is_quote_mark(p) || p == 0xBB || p == '\'' || (p >= 0x2018 && p <= 0x201A) || p == 0x2039 || p == 0x203A ||
           (p >= 0x300C && p <= 0x300F);
}

static bool is_separator(uint32_t p)
{
    return p == '|' || p == 0xB7 || p == 0x2022 || p == '>' || p == 0xBB || p == 0x203A || p == 0x2192 || p == 0x25CF ||
           p == '/';
}

static bool stands_alone(const bp_document *document, uint32_t token)
{
    return bp_token_has(document, token, BP_SPACE_BEFORE) && token + 1 < document->tokens.count &&
           bp_token_has(document, token + 1, BP_SPACE_BEFORE);
}

static uint32_t without_final_marks(const bp_document *document, const bp_paragraph *block)
{
    uint32_t end = block->end;
    while (end > block->first && document->tokens.items[end - 1].kind == BP_TOKEN_PUNCTUATION) end--;
    return end;
}

static int phrase_score(const bp_document *document, const bp_paragraph *block)
{
    const uint32_t whole = without_final_marks(document, block);
    int score = 0;
    for (uint32_t i = block->first; i < block->end;) {
        const bp_phrase phrase = bp_phrase_at(&bp_furniture_phrases, document, i, block->end);
        const bool opens = i == block->first;
        const bool counts = phrase.tokens > 0 && (!(phrase.marks & BP_PHRASE_OPENS) || opens) &&
                            (!(phrase.marks & BP_PHRASE_WHOLE) || (opens && i + phrase.tokens >= whole));
        if (counts) score += phrase.value;
        i += counts ? phrase.tokens : 1;
    }
    return score;
}

static void look_at_token(const bp_document *document, uint32_t i, bool quoted, block_look *look)
{
    const bp_token *token = &document->tokens.items[i];
    const uint64_t classes = bp_token_classes(document, i);
    if (token->kind == BP_TOKEN_WORD || token->kind == BP_TOKEN_NUMBER) {
        look->words++;
        look->small += token->kind == BP_TOKEN_WORD && !(token->flags & BP_CAPITALIZED);
        look->links += (classes & (BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS | BP_WORDS_DETERMINERS)) &&
                       !(token->flags & BP_CAPITALIZED);
        look->digits += token->kind == BP_TOKEN_NUMBER;
        look->calendar += token->kind == BP_TOKEN_NUMBER || (classes & (BP_WORDS_MONTHS | BP_WORDS_WEEKDAYS)) != 0;
        look->addressing += !quoted && (classes & BP_WORDS_ADDRESSING) && !(token->flags & BP_ALL_CAPITALS);
        look->addresses += (token->flags & BP_ADDRESS) != 0;
        look->agency |= (classes & BP_WORDS_AGENCIES) && (token->flags & BP_CAPITALIZED);
        look->credits += (classes & BP_WORDS_CREDITS) != 0;
        look->only_marks = false;
    } else {
        const uint32_t p = first_point(document, i);
        const bool closes = look->open && (p == 0xBB || p == 0x203A); /* « Dark, » she said. « I saw nothing. » */
        look->open += p == 0xAB || p == 0x2039;
        look->open -= closes;
        look->separators += !closes && is_separator(p) && stands_alone(document, i) && look->words > 0;
    }
}

static block_look look_at(const bp_document *document, const bp_paragraph *block)
{
    block_look look = { .only_marks = true };
    bool quoted = false;
    for (uint32_t i = block->first; i < block->end; i++) {
        const bool twin = document->tokens.items[i].end.byte - document->tokens.items[i].start.byte == 2;
        const bool mark = is_quote_mark(first_point(document, i)) || (first_point(document, i) == '\'' && twin);
        look.quotes += mark;
        quoted ^= mark;
        look_at_token(document, i, quoted, &look);
    }
    if (block->end > block->first) {
        const uint32_t last = first_point(document, block->end - 1);
        look.ends_sentence = last == '.' || last == '?' || last == '!' || is_edge_mark(last) || last == ')' ||
                             bp_token_has(document, block->end - 1, BP_ENDS_IN_STOP);
        look.quotation =
            block->end - block->first > 3 && is_edge_mark(last) && is_edge_mark(first_point(document, block->first));
        look.opens_by = block->end - block->first > 1 &&
                        (bp_token_is(document, block->first, "by") || bp_token_is(document, block->first + 1, "by"));
    }
    return look;
}

static bool is_paragraph(const block_look *look)
{
    return look->words >= LONG && look->ends_sentence;
}

/* A page that says "we" and "you" speaks for itself; a report does so in
 * quotation marks only. In an article that does so all along it means nothing. */
static int addressing_score(const block_look *look, bool personal, bool begun)
{
    if (look->addressing < 2 || personal) return 0;
    int score = begun && !look->ends_sentence ? 3 : 0;
    if (look->addressing * 12 >= look->words) score += 6;
    if (look->addressing >= 3 && look->addressing * 12 >= look->words && begun) score += 9;
    return score;
}

/* The shape alone: what looks like a paragraph, what like a button or a title. */
static int shape_score(const block_look *look, bool begun)
{
    int score = 0;
    if (look->only_marks) score += 9;
    if (look->separators >= 2)
        score += 9;
    else if (look->separators == 1)
        score += 5;
    if (look->words <= SHORT && !look->ends_sentence && begun) score += 3;
    if (is_paragraph(look)) score -= 6 + (int)(look->words / 20 < 4 ? look->words / 20 : 4);
    if (look->quotes >= 2 && look->words >= SHORT) score -= 4;
    if (look->tail && begun && look->words <= SHORT && look->digits < 2) score += look->ends_sentence ? 1 : 2;
    if (look->addresses && look->words <= SHORT && begun) score += 4;
    if (look->quotation && begun) score -= 3;
    if (look->digits && begun) score -= look->digits < 3 ? 1 : 2;
    return score;
}

static bool article_is_personal(const role_finder *finder)
{
    uint32_t paragraphs = 0, half = 0, personal = 0;
    for (uint32_t i = 0; i < finder->document->blocks.count; i++) paragraphs += is_paragraph(&finder->looks[i]);
    for (uint32_t i = 0; half * 2 < paragraphs; i++) {
        if (!is_paragraph(&finder->looks[i])) continue;
        half++;
        personal += finder->looks[i].addressing > 0;
    }
    return personal * 4 > half;
}

static void score_blocks(role_finder *finder)
{
    bool begun = false;
    for (uint32_t i = 0; i < finder->document->blocks.count; i++)
        finder->looks[i] = look_at(finder->document, &finder->document->blocks.items[i]);
    finder->personal = article_is_personal(finder);
    bool tail = true;
    for (uint32_t i = finder->document->blocks.count; i-- > 0 && tail;) {
        tail = !is_paragraph(&finder->looks[i]);
        finder->looks[i].tail = tail;
    }
    for (uint32_t i = 0; i < finder->document->blocks.count; i++) {
        const block_look *look = &finder->looks[i];
        finder->scores[i] = BIAS + phrase_score(finder->document, &finder->document->blocks.items[i]) +
                            shape_score(look, begun) + addressing_score(look, finder->personal, begun);
        begun |= is_paragraph(look) && finder->scores[i] < 0;
    }
}

/* Two-state Viterbi; `from` remembers for each block and state where the best
 * path came from (bit 0: to body, bit 1: to furniture). */
static bool smooth(const role_finder *finder)
{
    const uint32_t count = finder->document->blocks.count;
    uint8_t *from = bp_arena_take(finder->document->arena, count);
    if (!from) return false;
    long body = 0, furniture = 0;
    for (uint32_t i = 0; i < count; i++) {
        const bool body_changes = furniture - CHANGE > body;
        const bool furniture_changes = i && body - CHANGE >= furniture;
        const long stay_body = body_changes ? furniture - CHANGE : body;
        const long stay_furniture = furniture_changes ? body - CHANGE : furniture;
        from[i] = (uint8_t)(body_changes | furniture_changes << 1);
        body = stay_body;
        furniture = stay_furniture + finder->scores[i];
    }
    bool now = furniture > body;
    for (uint32_t i = count; i-- > 0;) {
        if (now) finder->document->blocks.items[i].role = BP_FURNITURE;
        const bool changed = from[i] >> now & 1;
        now ^= changed;
    }
    return true;
}

static bool is_dateline_alone(const block_look *look)
{
    return look->words >= 2 && look->words <= SHORT && look->calendar >= 2 && look->calendar * 2 >= look->words &&
           look->small <= 1;
}

/* "By Ama Nkrumah", "Ama Nkrumah in Accra", "Ama Nkrumah / AGENCY" */
static bool is_byline(const block_look *look)
{
    if (look->words > LONG || look->words < 2 || look->quotes || look->ends_sentence) return false;
    if (look->opens_by) return true;
    return look->words <= SHORT && !look->digits && look->small == look->links &&
           (look->agency || look->words - look->small <= 6);
}

static bool is_caption(const bp_document *document, const bp_paragraph *block, const block_look *look)
{
    if (look->credits == 0 || look->words > 60 || look->quotes > 2) return false;
    if (look->opens_by && !(bp_token_classes(document, block->first) & BP_WORDS_CREDITS)) return false; /* Words by */
    for (uint32_t i = block->first; i + 1 < block->end; i++) {
        if (!(bp_token_classes(document, i) & BP_WORDS_CREDITS)) continue;
        const uint32_t next = first_point(document, i + 1);
        if (next == ':' || next == '/' || bp_token_is(document, i + 1, "by")) return true;
    }
    return false;
}

static bool is_title(const block_look *look, const bp_document *document, const bp_paragraph *block)
{
    return look->words && look->words <= LONGEST_TITLE && first_point(document, block->end - 1) != '.';
}

/* Under a headline; it has no full stop, or a byline follows. */
static bool is_standfirst(const role_finder *finder, uint32_t index)
{
    const block_look *look = &finder->looks[index];
    if (look->words > LONGEST_TITLE || look->quotes || index + 1 >= finder->document->blocks.count) return false;
    return !look->ends_sentence || is_byline(look + 1);
}

/* Names the blocks of the article by their order. */
static void name_roles(const role_finder *finder)
{
    bp_document *document = finder->document;
    bool headline = false, standfirst = false, body = false;
    for (uint32_t i = 0; i < document->blocks.count; i++) {
        bp_paragraph *block = &document->blocks.items[i];
        const block_look *look = &finder->looks[i];
        if (block->role == BP_FURNITURE || block->first == block->end) continue;
        if (is_caption(document, block, look)) {
            block->role = BP_CAPTION;
        } else if (!headline) {
            headline = true;
            if (is_title(look, document, block))
                block->role = BP_HEADLINE;
            else
                body = true;
        } else if (!body && is_byline(look)) {
            block->role = BP_BYLINE;
        } else if (!body && is_dateline_alone(look)) {
            block->role = BP_DATELINE;
        } else if (!body && !standfirst && is_standfirst(finder, i)) {
            block->role = BP_STANDFIRST;
            standfirst = true;
        } else {
            body = true;
        }
    }
}

/* A page without any paragraph left would be marked nowhere: better all of it. */
static void keep_something(bp_document *document)
{
    for (uint32_t i = 0; i < document->blocks.count; i++)
        if (document->blocks.items[i].role != BP_FURNITURE) return;
    for (uint32_t i = 0; i < document->blocks.count; i++) document->blocks.items[i].role = BP_BODY;
}

bool bp_find_roles(bp_document *document)
{
    const uint32_t count = document->blocks.count;
    role_finder finder = { .document = document };
    finder.looks = bp_arena_take(document->arena, count * sizeof *finder.looks);
    finder.scores = bp_arena_take(document->arena, count * sizeof *finder.scores);
    if (!finder.looks || !finder.scores) return false;
    score_blocks(&finder);
    if (!smooth(&finder)) return false;
    keep_something(document);
    name_roles(&finder);
    return true;
}

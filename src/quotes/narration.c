/* Folds an article into units and lines: one walk over tokens, mentions and
 * stretches side by side, each of them in order. */
#include "quotes/narration.h"
#include "quotes/echoes.h"
#include "text/characters.h"
#include "text/phrases.h"

#include <string.h>

enum {
    LONGEST_RUN = 8,  /* a run of capitalized words longer than this is a headline rather than a name */
    MOST_SKIPPED = 4, /* mentions of money and the like before the next name */
    LEAST_OF_SINGLES = 4
};

typedef struct folder {
    bp_narration *narration;
    uint32_t mention; /* the first one that may still begin at or after the current token */
    uint32_t stretch;
    uint32_t block;
    uint32_t line_first; /* unit */
} folder;

bool bp_unit_ends(const bp_narration *narration, uint32_t unit, const char *ending)
{
    if (narration->units.items[unit].kind != BP_UNIT_WORD) return false;
    const bp_view word = bp_token_word(narration->document, narration->units.items[unit].first)->lower;
    const size_t length = strlen(ending);
    return word.length > length + 1 && memcmp(word.at + word.length - length, ending, length) == 0;
}

static bp_unit_kind mark_kind(const bp_document *document, uint32_t token)
{
    size_t length;
    const bp_token *t = &document->tokens.items[token];
    const uint32_t point = bp_decode(document->text + t->start.byte, &length);
    const bool apart = bp_token_has(document, token, BP_SPACE_BEFORE) &&
                       (token + 1 == document->tokens.count || bp_token_has(document, token + 1, BP_SPACE_BEFORE));
    switch (point) {
    case ',': return BP_UNIT_COMMA;
    case ':': return BP_UNIT_COLON;
    case ';': return BP_UNIT_SEMICOLON;
    case '.':
    case '!':
    case '?':
    case 0x2026: return BP_UNIT_STOP;
    case '(':
    case '[': return BP_UNIT_OPEN;
    case ')':
    case ']': return BP_UNIT_CLOSE;
    case '-': return apart || t->end.byte - t->start.byte > 1 ? BP_UNIT_DASH : BP_UNIT_HYPHEN;
    case 0x2010:
    case 0x2011: return BP_UNIT_HYPHEN;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015: return BP_UNIT_DASH;
    default: return BP_UNIT_OTHER;
    }
}

/* Is the token a capitalized word that may begin a name, or go on with one? */
static bool is_name_word(const bp_document *document, uint32_t token, bool begins)
{
    const bp_token *t = &document->tokens.items[token];
    if (t->kind != BP_TOKEN_WORD || !(t->flags & (BP_CAPITALIZED | BP_INNER_CAPITAL)) || (t->flags & BP_CLITIC))
        return false;
    const uint64_t never = BP_WORDS_STARTERS | BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS |
                           BP_WORDS_SUBORDINATORS | BP_WORDS_AUXILIARIES | BP_WORDS_SUBJECT_PRONOUNS |
                           BP_WORDS_WEEKDAYS | BP_WORDS_MONTHS | BP_WORDS_TITLES | BP_WORDS_ROLES | BP_WORDS_MEN |
                           BP_WORDS_WOMEN;
    const uint64_t seldom_first = BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL | BP_WORDS_CUE_MANNER | BP_WORDS_ADVERBS;
    if (begins && bp_word_value(&bp_callings_phrases, bp_token_word(document, token)->lower) > 0) return false;
    return !(bp_token_classes(document, token) & (begins ? never | seldom_first : never));
}

static bool is_named(const bp_mention *mention)
{
    return mention->type <= BP_LAW || mention->type == BP_HANDLE;
}

/* The byte at which the next name begins, the current token's own aside. */
static uint32_t next_name(const folder *f)
{
    const bp_findings *findings = f->narration->findings;
    for (uint32_t i = f->mention; i < findings->mentions.count && i < f->mention + MOST_SKIPPED; i++)
        if (is_named(&findings->mentions.items[i])) return findings->mentions.items[i].span.start.byte;
    return UINT32_MAX;
}

/* The end of a run of capitalized words that no mention covers. At a line's
 * start one word alone proves nothing. */
static uint32_t run_end(const folder *f, uint32_t token, uint32_t limit)
{
    const bp_document *document = f->narration->document;
    const bool opens = f->line_first == f->narration->units.count;
    const uint32_t name = next_name(f);
    uint32_t end = token;
    if (limit - token > LONGEST_RUN) limit = token + LONGEST_RUN;
    while (end < limit && document->tokens.items[end].start.byte < name && is_name_word(document, end, end == token))
        end++;
    const bp_word *word = bp_token_word(document, token);
    const bool label = bp_token_has(document, token, BP_ALL_CAPITALS) && token + 1 < document->tokens.count &&
                       bp_token_is(document, token + 1, ":"); /* SK: */
    if (opens && !label && end == token + 1 && (word->small > 0 || word->count == 1)) return token;
    return end;
}

static bool add_unit(folder *f, uint32_t first, uint32_t end, bp_unit_kind kind, uint32_t index)
{
    bp_narration *n = f->narration;
    bp_unit *unit = bp_push(n->document->arena, &n->units);
    if (!unit) return false;
    *unit = (bp_unit){ .first = first, .end = end, .index = index, .line = n->lines.count, .kind = (uint8_t)kind };
    if (kind == BP_UNIT_WORD) unit->classes = bp_token_classes(n->document, first);
    return true;
}

/* The mention that begins at this token, of those that name somebody or something. */
static uint32_t mention_at(folder *f, uint32_t token)
{
    const bp_findings *findings = f->narration->findings;
    const uint32_t byte = f->narration->document->tokens.items[token].start.byte;
    while (f->mention < findings->mentions.count && findings->mentions.items[f->mention].span.start.byte < byte)
        f->mention++;
    if (f->mention == findings->mentions.count) return BP_NONE;
    const bp_mention *mention = &findings->mentions.items[f->mention];
    return mention->span.start.byte == byte && is_named(mention) ? f->mention : BP_NONE;
}

static uint32_t mention_end(const folder *f, uint32_t mention, uint32_t token, uint32_t limit)
{
    const uint32_t byte = f->narration->findings->mentions.items[mention].span.end.byte;
    uint32_t end = token + 1;
    while (end < limit && f->narration->document->tokens.items[end].start.byte < byte) end++;
    return end;
}

/* Adds the unit that begins at `token`; gives the token behind it, 0: no memory. */
static uint32_t fold_one(folder *f, uint32_t token, uint32_t limit)
{
    bp_narration *n = f->narration;
    const bp_document *document = n->document;
    if (f->stretch < n->stretches.count && n->stretches.items[f->stretch].first == token) {
        const uint32_t end = n->stretches.items[f->stretch].end;
        n->stretch_units[f->stretch] = n->units.count;
        return add_unit(f, token, end, BP_UNIT_STRETCH, f->stretch++) ? end : 0;
    }
    if (f->stretch < n->stretches.count && n->stretches.items[f->stretch].first < limit)
        limit = n->stretches.items[f->stretch].first;
    const uint32_t mention = mention_at(f, token);
    if (mention != BP_NONE) {
        const uint32_t end = mention_end(f, mention, token, limit);
        return add_unit(f, token, end, BP_UNIT_NAME, mention) ? end : 0;
    }
    const bp_token *t = &document->tokens.items[token];
    if (t->kind == BP_TOKEN_NUMBER) return add_unit(f, token, token + 1, BP_UNIT_NUMBER, BP_NONE) ? token + 1 : 0;
    if (t->kind != BP_TOKEN_WORD)
        return add_unit(f, token, token + 1, mark_kind(document, token), BP_NONE) ? token + 1 : 0;
    const uint32_t end = run_end(f, token, limit);
    if (end > token) return add_unit(f, token, end, BP_UNIT_NAME, BP_NONE) ? end : 0;
    return add_unit(f, token, token + 1, BP_UNIT_WORD, BP_NONE) ? token + 1 : 0;
}

static bool end_line(folder *f)
{
    bp_narration *n = f->narration;
    bp_line *line = bp_push(n->document->arena, &n->lines);
    if (!line) return false;
    *line = (bp_line){ .first = f->line_first, .end = n->units.count, .block = f->block };
    f->line_first = n->units.count;
    return true;
}

/* Units may not run past a stretch or a sentence. */
static uint32_t unit_limit(const folder *f, uint32_t token)
{
    const bp_document *document = f->narration->document;
    return document->sentences.items[document->tokens.items[token].sentence].end;
}

/* Does the sentence end before `next`? Of words in marks the last word tells:
 * a closing mark set apart by a space may have been counted to what follows. */
static bool ends_line(const folder *f, uint32_t next, uint32_t limit)
{
    if (next == limit) return true;
    const bp_narration *n = f->narration;
    const bool opens = f->stretch < n->stretches.count && n->stretches.items[f->stretch].first == next;
    if (opens && bp_unit_is(n, n->units.count - 1, BP_UNIT_STOP)) return true;
    const bp_unit *unit = &n->units.items[n->units.count - 1];
    const uint32_t last = unit->kind == BP_UNIT_STRETCH ? n->stretches.items[unit->index].words_end - 1 : next - 1;
    return n->document->tokens.items[next].sentence != n->document->tokens.items[last].sentence;
}

/* Folds the tokens from `first` to `end`, a block or part of one, into lines. */
static bool fold_tokens(folder *f, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end;) {
        const uint32_t limit = unit_limit(f, i);
        const uint32_t next = fold_one(f, i, limit < end ? limit : end);
        if (!next) return false;
        if (ends_line(f, next, end) && !end_line(f)) return false;
        i = next;
    }
    return true;
}

/* The first unit that begins at or behind the byte. */
static uint32_t unit_from(const bp_narration *n, uint32_t byte)
{
    uint32_t low = 0, high = n->units.count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (n->document->tokens.items[n->units.items[middle].first].start.byte < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Lengths of time ("for two hours") aside. */
static void mark_dates(bp_narration *n)
{
    const bp_token *tokens = n->document->tokens.items;
    for (uint32_t i = 0; i < n->findings->dates.count; i++) {
        const bp_date *date = &n->findings->dates.items[i];
        if (date->type == BP_DURATION) continue;
        uint32_t unit = unit_from(n, date->span.start.byte);
        for (; unit < n->units.count && tokens[n->units.items[unit].end - 1].end.byte <= date->span.end.byte; unit++)
            n->units.items[unit].dated = true;
    }
}

static bool take_tables(bp_narration *n)
{
    const uint32_t count = n->stretches.count;
    bp_arena *arena = n->document->arena;
    n->stretch_units = bp_arena_take(arena, count * sizeof *n->stretch_units);
    n->quoted = bp_arena_take(arena, count);
    n->quote_cues = bp_arena_take(arena, count * sizeof *n->quote_cues);
    n->quotes = bp_arena_take(arena, count * sizeof *n->quotes);
    return n->stretch_units && n->quoted && n->quote_cues && n->quotes;
}

/* Stands at least one stretch of four of the running text between single marks? */
static bool has_single_marks(const bp_narration *n)
{
    uint32_t singles = 0, count = 0;
    for (uint32_t i = 0; i < n->stretches.count; i++) {
        const bp_stretch *stretch = &n->stretches.items[i];
        if (bp_is_display(n, stretch->block)) continue; /* a headline's marks are often others */
        singles += stretch->single;
        count++;
    }
    return singles * LEAST_OF_SINGLES >= count;
}

bool bp_narrate(const bp_document *document, const bp_findings *findings, bp_narration *narration)
{
    *narration = (bp_narration){ .document = document, .findings = findings };
    if (!bp_find_stretches(document, &narration->stretches) || !take_tables(narration)) return false;
    narration->single_marks = has_single_marks(narration);
    folder f = { .narration = narration };
    for (f.block = 0; f.block < document->blocks.count; f.block++) {
        const bp_paragraph *block = &document->blocks.items[f.block];
        if (bp_block_is_read(document, f.block) && !fold_tokens(&f, block->first, block->end)) return false;
    }
    mark_dates(narration);
    return true;
}

bool bp_narrate_inside(const bp_narration *outer, bp_narration *narration)
{
    const bp_document *document = outer->document;
    *narration = (bp_narration){ .document = document, .findings = outer->findings, .single_marks = true };
    for (uint32_t i = 0; i < outer->stretches.count; i++)
        if (outer->quoted[i] && !bp_find_inner_stretches(document, &outer->stretches, i, &narration->stretches))
            return false;
    if (!take_tables(narration)) return false;
    folder f = { .narration = narration };
    for (uint32_t i = 0; i < narration->stretches.count; i++) {
        const uint32_t outside = narration->stretches.items[i].outer;
        if (i > 0 && narration->stretches.items[i - 1].outer == outside) continue;
        const bp_stretch *around = &outer->stretches.items[outside];
        f.block = around->block;
        if (!fold_tokens(&f, around->first + 1, around->closed ? around->end - 1 : around->end)) return false;
    }
    mark_dates(narration);
    return true;
}

uint32_t bp_last_point(const bp_narration *n, uint32_t stretch)
{
    size_t length;
    const uint32_t last = n->stretches.items[bp_unit_at(n, stretch)->index].words_end - 1;
    return bp_decode(n->document->text + n->document->tokens.items[last].start.byte, &length);
}

/* Names that are not written as names: "the United Nations mission in Kosovo
 * (UNMIK)", where the bracket's letters begin the words in front of it, and "the
 * UN mission, UNMIK,", where a noun for a body stands beside an acronym. Both
 * become nominal mentions; the second is met again by its words alone. */
#include "grouping.h"
#include "text/characters.h"

enum { MOST_EXPANSION = 16 };

static uint32_t letter_at(const char *text, size_t *at)
{
    size_t length;
    const uint32_t point = bp_decode(text + *at, &length);
    *at += length;
    return bp_to_lower(point);
}

/* The letters of an acronym, small; gives their number. */
static uint32_t letters_of(const bp_document *document, uint32_t token, uint32_t *letters)
{
    const bp_view text = bp_token_text(document, token);
    uint32_t count = 0;
    for (size_t at = 0; at < text.length && count < MOST_EXPANSION;) {
        const uint32_t letter = letter_at(text.at, &at);
        if (bp_character_of(letter) == BP_LETTER) letters[count++] = letter;
    }
    return count;
}

static uint32_t initial_of(const bp_document *document, uint32_t token)
{
    size_t at = document->tokens.items[token].start.byte;
    return letter_at(document->text, &at);
}

/* Walks back from `end` over words whose initials are the letters; words that
 * stand for no letter must be small and short. Gives the first word, or `end`. */
static uint32_t expansion_start(const bp_document *document, uint32_t least, uint32_t end, const uint32_t *letters,
                                uint32_t count)
{
    uint32_t i = end;
    while (count > 0 && i > least && end - i < MOST_EXPANSION) {
        const bp_token *token = &document->tokens.items[--i];
        if (token->kind == BP_TOKEN_PUNCTUATION && document->text[token->start.byte] != '-') return end;
        if (token->kind != BP_TOKEN_WORD || (token->flags & BP_CLITIC)) continue;
        if (initial_of(document, i) == letters[count - 1])
            count--;
        else if ((token->flags & BP_CAPITALIZED) || token->end.byte - token->start.byte > 3)
            return end;
    }
    return count == 0 && bp_token_has(document, i, BP_CAPITALIZED) ? i : end;
}

static bool add_nominal(bp_grouping *g, uint32_t first, uint32_t end, uint32_t entity, const char *why)
{
    bp_mention *mention = bp_push(g->findings->arena, &g->findings->mentions);
    if (!mention) return false;
    *mention = (bp_mention){ .span = bp_span_of(g->document, first, end),
                             .type = g->findings->entities.items[entity].type,
                             .form = BP_NOMINAL,
                             .entity = entity,
                             .score = 0.9f,
                             .why = why };
    return true;
}

static bool is_mark(const bp_document *document, uint32_t token, char mark)
{
    const bp_token *t = &document->tokens.items[token];
    return t->kind == BP_TOKEN_PUNCTUATION && document->text[t->start.byte] == mark;
}

static bool expand(bp_grouping *g, const bp_named *name)
{
    const bp_document *document = g->document;
    uint32_t letters[MOST_EXPANSION];
    const uint32_t least = document->sentences.items[document->tokens.items[name->first].sentence].first;
    if (name->first < least + 2 || !is_mark(document, name->first - 1, '(')) return true;
    const uint32_t end = name->first - 1, count = letters_of(document, name->first, letters);
    const uint32_t first = count >= 2 ? expansion_start(document, least, end, letters, count) : end;
    if (first == end) return true;
    const bp_named *before = (name > g->names->items) ? name - 1 : name;
    if (before->first == first && before->end == end) return true; /* it is a name already */
    bp_entity *entity = &g->findings->entities.items[name->entity];
    const bp_span span = bp_span_of(document, first, end);
    if (!entity->house_id.length)
        entity->name = (bp_view){ document->text + span.start.byte, span.end.byte - span.start.byte };
    return add_nominal(g, first, end, name->entity, "its acronym in brackets");
}

/* The tokens of "UN mission" around the name at `index`: [first, end); equal if it is none. */
static uint32_t body_end(const bp_document *document, const bp_named *name)
{
    const uint32_t end = document->sentences.items[document->tokens.items[name->first].sentence].end;
    const uint32_t noun = name->end;
    const bool body = noun < end && !bp_token_has(document, noun, BP_CAPITALIZED) &&
                      (bp_token_classes(document, noun) & BP_WORDS_BODIES);
    return body ? noun + 1 : name->end;
}

/* "the UN mission, UNMIK," */
static bool appose(bp_grouping *g, const bp_named *name, const bp_named *next, bp_key_map *bodies)
{
    const bp_document *document = g->document;
    const uint32_t end = body_end(document, name);
    if (end == name->end || next->form != BP_ACRONYM || next->first != end + 1 || !is_mark(document, end, ','))
        return true;
    return bp_key_set(bodies, g->arena, bp_name_key(document, name->first, end), next->entity);
}

bool bp_find_nominals(bp_grouping *g)
{
    bp_key_map bodies = { 0 };
    for (uint32_t i = 0; i < g->names->count; i++) {
        const bp_named *name = &g->names->items[i];
        if (name->form == BP_ACRONYM && !expand(g, name)) return false;
        if (i + 1 < g->names->count && !appose(g, name, name + 1, &bodies)) return false;
    }
    for (uint32_t i = 0; bodies.count && i < g->names->count; i++) {
        const bp_named *name = &g->names->items[i];
        const uint32_t end = body_end(g->document, name);
        if (end == name->end) continue;
        const uint32_t entity = bp_key_get(&bodies, bp_name_key(g->document, name->first, end));
        if (entity != BP_NONE && !add_nominal(g, name->first, end, entity, "a body named by its acronym")) return false;
    }
    return true;
}

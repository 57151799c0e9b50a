/* Nicknames in quotation marks stand inside a name: Ama "Sunny" Nkrumah is one
 * person, where the tagger may see the first name and the last, or break off at
 * a mark. Others are told: "Nkrumah, better known as Sunny". What is named so
 * elsewhere is that person. Each name costs a constant. */
#include "keys.h"
#include "mentions.h"

enum { LONGEST_NICKNAME = 3, FARTHEST_ALIAS = 10 /* tokens */ };

static bool is_mark(const bp_document *document, uint32_t token)
{
    static const char *const marks[] = {
        "\"", "'", "\u2018", "\u2019", "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"
    };
    if (document->tokens.items[token].kind == BP_TOKEN_WORD) return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (bp_token_is(document, token, marks[i])) return true;
    return false;
}

static bool is_capitalized(const bp_document *document, uint32_t token)
{
    return document->tokens.items[token].kind == BP_TOKEN_WORD && bp_token_has(document, token, BP_CAPITALIZED);
}

/* Behind the nickname whose opening mark is at `open`; 0: there is none. */
static uint32_t behind_nickname(const bp_document *document, uint32_t open)
{
    const uint32_t limit = document->sentences.items[document->tokens.items[open].sentence].end;
    if (!is_mark(document, open) || !bp_token_has(document, open, BP_SPACE_BEFORE)) return 0;
    uint32_t token = open + 1;
    while (token < limit && token <= open + LONGEST_NICKNAME && is_capitalized(document, token)) token++;
    const bool closed = token > open + 1 && token + 1 < limit && is_mark(document, token) &&
                        !bp_token_has(document, token, BP_SPACE_BEFORE);
    return closed ? token + 1 : 0;
}

static bool is_own_person(const bp_named *name)
{
    return name->type == BP_PERSON && name->house == BP_NONE;
}

/* The name that goes on behind the nickname that follows `names[i]`; `i`: none. */
static uint32_t other_part(const bp_document *document, const bp_named_list *names, uint32_t i)
{
    const bp_named *name = &names->items[i];
    if (!is_own_person(name) || name->end >= document->tokens.count) return i;
    const uint32_t behind = behind_nickname(document, name->end);
    for (uint32_t next = i + 1; behind && next < names->count && next <= i + 2; next++) {
        const bp_named *other = &names->items[next];
        if (other->first > behind) break;
        const bool goes_on = other->first == behind || (other->first == name->end + 1 && other->end > behind);
        if (goes_on && is_own_person(other)) return next;
    }
    return i;
}

/* Zubr" Katsuba: begun behind the opening mark, the name takes in what stands before that. */
static void take_first_name(const bp_document *document, bp_named *name, uint32_t least)
{
    if (!is_own_person(name) || name->first < least + 2 || !is_capitalized(document, name->first - 2)) return;
    const uint32_t behind = behind_nickname(document, name->first - 1);
    if (behind && behind < name->end &&
        document->tokens.items[name->first - 2].sentence == document->tokens.items[name->first].sentence)
        name->first -= 2;
}

bool bp_nickname_in(const bp_document *document, const bp_named *name, uint32_t *first, uint32_t *end)
{
    if (!is_own_person(name)) return false;
    for (uint32_t i = name->first + 1; i + 2 < name->end; i++) {
        const uint32_t behind = behind_nickname(document, i);
        if (!behind || behind >= name->end) continue;
        *first = i + 1;
        *end = behind - 1;
        return true;
    }
    return false;
}

/* Is it "known" or "nicknamed", right behind the name, but for "who is", "also", "better"? */
static uint32_t naming_behind(const bp_document *document, uint32_t token, uint32_t limit)
{
    while (token < limit && bp_token_among(document, token, BP_HINT_BEFORE_ALIASES)) token++;
    return token;
}

bool bp_is_alias(const bp_document *document, const bp_named *name, const bp_named *alias)
{
    uint32_t limit = alias->first;
    if (!is_own_person(name) || alias->house != BP_NONE || limit <= name->end || limit - name->end > FARTHEST_ALIAS)
        return false;
    if (document->tokens.items[name->first].sentence != document->tokens.items[alias->first].sentence) return false;
    if (bp_token_is(document, limit - 1, "the")) limit--;
    const uint32_t verb = naming_behind(document, name->end, limit);
    if (verb + 1 == limit) return bp_token_among(document, verb, BP_HINT_NICKNAMED);
    if (verb >= limit) return false;
    const bool known = bp_token_is(document, verb, "known") && bp_token_is(document, limit - 1, "as");
    const bool called = bp_token_is(document, verb, "whom") && bp_token_among(document, limit - 1, BP_HINT_CALLS);
    for (uint32_t i = verb + 1; i < limit; i++)
        if (document->tokens.items[i].kind != BP_TOKEN_WORD) return false;
    return known || called; /* known to everyone as, whom everyone calls */
}

/* Whatever bears a nickname's words is the person. */
static bool retype(const bp_document *document, bp_named_list *names)
{
    bp_key_map nicknames = { 0 };
    for (uint32_t i = 0; i < names->count; i++) {
        const bp_named *name = &names->items[i], *next = name + 1;
        uint32_t first, end, key = 0;
        if (bp_nickname_in(document, name, &first, &end)) key = bp_name_key(document, first, end);
        if (key && !bp_key_set(&nicknames, document->arena, key, i)) return false;
        if (i + 1 < names->count && bp_is_alias(document, name, next) &&
            !bp_key_set(&nicknames, document->arena, bp_name_key(document, next->first, next->end), i))
            return false;
    }
    for (uint32_t i = 0; nicknames.count && i < names->count; i++) {
        bp_named *name = &names->items[i];
        if (name->house != BP_NONE || name->type > BP_LAW) continue;
        if (bp_key_get(&nicknames, bp_name_key(document, name->first, name->end)) != BP_NONE) name->type = BP_PERSON;
    }
    return true;
}

bool bp_join_nicknames(const bp_document *document, bp_named_list *names)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < names->count; i++) {
        bp_named name = names->items[i];
        const uint32_t other = other_part(document, names, i);
        if (other > i) {
            name.end = names->items[other].end;
            i = other;
        } else {
            take_first_name(document, &name, kept ? names->items[kept - 1].end : 0);
        }
        names->items[kept++] = name;
    }
    names->count = kept;
    return retype(document, names);
}

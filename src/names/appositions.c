/* Appositions: a noun beside a name says what it is, which the tagger may not know
 * of a title or a ship: "her album Low Water", "the drug, Tavorexin, was",
 * "Low Water, an album about". Every other mention in the same words follows. */
#include "keys.h"
#include "lists.h"
#include "mentions.h"
#include "text/phrases.h"

enum { FARTHEST_NOUN = 7 /* tokens */, FARTHEST_DETERMINER = 5, LONGEST_TITLE = 8 };

/* Of a type said with more than this the noun changes nothing. */
static const float SURE = 0.95f;
/* How sure the noun is. */
static const float TOLD = 0.8f, FOUND = 0.7f;

#define NO_NOUN                                                                                  \
    (BP_WORDS_PREPOSITIONS | BP_WORDS_AUXILIARIES | BP_WORDS_RELATIVES | BP_WORDS_CONJUNCTIONS | \
     BP_WORDS_SUBORDINATORS | BP_WORDS_SUBJECT_PRONOUNS)

/* The type that the noun tells, plus one; 0: none. */
static int kind_of(const bp_document *document, uint32_t token)
{
    const bp_token *t = &document->tokens.items[token];
    if (t->kind != BP_TOKEN_WORD || bp_token_has(document, token, BP_CAPITALIZED)) return 0;
    const bp_phrase pair =
        token > 0 ? bp_phrase_at(&bp_kinds_phrases, document, token - 1, token + 1) : (bp_phrase){ 0 };
    if (pair.tokens == 2) return pair.value; /* a bulk carrier is a ship */
    return bp_word_value(&bp_kinds_phrases, bp_token_word(document, token)->lower);
}

static bool is_mark(const bp_document *document, uint32_t token, char mark)
{
    return document->tokens.items[token].kind == BP_TOKEN_PUNCTUATION &&
           document->tokens.items[token].first == (uint8_t)mark;
}

static bool is_verb(const bp_document *document, uint32_t token)
{
    return bp_token_classes(document, token) &
           (BP_WORDS_AUXILIARIES | BP_WORDS_TENSE_PAST | BP_WORDS_CUE_SAY | BP_WORDS_CUE_TELL);
}

/* "the drug", "her new album": a determiner stands before the noun, and `governed` by a preposition: "of the province".
 */
static bool is_determined(const bp_document *document, uint32_t noun, uint32_t least, bool *governed)
{
    for (uint32_t i = noun; i > least && noun - i < FARTHEST_DETERMINER; i--) {
        if (document->tokens.items[i - 1].kind == BP_TOKEN_PUNCTUATION) return false;
        *governed = i > least + 1 && (bp_token_classes(document, i - 2) & BP_WORDS_PREPOSITIONS);
        if (bp_token_classes(document, i - 1) & BP_WORDS_DETERMINERS) return true;
        if (bp_token_has(document, i - 1, BP_CLITIC)) return true; /* Ama's album */
        if (bp_token_classes(document, i - 1) & NO_NOUN) return false;
    }
    return false;
}

/* "The firm that inspected it, | X, wrote": what the sentence opens with, up to the comma before the name. */
static int told_by_opening(const bp_document *document, uint32_t first, uint32_t comma)
{
    uint32_t i = first;
    if (!(bp_token_classes(document, i) & BP_WORDS_DETERMINERS)) return 0;
    for (i++; i < comma && i - first < FARTHEST_DETERMINER; i++)
        if (bp_token_is(document, i, "that") || bp_token_is(document, i, "which")) break;
    const int kind = i < comma && i - first < FARTHEST_DETERMINER ? kind_of(document, i - 1) : 0;
    for (; i < comma; i++)
        if (document->tokens.items[i].kind == BP_TOKEN_PUNCTUATION) return 0;
    return kind;
}

/* "album | X", "the drug, | X,", "a turret called the | X". */
static int told_before(const bp_document *document, const bp_named *name)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[name->first].sentence];
    uint32_t i = name->first;
    if (i > sentence->first && bp_token_is(document, i - 1, "the")) i--;
    if (i == sentence->first) return 0;
    const bool called = bp_token_is(document, i - 1, "called") || bp_token_is(document, i - 1, "named") ||
                        bp_token_is(document, i - 1, "titled") || bp_token_is(document, i - 1, "entitled");
    if (called && i > sentence->first + 1) return kind_of(document, i - 2);
    if (i != name->first) return 0;
    const bool ends = name->end >= sentence->end || document->tokens.items[name->end].kind == BP_TOKEN_PUNCTUATION;
    if (is_mark(document, i - 1, ',')) {
        bool governed = false;
        const int opening = ends ? told_by_opening(document, sentence->first, i - 1) : 0;
        if (opening) return opening;
        if (!ends || i == sentence->first + 1 || !is_determined(document, i - 2, sentence->first, &governed)) return 0;
        const int kind = kind_of(document, i - 2);
        return governed && kind == BP_PLACE + 1 ? 0 : kind; /* the secretary of the province, X */
    }
    const bool clause = !ends && name->type == BP_PERSON && is_verb(document, name->end); /* the album Ama made */
    return clause ? 0 : kind_of(document, i - 1);
}

/* "X, | a costume drama, will"; "X, | whose third season" tells nothing. */
static int told_behind(const bp_document *document, const bp_named *name)
{
    const uint32_t end = document->sentences.items[document->tokens.items[name->first].sentence].end;
    uint32_t i = name->end;
    if (i + 2 >= end || !is_mark(document, i, ',')) return 0;
    const bool definite = bp_token_is(document, i + 1, "the");
    if (!definite && !bp_token_is(document, i + 1, "a") && !bp_token_is(document, i + 1, "an")) return 0;
    uint32_t noun = i + 1;
    for (i = noun + 1; i < end && i - noun < FARTHEST_NOUN; i++) {
        const bool part = document->tokens.items[i].kind != BP_TOKEN_PUNCTUATION || is_mark(document, i, '-');
        if (!part || (bp_token_classes(document, i) & NO_NOUN) || is_verb(document, i)) break;
    }
    const bool clause = definite && i < end && is_verb(document, i); /* short of X, the train stopped */
    return i > noun + 1 && !clause ? kind_of(document, i - 1) : 0;
}

/* The publisher Ama Nkrumah is no company. */
static bool is_somebody(const bp_document *document, const bp_named *name, int kind)
{
    return kind == BP_ORGANIZATION + 1 && name->type == BP_PERSON && name->end - name->first > 1 &&
           (bp_listed(document, name->first, 1) & BP_LISTED_FIRST_NAME);
}

static bool may_change(const bp_named *name)
{
    return name->house == BP_NONE && name->score < SURE && name->type <= BP_LAW;
}

static bool retype(const bp_document *document, bp_named_list *names)
{
    bp_key_map told = { 0 };
    for (uint32_t i = 0; i < names->count; i++) {
        bp_named *name = &names->items[i];
        if (!may_change(name)) continue;
        const int before = told_before(document, name), kind = before ? before : told_behind(document, name);
        if (kind == 0 || (before && is_somebody(document, name, kind))) continue;
        if (!bp_key_set(&told, document->arena, bp_name_key(document, name->first, name->end), (uint32_t)kind))
            return false;
    }
    for (uint32_t i = 0; i < names->count; i++) {
        bp_named *name = &names->items[i];
        if (!may_change(name)) continue;
        const uint32_t kind = bp_key_get(&told, bp_name_key(document, name->first, name->end));
        if (kind == BP_NONE || (bp_entity_type)(kind - 1) == name->type) continue;
        name->type = (bp_entity_type)(kind - 1);
        name->score = name->score > TOLD ? name->score : TOLD;
        name->why = "by the noun beside it";
    }
    return true;
}

/* ---- what the tagger passed over */

static bool is_title_word(const bp_document *document, uint32_t token)
{
    const uint64_t never =
        BP_WORDS_WEEKDAYS | BP_WORDS_MONTHS | BP_WORDS_HOLIDAYS | BP_WORDS_TITLES | BP_WORDS_SUBJECT_PRONOUNS;
    return document->tokens.items[token].kind == BP_TOKEN_WORD && bp_token_has(document, token, BP_CAPITALIZED) &&
           !bp_token_has(document, token, BP_CLITIC) && !(bp_token_classes(document, token) & never);
}

/* "of", "the", "in" between two words of a title. */
static bool is_small_word(const bp_document *document, uint32_t token)
{
    return document->tokens.items[token].kind == BP_TOKEN_WORD && !bp_token_has(document, token, BP_CAPITALIZED) &&
           (bp_token_classes(document, token) & (BP_WORDS_PREPOSITIONS | BP_WORDS_DETERMINERS | BP_WORDS_CONJUNCTIONS));
}

/* Behind the title that begins at `first`; `first`: there is none. */
static uint32_t behind_title(const bp_document *document, uint32_t first, uint32_t limit)
{
    uint32_t end = first;
    if (limit > first + LONGEST_TITLE) limit = first + LONGEST_TITLE;
    for (uint32_t i = first; i < limit; i++) {
        if (is_title_word(document, i))
            end = i + 1;
        else if (i == first || !is_small_word(document, i))
            break;
    }
    return end;
}

/* "her album | Low Torvane", where no name begins there: up to the next one. */
static bool add_title(const bp_document *document, uint32_t noun, uint32_t limit, bp_named_list *names)
{
    const int kind = kind_of(document, noun);
    if (kind != BP_WORK + 1 && kind != BP_PRODUCT + 1) return true;
    const uint32_t first = noun + 1, end = first < limit ? behind_title(document, first, limit) : first;
    bp_named *name = end > first ? bp_push(document->arena, names) : NULL;
    if (end == first) return true;
    if (!name) return false;
    *name = (bp_named){ .first = first,
                        .end = end,
                        .type = (bp_entity_type)(kind - 1),
                        .entity = BP_NONE,
                        .house = BP_NONE,
                        .score = FOUND,
                        .why = "by the noun beside it" };
    return true;
}

/* Both in order: what the tagger found, and between that the titles behind their nouns. */
static bool add_titles(const bp_document *document, bp_named_list *names)
{
    bp_named_list all = { 0 };
    uint32_t next = 0, token = 0;
    for (uint32_t s = 0; s < document->sentences.count; s++) {
        const bp_sentence *sentence = &document->sentences.items[s];
        if (!bp_block_is_read(document, sentence->block)) continue;
        for (token = sentence->first; token < sentence->end; token++) {
            while (next < names->count && names->items[next].first < token + 1) {
                bp_named *own = bp_push(document->arena, &all);
                if (!own) return false;
                *own = names->items[next++];
                if (own->end > token) token = own->end - 1;
            }
            const uint32_t begins = next < names->count ? names->items[next].first : sentence->end;
            const uint32_t limit = begins < sentence->end ? begins : sentence->end;
            if (token + 1 < limit && !add_title(document, token, limit, &all)) return false;
        }
    }
    for (; next < names->count; next++) {
        bp_named *own = bp_push(document->arena, &all);
        if (!own) return false;
        *own = names->items[next];
    }
    *names = all;
    return true;
}

bool bp_apply_appositions(const bp_document *document, bp_named_list *names)
{
    return retype(document, names) && add_titles(document, names);
}

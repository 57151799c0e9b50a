/* House names win over everything: they are looked up at every token, and what
 * the tagger says about those tokens is dropped. */
#include "mentions.h"

#include "lists.h"

#include <stdio.h>
#include <string.h>

static bool add_house_name(const bp_document *document, const bp_house *house, uint32_t token, bp_house_match match,
                           bp_named_list *names)
{
    bp_named *name = bp_push(document->arena, names);
    if (!name) return false;
    *name = (bp_named){ .first = token,
                        .end = token + match.tokens,
                        .type = house->names.items[match.name].type,
                        .entity = BP_NONE,
                        .house = match.name,
                        .score = 1,
                        .why = "house style" };
    return true;
}

/* Marks the tokens that house style speaks of: 1 never marked, 2 named. */
static bool read_house(const bp_document *document, const bp_house *house, uint8_t *taken, bp_named_list *names)
{
    for (uint32_t i = 0; i < document->tokens.count;) {
        const bp_sentence *sentence = &document->sentences.items[document->tokens.items[i].sentence];
        const bool read = bp_block_is_read(document, sentence->block);
        const bp_house_match match = read ? bp_house_at(house, document, i, sentence->end) : (bp_house_match){ 0 };
        if (match.tokens == 0) {
            i++;
            continue;
        }
        memset(taken + i, match.name == BP_HOUSE_IGNORE ? 1 : 2, match.tokens);
        if (match.name != BP_HOUSE_IGNORE && !add_house_name(document, house, i, match, names)) return false;
        i += match.tokens;
    }
    return true;
}

/* A name that lies wholly in what is never marked goes, and one that meets a house name. */
static bool is_free(const bp_tagged *tagged, const uint8_t *taken)
{
    bool outside = false;
    for (uint32_t i = tagged->first; i < tagged->end; i++) {
        if (taken && taken[i] == 2) return false;
        outside |= !taken || taken[i] == 0;
    }
    return outside;
}

/* A post or a degree alone is nobody's name: "Deputy CFO", "an MBA", "Ama Nkrumah, QC". */
static bool is_letters_only(const bp_document *document, const bp_tagged *tagged)
{
    const uint32_t token = tagged->first;
    if (tagged->end - token > 1 || !bp_token_has(document, token, BP_ALL_CAPITALS)) return false;
    const bool honour = bp_token_classes(document, token) & BP_WORDS_HONOURS;
    if (tagged->type == BP_PERSON) return honour || (bp_listed(document, token, 1) & BP_LISTED_TITLE);
    return tagged->type == BP_ORGANIZATION && honour && token > 0 &&
           (bp_token_is(document, token - 1, "a") || bp_token_is(document, token - 1, "an") ||
            bp_token_is(document, token - 1, ","));
}

/* "Rep. Ama Nkrumah, R-Scobey,": a party and a seat. */
static bool is_seat(const bp_document *document, const bp_tagged *tagged)
{
    const bp_view text = bp_token_text(document, tagged->first);
    if (tagged->type == BP_PLACE || tagged->first == 0 || text.length == 0 || !strchr("RDI", text.at[0])) return false;
    const char *behind = text.at + 1, *end = document->text + document->length;
    if (end - behind < 2 || *behind != '-' || behind[1] < 'A' || behind[1] > 'Z') return false;
    return bp_token_is(document, tagged->first - 1, ",") || bp_token_is(document, tagged->first - 1, "(");
}

/* "Mr Chairman", "the Minister": nobody's name, since no list has it as one. */
static bool is_post(const bp_document *document, const bp_tagged *tagged)
{
    if (tagged->type != BP_PERSON || tagged->end - tagged->first > 1) return false;
    const uint16_t listed = bp_listed(document, tagged->first, 1);
    return (bp_token_classes(document, tagged->first) & BP_WORDS_ROLES) &&
           !(listed & (BP_LISTED_FIRST_NAME | BP_LISTED_LAST_NAME));
}

/* A title stands in front of a name and is no part of it: "Lord", "Prime
 * Minister"; nor is a trade: "Dairyman". What may also be a first name stays ("Duke Ellington"), unless a
 * full name follows ("Dame Rosalie Fenn", "Shepherd Ama Nkrumah") or another title stands before it ("Mrs Justice
 * Fenn"). */
static uint32_t after_title(const bp_document *document, const bp_tagged *tagged)
{
    if (tagged->type != BP_PERSON) return tagged->first;
    const bool styled = tagged->first > 0 && (bp_token_classes(document, tagged->first - 1) & BP_WORDS_TITLES);
    for (uint32_t count = tagged->end - tagged->first - 1; count > 0; count--) {
        const uint16_t listed = count <= BP_LONGEST_LISTED ? bp_listed(document, tagged->first, count) : 0;
        const bool full = count == 1 && tagged->end - tagged->first > 2;
        const uint64_t classes = bp_token_classes(document, tagged->first);
        const bool justice = styled && count == 1 && bp_token_is(document, tagged->first, "justice");
        const bool trade = justice || (full && (classes & BP_WORDS_ROLES));
        const bool given = (listed & BP_LISTED_FIRST_NAME) && !trade && !(classes & BP_WORDS_TITLES) &&
                           !(full && (classes & (BP_WORDS_MEN | BP_WORDS_WOMEN)));
        const bool name_follows = bp_token_has(document, tagged->first + count, BP_CAPITALIZED | BP_SPACE_BEFORE);
        if (((listed & BP_LISTED_TITLE) || trade) && (!given || styled) && name_follows) return tagged->first + count;
    }
    return tagged->first;
}

/* "Later Oakley asked": the capital of a sentence's beginning. */
static bool is_starter(const bp_document *document, const bp_tagged *tagged)
{
    const uint32_t first = tagged->first;
    if (tagged->type != BP_PERSON || tagged->end - first < 2) return false;
    if (document->sentences.items[document->tokens.items[first].sentence].first != first) return false;
    return (bp_token_classes(document, first) & BP_WORDS_STARTERS) &&
           !(bp_listed(document, first, 1) & BP_LISTED_FIRST_NAME) &&
           bp_token_has(document, first + 1, BP_CAPITALIZED) && !bp_token_has(document, first, BP_ALL_CAPITALS);
}

/* "in Denver | Dec. 8": a month and its day are no part of a name, but for that of an event. */
static uint32_t before_date(const bp_document *document, uint32_t first, const bp_tagged *tagged)
{
    const uint32_t end = tagged->end;
    if (tagged->type == BP_EVENT || end < first + 3 || document->tokens.items[end - 1].kind != BP_TOKEN_NUMBER)
        return end;
    return bp_token_classes(document, end - 2) & BP_WORDS_MONTHS ? end - 2 : end;
}

/* Letters behind a name are no part of it either: "CBE", "PhD". */
static uint32_t before_honours(const bp_document *document, uint32_t first, const bp_tagged *tagged)
{
    uint32_t end = before_date(document, first, tagged);
    if (tagged->type != BP_PERSON || bp_token_has(document, first, BP_ALL_CAPITALS)) return end;
    while (end > first + 1 && (bp_token_classes(document, end - 1) & BP_WORDS_HONOURS) &&
           (document->tokens.items[end - 1].flags & (BP_ALL_CAPITALS | BP_INNER_CAPITAL | BP_ENDS_IN_STOP)))
        end--;
    return end;
}

/* One syllable as names have them in China and Korea: consonants, vowels, perhaps one of "n", "ng" and the like. */
static bool is_syllable(bp_view word)
{
    size_t i = 0;
    while (i < word.length && !strchr("aeiouy", word.at[i])) i++;
    const size_t vowels = i;
    while (i < word.length && strchr("aeiouy", word.at[i])) i++;
    if (vowels > 3 || i == vowels || word.length > 6) return false;
    if (i + 2 == word.length) return word.at[i] == 'n' && word.at[i + 1] == 'g';
    return i == word.length || (i + 1 == word.length && strchr("nklmphtr", word.at[i]));
}

/* Ban Ki|-moon: the second syllable of a given name is part of it. */
static uint32_t with_syllable(const bp_document *document, const bp_tagged *tagged)
{
    const uint32_t hyphen = tagged->end, syllable = hyphen + 1;
    if (tagged->type != BP_PERSON || syllable >= document->tokens.count) return hyphen;
    const bool plain = document->tokens.items[syllable].kind == BP_TOKEN_WORD &&
                       !bp_token_has(document, syllable, BP_CAPITALIZED | BP_ALL_CAPITALS | BP_SPACE_BEFORE);
    if (!plain || !bp_token_is(document, hyphen, "-") || bp_token_has(document, hyphen, BP_SPACE_BEFORE)) return hyphen;
    return is_syllable(bp_token_word(document, syllable)->lower) &&
                   is_syllable(bp_token_word(document, hyphen - 1)->lower)
               ? syllable + 1
               : hyphen;
}

/* Mary | Ellen Trimble: one more given name, which the tagger missed. */
static bool has_given_before(const bp_document *document, const bp_tagged *tagged, uint32_t free)
{
    const uint64_t others = BP_WORDS_AUXILIARIES | BP_WORDS_MONTHS | BP_WORDS_WEEKDAYS | BP_WORDS_STARTERS |
                            BP_WORDS_TITLES | BP_WORDS_ROLES | BP_WORDS_PREPOSITIONS | BP_WORDS_CONJUNCTIONS |
                            BP_WORDS_DETERMINERS;
    const uint32_t given = tagged->first - 1;
    if (tagged->type != BP_PERSON || tagged->first <= free || tagged->end - tagged->first < 2) return false;
    const bp_token *token = &document->tokens.items[given];
    if (token->kind != BP_TOKEN_WORD || token->sentence != document->tokens.items[tagged->first].sentence) return false;
    if (!bp_token_has(document, given, BP_CAPITALIZED) || !bp_token_has(document, tagged->first, BP_SPACE_BEFORE))
        return false;
    const uint16_t listed = bp_listed(document, given, 1);
    return (listed & BP_LISTED_FIRST_NAME) && !(listed & BP_LISTED_TITLE) &&
           (bp_listed(document, tagged->first, 1) & BP_LISTED_FIRST_NAME) &&
           !(bp_token_classes(document, given) & others);
}

static bool add_tagged(const bp_document *document, const bp_tagged *tagged, bp_named_list *names)
{
    bp_named *name = bp_push(document->arena, names);
    if (!name) return false;
    const uint32_t free = names->count > 1 ? names->items[names->count - 2].end : 0;
    const uint32_t first = is_starter(document, tagged)               ? tagged->first + 1
                           : has_given_before(document, tagged, free) ? tagged->first - 1
                                                                      : after_title(document, tagged);
    const uint32_t end = before_honours(document, first, tagged);
    *name = (bp_named){ .first = first,
                        .end = end == tagged->end ? with_syllable(document, tagged) : end,
                        .type = tagged->type,
                        .entity = BP_NONE,
                        .house = BP_NONE,
                        .score = tagged->score,
                        .why = "tagger" };
    return true;
}

/* Both lists are in order: merge them. */
bool bp_gather_names(const bp_document *document, const bp_house *house, const bp_tagged_list *tagged,
                     bp_named_list *names)
{
    bp_named_list own = { 0 };
    uint8_t *taken = NULL;
    if (house) {
        taken = bp_arena_take(document->arena, document->tokens.count);
        if (!taken || !read_house(document, house, taken, &own)) return false;
    }
    uint32_t next = 0;
    for (uint32_t i = 0; i < tagged->count; i++) {
        for (; next < own.count && own.items[next].first < tagged->items[i].first; next++) {
            bp_named *name = bp_push(document->arena, names);
            if (!name) return false;
            *name = own.items[next];
        }
        const bp_tagged *each = &tagged->items[i];
        if (is_letters_only(document, each) || is_post(document, each) || is_seat(document, each)) continue;
        if (is_free(&tagged->items[i], taken) && !add_tagged(document, &tagged->items[i], names)) return false;
    }
    for (; next < own.count; next++) {
        bp_named *name = bp_push(document->arena, names);
        if (!name) return false;
        *name = own.items[next];
    }
    return true;
}

/* ---- patterns */

enum { LONGEST_PATTERN_MATCH = 1000 }; /* bytes that a house pattern may look ahead */

static bool warn(bp_findings *findings, const bp_house_pattern *pattern)
{
    char text[300];
    const int length = snprintf(text, sizeof text, "a house pattern ran wild and was stopped: %.200s", pattern->regex);
    const char **warning = bp_push(findings->arena, &findings->warnings);
    return warning && (*warning = bp_arena_copy(findings->arena, text, (size_t)length)) != NULL;
}

static bool add_match(const bp_document *document, size_t start, size_t end, bp_entity_type type, bp_findings *findings)
{
    bp_mention *mention = bp_push(findings->arena, &findings->mentions);
    if (!mention) return false;
    *mention = (bp_mention){ .span = { bp_offset_of(document, start), bp_offset_of(document, end) },
                             .type = type,
                             .entity = BP_NONE,
                             .score = 1,
                             .why = "house pattern" };
    return true;
}

/* A match may not end in the middle of a character: the window could cut one. */
static size_t window_end(const bp_document *document, const bp_token *token)
{
    size_t end = document->blocks.items[document->sentences.items[token->sentence].block].span.end.byte;
    if (end - token->start.byte > LONGEST_PATTERN_MATCH) end = token->start.byte + LONGEST_PATTERN_MATCH;
    while (end < document->length && ((unsigned char)document->text[end] & 0xC0) == 0x80) end--;
    return end;
}

static bool run_pattern(const bp_document *document, const bp_house_pattern *pattern, bp_matcher *matcher,
                        bp_findings *findings)
{
    size_t behind = 0;
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        const bp_token *token = &document->tokens.items[i];
        size_t start, end;
        if (token->start.byte < behind) continue;
        if (!bp_block_is_read(document, document->sentences.items[token->sentence].block)) continue;
        const bp_pattern_status status =
            bp_pattern_match(pattern->pattern, matcher, document->text, window_end(document, token), token->start.byte);
        if (status == BP_PATTERN_MEMORY) return false;
        if (status == BP_PATTERN_WILD) return warn(findings, pattern);
        if (status != BP_PATTERN_FOUND || !bp_matcher_group(matcher, 0, &start, &end) || end <= start) continue;
        if (!add_match(document, start, end, pattern->type, findings)) return false;
        behind = end;
    }
    return true;
}

bool bp_find_house_patterns(const bp_document *document, const bp_house *house, bp_findings *findings)
{
    bp_matcher *matcher = bp_matcher_new(document->arena, 0);
    if (!matcher) return false;
    for (uint32_t i = 0; i < house->patterns.count; i++)
        if (!run_pattern(document, &house->patterns.items[i], matcher, findings)) return false;
    return true;
}

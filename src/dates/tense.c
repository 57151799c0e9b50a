/* Tense by cue words. The verb that a date belongs to stands most often just
 * before it ("voted on Friday"), so the nearest cue to the left decides; only a
 * date at the head of its clause looks to the right. A participle is read with
 * its auxiliary: "will be held", "is held", "was held", "has held". "Until" and
 * "by" look ahead by themselves. A bounded look both ways. */
#include "tense.h"

#include <string.h>

enum { FARTHEST_LEFT = 24, FARTHEST_RIGHT = 16, AUXILIARY_REACH = 3 };

typedef struct clause {
    const bp_document *document;
    uint32_t begin, end; /* tokens of the sentence */
} clause;

/* A mark that ends a clause; a comma does not: too much stands between two of them. */
static bool ends_clause(const clause *c, uint32_t token)
{
    const bp_token *t = &c->document->tokens.items[token];
    return t->kind == BP_TOKEN_PUNCTUATION && (t->first == ';' || t->first == ':' || t->first == '"');
}

static bool is(const clause *c, uint32_t token, const char *word)
{
    return bp_token_is(c->document, token, word);
}

static bool has_class(const clause *c, uint32_t token, uint64_t class)
{
    return (bp_token_classes(c->document, token) & class) != 0;
}

static bool ends_in_ed(const clause *c, uint32_t token)
{
    const bp_view word = bp_token_word(c->document, token)->lower;
    return word.length > 3 && memcmp(word.at + word.length - 2, "ed", 2) == 0 && word.at[word.length - 3] != 'e';
}

static bool is_be(const clause *c, uint32_t token)
{
    return is(c, token, "be") || is(c, token, "being");
}

/* An auxiliary of the present: is, are, has, have. */
static bool is_present_be(const clause *c, uint32_t token)
{
    return is(c, token, "is") || is(c, token, "are") || is(c, token, "am") || is(c, token, "'re");
}

static bool is_past_auxiliary(const clause *c, uint32_t token)
{
    return is(c, token, "was") || is(c, token, "were") || is(c, token, "has") || is(c, token, "have") ||
           is(c, token, "had") || is(c, token, "been") || is(c, token, "'ve") || is(c, token, "'d");
}

/* "the reduced dividend", "by registered post": a participle that stands before its noun. */
static bool is_attribute(const clause *c, uint32_t token)
{
    if (token == c->begin || token + 1 >= c->end || is(c, token - 1, "that")) return false;
    return has_class(c, token - 1, BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS) &&
           !has_class(c, token + 1, BP_WORDS_PREPOSITIONS | BP_WORDS_DETERMINERS) &&
           c->document->tokens.items[token + 1].kind == BP_TOKEN_WORD;
}

/* May it stand between an auxiliary and its verb? */
static bool is_adverb(const clause *c, uint32_t token)
{
    const bp_view word = bp_token_word(c->document, token)->lower;
    return (word.length > 3 && memcmp(word.at + word.length - 2, "ly", 2) == 0) ||
           has_class(c, token, BP_WORDS_ADVERBS) || is(c, token, "not") || is(c, token, "since");
}

/* The tense of a past form at `token`; UNKNOWN: its auxiliary is an infinitive, look on. */
static bp_tense past_form(const clause *c, uint32_t token)
{
    for (uint32_t i = token; i > c->begin && token - i < AUXILIARY_REACH; i--) {
        if (is_be(c, i - 1)) return BP_TENSE_UNKNOWN;
        if (is_present_be(c, i - 1)) return BP_TENSE_PRESENT;
        if (is_past_auxiliary(c, i - 1)) return BP_TENSE_PAST;
        if (!is_adverb(c, i - 1)) break;
    }
    return is_attribute(c, token) ? BP_TENSE_UNKNOWN : BP_TENSE_PAST;
}

/* "had been due", "was to have met": what was planned then. */
static bool is_behind_had(const clause *c, uint32_t token)
{
    for (uint32_t i = token; i > c->begin && token - i < AUXILIARY_REACH; i--)
        if (is(c, i - 1, "had")) return true;
    return false;
}

/* Does a noun phrase open behind it: "tours the mine", "hosts Benin"? */
static bool takes_object(const clause *c, uint32_t token)
{
    if (token + 1 >= c->end || c->document->tokens.items[token + 1].kind != BP_TOKEN_WORD) return false;
    return has_class(c, token + 1, BP_WORDS_DETERMINERS);
}

/* Can it be the subject of a plural verb: "officials", "they", "and", "Drina"? */
static bool is_plural(const clause *c, uint32_t token)
{
    static const char *const many[] = {
        "and", "who", "people", "police", "men", "women", "children", "couple", "pair"
    };
    for (size_t i = 0; i < sizeof many / sizeof *many; i++)
        if (is(c, token, many[i])) return true;
    const bp_view word = bp_token_word(c->document, token)->lower;
    return word.at[word.length - 1] == 's' || has_class(c, token, BP_WORDS_SUBJECT_PRONOUNS) || is_adverb(c, token) ||
           bp_token_has(c->document, token, BP_CAPITALIZED);
}

/* Behind a number or a comma it is a verb in "Work on berth 7 resumes" and "The
 * choir, all women, sings on Monday", and a noun in "in 31 moves". */
static bool is_far_from_subject(const clause *c, uint32_t token)
{
    if (!has_class(c, token, BP_WORDS_TENSE_PRESENT) || token - c->begin < 2 || token + 1 >= c->end) return false;
    const bp_view word = bp_token_word(c->document, token)->lower;
    if (word.at[word.length - 1] != 's') return false;
    if (is(c, token - 1, ",")) return has_class(c, token + 1, BP_WORDS_PREPOSITIONS | BP_WORDS_DETERMINERS);
    return c->document->tokens.items[token - 1].kind == BP_TOKEN_NUMBER &&
           c->document->tokens.items[token - 2].kind == BP_TOKEN_WORD &&
           !has_class(c, token - 2, BP_WORDS_PREPOSITIONS | BP_WORDS_DETERMINERS | BP_WORDS_TENSE_PAST);
}

/* A form in -s, of a listed verb or with an object behind it; a form without -s
 * where no noun can stand, or behind "they". */
static bool is_present_verb(const clause *c, uint32_t token)
{
    const bool listed = has_class(c, token, BP_WORDS_TENSE_PRESENT);
    const bp_view word = bp_token_word(c->document, token)->lower;
    if (is_present_be(c, token) || is_far_from_subject(c, token)) return true;
    if (token == c->begin || word.length < 2 || c->document->tokens.items[token - 1].kind != BP_TOKEN_WORD)
        return false;
    const bool behind_noun = !has_class(c, token - 1, BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS);
    if (word.at[word.length - 1] == 's' && word.at[word.length - 2] != 's' && word.at[0] != '\'')
        return listed || is(c, token - 1, "he") || is(c, token - 1, "she") || is(c, token - 1, "it") ||
               (behind_noun && takes_object(c, token) && !bp_token_has(c->document, token, BP_CAPITALIZED));
    return listed && behind_noun && is_plural(c, token - 1);
}

static bp_tense cue_at(const clause *c, uint32_t token)
{
    if (c->document->tokens.items[token].kind != BP_TOKEN_WORD) return BP_TENSE_UNKNOWN;
    if (is(c, token, "set") && token + 1 < c->end && is(c, token + 1, "to")) return BP_TENSE_FUTURE;
    if (has_class(c, token, BP_WORDS_TENSE_FUTURE)) return is_behind_had(c, token) ? BP_TENSE_PAST : BP_TENSE_FUTURE;
    if (is(c, token, "to") && token > c->begin)
        return is_present_be(c, token - 1) || is(c, token - 1, "was") || is(c, token - 1, "were") ? BP_TENSE_FUTURE
                                                                                                  : BP_TENSE_UNKNOWN;
    if (token > c->begin && is(c, token - 1, "to")) return BP_TENSE_UNKNOWN; /* an infinitive */
    if (token > c->begin && (is(c, token - 1, "did") || has_class(c, token - 1, BP_WORDS_TENSE_FUTURE)))
        return BP_TENSE_UNKNOWN; /* the auxiliary says it: "will set" */
    if (has_class(c, token, BP_WORDS_TENSE_PAST) || ends_in_ed(c, token)) return past_form(c, token);
    if (!is_present_verb(c, token)) return BP_TENSE_UNKNOWN;
    return token > c->begin && is_past_auxiliary(c, token - 1) ? BP_TENSE_PAST : BP_TENSE_PRESENT; /* "had run" */
}

/* The nearest cue to the left of `token`, and where it stands. */
static bp_tense left_cue(const clause *c, uint32_t token, uint32_t *at)
{
    const uint32_t least = token - c->begin > FARTHEST_LEFT ? token - FARTHEST_LEFT : c->begin;
    for (uint32_t i = token; i > least && !ends_clause(c, i - 1); i--) {
        const bp_tense tense = cue_at(c, i - 1);
        *at = i - 1;
        if (tense) return tense;
    }
    return BP_TENSE_UNKNOWN;
}

static bp_tense right_cue(const clause *c, uint32_t token)
{
    for (uint32_t i = token; i < c->end && i - token < FARTHEST_RIGHT && !ends_clause(c, i); i++) {
        const bp_tense tense = cue_at(c, i);
        if (tense) return tense;
    }
    return BP_TENSE_UNKNOWN;
}

/* "The crew slept until noon", "a hearing that lasted until one": it went on, and is over. */
static bool went_on(const clause *c, uint32_t token)
{
    static const char *const verbs[] = { "lasted", "met",    "sat",  "stood",  "slept",  "stayed", "waited",
                                         "worked", "talked", "kept", "played", "danced", "used",   "shared" };
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (is(c, token, verbs[i])) return true;
    return false;
}

/* "Until" and "by" look ahead, but not with "had", "was" or a negation: "was not told until Friday". */
static bool is_awaited(const clause *c, uint32_t first)
{
    if (first - c->begin < 2) return false;
    if (is(c, first - 1, "for") || is(c, first - 1, "effective") || is(c, first - 1, "payable")) return true;
    if (is(c, first - 1, "to") &&
        (is(c, first - 2, "off") || is(c, first - 2, "postponed") || is(c, first - 2, "moved")))
        return true;
    if (is(c, first - 1, "as") && (is(c, first - 2, "soon") || is(c, first - 2, "early"))) return true;
    const bool until = is(c, first - 1, "until") || is(c, first - 1, "till");
    if (!until && !is(c, first - 1, "by")) return false;
    const uint32_t least = first - c->begin > FARTHEST_LEFT ? first - FARTHEST_LEFT : c->begin;
    for (uint32_t i = first - 1; i > least && !ends_clause(c, i - 1); i--) {
        if (is(c, i - 1, "had") || is(c, i - 1, "not") || is(c, i - 1, "never")) return false;
        if (!until && (is(c, i - 1, "was") || is(c, i - 1, "were"))) return false;
        if (until && went_on(c, i - 1) && past_form(c, i - 1) == BP_TENSE_PAST) return false;
        if (has_class(c, i - 1, BP_WORDS_TENSE_FUTURE)) return true;
    }
    return true;
}

/* Does the date open its clause: "..., so on Monday she rode"? */
static bool opens_clause(const clause *c, uint32_t first)
{
    static const char *const openers[] = { "so", "but", "and", "that",  ",",       "where", "when",
                                           "–",  "—",   "--",  "which", "because", "as" };
    if (first > c->begin && has_class(c, first - 1, BP_WORDS_PREPOSITIONS)) first--;
    if (first == c->begin) return true;
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (is(c, first - 1, openers[i])) return true;
    return false;
}

/* Does the subject of a verb follow? */
static bool subject_follows(const clause *c, uint32_t end)
{
    if (end >= c->end || c->document->tokens.items[end].kind != BP_TOKEN_WORD) return false;
    if (end + 1 < c->end && is_past_auxiliary(c, end + 1)) return true; /* "somebody had" */
    return has_class(c, end, BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_DETERMINERS | BP_WORDS_NUMBERS) ||
           (bp_token_has(c->document, end, BP_CAPITALIZED) && !has_class(c, end, BP_WORDS_PREPOSITIONS));
}

/* "CHISINAU, Monday —": the day that the report was written. */
static bool is_dateline(const clause *c, uint32_t first, uint32_t end)
{
    const uint32_t block = c->document->sentences.items[c->document->tokens.items[first].sentence].block;
    if (c->document->blocks.items[block].first != c->begin || first == c->begin || !is(c, first - 1, ",")) return false;
    return end < c->end && (is(c, end, "—") || is(c, end, "–") || is(c, end, "--") || is(c, end, "-"));
}

bool bp_is_entry(const bp_document *document, uint32_t first, uint32_t end)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[first].sentence];
    if (first != sentence->first || !(bp_token_classes(document, first) & BP_WORDS_WEEKDAYS)) return false;
    return end >= sentence->end || bp_token_is(document, end, ":") ||
           (end + 1 == sentence->end && bp_token_is(document, end, "."));
}

/* An entry of a diary is to come, unless what stands behind it says that it was. */
static bp_tense tense_of_entry(const bp_document *document, uint32_t end)
{
    const uint32_t count = (uint32_t)document->tokens.count, left = end < count ? count - end : 0;
    const clause next = { document, end, end + (left < FARTHEST_RIGHT ? left : FARTHEST_RIGHT) };
    const bp_tense tense = next.begin < next.end ? right_cue(&next, next.begin) : BP_TENSE_UNKNOWN;
    return tense == BP_TENSE_PAST ? BP_TENSE_PAST : BP_TENSE_FUTURE;
}

bp_tense bp_tense_of(const bp_document *document, uint32_t first, uint32_t end)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[first].sentence];
    const clause c = { document, sentence->first, sentence->end };
    uint32_t at = first;
    if ((first > c.begin && is(&c, first - 1, "since")) || is_dateline(&c, first, end)) return BP_TENSE_PAST;
    if (bp_is_entry(document, first, end)) return tense_of_entry(document, end + 1);
    const bool until = first > c.begin && is(&c, first - 1, "until");
    if (!(until && opens_clause(&c, first)) && is_awaited(&c, first)) return BP_TENSE_FUTURE;
    if (opens_clause(&c, first) && subject_follows(&c, end)) {
        const bp_tense tense = right_cue(&c, end);
        if (tense) return tense;
    }
    const bp_tense tense = left_cue(&c, first, &at);
    return tense ? tense : right_cue(&c, end);
}

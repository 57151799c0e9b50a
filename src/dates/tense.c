/* Tense by cue words. The verb that a date belongs to stands most often just
 * before it ("voted on Friday"), so the nearest cue to the left decides; only a
 * date at the head of its clause looks to the right. A participle is read with
 * its auxiliary: "will be held", "is held", "was held", "has held". "Until" and
 * "by" look ahead by themselves. A bounded look both ways. */
#include "tense.h"

#include <string.h>

enum { FARTHEST_LEFT = 24, FARTHEST_RIGHT = 16, AUXILIARY_REACH = 3, OUTCOME_REACH = 3, QUARTER_REACH = 4 };

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

/* "announced the plan", "their hopes": a noun. */
static bool is_noun(const clause *c, uint32_t token)
{
    static const char *const nouns[] = { "plan", "plans", "hope", "hopes", "aim", "aims", "forecast", "planning" };
    if (token == c->begin || !has_class(c, token - 1, BP_WORDS_DETERMINERS)) return false;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (is(c, token, nouns[i])) return true;
    return false;
}

static bool is_past_verb(const clause *c, uint32_t token)
{
    return has_class(c, token, BP_WORDS_TENSE_PAST) || ends_in_ed(c, token);
}

/* "may have loosened", "would not have gone": a guess at what was. */
static bool supposes_past(const clause *c, uint32_t token)
{
    if (is(c, token, "will") || is(c, token, "shall") || is(c, token, "'ll")) return false;
    if (token + 1 < c->end && is(c, token + 1, "not")) token++;
    return token + 2 < c->end && is(c, token + 1, "have") && is_past_verb(c, token + 2);
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
    static const char *const many[] = { "and", "who",   "which",    "people", "police",
                                        "men", "women", "children", "couple", "pair" };
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

/* "Twelve jurors, chosen from a pool of 240, return on Monday" */
static bool is_behind_aside(const clause *c, uint32_t token)
{
    if (!has_class(c, token, BP_WORDS_TENSE_PRESENT) || token - c->begin < 3 || token + 2 >= c->end) return false;
    const bool day = has_class(c, token + 2, BP_WORDS_WEEKDAYS | BP_WORDS_MONTHS) &&
                     (is(c, token + 1, "on") || is(c, token + 1, "in"));
    return day && is(c, token - 1, ",") && !bp_token_has(c->document, token, BP_CAPITALIZED);
}

/* A form in -s, of a listed verb or with an object behind it; a form without -s
 * where no noun can stand, or behind "they". */
static bool is_present_verb(const clause *c, uint32_t token)
{
    const bool listed = has_class(c, token, BP_WORDS_TENSE_PRESENT);
    const bp_view word = bp_token_word(c->document, token)->lower;
    if (is_present_be(c, token) || is_far_from_subject(c, token) || is_behind_aside(c, token)) return true;
    if (token == c->begin || word.length < 2 || c->document->tokens.items[token - 1].kind != BP_TOKEN_WORD)
        return false;
    const bool behind_noun = !has_class(c, token - 1, BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS);
    if (word.at[word.length - 1] == 's' && word.at[word.length - 2] != 's' && word.at[0] != '\'')
        return listed || is(c, token - 1, "he") || is(c, token - 1, "she") || is(c, token - 1, "it") ||
               (behind_noun && takes_object(c, token) && !bp_token_has(c->document, token, BP_CAPITALIZED));
    return listed && behind_noun && is_plural(c, token - 1);
}

/* "is meant to be signed in May" */
static bool is_meant(const clause *c, uint32_t token)
{
    return token > c->begin && is_present_be(c, token - 1) &&
           (is(c, token, "meant") || is(c, token, "supposed") || is(c, token, "intended") || is(c, token, "designed"));
}

/* "is to open", "was to open", "is meant to open" */
static bp_tense told_by_to(const clause *c, uint32_t before)
{
    if (is_present_be(c, before) || is_meant(c, before)) return BP_TENSE_FUTURE;
    return is(c, before, "was") || is(c, before, "were") ? BP_TENSE_AWAITED : BP_TENSE_UNKNOWN;
}

static bp_tense cue_at(const clause *c, uint32_t token)
{
    if (c->document->tokens.items[token].kind != BP_TOKEN_WORD) return BP_TENSE_UNKNOWN;
    if (is(c, token, "set") && token + 1 < c->end && is(c, token + 1, "to")) return BP_TENSE_FUTURE;
    if (has_class(c, token, BP_WORDS_TENSE_FUTURE) && !is_noun(c, token))
        return is_behind_had(c, token) || supposes_past(c, token) ? BP_TENSE_PAST : BP_TENSE_FUTURE;
    if (is(c, token, "to") && token > c->begin) return told_by_to(c, token - 1);
    if (token > c->begin && is(c, token - 1, "to")) return BP_TENSE_UNKNOWN; /* an infinitive */
    if (token > c->begin && (is(c, token - 1, "did") || has_class(c, token - 1, BP_WORDS_TENSE_FUTURE)))
        return BP_TENSE_UNKNOWN; /* the auxiliary says it: "will set" */
    if (is_past_verb(c, token)) return past_form(c, token);
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
    static const char *const verbs[] = { "lasted", "met",  "sat",    "stood",  "slept", "stayed", "waited", "worked",
                                         "talked", "kept", "played", "danced", "used",  "shared", "ran" };
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (is(c, token, verbs[i])) return true;
    return false;
}

/* "a loss for the fourth quarter" */
static bool is_of_quarter(const clause *c, uint32_t first)
{
    for (uint32_t i = first; i < c->end && i - first < QUARTER_REACH; i++)
        if (is(c, i, "quarter") || is(c, i, "half")) return true;
    return false;
}

/* "has put its flight back from Wednesday to Thursday": both days are still to come. */
static bool is_put_back(const clause *c, uint32_t first)
{
    static const char *const words[] = { "back", "forward", "off", "postponed", "moved", "rescheduled" };
    const bool second = is(c, first - 1, "to") && has_class(c, first - 2, BP_WORDS_WEEKDAYS);
    const uint32_t from = second ? first - 2 : first;
    if (from - c->begin < 2 || !is(c, from - 1, "from")) return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is(c, from - 2, words[i])) return true;
    return false;
}

/* "set for Friday", "put off to May", "as soon as Monday" */
static bool is_fixed(const clause *c, uint32_t first)
{
    if (is(c, first - 1, "for") && is_of_quarter(c, first)) return false;
    if (is(c, first - 1, "for")) return !is(c, first - 2, "been") && !is(c, first - 2, "had");
    if (is(c, first - 1, "effective") || is(c, first - 1, "payable") || is_put_back(c, first)) return true;
    if (is(c, first - 1, "to"))
        return is(c, first - 2, "off") || is(c, first - 2, "postponed") || is(c, first - 2, "moved");
    return is(c, first - 1, "as") && (is(c, first - 2, "soon") || is(c, first - 2, "early"));
}

/* Is the day one that is waited for? "Until" and "by" look ahead, but not with "had", "was" or a negation: "was not
 * told until Friday". FUTURE: a verb says so, too. */
static bp_tense awaited(const clause *c, uint32_t first, uint32_t end)
{
    if (first - c->begin < 2) return BP_TENSE_UNKNOWN;
    if (is_fixed(c, first)) return BP_TENSE_AWAITED;
    const bool until = is(c, first - 1, "until") || is(c, first - 1, "till");
    if (!until && !is(c, first - 1, "by")) return BP_TENSE_UNKNOWN;
    const uint32_t least = first - c->begin > FARTHEST_LEFT ? first - FARTHEST_LEFT : c->begin;
    for (uint32_t i = first - 1; i > least && !ends_clause(c, i - 1); i--) {
        if (is(c, i - 1, "had") || is(c, i - 1, "not") || is(c, i - 1, "never")) return BP_TENSE_UNKNOWN;
        if (!until && (is(c, i - 1, "was") || is(c, i - 1, "were"))) return BP_TENSE_UNKNOWN;
        if (until && went_on(c, i - 1) && past_form(c, i - 1) == BP_TENSE_PAST) return BP_TENSE_UNKNOWN;
        if (has_class(c, i - 1, BP_WORDS_TENSE_FUTURE) || is_present_be(c, i - 1)) return BP_TENSE_FUTURE;
    }
    return until || right_cue(c, end) != BP_TENSE_PAST ? BP_TENSE_AWAITED : BP_TENSE_UNKNOWN;
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

/* Is the weekday an entry of a list: "Thursday: the orchestra plays", "Tuesday. No hearings"? */
static bool is_entry(const bp_document *document, uint32_t first, uint32_t end)
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

/* "will report on Friday", "nominations close on Friday": no noun. */
static bool is_verb_of_statement(const clause *c, uint32_t token)
{
    if (token == c->begin) return false;
    if (is(c, token - 1, "to") || is(c, token - 1, "not")) return true;
    return has_class(c, token - 1, BP_WORDS_TENSE_FUTURE | BP_WORDS_AUXILIARIES | BP_WORDS_SUBJECT_PRONOUNS) ||
           (is(c, token, "close") && is_plural(c, token - 1));
}

/* "in a statement on Wednesday", "its letter of Monday": what was said is told when it is over. */
static bool is_of_statement(const clause *c, uint32_t first)
{
    if (first - c->begin < 2 || !(is(c, first - 1, "on") || is(c, first - 1, "of") || is(c, first - 1, "late")))
        return false;
    return has_class(c, first - 2, BP_WORDS_STATEMENTS) && !is_verb_of_statement(c, first - 2);
}

/* "will appeal Wednesday's ruling", "to heal after Friday's two attacks": what the day brought is known. */
static bool is_of_outcome(const clause *c, uint32_t end)
{
    if (end >= c->end || !bp_token_has(c->document, end, BP_CLITIC)) return false;
    for (uint32_t i = end + 1; i < c->end && i - end <= OUTCOME_REACH; i++) {
        if (c->document->tokens.items[i].kind != BP_TOKEN_WORD || has_class(c, i, BP_WORDS_PREPOSITIONS)) return false;
        if (has_class(c, i, BP_WORDS_OUTCOMES)) return true;
    }
    return false;
}

/* "has cancelled Saturday's race": it was still to come. */
static bool is_called_off(const clause *c, uint32_t first, uint32_t end)
{
    static const char *const verbs[] = { "cancelled", "canceled", "postponed", "off", "rescheduled", "scrapped" };
    if (first == c->begin || end >= c->end || !bp_token_has(c->document, end, BP_CLITIC)) return false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (is(c, first - 1, verbs[i])) return true;
    return false;
}

/* "A show planned for Sunday fell through": the participle only describes the subject. */
static bool is_describing(const clause *c, uint32_t token)
{
    if (token == c->begin || token + 1 >= c->end || c->document->tokens.items[token - 1].kind != BP_TOKEN_WORD)
        return false;
    const bool verb = has_class(c, token - 1, BP_WORDS_AUXILIARIES | BP_WORDS_SUBJECT_PRONOUNS | BP_WORDS_ADVERBS);
    return !verb && (ends_in_ed(c, token) || is(c, token, "due")) && !is(c, token + 1, "to") &&
           has_class(c, token + 1, BP_WORDS_PREPOSITIONS);
}

/* A word that is no name by its letters: "meet", or "MEET" behind "TO". */
static bool is_lower_or_loud(const clause *c, uint32_t token)
{
    return c->document->tokens.items[token].kind == BP_TOKEN_WORD &&
           (!bp_token_has(c->document, token, BP_CAPITALIZED) || c->document->tokens.items[token - 1].first == 'T');
}

/* A headline without a finite verb: "Minister to meet farmers Wednesday". */
static bool has_infinitive(const clause *c, uint32_t token)
{
    const uint64_t others = BP_WORDS_DETERMINERS | BP_WORDS_PREPOSITIONS | BP_WORDS_NUMBERS | BP_WORDS_WEEKDAYS |
                            BP_WORDS_MONTHS | BP_WORDS_DATE_WORDS;
    for (uint32_t i = token; i > c->begin + 1 && token - i < FARTHEST_LEFT && !ends_clause(c, i - 1); i--)
        if (i - 1 < token && i - 2 > c->begin && is(c, i - 2, "to") && is_lower_or_loud(c, i - 1) &&
            !has_class(c, i - 1, others))
            return true;
    return false;
}

/* "City lose to Rovers on Saturday": a headline tells in the present how it ended. */
static bool tells_outcome(const clause *c, uint32_t token)
{
    static const char *const verbs[] = { "win",   "wins", "lose", "loses", "beat",  "beats", "fall",
                                         "falls", "die",  "dies", "kill",  "kills", "draw",  "draws" };
    const uint32_t block = c->document->sentences.items[c->document->tokens.items[token].sentence].block;
    if (c->document->blocks.items[block].role != BP_HEADLINE) return false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (is(c, token, verbs[i])) return true;
    return false;
}

static bp_tense tense_by_cues(const clause *c, uint32_t first, uint32_t end)
{
    uint32_t at = first;
    if (opens_clause(c, first) && subject_follows(c, end)) {
        const bp_tense tense = right_cue(c, end);
        if (tense) return tense;
    }
    const bp_tense left = left_cue(c, first, &at);
    if (left == BP_TENSE_FUTURE && is_describing(c, at) && right_cue(c, end) == BP_TENSE_PAST) return BP_TENSE_PAST;
    if (left == BP_TENSE_PRESENT && tells_outcome(c, at)) return BP_TENSE_PAST;
    if (left) return left;
    const bp_tense right = right_cue(c, end);
    return right || !has_infinitive(c, first) ? right : BP_TENSE_FUTURE;
}

bp_tense bp_tense_of(const bp_document *document, uint32_t first, uint32_t end)
{
    const bp_sentence *sentence = &document->sentences.items[document->tokens.items[first].sentence];
    const clause c = { document, sentence->first, sentence->end };
    const bool since = first > c.begin && is(&c, first - 1, "since");
    if (since || is_dateline(&c, first, end) || is_of_statement(&c, first)) return BP_TENSE_PAST;
    if (is_entry(document, first, end)) return tense_of_entry(document, end + 1);
    const bool until = first > c.begin && is(&c, first - 1, "until");
    const bp_tense ahead = until && opens_clause(&c, first) ? BP_TENSE_UNKNOWN : awaited(&c, first, end);
    if (ahead) return ahead;
    if (is_called_off(&c, first, end)) return BP_TENSE_FUTURE;
    if (is_of_outcome(&c, end)) return BP_TENSE_PAST;
    const bp_tense tense = tense_by_cues(&c, first, end);
    /* What a picture shows is told in the present. */
    if (tense == BP_TENSE_PRESENT && document->blocks.items[sentence->block].role == BP_CAPTION) return BP_TENSE_PAST;
    const bool possessive = end < c.end && bp_token_has(document, end, BP_CLITIC);
    if (tense != BP_TENSE_PAST && first > c.begin && is(&c, first - 1, "before") && !possessive) return BP_TENSE_FUTURE;
    return tense;
}

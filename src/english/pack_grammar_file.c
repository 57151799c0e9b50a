/* NAME.grammar: patterns in readable pieces, composed into one regular
 * expression each (see text/grammar.h, and dates.grammar for how one is
 * written). */
#include "pack_grammar.h"
#include "text/grammar.h"

#include <stdlib.h>
#include <string.h>

_Noreturn static void fail(const grammar *g, const char *message)
{
    pack_fail(g->file, (size_t)(g->line - g->file->bytes), message);
}

static void add(string *s, const char *bytes, size_t length)
{
    if (s->length + length + 1 > s->room) {
        s->room = (s->length + length + 1) * 2;
        s->at = realloc(s->at, s->room);
        if (!s->at) exit(1);
    }
    memcpy(s->at + s->length, bytes, length);
    s->length += length;
    s->at[s->length] = 0;
}

static void add_text(string *s, const char *text)
{
    add(s, text, strlen(text));
}

static char *copy(const char *bytes, size_t length)
{
    char *made = pack_take(length + 1);
    memcpy(made, bytes, length);
    return made;
}

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

static char *read_name(const grammar *g, const char **at, const char *end)
{
    const char *from = *at;
    while (*at < end && is_name_byte(**at)) ++*at;
    if (*at == from) fail(g, "a name is missing");
    char *name = copy(from, (size_t)(*at - from));
    while (*at < end && **at == ' ') ++*at;
    return name;
}

/* ---- words: a list of them becomes a part, and a table of their values */

static int by_word(const void *a, const void *b)
{
    return strcmp(((const word *)a)->word, ((const word *)b)->word);
}

static void add_letter(string *regex, char c)
{
    if (c == ' ')
        add_text(regex, "\\s++");
    else if (c == '\'')
        add_text(regex, "['\xE2\x80\x99]");
    else if (c == '-')
        add_text(regex, "(?:-|\xE2\x80\x91|\\s++)");
    else
        add(regex, (const char[]){ c == '.' ? '\\' : c, c }, c == '.' ? 2 : 1);
}

/* Words as a tree by their letters, so that a match looks at each letter of the text once; a longer word comes before
 * its beginning. `depth` letters of all these words are written already. */
static void add_tree(string *regex, const word *sorted, size_t count, size_t depth)
{
    size_t ends = 0, branches = 0;
    bool stop = false;
    while (ends < count && sorted[ends].word[depth] == 0) stop |= sorted[ends++].ends_in_stop;
    for (size_t i = ends; i < count; i++) branches += i == ends || sorted[i].word[depth] != sorted[i - 1].word[depth];
    if (branches + (ends > 0) > 1) add_text(regex, "(?:");
    for (size_t from = ends, to; from < count; from = to) {
        for (to = from; to < count && sorted[to].word[depth] == sorted[from].word[depth];) to++;
        if (from > ends) add_text(regex, "|");
        add_letter(regex, sorted[from].word[depth]);
        add_tree(regex, sorted + from, to - from, depth + 1);
    }
    if (ends && branches) add_text(regex, "|");
    if (stop) add_text(regex, "\\.?");
    if (branches + (ends > 0) > 1) add_text(regex, ")");
}

static void close_list(grammar *g)
{
    if (!g->list) return;
    size_t first = g->word_count;
    while (first > 0 && strcmp(g->words[first - 1].list, g->list) == 0) first--;
    const size_t count = g->word_count - first;
    word *sorted = pack_take(count * sizeof *sorted);
    memcpy(sorted, &g->words[first], count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, by_word);
    if (g->part_count == MOST_PARTS) fail(g, "too many parts");
    part *p = &g->parts[g->part_count++];
    p->name = g->list;
    add_tree(&p->is.regex, sorted, count, 0);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) add_text(&p->is.plain, "|");
        add_text(&p->is.plain, sorted[i].word);
        if (sorted[i].ends_in_stop) add_text(&p->is.plain, "\\.?");
    }
    free(sorted);
    g->list = NULL;
}

/* "VALUE word, word of several words, abbr." */
static void read_words(grammar *g, const char *at, const char *end)
{
    const char *value_end = at;
    while (value_end < end && *value_end != ' ') value_end++;
    char *value = copy(at, (size_t)(value_end - at));
    for (at = value_end; at < end;) {
        while (at < end && (*at == ' ' || *at == ',')) at++;
        const char *word_end = memchr(at, ',', (size_t)(end - at));
        if (!word_end) word_end = end;
        if (word_end == at) break;
        if (g->word_count == MOST_WORDS) fail(g, "too many words");
        const bool stop = word_end[-1] == '.';
        g->words[g->word_count++] = (word){ g->list, copy(at, (size_t)(word_end - at) - stop), value, stop };
        at = word_end;
    }
}

/* ---- parts that are nothing but words */

static bool is_spelled(const char *at)
{
    return (*at >= 'a' && *at <= 'z') || strchr(" '/", *at) || (unsigned char)*at >= 0x80 ||
           (at[0] == '\\' && at[1] == '.');
}

/* The words of "pounds?|p\\.|new pence": each optional letter makes two of one. Gives how many are in `words` now, 0
 * where `from` to `end` is more than that. */
static size_t spell_out(word *words, size_t count, const char *from, const char *end)
{
    const size_t first = count;
    if (count < MOST_WORDS) words[count++].word = copy(from, 0);
    for (const char *at = from; at < end; at++) {
        if (!is_spelled(at)) return 0;
        at += *at == '\\';
        const char letter = *at;
        const bool optional = at[1] == '?';
        if (optional && (unsigned char)letter >= 0x80) return 0;
        at += optional;
        for (size_t i = first, old = count; i < old && count < MOST_WORDS; i++) {
            const size_t length = strlen(words[i].word);
            if (optional) words[count++].word = words[i].word;
            words[i].word = copy(words[i].word, length + 1);
            words[i].word[length] = letter;
        }
    }
    return count;
}

/* All words of an expression, sorted; 0 where it is more than words, or has too many. */
static size_t words_of(const expression *e, word *words)
{
    size_t count = 0, length;
    for (const char *at = e->plain.at;; at += length + 1) {
        length = strcspn(at, "|");
        count = length ? spell_out(words, count, at, at + length) : 0;
        if (!count || !at[length]) break;
    }
    qsort(words, count, sizeof *words, by_word);
    return count < MOST_WORDS ? count : 0;
}

/* Such a part becomes a tree too. */
static void close_part(grammar *g)
{
    if (g->part_count == 0 || g->open != &g->parts[g->part_count - 1].is) return;
    word *words = pack_take(MOST_WORDS * sizeof *words);
    const size_t count = words_of(g->open, words);
    if (count) g->open->regex.length = 0;
    if (count) add_tree(&g->open->regex, words, count, 0);
    free(words);
}

/* ---- regular expressions */

static const part *find_part(const grammar *g, const char *name, size_t length)
{
    for (size_t i = 0; i < g->part_count; i++)
        if (strlen(g->parts[i].name) == length && memcmp(g->parts[i].name, name, length) == 0) return &g->parts[i];
    return NULL;
}

/* "{name}" is put in as a group, " " as white space, " ?" as such or none, "'" as either apostrophe;
 * inside brackets and after a backslash all stays as it is. */
static void add_regex(const grammar *g, string *regex, const char *at, const char *end)
{
    bool bracket = false;
    for (; at < end; at++) {
        const char *name = at + 1, *name_end = name;
        while (name_end < end && is_name_byte(*name_end)) name_end++;
        if (*at == '\\' && name < end) {
            add(regex, at++, 2);
        } else if (bracket) {
            bracket = *at != ']';
            add(regex, at, 1);
        } else if (*at == '{' && *name >= 'a' && name_end < end && *name_end == '}') {
            const part *p = find_part(g, name, (size_t)(name_end - name));
            if (!p) fail(g, "this part is not known above here");
            add_text(regex, "(?:");
            add(regex, p->is.regex.at, p->is.regex.length);
            add_text(regex, ")");
            at = name_end;
        } else if (*at == ' ' && name < end && *name == '?') {
            add_text(regex, "\\s*+");
            at++;
        } else if (*at == ' ') {
            add_text(regex, "\\s++");
        } else if (*at == '\'') {
            add_text(regex, "['\xE2\x80\x99]");
        } else {
            bracket = *at == '[';
            add(regex, at, 1);
        }
    }
}

static void add_plain(const grammar *g, string *plain, const char *at, const char *end)
{
    for (; at < end; at++) {
        const char *name_end = at + 1;
        while (name_end < end && is_name_byte(*name_end)) name_end++;
        const part *p = *at == '{' && *name_end == '}' ? find_part(g, at + 1, (size_t)(name_end - at) - 1) : NULL;
        const bool group = end - at > 3 && memcmp(at, "(?<", 3) == 0 && at[3] >= 'a';
        if (p)
            add(plain, p->is.plain.at, p->is.plain.length);
        else if (!group)
            add(plain, (const char[]){ *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at }, 1);
        if (p) at = name_end;
        if (group) at = strchr(at, '>');
    }
}

static void add_expression(const grammar *g, expression *to, const char *at, const char *end)
{
    add_regex(g, &to->regex, at, end);
    add_plain(g, &to->plain, at, end);
}

/* ---- the lines of a file */

static const char *after_equals(const grammar *g, const char *at, const char *end)
{
    if (at == end || *at != '=') fail(g, "a name, \"=\" and a regular expression");
    for (at++; at < end && *at == ' ';) at++;
    return at;
}

static void read_part(grammar *g, const char *at, const char *end)
{
    if (g->part_count == MOST_PARTS) fail(g, "too many parts");
    part made = { .name = read_name(g, &at, end) };
    if (find_part(g, made.name, strlen(made.name))) fail(g, "this part is there already");
    at = after_equals(g, at, end);
    add_expression(g, &made.is, at, end);
    g->parts[g->part_count] = made;
    g->open = &g->parts[g->part_count++].is;
}

static void read_near(grammar *g, const char *at, const char *end)
{
    add_expression(g, &g->near, after_equals(g, at, end), end);
    g->open = &g->near;
}

/* The kinds of numbers that can wake a pattern, by their names in a grammar. */
static unsigned number_kind(const char *class)
{
    if (strcmp(class, "number") == 0) return BP_ANY_NUMBER;
    if (strcmp(class, "plain-number") == 0) return BP_PLAIN_NUMBER;
    if (strcmp(class, "joined-number") == 0) return BP_JOINED_NUMBER;
    return strcmp(class, "tailed-number") == 0 ? BP_TAILED_NUMBER : 0;
}

/* "with ago earlier =": to the equals sign. */
static char *read_with(const char **at, const char *end)
{
    const char *from = *at + sizeof "with " - 1, *equals = memchr(from, '=', (size_t)(end - from));
    if (!equals) return NULL;
    *at = equals;
    while (equals > from && equals[-1] == ' ') equals--;
    return copy(from, (size_t)(equals - from));
}

/* The engine has a bit for each set of words. */
static void count_with(grammar *g, const pattern *p)
{
    if (!p->with) return;
    for (const pattern *other = g->patterns; other < p; other++)
        if (other->with && strcmp(other->with, p->with) == 0) return;
    if (g->with_count++ == MOST_WITH) fail(g, "too many sets of words behind with: is there one that will do?");
}

static void read_pattern(grammar *g, const char *at, const char *end)
{
    if (g->pattern_count == MOST_PATTERNS) fail(g, "too many patterns");
    pattern *p = &g->patterns[g->pattern_count++];
    p->name = read_name(g, &at, end);
    if (end - at > 3 && memcmp(at, "on ", 3) == 0) {
        for (at += 3; at < end && *at != '=' && !(end - at > 5 && memcmp(at, "with ", 5) == 0);) {
            char *class = read_name(g, &at, end);
            if (p->class_count == MOST_CLASSES) fail(g, "too many classes");
            const unsigned number = number_kind(class);
            if (number)
                p->numbers |= number;
            else
                p->classes[p->class_count++] = class;
        }
    }
    if (end - at > 5 && memcmp(at, "with ", 5) == 0) p->with = read_with(&at, end);
    count_with(g, p);
    at = after_equals(g, at, end);
    add_expression(g, &p->is, at, end);
    g->open = &p->is;
}

/* "text" finds "words"   or   "text" finds nothing */
static void read_example(grammar *g, const char *at, const char *end)
{
    if (g->pattern_count == 0) fail(g, "an example stands below a pattern");
    if (g->example_count == MOST_EXAMPLES) fail(g, "too many examples");
    const char *finds = strstr(at, "\" finds ");
    if (!finds || finds >= end) fail(g, "an example is: \"text\" finds \"words\", or: finds nothing");
    example *e = &g->examples[g->example_count++];
    *e = (example){ g->patterns[g->pattern_count - 1].name, copy(at + 1, (size_t)(finds - at) - 1), NULL };
    finds += 8;
    if (*finds == '"' && end[-1] == '"' && end - finds > 2)
        e->finds = copy(finds + 1, (size_t)(end - finds) - 2);
    else if (end - finds != 7 || memcmp(finds, "nothing", 7) != 0)
        fail(g, "an example finds \"words\" or nothing");
}

static void read_line(grammar *g, const char *at, const char *end)
{
    const bool indented = *at == ' ';
    while (at < end && *at == ' ') at++;
    if (indented && *at == '"') {
        read_example(g, at, end);
    } else if (indented && g->list) {
        read_words(g, at, end);
    } else if (indented && g->open) {
        add_expression(g, g->open, at, end);
    } else {
        close_list(g);
        close_part(g);
        g->open = NULL;
        char *kind = read_name(g, &at, end);
        if (strcmp(kind, "words") == 0)
            g->list = read_name(g, &at, end);
        else if (strcmp(kind, "part") == 0)
            read_part(g, at, end);
        else if (strcmp(kind, "near") == 0)
            read_near(g, at, end);
        else if (strcmp(kind, "pattern") == 0)
            read_pattern(g, at, end);
        else
            fail(g, "a line begins with words, part, near or pattern, or is indented below one");
        free(kind);
    }
}

void pack_read_grammar(grammar *g)
{
    for (const char *line = g->file->bytes; *line;) {
        const char *next = line + strcspn(line, "\n"), *end = next;
        while (end > line && end[-1] == ' ') end--;
        g->line = line;
        if (end > line && *line != '#') read_line(g, line, end);
        line = next + (*next == '\n');
    }
    close_list(g);
    close_part(g);
    g->near_words = pack_take(MOST_WORDS * sizeof *g->near_words);
    if (g->near.plain.at) g->near_count = words_of(&g->near, g->near_words);
    if (g->near.plain.at && !g->near_count) fail(g, "\"near\" takes words alone");
}

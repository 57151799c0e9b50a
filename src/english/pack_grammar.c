/* A grammar as C: NAME_grammar.c; its regular expressions in NAME_regexes.c, which
 * go into the program that compiles them; and its examples in NAME_examples.inc,
 * which only a test includes. */
#define _POSIX_C_SOURCE 200809L /* scandir */

#include "pack_grammar.h"
#include "text/grammar.h"
#include "text/hash.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* As numbers, because C promises no string longer than 4,095 bytes. */
static void write_regex(FILE *out, const pattern *p, size_t index)
{
    const char *const pieces[] = { "(*LIMIT_MATCH=2000)(?i)(?:", p->is.regex.at, ")(?!\\w)" };
    size_t written = 0;
    fprintf(out, "static const char regex_%zu[] = {", index);
    for (size_t piece = 0; piece < sizeof pieces / sizeof *pieces; piece++)
        for (const char *at = pieces[piece]; *at; at++)
            fprintf(out, "%s(char)%u,", written++ % 24 ? "" : "\n", (unsigned)(unsigned char)*at);
    fputs("0\n};\n", out);
}

static void write_regexes(FILE *out, const grammar *g, const char *name)
{
    fputs("#include \"text/grammar.h\"\n\n", out);
    for (size_t i = 0; i < g->pattern_count; i++) write_regex(out, &g->patterns[i], i);
    fputs("static const char *const regexes[] = {\n", out);
    for (size_t i = 0; i < g->pattern_count; i++) fprintf(out, "regex_%zu,\n", i);
    fputs("};\nstatic const char *const names[] = {\n", out);
    for (size_t i = 0; i < g->pattern_count; i++) fprintf(out, "\"%s\",\n", g->patterns[i].name);
    fprintf(out, "};\nconst bp_regexes bp_%s_regexes = { names, regexes, %zu };\n", name, g->pattern_count);
}

static void write_classes(FILE *out, const pattern *p)
{
    for (size_t i = 0; i < p->class_count; i++) {
        fputs(i ? " | BP_WORDS_" : "BP_WORDS_", out);
        for (const char *c = p->classes[i]; *c; c++) fputc(*c == '-' ? '_' : *c >= 'a' ? *c - 'a' + 'A' : *c, out);
    }
    if (p->class_count == 0) fputc('0', out);
}

/* The words of its classes that can wake it, a bit each. */
static void write_wakes(FILE *out, const grammar *g, const pattern *p, const char *source)
{
    uint64_t wakes = 0;
    for (size_t i = 0; i < p->class_count; i++) {
        const uint64_t more = pack_wakes(source, p->classes[i], p->is.plain.at);
        char message[200];
        snprintf(message, sizeof message, "a pattern \"%s\" holds no word of its class \"%s\"", p->name, p->classes[i]);
        if (!more) pack_fail(g->file, 0, message);
        wakes |= more;
    }
    fprintf(out, "UINT64_C(0x%llx)", (unsigned long long)wakes);
}

static void write_quoted(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text; text++) fprintf(out, "\\%03o", (unsigned)(unsigned char)*text);
    fputc('"', out);
}

/* Each table ends with an empty line, since C has no empty arrays. */
static void write_lists(FILE *out, const grammar *g)
{
    fputs("static const bp_grammar_word words[] = {\n", out);
    for (size_t i = 0; i < g->word_count; i++) {
        fputs("{ ", out);
        write_quoted(out, g->words[i].word);
        fprintf(out, ", \"%s\" },\n", g->words[i].value);
    }
    fputs("{ \"\", \"\" },\n};\nstatic const bp_grammar_list lists[] = {\n", out);
    for (size_t from = 0, to; from < g->word_count; from = to) {
        for (to = from; to < g->word_count && strcmp(g->words[to].list, g->words[from].list) == 0;) to++;
        fprintf(out, "{ \"%s\", %zu, %zu },\n", g->words[from].list, from, to);
    }
    fputs("{ \"\", 0, 0 },\n};\n", out);
}

static int by_hash(const void *a, const void *b)
{
    return *(const uint16_t *)a - *(const uint16_t *)b;
}

/* The first of each of these words, by half its hash, sorted. */
static void write_near(FILE *out, const grammar *g)
{
    uint16_t *hashes = pack_take((g->near_count + 1) * sizeof *hashes);
    for (size_t i = 0; i < g->near_count; i++) {
        const char *at = g->near_words[i].word;
        hashes[i] = (uint16_t)bp_hash_bytes(at, strcspn(at, " "));
    }
    qsort(hashes, g->near_count, sizeof *hashes, by_hash);
    fputs("static const uint16_t near[] = {\n", out);
    size_t count = 0;
    for (size_t i = 0; i < g->near_count; i++)
        if (i == 0 || hashes[i] != hashes[i - 1]) fprintf(out, "%u,%s", hashes[i], count++ % 16 ? "" : "\n");
    fputs("0xFFFF };\n", out);
    free(hashes);
}

static void write_grammar(FILE *out, const grammar *g, const char *source, const char *name)
{
    fputs("#include \"text/grammar.h\"\n#include \"text/lexicon.h\"\n\n", out);
    fprintf(out, "extern const uint8_t bp_%s_patterns[];\n", name);
    fputs("static const bp_grammar_pattern patterns[] = {\n", out);
    for (size_t i = 0; i < g->pattern_count; i++) {
        fprintf(out, "{ \"%s\", ", g->patterns[i].name);
        write_classes(out, &g->patterns[i]);
        fputs(", ", out);
        write_wakes(out, g, &g->patterns[i], source);
        fprintf(out, ", %u, \"%s\" },\n", g->patterns[i].numbers, g->patterns[i].with ? g->patterns[i].with : "");
    }
    fputs("};\n", out);
    write_lists(out, g);
    write_near(out, g);
    fprintf(out,
            "const bp_grammar bp_%s_grammar = { patterns, %zu, bp_%s_patterns, words, lists, sizeof lists / sizeof "
            "*lists - 1, near, sizeof near / sizeof *near - 1 };\n",
            name, g->pattern_count, name);
}

static void write_examples(FILE *out, const grammar *g)
{
    for (size_t i = 0; i < g->example_count; i++) {
        fprintf(out, "{ \"%s\", ", g->examples[i].pattern);
        write_quoted(out, g->examples[i].text);
        fputs(", ", out);
        if (g->examples[i].finds)
            write_quoted(out, g->examples[i].finds);
        else
            fputs("NULL", out);
        fputs(" },\n", out);
    }
}

static int is_grammar(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot && strcmp(dot, ".grammar") == 0;
}

/* STEM and `ending`, open to write. */
static FILE *open_part(const char *out, const char *stem, const char *ending)
{
    char path[300];
    snprintf(path, sizeof path, "%s%s", stem, ending);
    return pack_open(out, path);
}

static void pack_one(const char *source, const char *out, const char *name)
{
    const pack_file file = pack_read(source, name);
    grammar *g = pack_take(sizeof *g);
    g->file = &file;
    pack_read_grammar(g);
    char stem[256];
    snprintf(stem, sizeof stem, "%.*s", (int)strcspn(name, "."), name);
    FILE *to = open_part(out, stem, "_grammar.c");
    write_grammar(to, g, source, stem);
    pack_close(to);
    to = open_part(out, stem, "_regexes.c");
    write_regexes(to, g, stem);
    pack_close(to);
    to = open_part(out, stem, "_examples.inc");
    write_examples(to, g);
    pack_close(to);
    free(g);
}

void pack_grammars(const char *source, const char *out)
{
    struct dirent **entries;
    const int found = scandir(source, &entries, is_grammar, alphasort);
    if (found < 0) {
        perror(source);
        exit(1);
    }
    for (int i = 0; i < found; i++) pack_one(source, out, entries[i]->d_name);
}

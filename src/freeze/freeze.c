/* Compiles the grammars' patterns for the machine it runs on, and writes them
 * as C: `freeze >patterns.c`. The native build runs it as it is, the wasm build
 * under Node. */
#include "text/grammar.h"
#include "text/pattern.h"

#include <stdio.h>

static void write_bytes(const char *name, const uint8_t *bytes, size_t length)
{
    printf("\nextern const uint8_t bp_%s_patterns[];\n_Alignas(8) const uint8_t bp_%s_patterns[] = {", name, name);
    for (size_t i = 0; i < length; i++) printf("%s%u,", i % 32 ? "" : "\n", bytes[i]);
    puts("\n};");
}

static bool freeze(bp_arena *arena, const char *name, const bp_regexes *from)
{
    size_t length;
    uint32_t at = 0;
    const uint8_t *bytes = bp_patterns_freeze(arena, from->regexes, from->count, &length, &at);
    if (bytes)
        write_bytes(name, bytes, length);
    else
        fprintf(stderr, "%s.grammar: pattern \"%s\" does not compile\n", name, from->names[at]);
    return bytes;
}

int main(void)
{
    bp_arena arena;
    bp_arena_init(&arena, &bp_default_allocator);
    puts("/* Made by src/freeze/freeze.c. */\n#include <stdint.h>");
    const bool good = freeze(&arena, "dates", &bp_dates_regexes) && freeze(&arena, "rules", &bp_rules_regexes);
    bp_arena_done(&arena);
    return good && fflush(stdout) == 0 ? 0 : 1;
}

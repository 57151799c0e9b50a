/* PCRE2 behind a small door. Its general context draws on an arena: what it
 * frees is lost until the arena goes, and it frees little (the heap frames of a
 * match grow by doubling and stay with the matcher). */
#include "pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

/* News never comes near these; see tests. Heap in KiB. */
enum { MATCH_LIMIT = 20000, DEPTH_LIMIT = 2000, HEAP_LIMIT = 4096 };

struct bp_pattern {
    pcre2_code *code;
    uint8_t first[32]; /* a bit for each byte that a match can begin with */
};

struct bp_matcher {
    pcre2_match_data *data;
    pcre2_match_context *context;
};

static void *take(PCRE2_SIZE size, void *arena)
{
    return bp_arena_take_raw(arena, size); /* PCRE2 asks as of malloc; a matcher's frames are 20 KB */
}

static void leave(void *memory, void *arena)
{
    (void)memory;
    (void)arena;
}

static void report(bp_error *error, int code, size_t at)
{
    *error = (bp_error){ .code = BP_ERROR_PATTERN, .at = at };
    if (code == PCRE2_ERROR_NOMEMORY || code == 121) { /* 121: failed to allocate heap memory */
        error->code = BP_ERROR_MEMORY;
        strcpy(error->message, "out of memory");
    } else if (pcre2_get_error_message(code, (PCRE2_UCHAR *)error->message, sizeof error->message) < 0) {
        strcpy(error->message, "the pattern does not compile");
    }
}

/* Asks PCRE2 what it found out about the pattern's beginning. */
static void note_first(bp_pattern *pattern)
{
    uint32_t kind = 0, unit = 0;
    const uint8_t *bits = NULL;
    memset(pattern->first, 0xFF, sizeof pattern->first);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_FIRSTCODETYPE, &kind);
    if (kind == 1 && pcre2_pattern_info(pattern->code, PCRE2_INFO_FIRSTCODEUNIT, &unit) == 0) {
        const uint32_t other = (unit | 0x20) >= 'a' && (unit | 0x20) <= 'z' ? unit ^ 0x20 : unit; /* in either case */
        memset(pattern->first, 0, sizeof pattern->first);
        pattern->first[unit / 8 & 31] |= (uint8_t)(1u << unit % 8);
        pattern->first[other / 8 & 31] |= (uint8_t)(1u << other % 8);
    } else if (pcre2_pattern_info(pattern->code, PCRE2_INFO_FIRSTBITMAP, &bits) == 0 && bits) {
        memcpy(pattern->first, bits, sizeof pattern->first);
    }
}

bool bp_pattern_may_begin(const bp_pattern *pattern, char byte)
{
    return pattern->first[(uint8_t)byte / 8] >> (uint8_t)byte % 8 & 1;
}

const bp_pattern *bp_pattern_new(bp_arena *arena, const char *regex, bool anchored, bp_error *error)
{
    bp_error ignored;
    if (!error) error = &ignored;
    bp_pattern *pattern = bp_arena_take(arena, sizeof *pattern);
    pcre2_general_context *general = pcre2_general_context_create(take, leave, arena);
    pcre2_compile_context *compile = general ? pcre2_compile_context_create(general) : NULL;
    if (!pattern || !compile) return report(error, PCRE2_ERROR_NOMEMORY, 0), NULL;
    int code = 0;
    PCRE2_SIZE at = 0;
    const uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | (anchored ? PCRE2_ANCHORED : 0);
    pattern->code = pcre2_compile((PCRE2_SPTR)regex, PCRE2_ZERO_TERMINATED, options, &code, &at, compile);
    if (!pattern->code) return report(error, code, at), NULL;
    note_first(pattern);
    return pattern;
}

const uint8_t *bp_patterns_freeze(bp_arena *arena, const char *const *regexes, uint32_t count, size_t *length,
                                  uint32_t *at)
{
    uint8_t *bytes = NULL;
    const pcre2_code **codes = bp_arena_take(arena, count * sizeof(const pcre2_code *));
    pcre2_general_context *general = pcre2_general_context_create(take, leave, arena);
    if (!codes || !general) return NULL;
    for (*at = 0; *at < count; ++*at) {
        const bp_pattern *pattern = bp_pattern_new(arena, regexes[*at], true, NULL);
        if (!pattern) return NULL;
        codes[*at] = pattern->code;
    }
    return pcre2_serialize_encode(codes, (int32_t)count, &bytes, length, general) > 0 ? bytes : NULL;
}

const bp_pattern **bp_patterns_thaw(bp_arena *arena, const uint8_t *bytes, uint32_t count)
{
    pcre2_code **codes = bp_arena_take(arena, count * sizeof *codes);
    bp_pattern *patterns = bp_arena_take(arena, count * sizeof *patterns);
    const bp_pattern **each = bp_arena_take(arena, count * sizeof(const bp_pattern *));
    pcre2_general_context *general = pcre2_general_context_create(take, leave, arena);
    if (!codes || !patterns || !each || !general) return NULL;
    if (pcre2_serialize_decode(codes, (int32_t)count, bytes, general) != (int32_t)count) return NULL;
    for (uint32_t i = 0; i < count; i++) {
        patterns[i].code = codes[i];
        note_first(&patterns[i]);
        each[i] = &patterns[i];
    }
    return each;
}

bp_matcher *bp_matcher_new(bp_arena *arena, uint32_t groups)
{
    bp_matcher *matcher = bp_arena_take(arena, sizeof *matcher);
    pcre2_general_context *general = pcre2_general_context_create(take, leave, arena);
    if (!matcher || !general) return NULL;
    matcher->data = pcre2_match_data_create(groups + 1, general);
    matcher->context = pcre2_match_context_create(general);
    if (!matcher->data || !matcher->context) return NULL;
    pcre2_set_match_limit(matcher->context, MATCH_LIMIT);
    pcre2_set_depth_limit(matcher->context, DEPTH_LIMIT);
    pcre2_set_heap_limit(matcher->context, HEAP_LIMIT);
    return matcher;
}

bp_pattern_status bp_pattern_match(const bp_pattern *pattern, bp_matcher *matcher, const char *text, size_t length,
                                   size_t start)
{
    const int found = pcre2_match(pattern->code, (PCRE2_SPTR)text, length, start, PCRE2_NO_UTF_CHECK, matcher->data,
                                  matcher->context);
    if (found >= 0) return BP_PATTERN_FOUND;
    if (found == PCRE2_ERROR_NOMATCH) return BP_PATTERN_NONE;
    return found == PCRE2_ERROR_NOMEMORY ? BP_PATTERN_MEMORY : BP_PATTERN_WILD;
}

bool bp_matcher_group(const bp_matcher *matcher, uint32_t index, size_t *start, size_t *end)
{
    const PCRE2_SIZE *ovector = pcre2_get_ovector_pointer(matcher->data);
    if (index >= pcre2_get_ovector_count(matcher->data) || ovector[2 * index] == PCRE2_UNSET) return false;
    *start = ovector[2 * index];
    *end = ovector[2 * index + 1];
    return true;
}

uint32_t bp_pattern_group(const bp_pattern *pattern, const char *name)
{
    const int number = pcre2_substring_number_from_name(pattern->code, (PCRE2_SPTR)name);
    return number > 0 ? (uint32_t)number : 0;
}

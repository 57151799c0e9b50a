/* bluepencil.h - who, when, and who said what in a news article.
 *
 * One engine serves a whole program; one call marks one article:
 *
 *     #include <bluepencil.h>
 *     #include <stdio.h>
 *     #include <string.h>
 *
 *     int main(void)
 *     {
 *         const char *text = "Ama Nkrumah arrived in Turin on Friday.";
 *         bp_engine *engine = NULL;
 *         bp_result *result = NULL;
 *         bp_request request = { .date = "2019-05-31" };
 *         bp_error error;
 *
 *         if (bp_engine_new(NULL, &engine, &error) != BP_OK ||
 *             bp_annotate(engine, text, strlen(text), &request, &result, &error) != BP_OK) {
 *             fprintf(stderr, "%s\n", error.message);
 *             return 1;
 *         }
 *         for (size_t i = 0; i < bp_mention_count(result); i++) {
 *             const bp_mention *mention = bp_mention_at(result, i);
 *             printf("%s %.*s\n", bp_entity_type_name(mention->type),
 *                    (int)(mention->span.end.byte - mention->span.start.byte),
 *                    text + mention->span.start.byte);
 *         }
 *         bp_result_free(result);
 *         bp_engine_free(engine);
 *     }
 *
 * # Ownership
 *
 * Text goes in as UTF-8 with its length in bytes. It is borrowed: it is never
 * changed, need not end in NUL, and must stay where it is until the result has
 * been freed, because the strings of a result may point into it. What comes
 * back through a `**out` belongs to the caller, who frees it once with the
 * matching `_free`; freeing NULL does nothing. A result is one arena: a single
 * call gives all of it back.
 *
 * # Threads
 *
 * An engine does not change after it is made, so any number of threads may
 * annotate with it at once. A result belongs to one thread at a time. The
 * library never aborts, exits, prints, reads the clock, the locale or a file.
 *
 * # Errors
 *
 * Every function that can fail returns a bp_status and fills a bp_error when
 * the caller gave one: a code, a sentence, and the place (in bytes, counted
 * from zero, of the input that is wrong). After any failure, memory included,
 * the engine can be used again.
 */
#ifndef BLUEPENCIL_H
#define BLUEPENCIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define BP_VERSION "0.1.0"

#if defined(__GNUC__)
#define BP_API __attribute__((visibility("default")))
#else
#define BP_API
#endif

/* ## Status and errors */

typedef enum bp_status {
    BP_OK = 0,
    BP_ERROR_MEMORY,    /* the allocator gave nothing */
    BP_ERROR_UTF8,      /* the text is not UTF-8; `at` is its first bad byte */
    BP_ERROR_TOO_LARGE, /* the text is over the limit; `at` is the limit, in bytes */
    BP_ERROR_OPTIONS,   /* an unknown option, a wrong type or value; the message names it */
    BP_ERROR_PATTERN,   /* a house pattern does not compile; `at` is the place in its regex */
    BP_ERROR_JSON,      /* options or house style are not JSON; `at` is the byte */
    BP_ERROR_DATA       /* the engine's own data are damaged, as after a broken download */
} bp_status;

typedef struct bp_error {
    bp_status code;
    size_t at;         /* bytes */
    char message[200]; /* a plain sentence, NUL-terminated */
} bp_error;

/* "memory", "utf8", "too-large", "options", "pattern", "json", "data"; "ok" for
 * BP_OK. */
BP_API const char *bp_status_name(bp_status status);

/* ## Memory
 *
 * All memory of an engine and its results comes from here. One function is the
 * whole contract: `resize(context, NULL, n)` allocates n bytes,
 * `resize(context, p, n)` moves p to a block of n, `resize(context, p, 0)`
 * releases p. It returns NULL when it has nothing to give. It may be called
 * from every thread that annotates. (Reading and writing JSON uses cJSON, whose
 * allocator is the process's own.) */
typedef struct bp_allocator {
    void *(*resize)(void *context, void *pointer, size_t size);
    void *context;
} bp_allocator;

/* ## Engine */

typedef struct bp_engine bp_engine;

typedef struct bp_engine_options {
    const bp_allocator *allocator; /* NULL: the C library's */
    size_t max_bytes;              /* longest text taken; 0: 64 MiB */
    const char *house;             /* a newsroom's own names, never-mark list and patterns: JSON, or NULL */
    size_t house_length;           /* bytes of `house` */
} bp_engine_options;

/* Makes an engine. `options` NULL means the defaults. House style is
 *
 *     { "names":    [ { "name": "Ama Nkrumah", "type": "person", "aliases": ["A. N."], "id": "p-17" } ],
 *       "ignore":   [ "Will" ],
 *       "patterns": [ { "type": "product", "regex": "\\bA3[0-9]{2}neo\\b" } ] }
 *
 * Fails with MEMORY, UTF8, JSON, OPTIONS, PATTERN or DATA. */
BP_API bp_status bp_engine_new(const bp_engine_options *options, bp_engine **engine, bp_error *error);
BP_API void bp_engine_free(bp_engine *engine);

/* ## Places in the text
 *
 * One place, counted three ways: bytes index the UTF-8 that came in, units
 * index a JavaScript string (UTF-16), points are what the W3C Web Annotation
 * model counts. Spans are half open. */
typedef struct bp_offset {
    uint32_t byte, unit, point;
} bp_offset;

typedef struct bp_span {
    bp_offset start, end;
} bp_span;

/* A borrowed string: not NUL-terminated, `at` may be NULL when `length` is 0. */
typedef struct bp_view {
    const char *at;
    size_t length; /* bytes */
} bp_view;

/* No index: an entity or speaker that there is none of. */
#define BP_NONE UINT32_MAX

/* ## What is found */

typedef enum bp_role {
    BP_BODY = 0,
    BP_HEADLINE,
    BP_STANDFIRST,
    BP_BYLINE,
    BP_DATELINE,
    BP_CAPTION,
    BP_FURNITURE
} bp_role;

typedef struct bp_block {
    bp_span span;
    bp_role role;
} bp_block;

typedef enum bp_entity_type {
    BP_PERSON = 0,
    BP_ORGANIZATION,
    BP_PLACE,
    BP_GROUP, /* nationalities, peoples, religions, followers of a party; languages */
    BP_EVENT,
    BP_WORK,
    BP_PRODUCT,
    BP_LAW,
    BP_MONEY, /* from here on by rule */
    BP_PERCENT,
    BP_QUANTITY,
    BP_EMAIL,
    BP_URL,
    BP_HANDLE,
    BP_ENTITY_TYPES
} bp_entity_type;

typedef enum bp_form {
    BP_NAME = 0, /* the name as it is */
    BP_SHORT,    /* a surname, a first part */
    BP_ACRONYM,
    BP_NOMINAL, /* a description, "the UN mission" for UNMIK */
    BP_PRONOUN  /* "he" or "she", where only one person can be meant */
} bp_form;

typedef struct bp_mention {
    bp_span span;
    bp_entity_type type;
    bp_form form;
    uint32_t entity; /* index among the entities; never BP_NONE in a result */
    float score;     /* 0 to 1: of those said with 0.9, nine in ten should be right */
    const char *why; /* which rule or model, in plain words */
} bp_mention;

typedef struct bp_place {
    bool known;        /* the rest means something only then */
    char country[3];   /* ISO 3166-1 alpha-2 */
    double latitude;   /* degrees, WGS 84 */
    double longitude;  /* degrees, WGS 84 */
    uint32_t geonames; /* GeoNames id, 0 when there is none */
} bp_place;

typedef struct bp_entity {
    bp_entity_type type;
    bp_view name;             /* the fullest form that the article uses */
    bp_view role;             /* "Prime Minister", or empty */
    bp_view house_id;         /* the newsroom's own id, or empty */
    const uint32_t *mentions; /* indexes among the mentions, in order of the text */
    uint32_t mention_count;
    bp_place place;
} bp_entity;

typedef enum bp_date_type { BP_DATE = 0, BP_TIME, BP_DURATION, BP_SET } bp_date_type;

typedef struct bp_date {
    bp_span span;
    bp_date_type type;
    const char *value; /* TIMEX3: "2019-05-31", "199", "P3D", "PAST_REF"; a range "1998/1999" */
    /* Both readings of "3/4/2019", `value` first, where neither the request nor the text tells
     * whether days or months come first; else NULL and NULL. */
    const char *alternatives[2];
    const char *mod;      /* "start", "approx", "more_than" ... or NULL */
    const char *quant;    /* of a set: "every", or NULL */
    const char *freq;     /* of a set: "2X", or NULL */
    const char *earliest; /* first and last day, "2019-05-31", or NULL where no calendar can draw it */
    const char *latest;
    float score;
    const char *why;
} bp_date;

typedef enum bp_quote_type {
    BP_DIRECT = 0, /* all in marks */
    BP_MIXED,      /* marked words inside a paraphrase */
    BP_INDIRECT    /* no marks */
} bp_quote_type;

typedef struct bp_quote {
    bp_span span; /* the envelope, marks included */
    bp_quote_type type;
    const bp_span *spans; /* the pieces, marks included; at least one */
    uint32_t span_count;
    bp_span content; /* of a mixed quotation the whole clause; else like `span` */
    bool has_speaker;
    bp_span speaker;         /* the words that name the speaker */
    uint32_t speaker_entity; /* BP_NONE when those words are no known entity */
    bp_view speaker_name;    /* the entity's name, else the words themselves */
    bool has_cue;
    bp_span cue; /* "said", "according to" */
    float score;
    const char *why;
} bp_quote;

typedef enum bp_reference_source {
    BP_REFERENCE_NONE = 0, /* relative dates stay symbolic */
    BP_REFERENCE_OPTION,
    BP_REFERENCE_TEXT /* "Published: ...", a dateline, a full date at the top */
} bp_reference_source;

typedef struct bp_reference {
    bp_reference_source source;
    const char *date; /* "2019-05-31", or NULL */
} bp_reference;

/* ## Annotating */

/* Is 3/4/2019 the third of April or the fourth of March? */
typedef enum bp_day_order {
    BP_ORDER_OF_TEXT = 0, /* as the text's other dates tell, else both: see bp_date's alternatives */
    BP_DAY_FIRST,
    BP_MONTH_FIRST
} bp_day_order;

typedef enum bp_offset_unit { BP_UTF16 = 0, BP_UTF8, BP_CODE_POINT } bp_offset_unit;

/* Which kinds are wanted: bit masks over the three type enums. */
typedef struct bp_kinds {
    uint32_t entities, dates, quotes;
    bool chosen; /* false: everything, whatever the masks say */
} bp_kinds;

typedef struct bp_request {
    char date[32]; /* the article's day, "YYYY-MM-DD" (a time after it is allowed), or "" */
    /* The zone of the article's readers, "+05:30", "Z" or "": if `date` is a moment with a zone of its own
     * ("2019-05-31T20:30Z"), its day is taken in this zone. Nothing else hangs on it. */
    char zone[8];
    bp_day_order order;     /* of dates in figures */
    bp_kinds kinds;         /* what goes into the result */
    bool furniture;         /* mark navigation, newsletter boxes and the like, too */
    bp_offset_unit offsets; /* what bp_result_json counts in */
} bp_request;

typedef struct bp_result bp_result;

/* Marks one article of `length` bytes. `request` NULL means the defaults; an
 * empty text gives an empty result. Fails with MEMORY, UTF8, TOO_LARGE or
 * OPTIONS (a date that is no date). Time is linear in `length`. */
BP_API bp_status bp_annotate(const bp_engine *engine, const char *text, size_t length, const bp_request *request,
                             bp_result **result, bp_error *error);
BP_API void bp_result_free(bp_result *result);

/* ## Reading a result
 *
 * An index past the end gives NULL. */
BP_API bp_reference bp_result_reference(const bp_result *result);
BP_API size_t bp_block_count(const bp_result *result);
BP_API const bp_block *bp_block_at(const bp_result *result, size_t index);
BP_API size_t bp_entity_count(const bp_result *result);
BP_API const bp_entity *bp_entity_at(const bp_result *result, size_t index);
BP_API size_t bp_mention_count(const bp_result *result);
BP_API const bp_mention *bp_mention_at(const bp_result *result, size_t index);
BP_API size_t bp_date_count(const bp_result *result);
BP_API const bp_date *bp_date_at(const bp_result *result, size_t index);
BP_API size_t bp_quote_count(const bp_result *result);
BP_API const bp_quote *bp_quote_at(const bp_result *result, size_t index);
/* What went wrong without ending the call, a house pattern that ran wild for one. */
BP_API size_t bp_warning_count(const bp_result *result);
BP_API const char *bp_warning_at(const bp_result *result, size_t index);

/* The words of the JSON contract: "person", "name", "duration", "direct", "body". */
BP_API const char *bp_entity_type_name(bp_entity_type type);
BP_API const char *bp_form_name(bp_form form);
BP_API const char *bp_date_type_name(bp_date_type type);
BP_API const char *bp_quote_type_name(bp_quote_type type);
BP_API const char *bp_role_name(bp_role role);

/* ## JSON
 *
 * Both ways in and out of the same contract ("bluepencil/1"; web/schema.json
 * describes it). */

/* Reads {"date", "zone", "dayFirst", "types", "offsets", "furniture"} into a request. Fails with
 * JSON, OPTIONS or MEMORY. */
BP_API bp_status bp_request_from_json(const char *json, size_t length, bp_request *request, bp_error *error);

/* Reads {"house", "maxBytes"} and makes an engine of it; `allocator` may be NULL. Fails as bp_engine_new does. */
BP_API bp_status bp_engine_from_json(const char *json, size_t length, const bp_allocator *allocator, bp_engine **engine,
                                     bp_error *error);

/* Writes the result as one line of JSON without a line end. `json` belongs to
 * the result and goes with it; a second call gives the same string. `length`
 * (bytes, without the NUL) may be NULL. Offsets count in the unit that the
 * request asked for. Fails with MEMORY. */
BP_API bp_status bp_result_json(bp_result *result, const char **json, size_t *length, bp_error *error);

/* Writes W3C Web Annotations: an array with one for each name (no descriptions
 * or pronouns), date and quotation, their targets by quotation and by position
 * in code points. `source` is the address of the text, NULL for
 * "urn:bluepencil:text". `json` belongs to the result and goes with it, or with
 * the next such call. Fails with MEMORY. */
BP_API bp_status bp_result_webannotation(bp_result *result, const char *source, const char **json, size_t *length,
                                         bp_error *error);

/* Writes {"error":{"code","message","at"}} into `buffer`, always with a NUL;
 * 512 bytes hold any. Returns the bytes written, without the NUL. */
BP_API size_t bp_error_json(const bp_error *error, char *buffer, size_t size);

#ifdef __cplusplus
}
#endif

#endif

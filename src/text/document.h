/* document.h - an article cut into blocks, sentences, tokens and words.
 *
 * The text stage fills this once; every later stage reads it and changes
 * nothing in it. All of it lies in one arena and goes with the call. */
#ifndef BP_DOCUMENT_H
#define BP_DOCUMENT_H

#include "arena.h"
#include "bluepencil.h"
#include "lexicon.h"

typedef enum bp_token_kind { BP_TOKEN_WORD = 0, BP_TOKEN_NUMBER, BP_TOKEN_PUNCTUATION, BP_TOKEN_SYMBOL } bp_token_kind;

/* How a token looks. */
enum {
    BP_CAPITALIZED = 1 << 0,  /* its first letter is a capital */
    BP_ALL_CAPITALS = 1 << 1, /* no small letter, at least one capital */
    BP_HAS_DIGIT = 1 << 2,
    BP_HAS_LETTER = 1 << 3,
    BP_INNER_CAPITAL = 1 << 4, /* a capital after a small letter: McCoy, iPhone */
    BP_ENDS_IN_STOP = 1 << 5,  /* an abbreviation that keeps its full stop: Mr. U.S. */
    BP_SPACE_BEFORE = 1 << 6,  /* white space stands before it, or it opens its block */
    BP_LINE_BEFORE = 1 << 7,   /* the white space holds a line end */
    BP_CLITIC = 1 << 8,        /* 's, 'll and so on, cut from the word before */
    BP_ADDRESS = 1 << 9        /* an e-mail address, a URL or an @handle in one piece */
};

typedef struct bp_token {
    bp_offset start, end;
    uint32_t word; /* index into the document's words */
    uint32_t sentence;
    uint16_t flags;
    uint8_t kind;
    uint8_t first; /* its first byte */
} bp_token;

/* A distinct lower-cased word of this article. */
typedef struct bp_word {
    bp_view lower;    /* soft hyphens dropped, typographic apostrophes straight */
    uint32_t hash;    /* bp_hash_bytes of `lower` */
    uint32_t folded;  /* the same without accents: bp_folded_hash */
    uint32_t count;   /* occurrences */
    uint32_t small;   /* of them, those that begin with a small letter */
    uint64_t classes; /* BP_WORDS_... */
    uint64_t hints;   /* BP_HINT_... */
} bp_word;

typedef struct bp_sentence {
    uint32_t first, end; /* tokens, half open */
    uint32_t block;
} bp_sentence;

/* The text's own picture of a block; the public one is made from it. */
typedef struct bp_paragraph {
    bp_span span; /* without white space at its ends */
    bp_role role;
    uint32_t first, end;              /* tokens, half open */
    uint32_t sentence, sentences_end; /* sentences, half open */
    uint32_t lines_before;            /* line ends between the block before and this one */
} bp_paragraph;

typedef struct bp_document {
    bp_arena *arena;
    const char *text;
    size_t length; /* bytes */
    BP_LIST(bp_paragraph) blocks;
    BP_LIST(bp_sentence) sentences;
    BP_LIST(bp_token) tokens;
    BP_LIST(bp_word) words;
    uint32_t *table; /* open addressing over words: index + 1 */
    uint32_t table_size;
    bool reads_furniture; /* are blocks of furniture marked, too? */
} bp_document;

/* Reads `text` (valid UTF-8, up to 4 GiB) into `document`. False: no memory.
 * Linear in the length. */
bool bp_document_read(bp_document *document, bp_arena *arena, const char *text, size_t length);

/* The steps of reading, in their order; each lives in its own file. */
bool bp_find_blocks(bp_document *document);
bool bp_find_tokens(bp_document *document);
bool bp_find_sentences(bp_document *document);
bool bp_find_roles(bp_document *document);

/* Where a byte of the text is, in all three counts. Logarithmic. `byte` must
 * be the start of a character, or the text's end. */
bp_offset bp_offset_of(const bp_document *document, size_t byte);
/* The span of tokens `first` to `end` (half open, at least one). */
bp_span bp_span_of(const bp_document *document, uint32_t first, uint32_t end);
/* The first token that ends after `byte`; the number of tokens if there is none. */
uint32_t bp_token_after(const bp_document *document, size_t byte);

static inline bp_view bp_token_text(const bp_document *document, uint32_t token)
{
    const bp_token *t = &document->tokens.items[token];
    return (bp_view){ document->text + t->start.byte, t->end.byte - t->start.byte };
}

static inline const bp_word *bp_token_word(const bp_document *document, uint32_t token)
{
    return &document->words.items[document->tokens.items[token].word];
}

static inline uint64_t bp_token_classes(const bp_document *document, uint32_t token)
{
    return bp_token_word(document, token)->classes;
}

static inline bool bp_token_has(const bp_document *document, uint32_t token, uint32_t flags)
{
    return (document->tokens.items[token].flags & flags) == flags;
}

/* Does the token stand at the head of its block? */
static inline bool bp_opens_block(const bp_document *document, uint32_t token)
{
    return document->blocks.items[document->sentences.items[document->tokens.items[token].sentence].block].first ==
           token;
}

/* Shall the stages mark what stands in this block? */
static inline bool bp_block_is_read(const bp_document *document, uint32_t block)
{
    return document->reads_furniture || document->blocks.items[block].role != BP_FURNITURE;
}

/* Is the token's word in one of the short lists? BP_HINT_... */
static inline bool bp_token_among(const bp_document *document, uint32_t token, uint64_t hints)
{
    return (bp_token_word(document, token)->hints & hints) != 0;
}

/* Is the token this word, whatever its case? `word` is lower case. */
bool bp_token_is(const bp_document *document, uint32_t token, const char *word);

/* The index of a lower-cased word, added if it is new; UINT32_MAX: no memory.
 * A new word keeps `lower` itself, or a copy of it if `copy` asks for one. */
uint32_t bp_word_add(bp_document *document, bp_view lower, bool copy);

#endif

/* pack.h - turns the readable language data into C, once, at build time.
 *
 *     pack SOURCE OUT      SOURCE is src/english, OUT takes the .c files
 *
 * A mistake in a data file ends the program with the file's name, the line and
 * what is wrong. This is a program, not the library: it may exit. */
#ifndef PACK_H
#define PACK_H

#include <stdint.h>
#include <stdio.h>

typedef struct pack_file {
    char *bytes; /* NUL-terminated */
    size_t length;
    const char *path;
} pack_file;

/* Reads SOURCE/name whole. */
pack_file pack_read(const char *source, const char *name);
/* Opens OUT/name for writing and writes a first line that says it is made. */
FILE *pack_open(const char *out, const char *name);
/* Closes it; a failed write ends the program. */
void pack_close(FILE *file);
/* Ends the program: file:line: message. */
_Noreturn void pack_fail(const pack_file *file, size_t at, const char *message);
/* Allocates zeroed memory or ends the program. */
void *pack_take(size_t size);

/* Of the words of a class, those that stand in a grammar's pattern (`plain`: its
 * text without groups' names): bit n for a word whose hash ends in n. */
uint64_t pack_wakes(const char *source, const char *class, const char *plain);

/* The parts, one data format each. */
void pack_words(const char *source, const char *out);
void pack_phrases(const char *source, const char *out);
void pack_folding(const char *source, const char *out);
void pack_grammars(const char *source, const char *out);
void pack_feasts(const char *source, const char *out);
void pack_clusters(const char *source, const char *out);
void pack_lists(const char *source, const char *out);
void pack_places(const char *source, const char *out);
void pack_divisions(const char *source, const char *out);
void pack_weights(const char *source, const char *out);

#endif

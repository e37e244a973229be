/* Texts made to be hard: long, and without the boundaries of prose. */
#ifndef FTEXT_BENCH_KINDS_H
#define FTEXT_BENCH_KINDS_H

#include <stddef.h>

/* Makes a text of that kind, as many bytes as asked for, cut at most a
** character short.  The caller frees it.  NULL for an unknown kind. */
char *kind_text(const char *name, size_t size, size_t *length);

/* The kinds' names in order; NULL behind the last. */
const char *kind_name(size_t position);

#endif

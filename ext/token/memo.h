/*
** What a connection remembers of the pieces it has counted.
**
** A memo has a table for each kind of lines (word.h), that grows with what it
** is given.  In front of the shorts' one is a small table that stays in the
** processor's nearest caches: an entry has one place in it, where the next one
** of that place takes over, so that it holds what is common just now.  All
** memos of a connection together never take more than
** FTEXT_MEMO_MOST bytes, also while one of them grows.  Where there is no
** memory a memo stays as it is, and counts are the same.
*/
#ifndef FTEXT_TOKEN_MEMO_H
#define FTEXT_TOKEN_MEMO_H

#include "token/word.h"

#include <stdbool.h>

enum {
  FTEXT_MEMO_MOST = 16 << 20,  /* bytes */
  FTEXT_MEMO_KEPT = 1 << 20,   /* of them, for the first tables of all memos */
  FTEXT_SHORT_FIRST_BITS = 10, /* 2^10 lines: 64 KiB */
  FTEXT_WORD_FIRST_BITS = 10,
  FTEXT_PHRASE_FIRST_BITS = 7,
  FTEXT_MEMO_EXPECTED_BITS = 15, /* at most, for one text: 2 MiB */
  FTEXT_FRONT_BITS = 13          /* 2^13 entries: 64 KiB */
};

/* A table of 2^bits lines of one kind. */
typedef struct ftext_memo_table {
  void *lines;  /* NULL: there are none yet */
  void *memory; /* what they lie in */
  unsigned bits;
  size_t lost; /* entries driven out of full lines since it has this size */
} ftext_memo_table;

typedef struct ftext_memo {
  ftext_memo_table front; /* shorts again: 2^FTEXT_FRONT_BITS entries */
  ftext_memo_table shorts;
  ftext_memo_table words;
  ftext_memo_table phrases[FTEXT_PHRASE_SIZES];
  size_t *used; /* bytes that all memos of the connection take */
} ftext_memo;

/* Makes a memo ready whose tables are zeros and whose `used` is set, for a text
** of so many bytes: for a long one its tables are at once as large as they will
** have to be.  False where there is no memory. */
bool ftext_memo_ready(ftext_memo *memo, size_t length);

/* Empties the tables. */
void ftext_memo_free(ftext_memo *memo);

/* Remembers a count in a memo that is ready, unless it is known already: of a
** word, the shorts among them apart, 1 to 15, of a phrase 1 to 126. */
void ftext_memo_add_short(ftext_memo *memo, uint64_t hash, unsigned count);
void ftext_memo_add_word(ftext_memo *memo, ftext_word word, unsigned count);
void ftext_memo_add_phrase(ftext_memo *memo, const uint64_t *part,
                           unsigned size, unsigned count);

/* The place in front for a short. */
static inline uint64_t *ftext_memo_front(const ftext_memo *memo,
                                         uint64_t hash) {
  return (uint64_t *)memo->front.lines + (hash >> (64 - FTEXT_FRONT_BITS));
}

/* Where a hash's line is, to be read as one of its table's kind. */
static inline void *ftext_memo_line(const ftext_memo_table *table,
                                    uint64_t hash) {
  return (ftext_line *)table->lines + (hash >> (64 - table->bits));
}

/* Where a hash's place is in a table of phrases of that size. */
static inline uint64_t *ftext_memo_place(const ftext_memo_table *table,
                                         uint64_t hash, unsigned size) {
  return (uint64_t *)table->lines +
         (hash >> (64 - table->bits + size)) *
             (FTEXT_PHRASE_WAYS * ftext_phrase_parts(size));
}

#endif

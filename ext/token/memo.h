/*
** What a connection remembers of the pieces it has counted.
**
** A memo has two tables, words and phrases (word.h), that grow with what
** they are given.  All memos of a connection together never take more than
** FTEXT_MEMO_MOST bytes, also while one of them grows.  Where there is no
** memory a memo stays as it is, and counts are the same.
*/
#ifndef FTEXT_TOKEN_MEMO_H
#define FTEXT_TOKEN_MEMO_H

#include "token/word.h"

#include <stdbool.h>

enum {
  FTEXT_MEMO_MOST = 16 << 20, /* bytes */
  FTEXT_WORD_FIRST_BITS = 11, /* 2^11 lines: 128 KiB */
  FTEXT_PHRASE_FIRST_BITS = 9
};

/* A table of 2^bits lines. */
typedef struct ftext_memo_table {
  ftext_line *lines; /* NULL: there are none yet */
  void *memory;      /* what they lie in */
  unsigned bits;
  size_t added; /* entries written since it has this size */
} ftext_memo_table;

typedef struct ftext_memo {
  ftext_memo_table words;
  ftext_memo_table phrases;
  size_t *used; /* bytes that all memos of the connection take */
} ftext_memo;

/* Makes a memo ready whose tables are zeros and whose `used` is set; false
** where there is no memory. */
bool ftext_memo_ready(ftext_memo *memo);

/* Empties the tables. */
void ftext_memo_free(ftext_memo *memo);

/* Remembers a count in a memo that is ready: of a word 1 to 15, of a phrase
** 1 to 30. */
void ftext_memo_add_word(ftext_memo *memo, ftext_word word, unsigned count);
void ftext_memo_add_phrase(ftext_memo *memo, const ftext_phrase *phrase,
                           unsigned count);

static inline ftext_line *ftext_memo_line(const ftext_memo_table *table,
                                          uint64_t hash) {
  return &table->lines[hash >> (64 - table->bits)];
}

/* The same line of a table of phrases. */
static inline ftext_phrase *ftext_memo_phrases(const ftext_memo_table *table,
                                               uint64_t hash) {
  return (ftext_phrase *)(void *)ftext_memo_line(table, hash);
}

#endif

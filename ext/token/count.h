/*
** Counting, the fast way: the same counts as ftext_token_count(), from
** pieces cut 64 bytes at a time and counted by looking them up.
**
** A memo remembers what words cost.  It belongs to one connection, grows
** with what it is given, never above FTEXT_MEMO_MOST bytes for each of the
** four vocabularies' counts together, and without it (no memory) counts are
** the same, only slower.  One variant of the loop is compiled for each
** kind of processor; which one runs is decided once, at run time.
*/
#ifndef FTEXT_TOKEN_COUNT_H
#define FTEXT_TOKEN_COUNT_H

#include "token/definition.h"
#include "token/word.h"

#include "base/memory.h"

enum {
  FTEXT_MEMO_FIRST_BITS = 11, /* 2^11 lines: 128 KiB */
  FTEXT_MEMO_LAST_BITS = 16   /* 2^16 lines: 4 MiB */
};

/* What one vocabulary's words cost. */
typedef struct ftext_memo {
  ftext_line *lines; /* on a cache line; NULL: there is none yet */
  void *memory;      /* what `lines` lies in */
  unsigned bits;     /* 2^bits lines */
  size_t words;      /* entries that were written */
} ftext_memo;

void ftext_memo_free(ftext_memo *memo);

/* Remembers a word's count, 1 to 15, in a memo with lines. */
void ftext_memo_add(ftext_memo *memo, ftext_word word, unsigned count);

/* As ftext_token_count().  Start with a memo of zeros; one memo serves one
** encoding, or encodings with the same vocabulary and limit. */
ftext_status ftext_count(const ftext_encoding *encoding, ftext_memo *memo,
                         ftext_text text, uint64_t limit, uint64_t *count);

/* A variant of the counting loop; the memo has lines. */
typedef ftext_status ftext_count_loop(const ftext_encoding *encoding,
                                      ftext_memo *memo, ftext_text text,
                                      uint64_t limit, uint64_t *count);

ftext_count_loop ftext_count_plain;
ftext_count_loop ftext_count_avx2; /* x86-64 with AVX2 and BMI */

#endif

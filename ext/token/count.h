/*
** Counting, the fast way: the same counts as ftext_token_count(), from
** pieces cut 64 bytes at a time and counted by looking them up in the memo of
** a connection.  The loop is compiled in variants for kinds of processors;
** which one runs is decided at run time, see base/processor.h.
*/
#ifndef FTEXT_TOKEN_COUNT_H
#define FTEXT_TOKEN_COUNT_H

#include "base/memory.h"
#include "token/definition.h"
#include "token/memo.h"

/* As ftext_token_count().  One memo serves encodings whose `memo` is the
** same number. */
ftext_status ftext_count(const ftext_encoding *encoding, ftext_memo *memo,
                         ftext_text text, uint64_t limit, uint64_t *count);

/* A variant of the counting loop; the memo is ready. */
typedef ftext_status ftext_count_loop(const ftext_encoding *encoding,
                                      ftext_memo *memo, ftext_text text,
                                      uint64_t limit, uint64_t *count);

ftext_count_loop ftext_count_plain;
ftext_count_loop ftext_count_avx2;
ftext_count_loop ftext_count_avx512;
ftext_count_loop ftext_count_neon;

typedef struct ftext_count_variant {
  const char *name;
  bool (*runs)(void); /* on this processor */
  ftext_count_loop *loop;
} ftext_count_variant;

/* The variants, the fastest first; NULL behind the last, which runs
** everywhere. */
const ftext_count_variant *ftext_count_variant_at(size_t position);

#endif

/*
** A rank file's tokens, as the host tool works with them.
**
** Rank files are read strictly: one token a line, base64, one space, the
** rank; ranks from 0 without a gap, no token twice, none empty or longer
** than FTEXT_LONGEST_TOKEN.  Anything else stops the build and names the
** line.
*/
#ifndef FTEXT_VOCABULARY_RANKS_H
#define FTEXT_VOCABULARY_RANKS_H

#include "token/image.h"

enum {
  MOST_TOKENS = FTEXT_NO_ID,
  INDEX_SIZE = 1 << 20, /* sparse, so that probes are short */
};

typedef struct vocabulary {
  const char *name;
  uint32_t size;   /* ids: the largest plus one */
  uint32_t shared; /* ids below are those of every encoding of the image */
  uint8_t *bytes;
  uint32_t offset[MOST_TOKENS + 1];
  uint64_t split[MOST_TOKENS]; /* the pair that each token merges from */
  uint32_t index[INDEX_SIZE];  /* open addressing by bytes: id + 1, 0 free */
} vocabulary;

void read_ranks(vocabulary *words, const char *folder, const char *file_name);

/* p50k_base is r50k_base and the runs of 2 to 25 spaces as ids 50257 to
** 50280; 50256 is a special token. */
void add_runs_of_spaces(vocabulary *words);

uint32_t token_length(const vocabulary *words, uint32_t id);

/* The token with these bytes, or FTEXT_NONE. */
uint32_t find_token(vocabulary *words, const uint8_t *bytes, size_t length);

/* Fills `split`, by merging each token's bytes. */
void find_splits(vocabulary *words);

#endif

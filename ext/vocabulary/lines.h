/*
** Tables of cache lines: pairs of tokens, and tokens as words.  Lookups:
** ext/token/pair.h and ext/token/word.h.
*/
#ifndef FTEXT_VOCABULARY_LINES_H
#define FTEXT_VOCABULARY_LINES_H

#include "token/pair.h"
#include "token/word.h"
#include "vocabulary/ranks.h"

/* 2^bits lines, and as many displacements. */
typedef struct pair_table {
  uint32_t bits;
  ftext_pair_line *line;
  uint16_t *displacement;
} pair_table;

/* The merges in words->split; stops the build where they cannot be seated. */
void build_pairs(pair_table *out, const vocabulary *words);

/* Tokens as words, shorts apart from the others. */
typedef struct word_table {
  uint32_t short_bits;
  ftext_short_line *shorts;
  uint32_t bits;
  ftext_line *lines;
} word_table;

/* In the order of ranks, so that what a full line leaves out is rare; up to
** the ids that only some of the image's encodings have. */
void build_words(word_table *out, const vocabulary *words);

#endif

/*
** Merging a few bytes by the definition: up to 64, all of it on the stack.
**
** A position's key is the rank of the pair that begins there, and the
** position below it: the smallest key is the merge that comes next.  Bytes
** that were merged into the token before them are no longer live; nothing
** is ever moved.
**
** The merges of one piece wait for each other, and each for a line of memory;
** those of different pieces do not.  So several are merged side by side: all
** take one step, ask for the lines that their next step needs, and only then
** take the next one.  Inline, for it is compiled with each processor variant.
*/
#ifndef FTEXT_TOKEN_MERGE_FEW_H
#define FTEXT_TOKEN_MERGE_FEW_H

#include "token/vocabulary.h"

#include <assert.h>
#include <stdbool.h>

#ifdef __AVX2__
#include <immintrin.h>
#endif

enum {
  FTEXT_MERGE_FEW = 64, /* bytes of a piece */
  FTEXT_POSITION_BITS = 6,
  FTEXT_MERGE_WIDTH = 16, /* keys looked at together */
  FTEXT_MERGE_SIDES = 16  /* pieces side by side */
};

/* One piece on its way; where a neighbour of the last merge is missing, its
** position is that of the merge. */
typedef struct ftext_merging {
  _Alignas(64) uint32_t keys[FTEXT_MERGE_FEW];
  uint32_t ids[FTEXT_MERGE_FEW]; /* of the tokens, where they begin */
  uint64_t live;                 /* positions that begin a token */
  const ftext_pair_line *left_line;
  const ftext_pair_line *right_line;
  unsigned width; /* keys that are set, in sixteens */
  unsigned at;    /* where the last merge was */
  unsigned left;  /* the tokens beside it */
  unsigned right;
} ftext_merging;

/* The token of the two bytes at `text`, or FTEXT_NONE. */
static inline uint32_t ftext_joined(const ftext_vocabulary *words,
                                    const uint8_t *text) {
  uint32_t id = words->joined[text[0] << 8 | text[1]];

  return id < words->limit ? id : FTEXT_NONE;
}

/* Without a branch, since whether there is a merge cannot be foreseen. */
static inline uint32_t ftext_merge_key(uint32_t rank, unsigned at) {
  return (rank << FTEXT_POSITION_BITS | at) | (0u - (rank == FTEXT_NONE));
}

/* The smallest of the first `width` keys.  Sixteen at a time: most pieces
** have no more, and a loop's end that differs from piece to piece would be
** guessed wrong. */
static inline uint32_t ftext_merge_next(const uint32_t *keys, unsigned width) {
#ifdef __AVX2__
  const __m256i *eight = (const void *)keys;
  __m256i least =
      _mm256_min_epu32(_mm256_load_si256(eight), _mm256_load_si256(eight + 1));
  __m128i half;
  unsigned i;

  for (i = FTEXT_MERGE_WIDTH; i < width; i += FTEXT_MERGE_WIDTH) {
    eight += 2;
    least = _mm256_min_epu32(least, _mm256_load_si256(eight));
    least = _mm256_min_epu32(least, _mm256_load_si256(eight + 1));
  }
  half = _mm_min_epu32(_mm256_castsi256_si128(least),
                       _mm256_extracti128_si256(least, 1));
  half = _mm_min_epu32(half, _mm_shuffle_epi32(half, 0x4E));
  half = _mm_min_epu32(half, _mm_shuffle_epi32(half, 0xB1));
  return (uint32_t)_mm_cvtsi128_si32(half);
#elif defined(FTEXT_NEON)
  uint32x4_t least = vdupq_n_u32(FTEXT_NONE);
  unsigned i;

  for (i = 0; i < width; i += FTEXT_MERGE_WIDTH, keys += FTEXT_MERGE_WIDTH) {
    least = vminq_u32(
        least, vminq_u32(vminq_u32(vld1q_u32(keys), vld1q_u32(keys + 4)),
                         vminq_u32(vld1q_u32(keys + 8), vld1q_u32(keys + 12))));
  }
  return vminvq_u32(least);
#else
  uint32_t least = keys[0];
  unsigned i;

  for (i = 1; i < width; i++) {
    least = keys[i] < least ? keys[i] : least;
  }
  return least;
#endif
}

/* Begins with 1 to FTEXT_MERGE_FEW bytes. */
static inline void ftext_merging_start(const ftext_vocabulary *words,
                                       const uint8_t *bytes, size_t length,
                                       ftext_merging *state) {
  size_t i;

  assert(length >= 1 && length <= FTEXT_MERGE_FEW);
  for (i = 0; i + 1 < length; i++) {
    state->ids[i] = words->byte[bytes[i]];
    state->keys[i] =
        ftext_merge_key(ftext_joined(words, bytes + i), (unsigned)i);
  }
  state->ids[i] = words->byte[bytes[i]];
  state->keys[i++] = FTEXT_NONE;
  for (; i % FTEXT_MERGE_WIDTH != 0; i++) {
    state->keys[i] = FTEXT_NONE;
  }
  state->width = (unsigned)i;
  state->live = ~0ull >> (64 - length);
}

/* Merges the next pair and asks for what its neighbours need; false where
** there is no pair. */
static inline bool ftext_merging_step(const ftext_vocabulary *words,
                                      ftext_merging *state) {
  uint32_t next = ftext_merge_next(state->keys, state->width);
  uint32_t id = next >> FTEXT_POSITION_BITS;
  unsigned at = next % FTEXT_MERGE_FEW;
  uint64_t behind;
  uint64_t before;
  unsigned gone;

  if (next == FTEXT_NONE) {
    return false;
  }
  behind = state->live & (~1ull << at);
  gone = (unsigned)__builtin_ctzll(behind);
  behind &= behind - 1;
  before = state->live & ((1ull << at) - 1);
  state->live &= ~(1ull << gone);
  state->keys[gone] = FTEXT_NONE; /* this one is part of the token now */
  state->keys[at] = FTEXT_NONE;
  state->ids[at] = id;
  state->at = at;
  state->right = behind != 0 ? (unsigned)__builtin_ctzll(behind) : at;
  state->left = before != 0 ? 63 - (unsigned)__builtin_clzll(before) : at;
  state->right_line =
      ftext_vocabulary_pair(words, id, state->ids[state->right]);
  state->left_line = ftext_vocabulary_pair(words, state->ids[state->left], id);
  __builtin_prefetch(state->right_line);
  __builtin_prefetch(state->left_line);
  return true;
}

/* The neighbours' keys, now that the lines are there: the left one's first,
** which is in the right one's place where it is missing. */
static inline void ftext_merging_look(const ftext_vocabulary *words,
                                      ftext_merging *state) {
  uint32_t id = state->ids[state->at];
  uint32_t left = ftext_vocabulary_merged(words, state->left_line,
                                          state->ids[state->left], id);
  uint32_t right = ftext_vocabulary_merged(words, state->right_line, id,
                                           state->ids[state->right]);

  state->keys[state->left] = ftext_merge_key(left, state->left);
  right |= 0u - (state->right == state->at);
  state->keys[state->at] = ftext_merge_key(right, state->at);
}

/* Merges what was begun in the first `count` states, at most
** FTEXT_MERGE_SIDES, to the end. */
static inline void ftext_merge_sides(const ftext_vocabulary *words,
                                     ftext_merging *states, size_t count) {
  uint8_t active[FTEXT_MERGE_SIDES];
  size_t kept;
  size_t i;

  for (i = 0; i < count; i++) {
    active[i] = (uint8_t)i;
  }
  while (count > 0) {
    kept = 0;
    for (i = 0; i < count; i++) {
      active[kept] = active[i];
      kept += ftext_merging_step(words, &states[active[i]]);
    }
    count = kept;
    for (i = 0; i < count; i++) {
      ftext_merging_look(words, &states[active[i]]);
    }
  }
}

/* One piece alone, with the tokens one behind the other in ids; how many. */
static inline size_t ftext_merge_few(const ftext_vocabulary *words,
                                     const uint8_t *text, size_t length,
                                     uint32_t ids[FTEXT_MERGE_FEW]) {
  ftext_merging state;
  uint64_t live;
  size_t count = 0;

  ftext_merging_start(words, text, length, &state);
  ftext_merge_sides(words, &state, 1);
  for (live = state.live; live != 0; live &= live - 1) {
    ids[count++] = state.ids[__builtin_ctzll(live)];
  }
  return count;
}

#endif

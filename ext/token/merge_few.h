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

/* One piece on its way.  Position p has keys[FTEXT_MERGE_WIDTH + p] and
** ids[1 + p]: a neighbour that is missing, before the first position or behind
** the last one, has a place as well, and FTEXT_NO_ID there. */
typedef struct ftext_merging {
  _Alignas(64) uint32_t keys[FTEXT_MERGE_WIDTH + FTEXT_MERGE_FEW];
  uint64_t live;       /* positions that begin a token */
  uint64_t left_pair;  /* of the last merge's token and the one before it */
  uint64_t right_pair; /* and the one behind it */
  const ftext_pair_line *left_line;
  const ftext_pair_line *right_line;
  size_t at;      /* where the last merge was */
  size_t left;    /* where the token before it is, plus one */
  unsigned width; /* keys that are set, in sixteens */
  uint32_t ids[1 + FTEXT_MERGE_FEW + 1]; /* of the tokens, where they begin */
} ftext_merging;

/* Where there is no merge, or none to an id that counts, a key is at or above
** any that counts. */
static inline uint32_t ftext_merge_key(uint32_t id, size_t at) {
  return id << FTEXT_POSITION_BITS | (uint32_t)at;
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

/* What is the same for each piece of so many bytes. */
static inline void ftext_merging_init(ftext_merging *state, size_t length,
                                      size_t width) {
  assert(length >= 1 && length <= width && width <= FTEXT_MERGE_FEW);
  state->width = (unsigned)width;
  state->live = ~0ull >> (64 - length);
  state->ids[0] = FTEXT_NO_ID;
  state->ids[1 + FTEXT_MERGE_FEW] = FTEXT_NO_ID;
}

/* Begins with 1 to FTEXT_MERGE_FEW bytes. */
static inline void ftext_merging_start(const ftext_vocabulary *words,
                                       const uint8_t *bytes, size_t length,
                                       ftext_merging *state) {
  size_t i;

  for (i = 0; i + 1 < length; i++) {
    state->ids[1 + i] = words->byte[bytes[i]];
    state->keys[FTEXT_MERGE_WIDTH + i] =
        ftext_merge_key(words->joined[bytes[i] << 8 | bytes[i + 1]], i);
  }
  state->ids[1 + i] = words->byte[bytes[i]];
  state->keys[FTEXT_MERGE_WIDTH + i++] = FTEXT_NONE;
  for (; i % FTEXT_MERGE_WIDTH != 0; i++) {
    state->keys[FTEXT_MERGE_WIDTH + i] = FTEXT_NONE;
  }
  ftext_merging_init(state, length, i);
}

/* The same with the first `length` of `size` bytes, FTEXT_MERGE_WIDTH at most:
** looking at all of them costs less than guessing the length wrong. */
static inline void ftext_merging_start_word(const ftext_vocabulary *words,
                                            const uint8_t *bytes, size_t length,
                                            size_t size, ftext_merging *state) {
  size_t i;

#pragma GCC unroll 16
  for (i = 0; i + 1 < size; i++) {
    state->ids[1 + i] = words->byte[bytes[i]];
    state->keys[FTEXT_MERGE_WIDTH + i] =
        ftext_merge_key(words->joined[bytes[i] << 8 | bytes[i + 1]], i) |
        (0u - (i + 1 >= length));
  }
  state->ids[1 + i] = words->byte[bytes[i]];
  for (; i < FTEXT_MERGE_WIDTH; i++) {
    state->keys[FTEXT_MERGE_WIDTH + i] = FTEXT_NONE;
  }
  ftext_merging_init(state, length, FTEXT_MERGE_WIDTH);
}

/* Merges the next pair and asks for what its neighbours need; false where
** there is no pair. */
static inline bool ftext_merging_step(const ftext_vocabulary *words,
                                      ftext_merging *state) {
  uint32_t next =
      ftext_merge_next(state->keys + FTEXT_MERGE_WIDTH, state->width);
  uint32_t id = next >> FTEXT_POSITION_BITS;
  size_t at = next % FTEXT_MERGE_FEW;
  uint64_t behind;
  uint64_t before;
  size_t gone;
  size_t right;

  if (id >= words->limit) {
    return false;
  }
  behind = state->live & (~1ull << at);
  before = state->live & ((1ull << at) - 1);
  gone = (size_t)__builtin_ctzll(behind);
  behind &= behind - 1;
  right = behind != 0 ? (size_t)__builtin_ctzll(behind) : FTEXT_MERGE_FEW;
  state->live &= ~(1ull << gone);
  state->keys[FTEXT_MERGE_WIDTH + gone] = FTEXT_NONE; /* it has no token now */
  state->ids[1 + at] = id;
  state->at = at;
  state->left = 63 ^ (size_t)__builtin_clzll(before << 1 | 1);
  state->right_pair = ftext_pair(id, state->ids[1 + right]);
  state->left_pair = ftext_pair(state->ids[state->left], id);
  state->right_line = ftext_vocabulary_pair(words, state->right_pair);
  state->left_line = ftext_vocabulary_pair(words, state->left_pair);
  __builtin_prefetch(state->right_line);
  __builtin_prefetch(state->left_line);
  return true;
}

/* The neighbours' keys, now that the lines are there. */
static inline void ftext_merging_look(ftext_merging *state) {
  uint32_t left = ftext_pair_find(state->left_line, state->left_pair);
  uint32_t right = ftext_pair_find(state->right_line, state->right_pair);

  state->keys[FTEXT_MERGE_WIDTH - 1 + state->left] =
      ftext_merge_key(left, state->left - 1);
  state->keys[FTEXT_MERGE_WIDTH + state->at] =
      ftext_merge_key(right, state->at);
}

/* Takes one step in each of the first `count` of the sides, which name states.
** Those that are done go behind the others; how many are not done. */
static inline size_t ftext_merge_round(const ftext_vocabulary *words,
                                       ftext_merging *states, uint8_t *sides,
                                       size_t count) {
  size_t kept = 0;
  uint8_t side;
  size_t i;

  for (i = 0; i < count; i++) {
    side = sides[i];
    sides[i] = sides[kept];
    sides[kept] = side;
    kept += ftext_merging_step(words, &states[side]);
  }
  for (i = 0; i < kept; i++) {
    ftext_merging_look(&states[sides[i]]);
  }
  return kept;
}

/* One piece alone, with the tokens one behind the other in ids; how many. */
static inline size_t ftext_merge_few(const ftext_vocabulary *words,
                                     const uint8_t *text, size_t length,
                                     uint32_t ids[FTEXT_MERGE_FEW]) {
  ftext_merging state;
  uint8_t side = 0;
  uint64_t live;
  size_t count = 0;

  ftext_merging_start(words, text, length, &state);
  while (ftext_merge_round(words, &state, &side, 1) > 0) {
  }
  for (live = state.live; live != 0; live &= live - 1) {
    ids[count++] = state.ids[1 + __builtin_ctzll(live)];
  }
  return count;
}

#endif

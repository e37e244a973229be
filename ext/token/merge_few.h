/*
** Merging a few bytes by the definition, all of it on the stack.
**
** A position's key is the rank of the pair that begins there, and the
** position below it: the smallest key is the merge that comes next.  Bytes
** that were merged into the token before them are no longer live; nothing
** is ever moved.  Inline, for it is compiled with each processor variant.
*/
#ifndef FTEXT_TOKEN_MERGE_FEW_H
#define FTEXT_TOKEN_MERGE_FEW_H

#include "token/vocabulary.h"

#include <assert.h>

#ifdef __AVX2__
#include <immintrin.h>
#endif

enum { FTEXT_MERGE_FEW = 64, FTEXT_POSITION_BITS = 6 };

/* The token of the two bytes at `text`, or FTEXT_NONE. */
static inline uint32_t ftext_joined(const ftext_vocabulary *words,
                                    const uint8_t *text) {
  uint32_t id = words->joined[text[0] << 8 | text[1]];

  return id < words->limit ? id : FTEXT_NONE;
}

static inline uint32_t ftext_merge_key(uint32_t rank, unsigned at) {
  return rank == FTEXT_NONE ? FTEXT_NONE : rank << FTEXT_POSITION_BITS | at;
}

/* The smallest of the keys; behind `count` FTEXT_NONE up to a multiple of
** eight. */
static inline uint32_t ftext_merge_next(const uint32_t *keys, size_t count) {
#ifdef __AVX2__
  __m256i least = _mm256_loadu_si256((const void *)keys);
  __m128i half;
  size_t i;

  for (i = 8; i < count; i += 8) {
    least =
        _mm256_min_epu32(least, _mm256_loadu_si256((const void *)(keys + i)));
  }
  half = _mm_min_epu32(_mm256_castsi256_si128(least),
                       _mm256_extracti128_si256(least, 1));
  half = _mm_min_epu32(half, _mm_shuffle_epi32(half, 0x4E));
  half = _mm_min_epu32(half, _mm_shuffle_epi32(half, 0xB1));
  return (uint32_t)_mm_cvtsi128_si32(half);
#else
  uint32_t least = keys[0];
  size_t i;

  for (i = 1; i < count; i++) {
    least = keys[i] < least ? keys[i] : least;
  }
  return least;
#endif
}

/* Merges 1 to FTEXT_MERGE_FEW bytes; returns which positions begin a token,
** whose id stands in ids at that position. */
static inline uint64_t ftext_merge_live(const ftext_vocabulary *words,
                                        const uint8_t *text, size_t length,
                                        uint32_t ids[FTEXT_MERGE_FEW]) {
  uint32_t keys[FTEXT_MERGE_FEW];
  uint64_t live;
  uint64_t others;
  uint32_t next;
  unsigned at;
  unsigned near;
  size_t i;

  assert(length >= 1 && length <= FTEXT_MERGE_FEW);
  live = ~0ull >> (64 - length);
  for (i = 0; i < length; i++) {
    ids[i] = words->byte[text[i]];
    keys[i] = i + 1 < length
                  ? ftext_merge_key(ftext_joined(words, text + i), (unsigned)i)
                  : FTEXT_NONE;
  }
  for (; i % 8 != 0; i++) {
    keys[i] = FTEXT_NONE;
  }
  while ((next = ftext_merge_next(keys, length)) != FTEXT_NONE) {
    at = next % FTEXT_MERGE_FEW;
    ids[at] = next >> FTEXT_POSITION_BITS;
    others = live & (~1ull << at); /* behind it */
    near = (unsigned)__builtin_ctzll(others);
    keys[near] = FTEXT_NONE; /* this one is part of the token now */
    live &= ~(1ull << near);
    others &= others - 1;
    keys[at] = FTEXT_NONE;
    if (others != 0) {
      near = (unsigned)__builtin_ctzll(others);
      keys[at] = ftext_merge_key(
          ftext_vocabulary_merge(words, ids[at], ids[near]), at);
    }
    others = live & ((1ull << at) - 1); /* before it */
    if (others != 0) {
      near = 63 - (unsigned)__builtin_clzll(others);
      keys[near] = ftext_merge_key(
          ftext_vocabulary_merge(words, ids[near], ids[at]), near);
    }
  }
  return live;
}

/* The same with the tokens one behind the other in ids; how many. */
static inline size_t ftext_merge_few(const ftext_vocabulary *words,
                                     const uint8_t *text, size_t length,
                                     uint32_t ids[FTEXT_MERGE_FEW]) {
  uint64_t live = ftext_merge_live(words, text, length, ids);
  size_t count = 0;

  for (; live != 0; live &= live - 1) {
    ids[count++] = ids[__builtin_ctzll(live)];
  }
  return count;
}

#endif

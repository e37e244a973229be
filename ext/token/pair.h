/*
** Pairs of tokens: which token they merge to, in one look at one cache line.
**
** A pair's hash names a bucket, the bucket's displacement the line.  The host
** tool chooses displacements so that no line has more than eight pairs, and
** an entry holds the whole pair; so a line that does not know a pair proves
** that there is none.
**
**     entry  left id << 36 | right id << 18 | merged id
*/
#ifndef FTEXT_TOKEN_PAIR_H
#define FTEXT_TOKEN_PAIR_H

#include "token/image.h"
#include "token/neon.h"

#ifdef __AVX2__
#include <immintrin.h>
#endif

enum { FTEXT_PAIR_WAYS = 8 };

#define FTEXT_PAIR_FREE UINT64_MAX

typedef struct ftext_pair_line {
  uint64_t entry[FTEXT_PAIR_WAYS];
} ftext_pair_line;

/* The tokens of this pair as one number. */
static inline uint64_t ftext_pair(uint32_t left, uint32_t right) {
  return (uint64_t)left << FTEXT_ID_BITS | right;
}

static inline uint64_t ftext_pair_hash(uint64_t pair) {
  return pair * FTEXT_MIX_1;
}

/* The bucket of this hash, among 2^(64 - shift). */
static inline uint64_t ftext_pair_bucket(uint64_t hash, uint32_t shift) {
  return hash >> shift;
}

/* The line, among 2^(64 - shift), of this hash in a bucket of this
** displacement. */
static inline uint64_t ftext_pair_place(uint64_t hash, uint64_t displacement,
                                        uint32_t shift) {
  return (hash >> 24 ^ displacement) & ~0ull >> shift;
}

/* What the line's entry for the pair says, or FTEXT_NONE. */
static inline uint32_t ftext_pair_find(const ftext_pair_line *line,
                                       uint64_t pair) {
#if defined(__AVX512F__)
  __m512i apart =
      _mm512_xor_si512(_mm512_load_si512((const void *)line),
                       _mm512_set1_epi64((long long)(pair << FTEXT_ID_BITS)));
  __mmask8 ways =
      _mm512_cmple_epu64_mask(apart, _mm512_set1_epi64(FTEXT_ID_MASK));

  /* What stays where no way is compressed is FTEXT_NONE. */
  return (uint32_t)_mm_cvtsi128_si32(_mm512_castsi512_si128(
      _mm512_mask_compress_epi64(_mm512_set1_epi64(-1), ways, apart)));
#elif defined(__AVX2__)
  __m256i wanted = _mm256_set1_epi64x((long long)pair);
  __m256i first = _mm256_load_si256((const void *)line->entry);
  __m256i second = _mm256_load_si256((const void *)(line->entry + 4));
  int ways = _mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpeq_epi64(
                 _mm256_srli_epi64(first, FTEXT_ID_BITS), wanted))) |
             _mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpeq_epi64(
                 _mm256_srli_epi64(second, FTEXT_ID_BITS), wanted)))
                 << 4;

  return ways == 0 ? FTEXT_NONE
                   : (uint32_t)line->entry[__builtin_ctz((unsigned)ways)] &
                         FTEXT_ID_MASK;
#elif defined(FTEXT_NEON)
  uint32_t apart = ftext_neon_least(line->entry, pair << FTEXT_ID_BITS);

  return apart <= FTEXT_ID_MASK ? apart : FTEXT_NONE;
#else
  uint64_t apart;
  uint32_t id = FTEXT_NONE;
  int i;

  for (i = 0; i < FTEXT_PAIR_WAYS; i++) {
    apart = line->entry[i] ^ pair << FTEXT_ID_BITS;
    id = apart <= FTEXT_ID_MASK ? (uint32_t)apart : id;
  }
  return id;
#endif
}

#endif

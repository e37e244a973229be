/*
** Words: short pieces as fixed-size keys, and tables that know their counts.
**
** A word is a piece of at most 15 bytes.  A table is made of lines, each one
** cache line; a word's hash says which line can have it.  There are three
** kinds of lines, for what can be told apart in 8, 16 and 32 bytes:
**
** Shorts are words of at most 8 bytes whose last byte is not NUL, so that
** their bytes, zero-padded, are a number of their own each.  Multiplied with
** an odd number that number is their hash, which loses nothing: the line
** knows the hash's top bits by its place, and an entry holds the others.
**
**     line   entry[0] ... entry[7]
**     entry  hash << bits, and in the low bits the count of tokens
**
** A free entry is FTEXT_SHORT_FREE, which no hash and count make.
**
** Other words have their bytes, zero-padded, and their length as the key.
** An entry is a key whose top four bits hold the count:
**
**     line   low[0] low[1] low[2] low[3] high[0] high[1] high[2] high[3]
**     low    bytes 0 to 7
**     high   bytes 8 to 14, then count << 4 | length
**
** An entry of zeros is free, since no word has length 0.  Shorts and words
** are laid out alike in the constant dictionaries of a vocabulary image
** (every token of at most 15 bytes, count 1) and in a connection's memo.
**
** Phrases are longer pieces, of at most 126 bytes, kept in a memo alone, those
** of up to 30, 62 and 126 bytes apart: the bytes, zero-padded, the length, and
** in an entry's last byte the count; two entries to a place.
*/
#ifndef FTEXT_TOKEN_WORD_H
#define FTEXT_TOKEN_WORD_H

#include <stddef.h>
#include <stdint.h>

#ifdef __AVX2__
#include <immintrin.h>
#endif

#include "token/neon.h"

enum {
  FTEXT_SHORT_MOST = 8,   /* bytes of a short */
  FTEXT_SHORT_WAYS = 8,   /* entries of a line */
  FTEXT_SHORT_LIMIT = 16, /* counts are below it */
  FTEXT_WORD_MOST = 15,   /* bytes of a word */
  FTEXT_LINE_WAYS = 4,    /* entries of a line */
  FTEXT_COUNT_SHIFT = 60
};

/* ---- shorts ----------------------------------------------------------- */

/* Odd, and its inverse modulo 2^64. */
#define FTEXT_SHORT_FACTOR  0x9E3779B97F4A7C15u
#define FTEXT_SHORT_INVERSE 0xF1DE83E19937733Du
#define FTEXT_SHORT_FREE    UINT64_MAX

typedef struct ftext_short_line {
  uint64_t entry[FTEXT_SHORT_WAYS];
} ftext_short_line;

static inline uint64_t ftext_short_hash(uint64_t bytes) {
  return bytes * FTEXT_SHORT_FACTOR;
}

/* The bytes that have this hash. */
static inline uint64_t ftext_short_bytes(uint64_t hash) {
  return hash * FTEXT_SHORT_INVERSE;
}

/* How many tokens the short has, 0 where the line, one of 2^bits, does not
** know it. */
static inline unsigned ftext_short_count(const ftext_short_line *line,
                                         uint64_t hash, unsigned bits) {
#if defined(__AVX512F__)
  __m512i apart =
      _mm512_xor_si512(_mm512_load_si512((const void *)line),
                       _mm512_set1_epi64((long long)(hash << bits)));
  __mmask8 ways =
      _mm512_cmplt_epu64_mask(apart, _mm512_set1_epi64(FTEXT_SHORT_LIMIT));

  return (unsigned)_mm_cvtsi128_si32(
      _mm512_castsi512_si128(_mm512_maskz_compress_epi64(ways, apart)));
#elif defined(__AVX2__)
  __m256i rest = _mm256_set1_epi64x((long long)(hash << bits));
  __m256i first =
      _mm256_xor_si256(_mm256_load_si256((const void *)line->entry), rest);
  __m256i second = _mm256_xor_si256(
      _mm256_load_si256((const void *)(line->entry + 4)), rest);
  __m256i none = _mm256_setzero_si256();
  __m256i count = _mm256_or_si256(
      _mm256_and_si256(first,
                       _mm256_cmpeq_epi64(_mm256_srli_epi64(first, 4), none)),
      _mm256_and_si256(second,
                       _mm256_cmpeq_epi64(_mm256_srli_epi64(second, 4), none)));
  __m128i half = _mm_or_si128(_mm256_castsi256_si128(count),
                              _mm256_extracti128_si256(count, 1));

  return (unsigned)(_mm_cvtsi128_si32(half) | _mm_extract_epi32(half, 2));
#elif defined(FTEXT_NEON)
  uint32_t apart = ftext_neon_least(line->entry, hash << bits);

  return apart < FTEXT_SHORT_LIMIT ? apart : 0;
#else
  uint64_t rest = hash << bits;
  uint64_t apart;
  unsigned count = 0;
  int i;

  for (i = 0; i < FTEXT_SHORT_WAYS; i++) {
    apart = line->entry[i] ^ rest;
    count |= apart < FTEXT_SHORT_LIMIT ? (unsigned)apart : 0;
  }
  return count;
#endif
}

/* ---- other words ------------------------------------------------------ */

#define FTEXT_WORD_MASK ((1ull << FTEXT_COUNT_SHIFT) - 1)

typedef struct ftext_word {
  uint64_t low;
  uint64_t high; /* the count's bits are zero */
} ftext_word;

typedef struct ftext_line {
  uint64_t low[FTEXT_LINE_WAYS];
  uint64_t high[FTEXT_LINE_WAYS];
} ftext_line;

static inline size_t ftext_word_length(ftext_word word) {
  return word.high >> 56;
}

/* The word's line among 2^bits is the top `bits` of its hash. */
static inline uint64_t ftext_word_hash(ftext_word word) {
  return word.low * 0x9E3779B97F4A7C15u ^ word.high * 0xC2B2AE3D27D4EB4Fu;
}

/* How many tokens the word has, 0 where the line does not know it. */
#ifdef __AVX2__
static inline unsigned ftext_line_count(const ftext_line *line,
                                        ftext_word word) {
  __m256i low = _mm256_load_si256((const void *)line->low);
  __m256i high = _mm256_load_si256((const void *)line->high);
  __m256i same = _mm256_and_si256(
      _mm256_cmpeq_epi64(low, _mm256_set1_epi64x((long long)word.low)),
      _mm256_cmpeq_epi64(
          _mm256_and_si256(high, _mm256_set1_epi64x(FTEXT_WORD_MASK)),
          _mm256_set1_epi64x((long long)word.high)));
  int ways = _mm256_movemask_pd(_mm256_castsi256_pd(same));

  return ways == 0 ? 0
                   : (unsigned)(line->high[__builtin_ctz((unsigned)ways)] >>
                                FTEXT_COUNT_SHIFT);
}
#elif defined(FTEXT_NEON)
/* The counts of two of the line's entries, 0 for one of another word. */
static inline uint64x2_t ftext_line_counts(const ftext_line *line, int at,
                                           ftext_word word) {
  uint64x2_t apart =
      veorq_u64(vld1q_u64(line->high + at), vdupq_n_u64(word.high));
  uint64x2_t same =
      vandq_u64(vceqq_u64(vld1q_u64(line->low + at), vdupq_n_u64(word.low)),
                vceqzq_u64(vshlq_n_u64(apart, 64 - FTEXT_COUNT_SHIFT)));

  return vandq_u64(vshrq_n_u64(apart, FTEXT_COUNT_SHIFT), same);
}

static inline unsigned ftext_line_count(const ftext_line *line,
                                        ftext_word word) {
  return (unsigned)vaddvq_u64(vorrq_u64(ftext_line_counts(line, 0, word),
                                        ftext_line_counts(line, 2, word)));
}
#else
static inline unsigned ftext_line_count(const ftext_line *line,
                                        ftext_word word) {
  unsigned count = 0;
  int i;

  for (i = 0; i < FTEXT_LINE_WAYS; i++) {
    if (line->low[i] == word.low &&
        (line->high[i] & FTEXT_WORD_MASK) == word.high) {
      count = (unsigned)(line->high[i] >> FTEXT_COUNT_SHIFT);
    }
  }
  return count;
}
#endif

/* ---- phrases ---------------------------------------------------------- */

enum {
  FTEXT_PHRASE_SIZES = 3,
  FTEXT_PHRASE_PARTS = 4, /* of the smallest size; then twice as many */
  FTEXT_PHRASE_MOST = 126,
  FTEXT_PHRASE_WAYS = 2
};

#define FTEXT_PHRASE_MASK ((1ull << 56) - 1)

/* Room for a key of any size. */
typedef struct ftext_phrase {
  uint64_t part[FTEXT_PHRASE_PARTS << (FTEXT_PHRASE_SIZES - 1)];
} ftext_phrase;

/* The size of keys for so many bytes, from 0. */
static inline unsigned ftext_phrase_size(size_t length) {
  return length <= 30 ? 0 : length <= 62 ? 1 : 2;
}

static inline size_t ftext_phrase_parts(unsigned size) {
  return (size_t)FTEXT_PHRASE_PARTS << size;
}

static inline uint64_t ftext_phrase_hash(const uint64_t *part, unsigned size) {
  size_t parts = ftext_phrase_parts(size);
  uint64_t hash = 0;
  uint64_t first;
  uint64_t second;
  size_t i;

  for (i = 0; i < parts; i += 4) {
    first = part[i] * 0x9E3779B97F4A7C15u ^ part[i + 1];
    second = part[i + 2] * 0xC2B2AE3D27D4EB4Fu ^ part[i + 3];
    hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15u ^
           (first ^ first >> 29) * 0x165667B19E3779F9u ^
           (second ^ second >> 31) * 0x27D4EB2F165667C5u;
  }
  return hash;
}

/* How many tokens the phrase has, 0 where the place does not know it. */
static inline unsigned ftext_phrase_count(const uint64_t *place,
                                          const uint64_t *part, unsigned size) {
  size_t last = ftext_phrase_parts(size) - 1;
  uint64_t apart;
  unsigned count = 0;
  size_t way;
  size_t i;

  for (way = 0; way < FTEXT_PHRASE_WAYS; way++, place += last + 1) {
    apart = (place[last] & FTEXT_PHRASE_MASK) ^ part[last];
    for (i = 0; i < last; i++) {
      apart |= place[i] ^ part[i];
    }
    count |= apart == 0 ? (unsigned)(place[last] >> 56) : 0;
  }
  return count;
}

#endif

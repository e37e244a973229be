/*
** Words: short pieces as fixed-size keys, and tables that know their counts.
**
** A word is a piece of at most 15 bytes.  Its key is those bytes, zero-
** padded, and its length; so equal keys are equal words, NUL bytes or not.
** A line is one cache line with four entries; an entry is a key whose top
** four bits hold the word's count of tokens:
**
**     line   low[0] low[1] low[2] low[3] high[0] high[1] high[2] high[3]
**     low    bytes 0 to 7
**     high   bytes 8 to 14, then count << 4 | length
**
** An entry of zeros is free, since no word has length 0.  The same layout
** serves the constant dictionary in a vocabulary image (every token of at
** most 15 bytes, count 1) and the memo of a connection.
**
** Phrases are the pieces of 16 to 30 bytes, kept in a memo alone: 30 bytes,
** the length, and in an entry's last byte the count; two entries a line.
*/
#ifndef FTEXT_TOKEN_WORD_H
#define FTEXT_TOKEN_WORD_H

#include <stddef.h>
#include <stdint.h>

#ifdef __AVX2__
#include <immintrin.h>
#endif

enum {
  FTEXT_WORD_MOST = 15, /* bytes of a word */
  FTEXT_LINE_WAYS = 4,  /* entries of a line */
  FTEXT_COUNT_SHIFT = 60
};

#define FTEXT_WORD_MASK ((1ull << FTEXT_COUNT_SHIFT) - 1)

typedef struct ftext_word {
  uint64_t low;
  uint64_t high; /* the count's bits are zero */
} ftext_word;

typedef struct ftext_line {
  uint64_t low[FTEXT_LINE_WAYS];
  uint64_t high[FTEXT_LINE_WAYS];
} ftext_line;

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

enum { FTEXT_PHRASE_MOST = 30, FTEXT_PHRASE_WAYS = 2 };

typedef struct ftext_phrase {
  uint64_t part[4]; /* the last byte of the last part is zero */
} ftext_phrase;

#define FTEXT_PHRASE_MASK ((1ull << 56) - 1)

static inline uint64_t ftext_phrase_hash(const ftext_phrase *phrase) {
  uint64_t first = (phrase->part[0] * 0x9E3779B97F4A7C15u) ^ phrase->part[1];
  uint64_t second = (phrase->part[2] * 0xC2B2AE3D27D4EB4Fu) ^ phrase->part[3];

  return (first ^ first >> 29) * 0x165667B19E3779F9u ^
         (second ^ second >> 31) * 0x27D4EB2F165667C5u;
}

/* How many tokens the phrase has, 0 where the two entries do not know it. */
static inline unsigned ftext_phrase_count(const ftext_phrase *entries,
                                          const ftext_phrase *phrase) {
  unsigned count = 0;
  int i;

  for (i = 0; i < FTEXT_PHRASE_WAYS; i++) {
    if (entries[i].part[0] == phrase->part[0] &&
        entries[i].part[1] == phrase->part[1] &&
        entries[i].part[2] == phrase->part[2] &&
        (entries[i].part[3] & FTEXT_PHRASE_MASK) == phrase->part[3]) {
      count = (unsigned)(entries[i].part[3] >> 56);
    }
  }
  return count;
}

#endif

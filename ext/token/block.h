/*
** A block of 64 bytes as sets: bit i of a set tells about byte i.
**
** Compiled once for each processor variant (see count.h); what a set holds
** does not depend on the variant.
*/
#ifndef FTEXT_TOKEN_BLOCK_H
#define FTEXT_TOKEN_BLOCK_H

#include <stdint.h>
#include <string.h>

#ifdef __AVX2__
#include <immintrin.h>
#endif

#include "token/neon.h"

enum { FTEXT_BLOCK = 64 };

typedef struct ftext_block {
  uint64_t upper;   /* A to Z */
  uint64_t lower;   /* a to z */
  uint64_t number;  /* 0 to 9 */
  uint64_t white;   /* tab, LF, VT, FF, CR, space */
  uint64_t newline; /* CR and LF */
  uint64_t space;
  uint64_t quote; /* the apostrophe */
  uint64_t slash;
  uint64_t high;    /* 80 to FF: part of a character beyond ASCII */
  uint64_t unknown; /* what cannot be told in sets; the same, at first */
  /* In a wide block only, see wide.h: */
  uint64_t letter; /* letters without case */
  uint64_t mark;
  uint64_t leads;      /* for each byte, whether a character begins there, */
  uint64_t neighbours; /* one beyond ASCII behind another */
} ftext_block;

#if defined(__AVX512VBMI2__)

/* Each character's sets as bits, which one permutation looks up for all 64
** bytes. */
enum {
  FTEXT_BLOCK_SLASH = 1 << 0,
  FTEXT_BLOCK_QUOTE = 1 << 1,
  FTEXT_BLOCK_NUMBER = 1 << 3,
  FTEXT_BLOCK_UPPER = 1 << 4,
  FTEXT_BLOCK_LOWER = 1 << 5,
  FTEXT_BLOCK_WHITE = 1 << 6,
  FTEXT_BLOCK_NEWLINE = FTEXT_BLOCK_WHITE | 1 << 2,
  FTEXT_BLOCK_SPACE = FTEXT_BLOCK_WHITE | 1 << 7
};

/* Rows of sixteen characters. */
static const uint8_t ftext_block_sets[128] = {
#define O 0
#define U FTEXT_BLOCK_UPPER
#define L FTEXT_BLOCK_LOWER
#define D FTEXT_BLOCK_NUMBER
#define W FTEXT_BLOCK_WHITE
#define N FTEXT_BLOCK_NEWLINE
#define S FTEXT_BLOCK_SPACE
#define Q FTEXT_BLOCK_QUOTE
#define H FTEXT_BLOCK_SLASH
    O, O, O, O, O, O, O, O, O, W, N, W, W, N, O, O, /* 00: HT to CR */
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    S, O, O, O, O, O, O, Q, O, O, O, O, O, O, O, H, /* 20: space ' / */
    D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O, /* 30: 0 to 9 */
    O, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* 40: A to Z */
    U, U, U, U, U, U, U, U, U, U, U, O, O, O, O, O,
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 60: a to z */
    L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O,
#undef O
#undef U
#undef L
#undef D
#undef W
#undef N
#undef S
#undef Q
#undef H
};

/* The bytes' top bits as a set; the next bits become the top ones.  Sets are
** worked on as numbers: left to itself gcc would keep them in mask registers,
** where it has too few and their operations are slow. */
static inline uint64_t ftext_block_top(__m512i *sets) {
  uint64_t top = _mm512_movepi8_mask(*sets);

  __asm__("" : "+r"(top));
  *sets = _mm512_add_epi8(*sets, *sets);
  return top;
}

static inline void ftext_block_read(ftext_block *block, const uint8_t *bytes) {
  __m512i text = _mm512_loadu_si512(bytes);
  __mmask64 high = _mm512_movepi8_mask(text);
  __m512i sets = _mm512_maskz_permutex2var_epi8(
      ~high, _mm512_loadu_si512(ftext_block_sets), text,
      _mm512_loadu_si512(ftext_block_sets + 64));

  block->high = high;
  block->unknown = high;
  block->space = ftext_block_top(&sets);
  block->white = ftext_block_top(&sets);
  block->lower = ftext_block_top(&sets);
  block->upper = ftext_block_top(&sets);
  block->number = ftext_block_top(&sets);
  block->newline = ftext_block_top(&sets);
  block->quote = ftext_block_top(&sets);
  block->slash = ftext_block_top(&sets);
}

#elif defined(__AVX2__)

/* Bytes from `first` to `first` + `span` as FF, others as 0. */
static inline __m256i ftext_block_range(__m256i bytes, char first, char span) {
  __m256i offset = _mm256_sub_epi8(bytes, _mm256_set1_epi8(first));

  return _mm256_cmpeq_epi8(_mm256_min_epu8(offset, _mm256_set1_epi8(span)),
                           offset);
}

static inline uint64_t ftext_block_bits(__m256i first, __m256i second) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(second) << 32 |
         (uint32_t)_mm256_movemask_epi8(first);
}

static inline void ftext_block_read(ftext_block *block, const uint8_t *bytes) {
  __m256i a = _mm256_loadu_si256((const void *)bytes);
  __m256i b = _mm256_loadu_si256((const void *)(bytes + 32));
  __m256i space = _mm256_set1_epi8(' ');
  __m256i lf = _mm256_set1_epi8('\n');
  __m256i cr = _mm256_set1_epi8('\r');
  __m256i quote = _mm256_set1_epi8('\'');
  __m256i slash = _mm256_set1_epi8('/');

  block->upper = ftext_block_bits(ftext_block_range(a, 'A', 25),
                                  ftext_block_range(b, 'A', 25));
  block->lower = ftext_block_bits(ftext_block_range(a, 'a', 25),
                                  ftext_block_range(b, 'a', 25));
  block->number = ftext_block_bits(ftext_block_range(a, '0', 9),
                                   ftext_block_range(b, '0', 9));
  block->space = ftext_block_bits(_mm256_cmpeq_epi8(a, space),
                                  _mm256_cmpeq_epi8(b, space));
  block->white = block->space | ftext_block_bits(ftext_block_range(a, '\t', 4),
                                                 ftext_block_range(b, '\t', 4));
  block->newline = ftext_block_bits(
      _mm256_or_si256(_mm256_cmpeq_epi8(a, lf), _mm256_cmpeq_epi8(a, cr)),
      _mm256_or_si256(_mm256_cmpeq_epi8(b, lf), _mm256_cmpeq_epi8(b, cr)));
  block->quote = ftext_block_bits(_mm256_cmpeq_epi8(a, quote),
                                  _mm256_cmpeq_epi8(b, quote));
  block->slash = ftext_block_bits(_mm256_cmpeq_epi8(a, slash),
                                  _mm256_cmpeq_epi8(b, slash));
  block->high = ftext_block_bits(a, b);
  block->unknown = block->high;
}

#elif defined(FTEXT_NEON)

/* The block's bytes are dealt out to four vectors in turn: byte i of vector j
** is byte 4 * i + j.  So four top bits, one of each vector, are neighbours in
** the set; shifts that insert bring them together. */
static inline uint64_t ftext_block_tops(uint8x16_t a, uint8x16_t b,
                                        uint8x16_t c, uint8x16_t d) {
  uint8x16_t four = vsriq_n_u8(vsriq_n_u8(d, c, 1), vsriq_n_u8(b, a, 1), 2);
  uint8x16_t twice = vsriq_n_u8(four, four, 4);
  uint8x8_t bits = vshrn_n_u16(vreinterpretq_u16_u8(twice), 4);

  return vget_lane_u64(vreinterpret_u64_u8(bits), 0);
}

static inline uint64_t ftext_block_equal(uint8x16x4_t text, uint8_t value) {
  uint8x16_t wanted = vdupq_n_u8(value);

  return ftext_block_tops(
      vceqq_u8(text.val[0], wanted), vceqq_u8(text.val[1], wanted),
      vceqq_u8(text.val[2], wanted), vceqq_u8(text.val[3], wanted));
}

/* Bytes from `first` to `last`. */
static inline uint64_t ftext_block_range(uint8x16x4_t text, uint8_t first,
                                         uint8_t last) {
  uint8x16_t from = vdupq_n_u8(first);
  uint8x16_t span = vdupq_n_u8((uint8_t)(last - first));

  return ftext_block_tops(vcleq_u8(vsubq_u8(text.val[0], from), span),
                          vcleq_u8(vsubq_u8(text.val[1], from), span),
                          vcleq_u8(vsubq_u8(text.val[2], from), span),
                          vcleq_u8(vsubq_u8(text.val[3], from), span));
}

static inline void ftext_block_read(ftext_block *block, const uint8_t *bytes) {
  uint8x16x4_t text = vld4q_u8(bytes);

  block->upper = ftext_block_range(text, 'A', 'Z');
  block->lower = ftext_block_range(text, 'a', 'z');
  block->number = ftext_block_range(text, '0', '9');
  block->space = ftext_block_equal(text, ' ');
  block->white = block->space | ftext_block_range(text, '\t', '\r');
  block->newline =
      ftext_block_equal(text, '\n') | ftext_block_equal(text, '\r');
  block->quote = ftext_block_equal(text, '\'');
  block->slash = ftext_block_equal(text, '/');
  block->high =
      ftext_block_tops(text.val[0], text.val[1], text.val[2], text.val[3]);
  block->unknown = block->high;
}

#else

/* Eight bytes at a time in a 64-bit word.  With the top bits cleared, adding
** carries into a byte's own top bit exactly where it is large enough. */
#define FTEXT_TOPS 0x8080808080808080u
#define FTEXT_ONES 0x0101010101010101u

static inline uint64_t ftext_block_above(uint64_t low7, uint64_t least) {
  return low7 + FTEXT_ONES * (0x80 - least);
}

/* Top bits of the bytes from `first` to `last`, which are below 0x80. */
static inline uint64_t ftext_block_range(uint64_t word, uint64_t first,
                                         uint64_t last) {
  uint64_t low7 = word & ~FTEXT_TOPS;

  return ftext_block_above(low7, first) & ~ftext_block_above(low7, last + 1) &
         ~word & FTEXT_TOPS;
}

/* The top bits of the eight bytes as eight bits, the first byte's lowest. */
static inline uint64_t ftext_block_bits(uint64_t tops) {
  return (tops >> 7) * 0x0102040810204080u >> 56;
}

static inline void ftext_block_read(ftext_block *block, const uint8_t *bytes) {
  uint64_t word;
  int i;

  memset(block, 0, sizeof *block);
  for (i = 0; i < FTEXT_BLOCK; i += 8) {
    memcpy(&word, bytes + i, sizeof word);
    block->upper |= ftext_block_bits(ftext_block_range(word, 'A', 'Z')) << i;
    block->lower |= ftext_block_bits(ftext_block_range(word, 'a', 'z')) << i;
    block->number |= ftext_block_bits(ftext_block_range(word, '0', '9')) << i;
    block->space |= ftext_block_bits(ftext_block_range(word, ' ', ' ')) << i;
    block->white |= ftext_block_bits(ftext_block_range(word, '\t', '\r')) << i;
    block->quote |= ftext_block_bits(ftext_block_range(word, '\'', '\'')) << i;
    block->slash |= ftext_block_bits(ftext_block_range(word, '/', '/')) << i;
    block->newline |= ftext_block_bits(ftext_block_range(word, '\n', '\n') |
                                       ftext_block_range(word, '\r', '\r'))
                      << i;
    block->high |= ftext_block_bits(word & FTEXT_TOPS) << i;
  }
  block->white |= block->space;
  block->unknown = block->high;
}

#endif

#endif

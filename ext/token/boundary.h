/*
** Where pieces begin in a block of ASCII, for all 64 bytes at once.
**
** What the matchers of piece.c decide one character after the other is said
** here in sets (bit i tells about byte i), which cost the same however many
** pieces there are.  A block begins where a piece does.  Included by the
** variants of the counting loop.
*/
#ifndef FTEXT_TOKEN_BOUNDARY_H
#define FTEXT_TOKEN_BOUNDARY_H

#include "token/wide.h"

#include <stdbool.h>

typedef enum ftext_pattern {
  FTEXT_R50K,
  FTEXT_CL100K,
  FTEXT_O200K
} ftext_pattern;

#define FTEXT_INLINE static inline __attribute__((always_inline))

FTEXT_INLINE unsigned ftext_zeros(uint64_t bits) {
  return (unsigned)__builtin_ctzll(bits);
}

/* The set's first bits of runs. */
FTEXT_INLINE uint64_t ftext_starts(uint64_t set) {
  return set & ~(set << 1);
}

/* The bits below `at` <= 64. */
FTEXT_INLINE uint64_t ftext_below(unsigned at) {
  return at < 64 ? (1ull << at) - 1 : ~0ull;
}

/* How long the contraction at `at` is, 0 for none. The three bytes from there
** are in the block. */
FTEXT_INLINE unsigned ftext_contraction(const uint8_t *bytes, bool fold) {
  uint8_t lower = fold ? 0x20 : 0;
  uint8_t first = bytes[1] | lower;
  uint8_t second = bytes[2] | lower;

  if (first == 's' || first == 't' || first == 'm' || first == 'd') {
    return 2;
  }
  if (first == 'l' ? second == 'l'
                   : (first == 'v' || first == 'r') && second == 'e') {
    return 3;
  }
  return 0;
}

/* Contractions change what the sets say: `quotes` are the apostrophes after
** which a letter follows.  Where one is found, no piece begins inside it, and
** one begins behind it.  In o200k it belongs to the word before it, unless
** that is a contraction itself; else it is a piece of its own. */
FTEXT_INLINE uint64_t ftext_contractions(const ftext_block *block,
                                         uint64_t begins, uint64_t quotes,
                                         const uint8_t *bytes,
                                         ftext_pattern kind, bool wide) {
  unsigned from = kind == FTEXT_O200K ? 0 : 1;
  unsigned end = 0;
  unsigned at;
  unsigned length;

  for (; quotes != 0; quotes &= quotes - 1) {
    at = ftext_zeros(quotes);
    length = ftext_contraction(
        bytes + (wide ? ftext_wide_place(block->leads, at) : at),
        kind != FTEXT_R50K);
    if (length == 0 || (kind == FTEXT_O200K && at == end)) {
      continue;
    }
    end = at + length;
    begins &= ~(ftext_below(end) & ~ftext_below(at + from));
    begins |= end < 64 ? 1ull << end : 0;
  }
  return begins;
}

/* White space in r50k: a run is a piece but for its last character, which
** is one by itself, or leads the next. */
FTEXT_INLINE uint64_t ftext_white_r50k(const ftext_block *block,
                                       uint64_t last) {
  return ftext_starts(block->white) |
         (block->white & ~(block->white >> 1 | last));
}

/* Takes back what `behind` says of white space in whose run a newline comes
** later; `later` are the newlines that do. */
FTEXT_INLINE uint64_t ftext_rejoin(uint64_t begins, uint64_t blank,
                                   uint64_t later) {
  uint64_t before;

  for (; later != 0; later &= later - 1) {
    before = ~blank & ftext_below(ftext_zeros(later));
    begins &= ftext_below(64 - (unsigned)__builtin_clzll(before)) |
              ~ftext_below(ftext_zeros(later));
  }
  return begins;
}

/* White space in cl100k and o200k, but for newlines that belong to others
** before them: a run is a piece up to its last newline; what is left, but
** for its last character, is another. */
FTEXT_INLINE uint64_t ftext_white(const ftext_block *block, uint64_t absorbed,
                                  uint64_t last) {
  uint64_t white = block->white & ~absorbed;
  uint64_t newline = block->newline & ~absorbed;
  uint64_t blank = white & ~newline;
  uint64_t behind = blank & newline << 1;
  uint64_t later = (behind + blank) & ~blank & newline;

  return ftext_starts(white) | ftext_rejoin(behind, blank, later) |
         (blank & ~(white >> 1 | last));
}

/* All of the runs of `set` from their first bit in `seeds` on. */
FTEXT_INLINE uint64_t ftext_fill(uint64_t seeds, uint64_t set) {
  seeds &= set;
  return (((set + seeds) ^ set) | seeds) & set;
}

/* Where pieces begin among the first `size` characters; bit 0 is one.  With
** `ends` the text ends there; otherwise, and behind what is not known, see
** ftext_certain(). */
FTEXT_INLINE uint64_t ftext_boundaries(ftext_block *block, const uint8_t *bytes,
                                       unsigned size, bool ends,
                                       ftext_pattern kind, bool wide) {
  uint64_t last = ends ? 1ull << (size - 1) : 0;
  uint64_t letters = block->upper | block->lower | (wide ? block->letter : 0);
  uint64_t behind_space = block->space << 1;
  uint64_t digits = ftext_starts(block->number);
  uint64_t absorbed = 0; /* by the others before them */
  uint64_t others;
  uint64_t first_letters;
  uint64_t first_others;
  uint64_t lone; /* others that lead a word */
  uint64_t begins;

  if (wide && kind == FTEXT_O200K) {
    ftext_wide_doubts(block, letters);
    letters |= block->mark;
  }
  others = ftext_below(size) &
           ~(letters | block->number | block->white | (wide ? 0 : block->high));
  first_letters = ftext_starts(letters);
  if (kind == FTEXT_CL100K) {
    absorbed = ftext_fill(others << 1, block->newline);
  }
  if (kind == FTEXT_O200K) {
    absorbed =
        ftext_fill(block->newline & others << 1, block->newline | block->slash);
    others &= ~absorbed;
  }
  first_others = ftext_starts(others) & ~behind_space;
  lone = first_others & letters >> 1;
  begins = 1 | first_others;
  if (kind == FTEXT_R50K) {
    begins |= (first_letters | digits) & ~behind_space;
    begins |= ftext_white_r50k(block, last);
  } else {
    begins |= ftext_white(block, absorbed, last);
    begins |= first_letters & ~((lone | (block->white & ~block->newline)) << 1);
    while (digits != 0) { /* in groups of three */
      begins |= digits;
      digits =
          digits << 3 & block->number & block->number << 1 & block->number << 2;
    }
  }
  if (kind == FTEXT_O200K) {
    begins |= block->upper & block->lower << 1;
    lone &= letters << 1;
  }
  return ftext_contractions(block, begins, lone & block->quote, bytes, kind,
                            wide);
}

/* The last place where surely a piece begins, as can be told in a few steps: a
** space between what is no white space and a letter.  0 where there is none
** in the block's second half.  Finding it fast matters, since the next block
** begins there: the processor can start on it while it works on this one. */
FTEXT_INLINE unsigned ftext_sure(const ftext_block *block) {
  uint64_t letters = block->upper | block->lower;
  uint64_t sure =
      block->space & ~((block->white | block->high) << 1) & letters >> 1;

  return sure >> 32 == 0 ? 0 : 63 - (unsigned)__builtin_clzll(sure);
}

/* How many of the first `size` characters are cut for certain.  Where the text
** does not end there, or something unknown comes before that, the last piece
** is not certain; nor is anything but the start of white space right in front
** of the unknown, nor an apostrophe there (U+017F may follow). */
FTEXT_INLINE unsigned ftext_certain(const ftext_block *block, uint64_t begins,
                                    unsigned size, bool ends) {
  unsigned known = block->unknown != 0 ? ftext_zeros(block->unknown) : size;
  uint64_t before;
  unsigned dark;

  if (known == 0 || (ends && block->unknown == 0)) {
    return known;
  }
  before = ~block->white & ftext_below(known);
  dark = before == 0 ? 0 : 64 - (unsigned)__builtin_clzll(before);
  begins &= ftext_below(known) & (ftext_below(dark) | 1ull << (dark & 63));
  begins &= ~(block->quote & 1ull << (known - 1));
  return 63 - (unsigned)__builtin_clzll(begins | 1);
}

#endif

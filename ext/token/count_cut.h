/*
** Cutting text into words, the second half of the counting loop; see
** count_loop.h.
*/
#ifndef FTEXT_TOKEN_COUNT_CUT_H
#define FTEXT_TOKEN_COUNT_CUT_H

#include "token/count_look.h"

/* A piece, or a part of one, of any length; there may be nothing behind it. */
static void count_part(loop *state, const uint8_t *bytes, size_t length) {
  uint8_t padded[16] = {0};

  if (length > FTEXT_PHRASE_MOST) {
    encode(state, bytes, length);
  } else if (length > FTEXT_WORD_MOST) {
    add_phrase(state, bytes, length);
  } else {
    memcpy(padded, bytes, length);
    add_word(state, padded, length);
  }
}

/* How many ASCII characters the text begins with. */
static size_t ascii_length(const uint8_t *bytes, size_t length) {
  uint64_t eight;
  size_t at = 0;

  for (; length - at >= sizeof eight; at += sizeof eight) {
    memcpy(&eight, bytes + at, sizeof eight);
    if ((eight & 0x8080808080808080u) != 0) {
      break;
    }
  }
  while (at < length && bytes[at] < 0x80) {
    at++;
  }
  return at;
}

/* Where the first part of a long piece ends: before a character that no token
** reaches from the one before it, or at the end.  The piece is valid UTF-8. */
static size_t part_end(const loop *state, const uint8_t *bytes, size_t length) {
  uint8_t padded[4] = {0};
  uint32_t left = 0;
  uint32_t value;
  size_t left_end = 0;
  size_t at = 0;
  size_t size;

  while (at < length) {
    if (bytes[at] < 0x80) {
      at += ascii_length(bytes + at, length - at);
      continue;
    }
    size = bytes[at] < 0xE0 ? 2 : bytes[at] < 0xF0 ? 3 : 4;
    memcpy(padded, bytes + at, size);
    value = ftext_bridge_bytes(padded, size);
    if (at > 0 && at == left_end &&
        !ftext_bridged(state->words.bridge, left, bytes[at - 1], value)) {
      break;
    }
    at += size;
    if (value == left) { /* where one is bridged with itself, all are */
      at += ftext_same_length(bytes + at - size, bytes + at, length - at) /
            size * size;
    }
    left = value;
    left_end = at;
  }
  return at;
}

/* Counts the first part as often as it stands behind itself, and returns how
** many bytes that is: not the last time, behind which something else comes.
** A run of one character, however long, is done here. */
static size_t count_repeated(loop *state, const uint8_t *bytes, size_t length,
                             size_t part) {
  enum { FEW = 8 }; /* are as well counted one by one */
  uint32_t ids[FTEXT_MERGE_FEW];
  size_t times;

  if (part > FTEXT_MERGE_FEW) {
    return 0;
  }
  times = ftext_same_length(bytes, bytes + part, length - part) / part;
  if (times < FEW) {
    return 0;
  }
  state->count += times * ftext_merge_few(&state->words, bytes, part, ids);
  return times * part;
}

/* A piece of any length; there may be nothing behind it. */
static void count_piece(loop *state, const uint8_t *bytes, size_t length) {
  size_t end;
  size_t again;

  for (; length > 0; bytes += end, length -= end) {
    end = length > FTEXT_WORD_MOST ? part_end(state, bytes, length) : length;
    again = count_repeated(state, bytes, length, end);
    if (again > 0) {
      end = again;
      continue;
    }
    count_part(state, bytes, end);
    if (is_full(state)) {
      count_batch(state);
    }
  }
}

/* Pieces longer than words, one by one; `begins` are those that begin one,
** `ends` the last bytes of all. */
static void count_long(loop *state, const uint8_t *bytes, uint64_t begins,
                       uint64_t ends) {
  unsigned start;

  for (; begins != 0; begins &= begins - 1) {
    start = ftext_zeros(begins);
    count_part(state, bytes + start,
               ftext_zeros(ends & ~ftext_below(start)) + 1 - start);
  }
}

#ifdef __AVX512VBMI2__

/* The bytes of several pieces at once, each in a field of its own: where
** pieces begin, and how long they are less one, are bytes of two vectors;
** `field` says for each byte which of the pieces it belongs to. */
FTEXT_INLINE __m512i fields(__m512i text, __m512i starts, __m512i lengths,
                            __m512i field, __m512i within) {
  __m512i from =
      _mm512_add_epi8(_mm512_permutexvar_epi8(field, starts), within);
  __mmask64 inside =
      _mm512_cmple_epu8_mask(within, _mm512_permutexvar_epi8(field, lengths));

  return _mm512_maskz_permutexvar_epi8(inside, from, text);
}

/* Two vectors always, and more where that is not enough: a loop that ends
** anywhere would be guessed wrong too often. */
FTEXT_INLINE void add_shorts(loop *state, __m512i text, __m512i starts,
                             __m512i lengths, unsigned count) {
  const __m512i factor = _mm512_set1_epi64((long long)FTEXT_SHORT_FACTOR);
  const __m512i within = _mm512_set1_epi64(0x0706050403020100);
  const __m512i next = _mm512_set1_epi8(8);
  __m512i field = _mm512_set_epi64(0x0707070707070707, 0x0606060606060606,
                                   0x0505050505050505, 0x0404040404040404,
                                   0x0303030303030303, 0x0202020202020202,
                                   0x0101010101010101, 0);
  uint64_t *out = state->short_hash + state->short_count;
  unsigned i = 0;

  do {
    _mm512_storeu_si512(
        out + i, _mm512_mullo_epi64(
                     fields(text, starts, lengths, field, within), factor));
    field = _mm512_add_epi8(field, next);
    _mm512_storeu_si512(
        out + i + 8, _mm512_mullo_epi64(
                         fields(text, starts, lengths, field, within), factor));
    field = _mm512_add_epi8(field, next);
    i += 16;
  } while (i < count);
  state->short_count += count;
}

FTEXT_INLINE void add_words(loop *state, __m512i text, __m512i starts,
                            __m512i lengths, unsigned count) {
  const __m512i within = _mm512_set_epi64(
      0x0F0E0D0C0B0A0908, 0x0706050403020100, 0x0F0E0D0C0B0A0908,
      0x0706050403020100, 0x0F0E0D0C0B0A0908, 0x0706050403020100,
      0x0F0E0D0C0B0A0908, 0x0706050403020100);
  const __m512i next = _mm512_set1_epi8(4);
  const __mmask64 last = 0x8000800080008000;
  __m512i field = _mm512_set_epi64(
      0x0303030303030303, 0x0303030303030303, 0x0202020202020202,
      0x0202020202020202, 0x0101010101010101, 0x0101010101010101, 0, 0);
  __m512i whole = _mm512_add_epi8(lengths, _mm512_set1_epi8(1));
  ftext_word *out = state->word + state->word_count;
  __m512i word;
  unsigned i = 0;

  do {
    word = fields(text, starts, lengths, field, within);
    word = _mm512_mask_blend_epi8(last, word,
                                  _mm512_permutexvar_epi8(field, whole));
    _mm512_storeu_si512(out + i, word);
    field = _mm512_add_epi8(field, next);
    i += 4;
  } while (i < count);
  state->word_count += count;
}

/* The pieces that begin at `begins`; the last one ends before `end`. */
FTEXT_INLINE void take_pieces(loop *state, const uint8_t *bytes,
                              uint64_t begins, unsigned end) {
  const __m512i places = _mm512_set_epi64(
      0x3F3E3D3C3B3A3938, 0x3736353433323130, 0x2F2E2D2C2B2A2928,
      0x2726252423222120, 0x1F1E1D1C1B1A1918, 0x1716151413121110,
      0x0F0E0D0C0B0A0908, 0x0706050403020100);
  __m512i text = _mm512_loadu_si512(bytes);
  uint64_t ends = begins >> 1 | 1ull << (end - 1);
  __m512i starts = _mm512_maskz_compress_epi8(begins, places);
  __m512i lasts = _mm512_maskz_compress_epi8(ends, places);
  __m512i lengths = _mm512_sub_epi8(lasts, starts);
  __mmask64 some = ftext_below((unsigned)__builtin_popcountll(begins));
  __mmask64 shorts = _mm512_mask_cmplt_epu8_mask(
      some, lengths, _mm512_set1_epi8(FTEXT_SHORT_MOST));
  __mmask64 words = _mm512_mask_cmplt_epu8_mask(
      some, lengths, _mm512_set1_epi8(FTEXT_WORD_MOST));

  if ((ends & _mm512_testn_epi8_mask(text, text)) != 0) {
    /* A piece that ends with NUL is no short. */
    shorts &= ~_mm512_mask_testn_epi8_mask(
        some, _mm512_permutexvar_epi8(lasts, text), _mm512_set1_epi8(-1));
  }
  add_shorts(state, text, _mm512_maskz_compress_epi8(shorts, starts),
             _mm512_maskz_compress_epi8(shorts, lengths),
             (unsigned)__builtin_popcountll(shorts));
  some &= ~words;
  words &= ~shorts;
  add_words(state, text, _mm512_maskz_compress_epi8(words, starts),
            _mm512_maskz_compress_epi8(words, lengths),
            (unsigned)__builtin_popcountll(words));
  if (some != 0) {
    count_long(state, bytes, _pdep_u64(some, begins), ends);
  }
}

#else

/* The pieces that begin at `begins`; the last one ends before `end`. */
FTEXT_INLINE void take_pieces(loop *state, const uint8_t *bytes,
                              uint64_t begins, unsigned end) {
  uint64_t ends = begins >> 1 | 1ull << (end - 1);
  uint64_t longs = 0;
  uint64_t rest;
  uint64_t rest_ends = ends;
  unsigned start;
  unsigned length;

  for (rest = begins; rest != 0; rest &= rest - 1) {
    start = ftext_zeros(rest);
    length = ftext_zeros(rest_ends) + 1 - start;
    rest_ends &= rest_ends - 1;
    if (length <= FTEXT_WORD_MOST) {
      add_word(state, bytes + start, length);
    } else {
      longs |= 1ull << start;
    }
  }
  if (longs != 0) {
    count_long(state, bytes, longs, ends);
  }
}

#endif

#ifdef __BMI2__

/* The bytes behind the first one of pieces that are no shorts; the last piece
** ends before `end`. */
FTEXT_INLINE uint64_t inside_long(uint64_t begins, unsigned end) {
  uint64_t near = begins >> 1 | ~ftext_below(end - 1); /* the last bytes */
  uint64_t inside = ~begins & ftext_below(end);
  uint64_t longs;

  near |= near >> 1;
  near |= near >> 2;
  near |= near >> 4; /* a last byte is here or among the next seven */
  longs = begins & ~near;
  return ftext_fill(longs << 1, inside);
}

/* As take_block(), where there are characters beyond ASCII.  Not inline: what
** is not needed most of the time should not be in the way. */
static __attribute__((noinline)) unsigned
take_wide_block(loop *state, const uint8_t *bytes, unsigned size, bool ends,
                ftext_pattern kind) {
  ftext_block block;
  unsigned taken;
  unsigned count;
  unsigned certain;
  uint64_t begins;
  uint64_t apart;

  ftext_block_read(&block, bytes);
  taken = ftext_wide_block(&block, bytes, size);
  count = (unsigned)__builtin_popcountll(block.leads);

  if (count == 0) {
    return 0;
  }
  ends = ends && taken == size;
  begins = ftext_boundaries(&block, bytes, count, ends, kind, true);
  certain = ftext_certain(&block, begins, count, ends);
  if (certain == 0) {
    return 0;
  }
  taken = certain == count ? taken : ftext_wide_place(block.leads, certain);
  begins = ftext_wide_spread(begins, block.leads) & ftext_below(taken);
  apart = ftext_wide_apart(&block, bytes,
                           block.neighbours & inside_long(begins, taken),
                           state->words.bridge);
  take_pieces(state, bytes, begins | apart, taken);
  return taken;
}

#endif

/* Takes the pieces that a block has for certain; 16 bytes can be read behind
** it.  Returns how many bytes those were. */
FTEXT_INLINE unsigned take_block(loop *state, const uint8_t *bytes,
                                 unsigned size, bool ends, ftext_pattern kind) {
  ftext_block block;
  uint64_t begins;
  unsigned certain;

  ftext_block_read(&block, bytes);
#ifdef __BMI2__
  if (block.high != 0) {
    return take_wide_block(state, bytes, size, ends, kind);
  }
#endif
  certain = ends || block.high != 0 ? 0 : ftext_sure(&block);
  begins = ftext_boundaries(&block, bytes, size, ends, kind, false);
  if (certain == 0) {
    certain = ftext_certain(&block, begins, size, ends);
  }
  if (certain > 0) {
    take_pieces(state, bytes, begins & ftext_below(certain), certain);
  }
  return certain;
}

enum { PADDED = FTEXT_BLOCK + 16 };

/* The text's last bytes and zeros behind them. */
FTEXT_INLINE void pad(uint8_t padded[PADDED], const uint8_t *bytes,
                      size_t left) {
#ifdef __AVX512VBMI2__
  uint64_t some = ftext_below(left < 64 ? (unsigned)left : 64);
  __mmask16 more =
      (__mmask16)(left <= 64 ? 0 : ftext_below((unsigned)left - 64));

  _mm512_storeu_si512(padded, _mm512_maskz_loadu_epi8(some, bytes));
  _mm_storeu_si128((void *)(padded + FTEXT_BLOCK),
                   _mm_maskz_loadu_epi8(more, bytes + FTEXT_BLOCK));
#else
  memset(padded, 0, PADDED);
  memcpy(padded, bytes, left);
#endif
}

/* The block at `at`, from the text itself or, close to its end, from a padded
** copy. */
FTEXT_INLINE unsigned next_block(loop *state, size_t at, ftext_pattern kind) {
  const uint8_t *bytes = state->text.bytes + at;
  size_t left = state->text.length - at;
  uint8_t padded[PADDED];

  if (left >= PADDED) {
    return take_block(state, bytes, FTEXT_BLOCK, false, kind);
  }
  pad(padded, bytes, left);
  if (left > FTEXT_BLOCK) {
    return take_block(state, padded, FTEXT_BLOCK, false, kind);
  }
  return take_block(state, padded, (unsigned)left, true, kind);
}

#endif

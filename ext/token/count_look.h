/*
** Looking words up, the first half of the counting loop; see count_loop.h.
**
** Words go through stages, each of which waits until it has many, so that the
** memory that it looks at is on its way before it is needed:
**
**     short, word     of the blocks that were cut
**     second          shorts that the memo's front does not know
**     missed          what the memo does not know
**     merging         what the dictionary does not know
*/
#ifndef FTEXT_TOKEN_COUNT_LOOK_H
#define FTEXT_TOKEN_COUNT_LOOK_H

#include "token/boundary.h"
#include "token/bpe.h"
#include "token/count.h"
#include "token/merge_few.h"

/* A batch is counted when it has FULL words of a kind; a block adds 64 at
** most, and vectors write up to a block more. */
enum { FULL = 256, BATCH = FULL + 2 * FTEXT_BLOCK, MISSED = 16, PHRASES = 16 };

/* A piece that is merged, and what it is remembered by. */
typedef enum piece_kind { SHORT, WORD, PHRASE } piece_kind;

typedef struct unknown {
  piece_kind kind;
  unsigned size; /* of a phrase */
  union {
    uint64_t hash; /* of a short */
    ftext_word word;
    ftext_phrase phrase;
  } key;
} unknown;

/* A phrase whose place in the memo has been asked for. */
typedef struct waiting {
  ftext_phrase key;
  uint64_t hash;
  unsigned size;
} waiting;

typedef struct loop {
  const ftext_encoding *encoding;
  ftext_vocabulary words;
  ftext_memo *memo;
  ftext_text text;
  ftext_status status; /* FTEXT_OK, or FTEXT_NO_MEMORY */
  uint64_t count;      /* tokens of what has gone through all stages */
  uint64_t limit;
  size_t short_count; /* how many are in each of the stages below */
  size_t second_count;
  size_t word_count;
  size_t ready_count; /* the first words, whose lines have been asked for */
  size_t phrase_count;
  size_t missed_short_count;
  size_t missed_word_count;
  size_t merging_count;
  uint64_t short_hash[BATCH];
  uint64_t second[BATCH];
  ftext_word word[BATCH];
  waiting phrase[PHRASES];
  uint64_t missed_short[MISSED + BATCH];
  ftext_word missed_word[MISSED + BATCH];
  uint8_t sides[FTEXT_MERGE_SIDES]; /* the pieces of merging, then free */
  unknown unknown[FTEXT_MERGE_SIDES];
  ftext_merging merging[FTEXT_MERGE_SIDES];
} loop;

/* ---- merging ---------------------------------------------------------- */

static void remember(ftext_memo *memo, const unknown *piece, unsigned tokens) {
  switch (piece->kind) {
  case SHORT:
    ftext_memo_add_short(memo, piece->key.hash, tokens);
    break;
  case WORD:
    ftext_memo_add_word(memo, piece->key.word, tokens);
    break;
  case PHRASE:
    ftext_memo_add_phrase(memo, piece->key.phrase.part, piece->size, tokens);
    break;
  }
}

/* Merges until at most `most` pieces are not done. */
static void merge_unknown(loop *state, size_t most) {
  unsigned tokens;
  unsigned side;
  size_t kept;
  size_t i;

  while (state->merging_count > most) {
    kept = ftext_merge_round(&state->words, state->merging, state->sides,
                             state->merging_count);
    for (i = kept; i < state->merging_count; i++) {
      side = state->sides[i];
      tokens = (unsigned)__builtin_popcountll(state->merging[side].live);
      state->count += tokens;
      remember(state->memo, &state->unknown[side], tokens);
    }
    state->merging_count = kept;
  }
}

/* The side for a piece to be merged; the caller begins it and fills its key
** in. */
static unsigned free_side(loop *state, piece_kind kind) {
  unsigned side;

  if (state->merging_count == FTEXT_MERGE_SIDES) {
    merge_unknown(state, FTEXT_MERGE_SIDES - 1);
  }
  side = state->sides[state->merging_count++];
  state->unknown[side].kind = kind;
  return side;
}

/* ---- shorts ----------------------------------------------------------- */

FTEXT_INLINE const ftext_short_line *short_entry(const loop *state,
                                                 uint64_t hash) {
  return &state->words.shorts[hash >> (64 - state->words.image->short_bits)];
}

/* Shorts that the memo does not know: from the dictionary, or merged. */
static void count_missed_shorts(loop *state) {
  const uint64_t *missed = state->missed_short;
  size_t count = state->missed_short_count;
  uint64_t bytes;
  unsigned tokens;
  unsigned side;
  size_t i;

  for (i = 0; i < count; i++) {
    __builtin_prefetch(short_entry(state, missed[i]));
  }
  for (i = 0; i < count; i++) {
    tokens = ftext_short_count(short_entry(state, missed[i]), missed[i],
                               state->words.image->short_bits);
    if (tokens != 0) {
      state->count += tokens;
      ftext_memo_add_short(state->memo, missed[i], tokens);
    } else {
      bytes = ftext_short_bytes(missed[i]);
      side = free_side(state, SHORT);
      state->unknown[side].key.hash = missed[i];
      ftext_merging_start_word(&state->words, (const uint8_t *)&bytes,
                               8 - (size_t)__builtin_clzll(bytes) / 8,
                               sizeof bytes, &state->merging[side]);
    }
  }
  state->missed_short_count = 0;
}

/* Shorts whose lines of the memo have been asked for.  They go to the front,
** each to its one place there: common ones come back soon. */
static void count_second(loop *state) {
  const ftext_memo_table *shorts = &state->memo->shorts;
  const uint64_t *hash = state->second;
  uint64_t *missed = state->missed_short;
  size_t missed_count = state->missed_short_count;
  uint64_t sum = 0;
  unsigned tokens;
  size_t i;

  for (i = 0; i < state->second_count; i++) {
    tokens = ftext_short_count(ftext_memo_line(shorts, hash[i]), hash[i],
                               shorts->bits);
    sum += tokens;
    missed[missed_count] = hash[i];
    missed_count += tokens == 0;
    *ftext_memo_front(state->memo, hash[i]) =
        tokens == 0 ? FTEXT_SHORT_FREE : hash[i] << FTEXT_FRONT_BITS | tokens;
  }
  state->count += sum;
  state->second_count = 0;
  state->missed_short_count = missed_count;
  if (missed_count >= MISSED) {
    count_missed_shorts(state);
  }
}

#ifdef __AVX512F__

/* Counts the shorts that the front knows, eight at a time, and moves the
** others to `second`. */
static void count_front(loop *state) {
  const uint64_t *front = ftext_memo_front(state->memo, 0);
  const uint64_t *hash = state->short_hash;
  const __m512i limit = _mm512_set1_epi64(FTEXT_SHORT_LIMIT);
  __m512i sum = _mm512_setzero_si512();
  __m512i wanted;
  __m512i apart;
  __mmask8 some;
  __mmask8 known;
  size_t others = 0;
  size_t i;

  for (i = 0; i < state->short_count; i += 8) {
    some = (__mmask8)ftext_below(
        state->short_count - i < 8 ? (unsigned)(state->short_count - i) : 8);
    wanted = _mm512_loadu_si512(hash + i);
    apart = _mm512_xor_si512(
        _mm512_i64gather_epi64(_mm512_srli_epi64(wanted, 64 - FTEXT_FRONT_BITS),
                               front, 8),
        _mm512_slli_epi64(wanted, FTEXT_FRONT_BITS));
    known = _mm512_mask_cmplt_epu64_mask(some, apart, limit);
    sum = _mm512_mask_add_epi64(sum, known, sum, apart);
    some &= (__mmask8)~known;
    _mm512_storeu_si512(state->second + others,
                        _mm512_maskz_compress_epi64(some, wanted));
    others += (size_t)__builtin_popcount(some);
  }
  state->count += (uint64_t)_mm512_reduce_add_epi64(sum);
  state->second_count = others;
}

#else

static void count_front(loop *state) {
  const uint64_t *front = ftext_memo_front(state->memo, 0);
  const uint64_t *hash = state->short_hash;
  uint64_t sum = 0;
  uint64_t apart;
  size_t others = 0;
  size_t i;

  for (i = 0; i < state->short_count; i++) {
    apart = front[hash[i] >> (64 - FTEXT_FRONT_BITS)] ^ hash[i]
                                                            << FTEXT_FRONT_BITS;
    sum += apart < FTEXT_SHORT_LIMIT ? apart : 0;
    state->second[others] = hash[i];
    others += apart >= FTEXT_SHORT_LIMIT;
  }
  state->count += sum;
  state->second_count = others;
}

#endif

/* The shorts of the batch before, and this one's as far as that is fast. */
static void count_shorts(loop *state) {
  size_t i;

  count_second(state);
  count_front(state);
  state->short_count = 0;
  for (i = 0; i < state->second_count; i++) {
    __builtin_prefetch(ftext_memo_line(&state->memo->shorts, state->second[i]));
  }
}

/* ---- words ------------------------------------------------------------ */

FTEXT_INLINE const ftext_line *word_entry(const loop *state, ftext_word word) {
  return &state->words.lines[ftext_word_hash(word) >>
                             (64 - state->words.image->line_bits)];
}

/* Words that the memo does not know: from the dictionary, or merged. */
static void count_missed_words(loop *state) {
  const ftext_word *word = state->missed_word;
  size_t count = state->missed_word_count;
  unsigned tokens;
  unsigned side;
  size_t i;

  for (i = 0; i < count; i++) {
    __builtin_prefetch(word_entry(state, word[i]));
  }
  for (i = 0; i < count; i++) {
    tokens = ftext_line_count(word_entry(state, word[i]), word[i]);
    if (tokens != 0) {
      state->count += tokens;
      ftext_memo_add_word(state->memo, word[i], tokens);
    } else {
      side = free_side(state, WORD);
      state->unknown[side].key.word = word[i];
      ftext_merging_start_word(&state->words, (const uint8_t *)&word[i],
                               ftext_word_length(word[i]), sizeof *word,
                               &state->merging[side]);
    }
  }
  state->missed_word_count = 0;
}

/* The words of the batch before, whose lines have been asked for. */
static void count_words(loop *state) {
  const ftext_memo_table *words = &state->memo->words;
  ftext_word *missed = state->missed_word;
  size_t missed_count = state->missed_word_count;
  uint64_t sum = 0;
  unsigned tokens;
  ftext_word word;
  size_t i;

  for (i = 0; i < state->ready_count; i++) {
    word = state->word[i];
    tokens =
        ftext_line_count(ftext_memo_line(words, ftext_word_hash(word)), word);
    sum += tokens;
    missed[missed_count] = word;
    missed_count += tokens == 0;
  }
  state->count += sum;
  state->word_count -= state->ready_count;
  state->missed_word_count = missed_count;
  if (missed_count >= MISSED) {
    count_missed_words(state);
  }
  for (i = 0; i < state->word_count; i++) {
    word = state->word[state->ready_count + i];
    __builtin_prefetch(
        ftext_memo_line(&state->memo->words, ftext_word_hash(word)));
    state->word[i] = word;
  }
  state->ready_count = state->word_count;
}

/* ---- phrases ---------------------------------------------------------- */

static bool on_count(void *data, const uint32_t *ids, size_t count) {
  loop *state = data;

  (void)ids;
  state->count += count;
  return true;
}

/* A piece that is too long to be merged beside others. */
static unsigned encode(loop *state, const uint8_t *bytes, size_t length) {
  uint64_t before = state->count;
  ftext_status status;
  bool go;

  status = ftext_bpe(&state->words, (ftext_text){bytes, length}, on_count,
                     state, true, &go);
  state->status = status != FTEXT_OK ? status : state->status;
  return (unsigned)(state->count - before);
}

static void count_missed_phrase(loop *state, const waiting *phrase) {
  size_t last = ftext_phrase_parts(phrase->size) - 1;
  size_t length = phrase->key.part[last] >> 48;
  const uint8_t *bytes = (const uint8_t *)phrase->key.part;
  unsigned tokens;
  unsigned side;

  if (length > FTEXT_MERGE_FEW) {
    tokens = encode(state, bytes, length);
    if (state->status == FTEXT_OK) {
      ftext_memo_add_phrase(state->memo, phrase->key.part, phrase->size,
                            tokens);
    }
    return;
  }
  side = free_side(state, PHRASE);
  state->unknown[side].size = phrase->size;
  state->unknown[side].key.phrase = phrase->key;
  ftext_merging_start(&state->words, bytes, length, &state->merging[side]);
}

static void count_phrases(loop *state) {
  const waiting *phrase = state->phrase;
  unsigned tokens;
  size_t i;

  for (i = 0; i < state->phrase_count; i++, phrase++) {
    tokens =
        ftext_phrase_count(ftext_memo_place(&state->memo->phrases[phrase->size],
                                            phrase->hash, phrase->size),
                           phrase->key.part, phrase->size);
    state->count += tokens;
    if (tokens == 0) {
      count_missed_phrase(state, phrase);
    }
  }
  state->phrase_count = 0;
}

/* A piece of 16 to 126 bytes. */
static void add_phrase(loop *state, const uint8_t *bytes, size_t length) {
  unsigned size = ftext_phrase_size(length);
  waiting *phrase = &state->phrase[state->phrase_count++];

  memset(&phrase->key, 0, 8 * ftext_phrase_parts(size));
  memcpy(&phrase->key, bytes, length);
  phrase->key.part[ftext_phrase_parts(size) - 1] |= (uint64_t)length << 48;
  phrase->size = size;
  phrase->hash = ftext_phrase_hash(phrase->key.part, size);
  __builtin_prefetch(
      ftext_memo_place(&state->memo->phrases[size], phrase->hash, size));
  if (state->phrase_count == PHRASES) {
    count_phrases(state);
  }
}

/* ---- all stages ------------------------------------------------------- */

FTEXT_INLINE bool is_full(const loop *state) {
  return state->short_count >= FULL || state->word_count >= FULL;
}

/* Counts the batch before this one, and makes this one ready. */
static void count_batch(loop *state) {
  count_shorts(state);
  count_words(state);
}

/* All that still waits. */
static void count_all(loop *state) {
  if (state->second_count > 0) {
    count_second(state);
  }
  count_front(state);
  count_second(state);
  state->short_count = 0;
  state->ready_count = state->word_count;
  count_words(state);
  if (state->phrase_count > 0) {
    count_phrases(state);
  }
  if (state->missed_short_count > 0) {
    count_missed_shorts(state);
  }
  if (state->missed_word_count > 0) {
    count_missed_words(state);
  }
  if (state->merging_count > 0) {
    merge_unknown(state, 0);
  }
}

/* The first `length` < 16 bytes of 16 as a word. */
FTEXT_INLINE ftext_word load_word(const uint8_t *bytes, size_t length) {
  size_t low = length < 8 ? length : 8;
  ftext_word word;

  memcpy(&word.low, bytes, sizeof word.low);
  memcpy(&word.high, bytes + sizeof word.low, sizeof word.high);
  word.low &= ~0ull >> (64 - 8 * low);
  word.high &= (1ull << (8 * (length - low))) - 1;
  word.high |= (uint64_t)length << 56;
  return word;
}

/* A piece of 1 to 15 bytes; 16 can be read. */
FTEXT_INLINE void add_word(loop *state, const uint8_t *bytes, size_t length) {
  uint64_t low;

  if (length <= FTEXT_SHORT_MOST && bytes[length - 1] != 0) {
    memcpy(&low, bytes, sizeof low);
    low &= ~0ull >> (64 - 8 * length);
    state->short_hash[state->short_count++] = ftext_short_hash(low);
  } else {
    state->word[state->word_count++] = load_word(bytes, length);
  }
}

#endif

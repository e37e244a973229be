/*
** The counting loop; included once by each of its variants' files, which
** define FTEXT_COUNT_VARIANT as the name of theirs.
**
** Pieces are found in blocks of 64 bytes by what the block's sets say; each
** block begins where the last certain piece of the one before it ended, so
** that nothing is carried over.  A piece that no block can tell (it goes
** beyond ASCII, or is too long) is left to the encoding's matcher.  Words
** are gathered into batches, so that the memory they are looked up in is on
** its way before it is needed.
*/
#include "token/boundary.h"
#include "token/bpe.h"
#include "token/count.h"
#include "token/merge.h"
#include "token/token.h"

/* A batch is counted when it has FULL words; a block adds 64 at most. */
enum { FULL = 128, BATCH = FULL + FTEXT_BLOCK };

typedef struct batch {
  ftext_word word[BATCH];
  uint64_t hash[BATCH];
  size_t count;
} batch;

typedef struct loop {
  const ftext_encoding *encoding;
  ftext_vocabulary words;
  ftext_memo *memo;
  ftext_text text;
  size_t at; /* bytes that are in batches or counted */
  batch batch;
  uint64_t count;
  uint64_t limit;
} loop;

static bool on_count(void *data, const uint32_t *ids, size_t count) {
  loop *state = data;

  (void)ids;
  state->count += count;
  return true;
}

/* The word's line in the vocabulary's dictionary. */
FTEXT_INLINE const ftext_line *dictionary_line(const loop *state,
                                               uint64_t hash) {
  return &state->words.lines[hash >> (64 - state->words.image->line_bits)];
}

/* How many tokens merging a few bytes gives. */
static unsigned merge_count(const loop *state, const uint8_t *bytes,
                            size_t length) {
  uint32_t ids[FTEXT_MERGE_FEW];

  return (unsigned)__builtin_popcountll(
      ftext_merge_live(&state->words, bytes, length, ids));
}

static unsigned merge_word(const loop *state, ftext_word word) {
  uint8_t bytes[16];

  memcpy(bytes, &word.low, sizeof word.low);
  memcpy(bytes + sizeof word.low, &word.high, sizeof word.high);
  return merge_count(state, bytes, bytes[FTEXT_WORD_MOST]);
}

/* Words that the memo does not know: from the dictionary, or merged. */
static void count_missed(loop *state, const uint8_t *missed, size_t count) {
  const ftext_line *line;
  ftext_word word;
  unsigned tokens;
  size_t i;

  for (i = 0; i < count; i++) {
    __builtin_prefetch(dictionary_line(state, state->batch.hash[missed[i]]));
  }
  for (i = 0; i < count; i++) {
    word = state->batch.word[missed[i]];
    line = dictionary_line(state, state->batch.hash[missed[i]]);
    tokens = ftext_line_count(line, word);
    if (tokens == 0) {
      tokens = merge_word(state, word);
    }
    state->count += tokens;
    ftext_memo_add_word(state->memo, word, tokens);
  }
}

static void count_batch(loop *state) {
  uint8_t missed[BATCH];
  size_t miss_count = 0;
  size_t count = state->batch.count;
  const ftext_memo_table *words = &state->memo->words;
  uint64_t sum = 0;
  unsigned tokens;
  size_t i;

  for (i = 0; i < count; i++) {
    tokens = ftext_line_count(ftext_memo_line(words, state->batch.hash[i]),
                              state->batch.word[i]);
    sum += tokens;
    missed[miss_count] = (uint8_t)i;
    miss_count += tokens == 0;
  }
  state->count += sum;
  state->batch.count = 0;
  if (miss_count > 0) {
    count_missed(state, missed, miss_count);
  }
}

/* The first `length` < 16 bytes of 16 as a word. */
FTEXT_INLINE ftext_word load_word(const uint8_t *bytes, size_t length) {
  static const uint64_t low_mask[16] = {
      0,          0xFF,         0xFFFF,         0xFFFFFF,
      0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
      ~0ull,      ~0ull,        ~0ull,          ~0ull,
      ~0ull,      ~0ull,        ~0ull,          ~0ull};
  static const uint64_t high_mask[16] = {0,
                                         0,
                                         0,
                                         0,
                                         0,
                                         0,
                                         0,
                                         0,
                                         0,
                                         0xFF,
                                         0xFFFF,
                                         0xFFFFFF,
                                         0xFFFFFFFF,
                                         0xFFFFFFFFFF,
                                         0xFFFFFFFFFFFF,
                                         0xFFFFFFFFFFFFFF};
  ftext_word word;

  memcpy(&word.low, bytes, sizeof word.low);
  memcpy(&word.high, bytes + sizeof word.low, sizeof word.high);
  word.low &= low_mask[length];
  word.high = (word.high & high_mask[length]) | (uint64_t)length << 56;
  return word;
}

FTEXT_INLINE void add_word(loop *state, const uint8_t *bytes, size_t length) {
  ftext_word word = load_word(bytes, length);
  uint64_t hash = ftext_word_hash(word);
  size_t at = state->batch.count++;

  state->batch.word[at] = word;
  state->batch.hash[at] = hash;
  __builtin_prefetch(ftext_memo_line(&state->memo->words, hash));
}

/* A piece of 16 to 30 bytes. */
static void count_phrase(loop *state, const uint8_t *bytes, size_t length) {
  uint8_t padded[32] = {0};
  ftext_phrase phrase;
  unsigned tokens;

  padded[FTEXT_PHRASE_MOST] = (uint8_t)length;
  memcpy(padded, bytes, length);
  memcpy(&phrase, padded, sizeof phrase);
  tokens = ftext_phrase_count(
      ftext_memo_phrases(&state->memo->phrases, ftext_phrase_hash(&phrase)),
      &phrase);
  if (tokens == 0) {
    tokens = merge_count(state, bytes, length);
    ftext_memo_add_phrase(state->memo, &phrase, tokens);
  }
  state->count += tokens;
}

/* A piece of any length; there may be nothing behind it. */
static ftext_status count_piece(loop *state, const uint8_t *bytes,
                                size_t length) {
  uint8_t padded[16] = {0};
  bool go;

  if (length > FTEXT_MERGE_FEW) {
    return ftext_bpe(&state->words, (ftext_text){bytes, length}, on_count,
                     state, true, &go);
  }
  if (length > FTEXT_PHRASE_MOST) {
    state->count += merge_count(state, bytes, length);
  } else if (length > FTEXT_WORD_MOST) {
    count_phrase(state, bytes, length);
  } else {
    memcpy(padded, bytes, length);
    add_word(state, padded, length);
  }
  return FTEXT_OK;
}

/* Takes the pieces that a block from `at` on has for certain; 16 bytes can
** be read behind it.  How many bytes that were is added to state->at. */
FTEXT_INLINE ftext_status take_block(loop *state, const uint8_t *bytes,
                                     unsigned size, bool ends,
                                     ftext_pattern kind) {
  ftext_block block;
  ftext_status status = FTEXT_OK;
  uint64_t begins;
  unsigned certain;
  unsigned start = 0;
  unsigned end;

  ftext_block_read(&block, bytes);
  begins = ftext_boundaries(&block, bytes, size, ends, kind);
  certain = begins == 0 ? 0 : ftext_certain(&block, begins, size, ends);
  begins &= ftext_below(certain);
  while (start < certain) {
    begins &= begins - 1;
    end = begins == 0 ? certain : ftext_zeros(begins);
    if (end - start <= FTEXT_WORD_MOST) {
      add_word(state, bytes + start, end - start);
    } else {
      status = count_piece(state, bytes + start, end - start);
      if (status != FTEXT_OK) {
        break;
      }
    }
    start = end;
  }
  state->at += certain;
  return status;
}

/* The block at state->at, from the text itself or, close to its end, from a
** padded copy. */
FTEXT_INLINE ftext_status next_block(loop *state, ftext_pattern kind) {
  enum { PADDED = FTEXT_BLOCK + 16 };
  const uint8_t *bytes = state->text.bytes + state->at;
  size_t left = state->text.length - state->at;
  uint8_t padded[PADDED] = {0};

  if (left >= PADDED) {
    return take_block(state, bytes, FTEXT_BLOCK, false, kind);
  }
  memcpy(padded, bytes, left);
  if (left > FTEXT_BLOCK) {
    return take_block(state, padded, FTEXT_BLOCK, false, kind);
  }
  return take_block(state, padded, (unsigned)left, true, kind);
}

/* One piece that no block could tell. */
static ftext_status by_matcher(loop *state, bool *broken) {
  size_t start = state->at;
  size_t end =
      state->encoding->matcher(state->text.bytes, state->text.length, start);

  *broken = end == FTEXT_PIECE_BROKEN;
  if (*broken) {
    return FTEXT_OK;
  }
  state->at = end;
  return count_piece(state, state->text.bytes + start, end - start);
}

/* The rest of a text with broken UTF-8 in it, one piece after the other. */
static ftext_status count_rest(loop *state) {
  ftext_text rest = {state->text.bytes + state->at,
                     state->text.length - state->at};
  uint64_t count;
  ftext_status status = ftext_token_count(state->encoding, rest,
                                          state->limit - state->count, &count);

  state->count += count;
  state->at = state->text.length;
  return status;
}

/* Whether the next piece surely goes beyond ASCII, so that no block need be
** looked at. */
FTEXT_INLINE bool is_beyond_ascii(const loop *state) {
  const uint8_t *bytes = state->text.bytes + state->at;

  return bytes[0] >= 0x80 ||
         (state->at + 1 < state->text.length && bytes[1] >= 0x80);
}

FTEXT_INLINE ftext_status count_text(loop *state, ftext_pattern kind) {
  ftext_status status = FTEXT_OK;
  bool broken = false;
  size_t before;

  while (status == FTEXT_OK && state->at < state->text.length) {
    before = state->at;
    if (!is_beyond_ascii(state)) {
      status = next_block(state, kind);
    }
    if (status == FTEXT_OK && state->at == before) {
      status = by_matcher(state, &broken);
    }
    if (state->batch.count >= FULL || broken) {
      count_batch(state);
      if (state->count > state->limit) {
        return status;
      }
    }
    if (broken) {
      return count_rest(state);
    }
  }
  count_batch(state);
  return status;
}

ftext_status FTEXT_COUNT_VARIANT(const ftext_encoding *encoding,
                                 ftext_memo *memo, ftext_text text,
                                 uint64_t limit, uint64_t *count) {
  ftext_status status;
  loop state;

  state.encoding = encoding;
  state.words = ftext_encoding_vocabulary(encoding);
  state.memo = memo;
  state.text = text;
  state.at = 0;
  state.batch.count = 0;
  state.count = 0;
  state.limit = limit;
  if (encoding->matcher == ftext_piece_o200k) {
    status = count_text(&state, FTEXT_O200K);
  } else if (encoding->matcher == ftext_piece_cl100k) {
    status = count_text(&state, FTEXT_CL100K);
  } else {
    status = count_text(&state, FTEXT_R50K);
  }
  *count = state.count <= limit ? state.count : limit + 1;
  return status;
}

/*
** The counting loop; included once by each of its variants' files, which
** define FTEXT_COUNT_VARIANT as the name of theirs.
**
** Pieces are found in blocks of 64 bytes by what the block's sets say; each
** block begins where the last certain piece of the one before it ended, so
** that nothing is carried over.  A piece that no block can tell (it is too
** long, or its pattern looks far around) is left to the encoding's matcher.
*/
#include "token/count_cut.h"
#include "token/pieces.h"

/* One piece that no block could tell; its end. */
static size_t by_matcher(loop *state, size_t at) {
  size_t end =
      state->encoding->matcher(state->text.bytes, state->text.length, at);

  if (end != FTEXT_PIECE_BROKEN) {
    count_piece(state, state->text.bytes + at, end - at);
  }
  return end;
}

/* The pieces around broken UTF-8, up to where the text itself can be cut
** again; their end. */
static size_t count_broken(loop *state, size_t at) {
  ftext_cutter cutter;
  ftext_text piece;

  ftext_cutter_init(
      &cutter, state->encoding->matcher,
      (ftext_text){state->text.bytes + at, state->text.length - at});
  while (ftext_cutter_next(&cutter, &piece)) {
    count_piece(state, piece.bytes, piece.length);
    if (cutter.window_size == 0) {
      break;
    }
  }
  state->status = cutter.status != FTEXT_OK ? cutter.status : state->status;
  at += cutter.at;
  ftext_cutter_free(&cutter);
  return at;
}

/* Whether the next piece surely cannot be told by a block. */
FTEXT_INLINE bool is_for_matcher(const loop *state, size_t at) {
#ifdef __BMI2__
  (void)state;
  (void)at;
  return false;
#else
  const uint8_t *bytes = state->text.bytes + at;

  return bytes[0] >= 0x80 || (at + 1 < state->text.length && bytes[1] >= 0x80);
#endif
}

FTEXT_INLINE void count_text(loop *state, ftext_pattern kind) {
  size_t length = state->text.length;
  size_t at = 0;
  size_t before;

  while (at < length) {
    before = at;
    if (!is_for_matcher(state, at)) {
      at += next_block(state, at, kind);
    }
    if (at == before) {
      at = by_matcher(state, at);
    }
    if (at == FTEXT_PIECE_BROKEN) {
      at = count_broken(state, before);
    }
    if (is_full(state)) {
      count_batch(state);
    }
    if (state->count > state->limit || state->status != FTEXT_OK) {
      return;
    }
  }
  count_all(state);
}

ftext_status FTEXT_COUNT_VARIANT(const ftext_encoding *encoding,
                                 ftext_memo *memo, ftext_text text,
                                 uint64_t limit, uint64_t *count) {
  loop state;
  unsigned i;

  state.encoding = encoding;
  state.words = ftext_encoding_vocabulary(encoding);
  state.memo = memo;
  state.text = text;
  state.status = FTEXT_OK;
  state.short_count = 0;
  state.second_count = 0;
  state.word_count = 0;
  state.ready_count = 0;
  state.phrase_count = 0;
  state.missed_short_count = 0;
  state.missed_word_count = 0;
  state.merging_count = 0;
  for (i = 0; i < FTEXT_MERGE_SIDES; i++) {
    state.sides[i] = (uint8_t)i;
  }
  state.count = 0;
  state.limit = limit;
  if (encoding->matcher == ftext_piece_o200k) {
    count_text(&state, FTEXT_O200K);
  } else if (encoding->matcher == ftext_piece_cl100k) {
    count_text(&state, FTEXT_CL100K);
  } else {
    count_text(&state, FTEXT_R50K);
  }
  *count = state.count <= limit ? state.count : limit + 1;
  return state.status;
}

#undef FTEXT_COUNT_VARIANT

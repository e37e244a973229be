#include "token/bpe.h"

#include "token/merge.h"

#include <assert.h>

enum {
  WINDOW = 48,   /* bytes encoded at a time in a long piece */
  TAIL = 8,      /* the window's last bytes: their tokens may still change */
  PENDING = 4096 /* tokens that can be taken back, at first */
};

/* Whether the two tokens are the encoding of their bytes put together. */
static bool is_stable(const ftext_vocabulary *words, uint32_t left,
                      uint32_t right) {
  uint32_t limit = FTEXT_NONE;

  /* Back in time from the two tokens to their bytes: had a merge across
  ** the seam a lower rank than the merge that is undone, it would have come
  ** first.  Of equal ranks the left one comes first. */
  for (;;) {
    if (ftext_vocabulary_merge(words, left, right) < limit) {
      return false;
    }
    if (left > right) {
      if (words->split[left] == FTEXT_NO_PAIR) {
        return true;
      }
      limit = left;
      left = (uint32_t)words->split[left] & FTEXT_ID_MASK;
    } else {
      if (words->split[right] == FTEXT_NO_PAIR) {
        return true;
      }
      limit = right + 1;
      right = (uint32_t)(words->split[right] >> FTEXT_ID_BITS);
    }
  }
}

/* A long piece on its way: `pending` holds the last tokens of the encoding
** of its first `at` bytes; those before them are with the sink. */
typedef struct encoder {
  const ftext_vocabulary *words;
  const uint8_t *piece;
  size_t length;
  size_t at;
  uint32_t *pending;
  size_t pending_size;
  size_t pending_count;
  size_t sent; /* tokens that left `pending` */
  ftext_merge_scratch scratch;
  ftext_token_sink *sink; /* NULL: a trial run */
  void *data;
  bool go;
} encoder;

static size_t token_length(const encoder *state, uint32_t id) {
  return ftext_vocabulary_bytes(state->words, id).length;
}

static void send(encoder *state, size_t count) {
  if (state->sink != NULL && state->go) {
    state->go = state->sink(state->data, state->pending, count);
  }
  state->sent += count;
  state->pending_count -= count;
  memmove(state->pending, state->pending + count,
          state->pending_count * sizeof *state->pending);
}

static void push(encoder *state, uint32_t id, size_t length) {
  if (state->pending_count == state->pending_size) {
    send(state, state->pending_size / 2);
  }
  state->pending[state->pending_count++] = id;
  state->at += length;
}

/* While the piece goes on with the bytes of the last `count` tokens: the same
** tokens again, when the last of them is stable beside the first. */
static void repeat(encoder *state, size_t count) {
  uint32_t again[2];
  size_t length = 0;
  size_t times;
  size_t i;

  assert(count <= 2);
  if (state->pending_count < count) {
    return;
  }
  for (i = 0; i < count; i++) {
    again[i] = state->pending[state->pending_count - count + i];
    length += token_length(state, again[i]);
  }
  times =
      ftext_same_length(state->piece + state->at - length,
                        state->piece + state->at, state->length - state->at) /
      length;
  if (times == 0 || !is_stable(state->words, again[count - 1], again[0])) {
    return;
  }
  while (times-- > 0) {
    for (i = 0; i < count; i++) {
      push(state, again[i], token_length(state, again[i]));
    }
  }
}

static ftext_status merge(encoder *state, size_t window, uint32_t *few,
                          const uint32_t **ids, size_t *count) {
  ftext_status status;

  if (window <= FTEXT_MERGE_FEW) {
    *count =
        ftext_merge_few(state->words, state->piece + state->at, window, few);
    *ids = few;
    return FTEXT_OK;
  }
  status = ftext_merge_many(state->words, state->piece + state->at, window,
                            &state->scratch, count);
  *ids = state->scratch.ids;
  return status;
}

/* How many of the window's tokens end before its tail; all at the end of
** the piece. */
static size_t settled(const encoder *state, size_t window, const uint32_t *ids,
                      size_t count) {
  size_t end = 0;
  size_t i;

  if (state->at + window == state->length) {
    return count;
  }
  for (i = 0; i < count; i++) {
    end += token_length(state, ids[i]);
    if (end + TAIL > window) {
      break;
    }
  }
  return i;
}

/* Takes tokens back; how many bytes they had.  0: they are gone already. */
static size_t take_back(encoder *state, size_t count) {
  size_t bytes = 0;

  while (count-- > 0 && state->pending_count > 0) {
    bytes += token_length(state, state->pending[--state->pending_count]);
  }
  state->at -= bytes;
  return bytes;
}

/* One window forward.  FTEXT_INVALID: more tokens would have to be taken
** back than `pending` holds. */
static ftext_status advance(encoder *state) {
  uint32_t few[FTEXT_MERGE_FEW];
  const uint32_t *ids;
  size_t left = state->length - state->at;
  size_t window = left < WINDOW ? left : WINDOW;
  size_t back = 1;
  size_t count;
  size_t keep;
  size_t i;
  ftext_status status;

  for (;;) {
    status = merge(state, window, few, &ids, &count);
    if (status != FTEXT_OK) {
      return status;
    }
    keep = settled(state, window, ids, count);
    if (keep == 0) {
      left = state->length - state->at;
      window = left < 2 * window ? left : 2 * window;
    } else if (state->pending_count > 0 &&
               !is_stable(state->words,
                          state->pending[state->pending_count - 1], ids[0])) {
      window += take_back(state, back);
      back *= 2;
    } else if (state->pending_count == 0 && state->sent > 0) {
      return FTEXT_INVALID;
    } else {
      break;
    }
  }
  for (i = 0; i < keep; i++) {
    push(state, ids[i], token_length(state, ids[i]));
  }
  return FTEXT_OK;
}

static ftext_status run(encoder *state) {
  ftext_status status = FTEXT_OK;

  state->at = 0;
  state->sent = 0;
  state->pending_count = 0;
  while (status == FTEXT_OK && state->go && state->at < state->length) {
    repeat(state, 1); /* a run of one character, however long, */
    repeat(state, 2); /* or of two in turns, is done here */
    if (state->at < state->length) {
      status = advance(state);
    }
  }
  if (status == FTEXT_OK) {
    send(state, state->pending_count);
  }
  return status;
}

/* Makes `pending` larger, for a piece whose tokens depend on what stands
** unusually far behind them. */
static ftext_status enlarge(encoder *state, void **memory, size_t *capacity) {
  ftext_status status = ftext_grow(memory, capacity, 16 * state->pending_size,
                                   sizeof *state->pending);

  if (status == FTEXT_OK) {
    state->pending = *memory;
    state->pending_size = *capacity;
  }
  return status;
}

/* Tokens that a sink has cannot be taken back.  So where they do not all
** fit into `pending`, a trial run without the sink shows first that it is
** large enough; a sink that counts needs nothing more than that run. */
static ftext_status encode_long(encoder *state, ftext_token_sink *sink,
                                bool counts) {
  void *memory = NULL;
  size_t capacity = 0;
  ftext_status status = FTEXT_OK;

  if (state->length > state->pending_size || counts) {
    while ((status = run(state)) == FTEXT_INVALID) {
      status = enlarge(state, &memory, &capacity);
      if (status != FTEXT_OK) {
        break;
      }
    }
  }
  if (status == FTEXT_OK && counts) {
    state->go = sink(state->data, NULL, state->sent);
  } else if (status == FTEXT_OK) {
    state->sink = sink;
    status = run(state);
  }
  ftext_merge_scratch_free(&state->scratch);
  ftext_release(memory);
  return status;
}

ftext_status ftext_bpe(const ftext_vocabulary *words, ftext_text piece,
                       ftext_token_sink *sink, void *data, bool counts,
                       bool *go) {
  uint32_t ids[PENDING];
  uint32_t whole = ftext_vocabulary_find(words, piece.bytes, piece.length);
  ftext_status status;
  encoder state;

  if (whole != FTEXT_NONE) {
    *go = sink(data, &whole, 1);
    return FTEXT_OK;
  }
  if (piece.length <= FTEXT_MERGE_FEW) {
    *go =
        sink(data, ids, ftext_merge_few(words, piece.bytes, piece.length, ids));
    return FTEXT_OK;
  }
  state = (encoder){.words = words,
                    .piece = piece.bytes,
                    .length = piece.length,
                    .pending = ids,
                    .pending_size = PENDING,
                    .data = data,
                    .go = true};
  status = encode_long(&state, sink, counts);
  *go = state.go;
  return status;
}

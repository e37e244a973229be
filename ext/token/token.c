#include "token/token.h"

#include "token/definition.h"
#include "token/pieces.h"

ftext_status ftext_tokenize(const ftext_encoding *encoding, ftext_text text,
                            ftext_token_sink *sink, void *data, bool counts) {
  ftext_vocabulary words = ftext_encoding_vocabulary(encoding);
  ftext_status status = FTEXT_OK;
  ftext_cutter cutter;
  ftext_text piece;
  bool go = true;

  ftext_cutter_init(&cutter, encoding->matcher, text);
  while (go && status == FTEXT_OK && ftext_cutter_next(&cutter, &piece)) {
    status = ftext_bpe(&words, piece, sink, data, counts, &go);
  }
  status = status == FTEXT_OK ? cutter.status : status;
  ftext_cutter_free(&cutter);
  return status;
}

typedef struct counter {
  uint64_t count;
  uint64_t limit;
} counter;

static bool on_count(void *data, const uint32_t *ids, size_t count) {
  counter *state = data;

  (void)ids;
  state->count += count;
  return state->count <= state->limit;
}

ftext_status ftext_token_count(const ftext_encoding *encoding, ftext_text text,
                               uint64_t limit, uint64_t *count) {
  counter state = {.limit = limit};
  ftext_status status = ftext_tokenize(encoding, text, on_count, &state, true);

  *count = state.count <= limit ? state.count : limit + 1;
  return status;
}

static bool on_first(void *data, const uint32_t *ids, size_t count) {
  uint32_t *id = data;

  if (count > 0) {
    *id = ids[0];
  }
  return false;
}

ftext_status ftext_first_token(const ftext_encoding *encoding, ftext_text text,
                               uint32_t *id) {
  *id = FTEXT_NONE;
  return ftext_tokenize(encoding, text, on_first, id, false);
}

/*
** Functions that need no more than a look at a text's tokens: how many,
** the first one, where to cut.
*/
#include "base/utf8.h"
#include "base/value.h"
#include "token/argument.h"
#include "token/count.h"
#include "token/sql.h"
#include "token/token.h"

/* The text of argument 0 and the encoding of argument `at`; false when the
** function has been failed. */
static bool text_and_encoding(sqlite3_context *context, int argc,
                              sqlite3_value **argv, int at, ftext_text *text,
                              const ftext_encoding **encoding) {
  *encoding = ftext_encoding_argument(context, argc, argv, at);
  if (*encoding == NULL) {
    return false;
  }
  if (ftext_value_text(argv[0], text) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return false;
  }
  return true;
}

/* A count of tokens; false when the function has been failed. */
static bool tokens_argument(sqlite3_context *context, sqlite3_value *value,
                            const char *name, sqlite3_int64 *tokens) {
  if (!ftext_value_integer(value, tokens) || *tokens < 0) {
    ftext_error(context, "%s must be a whole number from 0, not '%s'", name,
                sqlite3_value_text(value));
    return false;
  }
  return true;
}

/* What a connection keeps for counting. */
typedef struct memos {
  ftext_memo memo[FTEXT_MEMOS];
  size_t used;
} memos;

static void memos_free(void *memory) {
  memos *all = memory;
  int i;

  for (i = 0; i < FTEXT_MEMOS; i++) {
    ftext_memo_free(&all->memo[i]);
  }
  sqlite3_free(all);
}

/* The connection's memo for this encoding; NULL where there is no memory. */
static ftext_memo *memo_of(sqlite3_context *context,
                           const ftext_encoding *encoding) {
  static const char owner[] = "ftext_token_count";
  ftext_memory *memory =
      ftext_connection_memory(ftext_current_connection(context), owner);
  memos *all = memory->data;
  int i;

  if (all == NULL) {
    all = sqlite3_malloc64(sizeof *all);
    if (all == NULL) {
      return NULL;
    }
    memset(all, 0, sizeof *all);
    for (i = 0; i < FTEXT_MEMOS; i++) {
      all->memo[i].used = &all->used;
    }
    memory->data = all;
    memory->free = memos_free;
  }
  return &all->memo[encoding->memo];
}

void ftext_token_count_sql(sqlite3_context *context, int argc,
                           sqlite3_value **argv) {
  sqlite3_int64 limit = INT64_MAX - 1;
  const ftext_encoding *encoding;
  ftext_text text;
  ftext_memo *memo;
  uint64_t count;
  ftext_status status;

  if (!text_and_encoding(context, argc, argv, 1, &text, &encoding) ||
      (argc > 2 && !tokens_argument(context, argv[2], "limit", &limit))) {
    return;
  }
  memo = memo_of(context, encoding);
  status = memo == NULL
               ? ftext_token_count(encoding, text, (uint64_t)limit, &count)
               : ftext_count(encoding, memo, text, (uint64_t)limit, &count);
  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
    return;
  }
  sqlite3_result_int64(context, (sqlite3_int64)count);
}

/* The first token's id; FTEXT_NONE for '' and when the function has been
** failed. */
static uint32_t first_id(sqlite3_context *context, int argc,
                         sqlite3_value **argv,
                         const ftext_encoding **encoding) {
  uint32_t id = FTEXT_NONE;
  ftext_text text;
  ftext_status status;

  if (!text_and_encoding(context, argc, argv, 1, &text, encoding)) {
    return FTEXT_NONE;
  }
  status = ftext_first_token(*encoding, text, &id);
  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
    return FTEXT_NONE;
  }
  return id;
}

void ftext_first_token_id_sql(sqlite3_context *context, int argc,
                              sqlite3_value **argv) {
  const ftext_encoding *encoding;
  uint32_t id = first_id(context, argc, argv, &encoding);

  if (id != FTEXT_NONE) {
    sqlite3_result_int64(context, id);
  }
}

void ftext_first_token_sql(sqlite3_context *context, int argc,
                           sqlite3_value **argv) {
  const ftext_encoding *encoding;
  uint32_t id = first_id(context, argc, argv, &encoding);

  if (id != FTEXT_NONE) {
    ftext_result_token(context, ftext_token_bytes(encoding, id));
  }
}

void ftext_result_token(sqlite3_context *context, ftext_text bytes) {
  /* The vocabulary is constant, but not longer than the library is loaded:
  ** a result may live on in the host. */
  if (ftext_utf8_valid_length(bytes.bytes, bytes.length) == bytes.length) {
    sqlite3_result_text64(context, (const char *)bytes.bytes, bytes.length,
                          SQLITE_TRANSIENT, SQLITE_UTF8);
  } else {
    sqlite3_result_blob64(context, bytes.bytes, bytes.length, SQLITE_TRANSIENT);
  }
}

typedef struct cut {
  const ftext_encoding *encoding;
  sqlite3_int64 left; /* tokens that still fit */
  size_t length;      /* bytes of those that did */
  size_t end;         /* the last place in them between characters */
  bool whole;         /* all tokens fit */
} cut;

static bool on_cut(void *data, const uint32_t *ids, size_t count) {
  cut *state = data;
  ftext_text token;
  size_t i;

  for (i = 0; i < count; i++) {
    token = ftext_token_bytes(state->encoding, ids[i]);
    if ((token.bytes[0] & 0xC0) != 0x80) {
      state->end = state->length;
    }
    if (state->left == 0) {
      state->whole = false;
      return false;
    }
    state->left--;
    state->length += token.length;
  }
  return true;
}

void ftext_truncate_sql(sqlite3_context *context, int argc,
                        sqlite3_value **argv) {
  sqlite3 *db = sqlite3_context_db_handle(context);
  cut state = {0};
  ftext_buffer out;
  ftext_text text;
  ftext_status status = FTEXT_OK;

  if (!text_and_encoding(context, argc, argv, 2, &text, &state.encoding) ||
      !tokens_argument(context, argv[1], "max_tokens", &state.left)) {
    return;
  }
  state.whole = true;
  status = ftext_tokenize(state.encoding, text, on_cut, &state, false);
  ftext_buffer_init(&out, ftext_length_limit(db));
  if (status == FTEXT_OK) {
    ftext_utf8_prefix(&out, text.bytes, text.length,
                      state.whole ? state.length : state.end);
    status = out.status;
  }
  out.status = status;
  ftext_result_buffer(context, &out);
}

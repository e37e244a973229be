/*
** The table ftext_tokens: a text's tokens, one a row.
*/
#include "base/value.h"
#include "token/argument.h"
#include "token/sql.h"
#include "token/stream.h"

enum { POSITION, ID, TOKEN, START, LENGTH };

static const ftext_column columns[] = {
    {"position", "INTEGER", "from 1"},
    {"id", "INTEGER", "the token's id"},
    {"token", "",
     "the token's characters as TEXT, its bytes as a BLOB where "
     "they are not whole UTF-8"},
    {"start", "INTEGER", "bytes before the token in the text as read, from 0"},
    {"length", "INTEGER", "bytes"},
    {"text", "", ""},
    {"encoding", "", ""},
};

typedef struct tokens_cursor {
  ftext_cursor base; /* must come first */
  ftext_stream stream;
  uint32_t id;
  ftext_text token;
  size_t start;
} tokens_cursor;

static int tokens_next(ftext_cursor *base) {
  tokens_cursor *cursor = (tokens_cursor *)base;

  cursor->start += cursor->token.length;
  cursor->id = ftext_stream_next(&cursor->stream);
  base->end = cursor->id == FTEXT_NONE;
  if (base->end) {
    return ftext_status_code(cursor->stream.status);
  }
  cursor->token = ftext_token_bytes(cursor->stream.encoding, cursor->id);
  return SQLITE_OK;
}

static int tokens_open(ftext_cursor *base) {
  tokens_cursor *cursor = (tokens_cursor *)base;
  const ftext_encoding *encoding;
  ftext_text text;
  ftext_status status;
  int rc;

  encoding = ftext_encoding_cursor_argument(base, 1, &rc);
  if (encoding == NULL) {
    return rc;
  }
  status = ftext_value_text(base->arguments[0], &text);
  if (status == FTEXT_OK) {
    status = ftext_stream_init(&cursor->stream, encoding, text);
  }
  return status == FTEXT_OK ? tokens_next(base) : ftext_status_code(status);
}

static void tokens_close(ftext_cursor *base) {
  ftext_stream_free(&((tokens_cursor *)base)->stream);
}

static int tokens_column(ftext_cursor *base, sqlite3_context *context,
                         int column) {
  const tokens_cursor *cursor = (const tokens_cursor *)base;

  switch (column) {
  case POSITION:
    sqlite3_result_int64(context, base->row);
    break;
  case ID:
    sqlite3_result_int64(context, cursor->id);
    break;
  case TOKEN:
    ftext_result_token(context, cursor->token);
    break;
  case START:
    sqlite3_result_int64(context, (sqlite3_int64)cursor->start);
    break;
  default:
    sqlite3_result_int64(context, (sqlite3_int64)cursor->token.length);
    break;
  }
  return SQLITE_OK;
}

const ftext_table ftext_tokens_table = {
    .name = "ftext_tokens",
    .arguments = "text [, encoding]",
    .summary = "A text's tokens, one a row.",
    .details =
        "The tokens of tiktoken's encode_ordinary(): text such as "
        "<|endoftext|> is ordinary text. Broken UTF-8 is read as U+FFFD, and "
        "`start` counts its three bytes. NULL gives no rows; an unknown "
        "encoding is an error that lists the known ones.",
    .example = "SELECT position, id, token, start, length "
               "FROM ftext_tokens('don''t stop', 'cl100k_base')",
    .columns = columns,
    .column_count = 5,
    .argument_count = 2,
    .required = 1,
    .flags = FTEXT_PURE,
    .cursor_size = sizeof(tokens_cursor),
    .open = tokens_open,
    .next = tokens_next,
    .column = tokens_column,
    .close = tokens_close,
};

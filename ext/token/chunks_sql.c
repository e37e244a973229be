/*
** The table ftext_chunks: a text cut into parts of at most so many tokens.
*/
#include "base/value.h"
#include "token/argument.h"
#include "token/sql.h"
#include "token/stream.h"

enum { POSITION, CHUNK, TOKEN_COUNT, START };

static const ftext_column columns[] = {
    {"position", "INTEGER", "from 1"},
    {"chunk", "TEXT", "the part of the text"},
    {"token_count", "INTEGER", "how many of the text's own tokens it has"},
    {"start", "INTEGER", "bytes before the chunk in the text as read, from 0"},
    {"text", "", ""},
    {"max_tokens", "", ""},
    {"overlap", "", ""},
    {"encoding", "", ""},
};

/* Where a token ends, for the tokens from the current chunk's first one on.
** ends[first] is where that one begins. */
typedef struct chunks_cursor {
  ftext_cursor base; /* must come first */
  ftext_stream stream;
  size_t *ends;
  size_t capacity;
  size_t first;
  size_t known; /* tokens whose end is behind ends[first] */
  size_t most;  /* max_tokens */
  size_t overlap;
  size_t size; /* tokens in the current chunk */
} chunks_cursor;

/* Where the first `count` tokens of the chunk end. */
static size_t end_of(const chunks_cursor *cursor, size_t count) {
  return cursor->ends[cursor->first + count];
}

/* Whether a chunk may begin or end behind so many tokens. */
static bool is_boundary(const chunks_cursor *cursor, size_t count) {
  const ftext_text *text = &cursor->stream.text;
  const size_t at = end_of(cursor, count);

  return at == text->length || (text->bytes[at] & 0xC0) != 0x80;
}

/* Pulls one more token; false at the end of the text or on an error. */
static bool pull(chunks_cursor *cursor, int *rc) {
  uint32_t id = ftext_stream_next(&cursor->stream);
  void *ends = cursor->ends;
  ftext_status status = cursor->stream.status;

  if (id != FTEXT_NONE) {
    status =
        ftext_grow(&ends, &cursor->capacity, cursor->first + cursor->known + 2,
                   sizeof *cursor->ends);
    cursor->ends = ends;
  }
  *rc = ftext_status_code(status);
  if (id == FTEXT_NONE || status != FTEXT_OK) {
    return false;
  }
  cursor->known++;
  cursor->ends[cursor->first + cursor->known] =
      end_of(cursor, cursor->known - 1) +
      ftext_token_bytes(cursor->stream.encoding, id).length;
  return true;
}

/* How many tokens the chunk takes: as many as fit and end between
** characters; where none do, the fewest that end so. */
static int measure(chunks_cursor *cursor) {
  int rc = SQLITE_OK;
  size_t size;

  while (cursor->known < cursor->most && pull(cursor, &rc)) {
  }
  if (rc != SQLITE_OK) {
    return rc;
  }
  size = cursor->known < cursor->most ? cursor->known : cursor->most;
  while (size > 0 && !is_boundary(cursor, size)) {
    size--;
  }
  if (size == 0) {
    for (size = 1;; size++) {
      while (cursor->known < size && pull(cursor, &rc)) {
      }
      if (rc != SQLITE_OK || cursor->known < size ||
          is_boundary(cursor, size)) {
        break;
      }
    }
  }
  cursor->size = size;
  cursor->base.end = cursor->known == 0;
  return rc;
}

/* Lets go of the first tokens.  What is left moves to the front when it is
** less than what is free there, so that a token is moved once on average. */
static void drop(chunks_cursor *cursor, size_t count) {
  cursor->first += count;
  cursor->known -= count;
  if (cursor->first > cursor->known) {
    memcpy(cursor->ends, cursor->ends + cursor->first,
           (cursor->known + 1) * sizeof *cursor->ends);
    cursor->first = 0;
  }
}

/* The next chunk begins `overlap` tokens before this one's end, or behind
** that where it would begin inside a character. */
static int chunks_next(ftext_cursor *base) {
  chunks_cursor *cursor = (chunks_cursor *)base;
  size_t from = cursor->size;

  if (end_of(cursor, cursor->size) == cursor->stream.text.length) {
    base->end = true;
    return SQLITE_OK;
  }
  if (cursor->overlap < cursor->size) {
    from = cursor->size - cursor->overlap;
  }
  while (!is_boundary(cursor, from)) {
    from++;
  }
  drop(cursor, from);
  return measure(cursor);
}

/* A count given as argument `at`. */
static int count_argument(ftext_cursor *base, int at, sqlite3_int64 least,
                          size_t *count) {
  sqlite3_int64 number;

  if (!ftext_value_integer(base->arguments[at], &number) || number < least) {
    return ftext_table_error(base,
                             "%s must be a whole number from %lld, not '%s'",
                             columns[base->table->column_count + at].name,
                             least, sqlite3_value_text(base->arguments[at]));
  }
  *count = (size_t)number;
  return SQLITE_OK;
}

static int read_arguments(chunks_cursor *cursor) {
  ftext_cursor *base = &cursor->base;
  int rc = count_argument(base, 1, 1, &cursor->most);

  if (rc == SQLITE_OK && base->arguments[2] != NULL) {
    rc = count_argument(base, 2, 0, &cursor->overlap);
  }
  if (rc == SQLITE_OK && cursor->overlap >= cursor->most) {
    rc = ftext_table_error(base, "overlap must be less than max_tokens");
  }
  return rc;
}

static int chunks_open(ftext_cursor *base) {
  chunks_cursor *cursor = (chunks_cursor *)base;
  int rc = read_arguments(cursor);
  const ftext_encoding *encoding;
  void *ends = NULL;
  ftext_text text;
  ftext_status status;

  if (rc != SQLITE_OK) {
    return rc;
  }
  encoding = ftext_encoding_cursor_argument(base, 3, &rc);
  if (encoding == NULL) {
    return rc;
  }
  status = ftext_value_text(base->arguments[0], &text);
  if (status == FTEXT_OK) {
    status = ftext_stream_init(&cursor->stream, encoding, text);
  }
  if (status == FTEXT_OK) {
    status = ftext_grow(&ends, &cursor->capacity, 1, sizeof *cursor->ends);
    cursor->ends = ends;
  }
  if (status != FTEXT_OK) {
    return ftext_status_code(status);
  }
  cursor->ends[0] = 0;
  return measure(cursor);
}

static void chunks_close(ftext_cursor *base) {
  chunks_cursor *cursor = (chunks_cursor *)base;

  ftext_stream_free(&cursor->stream);
  ftext_release(cursor->ends);
}

static int chunks_column(ftext_cursor *base, sqlite3_context *context,
                         int column) {
  const chunks_cursor *cursor = (const chunks_cursor *)base;
  const ftext_text *text = &cursor->stream.text;
  const size_t start = end_of(cursor, 0);

  switch (column) {
  case POSITION:
    sqlite3_result_int64(context, base->row);
    break;
  case CHUNK:
    sqlite3_result_text64(context, (const char *)text->bytes + start,
                          end_of(cursor, cursor->size) - start,
                          SQLITE_TRANSIENT, SQLITE_UTF8);
    break;
  case TOKEN_COUNT:
    sqlite3_result_int64(context, (sqlite3_int64)cursor->size);
    break;
  default:
    sqlite3_result_int64(context, (sqlite3_int64)start);
    break;
  }
  return SQLITE_OK;
}

const ftext_table ftext_chunks_table = {
    .name = "ftext_chunks",
    .arguments = "text, max_tokens [, overlap [, encoding]]",
    .summary = "A text cut into chunks of at most max_tokens tokens.",
    .details =
        "Chunks are made of the text's own tokens and end between "
        "characters; one that would hold less than a character takes as many "
        "tokens as end with one, and alone may pass max_tokens. Each "
        "begins `overlap` tokens (default 0) before the end of the one "
        "before it, or a little later where that is inside a character. "
        "Encoded by itself a chunk may have another count, since tokens can "
        "merge differently at its edges. NULL gives no rows, so does ''; "
        "max_tokens below 1 and an overlap that is not below max_tokens are "
        "errors.",
    .example = "SELECT position, chunk, token_count, start "
               "FROM ftext_chunks('one two three four five', 3, 1)",
    .columns = columns,
    .column_count = 4,
    .argument_count = 4,
    .required = 2,
    .flags = FTEXT_PURE,
    .cursor_size = sizeof(chunks_cursor),
    .open = chunks_open,
    .next = chunks_next,
    .column = chunks_column,
    .close = chunks_close,
};

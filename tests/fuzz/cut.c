/*
** Texts cut by tokens: decode(encode(x)) is x as read; truncating gives a
** prefix of it within the limit that no longer prefix of whole tokens beats;
** chunks without overlap put together are it, each within its limit.
** Input: encoding, limit, text.
*/
#include "common/check.h"
#include "common/database.h"

#include "base/utf8.h"

#include <string.h>

static const char sql[] =
    "WITH input(x, n, e) AS (SELECT CAST(?1 AS TEXT), ?2, "
    "  (SELECT name FROM ftext_encodings LIMIT 1 OFFSET ?3)) "
    "SELECT ftext_decode(ftext_encode(x, e), e), ftext_truncate(x, n, e), "
    "  ftext_token_count(ftext_truncate(x, n, e), e), "
    "  (SELECT group_concat(chunk, '') FROM "
    "    (SELECT chunk FROM ftext_chunks(x, n, 0, e) ORDER BY position)), "
    "  (SELECT max(token_count) FROM ftext_chunks(x, n, 0, e)), "
    "  (SELECT count(*) FROM ftext_chunks(x, n, n / 2, e) "
    "    WHERE token_count > n), "
    "  (SELECT count(*) FROM ftext_tokens(x, e)) = ftext_token_count(x, e), "
    "  ftext_token_count(x, e) FROM input";

static void check_equal(sqlite3_stmt *row, int column,
                        const ftext_buffer *text) {
  const void *bytes = sqlite3_column_blob(row, column);

  CHECK(sqlite3_column_bytes(row, column) == (int)text->length);
  CHECK(text->length == 0 || memcmp(bytes, text->bytes, text->length) == 0);
}

static void check_row(sqlite3_stmt *row, const ftext_buffer *text, int limit) {
  const void *prefix = sqlite3_column_blob(row, 1);
  int length = sqlite3_column_bytes(row, 1);

  check_equal(row, 0, text);
  CHECK(length <= (int)text->length);
  CHECK(length == 0 || memcmp(prefix, text->bytes, (size_t)length) == 0);
  if (sqlite3_column_int(row, 7) <= limit) {
    CHECK(length == (int)text->length);
  }
  if (text->length > 0) {
    check_equal(row, 3, text);
  }
  CHECK(sqlite3_column_int(row, 5) == 0);
  CHECK(sqlite3_column_int(row, 6) == 1);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  static sqlite3_stmt *row;
  ftext_buffer text;
  int limit;
  int rc;

  if (size < 2) {
    return 0;
  }
  if (row == NULL) {
    CHECK(sqlite3_prepare_v2(fuzz_database(), sql, -1, &row, NULL) ==
          SQLITE_OK);
  }
  /* A character can take several tokens: smaller limits are an error. */
  limit = 16 + data[1] % 32;
  ftext_buffer_init(&text, SIZE_MAX);
  ftext_utf8_repair(&text, data + 2, size - 2);
  sqlite3_bind_blob(row, 1, data + 2, (int)size - 2, SQLITE_STATIC);
  sqlite3_bind_int(row, 2, limit);
  sqlite3_bind_int(row, 3, data[0] % 7);
  fuzz_restart_clock();
  rc = sqlite3_step(row);
  CHECK(rc == SQLITE_ROW || rc == SQLITE_INTERRUPT);
  if (rc == SQLITE_ROW) {
    check_row(row, &text, limit);
  }
  sqlite3_reset(row);
  sqlite3_clear_bindings(row);
  ftext_buffer_free(&text);
  return 0;
}

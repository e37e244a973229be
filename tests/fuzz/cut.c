/*
** Texts cut by tokens, held against the tokens of the slow, obvious
** tokenizer: encoding and back, the rows of ftext_tokens, the longest
** beginning, and the chunks, each by the sentence that the manual has for it.
**
** Input: encoding and overlap, limit, text.
*/
#include "common/check.h"
#include "common/database.h"
#include "common/reference.h"

#include "base/utf8.h"
#include "token/encoding.h"

#include <string.h>

enum { ENCODINGS = 7, LARGEST_LIMIT = 40, LONGEST = REFERENCE_MOST / 3 };

/* What is cut, and where its tokens end. */
typedef struct cutting {
  const char *encoding;
  ftext_text text; /* of the input */
  ftext_buffer repaired;
  uint32_t ids[REFERENCE_MOST];
  size_t ends[REFERENCE_MOST + 1]; /* ends[0] is 0 */
  size_t count;
  size_t limit;
  size_t overlap;
} cutting;

static void begin(cutting *cut, const unsigned char *data, size_t size) {
  const uint8_t *token = NULL;
  size_t i;

  cut->encoding = ftext_encoding_name(ftext_encoding_at(data[0] % ENCODINGS));
  cut->limit = 1 + data[1] % LARGEST_LIMIT;
  cut->overlap = data[0] / ENCODINGS % cut->limit;
  cut->text = (ftext_text){data + 2, size - 2};
  ftext_buffer_init(&cut->repaired, SIZE_MAX);
  ftext_utf8_repair(&cut->repaired, data + 2, size - 2);
  cut->count = reference_encode(cut->encoding, cut->repaired.bytes,
                                cut->repaired.length, cut->ids);
  for (i = 0; i < cut->count; i++) {
    cut->ends[i + 1] =
        cut->ends[i] + reference_bytes(cut->encoding, cut->ids[i], &token);
  }
}

/* Binds the text, the encoding, the limit and the overlap as ?1 to ?4. */
static void bind(sqlite3_stmt *row, const cutting *cut) {
  sqlite3_bind_text(row, 1, (const char *)cut->text.bytes,
                    (int)cut->text.length, SQLITE_STATIC);
  sqlite3_bind_text(row, 2, cut->encoding, -1, SQLITE_STATIC);
  sqlite3_bind_int64(row, 3, (sqlite3_int64)cut->limit);
  sqlite3_bind_int64(row, 4, (sqlite3_int64)cut->overlap);
}

/* Whether the first `tokens` tokens end between characters. */
static bool whole(const cutting *cut, size_t tokens) {
  size_t at = cut->ends[tokens];

  return at == cut->repaired.length || (cut->repaired.bytes[at] & 0xC0) != 0x80;
}

/* As many tokens from `from` on as fit the limit and end whole; or 0. */
static size_t most(const cutting *cut, size_t from) {
  size_t end = from + cut->limit < cut->count ? from + cut->limit : cut->count;

  while (end > from && !whole(cut, end)) {
    end--;
  }
  return end - from;
}

static void check_texts(const cutting *cut) {
  static sqlite3_stmt *row;

  fuzz_prepare(&row, "SELECT ftext_decode(ftext_encode(?1, ?2), ?2), "
                     "ftext_truncate(?1, ?3, ?2)");
  bind(row, cut);
  CHECK(sqlite3_step(row) == SQLITE_ROW);
  fuzz_check_bytes(row, 0, cut->repaired.bytes, cut->repaired.length);
  fuzz_check_bytes(row, 1, cut->repaired.bytes, cut->ends[most(cut, 0)]);
  sqlite3_reset(row);
}

static void check_tokens(const cutting *cut) {
  static sqlite3_stmt *row;
  size_t i;

  fuzz_prepare(&row, "SELECT token, id, start, length, position "
                     "FROM ftext_tokens(?1, ?2)");
  bind(row, cut);
  for (i = 0; i < cut->count; i++) {
    size_t length = cut->ends[i + 1] - cut->ends[i];

    CHECK(sqlite3_step(row) == SQLITE_ROW);
    fuzz_check_bytes(row, 0, cut->repaired.bytes + cut->ends[i], length);
    CHECK(sqlite3_column_int64(row, 1) == cut->ids[i]);
    CHECK(sqlite3_column_int64(row, 2) == (sqlite3_int64)cut->ends[i]);
    CHECK(sqlite3_column_int64(row, 3) == (sqlite3_int64)length);
    CHECK(sqlite3_column_int64(row, 4) == (sqlite3_int64)i + 1);
  }
  CHECK(sqlite3_step(row) == SQLITE_DONE);
  sqlite3_reset(row);
}

/* The chunk from token `from` on; returns the token that ends it. */
static size_t check_chunk(sqlite3_stmt *row, const cutting *cut, size_t from) {
  size_t size = most(cut, from);
  size_t start = cut->ends[from];

  while (size == 0 || !whole(cut, from + size)) {
    size++;
  }
  CHECK(sqlite3_step(row) == SQLITE_ROW);
  fuzz_check_bytes(row, 0, cut->repaired.bytes + start,
                   cut->ends[from + size] - start);
  CHECK(sqlite3_column_int64(row, 1) == (sqlite3_int64)size);
  CHECK(sqlite3_column_int64(row, 2) == (sqlite3_int64)start);
  return from + size;
}

static void check_chunks(const cutting *cut) {
  static sqlite3_stmt *row;
  size_t from = 0;
  size_t end = 0;

  fuzz_prepare(&row, "SELECT chunk, token_count, start "
                     "FROM ftext_chunks(?1, ?3, ?4, ?2)");
  bind(row, cut);
  while (end < cut->count) {
    end = check_chunk(row, cut, from);
    from = end - from > cut->overlap ? end - cut->overlap : end;
    while (!whole(cut, from)) {
      from++;
    }
  }
  CHECK(sqlite3_step(row) == SQLITE_DONE);
  sqlite3_reset(row);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  static cutting cut;

  if (size < 2 || size > LONGEST) {
    return 0;
  }
  begin(&cut, data, size);
  check_texts(&cut);
  check_tokens(&cut);
  check_chunks(&cut);
  ftext_buffer_free(&cut.repaired);
  return 0;
}

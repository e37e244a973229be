/*
** big: texts of a thousand million bytes, SQLite's limit, are counted without
** overflow.  What a repeated part adds is known from short texts, so that the
** count of the long one is known.
*/
#include "ftext.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const size_t most = 1000000000;

/* A text's part, and the encoding that it is counted in. */
static const char *const texts[][2] = {
    {"It's some prose, with 12 words; ", "o200k_base"},
    {"a", "o200k_base"},
    {"\n", "r50k_base"},
};

static sqlite3 *db;
static char *text;
static int mistakes;

/* The first `length` bytes of the text, of which SQLite makes no copy. */
static sqlite3_int64 ask(const char *sql, size_t length, const char *encoding) {
  sqlite3_stmt *statement;
  const char kept = text[length];
  sqlite3_int64 number = -1;

  text[length] = '\0';
  if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
    printf("%s\n", sqlite3_errmsg(db));
    exit(2);
  }
  sqlite3_bind_text64(statement, 1, text, length, SQLITE_STATIC, SQLITE_UTF8);
  sqlite3_bind_text(statement, 2, encoding, -1, SQLITE_STATIC);
  if (sqlite3_step(statement) == SQLITE_ROW) {
    number = sqlite3_column_int64(statement, 0);
  } else {
    printf("%s: %s\n", sql, sqlite3_errmsg(db));
  }
  sqlite3_finalize(statement);
  text[length] = kept;
  return number;
}

static void expect(const char *what, const char *part, sqlite3_int64 wanted,
                   sqlite3_int64 got) {
  if (wanted != got) {
    printf("%s of '%s': %lld, not %lld\n", what, part, (long long)got,
           (long long)wanted);
    mistakes++;
  }
}

static void try_part(const char *part, const char *encoding) {
  static const char count[] = "SELECT ftext_token_count(?1, ?2)";
  const size_t unit = strlen(part) * 4096;
  const size_t units = most / unit;
  const sqlite3_int64 once = ask(count, unit, encoding);
  const sqlite3_int64 twice = ask(count, 2 * unit, encoding);
  const sqlite3_int64 whole = ask(count, units * unit, encoding);

  expect("count", part, once + (twice - once) * (sqlite3_int64)(units - 1),
         whole);
  expect("the first token", part,
         ask("SELECT ftext_first_token_id(?1, ?2)", unit, encoding),
         ask("SELECT ftext_first_token_id(?1, ?2)", units * unit, encoding));
}

int main(void) {
  size_t length;
  size_t i;
  size_t k;

  text = malloc(most + 1);
  if (text == NULL || sqlite3_open(":memory:", &db) != SQLITE_OK ||
      sqlite3_ftext_init(db, NULL, NULL) != SQLITE_OK) {
    return 2;
  }
  for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    length = strlen(texts[i][0]);
    for (k = 0; k + length <= most; k += length) {
      memcpy(text + k, texts[i][0], length);
    }
    try_part(texts[i][0], texts[i][1]);
  }
  sqlite3_close(db);
  free(text);
  return mistakes > 0;
}

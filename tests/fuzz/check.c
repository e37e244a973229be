/*
** ftext_check over a table of any rows with any options: findings or an
** error with its name, the same again when asked again (of every fourth
** input), and else each fix is SQL that SQLite understands.
**
** Input: how many bytes the options have, the options (a document as in
** common/document.h), then the fields of rows, each ended by a byte 0xFF.
*/
#include "common/check.h"
#include "common/database.h"
#include "common/document.h"

#include <stdbool.h>
#include <string.h>

enum { MOST_ROWS = 40, MOST_FIELDS = 4 };

static void execute(const char *sql) {
  CHECK(sqlite3_exec(fuzz_whole_database(), sql, NULL, NULL, NULL) ==
        SQLITE_OK);
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;

  CHECK(sqlite3_prepare_v2(fuzz_whole_database(), sql, -1, &statement, NULL) ==
        SQLITE_OK);
  return statement;
}

/* Binds the field that the bytes begin with; returns what is behind it. */
static const uint8_t *bind_field(sqlite3_stmt *row, int field,
                                 const uint8_t *at, const uint8_t *end) {
  const uint8_t *stop = memchr(at, 0xFF, (size_t)(end - at));

  stop = stop == NULL ? end : stop;
  if (stop == at) {
    sqlite3_bind_null(row, field);
  } else {
    sqlite3_bind_text(row, field, (const char *)at, (int)(stop - at),
                      SQLITE_STATIC);
  }
  return stop < end ? stop + 1 : end;
}

static void fill(const uint8_t *at, const uint8_t *end) {
  static sqlite3_stmt *row;
  int rows;
  int field;

  if (row == NULL) {
    row = prepare("INSERT INTO dataset(prompt, completion, label, split) "
                  "VALUES (?, ?, ?, ?)");
  }
  execute("DELETE FROM dataset");
  for (rows = 0; at < end && rows < MOST_ROWS; rows++) {
    for (field = 1; field <= MOST_FIELDS; field++) {
      at = bind_field(row, field, at, end);
    }
    CHECK(sqlite3_step(row) == SQLITE_DONE);
    sqlite3_reset(row);
  }
}

static void check_fix(const char *sql) {
  sqlite3_stmt *fix;

  CHECK(sqlite3_prepare_v2(fuzz_whole_database(), sql, -1, &fix, NULL) ==
        SQLITE_OK);
  sqlite3_finalize(fix);
}

/* Runs the check, and looks at each fix there is once. */
static void check_fixes(sqlite3_stmt *check) {
  const char *fix;

  fuzz_restart_clock();
  while (sqlite3_step(check) == SQLITE_ROW) {
    fix = (const char *)sqlite3_column_text(check, 9);
    if (fix != NULL) {
      check_fix(fix);
    }
  }
  sqlite3_reset(check);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  static sqlite3_stmt *check;
  ftext_buffer options;
  size_t length;
  uint64_t first;

  if (size < 1) {
    return 0;
  }
  if (check == NULL) {
    execute("CREATE TABLE dataset(id INTEGER PRIMARY KEY, prompt, completion, "
            "label, split)");
    check = prepare("SELECT * FROM ftext_check('dataset', ?1)");
  }
  length = data[0] < size - 1 ? data[0] : size - 1;
  fuzz_restart_clock();
  fill(data + 1 + length, data + size);
  ftext_buffer_init(&options, SIZE_MAX);
  if (length > 0) {
    fuzz_document(&options, data + 1, length);
    sqlite3_bind_text(check, 1, (const char *)options.bytes,
                      (int)options.length, SQLITE_STATIC);
  }
  if (size % 4 > 0) {
    check_fixes(check);
  } else {
    first = fuzz_run(check, "ftext_check");
    CHECK(fuzz_run(check, "ftext_check") == first);
  }
  sqlite3_clear_bindings(check);
  ftext_buffer_free(&options);
  return 0;
}

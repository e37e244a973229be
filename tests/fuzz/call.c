/*
** Every function and table that touches no file, with arguments of any type
** and content: no crash, an error that begins with the function's name, and
** the same result when called again.
**
** Input: function, number of arguments, then for each argument a type and
** its bytes; the last one takes what is left.
*/
#include "common/check.h"
#include "common/database.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { MOST_CALLS = 400 };

typedef struct call {
  char name[64];
  sqlite3_stmt *statement;
  int arguments;
} call;

static call calls[MOST_CALLS];
static int call_count;

/* Three rows of arguments for an aggregate, the third one the first. */
static char *call_text(const char *name, const char *kind, int arguments) {
  sqlite3_str *sql = sqlite3_str_new(NULL);
  const char *mark =
      strcmp(kind, "s") == 0 || strcmp(kind, "t") == 0 ? "?%d" : "column%d";
  int i;

  sqlite3_str_appendf(sql, "SELECT %s%s(", kind[0] == 't' ? "* FROM " : "",
                      name);
  for (i = 1; i <= arguments; i++) {
    sqlite3_str_appendall(sql, i > 1 ? ", " : "");
    sqlite3_str_appendf(sql, mark, i);
  }
  sqlite3_str_appendall(sql, ")");
  if (kind[0] == 'w') {
    sqlite3_str_appendall(sql, " OVER (ROWS 1 PRECEDING)");
  }
  if (kind[0] == 'a' || kind[0] == 'w') {
    sqlite3_str_appendall(sql, " FROM (VALUES ");
    for (i = 0; i < 3 * arguments; i++) {
      sqlite3_str_appendf(sql, "%s?%d%s", i % arguments == 0 ? "(" : ", ",
                          1 + i % (2 * arguments),
                          i % arguments < arguments - 1 ? ""
                          : i < 2 * arguments           ? "), "
                                                        : ")");
    }
    sqlite3_str_appendall(sql, ")");
  }
  return sqlite3_str_finish(sql);
}

static void add_call(sqlite3 *db, const char *name, const char *kind,
                     int arguments) {
  call *added = &calls[call_count];
  char *sql = call_text(name, kind, arguments);

  CHECK(call_count < MOST_CALLS);
  sqlite3_snprintf(sizeof added->name, added->name, "%s", name);
  added->arguments = arguments * (kind[0] == 'a' || kind[0] == 'w' ? 2 : 1);
  if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT,
                         &added->statement, NULL) == SQLITE_OK) {
    call_count++;
  }
  sqlite3_free(sql);
}

static void list_calls(sqlite3 *db) {
  static const char sql[] =
      "WITH known AS (SELECT name FROM ftext_functions WHERE family <> 'file') "
      "SELECT name, type, narg FROM pragma_function_list JOIN known USING "
      "(name) WHERE narg >= 0 "
      "UNION ALL SELECT name, 'a', narg FROM pragma_function_list JOIN known "
      "USING (name) WHERE type = 'w' "
      "UNION ALL SELECT name, 't', value FROM pragma_module_list JOIN known "
      "USING (name), json_each('[0,1,2,3,4]') "
      "ORDER BY 1, 2, 3";
  sqlite3_stmt *list;

  CHECK(sqlite3_prepare_v2(db, sql, -1, &list, NULL) == SQLITE_OK);
  while (sqlite3_step(list) == SQLITE_ROW) {
    add_call(db, (const char *)sqlite3_column_text(list, 0),
             (const char *)sqlite3_column_text(list, 1),
             sqlite3_column_int(list, 2));
  }
  sqlite3_finalize(list);
  CHECK(call_count > 0);
}

/* Words that mean something somewhere, so that calls get past their first
** checks. */
static const char *const words[] = {
    "",
    "o200k_base",
    "r50k_base",
    "gpt-4o",
    "all",
    "train=8,valid=2",
    "valid<3333333333334,train",
    "nfc,case,space",
    "nfkc,accents,punctuation,digits",
    "number",
    "letter",
    "word",
    "label",
    "chat",
    "completion",
    "macro",
    "micro",
    "weighted",
    "openai",
    "[1,2,3]",
    "[\"a\",\"b\"]",
    "{\"a\":\" 1\",\"b\":\" 2\"}",
    "[{\"role\":\"user\",\"content\":\"hi\"}]",
    "{\"prompt\":\"a\",\"completion\":\" b\"}",
    "<|endoftext|>",
};

/* Binds argument `i` to what the input says; returns what is left of it. */
static size_t bind(sqlite3_stmt *statement, int i, bool last,
                   const uint8_t *data, size_t size) {
  size_t length = size > 1 ? size - 2 : 0;
  double real = 0;

  if (size < 2) {
    sqlite3_bind_null(statement, i);
    return 0;
  }
  if (!last && length > data[1]) {
    length = data[1];
  }
  switch (data[0] % 8) {
  case 0:
    sqlite3_bind_null(statement, i);
    return size - 1;
  case 1:
    sqlite3_bind_int(statement, i, (int8_t)data[1]);
    return size - 2;
  case 2:
    memcpy(&real, data + 2, length < sizeof real ? length : sizeof real);
    sqlite3_bind_double(statement, i, data[1] < 128 ? data[1] / 64.0 : real);
    return size - 2 - (length < sizeof real ? length : sizeof real);
  case 3:
    sqlite3_bind_text(statement, i,
                      words[data[1] % (sizeof words / sizeof words[0])], -1,
                      SQLITE_STATIC);
    return size - 2;
  case 4:
    sqlite3_bind_blob(statement, i, data + 2, (int)length, SQLITE_STATIC);
    return size - 2 - length;
  default:
    sqlite3_bind_text(statement, i, (const char *)data + 2, (int)length,
                      SQLITE_STATIC);
    return size - 2 - length;
  }
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  const call *called;
  size_t left;
  uint64_t first;
  int i;

  if (call_count == 0) {
    list_calls(fuzz_whole_database());
  }
  if (size < 2) {
    return 0;
  }
  called = &calls[(data[0] * 256 + data[1]) % call_count];
  left = size - 2;
  for (i = 1; i <= called->arguments; i++) {
    left = bind(called->statement, i, i == called->arguments,
                data + size - left, left);
  }
  first = fuzz_run(called->statement, called->name);
  CHECK(strcmp(called->name, "ftext_debug") == 0 ||
        fuzz_run(called->statement, called->name) == first);
  sqlite3_clear_bindings(called->statement);
  return 0;
}

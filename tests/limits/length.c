/*
** length: no value is longer than SQLITE_LIMIT_LENGTH.  The example of every
** function and table, and calls whose result is far longer than what they
** are given, run with the limit at many lengths: each either gives the rows
** that it gives without a limit, none of its values longer than the limit,
** or fails with SQLITE_TOOBIG.
*/
#include "ftext.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int mistakes;

/* Once for each statement. */
static void complain(const char *sql, int limit, const char *what) {
  static const char *last;

  mistakes++;
  if (sql != last) {
    printf("at %d: %s\n    %.200s\n", limit, what, sql);
    last = sql;
  }
}

/* What a statement gave: a hash of its rows, its longest value. */
typedef struct outcome {
  int code;
  unsigned long rows;
  int longest;
} outcome;

static void add_value(outcome *out, sqlite3_stmt *statement, int column) {
  const int type = sqlite3_column_type(statement, column);
  const unsigned char *bytes = type == SQLITE_BLOB
                                   ? sqlite3_column_blob(statement, column)
                                   : sqlite3_column_text(statement, column);
  const int length = sqlite3_column_bytes(statement, column);
  int i;

  for (i = 0; i < length && bytes != NULL; i++) {
    out->rows = (out->rows ^ bytes[i]) * 0x100000001B3u;
  }
  out->rows = (out->rows ^ 0xFFu) * 0x100000001B3u;
  if ((type == SQLITE_TEXT || type == SQLITE_BLOB) && length > out->longest) {
    out->longest = length;
  }
}

/* Prepared without the limit, run with it. */
static outcome run(sqlite3 *db, const char *sql, int limit) {
  const int unlimited = sqlite3_limit(db, SQLITE_LIMIT_LENGTH, -1);
  sqlite3_stmt *statement = NULL;
  outcome out = {0};
  int i;

  out.code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
  if (out.code != SQLITE_OK) {
    return out;
  }
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, limit);
  while ((out.code = sqlite3_step(statement)) == SQLITE_ROW) {
    for (i = 0; i < sqlite3_column_count(statement); i++) {
      add_value(&out, statement, i);
    }
  }
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, unlimited);
  sqlite3_finalize(statement);
  return out;
}

/* All lengths up to 150, then some. */
static int next_limit(int limit) {
  return limit < 150 ? limit + 1 : limit + limit / 7;
}

static void try_limits(sqlite3 *db, const char *sql, int from, int to) {
  const outcome whole = run(db, sql, 1000000000);
  outcome out;
  int limit;

  if (whole.code != SQLITE_DONE) {
    complain(sql, 0, sqlite3_errmsg(db));
  }
  for (limit = from; limit < to; limit = next_limit(limit)) {
    out = run(db, sql, limit);
    if (out.code != SQLITE_TOOBIG && out.code != SQLITE_DONE) {
      complain(sql, limit, sqlite3_errmsg(db));
    }
    if (out.code == SQLITE_DONE && out.longest > limit) {
      complain(sql, limit, "a longer value");
    }
    if (out.code == SQLITE_DONE && out.rows != whole.rows) {
      complain(sql, limit, "other rows");
    }
  }
}

static void try_examples(sqlite3 *db) {
  sqlite3_stmt *list;
  int count = 0;

  if (sqlite3_prepare_v2(db, "SELECT example FROM ftext_functions", -1, &list,
                         NULL) != SQLITE_OK) {
    exit(2);
  }
  while (sqlite3_step(list) == SQLITE_ROW) {
    try_limits(db, (const char *)sqlite3_column_text(list, 0), 1, 3000);
    count++;
  }
  sqlite3_finalize(list);
  printf("%d examples\n", count);
}

/* With the limit a little above what they are given, these are too big;
** `$n` is the number of bytes given. */
static const char *const growing[] = {
    "SELECT ftext_encode(replace(printf('%.*c', $n / 2, 'x'), 'x', ' a'))",
    "SELECT ftext_encode(replace(printf('%.*c', $n / 2, 'x'), 'x', ' 1'), "
    "'r50k_base', 'all')",
    "SELECT ftext_decode('[' || replace(printf('%.*c', $n / 7, 'x'), 'x', "
    "(SELECT id FROM ftext_tokens(printf('%60s', ''))) || ',') || '1]')",
    "SELECT ftext_truncate(CAST(x AS BLOB), $n) FROM broken",
    "SELECT chunk FROM ftext_chunks((SELECT x FROM broken), $n)",
    "SELECT ftext_normalize(x, '') FROM broken",
    "SELECT ftext_normalize(replace(printf('%.*c', $n / 3, 'x'), 'x', "
    "char(0xFDFA)), 'nfkc')",
    "SELECT ftext_record('openai-chat', printf('%.*c', $n, '\"'), 'a')",
    "SELECT ftext_record('gemini', replace(printf('%.*c', $n, 'x'), 'x', "
    "char(1)), 'a')",
    "SELECT ftext_record('completion', 'a', printf('%.*c', $n, '\\'))",
    "SELECT ftext_record('openai-chat', '[' || replace(printf('%.*c', "
    "$n / 35, 'x'), 'x', '{\"role\":\"user\",\"content\":\"\\u0001\"},') "
    "|| '{\"role\":\"user\",\"content\":\"\"}]', printf('%.*c', $n, '\"'))",
    "SELECT ftext_preference('openai-dpo', printf('%.*c', $n, '\"'), 'a', "
    "'b')",
    "SELECT ftext_preference('trl-preference', 'a', printf('%.*c', $n, '\"'), "
    "printf('%.*c', $n, '\"'))",
    "SELECT ftext_messages(json_object('prompt', printf('%.*c', $n - 60, 'x'), "
    "'completion', 'y'))",
    "SELECT ftext_validate('{\"messages\":[' || replace(printf('%.*c', "
    "$n / 4, 'x'), 'x', '{},') || '{}]}', 'openai-chat')",
    "SELECT ftext_components(i, i + $n) FROM many",
    "SELECT ftext_classification_report(i, i) FROM many",
    "SELECT json_group_array(record) FROM (SELECT ftext_record('completion', "
    "'a', 'b') AS record FROM many)",
    "SELECT ftext_minhash('')",
    "SELECT group_concat(label || coalesce(note, '')) FROM "
    "ftext_class_map((SELECT json_group_array('label ' || i) FROM many))",
    "SELECT ftext_export('length_of_a_name_{i}', "
    "'SELECT i, 1 FROM many LIMIT 50')",
};

/* The statement with its `$n`. */
static char *with_number(const char *sql, int number) {
  sqlite3_str *out = sqlite3_str_new(NULL);
  const char *at;

  while ((at = strstr(sql, "$n")) != NULL) {
    sqlite3_str_appendf(out, "%.*s%d", (int)(at - sql), sql, number);
    sql = at + 2;
  }
  sqlite3_str_appendall(out, sql);
  return sqlite3_str_finish(out);
}

static void try_growing(sqlite3 *db, const char *sql) {
  enum { GIVEN = 500 };
  char *call = with_number(sql, GIVEN);
  const outcome whole = run(db, call, 1000000000);

  if (whole.code != SQLITE_DONE || whole.longest <= GIVEN) {
    complain(call, 0,
             whole.code == SQLITE_DONE ? "no longer than what is given"
                                       : sqlite3_errmsg(db));
  }
  try_limits(db, call, GIVEN, whole.longest + 2);
  /* Exactly at its length it fits, one below it does not. */
  if (strstr(sql, "group_") == NULL && strstr(sql, "||") == NULL) {
    if (run(db, call, whole.longest).code != SQLITE_DONE) {
      complain(call, whole.longest, "does not fit");
    }
    if (run(db, call, whole.longest - 1).code != SQLITE_TOOBIG) {
      complain(call, whole.longest - 1, "fits");
    }
  }
  sqlite3_free(call);
}

int main(void) {
  sqlite3 *db;
  size_t i;

  if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
      sqlite3_ftext_init(db, NULL, NULL) != SQLITE_OK ||
      sqlite3_exec(db,
                   "CREATE TABLE broken AS SELECT CAST(replace("
                   "hex(zeroblob(500)), '00', x'ff') AS TEXT) AS x;"
                   "CREATE TABLE many AS WITH RECURSIVE n(i) AS (VALUES(1) "
                   "UNION ALL SELECT i + 1 FROM n LIMIT 300) SELECT i FROM n",
                   NULL, NULL, NULL) != SQLITE_OK) {
    return 2;
  }
  try_examples(db);
  for (i = 0; i < sizeof growing / sizeof growing[0]; i++) {
    try_growing(db, growing[i]);
  }
  sqlite3_close(db);
  return mistakes > 0;
}

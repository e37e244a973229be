/*
** interrupt: a statement over long input stops soon after it is asked to.
** For each table-valued function and each function that owns a statement:
** asked by a progress handler, at up to so many moments over its whole run,
** the statement ends with SQLITE_INTERRUPT and asks the handler no more; asked
** by sqlite3_interrupt() between two rows it gives no further row.  And from
** one question of the handler to the next, or to the end, ftext takes at most
** so many steps (see cost.c): two million basic blocks are some milliseconds.
*/
#define _GNU_SOURCE /* NOLINT: clock_gettime */
#include "ftext.h"
#include "steps.h"

#include <stdbool.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { OPERATIONS = 100, MOMENTS = 12, MOST_STEPS = 30000000 };

static const char *const schema =
    "CREATE TABLE row AS WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT "
    "i + 1 FROM n LIMIT 8000) SELECT i AS id, 'Where is parcel ' || i || '?' "
    "AS prompt, i % 9 AS completion, i % 2 AS split, i / 3 AS \"group\" FROM n;"
    "CREATE TABLE many AS SELECT id, prompt, 'x' || id AS completion FROM row;"
    "CREATE TABLE long AS SELECT replace(printf('%.*c', 200000, 'x'), 'x', "
    "'some words, it''s so ') AS prose, printf('%.*c', 1000000, 'a') AS letter,"
    "printf('%.*c', 1000000, ' ') AS space, replace(printf('%.*c', 100000, "
    "'x'), 'x', x'ff80') AS broken, (SELECT json_group_array('label ' || id) "
    "FROM (SELECT id FROM row WHERE id <= 600)) AS labels, "
    "(SELECT json_group_array(json_object('label', 'l' || id, 'class_id', id, "
    "'completion', id)) FROM (SELECT id FROM row WHERE id <= 300)) AS existing;"
    "SELECT ftext_export('long.jsonl', 'SELECT id, prompt FROM row');";

static const char *const statements[] = {
    "SELECT id, token FROM ftext_tokens((SELECT prose FROM long))",
    "SELECT id, token FROM ftext_tokens((SELECT letter FROM long))",
    "SELECT id, token FROM ftext_tokens((SELECT space FROM long), 'gpt2')",
    "SELECT id, token FROM ftext_tokens((SELECT broken FROM long))",
    "SELECT chunk FROM ftext_chunks((SELECT prose FROM long), 100)",
    "SELECT position FROM ftext_chunks((SELECT prose FROM long), 9999, 9998)",
    "SELECT chunk FROM ftext_chunks((SELECT letter FROM long), 3)",
    "SELECT label FROM ftext_class_map((SELECT labels FROM long), "
    "'o200k_base', 'word')",
    "SELECT label FROM ftext_class_map((SELECT labels FROM long), "
    "'o200k_base', 'number', 'chat', (SELECT existing FROM long))",
    "SELECT count(label) FROM row, ftext_class_map(json_array(prompt))",
    "SELECT bucket FROM row, ftext_bands(ftext_minhash(prompt), 128)",
    "SELECT a.name FROM ftext_functions AS a, ftext_functions AS b, "
    "ftext_functions AS c",
    "SELECT a.name FROM ftext_encodings AS a, ftext_encodings AS b, "
    "ftext_encodings AS c",
    "SELECT count(*) FROM ftext_models, ftext_models AS b, ftext_models AS c",
    "SELECT count(*) FROM ftext_targets, ftext_targets AS b, ftext_targets AS "
    "c",
    "SELECT count(*) FROM ftext_checks, ftext_checks AS b, ftext_checks AS c",
    "SELECT message FROM ftext_check('row')",
    "SELECT message FROM ftext_check('many')",
    "SELECT record FROM ftext_read_jsonl('long.jsonl')",
    "SELECT ftext_export('out.jsonl', 'SELECT * FROM row')",
    "SELECT ftext_export('out_{split}.jsonl', 'SELECT * FROM row')",
    "SELECT sum(ftext_token_count(prompt)), count(ftext_normalize(prompt)), "
    "sum(ftext_similarity(prompt, 'where')) FROM row",
};

typedef struct question {
  int calls;
  int stop_at; /* 0: never */
  uint64_t last;
  uint64_t most; /* steps between two calls */
  struct timespec time;
  double slowest; /* seconds between two calls */
} question;

static int mistakes;

static void complain(const char *sql, const char *what, int moment) {
  printf("%s (moment %d)\n    %.120s\n", what, moment, sql);
  mistakes++;
}

static void note(question *asked) {
  const uint64_t taken = steps - asked->last;
  struct timespec now;
  double seconds;

  clock_gettime(CLOCK_MONOTONIC, &now);
  seconds = (double)(now.tv_sec - asked->time.tv_sec) +
            (double)(now.tv_nsec - asked->time.tv_nsec) / 1e9;
  asked->most = taken > asked->most ? taken : asked->most;
  asked->slowest = seconds > asked->slowest ? seconds : asked->slowest;
  asked->last = steps;
  asked->time = now;
}

static int on_progress(void *data) {
  question *asked = data;

  note(asked);
  return ++asked->calls == asked->stop_at;
}

/* Runs it to its end, or to the first row where `rows` is 1 and interrupts
** it there.  Returns the last code; *more is the number of rows behind. */
static int run(sqlite3 *db, const char *sql, bool interrupt, int *more) {
  sqlite3_stmt *statement;
  int rc;

  if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
    printf("%s\n    %s\n", sqlite3_errmsg(db), sql);
    exit(2);
  }
  *more = -1;
  while ((rc = sqlite3_step(statement)) == SQLITE_ROW) {
    ++*more;
    if (interrupt && *more == 0) {
      sqlite3_interrupt(db);
    }
  }
  sqlite3_finalize(statement);
  return rc;
}

static question run_asked(sqlite3 *db, const char *sql, int stop_at, int *rc) {
  question asked = {.stop_at = stop_at, .last = steps};
  int more;

  clock_gettime(CLOCK_MONOTONIC, &asked.time);
  sqlite3_progress_handler(db, OPERATIONS, on_progress, &asked);
  *rc = run(db, sql, false, &more);
  note(&asked);
  sqlite3_progress_handler(db, 0, NULL, NULL);
  return asked;
}

static void try_statement(sqlite3 *db, const char *sql) {
  int rc;
  int more;
  const question whole = run_asked(db, sql, 0, &rc);
  const int stride = whole.calls / MOMENTS + 1;
  question asked;
  int moment;

  if (rc != SQLITE_DONE) {
    complain(sql, sqlite3_errmsg(db), 0);
  }
  if (whole.calls < 5) {
    complain(sql, "too short to be interrupted", whole.calls);
  }
  if (whole.most > MOST_STEPS) {
    complain(sql, "too many steps without a question", 0);
  }
  for (moment = 1; moment < whole.calls; moment += stride) {
    asked = run_asked(db, sql, moment, &rc);
    if (rc != SQLITE_INTERRUPT || asked.calls != moment) {
      complain(sql, "goes on", moment);
    }
  }
  rc = run(db, sql, true, &more);
  if (more > 0 || (more == 0 && rc != SQLITE_INTERRUPT && rc != SQLITE_DONE)) {
    complain(sql, "gives rows behind an interrupt", more);
  }
  printf("%8d questions, %9llu steps, %6.1f ms at most between: %.60s\n",
         whole.calls, (unsigned long long)whole.most, whole.slowest * 1000,
         sql);
}

int main(void) {
  sqlite3 *db;
  size_t i;

  if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
      sqlite3_ftext_init(db, NULL, NULL) != SQLITE_OK ||
      sqlite3_exec(db, schema, NULL, NULL, NULL) != SQLITE_OK) {
    printf("%s\n", sqlite3_errmsg(db));
    return 2;
  }
  for (i = 0; i < sizeof statements / sizeof statements[0]; i++) {
    try_statement(db, statements[i]);
  }
  sqlite3_close(db);
  return mistakes > 0;
}

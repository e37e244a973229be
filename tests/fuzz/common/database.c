#include "database.h"

#include "check.h"
#include "ftext.h"

#include <string.h>

enum { LONGEST = 1000000, TICK = 1000, MOST_TICKS = 300, MOST_ROWS = 500 };

static int ticks;

static int tick(void *unused) {
  (void)unused;
  return ++ticks > MOST_TICKS;
}

void fuzz_restart_clock(void) {
  ticks = 0;
}

static sqlite3 *open_database(int entry(sqlite3 *, char **,
                                        const sqlite3_api_routines *)) {
  sqlite3 *db;

  CHECK(sqlite3_open(":memory:", &db) == SQLITE_OK);
  CHECK(entry(db, NULL, NULL) == SQLITE_OK);
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, LONGEST);
  sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 50);
  sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_progress_handler(db, TICK, tick, NULL);
  return db;
}

sqlite3 *fuzz_database(void) {
  static sqlite3 *db;

  if (db == NULL) {
    db = open_database(sqlite3_ftextpure_init);
  }
  return db;
}

sqlite3 *fuzz_whole_database(void) {
  static sqlite3 *db;

  if (db == NULL) {
    db = open_database(sqlite3_ftext_init);
  }
  return db;
}

void fuzz_prepare(sqlite3_stmt **statement, const char *sql) {
  if (*statement == NULL) {
    CHECK(sqlite3_prepare_v3(fuzz_database(), sql, -1,
                             SQLITE_PREPARE_PERSISTENT, statement,
                             NULL) == SQLITE_OK);
  }
  fuzz_restart_clock();
}

void fuzz_check_bytes(sqlite3_stmt *row, int column, const uint8_t *bytes,
                      size_t length) {
  const void *found = sqlite3_column_blob(row, column);

  CHECK(sqlite3_column_bytes(row, column) == (int)length);
  CHECK(length == 0 || memcmp(found, bytes, length) == 0);
}

static uint64_t hash(uint64_t seed, const void *bytes, int length) {
  const uint8_t *at = bytes;

  while (length-- > 0) {
    seed = (seed ^ *at++) * 0x100000001B3u;
  }
  return seed;
}

static void check_message(const char *message, const char *function) {
  size_t length = strlen(function);

  CHECK(strncmp(message, function, length) == 0);
  CHECK(message[length] == ':');
}

uint64_t fuzz_run(sqlite3_stmt *statement, const char *function) {
  uint64_t seed = 1;
  const void *bytes;
  int rows = 0;
  int rc;
  int i;

  fuzz_restart_clock();
  while ((rc = sqlite3_step(statement)) == SQLITE_ROW && rows++ < MOST_ROWS) {
    for (i = 0; i < sqlite3_column_count(statement); i++) {
      bytes = sqlite3_column_blob(statement, i);
      seed = hash(seed, bytes, sqlite3_column_bytes(statement, i));
    }
  }
  CHECK(rc == SQLITE_ROW || rc == SQLITE_DONE || rc == SQLITE_ERROR ||
        rc == SQLITE_TOOBIG || rc == SQLITE_INTERRUPT);
  if (rc == SQLITE_ERROR) {
    check_message(sqlite3_errmsg(sqlite3_db_handle(statement)), function);
  }
  sqlite3_reset(statement);
  return hash(seed, &rc, sizeof rc);
}

#include "database.h"

#include "check.h"
#include "ftext.h"

enum { LONGEST = 1000000, TICK = 1000, MOST_TICKS = 300 };

static int ticks;

static int tick(void *unused) {
  (void)unused;
  return ++ticks > MOST_TICKS;
}

void fuzz_restart_clock(void) {
  ticks = 0;
}

sqlite3 *fuzz_database(void) {
  static sqlite3 *db;

  if (db == NULL) {
    CHECK(sqlite3_open(":memory:", &db) == SQLITE_OK);
    CHECK(sqlite3_ftextpure_init(db, NULL, NULL) == SQLITE_OK);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, LONGEST);
    sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 50);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_progress_handler(db, TICK, tick, NULL);
  }
  return db;
}

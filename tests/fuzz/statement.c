/*
** Whole SQL statements: any text is prepared and run against the surface.
** Nothing may crash; what it computes is for other targets to judge.
*/
#include "common/check.h"
#include "common/database.h"

#include <stdbool.h>
#include <string.h>

enum { MOST_STATEMENTS = 20, MOST_ROWS = 200 };

/* No statement changes the connection for the ones that follow, or touches a
** file. */
static int authorize(void *unused, int action, const char *table,
                     const char *function, const char *c, const char *d) {
  (void)unused;
  (void)c;
  (void)d;
  switch (action) {
  case SQLITE_PRAGMA:
  case SQLITE_ATTACH:
  case SQLITE_TRANSACTION:
  case SQLITE_SAVEPOINT:
    return SQLITE_DENY;
  case SQLITE_FUNCTION:
    return sqlite3_stricmp(function, "ftext_export") == 0 ? SQLITE_DENY
                                                          : SQLITE_OK;
  case SQLITE_READ:
    return sqlite3_stricmp(table, "ftext_read_jsonl") == 0 ? SQLITE_DENY
                                                           : SQLITE_OK;
  default:
    return SQLITE_OK;
  }
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  sqlite3 *db = fuzz_whole_database();
  char *text = sqlite3_mprintf("%.*s", (int)size, (const char *)data);
  const char *at = text;
  sqlite3_stmt *statement;
  int statements = 0;
  int rows;

  CHECK(text != NULL);
  sqlite3_set_authorizer(db, NULL, NULL);
  CHECK(sqlite3_exec(db, "SAVEPOINT input", NULL, NULL, NULL) == SQLITE_OK);
  sqlite3_set_authorizer(db, authorize, NULL);
  fuzz_restart_clock();
  while (*at != '\0' && statements++ < MOST_STATEMENTS &&
         sqlite3_prepare_v2(db, at, -1, &statement, &at) == SQLITE_OK) {
    for (rows = 0; statement != NULL && rows < MOST_ROWS; rows++) {
      if (sqlite3_step(statement) != SQLITE_ROW) {
        break;
      }
    }
    sqlite3_finalize(statement);
  }
  sqlite3_set_authorizer(db, NULL, NULL);
  fuzz_restart_clock();
  sqlite3_exec(db, "ROLLBACK TO input; RELEASE input", NULL, NULL, NULL);
  sqlite3_free(text);
  return 0;
}

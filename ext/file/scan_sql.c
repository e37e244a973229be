/*
** How far a query is, told from its plan.
**
** Only one plan is understood: a single scan of a table, from which tables
** may be searched.  Its steps are counted by SQLite, whatever WHERE then
** leaves out, and there are no more of them than the table has row numbers.
*/
#include "file/query.h"

#include <string.h>

static bool begins(const char *text, const char *with) {
  return strncmp(text, with, strlen(with)) == 0;
}

/* The table's name in "SCAN name", "SCAN TABLE name AS a", "SCAN name USING
** INDEX i". */
static ftext_text scanned_table(const char *detail) {
  const char *name = detail + strlen("SCAN ");
  const char *end;

  if (begins(name, "TABLE ")) {
    name += strlen("TABLE ");
  }
  end = strstr(name, " USING ");
  if (end == NULL) {
    end = strstr(name, " AS ");
  }
  return (ftext_text){(const uint8_t *)name,
                      end == NULL ? strlen(name) : (size_t)(end - name)};
}

/* The name of the one table that the plan scans, or NULL; from sqlite3_mprintf
** and to be freed. */
static char *read_plan(sqlite3_stmt *plan) {
  char *table = NULL;
  const char *detail;
  ftext_text name;
  int scans = 0;

  do {
    detail = (const char *)sqlite3_column_text(plan, 3);
    if (detail != NULL && begins(detail, "SEARCH ")) {
      continue;
    }
    if (detail == NULL || scans++ > 0 || !begins(detail, "SCAN ") ||
        sqlite3_column_int(plan, 1) != 0) {
      sqlite3_free(table);
      return NULL;
    }
    name = scanned_table(detail);
    table = sqlite3_mprintf("%.*s", (int)name.length, name.bytes);
  } while (sqlite3_step(plan) == SQLITE_ROW);
  return table;
}

/* Prepares what is formatted and goes to the first row; NULL where there is
** none. */
static sqlite3_stmt *first_row(sqlite3 *db, const char *format,
                               const char *string) {
  char *sql = sqlite3_mprintf(format, string, string);
  sqlite3_stmt *statement = NULL;

  if (sql != NULL) {
    sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
  }
  sqlite3_free(sql);
  if (statement != NULL && sqlite3_step(statement) != SQLITE_ROW) {
    sqlite3_finalize(statement);
    statement = NULL;
  }
  return statement;
}

/* Of the row numbers of a table: how many there can be. */
static sqlite3_int64 count_at_most(sqlite3 *db, const char *table) {
  sqlite3_int64 most = 0;
  sqlite3_stmt *range = first_row(db,
                                  "SELECT (SELECT max(rowid) FROM \"%w\") - "
                                  "(SELECT min(rowid) FROM \"%w\") + 1",
                                  table);

  if (range != NULL) {
    most = sqlite3_column_int64(range, 0);
  }
  sqlite3_finalize(range);
  return most;
}

static sqlite3_int64 find_most(const ftext_query *query) {
  sqlite3_int64 most = 0;
  sqlite3_stmt *plan = first_row(query->db, "EXPLAIN QUERY PLAN %s",
                                 sqlite3_sql(query->statement));
  char *table = plan == NULL ? NULL : read_plan(plan);

  if (table != NULL) {
    most = count_at_most(query->db, table);
  }
  sqlite3_finalize(plan);
  sqlite3_free(table);
  return most;
}

void ftext_query_scan_look(ftext_query_scan *scan, const ftext_query *query) {
  if (!scan->known) {
    scan->known = true;
    scan->most = find_most(query);
  }
  scan->steps =
      sqlite3_stmt_status(query->statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0);
}

/* static_program LIBRARY STATEMENTS: ftext is linked in, and LIBRARY's name
** says only which entry is taken. */
#include "ftext.h"

#include <stdio.h>
#include <string.h>

typedef void entry(void);

static void run(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);

  if (rc == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW) {
    printf("%s\n", (const char *)sqlite3_column_text(statement, 0));
  }
  sqlite3_finalize(statement);
  if (sqlite3_errcode(db) != SQLITE_OK) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    printf("error\n");
  }
}

int main(int count, char **arguments) {
  char line[4096];
  sqlite3 *db;
  FILE *statements = count == 3 ? fopen(arguments[2], "r") : NULL;

  if (statements == NULL) {
    return 1;
  }
  sqlite3_auto_extension(strstr(arguments[1], "/ftextpure.") != NULL
                             ? (entry *)sqlite3_ftextpure_init
                             : (entry *)sqlite3_ftext_init);
  if (sqlite3_open(":memory:", &db) != SQLITE_OK) {
    return 1;
  }
  while (fgets(line, sizeof line, statements) != NULL) {
    run(db, line);
  }
  fclose(statements);
  return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}

/* Linked into a program, ftext comes with every connection. */
#include "ftext.h"

#include <stdio.h>
#include <string.h>

static int count_version(void *count, int columns, char **values,
                         char **names) {
  (void)columns;
  (void)names;
  *(int *)count += strncmp(values[0], "v", 1) == 0;
  return 0;
}

int main(void) {
  sqlite3 *db;
  char *message = NULL;
  int count = 0;

  sqlite3_auto_extension((void (*)(void))sqlite3_ftext_init);
  if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
      sqlite3_exec(db, "SELECT ftext_version()", count_version, &count,
                   &message) != SQLITE_OK ||
      sqlite3_close(db) != SQLITE_OK || count != 1) {
    fprintf(stderr, "not linked in: %s\n", message == NULL ? "" : message);
    return 1;
  }
  return 0;
}

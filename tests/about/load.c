/*
** load LIBRARY: the ways into ftext from a program that loads it at run
** time.  LIBRARY is the path without .so; ftextpure.so lies beside it.
*/
#include <sqlite3ext.h> /* with SQLITE_CORE: for the table's type alone */

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                       \
  do {                                                                         \
    if (!(condition)) {                                                        \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);  \
      exit(1);                                                                 \
    }                                                                          \
  } while (0)

typedef int entry(sqlite3 *, char **, const sqlite3_api_routines *);

enum { ROUNDS = 1000, WARM_ROUNDS = 100, PAGE = 4096 };

static sqlite3 *open_database(void) {
  sqlite3 *db;

  CHECK(sqlite3_open(":memory:", &db) == SQLITE_OK);
  CHECK(sqlite3_enable_load_extension(db, 1) == SQLITE_OK);
  return db;
}

static void load(sqlite3 *db, const char *library, const char *name) {
  char *message = NULL;

  if (sqlite3_load_extension(db, library, name, &message) != SQLITE_OK) {
    fprintf(stderr, "%s: %s\n", library, message);
    exit(1);
  }
}

/* The first column of the first row, as an integer. */
static int integer(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement;
  int value;

  CHECK(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK);
  CHECK(sqlite3_step(statement) == SQLITE_ROW);
  value = sqlite3_column_int(statement, 0);
  CHECK(sqlite3_finalize(statement) == SQLITE_OK);
  return value;
}

static int direct_only(sqlite3 *db) {
  return integer(db, "SELECT count(*) FROM ftext_functions "
                     "WHERE flags = 'DIRECTONLY'");
}

/* By the file's name, by the entry's name, and both on one connection. */
static void test_entries(const char *library, const char *pure) {
  sqlite3 *db = open_database();
  int all;

  load(db, library, NULL);
  CHECK(integer(db, "SELECT ftext_version() LIKE 'v%.%.%'") == 1);
  all = direct_only(db);
  CHECK(sqlite3_close(db) == SQLITE_OK);

  db = open_database();
  load(db, pure, NULL);
  CHECK(direct_only(db) == 0);
  CHECK(integer(db, "SELECT count(*) FROM ftext_functions") > 0);
  load(db, library, NULL);
  CHECK(direct_only(db) == all);
  CHECK(sqlite3_close(db) == SQLITE_OK);

  db = open_database();
  load(db, library, "sqlite3_ftextpure_init");
  CHECK(direct_only(db) == 0);
  CHECK(sqlite3_close(db) == SQLITE_OK);
}

static void test_twice(const char *library) {
  sqlite3 *db = open_database();
  int count;

  load(db, library, NULL);
  count = integer(db, "SELECT count(*) FROM ftext_functions");
  load(db, library, NULL);
  CHECK(integer(db, "SELECT count(*) FROM ftext_functions") == count);
  CHECK(sqlite3_close(db) == SQLITE_OK);
  CHECK(sqlite3_memory_used() == 0);
}

static const sqlite3_api_routines *routines;

static int take_routines(sqlite3 *db, char **message,
                         const sqlite3_api_routines *table) {
  (void)db;
  (void)message;
  routines = table;
  return SQLITE_OK;
}

static int old_number(void) {
  return 3030001;
}

static const char *old_version(void) {
  return "3.30.1";
}

/* A host that is too old is told so, and nothing is registered. */
static void test_version(const char *library) {
  sqlite3_api_routines old;
  sqlite3 *db;
  char path[4096];
  char *message = NULL;
  void *handle;
  void *symbol;
  entry *init;

  CHECK(sqlite3_auto_extension((void (*)(void))take_routines) == SQLITE_OK);
  db = open_database();
  sqlite3_reset_auto_extension();
  old = *routines;
  old.libversion_number = old_number;
  old.libversion = old_version;

  snprintf(path, sizeof path, "%s.so", library);
  handle = dlopen(path, RTLD_NOW);
  CHECK(handle != NULL);
  symbol = dlsym(handle, "sqlite3_ftext_init");
  CHECK(symbol != NULL);
  memcpy(&init, &symbol, sizeof init);
  CHECK(init(db, &message, &old) == SQLITE_ERROR);
  CHECK(message != NULL && strcmp(message, "ftext: requires SQLite 3.31 or "
                                           "later, not 3.30.1") == 0);
  sqlite3_free(message);
  CHECK(sqlite3_exec(db, "SELECT ftext_version()", NULL, NULL, NULL) ==
        SQLITE_ERROR);
  CHECK(sqlite3_close(db) == SQLITE_OK);
  CHECK(dlclose(handle) == 0);
}

/* A second SQLite in the process is refused, and the first goes on. */
static void test_second(const char *library) {
  sqlite3_api_routines second = *routines;
  sqlite3 *db = open_database();
  sqlite3 *other = open_database();
  char path[4096];
  char *message = NULL;
  void *handle;
  void *symbol;
  entry *init;

  load(db, library, NULL);
  snprintf(path, sizeof path, "%s.so", library);
  handle = dlopen(path, RTLD_NOW);
  CHECK(handle != NULL);
  symbol = dlsym(handle, "sqlite3_ftext_init");
  memcpy(&init, &symbol, sizeof init);
  CHECK(init(other, &message, &second) == SQLITE_ERROR);
  CHECK(message != NULL && strstr(message, "load a copy of it") != NULL);
  sqlite3_free(message);
  CHECK(sqlite3_close(other) == SQLITE_OK);
  CHECK(integer(db, "SELECT ftext_token_count('It works.')") == 3);
  CHECK(sqlite3_close(db) == SQLITE_OK);
  CHECK(dlclose(handle) == 0);
}

/* Resident memory in bytes, page by page: statm only estimates it.  0 where
** the system has no such file. */
static long resident(void) {
  FILE *file = fopen("/proc/self/smaps_rollup", "r");
  char line[256];
  long kilobytes = 0;

  while (file != NULL && kilobytes == 0 &&
         fgets(line, sizeof line, file) != NULL) {
    sscanf(line, "Rss: %ld kB", &kilobytes);
  }
  if (file != NULL) {
    fclose(file);
  }
  return kilobytes * 1024;
}

/* Loaded and unloaded a thousand times: nothing stays behind. */
static void test_rounds(const char *library) {
  sqlite3 *db;
  long before = 0;
  long grown;
  int i;

  for (i = 0; i < ROUNDS; i++) {
    db = open_database();
    load(db, library, NULL);
    CHECK(integer(db, "SELECT length(ftext_version()) > 0") == 1);
    CHECK(sqlite3_close(db) == SQLITE_OK);
    if (i == WARM_ROUNDS) {
      before = resident();
    }
  }
  grown = resident() - before;
  CHECK(sqlite3_memory_used() == 0);
  CHECK(grown < 64 * (long)PAGE || getenv("EXTRA_FLAGS")[0] != '\0');
}

int main(int argc, char **argv) {
  char pure[4096];

  CHECK(argc == 2);
  snprintf(pure, sizeof pure, "%spure", argv[1]);
  test_entries(argv[1], pure);
  test_twice(argv[1]);
  test_version(argv[1]);
  test_second(argv[1]);
  test_rounds(argv[1]);
  return 0;
}

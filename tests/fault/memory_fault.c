/*
** memory_fault SECONDS FILE.sql...: runs the files with failing allocations:
** each file from its start with number 1, 2, 3, ... failing, then each of its
** statements, once and from there on, until no fault is met.  A pass that
** would take more than so many SECONDS skips allocations at even steps; what
** takes many times as long in a single run is left out, and named.
** Lines that begin with a dot are the sqlite3 shell's and left out.
**
** After each fault the statement must have failed with SQLITE_NOMEM or done
** what it does without a fault: the same code, the same rows.  At last it
** runs without a fault: the connection must still work.  When the file's
** connection is closed, sqlite3_memory_used() must be 0.
*/
#include "ftext.h"
#include "memory.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What a statement did: its result code and a hash of its rows. */
typedef struct outcome {
  int code;
  uint64_t rows;
} outcome;

enum { MOST_SURVIVORS = 4096, MOST_STATEMENTS = 4096, FEWEST_POINTS = 6 };

static double budget; /* seconds for a pass over a statement or a file */
static long points_survived;
static long failures;

static uint64_t hash(uint64_t seed, const void *bytes, size_t length) {
  const uint8_t *at = bytes;

  while (length-- > 0) {
    seed = (seed ^ *at++) * 0x100000001B3u; /* FNV-1a */
  }
  return seed;
}

static uint64_t hash_column(uint64_t seed, sqlite3_stmt *statement, int i) {
  int type = sqlite3_column_type(statement, i);
  const void *bytes = type == SQLITE_BLOB ? sqlite3_column_blob(statement, i)
                                          : sqlite3_column_text(statement, i);

  seed = hash(seed, &type, sizeof type);
  if (bytes == NULL) {
    return seed;
  }
  return hash(seed, bytes, (size_t)sqlite3_column_bytes(statement, i));
}

static bool is_no_memory(int code) {
  return code == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM;
}

/* Text of numbers is made while rows are hashed: a fault there is the
** driver's own, and ends the statement as one of SQLite's would. */
static outcome run(sqlite3 *db, const char *sql, size_t length) {
  sqlite3_stmt *statement = NULL;
  outcome out = {SQLITE_OK, 0xCBF29CE484222325u};
  int columns;
  int i;

  out.code = sqlite3_prepare_v2(db, sql, (int)length, &statement, NULL);
  if (out.code != SQLITE_OK || statement == NULL) {
    return out;
  }
  columns = sqlite3_column_count(statement);
  while ((out.code = sqlite3_step(statement)) == SQLITE_ROW) {
    for (i = 0; i < columns; i++) {
      out.rows = hash_column(out.rows, statement, i);
    }
    if (is_no_memory(sqlite3_errcode(db))) {
      out.code = SQLITE_NOMEM;
      break;
    }
  }
  if (out.code != SQLITE_DONE) {
    out.rows = 0;
  }
  sqlite3_finalize(statement);
  return out;
}

/* Statements that manage transactions or files run once, without faults. */
static bool is_plain(const char *sql, size_t length) {
  static const char *const words[] = {
      "begin",  "commit", "rollback",  "end",     "attach", "detach",
      "pragma", "vacuum", "savepoint", "release", "reindex"};
  size_t i;

  for (i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (length >= strlen(words[i]) &&
        sqlite3_strnicmp(sql, words[i], (int)strlen(words[i])) == 0) {
      return false;
    }
  }
  return true;
}

static void complain(const char *file, const char *sql, size_t length,
                     const char *what) {
  failures++;
  if (length > 300) {
    length = 300;
  }
  fprintf(stderr, "%s: %s\n    %.*s\n", file, what, (int)length, sql);
}

/* Undone each time, so that the next run finds what the first one found. */
static outcome run_undone(sqlite3 *db, const char *sql, size_t length, long at,
                          bool sticky) {
  outcome out;

  if (sqlite3_exec(db, "SAVEPOINT fault", NULL, NULL, NULL) != SQLITE_OK) {
    fprintf(stderr, "no savepoint: %s\n", sqlite3_errmsg(db));
    exit(1);
  }
  fault_arm(at, sticky);
  out = run(db, sql, length);
  fault_disarm();
  /* Running out of memory may have rolled everything back already. */
  if (sqlite3_get_autocommit(db) == 0) {
    sqlite3_exec(db, "ROLLBACK TO fault; RELEASE fault", NULL, NULL, NULL);
  }
  return out;
}

/* What the statement did where an allocation failed and it did not say so. */
typedef struct survivor {
  outcome out;
  long at;
  bool sticky;
} survivor;

static survivor survivors[MOST_SURVIVORS];
static int survivor_count;

static double seconds(void) {
  return (double)clock() / CLOCKS_PER_SEC;
}

/* How far apart the failing ones of `count` allocations are, such that runs
** of `cost` seconds each fit the budget. */
static long step_for(long count, double cost) {
  double points = cost > 0 ? budget / cost : (double)count;

  points = points < FEWEST_POINTS ? FEWEST_POINTS : points;
  return points >= (double)count ? 1 : (long)((double)count / points) + 1;
}

static void pass(sqlite3 *db, const char *sql, size_t length, bool sticky,
                 long step) {
  outcome out;
  long at;

  for (at = 1;; at += step) {
    out = run_undone(db, sql, length, at, sticky);
    if (!fault_met()) {
      return;
    }
    points_survived++;
    if (!is_no_memory(out.code) && survivor_count < MOST_SURVIVORS) {
      survivors[survivor_count++] = (survivor){out, at, sticky};
    }
  }
}

static void run_with_faults(sqlite3 *db, const char *file, const char *sql,
                            size_t length) {
  char what[160];
  const survivor *found;
  outcome good;
  outcome again;
  double start;
  long step;
  int i;

  survivor_count = 0;
  start = seconds();
  good = run_undone(db, sql, length, 0, false);
  if (seconds() - start > 10 * budget) {
    printf("    left out, too slow: %.60s\n", sql);
    return;
  }
  start = seconds();
  again = run_undone(db, sql, length, 0, false);
  step = step_for(fault_count(), seconds() - start);
  pass(db, sql, length, false, step);
  pass(db, sql, length, true, step);
  again = run_undone(db, sql, length, 0, false);
  if (again.code != good.code) {
    complain(file, sql, length, "does not work after the faults");
  }
  for (i = 0; i < survivor_count; i++) {
    found = &survivors[i];
    if (found->out.code != good.code ||
        (found->out.rows != good.rows && good.rows == again.rows)) {
      snprintf(what, sizeof what, "allocation %ld%s failed, and then: %s",
               found->at, found->sticky ? " and all later ones" : "",
               found->out.code == good.code ? "other rows"
                                            : sqlite3_errstr(found->out.code));
      complain(file, sql, length, what);
      return;
    }
  }
}

static char *read_file(const char *path) {
  FILE *in = fopen(path, "rb");
  char *text = NULL;
  long size;

  if (in != NULL && fseek(in, 0, SEEK_END) == 0 && (size = ftell(in)) >= 0 &&
      fseek(in, 0, SEEK_SET) == 0) {
    text = calloc(1, (size_t)size + 1);
    if (text != NULL && fread(text, 1, (size_t)size, in) != (size_t)size) {
      text[0] = '\0';
    }
  }
  if (in == NULL || text == NULL) {
    fprintf(stderr, "cannot read %s\n", path);
    exit(1);
  }
  fclose(in);
  return text;
}

/* Where the statement at `sql` ends, its semicolon included. */
static size_t statement_length(char *sql) {
  char *end = sql;
  char kept;
  bool complete;

  while ((end = strchr(end, ';')) != NULL) {
    end++;
    kept = *end;
    *end = '\0';
    complete = sqlite3_complete(sql) != 0;
    *end = kept;
    if (complete) {
      return (size_t)(end - sql);
    }
  }
  return strlen(sql);
}

/* Skips white space, comments and the shell's own lines. */
static char *skip(char *sql) {
  for (;;) {
    if (isspace((unsigned char)*sql)) {
      sql++;
    } else if (*sql == '.' || strncmp(sql, "--", 2) == 0) {
      sql += strcspn(sql, "\n");
    } else {
      return sql;
    }
  }
}

static sqlite3 *open_database(void) {
  sqlite3 *db;

  if (sqlite3_open(":memory:", &db) != SQLITE_OK) {
    fprintf(stderr, "cannot open a database\n");
    exit(1);
  }
  /* Small allocations come from the allocator too, not from a pool. */
  sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, NULL, 0, 0);
  return db;
}

static sqlite3 *open_loaded(void) {
  sqlite3 *db = open_database();

  if (sqlite3_ftext_init(db, NULL, NULL) != SQLITE_OK) {
    fprintf(stderr, "cannot load\n");
    exit(1);
  }
  return db;
}

static void close_database(sqlite3 *db, const char *file) {
  if (sqlite3_close(db) != SQLITE_OK || sqlite3_memory_used() != 0) {
    complain(file, "", 0, "memory is lost");
    exit(1);
  }
}

/* What is registered on a connection, as a hash. */
static uint64_t loaded(sqlite3 *db) {
  static const char list[] = "SELECT name, narg, type, flags FROM "
                             "pragma_function_list WHERE name LIKE 'ftext%' "
                             "UNION ALL SELECT name, 0, 0, 0 FROM "
                             "pragma_module_list WHERE name LIKE 'ftext%' "
                             "ORDER BY 1, 2";

  return run(db, list, sizeof list - 1).rows;
}

/* Loads ftext with failing allocation 1, 2, 3, ..., each into a connection
** of its own; returns the one where no fault was met.  SQLite does without
** the memory for a larger table of functions: then all must be there. */
static sqlite3 *load_with_faults(bool sticky) {
  sqlite3 *whole = open_loaded();
  const uint64_t all = loaded(whole);
  char *message = NULL;
  sqlite3 *db;
  long at;
  int rc;

  close_database(whole, "loading");
  for (at = 1;; at++) {
    db = open_database();
    fault_arm(at, sticky);
    rc = sqlite3_ftext_init(db, &message, NULL);
    fault_disarm();
    if (!fault_met()) {
      return db;
    }
    points_survived++;
    if (rc != SQLITE_NOMEM && (rc != SQLITE_OK || loaded(db) != all)) {
      complain("loading", "", 0, sqlite3_errstr(rc));
    }
    sqlite3_free(message);
    message = NULL;
    close_database(db, "loading");
  }
}

/* Each statement by itself, its faults one after the other. */
static void run_statements(const char *file, char *text) {
  sqlite3 *db = open_loaded();
  size_t length;
  char *sql;

  for (sql = skip(text); *sql != '\0'; sql = skip(sql + length)) {
    length = statement_length(sql);
    if (is_plain(sql, length) && sqlite3_get_autocommit(db)) {
      run_with_faults(db, file, sql, length);
    }
    run(db, sql, length);
  }
  close_database(db, file);
}

/* The file from its start in a new connection, up to the statement that
** meets the fault: so a fault also falls into what a connection makes once.
** Returns the number of allocations. */
static long run_to_fault(const char *file, char *text, long at,
                         outcome good[MOST_STATEMENTS]) {
  sqlite3 *db = open_loaded();
  size_t length;
  outcome out;
  char *sql;
  int i = 0;
  long count;

  fault_arm(at, false);
  for (sql = skip(text); *sql != '\0' && i < MOST_STATEMENTS && !fault_met();
       sql = skip(sql + length)) {
    length = statement_length(sql);
    out = run(db, sql, length);
    if (at == 0) {
      good[i] = out;
    } else if (fault_met() && !is_no_memory(out.code) &&
               out.code != good[i].code) {
      complain(file, sql, length, sqlite3_errstr(out.code));
    }
    i++;
  }
  fault_disarm();
  count = fault_count();
  close_database(db, file);
  return count;
}

static void run_file(const char *file) {
  static outcome good[MOST_STATEMENTS];
  char *text = read_file(file);
  long before = points_survived;
  double start = seconds();
  long count = run_to_fault(file, text, 0, good);
  long step = step_for(count, seconds() - start);
  long at;

  if (seconds() - start < 50 * budget) {
    for (at = 1; at <= count; at += step) {
      run_to_fault(file, text, at, good);
      points_survived++;
    }
    run_statements(file, text);
  } else {
    printf("    left out, too slow:\n");
  }
  free(text);
  printf("%8ld fault points survived  %s\n", points_survived - before, file);
  fflush(stdout);
}

int main(int argc, char **argv) {
  int i;

  if (argc < 3) {
    fprintf(stderr, "memory_fault SECONDS FILE.sql...\n");
    return 1;
  }
  budget = atof(argv[1]);
  fault_install();
  sqlite3_close(load_with_faults(false));
  sqlite3_close(load_with_faults(true));
  for (i = 2; i < argc; i++) {
    run_file(argv[i]);
  }
  printf("%ld fault points, %ld failures\n", points_survived, failures);
  return failures > 0;
}

/*
** memory_fault [-m POINTS] FILE.sql...: runs every statement of the files
** with failing allocation number 1, 2, 3, ..., once and from there on, until
** no fault is met; with -m, at most about POINTS of them, spread evenly.
** Lines that begin with a dot are the sqlite3 shell's and left out.
**
** After each fault the statement must have failed with SQLITE_NOMEM or done
** what it does without a fault: the same code, the same rows.  The statement
** then runs without a fault, so the connection must still work.  When the
** file's connection is closed, sqlite3_memory_used() must be 0.
*/
#include "ftext.h"
#include "memory.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a statement did: its result code and a hash of its rows. */
typedef struct outcome {
  int code;
  uint64_t rows;
} outcome;

static long most_points; /* for each statement and mode; 0: all */
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
                          bool sticky, long *count) {
  outcome out;

  if (sqlite3_exec(db, "SAVEPOINT fault", NULL, NULL, NULL) != SQLITE_OK) {
    fprintf(stderr, "no savepoint: %s\n", sqlite3_errmsg(db));
    exit(1);
  }
  fault_arm(at, sticky);
  out = run(db, sql, length);
  *count = fault_disarm();
  /* Running out of memory may have rolled everything back already. */
  if (sqlite3_get_autocommit(db) == 0) {
    sqlite3_exec(db, "ROLLBACK TO fault; RELEASE fault", NULL, NULL, NULL);
  }
  return out;
}

static void run_with_faults(sqlite3 *db, const char *file, const char *sql,
                            size_t length, bool sticky) {
  char what[160];
  outcome good;
  outcome again;
  outcome out;
  long count;
  long unused;
  long step;
  long at;

  good = run_undone(db, sql, length, 0, false, &count);
  again = run_undone(db, sql, length, 0, false, &count);
  step = most_points > 0 && count > most_points ? count / most_points : 1;
  for (at = 1;; at += step) {
    out = run_undone(db, sql, length, at, sticky, &unused);
    if (!fault_met()) {
      break;
    }
    points_survived++;
    if (is_no_memory(out.code)) {
      continue;
    }
    if (out.code != good.code ||
        (out.rows != good.rows && good.rows == again.rows)) {
      snprintf(what, sizeof what, "allocation %ld%s failed, and then: %s (%s)",
               at, sticky ? " and all later ones" : "",
               out.code == good.code ? "other rows" : sqlite3_errstr(out.code),
               sqlite3_errmsg(db));
      complain(file, sql, length, what);
      break;
    }
  }
  out = run_undone(db, sql, length, 0, false, &count);
  if (out.code != good.code ||
      (out.rows != good.rows && good.rows == again.rows)) {
    complain(file, sql, length, "does not work after the faults");
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

/* Loads ftext with failing allocation 1, 2, 3, ..., each into a connection
** of its own; returns the one where no fault was met. */
static sqlite3 *load_with_faults(bool sticky) {
  char *message = NULL;
  sqlite3 *db;
  long at;
  int rc;

  for (at = 1;; at++) {
    db = open_database();
    fault_arm(at, sticky);
    rc = sqlite3_ftext_init(db, &message, NULL);
    fault_disarm();
    if (!fault_met()) {
      return db;
    }
    points_survived++;
    if (rc != SQLITE_NOMEM) {
      complain("loading", "", 0, sqlite3_errstr(rc));
    }
    sqlite3_free(message);
    message = NULL;
    if (sqlite3_close(db) != SQLITE_OK || sqlite3_memory_used() != 0) {
      complain("loading", "", 0, "memory is lost");
    }
  }
}

static void run_file(const char *file) {
  char *text = read_file(file);
  char *sql;
  sqlite3 *db = open_database();
  size_t length;
  long before = points_survived;

  sqlite3_ftext_init(db, NULL, NULL);
  for (sql = skip(text); *sql != '\0'; sql = skip(sql + length)) {
    length = statement_length(sql);
    if (is_plain(sql, length) && sqlite3_get_autocommit(db)) {
      run_with_faults(db, file, sql, length, false);
      run_with_faults(db, file, sql, length, true);
    }
    run(db, sql, length);
  }
  if (sqlite3_close(db) != SQLITE_OK || sqlite3_memory_used() != 0) {
    complain(file, "", 0, "memory is lost");
  }
  free(text);
  printf("%8ld fault points survived  %s\n", points_survived - before, file);
  fflush(stdout);
}

int main(int argc, char **argv) {
  int i = 1;

  if (argc > 2 && strcmp(argv[1], "-m") == 0) {
    most_points = atol(argv[2]);
    i = 3;
  }
  fault_install();
  sqlite3_close(load_with_faults(false));
  sqlite3_close(load_with_faults(true));
  for (; i < argc; i++) {
    run_file(argv[i]);
  }
  printf("%ld fault points, %ld failures\n", points_survived, failures);
  return failures > 0;
}

/*
** fault memory|disk SECONDS FILE.sql...: runs the files with something that
** fails, an allocation or one of family file's calls to the operating
** system: each file from its start with number 1, 2, 3, ... failing, once and
** from there on, then each of its statements, until no fault is met.
** The file "loading" stands for loading ftext into a connection.
** fault examples: prints the example of every function and table, for a file.
**
** Where failing every number would take more than about so many SECONDS, only
** those allocations fail that are reached by a way of calls that was not
** gone twice before, and where that takes too long as well, every so many
** of these.  What alone takes many times as long is left out, and named.  With
** 0 SECONDS nothing is left out.
**
** After each fault the statement must have failed with the fault's own code
** or done what it does without one: the same code, the same rows.  The
** connection must still work, and a statement that failed must do what it
** does without a fault.  No file is left open, and when the connection is
** closed, sqlite3_memory_used() must be 0.
*/
#include "disk_fault.h"
#include "memory.h"
#include "script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { MOST_SURVIVORS = 16, MOST_STATEMENTS = 4096, FEWEST_POINTS = 6 };

static bool of_disk;
static double budget; /* seconds for a pass over a statement or a file */
static long points_survived;
static long failures;
static int free_descriptor;

/* Statements run with faults, and those of them with each possible one. */
static struct {
  long count;
  long all;
} statements;

static void arm(long at, bool sticky) {
  if (of_disk) {
    disk_fault_arm(at, sticky);
  } else {
    memory_fault_arm(at, sticky);
  }
}

static void disarm(void) {
  disk_fault_disarm();
  memory_fault_disarm();
}

static long count_of_calls(void) {
  return of_disk ? disk_fault.count : memory_fault_count();
}

static bool was_met(void) {
  return of_disk ? disk_fault.what != NULL : memory_fault_met();
}

static bool is_fault(int code) {
  return of_disk ? code == SQLITE_IOERR || code == SQLITE_CANTOPEN
                 : code == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM;
}

static void complain(const char *file, const char *sql, size_t length, long at,
                     bool sticky, const char *what) {
  failures++;
  fprintf(stderr, "%s: %s %ld%s failed, and then: %s\n    %.*s\n", file,
          of_disk ? "call" : "allocation", at,
          sticky ? " and all behind it" : "", what,
          length > 300 ? 300 : (int)length, sql);
}

static sqlite3 *open_database(void) {
  sqlite3 *db;

  if (sqlite3_open(":memory:", &db) != SQLITE_OK) {
    fprintf(stderr, "cannot open a database\n");
    exit(1);
  }
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

static int lowest_descriptor(void) {
  int descriptor = dup(0);

  close(descriptor);
  return descriptor;
}

static void close_database(sqlite3 *db, const char *file) {
  if (sqlite3_close(db) != SQLITE_OK || sqlite3_memory_used() != 0 ||
      lowest_descriptor() != free_descriptor) {
    fprintf(stderr, "%s: memory or an open file is lost\n", file);
    exit(1);
  }
}

/* Whether the connection does what it should, rows included. */
static bool works(sqlite3 *db) {
  static const char probe[] =
      "SELECT ftext_token_count('It works.'), token FROM ftext_tokens('It')";
  static uint64_t known;
  outcome out = script_run(db, probe, sizeof probe - 1);

  known = known == 0 ? out.rows : known;
  return out.code == SQLITE_DONE && out.rows == known;
}

static double seconds(void) {
  return (double)clock() / CLOCKS_PER_SEC;
}

/* The numbers that fail, one after the other. */
typedef struct plan {
  const long *numbers; /* NULL: 1, 2, 3, ... */
  long count;
  long step;
  const char *kind;
} plan;

static long number(const plan *numbers, long i) {
  return numbers->numbers == NULL ? i + 1 : numbers->numbers[i];
}

/* What to fail of `calls` calls when a run costs so many seconds.  Each fails
** twice, once and with all behind it. */
static plan make_plan(long calls, double cost) {
  const double points = cost > 0 ? budget / cost / 2 : (double)calls;
  plan out = {NULL, calls, 1, "all"};
  size_t count;

  if (budget == 0 || points >= (double)calls) {
    return out;
  }
  if (!of_disk) {
    out.numbers = memory_fault_ways(&count);
    out.count = (long)count;
    out.kind = "every way";
  }
  if (points < (double)out.count) {
    out.step = points < FEWEST_POINTS ? out.count / FEWEST_POINTS + 1
                                      : (long)((double)out.count / points) + 1;
    out.kind = "some";
  }
  return out;
}

/* Begins to count calls that do not fail. */
static void watch(void) {
  if (of_disk || budget == 0) {
    arm(0, false);
  } else {
    memory_fault_watch();
  }
}

/* Undone each time, so that the next run finds what the first one found. */
static outcome run_undone(sqlite3 *db, const char *sql, size_t length, long at,
                          bool sticky) {
  outcome out;

  if (sqlite3_exec(db, "SAVEPOINT fault", NULL, NULL, NULL) != SQLITE_OK) {
    fprintf(stderr, "no savepoint: %s\n", sqlite3_errmsg(db));
    exit(1);
  }
  if (at == 0) {
    watch();
  } else {
    arm(at, sticky);
  }
  out = script_run(db, sql, length);
  disarm();
  /* A fault may have rolled everything back already. */
  if (sqlite3_get_autocommit(db) == 0) {
    sqlite3_exec(db, "ROLLBACK TO fault; RELEASE fault", NULL, NULL, NULL);
  }
  return out;
}

/* A fault that the statement did not report, with another outcome. */
typedef struct survivor {
  outcome out;
  long at;
  bool sticky;
} survivor;

static survivor survivors[MOST_SURVIVORS];
static int survivor_count;

static void try_number(sqlite3 *db, const char *sql, size_t length, long at,
                       bool sticky, const outcome *good) {
  const outcome out = run_undone(db, sql, length, at, sticky);

  points_survived += was_met();
  if (was_met() && !is_fault(out.code) &&
      (out.code != good->code || out.rows != good->rows) &&
      survivor_count < MOST_SURVIVORS) {
    survivors[survivor_count++] = (survivor){out, at, sticky};
  }
}

static void run_with_faults(sqlite3 *db, const char *file, const char *sql,
                            size_t length) {
  const survivor *found;
  outcome good;
  outcome again;
  double start = seconds();
  plan faults;
  long i;

  survivor_count = 0;
  good = run_undone(db, sql, length, 0, false);
  if (budget > 0 && seconds() - start > 10 * budget) {
    printf("    left out, too slow: %.60s\n", sql);
    return;
  }
  start = seconds();
  again = run_undone(db, sql, length, 0, false);
  faults = make_plan(count_of_calls(), seconds() - start);
  statements.all += faults.numbers == NULL && faults.step == 1;
  statements.count++;
  for (i = 0; i < faults.count; i += faults.step) {
    try_number(db, sql, length, number(&faults, i), false, &good);
    try_number(db, sql, length, number(&faults, i), true, &good);
  }
  again = run_undone(db, sql, length, 0, false);
  if (again.code != good.code || !works(db)) {
    complain(file, sql, length, 1, true, "does not work afterwards");
  }
  for (i = 0; i < survivor_count; i++) {
    found = &survivors[i];
    /* Some statements never give the same rows: random(), names of files. */
    if (found->out.code != good.code || good.rows == again.rows) {
      complain(file, sql, length, found->at, found->sticky,
               found->out.code == good.code ? "other rows"
                                            : sqlite3_errstr(found->out.code));
    }
  }
}

/* Each statement by itself, its faults one after the other. */
static void run_statements(const char *file, char *text) {
  sqlite3 *db = open_loaded();
  size_t length;
  char *sql;

  for (sql = script_skip(text); *sql != '\0'; sql = script_skip(sql + length)) {
    length = script_length(sql);
    if (script_can_undo(sql, length) && sqlite3_get_autocommit(db)) {
      run_with_faults(db, file, sql, length);
    }
    script_run(db, sql, length);
  }
  close_database(db, file);
}

/* The statement that met the fault must have reported it or done its work;
** what failed does its work now, unless its transaction is gone. */
static void check_after(sqlite3 *db, const char *file, const char *sql,
                        size_t length, bool autocommit, int code, int good,
                        long at, bool sticky) {
  if (!is_fault(code) && code != good) {
    complain(file, sql, length, at, sticky, sqlite3_errstr(code));
  }
  if (!works(db)) {
    complain(file, sql, length, at, sticky, "the connection does not work");
  }
  if (is_fault(code) && sqlite3_get_autocommit(db) == autocommit &&
      script_run(db, sql, length).code != good) {
    complain(file, sql, length, at, sticky, "does not work afterwards");
  }
}

/* The file from its start in a new connection, up to the statement that
** meets the fault: so a fault also falls into what a connection makes once.
** Returns the number of calls. */
static long run_to_fault(const char *file, char *text, long at, bool sticky,
                         int good[MOST_STATEMENTS]) {
  sqlite3 *db = open_loaded();
  long count = 0;
  bool autocommit;
  size_t length;
  char *sql;
  int code;
  int i = 0;

  if (at == 0) {
    watch();
  } else {
    arm(at, sticky);
  }
  for (sql = script_skip(text);
       *sql != '\0' && i < MOST_STATEMENTS && !was_met();
       sql = script_skip(sql + length)) {
    length = script_length(sql);
    autocommit = sqlite3_get_autocommit(db) != 0;
    code = script_run(db, sql, length).code;
    if (at == 0) {
      good[i] = code;
    } else if (was_met()) {
      disarm();
      check_after(db, file, sql, length, autocommit, code, good[i], at, sticky);
    }
    i++;
  }
  count = count_of_calls();
  disarm();
  close_database(db, file);
  return count;
}

static void run_file(const char *file) {
  static int good[MOST_STATEMENTS];
  char *text = script_read(file);
  const long before = points_survived;
  const double start = seconds();
  const long count = run_to_fault(file, text, 0, false, good);
  plan faults = make_plan(count, seconds() - start);
  const char *kind = faults.kind;
  long i;

  statements.count = 0;
  statements.all = 0;
  if (budget == 0 || seconds() - start < 50 * budget) {
    for (i = 0; i < faults.count; i += faults.step) {
      run_to_fault(file, text, number(&faults, i), false, good);
      run_to_fault(file, text, number(&faults, i), true, good);
      points_survived += 2;
    }
    run_statements(file, text);
  } else {
    printf("    left out, too slow:\n");
  }
  free(text);
  printf("%8ld fault points survived  %s (%s of %ld; all in %ld of %ld "
         "statements; %.0f s)\n",
         points_survived - before, file, kind, count, statements.all,
         statements.count, seconds() - start);
  fflush(stdout);
}

/* What is registered on a connection, as a hash. */
static uint64_t loaded(sqlite3 *db) {
  static const char list[] = "SELECT name, narg, type, flags FROM "
                             "pragma_function_list WHERE name LIKE 'ftext%' "
                             "UNION ALL SELECT name, 0, 0, 0 FROM "
                             "pragma_module_list WHERE name LIKE 'ftext%' "
                             "ORDER BY 1, 2";

  return script_run(db, list, sizeof list - 1).rows;
}

/* Loads ftext with failing allocation 1, 2, 3, ..., each into a connection
** of its own, until no fault is met.  SQLite does without the memory for a
** larger table of functions: then all must be there. */
static void load_with_faults(bool sticky) {
  const long before = points_survived;
  sqlite3 *db = open_loaded();
  const uint64_t all = loaded(db);
  char *message = NULL;
  bool met = true;
  long at;
  int rc;

  close_database(db, "loading");
  for (at = 1; met; at++) {
    db = open_database();
    arm(at, sticky);
    rc = sqlite3_ftext_init(db, &message, NULL);
    met = was_met();
    disarm();
    points_survived += met;
    if (rc != SQLITE_NOMEM && (rc != SQLITE_OK || loaded(db) != all)) {
      complain("loading", "", 0, at, sticky, sqlite3_errstr(rc));
    }
    sqlite3_free(message);
    message = NULL;
    close_database(db, "loading");
  }
  printf("%8ld fault points survived  loading\n", points_survived - before);
}

static int print_example(void *data, int count, char **values, char **names) {
  (void)data;
  (void)count;
  (void)names;
  return puts(values[0]) < 0;
}

static int print_examples(void) {
  sqlite3 *db = open_loaded();
  int rc = sqlite3_exec(db,
                        "SELECT rtrim(example, '; ') || ';' "
                        "FROM ftext_functions",
                        print_example, NULL, NULL);

  return sqlite3_close(db) != SQLITE_OK || rc != SQLITE_OK;
}

int main(int argc, char **argv) {
  int i;

  if (argc == 2 && strcmp(argv[1], "examples") == 0) {
    return print_examples();
  }
  if (argc < 4) {
    fprintf(stderr, "fault memory|disk SECONDS FILE.sql|loading...\n");
    return 1;
  }
  of_disk = strcmp(argv[1], "disk") == 0;
  budget = atof(argv[2]);
  memory_fault_install();
  disk_fault_install();
  free_descriptor = lowest_descriptor();
  for (i = 3; i < argc; i++) {
    if (strcmp(argv[i], "loading") == 0) {
      load_with_faults(false);
      load_with_faults(true);
    } else {
      run_file(argv[i]);
    }
  }
  printf("%ld fault points, %ld failures\n", points_survived, failures);
  return failures > 0;
}

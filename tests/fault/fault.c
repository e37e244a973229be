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
** gone twice before.  Where that takes too long as well, half of the time goes
** to the first of these and half to some of the others.  Of a file only so
** many statements are run from its start, and a statement fails by itself only
** if it alone does not take many times as long; else it is named.  With 0
** SECONDS nothing is left out.  With "N allocations" for SECONDS the clock is
** one of allocations: then the same fail in every run.
**
** After each fault the statement must have failed with the fault's own code
** or done what it does without one: the same code, the same rows.  The
** connection must still work, and a statement that failed must do what it
** does without a fault.  No file is left open, and when the connection is
** closed, sqlite3_memory_used() must be 0.
*/
#include "disk_fault.h"
#include "memory.h"
#include "plan.h"
#include "script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* What takes more than SLOW times the budget without any fault is left out. */
enum { MOST_SURVIVORS = 16, MOST_STATEMENTS = 4096, SLOW = 10 };

static bool of_disk;
static double budget;       /* seconds for a pass over a statement or a file */
static bool by_allocations; /* not seconds: allocations */
static long points_survived;
static long failures;
static int free_descriptor;

/* Statements, those of them that ran with each possible fault, and those that
** ran with none. */
static struct {
  long count;
  long all;
  long left_out;
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
  return by_allocations ? (double)memory_fault_total()
                        : (double)clock() / CLOCKS_PER_SEC;
}

/* Whether it has taken so long since then that the rest is left out. */
static bool is_slow(double since) {
  return budget > 0 && seconds() - since > SLOW * budget;
}

/* What to fail of `calls` calls when a run costs so many seconds. */
static plan make_plan(long calls, double cost) {
  plan out = plan_all(calls);

  if (!plan_fits(&out, cost, budget) && !of_disk) {
    out = plan_ways(calls);
  }
  if (!plan_fits(&out, cost, budget)) {
    plan_some(&out, cost, budget);
  }
  return out;
}

/* A fault that a run survives costs more than was planned. */
static bool goes_on(plan *faults, long i, double since) {
  const bool more = i < plan_size(faults);

  if (more && is_slow(since)) {
    faults->kind = "some";
  }
  return more && !is_slow(since);
}

/* Begins to count calls that do not fail. */
static void watch(void) {
  if (of_disk || budget == 0) {
    arm(0, false);
  } else {
    memory_fault_watch();
  }
}

static void begin(sqlite3 *db) {
  if (sqlite3_exec(db, "SAVEPOINT fault", NULL, NULL, NULL) != SQLITE_OK) {
    fprintf(stderr, "no savepoint: %s\n", sqlite3_errmsg(db));
    exit(1);
  }
}

/* A fault may have rolled everything back already. */
static void end(sqlite3 *db, bool undo) {
  if (sqlite3_get_autocommit(db) == 0) {
    sqlite3_exec(db,
                 undo ? "ROLLBACK TO fault; RELEASE fault" : "RELEASE fault",
                 NULL, NULL, NULL);
  }
}

/* Counts the calls of a statement, and takes the time.  Undone, so that the
** next run finds what this one found, unless it is too slow to run again. */
static outcome run_watched(sqlite3 *db, const char *sql, size_t length,
                           double *cost, bool *slow) {
  const double start = seconds();
  outcome out;

  begin(db);
  watch();
  out = script_run(db, sql, length);
  disarm();
  *cost = seconds() - start;
  *slow = is_slow(start);
  end(db, !*slow);
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
  outcome out;

  begin(db);
  arm(at, sticky);
  out = script_run(db, sql, length);
  disarm();
  end(db, true);
  points_survived += was_met();
  if (was_met() && !is_fault(out.code) &&
      (out.code != good->code || out.rows != good->rows) &&
      survivor_count < MOST_SURVIVORS) {
    survivors[survivor_count++] = (survivor){out, at, sticky};
  }
}

/* Runs the statement without a fault, so that its work is done, and says what
** was wrong. */
static void finish(sqlite3 *db, const char *file, const char *sql,
                   size_t length, const outcome *good) {
  const outcome again = script_run(db, sql, length);
  const survivor *found;
  int i;

  if (again.code != good->code || !works(db)) {
    complain(file, sql, length, 1, true, "does not work afterwards");
  }
  for (i = 0; i < survivor_count; i++) {
    found = &survivors[i];
    /* Some statements never give the same rows: random(), names of files. */
    if (found->out.code != good->code || good->rows == again.rows) {
      complain(file, sql, length, found->at, found->sticky,
               found->out.code == good->code ? "other rows"
                                             : sqlite3_errstr(found->out.code));
    }
  }
}

static void run_with_faults(sqlite3 *db, const char *file, const char *sql,
                            size_t length) {
  const double start = seconds();
  bool slow;
  double cost;
  outcome good = run_watched(db, sql, length, &cost, &slow);
  plan faults;
  long i;

  /* What a connection makes once is there in the second run. */
  if (!slow && (budget == 0 || cost < budget)) {
    good = run_watched(db, sql, length, &cost, &slow);
  }
  statements.count++;
  if (slow) {
    statements.left_out++;
    printf("    left out, too slow: %.60s\n", sql);
    return;
  }
  faults = make_plan(count_of_calls(), cost);
  survivor_count = 0;
  for (i = 0; goes_on(&faults, i, start); i++) {
    try_number(db, sql, length, plan_number(&faults, i), false, &good);
    try_number(db, sql, length, plan_number(&faults, i), true, &good);
  }
  statements.all += strcmp(faults.kind, "all") == 0;
  finish(db, file, sql, length, &good);
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
    } else {
      script_run(db, sql, length);
    }
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

/* The file from its start in a new connection, without a fault: the code of
** each statement, and the number of calls and the seconds of those before it
** became too slow. */
static long watch_file(const char *file, char *text, int good[MOST_STATEMENTS],
                       double *cost) {
  const double start = seconds();
  sqlite3 *db = open_loaded();
  long count = 0;
  size_t length;
  char *sql;
  int i = 0;

  watch();
  for (sql = script_skip(text); *sql != '\0' && i < MOST_STATEMENTS;
       sql = script_skip(sql + length)) {
    length = script_length(sql);
    good[i++] = script_run(db, sql, length).code;
    if (is_slow(start)) {
      break;
    }
    count = count_of_calls();
    *cost = seconds() - start;
  }
  disarm();
  close_database(db, file);
  return count;
}

/* The same up to the statement that meets the fault: so a fault also falls
** into what a connection makes once. */
static void run_to_fault(const char *file, char *text, long at, bool sticky,
                         const int good[MOST_STATEMENTS]) {
  sqlite3 *db = open_loaded();
  bool autocommit;
  size_t length;
  char *sql;
  int code;
  int i = 0;

  arm(at, sticky);
  for (sql = script_skip(text);
       *sql != '\0' && i < MOST_STATEMENTS && !was_met();
       sql = script_skip(sql + length)) {
    length = script_length(sql);
    autocommit = sqlite3_get_autocommit(db) != 0;
    code = script_run(db, sql, length).code;
    if (was_met()) {
      disarm();
      check_after(db, file, sql, length, autocommit, code, good[i], at, sticky);
    }
    i++;
  }
  disarm();
  close_database(db, file);
}

static void run_file(const char *file) {
  static int good[MOST_STATEMENTS];
  char *text = script_read(file);
  const long before = points_survived;
  const double start = seconds();
  double cost = 0;
  const long count = watch_file(file, text, good, &cost);
  plan faults = make_plan(count, cost);
  long i;

  for (i = 0; goes_on(&faults, i, start); i++) {
    run_to_fault(file, text, plan_number(&faults, i), false, good);
    run_to_fault(file, text, plan_number(&faults, i), true, good);
    points_survived += 2;
  }
  statements.count = 0;
  statements.all = 0;
  statements.left_out = 0;
  run_statements(file, text);
  free(text);
  printf("%8ld fault points survived  %s (%s of %ld; all in %ld of %ld "
         "statements, %ld left out; %.0f %s)\n",
         points_survived - before, file, faults.kind, count, statements.all,
         statements.count, statements.left_out, seconds() - start,
         by_allocations ? "allocations" : "s");
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
  by_allocations = strstr(argv[2], "allocations") != NULL;
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

/*
** pure FILE.sql...: runs the files' statements, and the manual's examples,
** through the file-free entry while the kernel allows this process nothing
** but memory: a file opened, a process or a thread begun, a byte read, sent
** or written ends it.  So does a function that has SQLite prepare SQL.
** Exit 77: this kernel has no such filter.
*/
#define _GNU_SOURCE /* NOLINT: syscall numbers and MAP_ flags */
#include "script.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LOAD(field)                                                            \
  BPF_STMT(BPF_LD | BPF_W | BPF_ABS,                                           \
           (unsigned)offsetof(struct seccomp_data, field))
#define RETURN(action) BPF_STMT(BPF_RET | BPF_K, action)
#define ALLOW(number)                                                          \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1), RETURN(SECCOMP_RET_ALLOW)

/* Memory, an anonymous mapping's descriptor being -1, how much of it there
** is (glibc's qsort asks), locks and the end. */
static bool allow_memory_alone(void) {
  struct sock_filter rules[] = {
      LOAD(nr),
      ALLOW(SYS_brk),
      ALLOW(SYS_munmap),
      ALLOW(SYS_mremap),
      ALLOW(SYS_madvise),
      ALLOW(SYS_sysinfo),
      ALLOW(SYS_futex),
      ALLOW(SYS_clock_gettime),
      ALLOW(SYS_gettimeofday),
      ALLOW(SYS_getpid),
      ALLOW(SYS_exit_group),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap, 0, 3),
      LOAD(args[4]),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0xFFFFFFFFu, 0, 1),
      RETURN(SECCOMP_RET_ALLOW),
      RETURN(SECCOMP_RET_KILL_PROCESS),
  };
  const struct sock_fprog program = {sizeof rules / sizeof rules[0], rules};

  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

enum { RUNS_SQL = 3 };

/* SQLite asks what a statement may do while it is prepared; ours are all
** finished then.  A running one is that of a function that prepares another.
** SQLite's own pragma_... tables do so too, with a PRAGMA. */
static int refuse_nested(void *db, int action, const char *a, const char *b,
                         const char *c, const char *d) {
  sqlite3_stmt *statement = NULL;

  (void)a;
  (void)b;
  (void)c;
  (void)d;
  while (action != SQLITE_PRAGMA &&
         (statement = sqlite3_next_stmt(db, statement)) != NULL) {
    if (sqlite3_stmt_busy(statement)) {
      _exit(RUNS_SQL);
    }
  }
  return SQLITE_OK;
}

static sqlite3 *open_pure(void) {
  sqlite3 *db;

  if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
      sqlite3_ftextpure_init(db, NULL, NULL) != SQLITE_OK ||
      sqlite3_exec(db, "PRAGMA temp_store = memory", NULL, NULL, NULL) !=
          SQLITE_OK ||
      sqlite3_set_authorizer(db, refuse_nested, db) != SQLITE_OK) {
    _exit(2);
  }
  return db;
}

/* Statements with an unknown function fail, which is as it should be.
** Returns how many did not fail. */
static int run(char *text) {
  sqlite3 *db = open_pure();
  size_t length;
  char *sql;
  int count = 0;
  int code;

  for (sql = script_skip(text); *sql != '\0'; sql = script_skip(sql + length)) {
    length = script_length(sql);
    if (script_can_undo(sql, length)) {
      code = script_run(db, sql, length).code;
      count += code == SQLITE_DONE;
    }
  }
  sqlite3_close(db);
  return count;
}

static char *examples(void) {
  sqlite3 *db = open_pure();
  sqlite3_stmt *statement;
  char *text = NULL;

  if (sqlite3_prepare_v2(db,
                         "SELECT group_concat(rtrim(example, '; '), ';') || "
                         "';', count(*) FROM ftext_functions",
                         -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW) {
    text = strdup((const char *)sqlite3_column_text(statement, 0));
  }
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return text;
}

enum { MOST_FILES = 256, FEWEST_STATEMENTS = 300 };

int main(int argc, char **argv) {
  char *texts[MOST_FILES];
  int count = 0;
  int i;

  for (i = 1; i < argc && i < MOST_FILES; i++) {
    texts[i] = script_read(argv[i]);
  }
  texts[0] = examples();
  /* SQLite reads its random seed, libc its time zone, where they are asked. */
  run((char[]){"SELECT random(), datetime('now', 'localtime');"});
  if (argc > MOST_FILES || texts[0] == NULL || run(texts[0]) == 0) {
    return 2;
  }
  if (!allow_memory_alone()) {
    printf("because there are no system call filters: %s\n", strerror(errno));
    return 77;
  }
  for (i = 0; i < argc; i++) {
    count += run(texts[i]);
  }
  _exit(count < FEWEST_STATEMENTS);
}

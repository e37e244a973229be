/*
** faults FOLDER: every call to the operating system fails once, and every
** allocation, one by one.  Afterwards each file is the old one or the new
** one, all of an export together, nothing else lies in the folder, and the
** error has the right code.
*/
#define _DEFAULT_SOURCE /* NOLINT: POSIX */
#include "disk_fault.h"
#include "file/family.h"
#include "memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int mistakes;
static const char *scene;
static long memory_at; /* the allocation that fails; 0: none */

static void complain(const char *what, const char *detail) {
  printf("%s, call %ld (%s), memory %ld: %s %s\n", scene, disk_fault.at,
         disk_fault.what == NULL ? "-" : disk_fault.what, memory_at, what,
         detail);
  mistakes++;
}

static void write_file(const char *path, const char *content) {
  FILE *file = fopen(path, "w");

  fputs(content, file);
  fclose(file);
}

static bool holds(const char *path, const char *content) {
  char found[4096] = "";
  FILE *file = fopen(path, "r");
  size_t length;

  if (file == NULL) {
    return content == NULL;
  }
  length = fread(found, 1, sizeof found - 1, file);
  found[length] = '\0';
  fclose(file);
  return content != NULL && strcmp(found, content) == 0;
}

static void empty_folder(void) {
  DIR *stream = opendir(".");
  struct dirent *entry;

  while ((entry = readdir(stream)) != NULL) {
    if (entry->d_name[0] != '.') {
      unlink(entry->d_name);
    }
  }
  closedir(stream);
}

static int count_files(void) {
  DIR *stream = opendir(".");
  struct dirent *entry;
  int count = 0;

  while ((entry = readdir(stream)) != NULL) {
    count += entry->d_name[0] != '.';
  }
  closedir(stream);
  return count;
}

enum { MOST_FILES = 3 };

/* What an export does: files, what is in them before (NULL: none) and
** after. */
typedef struct export_case {
  const char *name;
  const char *sql;
  const char *files[MOST_FILES];
  const char *before[MOST_FILES];
  const char *after[MOST_FILES];
  const char *symlink; /* leads to the first file */
  bool leftover;       /* of a killed process */
} export_case;

#define LEFTOVER "a.ftext-0123456789abcdef"

static const export_case cases[] = {
    {.name = "replace one",
     .sql = "SELECT ftext_export('a', 'VALUES (1), (2)')",
     .files = {"a"},
     .before = {"old"},
     .after = {"{\"column1\":1}\n{\"column1\":2}\n"},
     .leftover = true},
    {.name = "a new one",
     .sql = "SELECT ftext_export('a', 'SELECT 1 AS x', '{\"bom\":true}')",
     .files = {"a"},
     .before = {NULL},
     .after = {"\xEF\xBB\xBF{\"x\":1}\n"}},
    {.name = "through a symbolic link",
     .sql = "SELECT ftext_export('link', 'SELECT 1 AS x')",
     .files = {"a"},
     .before = {"old"},
     .after = {"{\"x\":1}\n"},
     .symlink = "link"},
    {.name = "several",
     .sql = "SELECT ftext_export('{s}', 'SELECT 1 AS x, ''a'' AS s UNION ALL "
            "SELECT 2, ''b'' UNION ALL SELECT 3, ''c''')",
     .files = {"a", "b", "c"},
     .before = {"old a", NULL, "old c"},
     .after = {"{\"x\":1}\n", "{\"x\":2}\n", "{\"x\":3}\n"}},
    {.name = "several anew",
     .sql = "SELECT ftext_export('{s}', 'SELECT 1 AS x, ''a'' AS s UNION ALL "
            "SELECT 2, ''b'' UNION ALL SELECT 3, ''c''')",
     .files = {"a", "b", "c"},
     .before = {"old a", "old b", "old c"},
     .after = {"{\"x\":1}\n", "{\"x\":2}\n", "{\"x\":3}\n"}},
};

static void prepare(const export_case *test) {
  int i;

  empty_folder();
  for (i = 0; i < MOST_FILES; i++) {
    if (test->files[i] != NULL && test->before[i] != NULL) {
      write_file(test->files[i], test->before[i]);
    }
  }
  if (test->symlink != NULL && symlink("a", test->symlink) != 0) {
    complain("cannot make", test->symlink);
  }
  if (test->leftover) {
    write_file(LEFTOVER, "half");
  }
}

/* How many of the files are as they were, or as they must become. */
static int count_as(const export_case *test, const char *const *content) {
  int count = 0;
  int i;

  for (i = 0; i < MOST_FILES; i++) {
    count += test->files[i] == NULL || holds(test->files[i], content[i]);
  }
  return count;
}

static bool is_new(const export_case *test) {
  return count_as(test, test->after) == MOST_FILES;
}

static int wanted_code(void) {
  static const char *const opening[] = {"create", "look", "resolve",
                                        "writable"};
  size_t i;

  if (disk_fault.what == NULL) {
    return SQLITE_NOMEM;
  }
  for (i = 0; i < sizeof opening / sizeof opening[0]; i++) {
    if (strcmp(disk_fault.what, opening[i]) == 0) {
      return SQLITE_CANTOPEN;
    }
  }
  return SQLITE_IOERR;
}

static void check_folder(const export_case *test, bool is_old) {
  int wanted = test->symlink != NULL;
  int i;

  for (i = 0; i < MOST_FILES; i++) {
    wanted += test->files[i] != NULL && !(is_old && test->before[i] == NULL);
  }
  wanted += access(LEFTOVER, F_OK) == 0;
  if (count_files() != wanted && !disk_fault.kept) {
    complain("files are left", "");
  }
}

/* With all calls behind one failing, nothing can be undone: but each file is
** whole, and the error is one of files. */
static void check_sticky(const export_case *test, sqlite3 *db, int rc) {
  int i;

  for (i = 0; i < MOST_FILES; i++) {
    if (test->files[i] != NULL && !holds(test->files[i], test->before[i]) &&
        !holds(test->files[i], test->after[i])) {
      complain("neither the old file nor the new one:", test->files[i]);
    }
  }
  if (rc == SQLITE_ROW ? !is_new(test)
                       : rc != SQLITE_IOERR && rc != SQLITE_CANTOPEN) {
    complain("wrong code:", sqlite3_errmsg(db));
  }
}

static void check(const export_case *test, sqlite3 *db, int rc) {
  bool is_old = count_as(test, test->before) == MOST_FILES;

  if (rc == SQLITE_ROW && !is_new(test)) {
    complain("succeeded, but the files are not new", "");
  }
  if (rc != SQLITE_ROW && rc != wanted_code()) {
    complain("wrong code:", sqlite3_errmsg(db));
  }
  if (rc != SQLITE_ROW && !is_old &&
      !(is_new(test) && disk_fault.what != NULL &&
        strstr(sqlite3_errmsg(db), "sync the folder of the new") != NULL) &&
      !(is_new(test) && rc == SQLITE_NOMEM)) {
    complain("failed, but the files are not old:", sqlite3_errmsg(db));
  }
  check_folder(test, is_old);
}

static void check_clean(const export_case *test) {
  if (!is_new(test) || access(LEFTOVER, F_OK) == 0) {
    complain("without a fault the files are not new, or more is there", "");
  }
}

static int run(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);

  if (rc == SQLITE_OK) {
    rc = sqlite3_step(statement);
    while (rc == SQLITE_ROW && sqlite3_column_count(statement) > 1) {
      rc = sqlite3_step(statement);
    }
  }
  /* Finalizing would report the code again and not end a good SELECT. */
  sqlite3_finalize(statement);
  return rc;
}

/* Every call fails once, until one run meets no disk_fault. */
static long try_calls(const export_case *test, sqlite3 *db, int number,
                      bool onward) {
  long at;
  int rc;

  scene = test->name;
  disk_fault.number = number;
  for (at = 1;; at++) {
    prepare(test);
    disk_fault_arm(at, onward);
    rc = run(db, test->sql);
    if (disk_fault.what == NULL) {
      check_clean(test);
      disk_fault_disarm();
      return disk_fault.count;
    }
    if (number == EINTR && strcmp(disk_fault.what, "rename") != 0 &&
        strstr("create write sync open_folder", disk_fault.what) != NULL &&
        rc != SQLITE_ROW) {
      complain("an interrupted call is not tried again", "");
    }
    if (onward) {
      check_sticky(test, db, rc);
    } else {
      check(test, db, rc);
    }
  }
}

static long try_memory(const export_case *test, sqlite3 *db) {
  int rc;

  scene = test->name;
  disk_fault_arm(0, false);
  for (memory_at = 1;; memory_at++) {
    prepare(test);
    memory_fault_arm(memory_at, false);
    rc = run(db, test->sql);
    memory_fault_disarm();
    if (!memory_fault_met()) {
      memory_at = 0;
      return memory_fault_count();
    }
    check(test, db, rc);
  }
}

static void read_with_faults(sqlite3 *db, int number) {
  static const char sql[] = "SELECT line, record FROM ftext_read_jsonl('a')";
  long at;
  int rc;

  scene = "read";
  disk_fault.number = number;
  empty_folder();
  write_file("a", "{\"x\":1}\n{\"x\":2}");
  for (at = 1;; at++) {
    disk_fault_arm(at, false);
    rc = run(db, sql);
    if (disk_fault.what == NULL) {
      break;
    }
    if (number == EINTR
            ? rc != SQLITE_DONE
            : strcmp(disk_fault.what, "open") == 0 && rc != SQLITE_CANTOPEN) {
      complain("wrong code:", sqlite3_errmsg(db));
    }
    if (number != EINTR && strcmp(disk_fault.what, "read") == 0 &&
        rc != SQLITE_IOERR) {
      complain("wrong code:", sqlite3_errmsg(db));
    }
  }
  disk_fault_disarm();
  if (rc != SQLITE_DONE) {
    complain("does not work without faults:", sqlite3_errmsg(db));
  }
}

static void run_cases(sqlite3 *db) {
  long calls = 0;
  long allocations = 0;
  size_t i;

  for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    calls += try_calls(&cases[i], db, EIO, false);
    calls += try_calls(&cases[i], db, ENOSPC, true);
    calls += try_calls(&cases[i], db, EINTR, false);
    calls += try_calls(&cases[i], db, EEXIST, false);
    calls += try_calls(&cases[i], db, EEXIST, true);
    calls += try_calls(&cases[i], db, EWOULDBLOCK, false);
    calls += try_calls(&cases[i], db, EINVAL, false);
    allocations += try_memory(&cases[i], db);
    prepare(&cases[i]);
    disk_fault.tiny = true;
    if (run(db, cases[i].sql) != SQLITE_ROW || !is_new(&cases[i])) {
      complain("short writes are not continued", "");
    }
    disk_fault.tiny = false;
  }
  read_with_faults(db, EIO);
  read_with_faults(db, EINTR);
  printf("%ld calls and %ld allocations failed\n", calls, allocations);
}

static int lowest_descriptor(void) {
  int descriptor = dup(0);

  close(descriptor);
  return descriptor;
}

int main(int argc, char **argv) {
  static const ftext_family *const families[] = {&ftext_file_family, NULL};
  sqlite3 *db = NULL;
  int descriptor;

  if (argc != 2 || chdir(argv[1]) != 0) {
    return 2;
  }
  memory_fault_install();
  disk_fault_install();
  if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
      ftext_register(db, families, false) != SQLITE_OK) {
    return 2;
  }
  descriptor = lowest_descriptor();
  run_cases(db);
  if (lowest_descriptor() != descriptor) {
    complain("a file is left open", "");
  }
  empty_folder();
  sqlite3_close(db);
  if (sqlite3_memory_used() != 0) {
    complain("memory is left", "");
  }
  return mistakes == 0 ? 0 : 1;
}

/*
** faults FOLDER: every call to the operating system fails once, and every
** allocation, one by one.  Afterwards each file is the old one or the new
** one, all of an export together, nothing else lies in the folder, and the
** error has the right code.
*/
#define _DEFAULT_SOURCE /* NOLINT: POSIX */
#ifndef FTEXT_TEST_DISK
#define FTEXT_TEST_DISK /* disk.c is compiled with it too */
#endif

#include "base/memory.h"
#include "file/disk.h"
#include "file/family.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct {
  long call;        /* the number of the next one, from 1 */
  long at;          /* the one to fail; 0: none */
  bool onward;      /* all behind it fail as well */
  int number;       /* errno that it fails with */
  bool tiny_writes; /* writes take a byte at a time, reads give one */
  const char *what; /* the first one that has failed */
  bool kept;        /* a removal has failed */
} fault;

static bool fails(const char *what) {
  long call = ++fault.call;

  if (fault.at == 0 || call < fault.at || (call > fault.at && !fault.onward)) {
    return false;
  }
  if (fault.what == NULL) {
    fault.what = what;
  }
  errno = fault.number;
  return true;
}

#define FORWARD(name, result, parameters, arguments)                           \
  static result test_##name parameters {                                       \
    return fails(#name) ? -1 : ftext_disk_system.name arguments;               \
  }

FORWARD(create, int, (const char *path, unsigned mode), (path, mode))
FORWARD(open, int, (const char *path), (path))
FORWARD(peek, int, (const char *path), (path))
FORWARD(open_folder, int, (const char *path), (path))
FORWARD(sync, int, (int descriptor), (descriptor))
FORWARD(lock, int, (int descriptor), (descriptor))
FORWARD(set_mode, int, (int descriptor, unsigned mode), (descriptor, mode))
FORWARD(rename, int, (const char *from, const char *to), (from, to))
FORWARD(link, int, (const char *from, const char *to), (from, to))
FORWARD(look, int, (const char *path, ftext_disk_info *info), (path, info))
FORWARD(examine, int, (int descriptor, ftext_disk_info *info),
        (descriptor, info))
FORWARD(writable, int, (const char *path), (path))
FORWARD(resolve, int, (const char *path, char *out), (path, out))
FORWARD(list, int, (const char *path, ftext_disk_visit *visit, void *data),
        (path, visit, data))
FORWARD(random, int, (void *bytes, size_t size), (bytes, size))

static int test_unlink(const char *path) {
  if (fails("unlink")) {
    fault.kept = true;
    return -1;
  }
  return ftext_disk_system.unlink(path);
}

/* The descriptor is gone even where closing it reports an error. */
static int test_close(int descriptor) {
  int result = ftext_disk_system.close(descriptor);

  return fails("close") ? -1 : result;
}

static long test_read(int descriptor, void *bytes, size_t size) {
  if (fails("read")) {
    return -1;
  }
  return ftext_disk_system.read(descriptor, bytes,
                                fault.tiny_writes ? 1 : size);
}

static long test_write(int descriptor, const void *bytes, size_t size) {
  if (fails("write")) {
    return -1;
  }
  return ftext_disk_system.write(descriptor, bytes,
                                 fault.tiny_writes ? 1 : size);
}

static const ftext_disk_calls test_disk = {
    .create = test_create,
    .open = test_open,
    .peek = test_peek,
    .open_folder = test_open_folder,
    .read = test_read,
    .write = test_write,
    .sync = test_sync,
    .close = test_close,
    .lock = test_lock,
    .set_mode = test_set_mode,
    .rename = test_rename,
    .link = test_link,
    .unlink = test_unlink,
    .look = test_look,
    .examine = test_examine,
    .writable = test_writable,
    .resolve = test_resolve,
    .list = test_list,
    .random = test_random,
};

static struct {
  sqlite3_mem_methods system;
  long call;
  long at;
} memory;

static void *test_malloc(int size) {
  return ++memory.call == memory.at ? NULL : memory.system.xMalloc(size);
}

static void *test_realloc(void *old, int size) {
  return ++memory.call == memory.at ? NULL : memory.system.xRealloc(old, size);
}

static int mistakes;
static const char *scene;

static void complain(const char *what, const char *detail) {
  printf("%s, call %ld (%s), memory %ld: %s %s\n", scene, fault.at,
         fault.what == NULL ? "-" : fault.what, memory.at, what, detail);
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

  if (fault.what == NULL) {
    return SQLITE_NOMEM;
  }
  for (i = 0; i < sizeof opening / sizeof opening[0]; i++) {
    if (strcmp(fault.what, opening[i]) == 0) {
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
  if (count_files() != wanted && !fault.kept) {
    complain("files are left", "");
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
      !(is_new(test) && fault.what != NULL &&
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

/* Every call fails once, until one run meets no fault. */
static long try_calls(const export_case *test, sqlite3 *db, int number,
                      bool onward) {
  int rc;

  scene = test->name;
  fault.number = number;
  fault.onward = onward;
  for (fault.at = 1;; fault.at++) {
    prepare(test);
    fault.call = 0;
    fault.what = NULL;
    fault.kept = onward;
    rc = run(db, test->sql);
    if (fault.what == NULL) {
      check_clean(test);
      fault.at = 0;
      return fault.call;
    }
    if (number == EINTR && strcmp(fault.what, "rename") != 0 &&
        strstr("create write sync open_folder", fault.what) != NULL &&
        rc != SQLITE_ROW) {
      complain("an interrupted call is not tried again", "");
    }
    if (!onward) {
      check(test, db, rc);
    }
  }
}

static long try_memory(const export_case *test, sqlite3 *db) {
  int rc;

  scene = test->name;
  for (memory.at = 1;; memory.at++) {
    prepare(test);
    memory.call = 0;
    fault.what = NULL;
    fault.kept = false;
    rc = run(db, test->sql);
    if (memory.call < memory.at) {
      memory.at = 0;
      return memory.call;
    }
    check(test, db, rc);
  }
}

static void read_with_faults(sqlite3 *db) {
  static const char sql[] = "SELECT line, record FROM ftext_read_jsonl('a')";
  int rc;

  scene = "read";
  fault.number = EIO;
  empty_folder();
  write_file("a", "{\"x\":1}\n{\"x\":2}");
  for (fault.at = 1;; fault.at++) {
    fault.call = 0;
    fault.what = NULL;
    rc = run(db, sql);
    if (fault.what == NULL) {
      break;
    }
    if (strcmp(fault.what, "open") == 0 && rc != SQLITE_CANTOPEN) {
      complain("wrong code:", sqlite3_errmsg(db));
    }
    if (strcmp(fault.what, "read") == 0 && rc != SQLITE_IOERR) {
      complain("wrong code:", sqlite3_errmsg(db));
    }
  }
  fault.at = 0;
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
    allocations += try_memory(&cases[i], db);
    prepare(&cases[i]);
    fault.tiny_writes = true;
    if (run(db, cases[i].sql) != SQLITE_ROW || !is_new(&cases[i])) {
      complain("short writes are not continued", "");
    }
    fault.tiny_writes = false;
  }
  read_with_faults(db);
  printf("%ld calls and %ld allocations failed\n", calls, allocations);
}

static int lowest_descriptor(void) {
  int descriptor = dup(0);

  close(descriptor);
  return descriptor;
}

int main(int argc, char **argv) {
  static const ftext_family *const families[] = {&ftext_file_family, NULL};
  sqlite3_mem_methods methods;
  sqlite3 *db = NULL;
  int descriptor;

  if (argc != 2 || chdir(argv[1]) != 0) {
    return 2;
  }
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.system);
  methods = memory.system;
  methods.xMalloc = test_malloc;
  methods.xRealloc = test_realloc;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
  ftext_disk = &test_disk;
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

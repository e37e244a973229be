/*
** Times ftext through SQL in a connection of its own, in this process alone.
**
**   bench load LIBRARY                          loading, first call, memory
**   bench whole LIBRARY ENCODING FILE ROUNDS    the file as one value
**   bench rows LIBRARY ENCODING FILE ROUNDS     its lines in a table
**   bench unseen LIBRARY ENCODING FILE ROUNDS   its second half after its first
**   bench faces LIBRARY ENCODING FILE ROUNDS    the other functions, as rows
**   bench text LIBRARY ENCODING KIND BYTES      a text of kinds.h, or of a file
**   bench kinds                                 the names of the kinds
**
** Prints one line of JSON; times in milliseconds unless they say otherwise.
** The clock runs from before sqlite3_step to after it.
*/
#define _POSIX_C_SOURCE 200809L

#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kinds.h"

static void fail(const char *what) {
  fprintf(stderr, "bench: %s\n", what);
  exit(1);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* This process's own memory in KiB: what is not a file's. */
static long private_memory(void) {
  FILE *file = fopen("/proc/self/smaps_rollup", "r");
  char line[256];
  long size = 0;
  while (file != NULL && fgets(line, sizeof line, file) != NULL) {
    if (strncmp(line, "Anonymous:", 10) == 0) {
      size = strtol(line + 10, NULL, 10);
    }
  }
  if (file != NULL) {
    fclose(file);
  }
  return size;
}

static char *read_file(const char *path, size_t most, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    fail(path);
  }
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  if (size > most) {
    size = most;
  }
  char *text = malloc(size + 1);
  if (text == NULL || fread(text, 1, size, file) != size) {
    fail("cannot read the file");
  }
  fclose(file);
  *length = size;
  return text;
}

/* ---- SQL -------------------------------------------------------------- */

static sqlite3 *open_connection(void) {
  sqlite3 *db;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
      sqlite3_enable_load_extension(db, 1) != SQLITE_OK) {
    fail("cannot open a connection");
  }
  return db;
}

static void load(sqlite3 *db, const char *library) {
  char *message = NULL;
  if (sqlite3_load_extension(db, library, "sqlite3_ftext_init", &message) !=
      SQLITE_OK) {
    fail(message != NULL ? message : library);
  }
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
    fail(sqlite3_errmsg(db));
  }
  return statement;
}

/* "sql" with its only %s replaced: the encoding is a constant there. */
static sqlite3_stmt *prepare_for(sqlite3 *db, const char *sql,
                                 const char *encoding) {
  char text[512];
  snprintf(text, sizeof text, sql, encoding);
  return prepare(db, text);
}

/* Runs the statement once, which must give one row; its value is its last
** row's first column. */
static double run(sqlite3_stmt *statement, sqlite3_int64 *value) {
  double start = now();
  if (sqlite3_step(statement) != SQLITE_ROW) {
    fail(sqlite3_errmsg(sqlite3_db_handle(statement)));
  }
  *value = sqlite3_column_int64(statement, 0);
  double end = now();
  sqlite3_reset(statement);
  return end - start;
}

typedef struct times {
  double first, best, median;
  sqlite3_int64 value;
} times;

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

/* The first run, then the best and the median of the others. */
static times measure(sqlite3_stmt *statement, int rounds) {
  times result = {0};
  double *all = calloc((size_t)rounds, sizeof *all);
  if (all == NULL) {
    fail("out of memory");
  }
  result.first = run(statement, &result.value);
  for (int i = 0; i < rounds; i++) {
    all[i] = run(statement, &result.value);
  }
  qsort(all, (size_t)rounds, sizeof *all, compare);
  result.best = all[0];
  result.median = all[rounds / 2];
  free(all);
  sqlite3_finalize(statement);
  return result;
}

static void print_times(const char *name, times result) {
  printf("\"%s\":{\"first\":%.4f,\"best\":%.4f,\"median\":%.4f,\"value\":%lld}",
         name, result.first, result.best, result.median, result.value);
}

/* Table t(x): the text as one row, or each of its lines. */
static void fill(sqlite3 *db, const char *text, size_t length, int lines) {
  sqlite3_stmt *insert;
  char *error = NULL;
  if (sqlite3_exec(db, "CREATE TABLE t(x TEXT); BEGIN", NULL, NULL, &error) !=
      SQLITE_OK) {
    fail(error);
  }
  insert = prepare(db, "INSERT INTO t VALUES(?1)");
  for (size_t at = 0; at < length;) {
    const char *end = lines ? memchr(text + at, '\n', length - at) : NULL;
    size_t next = end == NULL ? length : (size_t)(end - text);
    sqlite3_bind_text64(insert, 1, text + at, next - at, SQLITE_STATIC,
                        SQLITE_UTF8);
    sqlite3_step(insert);
    sqlite3_reset(insert);
    at = next + 1;
  }
  sqlite3_finalize(insert);
  sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
}

static void bind(sqlite3_stmt *statement, const char *text, size_t length) {
  sqlite3_bind_text64(statement, 1, text, length, SQLITE_STATIC, SQLITE_UTF8);
}

/* ---- Modes ------------------------------------------------------------ */

static void bench_load(const char *library) {
  sqlite3 *db = open_connection();
  sqlite3_int64 value;
  run(prepare(db, "SELECT length('hello world')"), &value);
  long before = private_memory();
  double start = now();
  load(db, library);
  double loaded = now();
  sqlite3_stmt *first = prepare(db, "SELECT ftext_token_count('hello world')");
  double prepared = now();
  double call = run(first, &value);
  long after = private_memory();
  for (int i = 0; i < 10; i++) {
    run(prepare(db, "SELECT ftext_token_count('some rows, it''s 10 of them')"),
        &value);
  }
  printf("{\"load\":%.4f,\"prepare\":%.4f,\"first\":%.4f,\"memory\":%ld,"
         "\"memory_rows\":%ld}\n",
         loaded - start, prepared - loaded, call, after - before,
         private_memory() - before);
}

static void bench_whole(sqlite3 *db, const char *encoding, const char *path,
                        int rounds) {
  size_t length;
  char *text = read_file(path, SIZE_MAX, &length);
  sqlite3_int64 ignored;
  sqlite3_stmt *floor = prepare(db, "SELECT length(?1)");
  bind(floor, text, length);
  run(floor, &ignored); /* the pages of the text are there before the clock */
  long before = private_memory();
  sqlite3_stmt *count =
      prepare_for(db, "SELECT ftext_token_count(?1, '%s')", encoding);
  bind(count, text, length);
  printf("{\"bytes\":%zu,", length);
  print_times("count", measure(count, rounds));
  printf(",\"memory\":%ld,", private_memory() - before);
  fill(db, text, length, 0);
  print_times(
      "stored",
      measure(prepare_for(db, "SELECT sum(ftext_token_count(x, '%s')) FROM t",
                          encoding),
              rounds));
  printf(",");
  print_times("floor",
              measure(prepare(db, "SELECT sum(length(x)) FROM t"), rounds));
  printf("}\n");
}

static void bench_rows(sqlite3 *db, const char *encoding, const char *path,
                       int rounds) {
  size_t length;
  char *text = read_file(path, SIZE_MAX, &length);
  fill(db, text, length, 1);
  sqlite3_int64 rows, ignored;
  run(prepare(db, "SELECT count(*) FROM t"), &rows);
  run(prepare(db, "SELECT sum(length(x)) FROM t"), &ignored);
  long before = private_memory();
  printf("{\"bytes\":%zu,\"rows\":%lld,", length - (size_t)rows, rows);
  print_times(
      "count",
      measure(prepare_for(db, "SELECT sum(ftext_token_count(x, '%s')) FROM t",
                          encoding),
              rounds));
  printf(",\"memory\":%ld,", private_memory() - before);
  print_times("floor",
              measure(prepare(db, "SELECT sum(length(x)) FROM t"), rounds));
  printf("}\n");
}

static void bench_unseen(sqlite3 *db, const char *encoding, const char *path,
                         int rounds) {
  size_t length;
  char *text = read_file(path, SIZE_MAX, &length);
  const char *line = memchr(text + length / 2, '\n', length - length / 2);
  size_t half = line == NULL ? length / 2 : (size_t)(line + 1 - text);
  sqlite3_int64 value;
  sqlite3_stmt *count =
      prepare_for(db, "SELECT ftext_token_count(?1, '%s')", encoding);
  bind(count, text, half);
  double before = run(count, &value);
  sqlite3_finalize(count);
  count = prepare_for(db, "SELECT ftext_token_count(?1, '%s')", encoding);
  bind(count, text + half, length - half);
  printf("{\"bytes\":%zu,\"half\":%.4f,", length - half, before);
  print_times("count", measure(count, rounds));
  printf("}\n");
}

static void bench_faces(sqlite3 *db, const char *encoding, const char *path,
                        int rounds) {
  static const struct {
    const char *name, *sql;
  } faces[] = {
      {"floor", "SELECT sum(length(x)) FROM t WHERE '%s' <> ''"},
      {"count", "SELECT sum(ftext_token_count(x, '%s')) FROM t"},
      {"limit", "SELECT sum(ftext_token_count(x, '%s', 5)) FROM t"},
      {"first", "SELECT sum(ftext_first_token_id(x, '%s')) FROM t"},
      {"encode", "SELECT sum(length(ftext_encode(x, '%s'))) FROM t"},
      {"truncate", "SELECT sum(length(ftext_truncate(x, 10, '%s'))) FROM t"},
      {"tokens", "SELECT count(*) FROM t, ftext_tokens(t.x, '%s')"},
      {"chunks", "SELECT count(*) FROM t, ftext_chunks(t.x, 10, 0, '%s')"},
  };
  size_t length;
  char *text = read_file(path, SIZE_MAX, &length);
  fill(db, text, length, 1);
  printf("{\"bytes\":%zu", length);
  for (size_t i = 0; i < sizeof faces / sizeof faces[0]; i++) {
    printf(",");
    print_times(faces[i].name,
                measure(prepare_for(db, faces[i].sql, encoding), rounds));
  }
  printf("}\n");
}

static void bench_text(sqlite3 *db, const char *encoding, const char *kind,
                       size_t size) {
  size_t length;
  char *text = kind_text(kind, size, &length);
  if (text == NULL) {
    text = read_file(kind, size, &length);
  }
  sqlite3_int64 value;
  sqlite3_stmt *floor = prepare(db, "SELECT length(?1)");
  bind(floor, text, length);
  run(floor, &value);
  sqlite3_stmt *count =
      prepare_for(db, "SELECT ftext_token_count(?1, '%s')", encoding);
  bind(count, text, length);
  double first = run(count, &value);
  printf("{\"bytes\":%zu,\"first\":%.4f,\"value\":%lld}\n", length, first,
         value);
}

int main(int argc, char **argv) {
  const char *mode = argc > 1 ? argv[1] : "";
  if (strcmp(mode, "kinds") == 0) {
    for (size_t i = 0; kind_name(i) != NULL; i++) {
      puts(kind_name(i));
    }
    return 0;
  }
  if (strcmp(mode, "load") == 0 && argc == 3) {
    bench_load(argv[2]);
    return 0;
  }
  if (argc != 6) {
    fail("load LIBRARY | whole | rows | unseen | faces | text LIBRARY "
         "ENCODING FILE ROUNDS | kinds");
  }
  sqlite3 *db = open_connection();
  load(db, argv[2]);
  long number = strtol(argv[5], NULL, 10);
  if (strcmp(mode, "whole") == 0) {
    bench_whole(db, argv[3], argv[4], (int)number);
  } else if (strcmp(mode, "rows") == 0) {
    bench_rows(db, argv[3], argv[4], (int)number);
  } else if (strcmp(mode, "unseen") == 0) {
    bench_unseen(db, argv[3], argv[4], (int)number);
  } else if (strcmp(mode, "faces") == 0) {
    bench_faces(db, argv[3], argv[4], (int)number);
  } else if (strcmp(mode, "text") == 0) {
    bench_text(db, argv[3], argv[4], (size_t)number);
  } else {
    fail("unknown mode");
  }
  return 0;
}

/*
** threads SECONDS FILE.sql...: two threads, each with connections of its own,
** run the examples of the manual and the files again and again, one from the
** first file to the last, the other from the last to the first, for so many
** seconds.  Built with ThreadSanitizer, which ends it at the first race.
*/
#define _GNU_SOURCE /* NOLINT: clock_gettime */
#include "script.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_FILES = 256 };

static char *texts[MOST_FILES];
static int text_count;
static double deadline;

typedef struct worker {
  pthread_t thread;
  bool backward;
  long statements;
  long connections;
  long examples; /* of those that did not fail */
} worker;

static double now(void) {
  struct timespec time;

  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static sqlite3 *open_loaded(void) {
  sqlite3 *db;

  if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
      sqlite3_ftext_init(db, NULL, NULL) != SQLITE_OK) {
    fprintf(stderr, "cannot load\n");
    exit(1);
  }
  return db;
}

/* Runs a copy: where a statement ends is found by writing into the text. */
static long run_text(worker *self, const char *text, bool hurry) {
  sqlite3 *db = open_loaded();
  char *copy = strdup(text);
  size_t length;
  char *sql;
  long good = 0;

  for (sql = script_skip(copy); *sql != '\0' && (hurry || now() < deadline);
       sql = script_skip(sql + length)) {
    length = script_length(sql);
    good += script_run(db, sql, length).code == SQLITE_DONE;
    self->statements++;
  }
  self->connections++;
  free(copy);
  sqlite3_close(db);
  return good;
}

static void *work(void *data) {
  worker *self = data;
  int i;

  self->examples = run_text(self, texts[0], true);
  while (now() < deadline) {
    for (i = 0; i < text_count && now() < deadline; i++) {
      run_text(self, texts[self->backward ? text_count - 1 - i : i], false);
    }
  }
  return NULL;
}

static char *examples(void) {
  sqlite3 *db = open_loaded();
  sqlite3_stmt *statement;
  char *text = NULL;

  if (sqlite3_prepare_v2(db,
                         "SELECT group_concat(rtrim(example, '; '), ';') || "
                         "';' FROM ftext_functions",
                         -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW) {
    text = strdup((const char *)sqlite3_column_text(statement, 0));
  }
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return text;
}

int main(int argc, char **argv) {
  worker workers[2] = {{.backward = false}, {.backward = true}};
  int i;

  if (argc < 2 || argc > MOST_FILES) {
    return 2;
  }
  texts[text_count++] = examples();
  for (i = 2; i < argc; i++) {
    texts[text_count++] = script_read(argv[i]);
  }
  deadline = now() + atof(argv[1]);
  for (i = 0; i < 2; i++) {
    if (pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0) {
      return 2;
    }
  }
  for (i = 0; i < 2; i++) {
    pthread_join(workers[i].thread, NULL);
    printf("thread %d: %ld statements on %ld connections, %ld examples\n", i,
           workers[i].statements, workers[i].connections, workers[i].examples);
  }
  for (i = 0; i < text_count; i++) {
    free(texts[i]);
  }
  return workers[0].examples == 0 || workers[1].examples == 0 ||
         sqlite3_memory_used() != 0;
}

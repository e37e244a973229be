#include "script.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* Text of numbers is made while rows are hashed: a fault there is the
** driver's own, and ends the statement as one of SQLite's would. */
outcome script_run(sqlite3 *db, const char *sql, size_t length) {
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
    if (sqlite3_errcode(db) == SQLITE_NOMEM) {
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

char *script_read(const char *path) {
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
  if (in == NULL || text == NULL || text[0] == '\0') {
    fprintf(stderr, "cannot read %s\n", path);
    exit(1);
  }
  fclose(in);
  return text;
}

char *script_skip(char *sql) {
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

size_t script_length(char *sql) {
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

bool script_can_undo(const char *sql, size_t length) {
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

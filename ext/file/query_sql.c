#include "file/query.h"

#include <string.h>

/* The length of the white space or comment that the text begins with. */
static size_t blank_length(const char *text, size_t length) {
  const char *end;
  size_t at;

  if (length > 1 && memcmp(text, "--", 2) == 0) {
    end = memchr(text, '\n', length);
    return end == NULL ? length : (size_t)(end - text) + 1;
  }
  if (length > 1 && memcmp(text, "/*", 2) == 0) {
    for (at = 2; at + 1 < length; at++) {
      if (memcmp(text + at, "*/", 2) == 0) {
        return at + 2;
      }
    }
    return length;
  }
  return length > 0 && strchr(" \t\n\f\r;", text[0]) != NULL ? 1 : 0;
}

static ftext_text skip_blank(ftext_text sql) {
  size_t length;

  do {
    length = blank_length((const char *)sql.bytes, sql.length);
    sql.bytes += length;
    sql.length -= length;
  } while (length > 0);
  return sql;
}

static bool begins_with_word(ftext_text sql, const char *word) {
  size_t length = strlen(word);

  return sql.length >= length &&
         sqlite3_strnicmp((const char *)sql.bytes, word, (int)length) == 0;
}

static bool is_select(ftext_text sql) {
  return begins_with_word(sql, "SELECT") || begins_with_word(sql, "WITH") ||
         begins_with_word(sql, "VALUES");
}

static bool prepare(ftext_query *query, ftext_text sql,
                    ftext_failure *failure) {
  const char *tail = NULL;
  const char *end = (const char *)sql.bytes + sql.length;
  int rc;

  if (sql.length == 0) {
    return ftext_fail(failure, SQLITE_ERROR, "the query is empty");
  }
  if (!is_select(sql)) {
    return ftext_fail(failure, SQLITE_ERROR, "the query is not a SELECT");
  }
  if (memchr(sql.bytes, '\0', sql.length) != NULL) {
    return ftext_fail(failure, SQLITE_ERROR, "NUL in the query");
  }
  rc = sqlite3_prepare_v2(query->db, (const char *)sql.bytes, (int)sql.length,
                          &query->statement, &tail);
  if (rc != SQLITE_OK) {
    return ftext_fail(failure, rc, "the query: %s", sqlite3_errmsg(query->db));
  }
  sql.bytes = (const uint8_t *)tail;
  sql.length = (size_t)(end - tail);
  if (skip_blank(sql).length > 0) {
    return ftext_fail(failure, SQLITE_ERROR,
                      "the query is more than one statement");
  }
  return true;
}

static bool check_statement(const ftext_query *query, ftext_failure *failure) {
  const char *name;

  if (!sqlite3_stmt_readonly(query->statement) ||
      sqlite3_column_count(query->statement) == 0) {
    return ftext_fail(failure, SQLITE_ERROR, "the query is not a SELECT");
  }
  if (sqlite3_bind_parameter_count(query->statement) > 0) {
    name = sqlite3_bind_parameter_name(query->statement, 1);
    return ftext_fail(
        failure, SQLITE_ERROR,
        "the query has a parameter '%s' (write its value into the "
        "query, with printf and %%Q)",
        name == NULL ? "?" : name);
  }
  return true;
}

bool ftext_query_next(ftext_query *query, ftext_failure *failure) {
  int rc = sqlite3_step(query->statement);

  query->has_row = rc == SQLITE_ROW;
  if (rc == SQLITE_ROW) {
    query->row++;
  } else if (rc != SQLITE_DONE) {
    return ftext_fail(failure, rc, "the query failed behind row %lld: %s",
                      query->row, sqlite3_errmsg(query->db));
  }
  return true;
}

bool ftext_query_open(ftext_query *query, sqlite3 *db, ftext_text sql,
                      ftext_failure *failure) {
  *query = (ftext_query){.db = db};
  if (!prepare(query, skip_blank(sql), failure) ||
      !check_statement(query, failure) || !ftext_query_next(query, failure)) {
    return false;
  }
  /* Only now: the first step may prepare anew after a schema change. */
  query->column_count = sqlite3_column_count(query->statement);
  return true;
}

void ftext_query_close(ftext_query *query) {
  sqlite3_finalize(query->statement);
  *query = (ftext_query){0};
}

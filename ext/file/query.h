/*
** The caller's query: one SELECT, and its columns.
*/
#ifndef FTEXT_FILE_QUERY_H
#define FTEXT_FILE_QUERY_H

#include "base/text.h"
#include "file/failure.h"

typedef struct ftext_query {
  sqlite3 *db;
  sqlite3_stmt *statement;
  int column_count;
  bool has_row;      /* the statement stands on one */
  sqlite3_int64 row; /* its number, from 1 */
} ftext_query;

/* Prepares the text and goes to the first row. */
bool ftext_query_open(ftext_query *query, sqlite3 *db, ftext_text sql,
                      ftext_failure *failure);

/* Goes to the next row. */
bool ftext_query_next(ftext_query *query, ftext_failure *failure);

void ftext_query_close(ftext_query *query);

#endif

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

/* How far the query is in the one table that it scans, and how far it can
** come at most: from its plan and that table's row numbers.  Both are 0 where
** it is no single scan, or where nothing is known. */
typedef struct ftext_query_scan {
  bool known; /* whether there is one has been found out */
  sqlite3_int64 steps;
  sqlite3_int64 most;
} ftext_query_scan;

void ftext_query_scan_look(ftext_query_scan *scan, const ftext_query *query);

void ftext_query_close(ftext_query *query);

#endif

/*
** Finding the source in the database: the table or view, its columns, and
** what tells its rows apart.
*/
#ifndef FTEXT_CHECK_SOURCE_SQL_H
#define FTEXT_CHECK_SOURCE_SQL_H

#include "base/table.h"
#include "check/survey.h"

/* Fails the cursor's table with SQLite's own message. */
int ftext_sqlite_error(ftext_cursor *cursor, int rc);

/* Prepares formatted SQL; the error is the cursor's. */
int ftext_prepare(ftext_cursor *cursor, sqlite3_stmt **statement,
                  const char *format, ...);

/* Fills the source, whose columns are those that the options name.  The
** name is taken whole first; where there is no such table or view and it
** has a dot, it is schema.name, each with double quotes or without.
** Returns SQLite's result code. */
int ftext_source_open(ftext_cursor *cursor, ftext_text name,
                      const ftext_check_options *options,
                      ftext_check_source *source);

void ftext_source_close(ftext_check_source *source);

#endif

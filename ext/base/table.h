/*
** Table-valued functions, all through one eponymous virtual table.
**
** A family describes a table by its columns and four callbacks; this
** module does the rest: arguments as hidden columns, a clear error where
** a required one is missing, no rows where one is NULL, copies of the
** arguments that live as long as the scan, rowid from 1.
*/
#ifndef FTEXT_BASE_TABLE_H
#define FTEXT_BASE_TABLE_H

#include "base/function.h"

enum { FTEXT_MOST_ARGUMENTS = 6 };

typedef struct ftext_column {
  const char *name;
  const char *type;    /* as declared to SQLite; "" for any */
  const char *summary; /* unit, range, when it is NULL */
} ftext_column;

/* One scan.  A family's own cursor begins with this struct. */
typedef struct ftext_cursor {
  sqlite3_vtab_cursor base; /* must come first */
  const ftext_table *table;
  ftext_connection *connection;
  sqlite3_value *arguments[FTEXT_MOST_ARGUMENTS]; /* NULL: not given */
  sqlite3_int64 row;                              /* from 1 */
  bool end;                                       /* no current row */
} ftext_cursor;

struct ftext_table {
  const char *name;
  const char *arguments; /* as in the manual: "text [, encoding]" */
  const char *summary;
  const char *details;
  const char *example;         /* one SELECT that works as it stands */
  const ftext_option *options; /* of the argument "options"; or NULL */
  const ftext_column *columns; /* visible ones, then the arguments */
  int column_count;            /* visible columns */
  int argument_count;          /* hidden columns behind them */
  int required;                /* how many arguments must be given */
  unsigned flags;              /* FTEXT_PURE, FTEXT_STATE or FTEXT_DIRECT */
  size_t cursor_size;          /* of the family's own cursor */

  /* Begins a scan: go to the first row, or set cursor->end.  Arguments
  ** stand in cursor->arguments.  Returns SQLite's result code. */
  int (*open)(ftext_cursor *cursor);

  /* Goes to the next row, or sets cursor->end. */
  int (*next)(ftext_cursor *cursor);

  /* Sets the result to the value of visible column `column`. */
  int (*column)(ftext_cursor *cursor, sqlite3_context *context, int column);

  /* Frees what open made; must accept a cursor of zeros.  May be NULL. */
  void (*close)(ftext_cursor *cursor);
};

/* Registers one table; `connection` gains a reference. */
int ftext_table_register(ftext_connection *connection, const ftext_table *);

/* Says what went wrong, with the table's name in front: returns
** SQLITE_ERROR, or SQLITE_NOMEM when there is no memory for the words. */
int ftext_table_error(ftext_cursor *cursor, const char *format, ...);

/* Drops a reference to the connection; the last one frees it. */
void ftext_connection_release(void *connection);

#endif

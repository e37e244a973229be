/*
** What a family of SQL functions and tables is made of.
**
** Each family has one table of functions and one of table-valued functions,
** written where they are implemented.  A row says everything once: the SQL
** name and arguments, the flags, the C functions, and the manual's words.
** Registration, the table ftext_functions and the reference part of
** docs/<family>.md all follow from these rows.
*/
#ifndef FTEXT_BASE_FUNCTION_H
#define FTEXT_BASE_FUNCTION_H

#include "base/option.h"
#include "base/sqlite.h"

#include <stdbool.h>
#include <stddef.h>

/* What a function may do, and where SQLite lets it be called. */
enum {
  FTEXT_PURE = 1,   /* arguments alone decide: DETERMINISTIC, INNOCUOUS */
  FTEXT_STATE = 2,  /* tells about this build or connection: INNOCUOUS */
  FTEXT_DIRECT = 4, /* touches files or runs SQL: DIRECTONLY */
  FTEXT_JSON = 8,   /* the result is JSON and carries its subtype */
  FTEXT_NULLS = 16  /* called with NULL arguments too; else NULL gives NULL */
};

typedef void ftext_call(sqlite3_context *, int, sqlite3_value **);
typedef void ftext_finish(sqlite3_context *);

typedef struct ftext_function {
  const char *name;
  const char *arguments;       /* as in the manual: "text [, encoding]" */
  const char *returns;         /* SQL type and unit: "INTEGER, tokens" */
  const char *summary;         /* one sentence */
  const char *details;         /* rules, NULL, errors, the source of the rule */
  const char *example;         /* one SELECT that works as it stands */
  const ftext_option *options; /* of the argument "options"; or NULL */
  int least;                   /* number of arguments, */
  int most;                    /* from least to most */
  unsigned flags;
  ftext_call *call;    /* scalar function; NULL for an aggregate */
  ftext_call *step;    /* aggregate */
  ftext_finish *final; /* aggregate */
  ftext_finish *value; /* window function, or NULL */
  ftext_call *inverse; /* window function, or NULL */
} ftext_function;

typedef struct ftext_table ftext_table; /* see base/table.h */

typedef struct ftext_family {
  const char *name;
  const ftext_function *functions;
  size_t function_count;
  const ftext_table *const *tables;
  size_t table_count;
} ftext_family;

/* What a family remembers from call to call, on behalf of a connection. */
typedef struct ftext_memory {
  const void *owner; /* whose it is; NULL: free */
  void *data;
  void (*free)(void *);
} ftext_memory;

enum { FTEXT_MEMORIES = 4 };

/* What all functions and tables of one load share, freed with the last of
** them. */
typedef struct ftext_connection {
  sqlite3 *db;
  const ftext_family *const *families; /* those registered, NULL at the end */
  bool pure; /* the file-free entry: no files, no SQL */
  unsigned references;
  ftext_memory memories[FTEXT_MEMORIES];
} ftext_connection;

/* Registers the families, which are listed with NULL at the end.  With
** `pure`, functions and tables that are FTEXT_DIRECT are left out.
** Returns SQLite's result code. */
int ftext_register(sqlite3 *db, const ftext_family *const *families, bool pure);

/* Whether the entry that was loaded has functions and tables with these
** flags. */
bool ftext_registers(const ftext_connection *connection, unsigned flags);

/* The owner's place in the connection's memory, at first without data; set
** data and free.  An owner is any address that is its own.  There are no
** more owners than FTEXT_MEMORIES. */
ftext_memory *ftext_connection_memory(ftext_connection *connection,
                                      const void *owner);

/* The function that is running, and its connection. */
const ftext_function *ftext_current(sqlite3_context *context);
ftext_connection *ftext_current_connection(sqlite3_context *context);

#endif

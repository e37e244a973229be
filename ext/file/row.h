/*
** One row of the caller's query as one line of JSON.
**
** Columns that stand in the path are left out; the names of the others are
** the keys.  A text nests as JSON where SQLite marks it as JSON, or where
** the options name its column.  SQLite takes the mark off what it sorts or
** keeps in a table; a text that may have lost it, since it comes out of an
** expression and reads as a JSON array or object, is an error unless the
** options tell what it is.
**
** A column that is alone and holds JSON is the line itself.  The first row
** decides that, and a row that is different is an error; but a table's own
** column of texts may hold one that reads as JSON.
*/
#ifndef FTEXT_FILE_ROW_H
#define FTEXT_FILE_ROW_H

#include "file/options.h"
#include "file/path.h"
#include "file/query.h"

typedef struct ftext_row_column {
  const char *name; /* SQLite's, as long as the statement lives */
  size_t key;       /* where `"name":` begins in keys */
  size_t key_length;
  bool in_path; /* part of the file's name, not of the record */
  bool stored;  /* a table's own column: its text was never marked */
  bool json;    /* the options say so */
} ftext_row_column;

typedef struct ftext_row {
  ftext_query *query;
  const ftext_export_options *options;
  ftext_failure *failure;
  ftext_row_column *columns;
  int *path_columns; /* for each column part of the path */
  ftext_buffer keys;
  int sole;          /* the one column of the record, or -1 */
  bool is_line;      /* it is the line itself */
  bool has_value;    /* it has had a value that is neither NULL nor JSON */
  ftext_buffer line; /* the current row's */
  ftext_buffer ascii;
  ftext_json document;
} ftext_row;

/* Reads the columns; all arguments must outlive the row. */
bool ftext_row_open(ftext_row *row, ftext_query *query, const ftext_path *path,
                    const ftext_export_options *options,
                    ftext_failure *failure);

/* The current row as a line, without its end; valid until the next one. */
bool ftext_row_line(ftext_row *row, ftext_text *line);

/* The text of a column that stands in the path. */
bool ftext_row_path_value(ftext_row *row, int column, ftext_text *value);

void ftext_row_close(ftext_row *row);

#endif

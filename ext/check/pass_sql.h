/* A pass over the source: its rows, one after the other. */
#ifndef FTEXT_CHECK_PASS_SQL_H
#define FTEXT_CHECK_PASS_SQL_H

#include "base/table.h"
#include "check/survey.h"

typedef struct ftext_pass {
  ftext_cursor *cursor;
  ftext_survey *survey;
  sqlite3_stmt *statement;
  ftext_check_row row; /* the current one; its texts live until the next */
  int64_t characters;  /* of the prompt, where the pass asked for them */
  int64_t rows;        /* read so far */
} ftext_pass;

/* Begins a pass.  `tail` is SQL behind FROM: which rows, and their order.
** The result columns 2 to 6 are prompt, completion, label, split and group;
** `lengths` gives the prompt's length in characters instead of the prompt.
** Returns SQLite's result code; the pass must be closed in any case. */
int ftext_pass_open(ftext_pass *pass, ftext_cursor *cursor,
                    ftext_survey *survey, bool lengths, const char *tail);

/* Goes to the next row: SQLITE_ROW, SQLITE_DONE or an error. */
int ftext_pass_next(ftext_pass *pass);

/* Ends the pass; SQLITE_OK for SQLITE_DONE, else what is given. */
int ftext_pass_close(ftext_pass *pass, int rc);

#endif

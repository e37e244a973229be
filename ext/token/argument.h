/* The `encoding` argument of SQL functions, read in one way everywhere. */
#ifndef FTEXT_TOKEN_ARGUMENT_H
#define FTEXT_TOKEN_ARGUMENT_H

#include "base/table.h"
#include "token/encoding.h"

/* The encoding that argument `at` of the running function names, or the
** default where there are not that many arguments.  NULL when the function
** has been failed with the error that lists the known names. */
const ftext_encoding *ftext_encoding_argument(sqlite3_context *context,
                                              int argc, sqlite3_value **argv,
                                              int at);

/* The same for argument `at` of a table-valued function. NULL: *rc says why
** not, and the cursor has the message. */
const ftext_encoding *ftext_encoding_cursor_argument(ftext_cursor *cursor,
                                                     int at, int *rc);

#endif

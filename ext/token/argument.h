/* The `encoding` argument of SQL functions, read in one way everywhere. */
#ifndef FTEXT_TOKEN_ARGUMENT_H
#define FTEXT_TOKEN_ARGUMENT_H

#include "base/sqlite.h"
#include "token/encoding.h"

/* The encoding that argument `at` of the running function names, or the
** default where there are not that many arguments.  NULL when the function
** has been failed with the error that lists the known names. */
const ftext_encoding *ftext_encoding_argument(sqlite3_context *context,
                                              int argc, sqlite3_value **argv,
                                              int at);

#endif

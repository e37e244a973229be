/* Why an export failed: words and SQLite's result code. */
#ifndef FTEXT_FILE_FAILURE_H
#define FTEXT_FILE_FAILURE_H

#include "base/sqlite.h"

#include <stdbool.h>

typedef struct ftext_failure {
  char *message; /* from SQLite's memory; NULL where there was none */
  int code;      /* SQLITE_OK: nothing has failed */
} ftext_failure;

/* Keeps the first failure.  Returns false. */
bool ftext_fail(ftext_failure *failure, int code, const char *format, ...);

/* Makes the failure the running function's result, and frees it. */
void ftext_failure_result(sqlite3_context *context, ftext_failure *failure);

#endif

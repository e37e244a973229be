#include "file/failure.h"

#include "base/value.h"

#include <stdarg.h>

bool ftext_fail(ftext_failure *failure, int code, const char *format, ...) {
  va_list arguments;

  if (failure->code != SQLITE_OK) {
    return false;
  }
  va_start(arguments, format);
  failure->message = sqlite3_vmprintf(format, arguments);
  va_end(arguments);
  failure->code = failure->message == NULL ? SQLITE_NOMEM : code;
  return false;
}

void ftext_failure_result(sqlite3_context *context, ftext_failure *failure) {
  if (failure->code == SQLITE_NOMEM) {
    sqlite3_result_error_nomem(context);
  } else {
    ftext_error(context, "%s", failure->message);
    sqlite3_result_error_code(context, failure->code);
  }
  sqlite3_free(failure->message);
  *failure = (ftext_failure){0};
}

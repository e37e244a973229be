#include "base/value.h"

#include "base/function.h"

#include <stdarg.h>

ftext_status ftext_value_text(sqlite3_value *value, ftext_text *text) {
  const void *bytes;
  int blob = sqlite3_value_type(value) == SQLITE_BLOB;

  bytes = blob ? sqlite3_value_blob(value)
               : (const void *)sqlite3_value_text(value);
  text->length = (size_t)sqlite3_value_bytes(value);
  text->bytes = bytes;
  if (bytes == NULL) {
    text->bytes = (const uint8_t *)"";
    return blob && text->length == 0 ? FTEXT_OK : FTEXT_NO_MEMORY;
  }
  return FTEXT_OK;
}

bool ftext_value_integer(sqlite3_value *value, sqlite3_int64 *number) {
  int type = sqlite3_value_numeric_type(value);
  double real;

  if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) {
    return false;
  }
  real = sqlite3_value_double(value);
  *number = sqlite3_value_int64(value);
  return type == SQLITE_INTEGER ||
         (real >= -9007199254740992.0 && real <= 9007199254740992.0 &&
          (double)*number == real);
}

size_t ftext_length_limit(sqlite3 *db) {
  return (size_t)sqlite3_limit(db, SQLITE_LIMIT_LENGTH, -1);
}

void ftext_error(sqlite3_context *context, const char *format, ...) {
  va_list arguments;
  char *message;
  char *whole = NULL;

  va_start(arguments, format);
  message = sqlite3_vmprintf(format, arguments);
  va_end(arguments);
  if (message != NULL) {
    whole = sqlite3_mprintf("%s: %s", ftext_current(context)->name, message);
  }
  sqlite3_free(message);
  if (whole == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  sqlite3_result_error(context, whole, -1);
  sqlite3_free(whole);
}

void ftext_error_status(sqlite3_context *context, ftext_status status) {
  if (status == FTEXT_TOO_BIG) {
    sqlite3_result_error_toobig(context);
  } else {
    sqlite3_result_error_nomem(context);
  }
}

int ftext_status_code(ftext_status status) {
  switch (status) {
  case FTEXT_OK:
    return SQLITE_OK;
  case FTEXT_NO_MEMORY:
    return SQLITE_NOMEM;
  case FTEXT_TOO_BIG:
    return SQLITE_TOOBIG;
  case FTEXT_INVALID:
    break;
  }
  return SQLITE_ERROR;
}

void ftext_result_buffer(sqlite3_context *context, ftext_buffer *buffer) {
  if (buffer->status != FTEXT_OK) {
    ftext_error_status(context, buffer->status);
  } else if (buffer->length == 0) {
    sqlite3_result_text(context, "", 0, SQLITE_STATIC);
  } else {
    sqlite3_result_text64(context, (char *)buffer->bytes, buffer->length,
                          ftext_release, SQLITE_UTF8);
    buffer->bytes = NULL; /* SQLite's now */
    buffer->capacity = 0;
  }
  ftext_buffer_free(buffer);
}

void ftext_result_json(sqlite3_context *context, ftext_buffer *buffer) {
  bool good = buffer->status == FTEXT_OK;

  ftext_result_buffer(context, buffer);
  if (good) {
    sqlite3_result_subtype(context, 'J');
  }
}

#include "base/value.h"

#include "base/function.h"

#include <stdarg.h>

/* Whole numbers below this are exact as REAL. */
#define EXACT_REAL 9007199254740992.0

ftext_status ftext_value_text(sqlite3_value *value, ftext_text *text) {
  /* Asking for the length makes it UTF-8; asking for the text as a BLOB then
  ** spares the copy that SQLite would make to end it with a zero. */
  text->length = (size_t)sqlite3_value_bytes(value);
  if (text->length > 0) {
    text->bytes = sqlite3_value_blob(value);
  } else if (sqlite3_value_type(value) == SQLITE_BLOB) {
    text->bytes = (const uint8_t *)"";
  } else {
    /* Empty, or there was no memory to make it UTF-8: there may be now. */
    text->bytes = sqlite3_value_text(value);
    text->length = (size_t)sqlite3_value_bytes(value);
  }
  if (text->bytes != NULL) {
    return FTEXT_OK;
  }
  *text = (ftext_text){(const uint8_t *)"", 0};
  return FTEXT_NO_MEMORY;
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
         (real >= -EXACT_REAL && real <= EXACT_REAL && (double)*number == real);
}

static void write_integer(ftext_key *key, sqlite3_int64 number) {
  uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
  size_t at = sizeof key->digits;

  do {
    key->digits[--at] = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (number < 0) {
    key->digits[--at] = '-';
  }
  key->text.bytes = (const uint8_t *)key->digits + at;
  key->text.length = sizeof key->digits - at;
}

/* 1.0 is 1, as affinity and imports turn one into the other; engines do not
** agree on the text of any other REAL. */
static bool read_real(sqlite3_context *context, sqlite3_value *value,
                      const char *role, ftext_key *key) {
  double number = sqlite3_value_double(value);

  if (number > -EXACT_REAL && number < EXACT_REAL &&
      (double)(sqlite3_int64)number == number) {
    write_integer(key, (sqlite3_int64)number);
    return true;
  }
  ftext_error(context, "REAL %s %s is not portable; CAST it to TEXT", role,
              sqlite3_value_text(value));
  return false;
}

bool ftext_value_key(sqlite3_context *context, sqlite3_value *value,
                     const char *role, ftext_key *key) {
  ftext_status status;

  switch (sqlite3_value_type(value)) {
  case SQLITE_INTEGER:
    write_integer(key, sqlite3_value_int64(value));
    return true;
  case SQLITE_FLOAT:
    return read_real(context, value, role, key);
  default:
    status = ftext_value_text(value, &key->text);
    if (status != FTEXT_OK) {
      ftext_error_status(context, status);
    }
    return status == FTEXT_OK;
  }
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

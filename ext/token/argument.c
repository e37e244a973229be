#include "token/argument.h"

#include "base/value.h"
#include "token/unknown.h"

const ftext_encoding *ftext_encoding_argument(sqlite3_context *context,
                                              int argc, sqlite3_value **argv,
                                              int at) {
  const ftext_encoding *encoding;
  char words[FTEXT_UNKNOWN_ENCODING_SIZE];
  ftext_text name;

  if (at >= argc) {
    return ftext_encoding_default();
  }
  if (ftext_value_text(argv[at], &name) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return NULL;
  }
  encoding = ftext_encoding_find(name);
  if (encoding == NULL) {
    ftext_error(context, "%s", ftext_unknown_encoding(words, name));
  }
  return encoding;
}

const ftext_encoding *ftext_encoding_cursor_argument(ftext_cursor *cursor,
                                                     int at, int *rc) {
  sqlite3_value *value = cursor->arguments[at];
  const ftext_encoding *encoding;
  char words[FTEXT_UNKNOWN_ENCODING_SIZE];
  ftext_text name;

  *rc = SQLITE_OK;
  if (value == NULL) {
    return ftext_encoding_default();
  }
  if (ftext_value_text(value, &name) != FTEXT_OK) {
    *rc = SQLITE_NOMEM;
    return NULL;
  }
  encoding = ftext_encoding_find(name);
  if (encoding == NULL) {
    *rc = ftext_table_error(cursor, "%s", ftext_unknown_encoding(words, name));
  }
  return encoding;
}

#include "split/argument.h"

#include "base/value.h"

#include <string.h>

/* Whole numbers below this are exact as REAL. */
#define EXACT_REAL 9007199254740992.0

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

static bool read_key(sqlite3_context *context, sqlite3_value *value,
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

bool ftext_key_argument(sqlite3_context *context, sqlite3_value *value,
                        ftext_key *key) {
  return read_key(context, value, "key", key);
}

bool ftext_seed_argument(sqlite3_context *context, int argc,
                         sqlite3_value **argv, int at, ftext_key *seed) {
  if (at >= argc) {
    write_integer(seed, 0);
    return true;
  }
  if (sqlite3_value_type(argv[at]) == SQLITE_NULL) {
    ftext_error(context, "seed must not be NULL");
    return false;
  }
  return read_key(context, argv[at], "seed", seed);
}

ftext_spec *ftext_spec_keep(sqlite3_context *context, sqlite3_value *value) {
  char message[FTEXT_SPEC_MESSAGE];
  char quote[FTEXT_QUOTE_SIZE];
  ftext_spec *spec;
  ftext_text text;
  ftext_status status = ftext_value_text(value, &text);

  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
    return NULL;
  }
  spec = sqlite3_malloc64(sizeof *spec + text.length);
  if (spec == NULL) {
    sqlite3_result_error_nomem(context);
    return NULL;
  }
  memcpy(spec + 1, text.bytes, text.length);
  text.bytes = (const uint8_t *)(spec + 1);
  if (ftext_spec_read(spec, text, message) != FTEXT_OK) {
    ftext_error(context, "bad spec %s: %s", ftext_quote(quote, text), message);
    sqlite3_free(spec);
    return NULL;
  }
  return spec;
}

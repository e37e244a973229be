#include "split/argument.h"

#include "base/value.h"

#include <string.h>

bool ftext_key_argument(sqlite3_context *context, sqlite3_value *value,
                        ftext_key *key) {
  return ftext_value_key(context, value, "key", key);
}

bool ftext_seed_argument(sqlite3_context *context, int argc,
                         sqlite3_value **argv, int at, ftext_key *seed) {
  if (at >= argc) {
    seed->text = ftext_text_of("0");
    return true;
  }
  if (sqlite3_value_type(argv[at]) == SQLITE_NULL) {
    ftext_error(context, "seed must not be NULL");
    return false;
  }
  return ftext_value_key(context, argv[at], "seed", seed);
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

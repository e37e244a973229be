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

bool ftext_least_argument(sqlite3_context *context, int argc,
                          sqlite3_value **argv, int at, sqlite3_int64 *least) {
  char quote[FTEXT_QUOTE_SIZE];
  ftext_text text;

  *least = 1;
  if (at >= argc) {
    return true;
  }
  if (sqlite3_value_type(argv[at]) == SQLITE_NULL) {
    ftext_error(context, "min must be >= 1, not NULL");
    return false;
  }
  *least = sqlite3_value_int64(argv[at]);
  if (sqlite3_value_numeric_type(argv[at]) == SQLITE_INTEGER && *least >= 1) {
    return true;
  }
  if (ftext_value_text(argv[at], &text) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return false;
  }
  ftext_error(context, "min must be >= 1, a whole number, not %s",
              ftext_quote(quote, text));
  return false;
}

static bool keep_rule(sqlite3_context *context, ftext_rule *rule,
                      sqlite3_value *spec, ftext_text seed,
                      sqlite3_int64 least) {
  rule->least = least;
  rule->seed = sqlite3_malloc64(seed.length + 1);
  if (rule->seed == NULL) {
    sqlite3_result_error_nomem(context);
    return false;
  }
  memcpy(rule->seed, seed.bytes, seed.length);
  rule->seed_length = seed.length;
  rule->spec = ftext_spec_keep(context, spec);
  if (rule->spec == NULL) {
    ftext_rule_free(rule);
  }
  return rule->spec != NULL;
}

bool ftext_rule_argument(sqlite3_context *context, ftext_rule *rule,
                         sqlite3_value *spec, ftext_text seed,
                         sqlite3_int64 least) {
  ftext_text first = {rule->seed, rule->seed_length};
  ftext_status status;
  ftext_text text;

  if (rule->spec == NULL) {
    return keep_rule(context, rule, spec, seed, least);
  }
  status = ftext_value_text(spec, &text);
  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
  } else if (!ftext_text_equal(text, rule->spec->text)) {
    ftext_error(context, "spec changed within the group");
  } else if (!ftext_text_equal(seed, first)) {
    ftext_error(context, "seed changed within the group");
  } else if (least != rule->least) {
    ftext_error(context, "min changed within the group");
  } else {
    return true;
  }
  return false;
}

void ftext_rule_free(ftext_rule *rule) {
  sqlite3_free(rule->spec);
  sqlite3_free(rule->seed);
  memset(rule, 0, sizeof *rule);
}

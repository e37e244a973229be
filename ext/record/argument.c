#include "record/argument.h"

/* Fails the running function: unknown target, with the known ones. */
static void fail_unknown(sqlite3_context *context, ftext_text name) {
  char quoted[FTEXT_QUOTE_SIZE];
  sqlite3_str *known = sqlite3_str_new(NULL);
  const ftext_target *target;
  char *words;
  size_t i;

  for (i = 0; (target = ftext_target_at(i)) != NULL; i++) {
    sqlite3_str_appendf(known, "%s%s", i > 0 ? ", " : "", target->name);
  }
  words = sqlite3_str_finish(known);
  if (words == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  ftext_error(context, "unknown target %s (known: %s)",
              ftext_quote(quoted, name), words);
  sqlite3_free(words);
}

const ftext_target *ftext_target_argument(sqlite3_context *context,
                                          sqlite3_value *value) {
  const ftext_target *target;
  ftext_text name;

  if (ftext_value_text(value, &name) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return NULL;
  }
  target = ftext_target_find(name);
  if (target == NULL) {
    fail_unknown(context, name);
  }
  return target;
}

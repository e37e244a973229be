#include "record/argument.h"

const ftext_target *ftext_target_argument(sqlite3_context *context,
                                          sqlite3_value *value) {
  char words[FTEXT_UNKNOWN_TARGET_SIZE];
  const ftext_target *target;
  ftext_text name;

  if (ftext_value_text(value, &name) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return NULL;
  }
  target = ftext_target_find(name);
  if (target == NULL) {
    ftext_error(context, "%s", ftext_unknown_target(words, name));
  }
  return target;
}

#include "check/lists.h"

static const ftext_check_list *const lists[] = {
    &ftext_size_checks,  &ftext_row_checks,     &ftext_text_checks,
    &ftext_class_checks, &ftext_label_checks,   &ftext_repeat_checks,
    &ftext_near_checks,  &ftext_balance_checks, &ftext_space_checks,
    &ftext_shape_checks, &ftext_summary_checks,
};

const ftext_check *ftext_check_at(size_t position) {
  size_t i;

  for (i = 0; i < sizeof lists / sizeof lists[0]; i++) {
    if (position < lists[i]->count) {
      return &lists[i]->checks[position];
    }
    position -= lists[i]->count;
  }
  return NULL;
}

size_t ftext_check_find(ftext_text name) {
  size_t position;

  for (position = 0; ftext_check_at(position) != NULL; position++) {
    if (ftext_text_is(name, ftext_check_at(position)->name)) {
      return position;
    }
  }
  return FTEXT_MOST_CHECKS;
}

const char *ftext_severity_name(ftext_severity severity) {
  static const char *const names[] = {"error", "warning", "info"};

  return names[severity];
}

const char *ftext_unit_name(ftext_unit unit) {
  static const char *const names[] = {
      "rows", "share", "tokens", "characters", "classes", "ratio", NULL};

  return names[unit];
}

const char *ftext_scope_name(ftext_scope scope) {
  static const char *const names[] = {"source", "row", "prompt", "group"};

  return names[scope];
}

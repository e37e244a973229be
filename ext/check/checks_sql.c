/* The table ftext_checks: every check there is. */
#include "check/sql.h"

#include "check/check.h"

enum { CHECK, SEVERITY, THRESHOLD, UNIT, NEEDS, SCOPE, SUMMARY, SOURCE };

static const ftext_column columns[] = {
    {"check", "TEXT", "its name"},
    {"severity", "TEXT", "'error', 'warning' or 'info'"},
    {"threshold", "REAL", "the default; NULL for a check without one"},
    {"unit", "TEXT",
     "the threshold's: rows, share (of the rows), tokens, characters, "
     "classes or ratio; or NULL"},
    {"needs", "TEXT",
     "what the source must have for it, else it is not run: columns, or a "
     "classification"},
    {"scope", "TEXT",
     "which rows it must see together: row (each alone), prompt or group "
     "(those that share it), source (all)"},
    {"summary", "TEXT", "what it finds"},
    {"source", "TEXT", "where the rule comes from"},
};

typedef struct checks_cursor {
  ftext_cursor base; /* must come first */
} checks_cursor;

static int checks_open(ftext_cursor *base) {
  base->end = ftext_check_at(0) == NULL;
  return SQLITE_OK;
}

static int checks_next(ftext_cursor *base) {
  base->end = ftext_check_at((size_t)base->row - 1) == NULL;
  return SQLITE_OK;
}

static void result_needs(sqlite3_context *context, unsigned needs) {
  static const struct {
    unsigned need;
    const char *name;
  } names[] = {
      {FTEXT_NEED_LABEL, "label"},
      {FTEXT_NEED_SPLIT, "split"},
      {FTEXT_NEED_GROUP, "group"},
      {FTEXT_NEED_CLASSES, "classes"},
      {FTEXT_NEED_CLASSIFICATION, "classification"},
  };
  char text[64];
  int length = 0;
  size_t i;

  for (i = 0; i < sizeof names / sizeof names[0]; i++) {
    if ((needs & names[i].need) != 0) {
      sqlite3_snprintf((int)sizeof text - length, text + length, "%s%s",
                       length > 0 ? ", " : "", names[i].name);
      while (text[length] != '\0') {
        length++;
      }
    }
  }
  if (length > 0) {
    sqlite3_result_text(context, text, length, SQLITE_TRANSIENT);
  }
}

static int checks_column(ftext_cursor *base, sqlite3_context *context,
                         int column) {
  const ftext_check *check = ftext_check_at((size_t)base->row - 1);
  const char *text = NULL;

  switch (column) {
  case THRESHOLD:
    if (check->unit != FTEXT_UNIT_NONE) {
      sqlite3_result_double(context, check->threshold);
    }
    return SQLITE_OK;
  case NEEDS:
    result_needs(context, check->needs);
    return SQLITE_OK;
  case CHECK:
    text = check->name;
    break;
  case SEVERITY:
    text = ftext_severity_name(check->severity);
    break;
  case UNIT:
    text = ftext_unit_name(check->unit);
    break;
  case SCOPE:
    text = ftext_scope_name(check->scope);
    break;
  case SUMMARY:
    text = check->summary;
    break;
  default:
    text = check->source;
  }
  sqlite3_result_text(context, text, -1, SQLITE_STATIC);
  return SQLITE_OK;
}

const ftext_table ftext_checks_table = {
    .name = "ftext_checks",
    .arguments = "",
    .summary = "Lists the checks that ftext_check() makes.",
    .details = "In the order in which findings of one severity are listed.",
    .example = "SELECT \"check\", severity, threshold, summary FROM "
               "ftext_checks",
    .columns = columns,
    .column_count = SOURCE + 1,
    .flags = FTEXT_PURE,
    .cursor_size = sizeof(checks_cursor),
    .open = checks_open,
    .next = checks_next,
    .column = checks_column,
};

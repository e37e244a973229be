/* The table ftext_check(source, options): what is wrong with a dataset. */
#include "check/sql.h"

#include "base/value.h"
#include "check/source_sql.h"
#include "check/survey_sql.h"

#include <stdlib.h>
#include <string.h>

enum {
  SEVERITY,
  CHECK,
  CLASS,
  SPLIT,
  COUNT,
  VALUE,
  THRESHOLD,
  MESSAGE,
  EXAMPLES,
  FIX
};

enum { ARGUMENT_SOURCE, ARGUMENT_OPTIONS };

static const ftext_column columns[] = {
    {"severity", "TEXT",
     "'error': the trainer refuses it or learns nonsense; 'warning'; 'info'"},
    {"check", "TEXT", "the check's name, as in ftext_checks"},
    {"class", "TEXT", "the class concerned; NULL where it is not one class"},
    {"split", "TEXT", "the split concerned; NULL where it is not one split"},
    {"count", "INTEGER", "rows concerned"},
    {"value", "REAL", "what was measured, in the threshold's unit"},
    {"threshold", "REAL",
     "what it was compared with; NULL for a check without one"},
    {"message", "TEXT", "the finding in a sentence"},
    {"examples", "TEXT", "JSON array of at most 10 ids"},
    {"fix", "TEXT", "SQL that mends it, to be read before it is run; NULL"},
    {"source", "TEXT", "the name of a table or view, or schema.name"},
    {"options", "TEXT", "JSON object"},
};

typedef struct check_cursor {
  ftext_cursor base; /* must come first */
  bool open;
  ftext_check_options options;
  ftext_check_source source;
  ftext_survey survey;
} check_cursor;

/* The worst first, then as the checks are listed, then as reported. */
static int by_severity(const void *a, const void *b) {
  const ftext_finding *left = a;
  const ftext_finding *right = b;

  if (left->check->severity != right->check->severity) {
    return left->check->severity < right->check->severity ? -1 : 1;
  }
  if (left->position != right->position) {
    return left->position < right->position ? -1 : 1;
  }
  return left->number < right->number ? -1 : 1;
}

static int read_options(check_cursor *cursor) {
  sqlite3_value *value = cursor->base.arguments[ARGUMENT_OPTIONS];
  ftext_text text;
  ftext_status status;

  if (value == NULL) {
    return SQLITE_OK;
  }
  status = ftext_value_text(value, &text);
  if (status == FTEXT_OK) {
    status = ftext_check_options_read(&cursor->options, text);
  }
  return status == FTEXT_INVALID
             ? ftext_table_error(&cursor->base, "%s", cursor->options.error)
             : ftext_status_code(status);
}

static int check_open(ftext_cursor *base) {
  check_cursor *cursor = (check_cursor *)base;
  ftext_text name = ftext_text_of("");
  int rc;

  ftext_check_options_init(&cursor->options);
  cursor->open = true;
  rc = read_options(cursor);
  if (rc == SQLITE_OK) {
    rc = ftext_status_code(
        ftext_value_text(base->arguments[ARGUMENT_SOURCE], &name));
  }
  if (rc == SQLITE_OK) {
    rc = ftext_source_open(base, name, &cursor->options, &cursor->source);
  }
  if (rc != SQLITE_OK) {
    return rc;
  }
  ftext_survey_init(&cursor->survey, &cursor->options, &cursor->source);
  ftext_progress_begin(&cursor->survey.progress, base->table->name,
                       cursor->options.progress);
  rc = ftext_survey_run(base, &cursor->survey);
  ftext_progress_end(&cursor->survey.progress);
  if (rc == SQLITE_OK && cursor->survey.finding_count > 0) {
    qsort(cursor->survey.findings, cursor->survey.finding_count,
          sizeof(ftext_finding), by_severity);
  }
  base->end = cursor->survey.finding_count == 0;
  return rc;
}

static int check_next(ftext_cursor *base) {
  check_cursor *cursor = (check_cursor *)base;

  base->end = (size_t)base->row > cursor->survey.finding_count;
  return SQLITE_OK;
}

static void result_text(sqlite3_context *context, const ftext_buffer *buffer) {
  ftext_text text = ftext_text_in(buffer);

  sqlite3_result_text64(context, (const char *)text.bytes, text.length,
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void result_examples(sqlite3_context *context,
                            const ftext_finding *finding) {
  ftext_buffer json;

  ftext_buffer_init(&json, SIZE_MAX);
  ftext_buffer_append_byte(&json, '[');
  ftext_buffer_append(&json, finding->examples.bytes, finding->examples.length);
  ftext_buffer_append_byte(&json, ']');
  ftext_result_json(context, &json);
}

static void result_number(sqlite3_context *context, bool has, double number) {
  if (has) {
    sqlite3_result_double(context, number);
  }
}

static int check_column(ftext_cursor *base, sqlite3_context *context,
                        int column) {
  const check_cursor *cursor = (const check_cursor *)base;
  const ftext_finding *finding = &cursor->survey.findings[base->row - 1];

  switch (column) {
  case SEVERITY:
    sqlite3_result_text(context, ftext_severity_name(finding->check->severity),
                        -1, SQLITE_STATIC);
    break;
  case CHECK:
    sqlite3_result_text(context, finding->check->name, -1, SQLITE_STATIC);
    break;
  case CLASS:
    if (finding->has_class) {
      result_text(context, &finding->class);
    }
    break;
  case SPLIT:
    if (finding->has_split) {
      result_text(context, &finding->split);
    }
    break;
  case COUNT:
    sqlite3_result_int64(context, finding->count);
    break;
  case VALUE:
    result_number(context, finding->has_value, finding->value);
    break;
  case THRESHOLD:
    result_number(context, finding->has_threshold, finding->threshold);
    break;
  case MESSAGE:
    result_text(context, &finding->message);
    break;
  case EXAMPLES:
    result_examples(context, finding);
    break;
  default:
    if (finding->fix.length > 0) {
      result_text(context, &finding->fix);
    }
  }
  return SQLITE_OK;
}

static void check_close(ftext_cursor *base) {
  check_cursor *cursor = (check_cursor *)base;

  if (cursor->open) {
    ftext_survey_free(&cursor->survey);
    ftext_source_close(&cursor->source);
    ftext_check_options_free(&cursor->options);
  }
}

const ftext_table ftext_check_table = {
    .name = "ftext_check",
    .arguments = "source [, options]",
    .summary = "Lists what is wrong with a dataset, the worst first, with the "
               "SQL that mends it.",
    .details =
        "source is a table or view with the columns prompt, completion and, "
        "where there, id, label, split and group; without an id, examples "
        "are rowids, or the numbers of a view's rows. Without a label the "
        "completion is the class. "
        "No row of severity 'error' means that the trainer will take it. An "
        "unknown option, check, table or column is an error; an error while "
        "reading the source is SQLite's. Memory does not grow with the rows, "
        "but for near_leak.",
    .example = "SELECT severity, message FROM ftext_check('ftext_functions', "
               "'{\"columns\":{\"prompt\":\"summary\",\"completion\":"
               "\"family\"}}')",
    .options = ftext_check_option_list,
    .columns = columns,
    .column_count = FIX + 1,
    .argument_count = 2,
    .required = 1,
    .flags = FTEXT_DIRECT,
    .cursor_size = sizeof(check_cursor),
    .open = check_open,
    .next = check_next,
    .column = check_column,
    .close = check_close,
};

/*
** The table ftext_targets: the targets and their limits.
*/
#include "base/value.h"
#include "record/sql.h"
#include "record/target.h"

enum { TARGET, RECORD, MIN_ROWS, MAX_ROWS, MAX_TOKENS, MAX_BYTES, NOTE };

static const ftext_column columns[] = {
    {"target", "TEXT", "the name"},
    {"record", "TEXT", "a valid record, JSON"},
    {"min_rows", "INTEGER", "fewest records in a training file; NULL: none"},
    {"max_rows", "INTEGER", "most records in a training file; NULL: none"},
    {"max_tokens", "INTEGER",
     "most tokens in a record, of the newest model; NULL: none"},
    {"max_bytes", "INTEGER", "most bytes in a training file; NULL: none"},
    {"note", "TEXT", "where the limits stand, and when"},
};

static const ftext_target *current(const ftext_cursor *cursor) {
  return ftext_target_at((size_t)cursor->row - 1);
}

static int targets_next(ftext_cursor *cursor) {
  cursor->end = current(cursor) == NULL;
  return SQLITE_OK;
}

static void result_limit(sqlite3_context *context, uint64_t limit) {
  if (limit > 0) {
    sqlite3_result_int64(context, (sqlite3_int64)limit);
  }
}

static int targets_column(ftext_cursor *cursor, sqlite3_context *context,
                          int column) {
  const ftext_target *target = current(cursor);

  switch (column) {
  case TARGET:
    sqlite3_result_text(context, target->name, -1, SQLITE_TRANSIENT);
    break;
  case RECORD:
    sqlite3_result_text(context, target->example, -1, SQLITE_TRANSIENT);
    sqlite3_result_subtype(context, 'J');
    break;
  case MIN_ROWS:
    result_limit(context, target->min_rows);
    break;
  case MAX_ROWS:
    result_limit(context, target->max_rows);
    break;
  case MAX_TOKENS:
    result_limit(context, target->max_tokens);
    break;
  case MAX_BYTES:
    result_limit(context, target->max_bytes);
    break;
  default:
    sqlite3_result_text(context, target->note, -1, SQLITE_TRANSIENT);
  }
  return SQLITE_OK;
}

const ftext_table ftext_targets_table = {
    .name = "ftext_targets",
    .arguments = "",
    .summary = "The trainers whose files ftext writes and checks, with their "
               "limits.",
    .details = "One row for each target. A limit that depends on the model "
               "is the newest model's; ftext_validate knows the others. "
               "docs/record.md says for every rule whether it is checked.",
    .example = "SELECT target, min_rows, max_tokens FROM ftext_targets",
    .columns = columns,
    .column_count = 7,
    .flags = FTEXT_PURE,
    .cursor_size = sizeof(ftext_cursor),
    .open = targets_next,
    .next = targets_next,
    .column = targets_column,
};

/*
** The table ftext_functions: the rows that the families register, as a
** manual inside the shell.
*/
#include "about/entry.h"
#include "about/sql.h"
#include "base/value.h"

#include <stddef.h>

typedef struct functions_cursor {
  ftext_cursor base; /* must come first */
  ftext_entry entry;
} functions_cursor;

enum {
  NAME,
  KIND,
  ARGUMENTS,
  RETURNS,
  FAMILY,
  SUMMARY,
  EXAMPLE,
  DETAILS,
  OPTIONS,
  FLAGS
};

static const ftext_column columns[] = {
    {"name", "TEXT", "the SQL name"},
    {"kind", "TEXT",
     "scalar, aggregate, window (an aggregate that also "
     "works OVER a window) or table"},
    {"arguments", "TEXT", "names; those in brackets may be left out"},
    {"returns", "TEXT",
     "type and unit; a table's columns, one a line, each "
     "with its type and meaning"},
    {"family", "TEXT", "the family, as in docs/<family>.md"},
    {"summary", "TEXT", "what it does, in a sentence"},
    {"example", "TEXT", "SQL that works as it stands"},
    {"details", "TEXT", "rules, NULL, errors and where a rule comes from"},
    {"options", "TEXT",
     "members of the JSON object that the argument options takes, one a line, "
     "each with its values and meaning; NULL without that argument"},
    {"flags", "TEXT",
     "where SQLite lets it be called: DETERMINISTIC INNOCUOUS (the arguments "
     "alone decide), INNOCUOUS (tells about this build or connection) or "
     "DIRECTONLY (touches files or runs SQL: top-level statements only)"},
};

static int functions_next(ftext_cursor *base) {
  functions_cursor *cursor = (functions_cursor *)base;

  base->end =
      !ftext_entry_at(base->connection, (size_t)base->row - 1, &cursor->entry);
  return SQLITE_OK;
}

static const char *text_of(const ftext_entry *entry, int column) {
  switch (column) {
  case NAME:
    return entry->name;
  case KIND:
    return entry->kind;
  case ARGUMENTS:
    return entry->arguments;
  case FAMILY:
    return entry->family;
  case SUMMARY:
    return entry->summary;
  case EXAMPLE:
    return entry->example;
  case DETAILS:
    return entry->details;
  default:
    return entry->flags;
  }
}

static int functions_column(ftext_cursor *base, sqlite3_context *context,
                            int column) {
  const ftext_entry *entry = &((const functions_cursor *)base)->entry;
  ftext_buffer lines;

  if (column != RETURNS && column != OPTIONS) {
    sqlite3_result_text(context, text_of(entry, column), -1, SQLITE_STATIC);
    return SQLITE_OK;
  }
  ftext_buffer_init(&lines, SIZE_MAX);
  if (column == RETURNS) {
    ftext_entry_returns(entry, "", &lines);
    ftext_result_buffer(context, &lines);
  } else if (entry->options != NULL) {
    ftext_entry_options(entry, "", &lines);
    ftext_result_buffer(context, &lines);
  }
  return SQLITE_OK;
}

const ftext_table ftext_functions_table = {
    .name = "ftext_functions",
    .arguments = "",
    .summary = "Lists every function and table of ftext: the manual, inside "
               "the shell.",
    .details = "One row for each name, in the order of the families. With "
               "the file-free entry only what that entry registers. "
               "ftext_help() shows the same as text to be read.",
    .example = "SELECT name, summary FROM ftext_functions "
               "WHERE family = 'about'",
    .columns = columns,
    .column_count = sizeof columns / sizeof columns[0],
    .flags = FTEXT_STATE,
    .cursor_size = sizeof(functions_cursor),
    .open = functions_next,
    .next = functions_next,
    .column = functions_column,
};

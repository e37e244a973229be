/*
** The table ftext_functions: the rows that the families register, as a
** manual inside the shell.
*/
#include "about/sql.h"
#include "base/value.h"

#include <string.h>

typedef struct functions_cursor {
  ftext_cursor base; /* must come first */
  size_t family;
  size_t item; /* functions first, then tables */
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
    {"flags", "TEXT",
     "where SQLite lets it be called: DETERMINISTIC INNOCUOUS (the arguments "
     "alone decide), INNOCUOUS (tells about this build or connection) or "
     "DIRECTONLY (touches files or runs SQL: top-level statements only)"},
};

static const ftext_family *family_of(const functions_cursor *cursor) {
  return cursor->base.connection->families[cursor->family];
}

static const ftext_table *table_of(const functions_cursor *cursor) {
  const ftext_family *family = family_of(cursor);

  return cursor->item < family->function_count
             ? NULL
             : family->tables[cursor->item - family->function_count];
}

static unsigned flags_of(const functions_cursor *cursor) {
  const ftext_table *table = table_of(cursor);

  return table != NULL ? table->flags
                       : family_of(cursor)->functions[cursor->item].flags;
}

/* The pure entry registers less, and lists only what it registers. */
static bool is_registered(const functions_cursor *cursor) {
  return !cursor->base.connection->pure ||
         (flags_of(cursor) & FTEXT_DIRECT) == 0;
}

/* Stops at the first registered item at or behind the current place. */
static void settle(functions_cursor *cursor) {
  const ftext_family *family;

  while ((family = family_of(cursor)) != NULL) {
    if (cursor->item >= family->function_count + family->table_count) {
      cursor->family++;
      cursor->item = 0;
    } else if (is_registered(cursor)) {
      return;
    } else {
      cursor->item++;
    }
  }
  cursor->base.end = true;
}

static int functions_open(ftext_cursor *base) {
  settle((functions_cursor *)base);
  return SQLITE_OK;
}

static int functions_next(ftext_cursor *base) {
  ((functions_cursor *)base)->item++;
  settle((functions_cursor *)base);
  return SQLITE_OK;
}

/* A table's visible columns, one a line: "name TYPE: meaning". */
static void result_columns(sqlite3_context *context, const ftext_table *table) {
  ftext_buffer out;
  int i;

  ftext_buffer_init(&out, SIZE_MAX);
  for (i = 0; i < table->column_count; i++) {
    ftext_buffer_append_string(&out, i > 0 ? "\n" : "");
    ftext_buffer_append_string(&out, table->columns[i].name);
    ftext_buffer_append_string(&out, " ");
    ftext_buffer_append_string(&out, table->columns[i].type);
    ftext_buffer_append_string(&out, ": ");
    ftext_buffer_append_string(&out, table->columns[i].summary);
  }
  ftext_result_buffer(context, &out);
}

/* The text of a table's column, NULL for RETURNS, which is composed. */
static const char *table_text(const ftext_table *table, int column) {
  switch (column) {
  case NAME:
    return table->name;
  case KIND:
    return "table";
  case ARGUMENTS:
    return table->arguments;
  case SUMMARY:
    return table->summary;
  case EXAMPLE:
    return table->example;
  case DETAILS:
    return table->details;
  default:
    return NULL;
  }
}

static const char *function_kind(const ftext_function *function) {
  if (function->call != NULL) {
    return "scalar";
  }
  return function->value != NULL ? "window" : "aggregate";
}

static const char *function_text(const ftext_function *function, int column) {
  switch (column) {
  case NAME:
    return function->name;
  case KIND:
    return function_kind(function);
  case ARGUMENTS:
    return function->arguments;
  case RETURNS:
    return function->returns;
  case SUMMARY:
    return function->summary;
  case EXAMPLE:
    return function->example;
  default:
    return function->details;
  }
}

static const char *flags_text(unsigned flags) {
  if ((flags & FTEXT_DIRECT) != 0) {
    return "DIRECTONLY";
  }
  return (flags & FTEXT_PURE) != 0 ? "DETERMINISTIC INNOCUOUS" : "INNOCUOUS";
}

static int functions_column(ftext_cursor *base, sqlite3_context *context,
                            int column) {
  const functions_cursor *cursor = (const functions_cursor *)base;
  const ftext_family *family = family_of(cursor);
  const ftext_table *table = table_of(cursor);
  const char *text;

  if (table != NULL && column == RETURNS) {
    result_columns(context, table);
    return SQLITE_OK;
  }
  if (column == FAMILY) {
    text = family->name;
  } else if (column == FLAGS) {
    text = flags_text(flags_of(cursor));
  } else if (table != NULL) {
    text = table_text(table, column);
  } else {
    text = function_text(&family->functions[cursor->item], column);
  }
  sqlite3_result_text(context, text, -1, SQLITE_STATIC);
  return SQLITE_OK;
}

const ftext_table ftext_functions_table = {
    .name = "ftext_functions",
    .arguments = "",
    .summary = "Lists every function and table of ftext: the manual, inside "
               "the shell.",
    .details = "One row for each name, in the order of the families. With "
               "the file-free entry only what that entry registers.",
    .example = "SELECT name, summary FROM ftext_functions "
               "WHERE family = 'about'",
    .columns = columns,
    .column_count = sizeof columns / sizeof columns[0],
    .flags = FTEXT_STATE,
    .cursor_size = sizeof(functions_cursor),
    .open = functions_open,
    .next = functions_next,
    .column = functions_column,
};

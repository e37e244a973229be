/* The columns of the caller's query: names, keys, what the path takes. */
#include "base/nearest.h"
#include "base/utf8.h"
#include "base/value.h"
#include "file/row.h"

#include <stdlib.h>
#include <string.h>

static bool no_memory(ftext_row *row) {
  return ftext_fail(row->failure, SQLITE_NOMEM, "out of memory");
}

/* Whether the column is a table's own.  A column without a declared type is
** known only where SQLite was built to tell the origin of columns. */
static bool is_stored(sqlite3_stmt *statement, int i) {
  if (sqlite3_column_decltype(statement, i) != NULL) {
    return true;
  }
#ifdef SQLITE_CORE
  return false;
#else
  return sqlite3_api->column_origin_name != NULL &&
         sqlite3_api->column_origin_name(statement, i) != NULL;
#endif
}

static bool read_column(ftext_row *row, int i) {
  ftext_row_column *column = &row->columns[i];
  ftext_text name;

  column->name = sqlite3_column_name(row->query->statement, i);
  if (column->name == NULL) {
    return no_memory(row);
  }
  name = ftext_text_of(column->name);
  if (ftext_utf8_valid_length(name.bytes, name.length) < name.length) {
    return ftext_fail(row->failure, SQLITE_ERROR,
                      "the name of column %d is broken UTF-8", i + 1);
  }
  column->stored = is_stored(row->query->statement, i);
  column->key = row->keys.length;
  ftext_json_write(&row->keys, name.bytes, name.length);
  ftext_buffer_append_byte(&row->keys, ':');
  column->key_length = row->keys.length - column->key;
  return row->keys.status == FTEXT_OK || no_memory(row);
}

typedef struct numbered_name {
  const char *name;
  int number; /* from 1 */
} numbered_name;

static int compare_names(const void *a, const void *b) {
  const numbered_name *left = a;
  const numbered_name *right = b;
  int order = strcmp(left->name, right->name);

  return order != 0 ? order : left->number - right->number;
}

static bool check_names(ftext_row *row) {
  size_t count = (size_t)row->query->column_count;
  numbered_name *sorted = sqlite3_malloc64(count * sizeof *sorted);
  bool good = true;
  size_t i;

  if (sorted == NULL) {
    return no_memory(row);
  }
  for (i = 0; i < count; i++) {
    sorted[i] = (numbered_name){row->columns[i].name, (int)i + 1};
  }
  qsort(sorted, count, sizeof *sorted, compare_names);
  for (i = 1; good && i < count; i++) {
    if (strcmp(sorted[i - 1].name, sorted[i].name) == 0) {
      good = ftext_fail(row->failure, SQLITE_ERROR,
                        "columns %d and %d are both named '%s', in every row "
                        "from row 1 on (name one with AS)",
                        sorted[i - 1].number, sorted[i].number, sorted[i].name);
    }
  }
  sqlite3_free(sorted);
  return good;
}

/* The column of that name, or -1. */
static int find_column(const ftext_row *row, ftext_text name) {
  int i;

  for (i = 0; i < row->query->column_count; i++) {
    if (ftext_text_is(name, row->columns[i].name)) {
      return i;
    }
  }
  return -1;
}

static bool unknown_column(ftext_row *row, const char *where, ftext_text name) {
  sqlite3_str *list = sqlite3_str_new(NULL);
  ftext_nearest nearest = ftext_nearest_to(name);
  char quoted[FTEXT_NEAREST_SIZE];
  char *known;
  int i;

  for (i = 0; i < row->query->column_count; i++) {
    sqlite3_str_appendf(list, "%s%s", i > 0 ? ", " : "", row->columns[i].name);
    ftext_nearest_try(&nearest, ftext_text_of(row->columns[i].name));
  }
  known = sqlite3_str_finish(list);
  if (known == NULL) {
    return no_memory(row);
  }
  ftext_fail(row->failure, SQLITE_ERROR, "%s unknown column %s (known: %s)",
             where, ftext_nearest_quote(quoted, &nearest), known);
  sqlite3_free(known);
  return false;
}

static bool find_path_columns(ftext_row *row, const ftext_path *path) {
  size_t found = 0;
  size_t i;
  int column;

  row->path_columns =
      sqlite3_malloc64((path->column_count + 1) * sizeof *row->path_columns);
  if (row->path_columns == NULL) {
    return no_memory(row);
  }
  for (i = 0; i < path->count; i++) {
    if (!path->parts[i].is_column) {
      continue;
    }
    column = find_column(row, path->parts[i].text);
    if (column < 0) {
      return unknown_column(row, "in the path,", path->parts[i].text);
    }
    row->columns[column].in_path = true;
    row->path_columns[found++] = column;
  }
  return true;
}

static bool find_json_columns(ftext_row *row) {
  const ftext_json *document = &row->options->document;
  uint32_t list = row->options->json;
  ftext_buffer name;
  ftext_text text;
  bool good = true;
  uint32_t i;
  int column;

  ftext_buffer_init(&name, SIZE_MAX);
  for (i = 1; good && list > 0 && i <= document->nodes[list].count; i++) {
    ftext_buffer_clear(&name);
    ftext_buffer_reserve(&name, 1); /* bytes are never NULL */
    ftext_json_string(document, list + i, &name);
    if (name.status != FTEXT_OK) {
      good = no_memory(row);
      break;
    }
    text = (ftext_text){name.bytes, name.length};
    column = find_column(row, text);
    if (column < 0) {
      good = unknown_column(row, "in option 'json',", text);
    } else {
      row->columns[column].json = true;
    }
  }
  ftext_buffer_free(&name);
  return good;
}

/* How many columns are left for the record, and which, if it is one. */
static bool count_columns(ftext_row *row) {
  int count = 0;
  int i;

  for (i = 0; i < row->query->column_count; i++) {
    if (!row->columns[i].in_path) {
      row->sole = i;
      count++;
    }
  }
  if (count != 1) {
    row->sole = -1;
  }
  return count > 0 ||
         ftext_fail(row->failure, SQLITE_ERROR,
                    "all columns stand in the path, and none is left for "
                    "the record");
}

bool ftext_row_open(ftext_row *row, ftext_query *query, const ftext_path *path,
                    const ftext_export_options *options,
                    ftext_failure *failure) {
  size_t size = (size_t)query->column_count * sizeof *row->columns;
  int i;

  *row = (ftext_row){.query = query,
                     .options = options,
                     .failure = failure,
                     .columns = sqlite3_malloc64(size)};
  ftext_buffer_init(&row->keys, SIZE_MAX);
  ftext_buffer_init(&row->line, ftext_length_limit(query->db));
  ftext_buffer_init(&row->ascii, ftext_length_limit(query->db));
  if (row->columns == NULL) {
    return no_memory(row);
  }
  memset(row->columns, 0, size);
  for (i = 0; i < query->column_count; i++) {
    if (!read_column(row, i)) {
      return false;
    }
  }
  return check_names(row) && find_path_columns(row, path) &&
         find_json_columns(row) && count_columns(row);
}

void ftext_row_close(ftext_row *row) {
  sqlite3_free(row->columns);
  sqlite3_free(row->path_columns);
  ftext_buffer_free(&row->keys);
  ftext_buffer_free(&row->line);
  ftext_buffer_free(&row->ascii);
  ftext_json_free(&row->document);
}

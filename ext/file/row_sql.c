#include "file/row.h"

#include "base/utf8.h"
#include "base/value.h"
#include "file/line.h"

#include <float.h>
#include <math.h>
#include <stdarg.h>

static bool fail(ftext_row *row, int i, const char *format, ...) {
  va_list arguments;
  char *words;

  va_start(arguments, format);
  words = sqlite3_vmprintf(format, arguments);
  va_end(arguments);
  if (words == NULL) {
    return ftext_fail(row->failure, SQLITE_NOMEM, "out of memory");
  }
  ftext_fail(row->failure, SQLITE_ERROR, "row %lld, column '%s': %s",
             row->query->row, row->columns[i].name, words);
  sqlite3_free(words);
  return false;
}

static bool fail_status(ftext_row *row, ftext_status status) {
  if (status == FTEXT_TOO_BIG) {
    return ftext_fail(row->failure, SQLITE_TOOBIG,
                      "row %lld: the line is longer than a value of SQLite's "
                      "may be",
                      row->query->row);
  }
  return ftext_fail(row->failure, SQLITE_NOMEM, "out of memory");
}

static const char *type_name(int type) {
  switch (type) {
  case SQLITE_NULL:
    return "NULL";
  case SQLITE_INTEGER:
    return "an integer";
  case SQLITE_FLOAT:
    return "a real number";
  case SQLITE_BLOB:
    return "a BLOB";
  default:
    return "text";
  }
}

static bool read_text(ftext_row *row, int i, ftext_text *text) {
  sqlite3_stmt *statement = row->query->statement;

  text->bytes = sqlite3_column_text(statement, i);
  text->length = (size_t)sqlite3_column_bytes(statement, i);
  return text->bytes != NULL || fail_status(row, FTEXT_NO_MEMORY);
}

static bool check_utf8(ftext_row *row, int i, ftext_text text) {
  size_t valid = ftext_utf8_valid_length(text.bytes, text.length);

  return valid == text.length || fail(row, i, "broken UTF-8 at byte %llu",
                                      (unsigned long long)valid + 1);
}

static bool is_marked(const ftext_row *row, int i) {
  return sqlite3_value_subtype(
             sqlite3_column_value(row->query->statement, i)) == 'J';
}

/* Whether the text reads as a JSON array or object. */
static bool parse_container(ftext_row *row, ftext_text text, bool *found) {
  ftext_status status = FTEXT_INVALID;

  if (ftext_line_is_container(text)) {
    status = ftext_json_parse(&row->document, text.bytes, text.length);
  }
  *found = status == FTEXT_OK;
  return status != FTEXT_NO_MEMORY || fail_status(row, status);
}

static bool append_json(ftext_row *row, int i, ftext_text text) {
  ftext_status status =
      ftext_json_parse(&row->document, text.bytes, text.length);

  if (status == FTEXT_INVALID) {
    return fail(row, i, "not JSON: %s at byte %llu", row->document.error,
                (unsigned long long)row->document.error_at + 1);
  }
  if (status != FTEXT_OK) {
    return fail_status(row, status);
  }
  ftext_line_json(&row->line, text);
  return true;
}

static bool append_text(ftext_row *row, int i) {
  const ftext_row_column *column = &row->columns[i];
  bool ambiguous = false;
  ftext_text text;

  if (!read_text(row, i, &text)) {
    return false;
  }
  if (column->json || is_marked(row, i)) {
    return append_json(row, i, text);
  }
  if (row->options->json == 0 && !column->stored &&
      !parse_container(row, text, &ambiguous)) {
    return false;
  }
  if (ambiguous) {
    return fail(row, i,
                "text that reads as JSON, which sorting may have made of "
                "JSON (the option {\"json\":[\"%s\"]} nests it, "
                "{\"json\":[]} writes it as text)",
                column->name);
  }
  if (!check_utf8(row, i, text)) {
    return false;
  }
  ftext_json_write(&row->line, text.bytes, text.length);
  return true;
}

static bool append_value(ftext_row *row, int i) {
  sqlite3_stmt *statement = row->query->statement;
  double number;

  switch (sqlite3_column_type(statement, i)) {
  case SQLITE_NULL:
    ftext_buffer_append_string(&row->line, "null");
    return true;
  case SQLITE_INTEGER:
    ftext_buffer_append_integer(&row->line, sqlite3_column_int64(statement, i));
    return true;
  case SQLITE_FLOAT:
    number = sqlite3_column_double(statement, i);
    if (fabs(number) > DBL_MAX) {
      return fail(row, i, "JSON has no infinite number");
    }
    ftext_line_real(&row->line, number);
    return true;
  case SQLITE_BLOB:
    return fail(row, i, "a BLOB, which JSON cannot hold (CAST it AS TEXT)");
  default:
    return append_text(row, i);
  }
}

static bool append_object(ftext_row *row) {
  const ftext_row_column *column;
  int i;

  ftext_buffer_append_byte(&row->line, '{');
  for (i = 0; i < row->query->column_count; i++) {
    column = &row->columns[i];
    if (column->in_path) {
      continue;
    }
    if (row->line.length > 1) {
      ftext_buffer_append_byte(&row->line, ',');
    }
    ftext_buffer_append(&row->line, row->keys.bytes + column->key,
                        column->key_length);
    if (!append_value(row, i)) {
      return false;
    }
  }
  ftext_buffer_append_byte(&row->line, '}');
  return true;
}

/* Whether the value of the sole column is JSON: marked, or text that reads
** as an array or an object.  A table's own column that has shown a value
** which is neither NULL nor JSON is one of values, whatever they read as. */
static bool sole_is_json(ftext_row *row, bool *found) {
  ftext_text text;

  *found = false;
  if (sqlite3_column_type(row->query->statement, row->sole) != SQLITE_TEXT) {
    return true;
  }
  if (is_marked(row, row->sole)) {
    *found = true;
    return true;
  }
  if (row->has_value && row->columns[row->sole].stored) {
    return true;
  }
  return read_text(row, row->sole, &text) && parse_container(row, text, found);
}

/* Settles whether the sole column is the line itself: as the options say,
** or as the first row is and all others must be. */
static bool settle_sole(ftext_row *row) {
  int type = sqlite3_column_type(row->query->statement, row->sole);
  bool is_json;

  if (row->options->json != 0) {
    row->is_line = row->columns[row->sole].json;
    return !row->is_line || type == SQLITE_TEXT ||
           fail(row, row->sole, "%s, but the column is the line itself",
                type_name(type));
  }
  if (!sole_is_json(row, &is_json)) {
    return false;
  }
  if (row->query->row == 1) {
    row->is_line = is_json;
  }
  row->has_value = row->has_value || (!is_json && type != SQLITE_NULL);
  if (row->is_line && !is_json) {
    return fail(row, row->sole,
                "%s, but row 1 is JSON and so the line itself (the option "
                "{\"json\":[]} writes every row under the column's name)",
                type == SQLITE_TEXT ? "no JSON" : type_name(type));
  }
  if (!row->is_line && is_json) {
    return fail(row, row->sole,
                "JSON, but row 1 is not (the option {\"json\":[]} writes "
                "every row under the column's name, {\"json\":[\"%s\"]} as "
                "the line itself)",
                row->columns[row->sole].name);
  }
  return true;
}

static bool append_sole(ftext_row *row) {
  ftext_text text;

  if (!settle_sole(row)) {
    return false;
  }
  if (!row->is_line) {
    return append_object(row);
  }
  return read_text(row, row->sole, &text) && append_json(row, row->sole, text);
}

bool ftext_row_line(ftext_row *row, ftext_text *line) {
  ftext_buffer *out = &row->line;

  ftext_buffer_clear(&row->line);
  if (!(row->sole >= 0 ? append_sole(row) : append_object(row))) {
    return false;
  }
  if (row->options->ascii && out->status == FTEXT_OK) {
    out = &row->ascii;
    ftext_buffer_clear(out);
    ftext_line_ascii(out, (ftext_text){row->line.bytes, row->line.length});
  }
  *line = (ftext_text){out->bytes, out->length};
  return out->status == FTEXT_OK || fail_status(row, out->status);
}

bool ftext_row_path_value(ftext_row *row, int column, ftext_text *value) {
  int type = sqlite3_column_type(row->query->statement, column);
  const char *refused;

  if (type == SQLITE_NULL || type == SQLITE_BLOB) {
    return fail(row, column, "%s, which cannot stand in a path",
                type_name(type));
  }
  if (!read_text(row, column, value)) {
    return false;
  }
  refused = ftext_path_refuse(*value);
  return refused == NULL ||
         fail(row, column, "a value that %s cannot stand in a path", refused);
}

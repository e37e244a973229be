/*
** The table ftext_read_jsonl: a file's lines, each checked as JSON.
*/
#include "base/json.h"
#include "base/value.h"
#include "file/disk.h"
#include "file/lines.h"
#include "file/sql.h"

#include <string.h>

enum { LINE, RECORD, ERROR, START };

typedef struct read_cursor {
  ftext_cursor base; /* must come first */
  ftext_lines lines;
  ftext_text text;     /* the current line */
  bool too_long;       /* it was passed over */
  bool is_parsed;      /* `status` and `document` are the current line's */
  ftext_status status; /* FTEXT_OK or FTEXT_INVALID */
  ftext_json document;
} read_cursor;

static const ftext_column columns[] = {
    {"line", "INTEGER", "the line's number in the file, from 1"},
    {"record", "TEXT",
     "the line, JSON, without its end; NULL where the line is no JSON"},
    {"error", "TEXT", "what is wrong with the line and where; else NULL"},
    {"start", "INTEGER",
     "the byte of the file where the line begins, from 0; 3 behind a byte "
     "order mark"},
    {"path", "TEXT", "the file"},
};

static int fail(read_cursor *cursor, const char *action, const char *path,
                int number, int code) {
  char words[FTEXT_DISK_REASON_SIZE];
  int rc = ftext_table_error(&cursor->base, "cannot %s '%s': %s", action, path,
                             ftext_disk_reason(words, number));

  return rc == SQLITE_NOMEM ? rc : code;
}

static bool is_blank(ftext_text text) {
  size_t i;

  for (i = 0; i < text.length; i++) {
    if (text.bytes[i] != ' ' && text.bytes[i] != '\t' &&
        text.bytes[i] != '\r') {
      return false;
    }
  }
  return true;
}

static int read_next(ftext_cursor *base) {
  read_cursor *cursor = (read_cursor *)base;
  ftext_lines_result result;
  int number = 0;

  do {
    result = ftext_lines_next(&cursor->lines, &cursor->text, &number);
  } while (result == FTEXT_LINES_LINE && is_blank(cursor->text));
  cursor->is_parsed = false;
  cursor->too_long = result == FTEXT_LINES_TOO_LONG;
  base->end = result == FTEXT_LINES_END;
  if (result == FTEXT_LINES_FAILED) {
    return fail(cursor, "read",
                (const char *)sqlite3_value_text(base->arguments[0]), number,
                SQLITE_IOERR);
  }
  return result == FTEXT_LINES_NO_MEMORY ? SQLITE_NOMEM : SQLITE_OK;
}

static int open_file(read_cursor *cursor, const char *path) {
  ftext_disk_info info;
  int descriptor;
  int number = ftext_disk_open(path, &descriptor);
  int rc;

  if (number != 0) {
    return fail(cursor, "open", path, number, SQLITE_CANTOPEN);
  }
  if (ftext_disk->examine(descriptor, &info) == 0 && info.folder) {
    ftext_disk->close(descriptor);
    rc = ftext_table_error(&cursor->base, "cannot open '%s': it is a folder",
                           path);
    return rc == SQLITE_NOMEM ? rc : SQLITE_CANTOPEN;
  }
  ftext_lines_init(&cursor->lines, descriptor,
                   ftext_length_limit(cursor->base.connection->db));
  return SQLITE_OK;
}

static int read_open(ftext_cursor *base) {
  read_cursor *cursor = (read_cursor *)base;
  const char *path = (const char *)sqlite3_value_text(base->arguments[0]);
  int rc;

  if (path == NULL) {
    return SQLITE_NOMEM;
  }
  if (strlen(path) != (size_t)sqlite3_value_bytes(base->arguments[0])) {
    rc = ftext_table_error(base, "NUL in the path");
    return rc == SQLITE_NOMEM ? rc : SQLITE_CANTOPEN;
  }
  rc = open_file(cursor, path);
  return rc == SQLITE_OK ? read_next(base) : rc;
}

/* Only when a column asks: counting lines needs no JSON. */
static int parse(read_cursor *cursor) {
  if (!cursor->is_parsed && !cursor->too_long) {
    cursor->status = ftext_json_parse(&cursor->document, cursor->text.bytes,
                                      cursor->text.length);
    cursor->is_parsed = cursor->status != FTEXT_NO_MEMORY;
  }
  return cursor->status == FTEXT_NO_MEMORY ? SQLITE_NOMEM : SQLITE_OK;
}

static void result_error(sqlite3_context *context, const read_cursor *cursor) {
  char *words;

  if (cursor->too_long) {
    words = sqlite3_mprintf("the line is longer than %llu bytes",
                            (unsigned long long)cursor->lines.limit);
  } else {
    words = sqlite3_mprintf("%s at byte %llu", cursor->document.error,
                            (unsigned long long)cursor->document.error_at + 1);
  }
  if (words == NULL) {
    sqlite3_result_error_nomem(context);
  } else {
    sqlite3_result_text(context, words, -1, sqlite3_free);
  }
}

static int read_column(ftext_cursor *base, sqlite3_context *context,
                       int column) {
  read_cursor *cursor = (read_cursor *)base;
  bool good;
  int rc;

  if (column == LINE) {
    sqlite3_result_int64(context, cursor->lines.number);
    return SQLITE_OK;
  }
  if (column == START) {
    sqlite3_result_int64(context, cursor->lines.place);
    return SQLITE_OK;
  }
  rc = parse(cursor);
  if (rc != SQLITE_OK) {
    return rc;
  }
  good = !cursor->too_long && cursor->status == FTEXT_OK;
  if (column == ERROR && !good) {
    result_error(context, cursor);
  } else if (column == RECORD && good) {
    sqlite3_result_text64(context, (const char *)cursor->text.bytes,
                          cursor->text.length, SQLITE_TRANSIENT, SQLITE_UTF8);
    sqlite3_result_subtype(context, 'J');
  }
  return SQLITE_OK;
}

static void read_close(ftext_cursor *base) {
  read_cursor *cursor = (read_cursor *)base;

  ftext_lines_close(&cursor->lines);
  ftext_json_free(&cursor->document);
}

const ftext_table ftext_read_jsonl_table = {
    .name = "ftext_read_jsonl",
    .arguments = "path",
    .summary = "The lines of a JSONL file, one row each, with what is wrong "
               "with a bad one.",
    .details =
        "Lines end at LF, with or without a CR before it; blank lines are "
        "passed over but counted; a byte order mark at the start is passed "
        "over. A line that is no JSON (RFC 8259, in valid UTF-8), or is "
        "longer than SQLite's limit for a value, has a NULL record and an "
        "error, and the next line follows. Memory is bounded by the longest "
        "line. NULL gives no rows. A file that cannot be opened or read is "
        "an error that names it.",
    .example = "SELECT line, error FROM ftext_read_jsonl('/dev/null') "
               "WHERE error IS NOT NULL",
    .columns = columns,
    .column_count = 4,
    .argument_count = 1,
    .required = 1,
    .flags = FTEXT_DIRECT,
    .cursor_size = sizeof(read_cursor),
    .open = read_open,
    .next = read_next,
    .column = read_column,
    .close = read_close,
};

#include "check/pass_sql.h"

#include "base/value.h"
#include "check/source_sql.h"

#include <stdio.h>
#include <string.h>

/* "coalesce(CAST(column AS TEXT), '') COLLATE BINARY", by which rows can be
** sorted too, or NULL for a missing column.  A group that is NULL is none. */
static void append_field(sqlite3_str *sql, const ftext_survey *survey,
                         ftext_field field) {
  const char *column = survey->source->columns[field];
  const char *otherwise = field == FTEXT_FIELD_GROUP ? "NULL" : "''";

  if (column == NULL) {
    sqlite3_str_appendall(sql, "NULL");
  } else if (survey->source->wide) {
    sqlite3_str_appendf(sql,
                        "coalesce(CASE typeof(%s) WHEN 'blob' THEN "
                        "ftext_normalize(%s, '') ELSE CAST(%s AS TEXT) END, "
                        "%s) COLLATE BINARY",
                        column, column, column, otherwise);
  } else {
    sqlite3_str_appendf(sql, "coalesce(CAST(%s AS TEXT), %s) COLLATE BINARY",
                        column, otherwise);
  }
}

int ftext_pass_open(ftext_pass *p, ftext_cursor *cursor, ftext_survey *survey,
                    bool lengths, const char *tail) {
  const ftext_check_source *source = survey->source;
  const char *id = source->columns[FTEXT_FIELD_ID];
  sqlite3_str *sql = sqlite3_str_new(NULL);
  char *text;
  int field;
  int rc;

  memset(p, 0, sizeof *p);
  survey->pass++;
  p->cursor = cursor;
  p->survey = survey;
  sqlite3_str_appendf(sql, "SELECT %s",
                      source->numbered ? "row_number() OVER ()"
                      : id != NULL     ? id
                                       : source->row);
  for (field = FTEXT_FIELD_PROMPT; field < FTEXT_FIELD_COUNT; field++) {
    sqlite3_str_appendall(sql, ", ");
    if (lengths && field == FTEXT_FIELD_PROMPT) {
      sqlite3_str_appendall(sql, "NULL");
    } else {
      append_field(sql, survey, (ftext_field)field);
    }
  }
  sqlite3_str_appendf(sql, ", ");
  if (lengths) {
    sqlite3_str_appendf(sql, "length(%s)", source->columns[FTEXT_FIELD_PROMPT]);
  } else {
    sqlite3_str_appendall(sql, "NULL");
  }
  sqlite3_str_appendf(sql, " FROM %s %s", source->name, tail);
  text = sqlite3_str_finish(sql);
  if (text == NULL) {
    return SQLITE_NOMEM;
  }
  rc = ftext_prepare(cursor, &p->statement, "%s", text);
  sqlite3_free(text);
  return rc;
}

static void read_id(ftext_pass *p) {
  ftext_example_id *id = &p->row.id;
  sqlite3_value *value = sqlite3_column_value(p->statement, 0);

  switch (sqlite3_value_type(value)) {
  case SQLITE_NULL:
    id->type = FTEXT_ID_NONE;
    break;
  case SQLITE_INTEGER:
    id->type = FTEXT_ID_INTEGER;
    id->integer = sqlite3_column_int64(p->statement, 0);
    break;
  default:
    id->type = FTEXT_ID_TEXT;
    id->text.bytes = sqlite3_value_type(value) == SQLITE_BLOB
                         ? sqlite3_column_blob(p->statement, 0)
                         : sqlite3_column_text(p->statement, 0);
    id->text.length = (size_t)sqlite3_column_bytes(p->statement, 0);
    if (id->text.bytes == NULL) {
      id->text = ftext_text_of("");
    }
  }
}

static bool read_fields(ftext_pass *p) {
  ftext_check_row *row = &p->row;
  int field;

  for (field = FTEXT_FIELD_PROMPT; field < FTEXT_FIELD_COUNT; field++) {
    row->text[field] = ftext_text_of("");
    if (sqlite3_column_type(p->statement, field) != SQLITE_NULL) {
      row->text[field].bytes = sqlite3_column_text(p->statement, field);
      row->text[field].length =
          (size_t)sqlite3_column_bytes(p->statement, field);
      if (row->text[field].bytes == NULL) {
        return false;
      }
    }
  }
  return true;
}

/* The first pass finds out how many rows there are. */
static void say_progress(const ftext_pass *p) {
  ftext_survey *survey = p->survey;
  int passes = 2 + ftext_survey_wants_prompts(survey) +
               ftext_survey_wants_groups(survey);
  char part[32];

  snprintf(part, sizeof part, "pass %d of %d, ", survey->pass, passes);
  ftext_progress_show(
      &survey->progress,
      &(ftext_progress_state){.part = part,
                              .rows = p->rows,
                              .all_rows = survey->pass > 1 ? survey->rows : 0});
}

int ftext_pass_next(ftext_pass *p) {
  ftext_check_row *row = &p->row;
  ftext_survey *survey = p->survey;
  bool labelled = survey->source->columns[FTEXT_FIELD_LABEL] != NULL;
  int rc;

  if (survey->status != FTEXT_OK) {
    return survey->status == FTEXT_INVALID
               ? ftext_table_error(p->cursor,
                                   "more than %d splits in column %s",
                                   FTEXT_MOST_SPLITS,
                                   survey->source->columns[FTEXT_FIELD_SPLIT])
               : ftext_status_code(survey->status);
  }
  rc = sqlite3_step(p->statement);
  if (rc != SQLITE_ROW) {
    return rc == SQLITE_DONE ? rc : ftext_sqlite_error(p->cursor, rc);
  }
  if (p->rows++ == 0) {
    ftext_progress_part(&survey->progress);
  }
  if (ftext_progress_due(&survey->progress)) {
    say_progress(p);
  }
  read_id(p);
  if (!read_fields(p)) {
    return SQLITE_NOMEM;
  }
  row->has_group =
      sqlite3_column_type(p->statement, FTEXT_FIELD_GROUP) != SQLITE_NULL;
  p->characters = sqlite3_column_int64(p->statement, FTEXT_FIELD_COUNT);
  row->class = row->text[labelled ? FTEXT_FIELD_LABEL : FTEXT_FIELD_COMPLETION];
  row->has_class = row->class.length > 0;
  row->split = row->text[FTEXT_FIELD_SPLIT].length == 0
                   ? FTEXT_NO_SPLIT
                   : ftext_survey_split(survey, row->text[FTEXT_FIELD_SPLIT]);
  return rc;
}

int ftext_pass_close(ftext_pass *p, int rc) {
  sqlite3_finalize(p->statement);
  return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

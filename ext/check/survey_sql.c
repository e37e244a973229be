#include "check/survey_sql.h"

#include "base/value.h"
#include "check/pass_sql.h"
#include "check/source_sql.h"

#include <string.h>

/* The rows with one key in common, as they are being read. */
typedef struct run_state {
  bool open;
  ftext_row_run run;
  ftext_buffer key;
  ftext_buffer class; /* of the row before */
  ftext_buffer completion;
  bool has_class;
} run_state;

static void run_begin(ftext_survey *survey, run_state *state, ftext_text key) {
  state->open = true;
  ftext_survey_set(survey, &state->key, key);
  state->has_class = false;
  state->run.splits = 0;
  state->run.rows = 0;
  state->run.classes = 0;
  state->run.duplicates = 0;
  state->run.completions = 0;
  state->run.split_count = 0;
  ftext_examples_clear(&state->run.examples);
  ftext_examples_clear(&state->run.first);
  ftext_examples_clear(&state->run.duplicate_examples);
}

/* Rows come sorted by class and completion within a prompt; within a group
** they do not, and only splits are looked at there. */
static void run_row(ftext_survey *survey, run_state *state,
                    const ftext_check_row *row) {
  ftext_row_run *run = &state->run;
  ftext_text completion = row->text[FTEXT_FIELD_COMPLETION];
  bool same_class = run->rows > 0 &&
                    ftext_text_equal(row->class, ftext_text_in(&state->class));
  bool same = same_class &&
              ftext_text_equal(completion, ftext_text_in(&state->completion));

  run->rows++;
  run->classes += row->has_class && !same_class;
  run->completions += !same;
  run->duplicates += same;
  if (run->rows == 1) {
    ftext_examples_add(&run->first, &row->id);
  }
  ftext_examples_add(&run->examples, &row->id);
  if (same) {
    ftext_examples_add(&run->duplicate_examples, &row->id);
  }
  if (!same_class) {
    ftext_survey_set(survey, &state->class, row->class);
  }
  if (!same) {
    ftext_survey_set(survey, &state->completion, completion);
  }
  if (row->split != FTEXT_NO_SPLIT &&
      (state->run.splits & UINT64_C(1) << row->split) == 0) {
    state->run.splits |= UINT64_C(1) << row->split;
    run->split_count++;
  }
}

static void run_end(ftext_survey *survey, run_state *state, ftext_field key) {
  if (!state->open) {
    return;
  }
  state->run.key = ftext_text_in(&state->key);
  if (key == FTEXT_FIELD_PROMPT) {
    ftext_survey_prompt(survey, &state->run);
  } else {
    ftext_survey_group(survey, &state->run);
  }
}

static void run_state_init(run_state *state) {
  memset(state, 0, sizeof *state);
  ftext_buffer_init(&state->key, SIZE_MAX);
  ftext_buffer_init(&state->class, SIZE_MAX);
  ftext_buffer_init(&state->completion, SIZE_MAX);
}

static void run_state_free(run_state *state) {
  ftext_buffer_free(&state->key);
  ftext_buffer_free(&state->class);
  ftext_buffer_free(&state->completion);
  ftext_examples_free(&state->run.examples);
  ftext_examples_free(&state->run.first);
  ftext_examples_free(&state->run.duplicate_examples);
}

/* Reads all runs of the key, by which the rows are sorted. */
static int read_runs(ftext_pass *pass, ftext_field key) {
  ftext_survey *survey = pass->survey;
  run_state state;
  int rc;

  run_state_init(&state);
  while ((rc = ftext_pass_next(pass)) == SQLITE_ROW) {
    if (key == FTEXT_FIELD_GROUP && !pass->row.has_group) {
      continue;
    }
    if (!state.open ||
        !ftext_text_equal(pass->row.text[key], ftext_text_in(&state.key))) {
      run_end(survey, &state, key);
      run_begin(survey, &state, pass->row.text[key]);
    }
    run_row(survey, &state, &pass->row);
    if (key == FTEXT_FIELD_PROMPT) {
      ftext_survey_again(survey, &pass->row);
    }
  }
  if (rc == SQLITE_DONE) {
    run_end(survey, &state, key);
  }
  run_state_free(&state);
  return rc;
}

static int survey_runs(ftext_cursor *cursor, ftext_survey *survey,
                       ftext_field key, const char *order) {
  ftext_pass pass;
  int rc = ftext_pass_open(&pass, cursor, survey, false, order);

  if (rc == SQLITE_OK) {
    rc = read_runs(&pass, key);
  }
  return ftext_pass_close(&pass, rc);
}

static int survey_rows(ftext_cursor *cursor, ftext_survey *survey) {
  ftext_pass pass;
  int rc = ftext_pass_open(&pass, cursor, survey, false, "");

  if (rc == SQLITE_OK) {
    while ((rc = ftext_pass_next(&pass)) == SQLITE_ROW) {
      ftext_survey_row(survey, &pass.row);
    }
  }
  ftext_survey_rows_end(survey);
  return ftext_pass_close(&pass, rc);
}

/* What reads no rows is interrupted all the same: between its parts runs a
** statement, a thousand of SQLite's operations long, so that a progress
** handler is asked as well. */
static int survey_parts(ftext_cursor *cursor, ftext_survey *survey) {
  sqlite3_stmt *statement;
  int rc = ftext_prepare(cursor, &statement,
                         "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT "
                         "i + 1 FROM n LIMIT 100) SELECT count(*) FROM n");

  while (rc == SQLITE_OK && ftext_survey_part(survey)) {
    sqlite3_step(statement);
    rc = sqlite3_reset(statement);
  }
  sqlite3_finalize(statement);
  return rc == SQLITE_OK ? rc : ftext_sqlite_error(cursor, rc);
}

int ftext_survey_run(ftext_cursor *cursor, ftext_survey *survey) {
  int rc = survey_rows(cursor, survey);

  if (rc == SQLITE_OK) {
    rc = ftext_survey_classes(cursor, survey);
  }
  if (rc == SQLITE_OK && ftext_survey_wants_prompts(survey)) {
    rc = survey_runs(cursor, survey, FTEXT_FIELD_PROMPT, "ORDER BY 2, 4, 3");
  }
  if (rc == SQLITE_OK && ftext_survey_wants_groups(survey)) {
    rc = survey_runs(cursor, survey, FTEXT_FIELD_GROUP, "ORDER BY 6");
  }
  if (rc == SQLITE_OK) {
    rc = survey_parts(cursor, survey);
  }
  if (rc == SQLITE_OK) {
    ftext_survey_conclude(survey);
    rc = ftext_status_code(survey->status);
  }
  return rc;
}

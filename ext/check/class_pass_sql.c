/* The class pass: rows sorted by class and completion. */
#include "check/survey_sql.h"

#include "base/value.h"
#include "check/lengths.h"
#include "check/pass_sql.h"

#include <string.h>

/* The class that is being read. */
typedef struct class_state {
  bool open;
  ftext_class class;
  ftext_buffer label;
  ftext_buffer first_completion;
  ftext_buffer completion; /* of the row before */
  ftext_buffer group;      /* of the first row with one */
  int64_t split_rows[FTEXT_MOST_SPLITS];
  ftext_examples examples;
  ftext_examples split_examples[FTEXT_MOST_SPLITS];
  ftext_lengths lengths;
} class_state;

static void class_begin(ftext_survey *survey, class_state *state,
                        const ftext_check_row *row) {
  int split;

  ftext_examples_free(&state->class.first);
  state->open = true;
  state->class = (ftext_class){.split_rows = state->split_rows};
  state->class.one_group = true;
  ftext_survey_set(survey, &state->label, row->class);
  ftext_survey_set(survey, &state->first_completion,
                   row->text[FTEXT_FIELD_COMPLETION]);
  ftext_buffer_clear(&state->group);
  memset(state->split_rows, 0, sizeof state->split_rows);
  ftext_examples_clear(&state->examples);
  for (split = 0; split < survey->split_count; split++) {
    ftext_examples_clear(&state->split_examples[split]);
  }
  ftext_lengths_clear(&state->lengths);
}

/* A class without groups is in as many as it has rows. */
static void class_group(ftext_survey *survey, class_state *state,
                        const ftext_check_row *row) {
  ftext_text group = row->text[FTEXT_FIELD_GROUP];

  if (!row->has_group) {
    state->class.one_group = state->class.rows == 0;
  } else if (state->class.rows == 0) {
    ftext_survey_set(survey, &state->group, group);
  } else if (!ftext_text_equal(group, ftext_text_in(&state->group))) {
    state->class.one_group = false;
  }
}

static void class_row(ftext_survey *survey, class_state *state,
                      const ftext_pass *pass) {
  const ftext_check_row *row = &pass->row;
  ftext_text completion = row->text[FTEXT_FIELD_COMPLETION];

  class_group(survey, state, row);
  if (state->class.rows == 0 ||
      !ftext_text_equal(completion, ftext_text_in(&state->completion))) {
    state->class.completions++;
    ftext_survey_set(survey, &state->completion, completion);
  }
  state->class.rows++;
  if (state->class.rows == 1) {
    ftext_examples_add(&state->class.first, &row->id);
  }
  ftext_examples_add(&state->examples, &row->id);
  if (row->split != FTEXT_NO_SPLIT) {
    state->split_rows[row->split]++;
    ftext_examples_add(&state->split_examples[row->split], &row->id);
  }
  ftext_lengths_add(&state->lengths, pass->characters);
}

static void class_end(ftext_survey *survey, class_state *state) {
  ftext_class_run run = {&state->class, &state->examples,
                         state->split_examples};

  if (!state->open) {
    return;
  }
  state->class.label = ftext_text_in(&state->label);
  state->class.completion = ftext_text_in(&state->first_completion);
  state->class.median = ftext_lengths_median(&state->lengths);
  ftext_survey_class(survey, &run);
}

static void class_state_init(class_state *state) {
  memset(state, 0, sizeof *state);
  ftext_buffer_init(&state->label, SIZE_MAX);
  ftext_buffer_init(&state->first_completion, SIZE_MAX);
  ftext_buffer_init(&state->completion, SIZE_MAX);
  ftext_buffer_init(&state->group, SIZE_MAX);
}

static void class_state_free(class_state *state) {
  int split;

  ftext_buffer_free(&state->label);
  ftext_buffer_free(&state->first_completion);
  ftext_buffer_free(&state->completion);
  ftext_buffer_free(&state->group);
  ftext_examples_free(&state->class.first);
  ftext_examples_free(&state->examples);
  for (split = 0; split < FTEXT_MOST_SPLITS; split++) {
    ftext_examples_free(&state->split_examples[split]);
  }
}

static int read_classes(ftext_pass *pass, class_state *state) {
  ftext_survey *survey = pass->survey;
  int rc;

  while ((rc = ftext_pass_next(pass)) == SQLITE_ROW) {
    if (!pass->row.has_class) {
      continue;
    }
    if (!state->open ||
        !ftext_text_equal(pass->row.class, ftext_text_in(&state->label))) {
      class_end(survey, state);
      class_begin(survey, state, &pass->row);
    }
    class_row(survey, state, pass);
  }
  if (rc == SQLITE_DONE) {
    class_end(survey, state);
  }
  return rc;
}

int ftext_survey_classes(ftext_cursor *cursor, ftext_survey *survey) {
  bool labelled = survey->source->columns[FTEXT_FIELD_LABEL] != NULL;
  class_state *state = sqlite3_malloc64(sizeof *state);
  ftext_pass pass;
  int rc;

  if (state == NULL) {
    return SQLITE_NOMEM;
  }
  class_state_init(state);
  rc = ftext_pass_open(&pass, cursor, survey, true,
                       labelled ? "ORDER BY 4, 3" : "ORDER BY 3");
  if (rc == SQLITE_OK) {
    rc = read_classes(&pass, state);
  }
  rc = ftext_pass_close(&pass, rc);
  class_state_free(state);
  sqlite3_free(state);
  ftext_survey_classes_end(survey);
  return rc;
}

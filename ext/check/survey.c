#include "check/survey.h"

#include "check/fix.h"

#include <stdlib.h>
#include <string.h>

void ftext_survey_init(ftext_survey *survey, const ftext_check_options *options,
                       const ftext_check_source *source) {
  size_t i;

  memset(survey, 0, sizeof *survey);
  survey->options = options;
  survey->source = source;
  survey->training = FTEXT_NO_SPLIT;
  survey->task = options->task;
  ftext_shape_init(&survey->prompts);
  ftext_shape_init(&survey->answers);
  ftext_near_init(&survey->near);
  ftext_buffer_init(&survey->beginning.text, SIZE_MAX);
  for (i = 0; ftext_check_at(i) != NULL; i++) {
    survey->states[i].check = ftext_check_at(i);
    survey->states[i].threshold = options->thresholds[i];
    survey->states[i].on = options->on[i];
  }
}

static void finding_free(ftext_finding *finding) {
  ftext_buffer_free(&finding->class);
  ftext_buffer_free(&finding->split);
  ftext_buffer_free(&finding->message);
  ftext_buffer_free(&finding->examples);
  ftext_buffer_free(&finding->fix);
}

void ftext_survey_free(ftext_survey *survey) {
  size_t i;

  for (i = 0; i < FTEXT_MOST_CHECKS; i++) {
    ftext_examples_free(&survey->states[i].examples);
  }
  for (i = 0; i < FTEXT_MOST_SPLITS; i++) {
    ftext_buffer_free(&survey->splits[i].name);
  }
  for (i = 0; i < survey->class_count; i++) {
    ftext_examples_free(&survey->classes[i].first);
    ftext_release(survey->classes[i].split_rows);
    ftext_release(survey->classes[i].texts);
  }
  ftext_release(survey->classes);
  ftext_shape_free(&survey->prompts);
  ftext_shape_free(&survey->answers);
  ftext_near_free(&survey->near);
  ftext_buffer_free(&survey->beginning.text);
  ftext_examples_free(&survey->beginning.examples);
  ftext_release(survey->beginning.classes);
  for (i = 0; i < survey->finding_count; i++) {
    finding_free(&survey->findings[i]);
  }
  ftext_release(survey->findings);
  memset(survey, 0, sizeof *survey);
}

bool ftext_survey_runs(const ftext_survey *survey, size_t position) {
  char *const *columns = survey->source->columns;
  const ftext_check_state *state = &survey->states[position];
  unsigned needs;
  unsigned has = 0;

  if (!state->on) {
    return false;
  }
  needs = state->check->needs;
  has |= columns[FTEXT_FIELD_LABEL] != NULL
             ? FTEXT_NEED_LABEL | FTEXT_NEED_CLASSES
             : 0;
  has |= columns[FTEXT_FIELD_SPLIT] != NULL ? FTEXT_NEED_SPLIT : 0;
  has |= columns[FTEXT_FIELD_GROUP] != NULL ? FTEXT_NEED_GROUP : 0;
  /* While the task is not known, it may still be a classification. */
  if (survey->task == FTEXT_TASK_AUTO ||
      survey->task == FTEXT_TASK_CLASSIFICATION) {
    has |= FTEXT_NEED_CLASSES | FTEXT_NEED_CLASSIFICATION;
  }
  return (needs & has) == needs;
}

int ftext_survey_split(ftext_survey *survey, ftext_text name) {
  ftext_split_survey *split;
  int i;

  for (i = 0; i < survey->split_count; i++) {
    if (ftext_text_equal(ftext_split_name(survey, i), name)) {
      return i;
    }
  }
  if (survey->split_count == FTEXT_MOST_SPLITS) {
    ftext_survey_note(survey, FTEXT_INVALID);
    return FTEXT_NO_SPLIT;
  }
  split = &survey->splits[survey->split_count];
  ftext_buffer_init(&split->name, SIZE_MAX);
  ftext_buffer_append(&split->name, name.bytes, name.length);
  if (!ftext_survey_note(survey, split->name.status)) {
    ftext_buffer_free(&split->name);
    return FTEXT_NO_SPLIT;
  }
  return survey->split_count++;
}

ftext_text ftext_split_name(const ftext_survey *survey, int split) {
  return ftext_text_in(&survey->splits[split].name);
}

bool ftext_survey_note(ftext_survey *survey, ftext_status status) {
  if (survey->status == FTEXT_OK) {
    survey->status = status;
  }
  return survey->status == FTEXT_OK;
}

ftext_text ftext_text_in(const ftext_buffer *buffer) {
  return (ftext_text){buffer->bytes != NULL ? buffer->bytes
                                            : (const uint8_t *)"",
                      buffer->length};
}

void ftext_survey_set(ftext_survey *survey, ftext_buffer *buffer,
                      ftext_text text) {
  ftext_buffer_clear(buffer);
  ftext_buffer_append(buffer, text.bytes, text.length);
  ftext_survey_note(survey, buffer->status);
}

static void add_shapes(ftext_survey *survey, const ftext_check_row *row) {
  ftext_status status = ftext_shape_add(
      &survey->prompts, row->text[FTEXT_FIELD_PROMPT], ftext_prompt_separators);

  if (status == FTEXT_OK) {
    status =
        ftext_shape_add(&survey->answers, row->text[FTEXT_FIELD_COMPLETION],
                        ftext_stop_sequences);
  }
  ftext_survey_note(survey, status);
}

void ftext_survey_row(ftext_survey *survey, const ftext_check_row *row) {
  ftext_check_state *state;
  size_t i;

  survey->rows++;
  if (row->split != FTEXT_NO_SPLIT) {
    survey->splits[row->split].rows++;
  }
  if (row->text[FTEXT_FIELD_COMPLETION].length > 0) {
    survey->answered_rows++;
    survey->has_prompts |= row->text[FTEXT_FIELD_PROMPT].length > 0;
    add_shapes(survey, row);
  }
  for (i = 0; ftext_check_at(i) != NULL; i++) {
    state = &survey->states[i];
    if (state->check->row != NULL && ftext_survey_runs(survey, i) &&
        state->check->row(survey, state, row)) {
      state->count++;
      ftext_examples_add(&state->examples, &row->id);
    }
  }
}

/* The split that is called train, else the one with the most rows. */
void ftext_survey_rows_end(ftext_survey *survey) {
  int best = FTEXT_NO_SPLIT;
  int i;

  for (i = 0; i < survey->split_count; i++) {
    if (ftext_text_is(ftext_split_name(survey, i), "train")) {
      survey->training = i;
      return;
    }
    if (best == FTEXT_NO_SPLIT ||
        survey->splits[i].rows > survey->splits[best].rows) {
      best = i;
    }
  }
  survey->training = best;
}

/* Keeps a class for the checks that compare classes: one block holds the
** label and the completion. */
static void keep_class(ftext_survey *survey, const ftext_class *class) {
  size_t size = class->label.length + class->completion.length;
  void *classes = survey->classes;
  ftext_class *kept;
  uint8_t *text;
  size_t splits = (size_t)survey->split_count;

  if (survey->class_count >= FTEXT_MOST_CLASSES ||
      survey->class_bytes + size > FTEXT_MOST_CLASS_BYTES) {
    return;
  }
  if (ftext_grow(&classes, &survey->class_capacity, survey->class_count + 1,
                 sizeof *kept) != FTEXT_OK) {
    ftext_survey_note(survey, FTEXT_NO_MEMORY);
    return;
  }
  survey->classes = classes;
  kept = &survey->classes[survey->class_count];
  text = ftext_resize(NULL, size + 1);
  *kept = *class;
  kept->first = (ftext_examples){0};
  kept->split_rows = ftext_resize(NULL, (splits + 1) * sizeof(int64_t));
  if (text == NULL || kept->split_rows == NULL) {
    ftext_release(text);
    ftext_release(kept->split_rows);
    ftext_survey_note(survey, FTEXT_NO_MEMORY);
    return;
  }
  memcpy(text, class->label.bytes, class->label.length);
  memcpy(text + class->label.length, class->completion.bytes,
         class->completion.length);
  kept->texts = text;
  kept->label.bytes = text;
  kept->completion.bytes = text + class->label.length;
  memcpy(kept->split_rows, class->split_rows, splits * sizeof(int64_t));
  ftext_examples_append(&kept->first, &class->first);
  ftext_survey_note(survey, kept->first.json.status);
  survey->class_bytes += size;
  survey->class_count++;
}

void ftext_survey_class(ftext_survey *survey, const ftext_class_run *run) {
  ftext_check_state *state;
  size_t i;

  survey->classes_seen++;
  survey->completions += run->class->completions;
  survey->classified_rows += run->class->rows;
  keep_class(survey, run->class);
  for (i = 0; ftext_check_at(i) != NULL; i++) {
    state = &survey->states[i];
    if (state->check->class != NULL && ftext_survey_runs(survey, i)) {
      state->check->class(survey, state, run);
    }
  }
}

/* Few distinct completions name classes: fewer than one for three rows
** (fine_tunes.prepare_data), or two for each label, where the second one is
** a slip. */
static ftext_task infer_task(const ftext_survey *survey) {
  bool labelled = survey->source->columns[FTEXT_FIELD_LABEL] != NULL;

  if (!survey->has_prompts) {
    return FTEXT_TASK_OPEN_ENDED;
  }
  if (survey->completions * 3 < survey->answered_rows ||
      (labelled && survey->completions <= 2 * survey->classes_seen)) {
    return FTEXT_TASK_CLASSIFICATION;
  }
  return FTEXT_TASK_CONDITIONAL;
}

/* What was found about classes when there turned out to be none. */
static void withdraw(ftext_survey *survey) {
  ftext_finding *finding;
  size_t kept = 0;
  size_t i;

  for (i = 0; i < survey->finding_count; i++) {
    finding = &survey->findings[i];
    if (ftext_survey_runs(survey, finding->position)) {
      survey->findings[kept++] = *finding;
    } else {
      finding_free(finding);
    }
  }
  survey->finding_count = kept;
}

static int by_label(const void *a, const void *b) {
  const ftext_class *left = a;
  const ftext_class *right = b;

  return ftext_text_compare(left->label, right->label);
}

void ftext_survey_classes_end(ftext_survey *survey) {
  /* A database of UTF-16 sorts by other bytes. */
  if (survey->class_count > 0) {
    qsort(survey->classes, survey->class_count, sizeof survey->classes[0],
          by_label);
  }
  if (survey->task == FTEXT_TASK_AUTO) {
    survey->task = infer_task(survey);
    withdraw(survey);
  }
}

void ftext_survey_prompt(ftext_survey *survey, const ftext_row_run *run) {
  ftext_check_state *state;
  size_t i;

  for (i = 0; ftext_check_at(i) != NULL; i++) {
    state = &survey->states[i];
    if (state->check->prompt != NULL && ftext_survey_runs(survey, i)) {
      state->check->prompt(survey, state, run);
    }
  }
}

void ftext_survey_again(ftext_survey *survey, const ftext_check_row *row) {
  ftext_check_state *state;
  size_t i;

  for (i = 0; ftext_check_at(i) != NULL; i++) {
    state = &survey->states[i];
    if (state->check->again != NULL && ftext_survey_runs(survey, i) &&
        state->check->again(survey, state, row)) {
      state->count++;
      ftext_examples_add(&state->examples, &row->id);
    }
  }
}

void ftext_survey_group(ftext_survey *survey, const ftext_row_run *run) {
  ftext_check_state *state;
  size_t i;

  for (i = 0; ftext_check_at(i) != NULL; i++) {
    state = &survey->states[i];
    if (state->check->group != NULL && ftext_survey_runs(survey, i)) {
      state->check->group(survey, state, run);
    }
  }
}

bool ftext_survey_wants_prompts(const ftext_survey *survey) {
  size_t i;

  for (i = 0; ftext_check_at(i) != NULL; i++) {
    if ((ftext_check_at(i)->prompt != NULL ||
         ftext_check_at(i)->again != NULL) &&
        ftext_survey_runs(survey, i)) {
      return true;
    }
  }
  return false;
}

bool ftext_survey_wants_groups(const ftext_survey *survey) {
  size_t i;

  for (i = 0; ftext_check_at(i) != NULL; i++) {
    if (ftext_check_at(i)->group != NULL && ftext_survey_runs(survey, i)) {
      return true;
    }
  }
  return false;
}

static void conclude_tally(ftext_survey *survey, ftext_check_state *state) {
  double value = (double)state->count;

  if (state->check->unit == FTEXT_UNIT_SHARE) {
    value /= (double)(survey->rows > 0 ? survey->rows : 1);
  }
  if (state->count > 0 &&
      (value > state->threshold || (state->check->unit != FTEXT_UNIT_ROWS &&
                                    state->check->unit != FTEXT_UNIT_SHARE))) {
    ftext_report_tally(survey, state, value);
  }
}

/* Says so when a check found more than is listed. */
static void report_rest(ftext_survey *survey, ftext_check_state *state) {
  int64_t rest = state->findings - FTEXT_MOST_FINDINGS;
  ftext_finding *finding;

  if (rest <= 0) {
    return;
  }
  state->findings = 0;
  finding = ftext_report(survey, state);
  if (finding != NULL) {
    ftext_say(finding, "and %lld more findings of this check", (long long)rest);
  }
}

static void note_finding(ftext_survey *survey, const ftext_finding *finding) {
  ftext_survey_note(survey, finding->class.status);
  ftext_survey_note(survey, finding->split.status);
  ftext_survey_note(survey, finding->message.status);
  ftext_survey_note(survey, finding->examples.status);
  ftext_survey_note(survey, finding->fix.status);
}

bool ftext_survey_part(ftext_survey *survey) {
  ftext_check_state *state;
  size_t i;

  for (i = 0; ftext_check_at(i) != NULL; i++) {
    state = &survey->states[i];
    if (state->check->part != NULL && ftext_survey_runs(survey, i) &&
        state->check->part(survey, state)) {
      return survey->status == FTEXT_OK;
    }
  }
  return false;
}

void ftext_survey_conclude(ftext_survey *survey) {
  ftext_check_state *state;
  size_t i;

  for (i = 0; ftext_check_at(i) != NULL; i++) {
    state = &survey->states[i];
    if (!ftext_survey_runs(survey, i)) {
      continue;
    }
    if (state->check->conclude != NULL) {
      state->check->conclude(survey, state);
    } else if (state->check->complaint != NULL) {
      conclude_tally(survey, state);
    }
    report_rest(survey, state);
    ftext_survey_note(survey, state->examples.json.status);
  }
  for (i = 0; i < survey->finding_count; i++) {
    note_finding(survey, &survey->findings[i]);
  }
}

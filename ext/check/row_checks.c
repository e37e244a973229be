/* Checks that look at one row at a time. */
#include "check/lists.h"

#include "check/survey.h"
#include "token/token.h"

/* Nothing but ASCII white space: what trim() takes off in the fixes. */
static bool is_blank(ftext_text text) {
  size_t i;

  for (i = 0; i < text.length; i++) {
    if (text.bytes[i] != ' ' && (text.bytes[i] < 9 || text.bytes[i] > 13)) {
      return false;
    }
  }
  return true;
}

#define BLANK(column)                                                          \
  "trim(coalesce({" column "}, ''), char(9,10,11,12,13,32)) = ''"

static bool empty_prompt_row(ftext_survey *survey, ftext_check_state *state,
                             const ftext_check_row *row) {
  (void)survey;
  (void)state;
  return is_blank(row->text[FTEXT_FIELD_PROMPT]);
}

/* When every prompt is empty, the task is open-ended generation. */
static void empty_prompt_conclude(ftext_survey *survey,
                                  ftext_check_state *state) {
  if (survey->task != FTEXT_TASK_OPEN_ENDED &&
      (double)state->count > state->threshold) {
    ftext_report_tally(survey, state, (double)state->count);
  }
}

static bool empty_completion_row(ftext_survey *survey, ftext_check_state *state,
                                 const ftext_check_row *row) {
  (void)survey;
  (void)state;
  return is_blank(row->text[FTEXT_FIELD_COMPLETION]);
}

static bool empty_label_row(ftext_survey *survey, ftext_check_state *state,
                            const ftext_check_row *row) {
  (void)survey;
  (void)state;
  return is_blank(row->text[FTEXT_FIELD_LABEL]);
}

static bool key_null_row(ftext_survey *survey, ftext_check_state *state,
                         const ftext_check_row *row) {
  (void)survey;
  (void)state;
  return row->split == FTEXT_NO_SPLIT;
}

static bool too_long_row(ftext_survey *survey, ftext_check_state *state,
                         const ftext_check_row *row) {
  const ftext_text *prompt = &row->text[FTEXT_FIELD_PROMPT];
  const ftext_text *completion = &row->text[FTEXT_FIELD_COMPLETION];
  uint64_t limit = (uint64_t)state->threshold;
  uint64_t in_prompt = 0;
  uint64_t in_completion = 0;
  ftext_status status;

  /* A token has a byte at least; most rows need no counting. */
  if (prompt->length + completion->length <= limit) {
    return false;
  }
  status =
      ftext_token_count(survey->options->encoding, *prompt, limit, &in_prompt);
  if (status == FTEXT_OK && in_prompt <= limit) {
    status = ftext_token_count(survey->options->encoding, *completion,
                               limit - in_prompt, &in_completion);
  }
  ftext_survey_note(survey, status);
  return in_prompt + in_completion > limit;
}

static const ftext_check checks[] = {
    {
        .name = "empty_prompt",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_ROW,
        .summary = "A prompt is NULL or only white space. Not reported "
                   "where all prompts are: that is open-ended generation.",
        .source = "spaCy debug data, Rasa data validate",
        .complaint = "the prompt is empty",
        .fix = "DELETE FROM {source} WHERE " BLANK("prompt"),
        .row = empty_prompt_row,
        .conclude = empty_prompt_conclude,
    },
    {
        .name = "empty_completion",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_ROW,
        .summary = "A completion is NULL or only white space.",
        .source = "fine_tunes.prepare_data (empty_completion)",
        .complaint = "the completion is empty",
        .fix = "DELETE FROM {source} WHERE " BLANK("completion"),
        .row = empty_completion_row,
    },
    {
        .name = "empty_label",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_ROW,
        .needs = FTEXT_NEED_LABEL,
        .summary = "A label is NULL or only white space.",
        .source = "spaCy debug data",
        .complaint = "the label is empty",
        .fix = "DELETE FROM {source} WHERE " BLANK("label"),
        .row = empty_label_row,
    },
    {
        .name = "key_null",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_ROW,
        .needs = FTEXT_NEED_SPLIT,
        .summary = "A row is in no split: its split is NULL or empty, which "
                   "is what ftext_split() gives for a NULL key.",
        .source = "ftext_split",
        .complaint = "the row is in no split",
        .advice = "no file will have it",
        .fix = "DELETE FROM {source} WHERE coalesce({split}, '') = ''",
        .row = key_null_row,
    },
    {
        .name = "too_long",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_TOKENS,
        .scope = FTEXT_SCOPE_ROW,
        .threshold = 65536,
        .summary = "Prompt and completion together have more tokens than a "
                   "training example may have. The default follows the "
                   "encoding: 2048 for gpt2, r50k_base and p50k, 16385 for "
                   "cl100k_base, 65536 for o200k.",
        .source = "OpenAI fine-tuning guide: 2048 (2022), 16385 and 65536 "
                  "(2024)",
        .complaint = "more tokens than an example may have",
        .advice = "a trainer cuts the end off, or refuses the file",
        .fix = "DELETE FROM {source} WHERE "
               "coalesce(ftext_token_count({prompt}, {encoding}), 0) + "
               "coalesce(ftext_token_count({completion}, {encoding}), 0) > "
               "{threshold}",
        .row = too_long_row,
    },
};

const ftext_check_list ftext_row_checks = {checks,
                                           sizeof checks / sizeof checks[0]};

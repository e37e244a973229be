/* Checks of rows that have a prompt, or a group, in common. */
#include "check/fix.h"
#include "check/lists.h"
#include "check/survey.h"

static bool has_column(const ftext_survey *survey, ftext_field field) {
  return survey->source->columns[field] != NULL;
}

static void add_duplicates(ftext_survey *survey, ftext_check_state *state,
                           const ftext_row_run *run) {
  (void)survey;
  state->count += run->duplicates;
  ftext_examples_append(&state->examples, &run->duplicate_examples);
}

#define FIRST_OF(more)                                                         \
  "DELETE FROM {source} WHERE {row} NOT IN (SELECT min({row}) FROM {source} "  \
  "GROUP BY coalesce({prompt}, ''), coalesce({completion}, '')" more ")"

static void report_duplicates(ftext_survey *survey, ftext_check_state *state,
                              double value) {
  ftext_finding *finding;

  if (value <= state->threshold) {
    return;
  }
  finding = ftext_report_tally(survey, state, value);
  if (finding != NULL) {
    ftext_fix(survey, finding,
              has_column(survey, FTEXT_FIELD_LABEL)
                  ? FIRST_OF(", coalesce({label}, '')")
                  : FIRST_OF(""));
  }
}

static void duplicate_conclude(ftext_survey *survey, ftext_check_state *state) {
  report_duplicates(survey, state, (double)state->count);
}

static void duplicate_share_conclude(ftext_survey *survey,
                                     ftext_check_state *state) {
  double rows = survey->rows > 0 ? (double)survey->rows : 1;

  report_duplicates(survey, state, (double)state->count / rows);
}

/* Adds the whole run to the tally, as one case. */
static void add_run(ftext_check_state *state, const ftext_row_run *run) {
  state->cases++;
  state->count += run->rows;
  ftext_examples_append(&state->examples, &run->examples);
}

static void add_conflict(ftext_survey *survey, ftext_check_state *state,
                         const ftext_row_run *run) {
  (void)survey;
  if (run->key.length > 0 && run->classes > 1) {
    add_run(state, run);
  }
}

/* The same prompt with one class, but several completions. */
static void add_ambiguity(ftext_survey *survey, ftext_check_state *state,
                          const ftext_row_run *run) {
  bool labelled = has_column(survey, FTEXT_FIELD_LABEL);

  if (run->key.length > 0 && run->completions > 1 &&
      survey->task == FTEXT_TASK_CONDITIONAL &&
      (!labelled || run->classes == 1)) {
    add_run(state, run);
  }
}

static void add_leak(ftext_survey *survey, ftext_check_state *state,
                     const ftext_row_run *run) {
  (void)survey;
  if (run->key.length > 0 && run->split_count > 1) {
    add_run(state, run);
  }
}

static void report_cases(ftext_survey *survey, ftext_check_state *state) {
  if ((double)state->cases > state->threshold) {
    ftext_report_tally(survey, state, (double)state->cases);
  }
}

#define JOIN_SPLITS(key)                                                       \
  "UPDATE {source} SET {=split} = {train} WHERE {split} <> '' AND {" key       \
  "} IN (SELECT {" key "} FROM {source} WHERE {split} <> '' GROUP BY 1 "       \
  "HAVING count(DISTINCT {split}) > 1)"

static const ftext_check checks[] = {
    {
        .name = "duplicate",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_PROMPT,
        .summary = "A row has the prompt, completion and label of another "
                   "one. Every copy but one counts.",
        .source = "fine_tunes.prepare_data (duplicated_rows)",
        .complaint = "copies of another row",
        .prompt = add_duplicates,
        .conclude = duplicate_conclude,
    },
    {
        .name = "duplicate_share",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_SHARE,
        .scope = FTEXT_SCOPE_PROMPT,
        .threshold = 0.05,
        .summary = "Copies of other rows are more than this share of all "
                   "rows.",
        .source = "deepchecks TextDuplicates: 5 %",
        .complaint = "too many copies of other rows",
        .prompt = add_duplicates,
        .conclude = duplicate_share_conclude,
    },
    {
        .name = "label_conflict",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_PROMPT,
        .needs = FTEXT_NEED_CLASSES,
        .summary = "The same prompt has two classes. count is the rows, "
                   "value the prompts concerned.",
        .source = "deepchecks ConflictingLabels, Rasa data validate",
        .complaint = "the same prompt with another class",
        .advice = "one of them is wrong",
        .fix = "DELETE FROM {source} WHERE {prompt} IN (SELECT {prompt} FROM "
               "{source} WHERE {class} <> '' GROUP BY 1 HAVING "
               "count(DISTINCT {class}) > 1)",
        .prompt = add_conflict,
        .conclude = report_cases,
    },
    {
        .name = "duplicate_prompt",
        .severity = FTEXT_SEVERITY_INFO,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_PROMPT,
        .summary = "In generation: the same prompt has several completions. "
                   "count is the rows, value the prompts concerned.",
        .source = "deepchecks TextDuplicates",
        .complaint = "the same prompt with another completion",
        .prompt = add_ambiguity,
        .conclude = report_cases,
    },
    {
        .name = "leak",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_PROMPT,
        .needs = FTEXT_NEED_SPLIT,
        .summary = "The same prompt is in two splits. count is the rows, "
                   "value the prompts concerned.",
        .source = "OpenAI fine-tuning guide: train and valid must be mutually "
                  "exclusive; spaCy debug data",
        .complaint = "the prompt is also in another split",
        .advice = "what is measured there is memory",
        .fix = JOIN_SPLITS("prompt"),
        .prompt = add_leak,
        .conclude = report_cases,
    },
    {
        .name = "group_leak",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_GROUP,
        .needs = FTEXT_NEED_SPLIT | FTEXT_NEED_GROUP,
        .summary = "The same group is in two splits. count is the rows, "
                   "value the groups concerned.",
        .source = "scikit-learn, cross-validation iterators for grouped data",
        .complaint = "the group is also in another split",
        .advice = "what is measured there is memory",
        .fix = JOIN_SPLITS("group"),
        .group = add_leak,
        .conclude = report_cases,
    },
};

const ftext_check_list ftext_repeat_checks = {checks,
                                              sizeof checks / sizeof checks[0]};

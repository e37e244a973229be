/* Checks of the dataset as a whole: how many rows, which columns. */
#include "check/fix.h"
#include "check/lists.h"
#include "check/survey.h"

static void row_count(ftext_survey *survey, ftext_check_state *state) {
  char least[FTEXT_DECIMAL_SIZE];
  ftext_finding *finding;

  if ((double)survey->rows >= state->threshold) {
    return;
  }
  finding = ftext_report(survey, state);
  if (finding == NULL) {
    return;
  }
  finding->count = survey->rows;
  ftext_finding_value(finding, (double)survey->rows);
  ftext_say(finding, "%lld rows; %s or more are %s", (long long)survey->rows,
            ftext_decimal(least, state->threshold),
            state->check->severity == FTEXT_SEVERITY_ERROR ? "asked for"
                                                           : "advised");
}

static void row_limit(ftext_survey *survey, ftext_check_state *state) {
  char most[FTEXT_DECIMAL_SIZE];
  ftext_finding *finding;

  if (state->threshold == 0 || (double)survey->rows <= state->threshold) {
    return;
  }
  finding = ftext_report(survey, state);
  if (finding != NULL) {
    finding->count = survey->rows;
    ftext_finding_value(finding, (double)survey->rows);
    ftext_say(finding, "%lld rows; the trainer takes %s at most",
              (long long)survey->rows, ftext_decimal(most, state->threshold));
  }
}

static void extra_column(ftext_survey *survey, ftext_check_state *state) {
  ftext_finding *finding;

  if (survey->source->other_count == 0) {
    return;
  }
  finding = ftext_report(survey, state);
  if (finding == NULL) {
    return;
  }
  finding->count = survey->rows;
  ftext_finding_value(finding, survey->source->other_count);
  ftext_say(finding, "other columns, not looked at: %s",
            survey->source->others);
}

/* One line at the end: what was looked at, and how it went. */
static void summary(ftext_survey *survey, ftext_check_state *state) {
  size_t numbers[3] = {0, 0, 0};
  size_t made = 0;
  ftext_finding *finding;
  size_t i;

  for (i = 0; i < survey->finding_count; i++) {
    numbers[survey->findings[i].check->severity]++;
  }
  for (i = 0; ftext_check_at(i) != NULL; i++) {
    made += ftext_survey_runs(survey, i) && &survey->states[i] != state;
  }
  finding = ftext_report(survey, state);
  if (finding == NULL) {
    return;
  }
  finding->count = survey->rows;
  ftext_say(finding, "%lld rows, %s", (long long)survey->rows,
            ftext_task_name(survey->task));
  if (survey->task == FTEXT_TASK_CLASSIFICATION ||
      survey->source->columns[FTEXT_FIELD_LABEL] != NULL) {
    ftext_say(finding, ", %lld classes", (long long)survey->classes_seen);
  }
  if (survey->split_count > 0) {
    ftext_say(finding, ", %d splits", survey->split_count);
  }
  ftext_say(finding, "; %zu checks made: %zu errors, %zu warnings, %zu notes",
            made, numbers[FTEXT_SEVERITY_ERROR],
            numbers[FTEXT_SEVERITY_WARNING], numbers[FTEXT_SEVERITY_INFO]);
  if ((double)survey->rows > survey->options->near_rows) {
    ftext_say(finding, "; near_leak not made: more rows than near_rows");
  }
}

static const ftext_check checks[] = {
    {
        .name = "row_count",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_ROWS,
        .threshold = 10,
        .summary = "There are fewer rows than a trainer takes. Option target.",
        .source = "OpenAI: training files must have at least 10 examples",
        .conclude = row_count,
    },
    {
        .name = "row_limit",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_ROWS,
        .summary = "There are more rows than the target's trainer takes; 0: "
                   "no limit. Option target.",
        .source = "ftext_targets",
        .conclude = row_limit,
    },
    {
        .name = "few_rows",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_ROWS,
        .threshold = 100,
        .summary = "There are fewer rows than are worth training with; a "
                   "few hundred are better, and each doubling helps.",
        .source = "fine_tunes.prepare_data (num_examples)",
        .conclude = row_count,
    },
    {
        .name = "extra_column",
        .severity = FTEXT_SEVERITY_INFO,
        .unit = FTEXT_UNIT_NONE,
        .summary = "The source has columns that are not looked at. A training "
                   "file has none but prompt and completion.",
        .source = "fine_tunes.prepare_data (additional_column)",
        .conclude = extra_column,
    },
};

const ftext_check_list ftext_size_checks = {checks,
                                            sizeof checks / sizeof checks[0]};

static const ftext_check summary_checks[] = {
    {
        .name = "summary",
        .severity = FTEXT_SEVERITY_INFO,
        .unit = FTEXT_UNIT_NONE,
        .summary =
            "The last row, always: rows, task (classification where there "
            "are fewer distinct completions than a third of the rows, or at "
            "most two for each label), classes, splits, and how many checks "
            "found "
            "what.",
        .source = "fine_tunes.prepare_data (format inferrer), spaCy debug "
                  "data",
        .conclude = summary,
    },
};

const ftext_check_list ftext_summary_checks = {
    summary_checks, sizeof summary_checks / sizeof summary_checks[0]};

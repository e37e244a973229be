/* Checks of how many rows the classes have, and where. */
#include "check/fix.h"
#include "check/lists.h"
#include "check/survey.h"

/* The split, other than `split`, that has most rows of the class. */
static int donor_of(const ftext_survey *survey, const ftext_class *class,
                    int split) {
  int best = FTEXT_NO_SPLIT;
  int i;

  for (i = 0; i < survey->split_count; i++) {
    if (i != split && (best == FTEXT_NO_SPLIT ||
                       class->split_rows[i] > class->split_rows[best])) {
      best = i;
    }
  }
  return best;
}

/* Moves one key of the class, where a second one stays behind. */
static const char move_key[] =
    "UPDATE {source} SET {=split} = {split name} WHERE {key} = "
    "(SELECT {key} FROM {source} WHERE {class} = {this} AND {split} IS NOT "
    "NULL AND (SELECT count(DISTINCT {key}) FROM {source} WHERE {class} = "
    "{this} AND {split} IS NOT NULL) > 1 GROUP BY 1 "
    "ORDER BY ftext_unit({key}) LIMIT 1)";

static void class_absent(ftext_survey *survey, ftext_check_state *state,
                         const ftext_class_run *run) {
  const ftext_class *class = run->class;
  char name[FTEXT_QUOTE_SIZE];
  char split_name[FTEXT_QUOTE_SIZE];
  ftext_finding *finding;
  int64_t most;
  int split;

  for (split = 0; split < survey->split_count; split++) {
    if (survey->split_count < 2 || class->split_rows[split] > 0) {
      continue;
    }
    finding = ftext_report(survey, state);
    if (finding == NULL) {
      return;
    }
    most = class->split_rows[donor_of(survey, class, split)];
    ftext_finding_class(finding, class->label);
    ftext_finding_split(survey, finding, split);
    finding->count = class->rows;
    ftext_finding_value(finding, 0);
    ftext_finding_examples(finding, run->examples);
    ftext_say(finding,
              "class %s has no row in split %s; the trainer compares the "
              "classes of the files",
              ftext_quote(name, class->label),
              ftext_quote(split_name, ftext_split_name(survey, split)));
    ftext_fix(survey, finding,
              most > 1 ? move_key
                       : "DELETE FROM {source} WHERE {class} = {this}");
  }
}

static void report_small(ftext_survey *survey, ftext_check_state *state,
                         const ftext_class *class, int split, int64_t rows,
                         const ftext_examples *examples) {
  char name[FTEXT_QUOTE_SIZE];
  char split_name[FTEXT_QUOTE_SIZE];
  char least[FTEXT_DECIMAL_SIZE];
  ftext_finding *finding;

  if (rows == 0 || (double)rows >= state->threshold) {
    return; /* none at all is class_absent's */
  }
  finding = ftext_report(survey, state);
  if (finding == NULL) {
    return;
  }
  ftext_finding_class(finding, class->label);
  ftext_finding_split(survey, finding, split);
  finding->count = rows;
  ftext_finding_value(finding, (double)rows);
  ftext_finding_examples(finding, examples);
  ftext_say(finding, "class %s has %lld row%s", ftext_quote(name, class->label),
            (long long)rows, rows == 1 ? "" : "s");
  if (split != FTEXT_NO_SPLIT) {
    ftext_say(finding, " in split %s",
              ftext_quote(split_name, ftext_split_name(survey, split)));
  }
  ftext_say(finding, "; %s or more are advised",
            ftext_decimal(least, state->threshold));
}

static void class_small(ftext_survey *survey, ftext_check_state *state,
                        const ftext_class_run *run) {
  int split = survey->training;

  if (split == FTEXT_NO_SPLIT) {
    report_small(survey, state, run->class, split, run->class->rows,
                 run->examples);
  } else {
    report_small(survey, state, run->class, split,
                 run->class->split_rows[split], &run->split_examples[split]);
  }
}

static void valid_small(ftext_survey *survey, ftext_check_state *state,
                        const ftext_class_run *run) {
  int split;

  for (split = 0; split < survey->split_count; split++) {
    if (split != survey->training) {
      report_small(survey, state, run->class, split,
                   run->class->split_rows[split], &run->split_examples[split]);
    }
  }
}

static void class_count(ftext_survey *survey, ftext_check_state *state) {
  char least[FTEXT_DECIMAL_SIZE];
  ftext_finding *finding;

  if ((double)survey->classes_seen >= state->threshold) {
    return;
  }
  finding = ftext_report(survey, state);
  if (finding == NULL) {
    return;
  }
  finding->count = survey->rows;
  ftext_finding_value(finding, (double)survey->classes_seen);
  ftext_say(finding, "%lld classes; a classifier needs %s or more",
            (long long)survey->classes_seen,
            ftext_decimal(least, state->threshold));
}

static void class_capacity(ftext_survey *survey, ftext_check_state *state) {
  char most[FTEXT_DECIMAL_SIZE];
  ftext_finding *finding;

  if ((double)survey->classes_seen <= state->threshold) {
    return;
  }
  finding = ftext_report(survey, state);
  if (finding == NULL) {
    return;
  }
  finding->count = survey->rows;
  ftext_finding_value(finding, (double)survey->classes_seen);
  ftext_say(finding,
            "%lld classes; ftext_class_map() tells %s apart by numbers: use "
            "its strategy 'word'",
            (long long)survey->classes_seen,
            ftext_decimal(most, state->threshold));
  if (survey->class_count < (size_t)survey->classes_seen) {
    ftext_say(finding, "; only the first %zu were compared with one another",
              survey->class_count);
  }
}

static const ftext_check checks[] = {
    {
        .name = "class_absent",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_NONE,
        .needs = FTEXT_NEED_CLASSES | FTEXT_NEED_SPLIT,
        .summary = "A class has no row in one of the splits. One finding for "
                   "each class and split.",
        .source = "OpenAI: The number of classes in the file does not match "
                  "the number of classes specified in the hyperparameters",
        .class = class_absent,
    },
    {
        .name = "class_count",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_CLASSES,
        .threshold = 2,
        .needs = FTEXT_NEED_CLASSES,
        .summary = "There are fewer classes than the threshold.",
        .source = "spaCy debug data",
        .conclude = class_count,
    },
    {
        .name = "class_capacity",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_CLASSES,
        .threshold = 999,
        .needs = FTEXT_NEED_CLASSES,
        .summary = "There are more classes than numbers of one token: 999, "
                   "or 680 in gpt2, r50k_base and p50k, which the default "
                   "follows.",
        .source = "ftext_class_map",
        .conclude = class_capacity,
    },
    {
        .name = "class_small",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_ROWS,
        .threshold = 100,
        .needs = FTEXT_NEED_CLASSES,
        .summary = "A class has fewer rows than the threshold in the "
                   "training split, or at all where there is no split "
                   "column. The training split is the one called train, "
                   "else the largest. Option min_per_class.",
        .source = "OpenAI classification guide (2022): about 100 for each "
                  "class",
        .class = class_small,
    },
    {
        .name = "valid_small",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_ROWS,
        .threshold = 20,
        .needs = FTEXT_NEED_CLASSES | FTEXT_NEED_SPLIT,
        .summary = "A class has fewer rows than the threshold in a split "
                   "other than the training split; its share measured there "
                   "says little.",
        .source = "a rate measured on 20 rows is off by up to 0.2",
        .class = valid_small,
    },
};

const ftext_check_list ftext_class_checks = {checks,
                                             sizeof checks / sizeof checks[0]};

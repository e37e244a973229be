/* Checks of how evenly classes are spread: over rows, splits, groups and
** lengths. */
#include "check/lists.h"
#include "check/survey.h"

#include <string.h>

/* A median of fewer rows says too little. */
enum { LEAST_ROWS_FOR_MEDIAN = 10 };

static double square_root(double number) {
  double root = number > 1 ? number : 1;
  int i;

  for (i = 0; i < 200 && number > 0; i++) {
    double next = (root + number / root) / 2;

    if (next >= root) {
      break;
    }
    root = next;
  }
  return number > 0 ? root : 0;
}

static ftext_finding *report_class(ftext_survey *survey,
                                   ftext_check_state *state,
                                   const ftext_class *class, double value) {
  ftext_finding *finding = ftext_report(survey, state);

  if (finding != NULL) {
    ftext_finding_class(finding, class->label);
    ftext_finding_value(finding, value);
    ftext_finding_examples(finding, &class->first);
    finding->count = class->rows;
  }
  return finding;
}

static const ftext_class *class_with(const ftext_survey *survey, bool most) {
  const ftext_class *best = NULL;
  size_t i;

  for (i = 0; i < survey->class_count; i++) {
    const ftext_class *class = &survey->classes[i];

    if (best == NULL ||
        (most ? class->rows > best->rows : class->rows < best->rows)) {
      best = class;
    }
  }
  return best;
}

static void imbalance(ftext_survey *survey, ftext_check_state *state) {
  const ftext_class *least = class_with(survey, false);
  const ftext_class *most = class_with(survey, true);
  char a[FTEXT_QUOTE_SIZE];
  char b[FTEXT_QUOTE_SIZE];
  ftext_finding *finding;
  double ratio;

  if (least == NULL) {
    return;
  }
  ratio = (double)most->rows / (double)least->rows;
  if (ratio <= state->threshold) {
    return;
  }
  finding = report_class(survey, state, least, ratio);
  if (finding != NULL) {
    ftext_say(finding,
              "class %s has %lld rows, class %s %lld; a model learns to "
              "answer with the frequent ones",
              ftext_quote(a, least->label), (long long)least->rows,
              ftext_quote(b, most->label), (long long)most->rows);
  }
}

static void rare_class(ftext_survey *survey, ftext_check_state *state) {
  const ftext_class *least = class_with(survey, false);
  char name[FTEXT_QUOTE_SIZE];
  char share[FTEXT_DECIMAL_SIZE];
  ftext_finding *finding;
  double value;

  if (least == NULL) {
    return;
  }
  value = (double)least->rows * (double)survey->classes_seen /
          (double)survey->classified_rows;
  if (value >= state->threshold) {
    return;
  }
  finding = report_class(survey, state, least, value);
  if (finding != NULL) {
    ftext_say(finding,
              "class %s has %lld rows, %s of an even share of %lld classes",
              ftext_quote(name, least->label), (long long)least->rows,
              ftext_decimal(share, value), (long long)survey->classes_seen);
  }
}

static void class_group(ftext_survey *survey, ftext_check_state *state,
                        const ftext_class_run *run) {
  char name[FTEXT_QUOTE_SIZE];
  ftext_finding *finding;

  if (!run->class->one_group) {
    return;
  }
  finding = ftext_report(survey, state);
  if (finding != NULL) {
    ftext_finding_class(finding, run->class->label);
    ftext_finding_examples(finding, run->examples);
    ftext_finding_value(finding, 1);
    finding->count = run->class->rows;
    ftext_say(finding,
              "all rows of class %s are in one group, so that no split can "
              "give it to two files",
              ftext_quote(name, run->class->label));
  }
}

/* The table of classes and splits, and what it measures. */
typedef struct dependence {
  double rows;
  double split_rows[FTEXT_MOST_SPLITS];
  double classes; /* with rows in a split */
  double splits;  /* with rows of a class */
  double chi_squared;
} dependence;

static double placed_rows(const ftext_survey *survey,
                          const ftext_class *class) {
  double rows = 0;
  int i;

  for (i = 0; i < survey->split_count; i++) {
    rows += (double)class->split_rows[i];
  }
  return rows;
}

static void count_cells(const ftext_survey *survey, dependence *out) {
  size_t c;
  int s;

  memset(out, 0, sizeof *out);
  for (c = 0; c < survey->class_count; c++) {
    double rows = placed_rows(survey, &survey->classes[c]);

    out->rows += rows;
    out->classes += rows > 0;
    for (s = 0; s < survey->split_count; s++) {
      out->split_rows[s] += (double)survey->classes[c].split_rows[s];
    }
  }
  for (s = 0; s < survey->split_count; s++) {
    out->splits += out->split_rows[s] > 0;
  }
}

/* False where there are not two classes and two splits to compare. */
static bool measure(const ftext_survey *survey, dependence *out) {
  double sum = 0;
  size_t c;
  int s;

  count_cells(survey, out);
  if (out->classes < 2 || out->splits < 2) {
    return false;
  }
  for (c = 0; c < survey->class_count; c++) {
    double rows = placed_rows(survey, &survey->classes[c]);

    for (s = 0; s < survey->split_count && rows > 0; s++) {
      double cell = (double)survey->classes[c].split_rows[s];

      sum += cell > 0 ? cell * cell / (rows * out->split_rows[s]) : 0;
    }
  }
  out->chi_squared = out->rows * (sum - 1);
  return true;
}

/* Cramer's V with Bergsma's correction: without it, a few rows of many
** classes look like drift. */
static double cramers_v(const dependence *d) {
  double freedom = (d->classes - 1) * (d->splits - 1);
  double phi = d->chi_squared / d->rows - freedom / (d->rows - 1);
  double classes =
      d->classes - (d->classes - 1) * (d->classes - 1) / (d->rows - 1);
  double splits = d->splits - (d->splits - 1) * (d->splits - 1) / (d->rows - 1);
  double least = (classes < splits ? classes : splits) - 1;

  return phi > 0 && least > 0 ? square_root(phi / least) : 0;
}

static void split_drift(ftext_survey *survey, ftext_check_state *state) {
  char value[FTEXT_DECIMAL_SIZE];
  ftext_finding *finding;
  dependence d;
  double v;

  if (!measure(survey, &d) || (v = cramers_v(&d)) <= state->threshold) {
    return;
  }
  finding = ftext_report(survey, state);
  if (finding != NULL) {
    finding->count = (int64_t)d.rows;
    ftext_finding_value(finding, v);
    ftext_say(finding,
              "the splits have different shares of the classes (Cramer's V "
              "%s)",
              ftext_decimal(value, v));
  }
}

/* By how many standard deviations chi-squared is too high to be chance
** (Wilson and Hilferty 1931, as a comparison of cubes: no cube root). */
static bool beyond_chance(const dependence *d, double deviations) {
  double freedom = (d->classes - 1) * (d->splits - 1);
  double variance = 2 / (9 * freedom);
  double root = 1 - variance + deviations * square_root(variance);

  return d->chi_squared > freedom * root * root * root;
}

static void split_dependence(ftext_survey *survey, ftext_check_state *state) {
  char value[FTEXT_DECIMAL_SIZE];
  ftext_finding *finding;
  dependence d;

  if (!measure(survey, &d) || !beyond_chance(&d, state->threshold)) {
    return;
  }
  finding = ftext_report(survey, state);
  if (finding != NULL) {
    finding->count = (int64_t)d.rows;
    ftext_finding_value(finding, d.chi_squared);
    ftext_say(finding,
              "rows were not dealt to the splits by chance: chi-squared %s of "
              "%lld degrees of freedom",
              ftext_decimal(value, d.chi_squared),
              (long long)((d.classes - 1) * (d.splits - 1)));
  }
}

static void report_share(ftext_survey *survey, ftext_check_state *state,
                         const ftext_class *class, int split, double expected,
                         double deviations) {
  char name[FTEXT_QUOTE_SIZE];
  char split_name[FTEXT_QUOTE_SIZE];
  char number[FTEXT_DECIMAL_SIZE];
  ftext_finding *finding = report_class(survey, state, class, deviations);

  if (finding == NULL) {
    return;
  }
  ftext_finding_split(survey, finding, split);
  finding->count = class->split_rows[split];
  ftext_say(finding, "class %s has %lld rows in split %s; %s were expected",
            ftext_quote(name, class->label),
            (long long)class->split_rows[split],
            ftext_quote(split_name, ftext_split_name(survey, split)),
            ftext_decimal(number, expected));
}

static void class_share(ftext_survey *survey, ftext_check_state *state) {
  dependence d;
  size_t c;
  int s;

  if (!measure(survey, &d)) {
    return;
  }
  for (c = 0; c < survey->class_count; c++) {
    const ftext_class *class = &survey->classes[c];
    double rows = placed_rows(survey, class);

    for (s = 0; s < survey->split_count && rows > 0; s++) {
      double share = d.split_rows[s] / d.rows;
      double off = (double)class->split_rows[s] - rows * share;
      double deviation = square_root(rows * share * (1 - share));
      double value = deviation > 0 ? (off < 0 ? -off : off) / deviation : 0;

      if (value > state->threshold && s != survey->training) {
        report_share(survey, state, class, s, rows * share, value);
      }
    }
  }
}

static void length_label(ftext_survey *survey, ftext_check_state *state) {
  const ftext_class *shortest = NULL;
  const ftext_class *longest = NULL;
  char a[FTEXT_QUOTE_SIZE];
  char b[FTEXT_QUOTE_SIZE];
  ftext_finding *finding;
  double ratio;
  size_t i;

  for (i = 0; i < survey->class_count; i++) {
    const ftext_class *class = &survey->classes[i];

    if (class->rows < LEAST_ROWS_FOR_MEDIAN) {
      continue;
    }
    if (shortest == NULL || class->median < shortest->median) {
      shortest = class;
    }
    if (longest == NULL || class->median > longest->median) {
      longest = class;
    }
  }
  if (shortest == NULL) {
    return;
  }
  ratio = (double)longest->median /
          (double)(shortest->median > 0 ? shortest->median : 1);
  if (ratio <= state->threshold) {
    return;
  }
  finding = report_class(survey, state, longest, ratio);
  if (finding != NULL) {
    ftext_say(finding,
              "half the prompts of class %s have %lld characters or more, of "
              "class %s %lld; their length alone tells them apart",
              ftext_quote(a, longest->label), (long long)longest->median,
              ftext_quote(b, shortest->label), (long long)shortest->median);
  }
}

static const ftext_check checks[] = {
    {
        .name = "class_group",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_NONE,
        .needs = FTEXT_NEED_CLASSES | FTEXT_NEED_GROUP,
        .summary = "All rows of a class are in one group, which can be in "
                   "one split only.",
        .source = "scikit-learn, cross-validation iterators for grouped data",
        .class = class_group,
    },
    {
        .name = "imbalance",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_RATIO,
        .threshold = 10,
        .needs = FTEXT_NEED_CLASSES,
        .summary = "The largest class has more than so many times the rows "
                   "of the smallest.",
        .source = "deepchecks ClassImbalance",
        .conclude = imbalance,
    },
    {
        .name = "rare_class",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_RATIO,
        .threshold = 0.1,
        .needs = FTEXT_NEED_CLASSES,
        .summary = "The smallest class has less than this part of an even "
                   "share of the rows.",
        .source = "cleanlab class_imbalance",
        .conclude = rare_class,
    },
    {
        .name = "split_drift",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_RATIO,
        .threshold = 0.15,
        .needs = FTEXT_NEED_CLASSES | FTEXT_NEED_SPLIT,
        .summary = "The classes' shares differ between the splits: Cramer's "
                   "V, corrected for few rows (Bergsma 2013), is above the "
                   "threshold.",
        .source = "deepchecks LabelDrift",
        .conclude = split_drift,
    },
    {
        .name = "split_dependence",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_RATIO,
        .threshold = 4.753,
        .needs = FTEXT_NEED_CLASSES | FTEXT_NEED_SPLIT,
        .summary =
            "Classes and splits are not independent: chi-squared is further "
            "out than so many standard deviations (Wilson and Hilferty); "
            "4.753 is p < 1e-6. value is chi-squared.",
        .source = "Pearson's chi-squared test",
        .conclude = split_dependence,
    },
    {
        .name = "class_share",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_RATIO,
        .threshold = 5,
        .needs = FTEXT_NEED_CLASSES | FTEXT_NEED_SPLIT,
        .summary = "A class's rows in a split other than the training split "
                   "are off from its share by more than so many standard "
                   "deviations.",
        .source = "binomial distribution",
        .conclude = class_share,
    },
    {
        .name = "length_label",
        .severity = FTEXT_SEVERITY_INFO,
        .unit = FTEXT_UNIT_RATIO,
        .threshold = 3,
        .needs = FTEXT_NEED_CLASSES,
        .summary = "The median lengths of two classes' prompts differ by more "
                   "than this factor. Classes of 10 rows and more.",
        .source = "deepchecks PropertyLabelCorrelation",
        .conclude = length_label,
    },
};

const ftext_check_list ftext_balance_checks = {checks, sizeof checks /
                                                           sizeof checks[0]};

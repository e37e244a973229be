/* Checks of what the classes are called, and of their completions. */
#include "check/fix.h"
#include "check/lists.h"
#include "check/survey.h"
#include "text/normalize.h"
#include "token/token.h"

#include <stdlib.h>
#include <string.h>

/* The tokens of every class's completion, when they are first asked for. */
static ftext_status count_tokens(ftext_survey *survey) {
  const ftext_encoding *encoding = survey->options->encoding;
  ftext_status status = FTEXT_OK;
  ftext_class *class;
  size_t i;

  for (i = 0; i < survey->class_count && status == FTEXT_OK; i++) {
    class = &survey->classes[i];
    status = ftext_token_count(encoding, class->completion, UINT64_MAX - 1,
                               &class->tokens);
    if (status == FTEXT_OK) {
      status =
          ftext_first_token(encoding, class->completion, &class->first_token);
    }
  }
  return status;
}

/* All classes, as pointers to be sorted; NULL without memory, and that is
** then the survey's status. */
static const ftext_class **class_pointers(ftext_survey *survey) {
  size_t size = (survey->class_count + 1) * sizeof(ftext_class *);
  const ftext_class **pointers = ftext_resize(NULL, size);
  size_t i;

  if (pointers == NULL) {
    ftext_survey_note(survey, FTEXT_NO_MEMORY);
    return NULL;
  }
  for (i = 0; i < survey->class_count; i++) {
    pointers[i] = &survey->classes[i];
  }
  return pointers;
}

static int by_first_token(const void *a, const void *b) {
  const ftext_class *left = *(const ftext_class *const *)a;
  const ftext_class *right = *(const ftext_class *const *)b;

  if (left->first_token != right->first_token) {
    return left->first_token < right->first_token ? -1 : 1;
  }
  return ftext_text_compare(left->label, right->label);
}

/* "class 'a'", or "classes 'a', 'b', 'c' and 4 more" */
static void say_classes(ftext_finding *finding, const ftext_class **classes,
                        size_t count) {
  char name[FTEXT_QUOTE_SIZE];
  size_t i;

  for (i = 0; i < count && i < 5; i++) {
    ftext_say(finding, "%s%s",
              i > 0        ? ", "
              : count == 1 ? "class "
                           : "classes ",
              ftext_quote(name, classes[i]->label));
  }
  if (count > 5) {
    ftext_say(finding, " and %zu more", count - 5);
  }
}

/* Rows and one id of each of the classes. */
static void fill(ftext_finding *finding, const ftext_class **classes,
                 size_t count) {
  ftext_examples examples = {0};
  size_t i;

  for (i = 0; i < count; i++) {
    finding->count += classes[i]->rows;
    ftext_examples_append(&examples, &classes[i]->first);
  }
  ftext_finding_examples(finding, &examples);
  ftext_examples_free(&examples);
}

/* Names of our own: an inner "label" would hide the source's column. */
static const char map_classes[] =
    "UPDATE {source} SET {=completion} = (SELECT map_completion FROM (SELECT "
    "label AS map_label, completion AS map_completion FROM "
    "ftext_class_map((SELECT json_group_array(DISTINCT {label}) FROM {source} "
    "WHERE {label} <> ''), {encoding}, 'number', {format})) WHERE map_label = "
    "{label}) WHERE {label} <> ''";

static void report_shared(ftext_survey *survey, ftext_check_state *state,
                          const ftext_class **classes, size_t count) {
  ftext_text token =
      ftext_token_bytes(survey->options->encoding, classes[0]->first_token);
  char name[FTEXT_QUOTE_SIZE];
  ftext_finding *finding = ftext_report(survey, state);

  if (finding == NULL) {
    return;
  }
  fill(finding, classes, count);
  ftext_finding_value(finding, (double)count);
  say_classes(finding, classes, count);
  ftext_say(finding, " start with the same token %s (%lu)",
            ftext_quote(name, token), (unsigned long)classes[0]->first_token);
  ftext_fix(survey, finding, map_classes);
}

static void first_token(ftext_survey *survey, ftext_check_state *state) {
  const ftext_class **classes;
  size_t start;
  size_t end;

  classes = ftext_survey_note(survey, count_tokens(survey))
                ? class_pointers(survey)
                : NULL;
  if (classes == NULL) {
    return;
  }
  qsort(classes, survey->class_count, sizeof(const ftext_class *),
        by_first_token);
  for (start = 0; start < survey->class_count; start = end) {
    end = start + 1;
    while (end < survey->class_count &&
           classes[end]->first_token == classes[start]->first_token) {
      end++;
    }
    if (end - start > 1 && classes[start]->completion.length > 0) {
      report_shared(survey, state, classes + start, end - start);
    }
  }
  ftext_release(classes);
}

static void single_token(ftext_survey *survey, ftext_check_state *state) {
  const ftext_class **classes;
  char most[FTEXT_DECIMAL_SIZE];
  uint64_t longest = 0;
  size_t count = 0;
  size_t i;
  ftext_finding *finding;

  classes = ftext_survey_note(survey, count_tokens(survey))
                ? class_pointers(survey)
                : NULL;
  if (classes == NULL) {
    return;
  }
  for (i = 0; i < survey->class_count; i++) {
    if ((double)classes[i]->tokens > state->threshold) {
      longest = classes[i]->tokens > longest ? classes[i]->tokens : longest;
      classes[count++] = classes[i];
    }
  }
  finding = count > 0 ? ftext_report(survey, state) : NULL;
  if (finding != NULL) {
    fill(finding, classes, count);
    ftext_finding_value(finding, (double)longest);
    say_classes(finding, classes, count);
    ftext_say(finding, " %s completions of more than %s token%s",
              count == 1 ? "has" : "have",
              ftext_decimal(most, state->threshold),
              state->threshold == 1 ? "" : "s");
    ftext_fix(survey, finding, map_classes);
  }
  ftext_release(classes);
}

/* A class under its normalised name. */
typedef struct variant {
  const ftext_class *class;
  ftext_buffer name;
} variant;

/* The most frequent variant of a name comes first. */
static int by_name(const void *a, const void *b) {
  const variant *left = a;
  const variant *right = b;
  int order = ftext_text_compare(ftext_text_in(&left->name),
                                 ftext_text_in(&right->name));

  if (order == 0 && left->class->rows != right->class->rows) {
    return left->class->rows > right->class->rows ? -1 : 1;
  }
  return order != 0
             ? order
             : ftext_text_compare(left->class->label, right->class->label);
}

/* The fix: all become the most frequent one, with its completion. */
static void fix_variants(ftext_survey *survey, ftext_finding *finding,
                         const ftext_class **classes, size_t count) {
  size_t i;

  ftext_fix(survey, finding, "UPDATE {source} SET {=class} = {this}");
  if (survey->source->columns[FTEXT_FIELD_LABEL] != NULL) {
    ftext_fix(survey, finding, ", {=completion} = ");
    ftext_fix_literal(finding, classes[0]->completion);
  }
  ftext_fix(survey, finding, " WHERE {class} IN (");
  for (i = 1; i < count; i++) {
    ftext_fix(survey, finding, i > 1 ? ", " : "");
    ftext_fix_literal(finding, classes[i]->label);
  }
  ftext_fix(survey, finding, ")");
}

static void report_variants(ftext_survey *survey, ftext_check_state *state,
                            const variant *variants, size_t count) {
  ftext_finding *finding = ftext_report(survey, state);
  const ftext_class **classes =
      ftext_resize(NULL, count * sizeof(ftext_class *));
  size_t i;

  if (finding == NULL || classes == NULL) {
    ftext_survey_note(survey, classes == NULL ? FTEXT_NO_MEMORY : FTEXT_OK);
    ftext_release(classes);
    return;
  }
  for (i = 0; i < count; i++) {
    classes[i] = variants[i].class;
  }
  ftext_finding_class(finding, classes[0]->label);
  fill(finding, classes, count);
  ftext_finding_value(finding, (double)count);
  say_classes(finding, classes, count);
  ftext_say(finding, " differ only in case, white space or composition");
  fix_variants(survey, finding, classes, count);
  ftext_release(classes);
}

static void compare_variants(ftext_survey *survey, ftext_check_state *state,
                             variant *variants) {
  size_t count = survey->class_count;
  size_t start;
  size_t end;

  qsort(variants, count, sizeof variants[0], by_name);
  for (start = 0; start < count; start = end) {
    end = start + 1;
    while (end < count &&
           ftext_text_equal(ftext_text_in(&variants[end].name),
                            ftext_text_in(&variants[start].name))) {
      end++;
    }
    if (end - start > 1) {
      report_variants(survey, state, variants + start, end - start);
    }
  }
}

static void label_variant(ftext_survey *survey, ftext_check_state *state) {
  size_t count = survey->class_count;
  variant *variants = ftext_resize(NULL, (count + 1) * sizeof *variants);
  size_t i;

  if (variants == NULL) {
    ftext_survey_note(survey, FTEXT_NO_MEMORY);
    return;
  }
  for (i = 0; i < count; i++) {
    variants[i].class = &survey->classes[i];
    ftext_buffer_init(&variants[i].name, SIZE_MAX);
    if (survey->status == FTEXT_OK) {
      ftext_survey_note(survey, ftext_normalize(&variants[i].name,
                                                survey->classes[i].label,
                                                FTEXT_STEPS_DEFAULT));
    }
  }
  if (survey->status == FTEXT_OK) {
    compare_variants(survey, state, variants);
  }
  for (i = 0; i < count; i++) {
    ftext_buffer_free(&variants[i].name);
  }
  ftext_release(variants);
}

static void completion_variant(ftext_survey *survey, ftext_check_state *state,
                               const ftext_class_run *run) {
  char name[FTEXT_QUOTE_SIZE];
  ftext_finding *finding;

  if (run->class->completions < 2) {
    return;
  }
  finding = ftext_report(survey, state);
  if (finding == NULL) {
    return;
  }
  ftext_finding_class(finding, run->class->label);
  finding->count = run->class->rows;
  ftext_finding_value(finding, (double)run->class->completions);
  ftext_finding_examples(finding, run->examples);
  ftext_say(finding, "class %s has %lld different completions",
            ftext_quote(name, run->class->label),
            (long long)run->class->completions);
  ftext_fix(survey, finding,
            "UPDATE {source} SET {=completion} = (SELECT {=completion} FROM "
            "{source} WHERE {label} = {this} AND {completion} <> '' GROUP BY "
            "{completion} ORDER BY count(*) DESC, {completion} LIMIT 1) WHERE "
            "{label} = {this}");
}

static const ftext_check checks[] = {
    {
        .name = "first_token",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_NONE,
        .needs = FTEXT_NEED_CLASSIFICATION,
        .summary = "Two classes' completions start with the same token. One "
                   "finding for each such token; value is how many classes "
                   "share it.",
        .source = "OpenAI: If compute_classification_metrics is True, each of "
                  "the classes must start with a different token",
        .conclude = first_token,
    },
    {
        .name = "single_token",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_TOKENS,
        .threshold = 1,
        .needs = FTEXT_NEED_CLASSIFICATION,
        .summary = "A class's completion has more tokens than the threshold. "
                   "value is the most that one has.",
        .source = "OpenAI classification guide (2022): choose classes that "
                  "map to a single token",
        .conclude = single_token,
    },
    {
        .name = "label_variant",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_NONE,
        .needs = FTEXT_NEED_CLASSES,
        .summary = "Classes are equal but for case, white space or Unicode "
                   "composition. One finding for each set; class is the most "
                   "frequent of them, value how many there are.",
        .source = "deepchecks StringMismatch",
        .conclude = label_variant,
    },
    {
        .name = "completion_variant",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_NONE,
        .needs = FTEXT_NEED_LABEL | FTEXT_NEED_CLASSIFICATION,
        .summary = "The rows of one label have different completions, though "
                   "completions name classes here. value is how many.",
        .source = "ftext_class_map: one completion for each label",
        .class = completion_variant,
    },
};

const ftext_check_list ftext_label_checks = {checks,
                                             sizeof checks / sizeof checks[0]};

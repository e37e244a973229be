/* Checks of prompts that are not the same, but nearly so. */
#include "check/lists.h"
#include "check/survey.h"

#include "base/utf8.h"

static void add_prompt(ftext_survey *survey, ftext_check_state *state,
                       const ftext_row_run *run) {
  ftext_examples first = {0};
  ftext_status status;

  (void)state;
  if ((double)survey->rows > survey->options->near_rows ||
      run->key.length == 0) {
    return;
  }
  ftext_examples_append(&first, &run->first);
  status =
      ftext_near_add(&survey->near, run->key, run->splits, run->rows, &first);
  ftext_examples_free(&first);
  ftext_survey_note(survey, status);
}

static bool compare_part(ftext_survey *survey, ftext_check_state *state) {
  bool more;

  ftext_survey_note(survey,
                    ftext_near_compare(&survey->near, state->threshold, &more));
  return more;
}

static void near_leak(ftext_survey *survey, ftext_check_state *state) {
  ftext_near *near = &survey->near;
  ftext_finding *finding;
  size_t i;

  for (i = 0; i < near->count && survey->status == FTEXT_OK; i++) {
    const ftext_near_prompt *prompt = &near->prompts[i];

    if (prompt->found) {
      ftext_examples id = {0};

      state->count += prompt->rows;
      id.json.bytes = near->text.bytes + prompt->id_start;
      id.json.length = prompt->id_length;
      id.count = prompt->id_length > 0;
      ftext_examples_append(&state->examples, &id);
    }
  }
  finding = state->count > 0 && survey->status == FTEXT_OK
                ? ftext_report_tally(survey, state, near->closest)
                : NULL;
  ftext_near_free(near);
  if (finding != NULL) {
    ftext_say(finding, "; make groups of them and split by these");
  }
}

/* The first 40 characters, or an empty text where there are fewer. */
static ftext_text beginning(ftext_text prompt) {
  enum { CHARACTERS = 40 };
  uint32_t character;
  size_t length = 0;
  int count;

  for (count = 0; count < CHARACTERS; count++) {
    int read;

    if (length >= prompt.length) {
      return ftext_text_of("");
    }
    read = ftext_utf8_read(prompt.bytes + length, prompt.length - length,
                           &character);
    length += (size_t)(read < 0 ? -read : read);
  }
  return (ftext_text){prompt.bytes, length};
}

static ftext_class *find_class(ftext_survey *survey, ftext_text label) {
  size_t low = 0;
  size_t high = survey->class_count;

  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = ftext_text_compare(survey->classes[middle].label, label);

    if (order == 0) {
      return &survey->classes[middle];
    }
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return NULL;
}

static void report_beginning(ftext_survey *survey, ftext_check_state *state,
                             const ftext_class *class) {
  ftext_beginning *current = &survey->beginning;
  char name[FTEXT_QUOTE_SIZE];
  char text[FTEXT_QUOTE_SIZE];
  ftext_finding *finding = ftext_report(survey, state);

  if (finding == NULL) {
    return;
  }
  ftext_finding_class(finding, class->label);
  finding->count = class->prefix_rows;
  ftext_finding_value(finding,
                      (double)class->prefix_rows / (double)class->rows);
  ftext_finding_examples(finding, &current->examples);
  ftext_say(finding, "%lld of %lld prompts of class %s begin with %s",
            (long long)class->prefix_rows, (long long)class->rows,
            ftext_quote(name, class->label),
            ftext_quote(text, ftext_text_in(&current->text)));
}

/* All prompts that begin alike have been seen: is it one class's habit? */
static void end_beginning(ftext_survey *survey, ftext_check_state *state) {
  enum { LEAST_ROWS = 10 };
  ftext_beginning *current = &survey->beginning;
  const ftext_class *habit = NULL;
  size_t habits = 0;
  size_t i;

  for (i = 0; i < current->count; i++) {
    const ftext_class *class = current->classes[i];

    if (class->rows >= LEAST_ROWS &&
        (double)class->prefix_rows > state->threshold * (double)class->rows) {
      habit = class;
      habits++;
    }
  }
  if (habits == 1) {
    report_beginning(survey, state, habit);
  }
  for (i = 0; i < current->count; i++) {
    current->classes[i]->prefix_rows = 0;
  }
  current->count = 0;
  ftext_examples_clear(&current->examples);
}

/* Rows come sorted by prompt: those that begin alike stand together. */
static bool boilerplate_row(ftext_survey *survey, ftext_check_state *state,
                            const ftext_check_row *row) {
  ftext_beginning *current = &survey->beginning;
  ftext_text text = beginning(row->text[FTEXT_FIELD_PROMPT]);
  void *classes = current->classes;
  ftext_class *class;

  if (!ftext_text_equal(text, ftext_text_in(&current->text))) {
    end_beginning(survey, state);
    ftext_survey_set(survey, &current->text, text);
  }
  class =
      row->has_class && text.length > 0 ? find_class(survey, row->class) : NULL;
  if (class == NULL) {
    return false;
  }
  ftext_examples_add(&current->examples, &row->id);
  if (class->prefix_rows++ == 0) {
    if (ftext_grow(&classes, &current->capacity, current->count + 1,
                   sizeof(ftext_class *)) != FTEXT_OK) {
      ftext_survey_note(survey, FTEXT_NO_MEMORY);
      return false;
    }
    current->classes = classes;
    current->classes[current->count++] = class;
  }
  return false;
}

static const ftext_check checks[] = {
    {
        .name = "near_leak",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_RATIO,
        .threshold = 0.8,
        .needs = FTEXT_NEED_SPLIT,
        .summary =
            "A prompt resembles one of another split: their similarity "
            "(ftext_similarity) is the threshold or more. value is the "
            "highest one found; count is too low where very many prompts "
            "resemble each other. Not made where there are more than "
            "near_rows rows (an option; 100000), since it alone needs "
            "memory for each row.",
        .source = "datatrove, NeMo Curator: MinHash in bands; Jaccard decides",
        .complaint = "nearly the same prompt is in another split",
        .prompt = add_prompt,
        .part = compare_part,
        .conclude = near_leak,
    },
    {
        .name = "boilerplate",
        .severity = FTEXT_SEVERITY_INFO,
        .unit = FTEXT_UNIT_SHARE,
        .threshold = 0.3,
        .needs = FTEXT_NEED_CLASSES,
        .summary = "More than this share of one class's prompts, and of no "
                   "other's, begin with the same 40 characters. Classes of "
                   "10 rows and more.",
        .source = "deepchecks FrequentSubstrings",
        .again = boilerplate_row,
        .conclude = end_beginning,
    },
};

const ftext_check_list ftext_near_checks = {checks,
                                            sizeof checks / sizeof checks[0]};

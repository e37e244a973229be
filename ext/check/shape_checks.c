/* Checks of what all prompts, and all completions, have in common. */
#include "check/fix.h"
#include "check/lists.h"
#include "check/survey.h"

#include "base/utf8.h"

static double characters(ftext_text text) {
  return (double)ftext_utf8_count(text.bytes, text.length);
}

/* A finding about the whole column: all rows, no ids. */
static ftext_finding *report_all(ftext_survey *survey, ftext_check_state *state,
                                 double value) {
  ftext_finding *finding = ftext_report(survey, state);

  if (finding != NULL) {
    finding->count = survey->rows;
    ftext_finding_value(finding, value);
  }
  return finding;
}

static bool is_generation(const ftext_survey *survey) {
  return survey->task == FTEXT_TASK_CONDITIONAL;
}

/* Separators and stop sequences stand between texts that nothing else
** separates: not in chat, and not where there is no prompt. */
static bool needs_separator(const ftext_survey *survey) {
  return !survey->options->chat && survey->task != FTEXT_TASK_OPEN_ENDED;
}

static bool needs_stop(const ftext_survey *survey) {
  return !survey->options->chat && is_generation(survey);
}

static void identical_prompts(ftext_survey *survey, ftext_check_state *state) {
  ftext_finding *finding;

  if (survey->answered_rows < 2 || !survey->prompts.identical ||
      survey->task == FTEXT_TASK_OPEN_ENDED) {
    return;
  }
  finding = report_all(survey, state, 1);
  if (finding != NULL) {
    ftext_say(finding, "all %lld prompts are the same",
              (long long)survey->rows);
  }
}

static void identical_completions(ftext_survey *survey,
                                  ftext_check_state *state) {
  ftext_finding *finding;

  if (survey->answered_rows < 2 || !survey->answers.identical ||
      survey->task == FTEXT_TASK_CLASSIFICATION) {
    return;
  }
  finding = report_all(survey, state, 1);
  if (finding != NULL) {
    ftext_say(finding, "all %lld completions are the same",
              (long long)survey->rows);
  }
}

static void report_missing(ftext_survey *survey, ftext_check_state *state,
                           const char *what, const char *advice,
                           const char *fix, const char *end) {
  char quoted[FTEXT_QUOTE_SIZE];
  ftext_finding *finding = report_all(survey, state, 0);

  if (finding == NULL) {
    return;
  }
  ftext_say(finding, "%s; %s occurs in none of them", what,
            ftext_quote_newlines(quoted, ftext_text_of(advice)));
  ftext_fix(survey, finding, fix);
  ftext_fix_literal(finding, ftext_text_of(advice));
  ftext_fix(survey, finding, end);
}

static void separator(ftext_survey *survey, ftext_check_state *state) {
  if (needs_separator(survey) && survey->answered_rows > 1 &&
      ftext_shape_suffix(&survey->prompts).length == 0) {
    report_missing(survey, state, "the prompts do not all end alike",
                   ftext_free_separator(&survey->prompts),
                   "UPDATE {source} SET {=prompt} = {prompt} || ",
                   " WHERE {prompt} <> ''");
  }
}

static void stop_sequence(ftext_survey *survey, ftext_check_state *state) {
  if (needs_stop(survey) && survey->answered_rows > 1 &&
      ftext_shape_suffix(&survey->answers).length == 0) {
    report_missing(survey, state, "the completions do not all end alike",
                   ftext_free_stop_sequence(&survey->answers),
                   "UPDATE {source} SET {=completion} = {completion} || ",
                   " WHERE {completion} <> ''");
  }
}

/* Whether the ending that all share also stands earlier in this text. */
static bool occurs_earlier(const ftext_shape *shape, ftext_text text) {
  ftext_text suffix = ftext_shape_suffix(shape);

  if (suffix.length == 0 || shape->identical || text.length < suffix.length) {
    return false;
  }
  return ftext_contains((ftext_text){text.bytes, text.length - suffix.length},
                        suffix);
}

static bool separator_inside(ftext_survey *survey, ftext_check_state *state,
                             const ftext_check_row *row) {
  (void)state;
  return needs_separator(survey) &&
         row->text[FTEXT_FIELD_COMPLETION].length > 0 &&
         occurs_earlier(&survey->prompts, row->text[FTEXT_FIELD_PROMPT]);
}

static bool stop_inside(ftext_survey *survey, ftext_check_state *state,
                        const ftext_check_row *row) {
  (void)state;
  return needs_stop(survey) &&
         occurs_earlier(&survey->answers, row->text[FTEXT_FIELD_COMPLETION]);
}

/* Something that all texts share and that is longer than it need be. */
static ftext_finding *report_long(ftext_survey *survey,
                                  ftext_check_state *state, ftext_text part,
                                  const char *what) {
  char quoted[FTEXT_QUOTE_SIZE];
  ftext_finding *finding;

  if (characters(part) <= state->threshold) {
    return NULL;
  }
  finding = report_all(survey, state, characters(part));
  if (finding != NULL) {
    ftext_say(finding, "%s %s (%lld characters)", what,
              ftext_quote_newlines(quoted, part), (long long)characters(part));
  }
  return finding;
}

static void long_separator(ftext_survey *survey, ftext_check_state *state) {
  if (needs_separator(survey) && !survey->prompts.identical) {
    report_long(survey, state, ftext_shape_suffix(&survey->prompts),
                "all prompts end with");
  }
}

static void long_stop(ftext_survey *survey, ftext_check_state *state) {
  if (needs_stop(survey) && !survey->answers.identical) {
    report_long(survey, state, ftext_shape_suffix(&survey->answers),
                "all completions end with");
  }
}

/* Takes the prefix away; a space that it began with is put back. */
static void fix_prefix(const ftext_survey *survey, ftext_finding *finding,
                       ftext_text prefix, bool space, const char *set,
                       const char *column) {
  if (finding == NULL) {
    return;
  }
  ftext_fix(survey, finding, "UPDATE {source} SET ");
  ftext_fix(survey, finding, set);
  ftext_fix(survey, finding,
            space && prefix.bytes[0] == ' ' ? " = ' ' || substr("
                                            : " = substr(");
  ftext_fix(survey, finding, column);
  ftext_fix(survey, finding, ", ");
  ftext_fix_integer(finding, (int64_t)characters(prefix) + 1);
  ftext_fix(survey, finding, ")");
}

static void prompt_prefix(ftext_survey *survey, ftext_check_state *state) {
  ftext_text prefix = ftext_shape_prefix(&survey->prompts);
  ftext_finding *finding;

  if (survey->answered_rows < 2 || survey->prompts.identical) {
    return;
  }
  finding = report_long(survey, state, prefix, "all prompts begin with");
  fix_prefix(survey, finding, prefix, false, "{=prompt}", "{prompt}");
}

static void completion_prefix(ftext_survey *survey, ftext_check_state *state) {
  ftext_text prefix = ftext_shape_prefix(&survey->answers);
  ftext_finding *finding;

  if (survey->answered_rows < 2 || survey->answers.identical) {
    return;
  }
  finding = report_long(survey, state, prefix, "all completions begin with");
  fix_prefix(survey, finding, prefix, true, "{=completion}", "{completion}");
}

static void report_case(ftext_survey *survey, ftext_check_state *state,
                        const ftext_shape *shape, const char *what,
                        const char *fix) {
  int64_t letters = shape->upper + shape->lower;
  double share = letters > 0 ? (double)shape->upper / (double)letters : 0;
  ftext_finding *finding;

  if (share <= state->threshold) {
    return;
  }
  finding = report_all(survey, state, share);
  if (finding != NULL) {
    ftext_say(finding, "%lld of the %lld letters of the %s are upper case",
              (long long)shape->upper, (long long)letters, what);
    ftext_fix(survey, finding, fix);
  }
}

static void upper_prompt(ftext_survey *survey, ftext_check_state *state) {
  report_case(survey, state, &survey->prompts, "prompts",
              "UPDATE {source} SET {=prompt} = "
              "ftext_normalize({prompt}, 'case')");
}

/* What names a class need not be like other text: 'A', 'B', 'C'. */
static void upper_completion(ftext_survey *survey, ftext_check_state *state) {
  if (survey->task != FTEXT_TASK_CLASSIFICATION) {
    report_case(survey, state, &survey->answers, "completions",
                "UPDATE {source} SET {=completion} = "
                "ftext_normalize({completion}, 'case')");
  }
}

#define LEGACY(name) "fine_tunes.prepare_data (" name ")"

static const ftext_check checks[] = {
    {
        .name = "identical_prompts",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_NONE,
        .summary = "All prompts are the same, and not empty.",
        .source = LEGACY("common_suffix"),
        .conclude = identical_prompts,
    },
    {
        .name = "identical_completions",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_NONE,
        .summary = "In generation: all completions are the same. In a "
                   "classification class_count says so.",
        .source = LEGACY("common_completion_suffix"),
        .conclude = identical_completions,
    },
    {
        .name = "separator",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_NONE,
        .summary = "The prompts have no common ending that says where the "
                   "completion begins. The message and the fix name a "
                   "separator that occurs in no prompt. Not in chat.",
        .source = LEGACY("common_suffix"),
        .conclude = separator,
    },
    {
        .name = "separator_inside",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_ROWS,
        .summary = "The ending that all prompts share also stands inside a "
                   "prompt. Not in chat.",
        .source = LEGACY("common_suffix"),
        .complaint = "the prompts' common ending also stands inside",
        .advice = "no other text than the separator should look like it",
        .again = separator_inside,
    },
    {
        .name = "stop_sequence",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_NONE,
        .summary = "In generation: the completions have no common ending at "
                   "which the model could stop. Not in chat.",
        .source = LEGACY("common_completion_suffix"),
        .conclude = stop_sequence,
    },
    {
        .name = "stop_sequence_inside",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_ROWS,
        .summary = "In generation: the ending that all completions share "
                   "also stands inside a completion. Not in chat.",
        .source = LEGACY("common_completion_suffix"),
        .complaint = "the completions' common ending also stands inside",
        .advice = "the model would stop there",
        .again = stop_inside,
    },
    {
        .name = "long_prompt_prefix",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_CHARACTERS,
        .threshold = 12,
        .summary = "All prompts begin with the same long text, which teaches "
                   "nothing and costs tokens.",
        .source = LEGACY("common_prefix"),
        .conclude = prompt_prefix,
    },
    {
        .name = "long_completion_prefix",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_CHARACTERS,
        .threshold = 4,
        .summary = "All completions begin with the same long text.",
        .source = LEGACY("common_completion_prefix"),
        .conclude = completion_prefix,
    },
    {
        .name = "upper_prompt",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_SHARE,
        .threshold = 1.0 / 3,
        .summary = "More than this share of the prompts' letters are upper "
                   "case.",
        .source = LEGACY("lower_case"),
        .conclude = upper_prompt,
    },
    {
        .name = "upper_completion",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_SHARE,
        .threshold = 1.0 / 3,
        .summary = "In generation: more than this share of the completions' "
                   "letters are upper case.",
        .source = LEGACY("lower_case"),
        .conclude = upper_completion,
    },
    {
        .name = "long_separator",
        .severity = FTEXT_SEVERITY_INFO,
        .unit = FTEXT_UNIT_CHARACTERS,
        .threshold = 10,
        .summary = "The ending that all prompts share is long; a shorter "
                   "separator costs fewer tokens. Not in chat.",
        .source = LEGACY("common_suffix"),
        .conclude = long_separator,
    },
    {
        .name = "long_stop_sequence",
        .severity = FTEXT_SEVERITY_INFO,
        .unit = FTEXT_UNIT_CHARACTERS,
        .threshold = 10,
        .summary = "In generation: the ending that all completions share is "
                   "long. Not in chat.",
        .source = LEGACY("common_completion_suffix"),
        .conclude = long_stop,
    },
};

const ftext_check_list ftext_shape_checks = {checks,
                                             sizeof checks / sizeof checks[0]};

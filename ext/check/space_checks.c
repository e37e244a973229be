/* Checks of the white space where prompt and completion meet. */
#include "check/fix.h"
#include "check/lists.h"
#include "check/survey.h"

/* What should stand before a completion's first character. */
typedef enum space_rule { SPACE_MUST, SPACE_MUST_NOT, SPACE_MAY } space_rule;

/*
** A tokenizer joins a space with the word behind it; a word without one
** would melt into the prompt's end.  GPT-2's and its children's join it with
** digits too; cl100k_base and later ones never do, so that a space before a
** number is a token of its own, the same for all numbers.  In chat, special
** tokens stand in front.
*/
static space_rule rule_for(const ftext_check_options *options, uint8_t first) {
  if (options->chat) {
    return SPACE_MUST_NOT;
  }
  if (ftext_is_old(options->encoding)) {
    return SPACE_MUST;
  }
  if (first >= '0' && first <= '9') {
    return SPACE_MUST_NOT;
  }
  return (first | 32) >= 'a' && (first | 32) <= 'z' ? SPACE_MUST : SPACE_MAY;
}

static bool completion_space(ftext_survey *survey, ftext_check_state *state,
                             const ftext_check_row *row) {
  ftext_text text = row->text[FTEXT_FIELD_COMPLETION];
  space_rule rule;
  size_t spaces = 0;

  while (spaces < text.length && text.bytes[spaces] == ' ') {
    spaces++;
  }
  if (spaces == text.length) {
    return false; /* empty_completion's */
  }
  rule = rule_for(survey->options, text.bytes[spaces]);
  if (rule == SPACE_MUST && spaces == 0) {
    state->cases++;
  }
  return (rule == SPACE_MUST && spaces == 0) ||
         (rule == SPACE_MUST_NOT && spaces > 0);
}

static const char *fix_for(const ftext_check_options *options) {
  if (options->chat) {
    return "UPDATE {source} SET {=completion} = ltrim({completion}) WHERE "
           "{completion} LIKE ' %'";
  }
  if (ftext_is_old(options->encoding)) {
    return "UPDATE {source} SET {=completion} = ' ' || {completion} WHERE "
           "{completion} NOT LIKE ' %' AND {completion} <> ''";
  }
  return "UPDATE {source} SET {=completion} = CASE WHEN ltrim({completion}) "
         "GLOB '[0-9]*' THEN '' ELSE ' ' END || ltrim({completion}) WHERE "
         "{completion} GLOB '[A-Za-z]*' OR ({completion} LIKE ' %' AND "
         "ltrim({completion}) GLOB '[0-9]*')";
}

static void completion_space_conclude(ftext_survey *survey,
                                      ftext_check_state *state) {
  const char *encoding = ftext_encoding_name(survey->options->encoding);
  int64_t with = state->count - state->cases;
  ftext_finding *finding;

  if ((double)state->count <= state->threshold) {
    return;
  }
  finding = ftext_report_tally(survey, state, (double)state->count);
  if (finding == NULL) {
    return;
  }
  if (state->cases > 0) {
    ftext_say(finding, "; %lld should begin with a space",
              (long long)state->cases);
  }
  if (with > 0) {
    ftext_say(finding, "; %lld should not", (long long)with);
  }
  ftext_say(finding, " in %s (%s)",
            survey->options->chat ? "chat" : "completion format", encoding);
  ftext_fix(survey, finding, fix_for(survey->options));
}

static bool prompt_space(ftext_survey *survey, ftext_check_state *state,
                         const ftext_check_row *row) {
  ftext_text text = row->text[FTEXT_FIELD_PROMPT];

  (void)state;
  return !survey->options->chat && text.length > 0 &&
         text.bytes[text.length - 1] == ' ';
}

static const ftext_check checks[] = {
    {
        .name = "completion_space",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_ROW,
        .summary =
            "A completion's leading space is missing or too many. In chat "
            "there must be none. In completion format there must be one in "
            "gpt2, r50k_base and p50k; in cl100k_base and o200k there must "
            "be one before a letter and none before a digit.",
        .source = "fine_tunes.prepare_data (completion_space_start); the "
                  "encodings' patterns",
        .complaint = "the completion's leading space",
        .row = completion_space,
        .conclude = completion_space_conclude,
    },
    {
        .name = "prompt_space",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_ROW,
        .summary = "A prompt ends with a space, which the completion's first "
                   "token would have taken. Not in chat.",
        .source = "OpenAI fine-tuning guide (2022)",
        .complaint = "the prompt ends with a space",
        .fix = "UPDATE {source} SET {=prompt} = rtrim({prompt}) WHERE "
               "{prompt} LIKE '% '",
        .row = prompt_space,
    },
};

const ftext_check_list ftext_space_checks = {checks,
                                             sizeof checks / sizeof checks[0]};

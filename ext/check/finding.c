/* How checks write down what they have found. */
#include "check/fix.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

ftext_finding *ftext_report(ftext_survey *survey, ftext_check_state *state) {
  void *findings = survey->findings;
  ftext_finding *finding;

  if (++state->findings > FTEXT_MOST_FINDINGS) {
    return NULL;
  }
  if (ftext_grow(&findings, &survey->finding_capacity,
                 survey->finding_count + 1, sizeof *finding) != FTEXT_OK) {
    ftext_survey_note(survey, FTEXT_NO_MEMORY);
    return NULL;
  }
  survey->findings = findings;
  finding = &survey->findings[survey->finding_count++];
  memset(finding, 0, sizeof *finding);
  finding->check = state->check;
  finding->position = (size_t)(state - survey->states);
  finding->number = survey->finding_count;
  finding->has_threshold = state->check->unit != FTEXT_UNIT_NONE;
  finding->threshold = state->threshold;
  ftext_buffer_init(&finding->class, SIZE_MAX);
  ftext_buffer_init(&finding->split, SIZE_MAX);
  ftext_buffer_init(&finding->message, SIZE_MAX);
  ftext_buffer_init(&finding->examples, SIZE_MAX);
  ftext_buffer_init(&finding->fix, SIZE_MAX);
  return finding;
}

void ftext_say(ftext_finding *finding, const char *format, ...) {
  char text[1024];
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  ftext_buffer_append_string(&finding->message, text);
}

const char *ftext_decimal(char out[FTEXT_DECIMAL_SIZE], double number) {
  long long thousandths = (long long)(number * 1000 + 0.5);
  int length = snprintf(out, FTEXT_DECIMAL_SIZE, "%lld.%03lld",
                        thousandths / 1000, thousandths % 1000);

  while (out[length - 1] == '0') {
    length--;
  }
  out[out[length - 1] == '.' ? length - 1 : length] = '\0';
  return out;
}

const char *ftext_quote_newlines(char out[FTEXT_QUOTE_SIZE], ftext_text text) {
  uint8_t shown[80];
  size_t length = 0;
  size_t at;

  for (at = 0; at < text.length && length < sizeof shown - 1; at++) {
    if (text.bytes[at] == '\n') {
      shown[length++] = '\\';
      shown[length++] = 'n';
    } else {
      shown[length++] = text.bytes[at];
    }
  }
  return ftext_quote(out, (ftext_text){shown, length});
}

void ftext_finding_class(ftext_finding *finding, ftext_text class) {
  finding->has_class = true;
  ftext_buffer_append(&finding->class, class.bytes, class.length);
}

void ftext_finding_split(ftext_survey *survey, ftext_finding *finding,
                         int split) {
  ftext_text name;

  if (split == FTEXT_NO_SPLIT) {
    return;
  }
  name = ftext_split_name(survey, split);
  finding->has_split = true;
  ftext_buffer_append(&finding->split, name.bytes, name.length);
}

void ftext_finding_value(ftext_finding *finding, double value) {
  finding->has_value = true;
  finding->value = value;
}

void ftext_finding_examples(ftext_finding *finding,
                            const ftext_examples *examples) {
  ftext_buffer_append(&finding->examples, examples->json.bytes,
                      examples->json.length);
  if (examples->json.status != FTEXT_OK) {
    finding->examples.status = examples->json.status;
  }
}

ftext_finding *ftext_report_tally(ftext_survey *survey,
                                  ftext_check_state *state, double value) {
  const ftext_check *check = state->check;
  ftext_finding *finding = ftext_report(survey, state);

  if (finding == NULL) {
    return NULL;
  }
  finding->count = state->count;
  ftext_finding_value(finding, value);
  ftext_finding_examples(finding, &state->examples);
  ftext_say(finding, "%s: %lld of %lld rows", check->complaint,
            (long long)state->count, (long long)survey->rows);
  if (check->advice != NULL) {
    ftext_say(finding, "; %s", check->advice);
  }
  if (check->fix != NULL) {
    ftext_fix(survey, finding, check->fix);
  }
  return finding;
}

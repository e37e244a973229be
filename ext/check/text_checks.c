/* Checks of characters that do not belong into training text. */
#include "check/fix.h"
#include "check/lists.h"
#include "check/survey.h"

#include "base/utf8.h"

#include <string.h>

/* Whether one of the two texts of a row has what `find` looks for. */
static bool either(const ftext_check_row *row, bool (*find)(ftext_text)) {
  return find(row->text[FTEXT_FIELD_PROMPT]) ||
         find(row->text[FTEXT_FIELD_COMPLETION]);
}

static ftext_text behind(ftext_text text, const uint8_t *at) {
  return (ftext_text){at, text.length - (size_t)(at - text.bytes)};
}

/* <|name|>, of letters, digits and '_': how OpenAI's, Meta's and Alibaba's
** tokenizers spell theirs. */
static bool has_special(ftext_text text) {
  const uint8_t *at;
  size_t i;

  while ((at = memchr(text.bytes, '<', text.length)) != NULL) {
    text = behind(text, at + 1);
    if (text.length == 0 || text.bytes[0] != '|') {
      continue;
    }
    for (i = 1; i < text.length; i++) {
      uint8_t byte = text.bytes[i];

      if (byte != '_' && (byte < '0' || byte > '9') &&
          ((byte | 32) < 'a' || (byte | 32) > 'z')) {
        break;
      }
    }
    if (i > 1 && i + 1 < text.length && text.bytes[i] == '|' &&
        text.bytes[i + 1] == '>') {
      return true;
    }
  }
  return false;
}

static bool special_token(ftext_survey *survey, ftext_check_state *state,
                          const ftext_check_row *row) {
  (void)survey;
  (void)state;
  return either(row, has_special);
}

static bool is_broken(ftext_text text) {
  return ftext_utf8_valid_length(text.bytes, text.length) < text.length;
}

static bool broken_utf8(ftext_survey *survey, ftext_check_state *state,
                        const ftext_check_row *row) {
  (void)survey;
  (void)state;
  return either(row, is_broken);
}

/* The first control character from `at`, or the end: U+0000 to U+001F but
** for tab, line feed and carriage return, U+007F to U+009F. */
static size_t control_at(ftext_text text, size_t at) {
  for (; at < text.length; at++) {
    uint8_t byte = text.bytes[at];

    if ((byte < 32 && byte != '\t' && byte != '\n' && byte != '\r') ||
        byte == 127 ||
        (byte == 0xC2 && at + 1 < text.length && text.bytes[at + 1] >= 0x80 &&
         text.bytes[at + 1] < 0xA0)) {
      break;
    }
  }
  return at;
}

static void note_controls(ftext_survey *survey, ftext_text text) {
  size_t at = 0;

  for (; (at = control_at(text, at)) < text.length; at++) {
    /* U+0080 to U+009F are C2 80 to C2 9F. */
    survey->controls[text.bytes[at] == 0xC2 ? text.bytes[at + 1]
                                            : text.bytes[at]] = true;
  }
}

static bool has_control(ftext_text text) {
  return control_at(text, 0) < text.length;
}

static bool control_character(ftext_survey *survey, ftext_check_state *state,
                              const ftext_check_row *row) {
  (void)state;
  if (!either(row, has_control)) {
    return false;
  }
  note_controls(survey, row->text[FTEXT_FIELD_PROMPT]);
  note_controls(survey, row->text[FTEXT_FIELD_COMPLETION]);
  return true;
}

static bool has_replacement(ftext_text text) {
  const uint8_t *at;

  while ((at = memchr(text.bytes, 0xEF, text.length)) != NULL) {
    text = behind(text, at + 1);
    if (text.length >= 2 && memcmp(text.bytes, "\xBF\xBD", 2) == 0) {
      return true;
    }
  }
  return false;
}

static bool replacement_character(ftext_survey *survey,
                                  ftext_check_state *state,
                                  const ftext_check_row *row) {
  (void)survey;
  (void)state;
  return either(row, has_replacement);
}

static const struct entity {
  const char *name;
  const char *character;
} entities[] = {
    {"&lt;", "<"},   {"&gt;", ">"},   {"&quot;", "\""},
    {"&#34;", "\""}, {"&#39;", "'"},  {"&#x27;", "'"},
    {"&apos;", "'"}, {"&nbsp;", " "}, {"&amp;", "&"},
};

enum { ENTITY_COUNT = sizeof entities / sizeof entities[0] };

static bool has_entity(ftext_text text) {
  const uint8_t *at;
  size_t length;
  int i;

  while ((at = memchr(text.bytes, '&', text.length)) != NULL) {
    text = behind(text, at);
    for (i = 0; i < ENTITY_COUNT; i++) {
      length = strlen(entities[i].name);
      if (text.length >= length &&
          memcmp(text.bytes, entities[i].name, length) == 0) {
        return true;
      }
    }
    text = behind(text, at + 1);
  }
  return false;
}

static bool html_entity(ftext_survey *survey, ftext_check_state *state,
                        const ftext_check_row *row) {
  (void)survey;
  (void)state;
  return either(row, has_entity);
}

/* "replace(replace(column, 'from', 'to'), 'from', 'to')" for the entities. */
static void fix_entities(const ftext_survey *survey, ftext_finding *finding,
                         const char *column) {
  int i;

  for (i = 0; i < ENTITY_COUNT; i++) {
    ftext_fix(survey, finding, "replace(");
  }
  ftext_fix(survey, finding, column);
  for (i = 0; i < ENTITY_COUNT; i++) {
    ftext_fix(survey, finding, ", ");
    ftext_fix_literal(finding, ftext_text_of(entities[i].name));
    ftext_fix(survey, finding, ", ");
    ftext_fix_literal(finding, ftext_text_of(entities[i].character));
    ftext_fix(survey, finding, ")");
  }
}

static void html_entity_conclude(ftext_survey *survey,
                                 ftext_check_state *state) {
  ftext_finding *finding;

  if ((double)state->count <= state->threshold) {
    return;
  }
  finding = ftext_report_tally(survey, state, (double)state->count);
  if (finding == NULL) {
    return;
  }
  ftext_fix(survey, finding, "UPDATE {source} SET {=prompt} = ");
  fix_entities(survey, finding, "{prompt}");
  ftext_fix(survey, finding, ", {=completion} = ");
  fix_entities(survey, finding, "{completion}");
  ftext_fix(survey, finding,
            " WHERE {prompt} LIKE '%&%;%' OR {completion} LIKE '%&%;%'");
}

/* The same for the control characters that were met. */
static void fix_controls(const ftext_survey *survey, ftext_finding *finding,
                         const char *column) {
  int character;

  for (character = 1; character < 160; character++) {
    if (survey->controls[character]) {
      ftext_fix(survey, finding, "replace(");
    }
  }
  ftext_fix(survey, finding, column);
  for (character = 1; character < 160; character++) {
    if (survey->controls[character]) {
      ftext_fix(survey, finding, ", char(");
      ftext_fix_integer(finding, character);
      ftext_fix(survey, finding, "), '')");
    }
  }
}

/* replace() cannot take a NUL away. */
static void control_character_conclude(ftext_survey *survey,
                                       ftext_check_state *state) {
  ftext_finding *finding;

  if ((double)state->count <= state->threshold) {
    return;
  }
  finding = ftext_report_tally(survey, state, (double)state->count);
  if (finding == NULL || survey->controls[0]) {
    return;
  }
  ftext_fix(survey, finding, "UPDATE {source} SET {=prompt} = ");
  fix_controls(survey, finding, "{prompt}");
  ftext_fix(survey, finding, ", {=completion} = ");
  fix_controls(survey, finding, "{completion}");
}

#define SPECIAL_GLOB "GLOB '*<|[A-Za-z0-9_]*|>*'"

static const ftext_check checks[] = {
    {
        .name = "broken_utf8",
        .severity = FTEXT_SEVERITY_ERROR,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_ROW,
        .summary = "A prompt or completion is not valid UTF-8. No such row "
                   "can be exported.",
        .source = "RFC 8259, 8.1: JSON text is UTF-8",
        .complaint = "broken UTF-8",
        .advice = "the fix puts U+FFFD in its place",
        .fix = "UPDATE {source} SET {=prompt} = ftext_normalize({prompt}, "
               "''), {=completion} = ftext_normalize({completion}, '') WHERE "
               "{prompt} <> ftext_normalize({prompt}, '') OR {completion} <> "
               "ftext_normalize({completion}, '')",
        .row = broken_utf8,
    },
    {
        .name = "special_token",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_ROW,
        .summary = "A prompt or completion has text such as <|endoftext|>. "
                   "ftext counts it as ordinary text; some trainers and "
                   "servers take it for the token.",
        .source = "tiktoken: encode() refuses such text by default",
        .complaint = "the text of a special token",
        .advice = "the fix puts a space into it",
        .fix =
            "UPDATE {source} SET {=prompt} = CASE WHEN {prompt} " SPECIAL_GLOB
            " THEN replace({prompt}, '<|', '< |') ELSE "
            "{prompt} END, {=completion} = CASE WHEN {completion} " SPECIAL_GLOB
            " THEN replace({completion}, '<|', '< |') ELSE "
            "{completion} END WHERE {prompt} " SPECIAL_GLOB
            " OR {completion} " SPECIAL_GLOB,
        .row = special_token,
    },
    {
        .name = "control_character",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_ROW,
        .summary = "A prompt or completion has a control character other "
                   "than tab, line feed and carriage return.",
        .source = "Unicode general category Cc",
        .complaint = "a control character",
        .advice = "the fix takes them out, but for NUL",
        .row = control_character,
        .conclude = control_character_conclude,
    },
    {
        .name = "replacement_character",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_ROW,
        .summary = "A prompt or completion has U+FFFD, which stands where "
                   "text was lost in a wrong decoding.",
        .source = "Unicode 16.0, section 5.22",
        .complaint = "U+FFFD, where text was lost",
        .advice = "read the rows again from where they came",
        .row = replacement_character,
    },
    {
        .name = "html_entity",
        .severity = FTEXT_SEVERITY_WARNING,
        .unit = FTEXT_UNIT_ROWS,
        .scope = FTEXT_SCOPE_ROW,
        .summary = "A prompt or completion has one of the entities &amp; "
                   "&lt; &gt; &quot; &apos; &nbsp; &#34; &#39; &#x27;, a "
                   "trace of a web page.",
        .source = "HTML, named character references",
        .complaint = "HTML entities such as &amp;",
        .row = html_entity,
        .conclude = html_entity_conclude,
    },
};

const ftext_check_list ftext_text_checks = {checks,
                                            sizeof checks / sizeof checks[0]};

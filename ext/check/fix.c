#include "check/fix.h"

#include "check/options.h"

#include <string.h>

static void append_literal(ftext_buffer *out, ftext_text text) {
  static const char hex[] = "0123456789abcdef";
  size_t i;

  /* A NUL would end the statement. */
  if (memchr(text.bytes, '\0', text.length) != NULL) {
    ftext_buffer_append_string(out, "CAST(x'");
    for (i = 0; i < text.length; i++) {
      ftext_buffer_append_byte(out, (uint8_t)hex[text.bytes[i] >> 4]);
      ftext_buffer_append_byte(out, (uint8_t)hex[text.bytes[i] & 15]);
    }
    ftext_buffer_append_string(out, "' AS TEXT)");
    return;
  }
  ftext_buffer_append_byte(out, '\'');
  for (i = 0; i < text.length; i++) {
    if (text.bytes[i] == '\'') {
      ftext_buffer_append_byte(out, '\'');
    }
    ftext_buffer_append_byte(out, text.bytes[i]);
  }
  ftext_buffer_append_byte(out, '\'');
}

/* The field that a word of a template means, or FTEXT_FIELD_COUNT. */
static ftext_field field_of(const ftext_survey *survey, ftext_text word) {
  const char *const *columns = (const char *const *)survey->source->columns;
  int field;

  if (ftext_text_is(word, "class")) {
    return columns[FTEXT_FIELD_LABEL] != NULL ? FTEXT_FIELD_LABEL
                                              : FTEXT_FIELD_COMPLETION;
  }
  for (field = 0; field < FTEXT_FIELD_COUNT; field++) {
    if (ftext_text_is(word, ftext_field_name((ftext_field)field))) {
      break;
    }
  }
  return (ftext_field)field;
}

/* False where the source lacks the column. */
static bool append_column(const ftext_survey *survey, ftext_buffer *out,
                          ftext_text word) {
  bool set = word.length > 0 && word.bytes[0] == '=';
  bool plain;
  ftext_field field;

  if (set) {
    word = (ftext_text){word.bytes + 1, word.length - 1};
  }
  field = field_of(survey, word);
  if (field == FTEXT_FIELD_COUNT || survey->source->columns[field] == NULL) {
    return false;
  }
  plain = set || survey->source->plain[field];
  ftext_buffer_append_string(out, plain ? "" : "CAST(");
  ftext_buffer_append_string(out, survey->source->columns[field]);
  /* A column's own collation would make unequal texts equal. */
  ftext_buffer_append_string(out, plain ? "" : " AS TEXT) COLLATE BINARY");
  return true;
}

/* What must stay together: the group, else the prompt. */
static bool append_key(const ftext_survey *survey, ftext_buffer *out) {
  bool grouped = survey->source->columns[FTEXT_FIELD_GROUP] != NULL;

  if (grouped) {
    ftext_buffer_append_string(out, "coalesce(");
    append_column(survey, out, ftext_text_of("group"));
    ftext_buffer_append_string(out, ", ");
  }
  append_column(survey, out, ftext_text_of("prompt"));
  ftext_buffer_append_string(out, grouped ? ")" : "");
  return true;
}

static bool append_word(const ftext_survey *survey,
                        const ftext_finding *finding, ftext_buffer *out,
                        ftext_text word) {
  const ftext_check_source *source = survey->source;

  if (ftext_text_is(word, "source")) {
    ftext_buffer_append_string(out, source->name);
  } else if (ftext_text_is(word, "row")) {
    if (source->row == NULL) {
      return false;
    }
    ftext_buffer_append_string(out, source->row);
  } else if (ftext_text_is(word, "key")) {
    return append_key(survey, out);
  } else if (ftext_text_is(word, "this")) {
    append_literal(out, ftext_text_in(&finding->class));
  } else if (ftext_text_is(word, "split name")) {
    append_literal(out, ftext_text_in(&finding->split));
  } else if (ftext_text_is(word, "train")) {
    if (survey->training == FTEXT_NO_SPLIT) {
      return false;
    }
    append_literal(out, ftext_split_name(survey, survey->training));
  } else if (ftext_text_is(word, "encoding")) {
    append_literal(
        out, ftext_text_of(ftext_encoding_name(survey->options->encoding)));
  } else if (ftext_text_is(word, "format")) {
    ftext_buffer_append_string(out, survey->options->chat ? "'chat'"
                                                          : "'completion'");
  } else if (ftext_text_is(word, "threshold")) {
    ftext_buffer_append_integer(out, (int64_t)finding->threshold);
  } else {
    return append_column(survey, out, word);
  }
  return true;
}

void ftext_fix(const ftext_survey *survey, ftext_finding *finding,
               const char *template) {
  const char *open;
  const char *close;

  if (!survey->source->is_table || finding->no_fix) {
    return;
  }
  while ((open = strchr(template, '{')) != NULL) {
    ftext_text word;

    close = strchr(open, '}');
    word = (ftext_text){(const uint8_t *)open + 1, (size_t)(close - open) - 1};
    ftext_buffer_append(&finding->fix, template, (size_t)(open - template));
    if (!append_word(survey, finding, &finding->fix, word)) {
      ftext_buffer_clear(&finding->fix);
      finding->no_fix = true;
      return;
    }
    template = close + 1;
  }
  ftext_buffer_append_string(&finding->fix, template);
}

void ftext_fix_literal(ftext_finding *finding, ftext_text text) {
  if (finding->fix.length > 0) {
    append_literal(&finding->fix, text);
  }
}

void ftext_fix_integer(ftext_finding *finding, int64_t number) {
  if (finding->fix.length > 0) {
    ftext_buffer_append_integer(&finding->fix, number);
  }
}

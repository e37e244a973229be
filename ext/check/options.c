#include "check/options.h"

#include "base/json.h"
#include "check/survey.h"
#include "record/target.h"
#include "token/unknown.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const field_names[FTEXT_FIELD_COUNT + 1] = {
    "id", "prompt", "completion", "label", "split", "group", NULL};

static const char *const task_names[] = {"auto", "classification",
                                         "conditional generation",
                                         "open-ended generation"};

const ftext_option ftext_check_option_list[] = {
    {"columns", "an object",
     "names of columns that are called otherwise, "
     "{\"prompt\":\"text\",\"group\":null}; null: not to be used"},
    {"encoding", "an encoding's or a model's name; o200k_base",
     "what tokens are counted in"},
    {"target", "a name in ftext_targets",
     "sets the limits and the format that this trainer has"},
    {"format", "'completion' or 'chat'; 'completion'",
     "whether a completion is the prompt's text going on, or an answer"},
    {"task", "'auto', 'classification', 'conditional' or 'open-ended'; 'auto'",
     "what the completions are; inferred from the rows by default"},
    {"min_per_class", "a number; 100", "the threshold of class_small"},
    {"max_tokens", "a number; by the encoding or target",
     "the threshold of too_long"},
    {"near_rows", "a number; 100000",
     "above so many rows near_leak is not made"},
    {"thresholds", "an object of check names and numbers",
     "other thresholds: {\"class_small\":50}"},
    {"run", "an array of check names", "only these checks"},
    {"skip", "an array of check names", "all but these checks"},
    {"progress", "true or false; true",
     "says on the terminal, where standard error is one, how far a long check "
     "is"},
    {NULL, NULL, NULL},
};

/* One option: its name, what is read from `node`, and what would do. */
typedef struct option {
  const char *name;
  const char *expected;
  ftext_status (*read)(ftext_check_options *, const ftext_json *, uint32_t);
} option;

const char *ftext_field_name(ftext_field field) {
  return field_names[field];
}

const char *ftext_task_name(ftext_task task) {
  return task_names[task];
}

__attribute__((format(printf, 2, 3))) static ftext_status
invalid(ftext_check_options *options, const char *format, ...) {
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(options->error, sizeof options->error, format, arguments);
  va_end(arguments);
  return FTEXT_INVALID;
}

/* A node's own text, escapes and all. */
static ftext_text node_text(const ftext_json *json, uint32_t node) {
  return (ftext_text){json->text + json->nodes[node].start,
                      json->nodes[node].length};
}

static const char *quote_node(char out[FTEXT_QUOTE_SIZE],
                              const ftext_json *json, uint32_t node) {
  return ftext_quote(out, node_text(json, node));
}

/* Which of the words, up to NULL, a string node is: their place.  Fails with
** the words where it is none. */
static ftext_status read_word(ftext_check_options *options,
                              const ftext_json *json, uint32_t node,
                              const char *what, const char *const *words,
                              unsigned *place) {
  ftext_nearest nearest = ftext_nearest_to(node_text(json, node));
  char quoted[FTEXT_NEAREST_SIZE];
  char known[96] = "";
  size_t length = 0;

  *place = 0;
  if (json->nodes[node].type != FTEXT_JSON_STRING) {
    return FTEXT_INVALID;
  }
  for (; words[*place] != NULL; ++*place) {
    if (ftext_json_is(json, node, words[*place])) {
      return FTEXT_OK;
    }
    ftext_nearest_try(&nearest, ftext_text_of(words[*place]));
    snprintf(known + length, sizeof known - length, "%s%s",
             length > 0 ? ", " : "", words[*place]);
    length = strlen(known);
  }
  return invalid(options, "unknown %s %s (known: %s)", what,
                 ftext_nearest_quote(quoted, &nearest), known);
}

/* FTEXT_INVALID without a message: the caller says what was expected. */
static ftext_status read_string(const ftext_json *json, uint32_t node,
                                ftext_buffer *out) {
  if (json->nodes[node].type != FTEXT_JSON_STRING) {
    return FTEXT_INVALID;
  }
  ftext_buffer_clear(out);
  ftext_json_string(json, node, out);
  return out->status;
}

static ftext_status read_number(const ftext_json *json, uint32_t node,
                                double *out) {
  double number;

  if (!ftext_json_number(json, node, &number) || !(number >= 0)) {
    return FTEXT_INVALID;
  }
  *out = number;
  return FTEXT_OK;
}

static ftext_status read_columns(ftext_check_options *options,
                                 const ftext_json *json, uint32_t node) {
  ftext_status status = FTEXT_OK;
  uint32_t key = node + 1;
  uint32_t left = json->nodes[node].count;
  uint32_t value;
  unsigned field;

  if (json->nodes[node].type != FTEXT_JSON_OBJECT) {
    return FTEXT_INVALID;
  }
  for (; left > 0 && status == FTEXT_OK; left -= 2) {
    value = json->nodes[key].next;
    status = read_word(options, json, key, "column", field_names, &field);
    if (status != FTEXT_OK) {
      return status;
    }
    options->absent[field] = json->nodes[value].type == FTEXT_JSON_NULL;
    if (!options->absent[field]) {
      status = read_string(json, value, &options->columns[field]);
    }
    key = json->nodes[value].next;
  }
  return status;
}

bool ftext_is_old(const ftext_encoding *encoding) {
  return ftext_encoding_size(encoding) < 100000;
}

static void set_default(ftext_check_options *options, const char *check,
                        double threshold) {
  options->thresholds[ftext_check_find(ftext_text_of(check))] = threshold;
}

static void follow_encoding(ftext_check_options *options) {
  ftext_text name = ftext_text_of(ftext_encoding_name(options->encoding));

  if (ftext_is_old(options->encoding)) {
    set_default(options, "too_long", 2048);
    set_default(options, "class_capacity", 680);
  } else if (ftext_text_is(name, "cl100k_base")) {
    set_default(options, "too_long", 16385);
  }
}

static ftext_status read_encoding(ftext_check_options *options,
                                  const ftext_json *json, uint32_t node) {
  char words[FTEXT_UNKNOWN_ENCODING_SIZE];
  ftext_buffer name;
  ftext_status status;

  ftext_buffer_init(&name, SIZE_MAX);
  status = read_string(json, node, &name);
  if (status == FTEXT_OK) {
    ftext_text text = ftext_text_in(&name);

    options->encoding = ftext_encoding_find(text);
    if (options->encoding == NULL) {
      status = invalid(options, "%s", ftext_unknown_encoding(words, text));
    } else {
      follow_encoding(options);
    }
  }
  ftext_buffer_free(&name);
  return status;
}

/* What the target's trainer asks for: limits, and the form of its records. */
static void follow_target(ftext_check_options *options,
                          const ftext_target *target) {
  const ftext_target *shape =
      target->writes != NULL ? ftext_target_find(ftext_text_of(target->writes))
                             : target;

  options->chat =
      shape->layout->form != FORM_PAIR && shape->layout->form != FORM_TEXT;
  set_default(options, "row_count", (double)target->min_rows);
  set_default(options, "row_limit", (double)target->max_rows);
  if (target->max_tokens > 0) {
    set_default(options, "too_long", (double)target->max_tokens);
  }
}

static ftext_status read_target(ftext_check_options *options,
                                const ftext_json *json, uint32_t node) {
  char words[FTEXT_UNKNOWN_TARGET_SIZE];
  const ftext_target *target;
  ftext_buffer name;
  ftext_status status;

  ftext_buffer_init(&name, SIZE_MAX);
  status = read_string(json, node, &name);
  if (status == FTEXT_OK) {
    target = ftext_target_find(ftext_text_in(&name));
    if (target == NULL) {
      status = invalid(options, "%s",
                       ftext_unknown_target(words, ftext_text_in(&name)));
    } else {
      follow_target(options, target);
    }
  }
  ftext_buffer_free(&name);
  return status;
}

static ftext_status read_format(ftext_check_options *options,
                                const ftext_json *json, uint32_t node) {
  static const char *const words[] = {"completion", "chat", NULL};
  unsigned place;
  ftext_status status = read_word(options, json, node, "format", words, &place);

  options->chat = place == 1;
  return status;
}

static ftext_status read_task(ftext_check_options *options,
                              const ftext_json *json, uint32_t node) {
  static const char *const words[] = {"auto", "classification", "conditional",
                                      "open-ended", NULL};
  unsigned place;
  ftext_status status = read_word(options, json, node, "task", words, &place);

  options->task = (ftext_task)place;
  return status;
}

static ftext_status read_min_per_class(ftext_check_options *options,
                                       const ftext_json *json, uint32_t node) {
  size_t check = ftext_check_find(ftext_text_of("class_small"));

  return read_number(json, node, &options->thresholds[check]);
}

static ftext_status read_max_tokens(ftext_check_options *options,
                                    const ftext_json *json, uint32_t node) {
  size_t check = ftext_check_find(ftext_text_of("too_long"));

  return read_number(json, node, &options->thresholds[check]);
}

static ftext_status read_near_rows(ftext_check_options *options,
                                   const ftext_json *json, uint32_t node) {
  return read_number(json, node, &options->near_rows);
}

static ftext_status read_progress(ftext_check_options *options,
                                  const ftext_json *json, uint32_t node) {
  ftext_json_type type = json->nodes[node].type;

  options->progress = type == FTEXT_JSON_TRUE;
  return options->progress || type == FTEXT_JSON_FALSE ? FTEXT_OK
                                                       : FTEXT_INVALID;
}

/* The check that a string node names, or FTEXT_MOST_CHECKS. */
static size_t find_check(const ftext_json *json, uint32_t node) {
  size_t position;

  for (position = 0; ftext_check_at(position) != NULL; position++) {
    if (ftext_json_is(json, node, ftext_check_at(position)->name)) {
      return position;
    }
  }
  return FTEXT_MOST_CHECKS;
}

static ftext_status unknown_check(ftext_check_options *options,
                                  const ftext_json *json, uint32_t node) {
  ftext_nearest nearest = ftext_nearest_to(node_text(json, node));
  char quoted[FTEXT_NEAREST_SIZE];
  size_t i;

  for (i = 0; ftext_check_at(i) != NULL; i++) {
    ftext_nearest_try(&nearest, ftext_text_of(ftext_check_at(i)->name));
  }
  return invalid(options, "unknown check %s (known: those in ftext_checks)",
                 ftext_nearest_quote(quoted, &nearest));
}

static ftext_status read_thresholds(ftext_check_options *options,
                                    const ftext_json *json, uint32_t node) {
  char quoted[FTEXT_QUOTE_SIZE];
  uint32_t key = node + 1;
  uint32_t left = json->nodes[node].count;
  uint32_t value;
  size_t check;

  if (json->nodes[node].type != FTEXT_JSON_OBJECT) {
    return FTEXT_INVALID;
  }
  for (; left > 0; left -= 2, key = json->nodes[value].next) {
    value = json->nodes[key].next;
    check = find_check(json, key);
    if (check == FTEXT_MOST_CHECKS) {
      return unknown_check(options, json, key);
    }
    if (ftext_check_at(check)->unit == FTEXT_UNIT_NONE) {
      return invalid(options, "check %s has no threshold",
                     quote_node(quoted, json, key));
    }
    if (read_number(json, value, &options->thresholds[check]) != FTEXT_OK) {
      return invalid(
          options, "bad threshold %s of check '%s' (a number from 0)",
          quote_node(quoted, json, value), ftext_check_at(check)->name);
    }
  }
  return FTEXT_OK;
}

/* An array of checks' names: sets their bits to `on`. */
static ftext_status read_names(ftext_check_options *options,
                               const ftext_json *json, uint32_t node, bool on) {
  uint32_t left = json->nodes[node].count;
  uint32_t name;
  size_t check;

  if (json->nodes[node].type != FTEXT_JSON_ARRAY) {
    return FTEXT_INVALID;
  }
  for (name = node + 1; left > 0; left--, name = json->nodes[name].next) {
    check = find_check(json, name);
    if (check == FTEXT_MOST_CHECKS) {
      return unknown_check(options, json, name);
    }
    options->on[check] = on;
  }
  return FTEXT_OK;
}

static ftext_status read_run(ftext_check_options *options,
                             const ftext_json *json, uint32_t node) {
  memset(options->on, 0, sizeof options->on);
  return read_names(options, json, node, true);
}

static ftext_status read_skip(ftext_check_options *options,
                              const ftext_json *json, uint32_t node) {
  return read_names(options, json, node, false);
}

/* In the order in which they are read: skip comes behind run. */
static const option known_options[] = {
    {"columns", "an object of column names", read_columns},
    {"encoding", "the name of an encoding or a model", read_encoding},
    {"target", "the name of a target", read_target},
    {"format", "'completion' or 'chat'", read_format},
    {"task", "'auto', 'classification', 'conditional' or 'open-ended'",
     read_task},
    {"min_per_class", "a number from 0", read_min_per_class},
    {"max_tokens", "a number from 0", read_max_tokens},
    {"near_rows", "a number from 0", read_near_rows},
    {"thresholds", "an object of check names and numbers", read_thresholds},
    {"run", "an array of check names", read_run},
    {"skip", "an array of check names", read_skip},
    {"progress", "true or false", read_progress},
};

enum { OPTION_COUNT = sizeof known_options / sizeof known_options[0] };

static ftext_status reject_unknown(ftext_check_options *options,
                                   const ftext_json *json) {
  char words[FTEXT_UNKNOWN_OPTION_SIZE];
  uint32_t key = 1;
  uint32_t left = json->nodes[0].count;
  int i;

  for (; left > 0; left -= 2, key = json->nodes[json->nodes[key].next].next) {
    for (i = 0; i < OPTION_COUNT; i++) {
      if (ftext_json_is(json, key, known_options[i].name)) {
        break;
      }
    }
    if (i == OPTION_COUNT) {
      return invalid(options, "%s",
                     ftext_unknown_option(words, node_text(json, key),
                                          ftext_check_option_list));
    }
  }
  return FTEXT_OK;
}

static ftext_status read_options(ftext_check_options *options,
                                 const ftext_json *json) {
  char quoted[FTEXT_QUOTE_SIZE];
  ftext_status status;
  uint32_t node;
  int i;

  if (json->nodes[0].type != FTEXT_JSON_OBJECT) {
    return invalid(options, "options %s are not a JSON object",
                   quote_node(quoted, json, 0));
  }
  status = reject_unknown(options, json);
  for (i = 0; i < OPTION_COUNT && status == FTEXT_OK; i++) {
    node = ftext_json_member(json, 0, known_options[i].name);
    if (node == 0) {
      continue;
    }
    status = known_options[i].read(options, json, node);
    if (status == FTEXT_INVALID && options->error[0] == '\0') {
      invalid(options, "bad value %s of option '%s' (%s)",
              quote_node(quoted, json, node), known_options[i].name,
              known_options[i].expected);
    }
  }
  return status;
}

void ftext_check_options_init(ftext_check_options *options) {
  size_t i;

  memset(options, 0, sizeof *options);
  for (i = 0; i < FTEXT_FIELD_COUNT; i++) {
    ftext_buffer_init(&options->columns[i], SIZE_MAX);
  }
  for (i = 0; ftext_check_at(i) != NULL; i++) {
    options->on[i] = true;
    options->thresholds[i] = ftext_check_at(i)->threshold;
  }
  options->near_rows = 100000;
  options->progress = true;
  options->encoding = ftext_encoding_default();
}

ftext_status ftext_check_options_read(ftext_check_options *options,
                                      ftext_text text) {
  char quoted[FTEXT_QUOTE_SIZE];
  ftext_json json = {0};
  ftext_status status = ftext_json_parse(&json, text.bytes, text.length);

  if (status == FTEXT_INVALID) {
    invalid(options, "options %s are not JSON: %s at byte %zu",
            ftext_quote(quoted, text), json.error, json.error_at);
  } else if (status == FTEXT_OK) {
    status = read_options(options, &json);
  }
  ftext_json_free(&json);
  return status;
}

void ftext_check_options_free(ftext_check_options *options) {
  size_t i;

  for (i = 0; i < FTEXT_FIELD_COUNT; i++) {
    ftext_buffer_free(&options->columns[i]);
  }
}

#include "file/options.h"

#include <stdarg.h>
#include <stdio.h>

const ftext_option ftext_export_option_list[] = {
    {"ascii", "true or false; false",
     "escapes what is not ASCII as \\uXXXX, above U+FFFF as two"},
    {"bom", "true or false; false, but true for azure",
     "begins each file with U+FEFF"},
    {"check", "true or false; false",
     "refuses a record that the target would refuse, as ftext_validate does"},
    {"final_newline", "true or false; true", "ends the last line too"},
    {"json", "an array of column names",
     "the columns whose text is JSON, where that cannot be seen"},
    {"progress", "true or false; true",
     "says on the terminal, where standard error is one, how far a long export "
     "is"},
    {"target", "a name in ftext_targets",
     "gives a file what that trainer asks for, and check its rules"},
    {NULL, NULL, NULL},
};

void ftext_export_options_init(ftext_export_options *options) {
  *options = (ftext_export_options){.final_newline = true, .progress = true};
}

void ftext_export_options_free(ftext_export_options *options) {
  ftext_json_free(&options->document);
}

__attribute__((format(printf, 2, 3))) static ftext_status
invalid(ftext_export_options *options, const char *format, ...) {
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(options->error, sizeof options->error, format, arguments);
  va_end(arguments);
  return FTEXT_INVALID;
}

static ftext_status read_flag(ftext_export_options *options, const char *name,
                              uint32_t value, bool *flag) {
  ftext_json_type type = options->document.nodes[value].type;

  if (type != FTEXT_JSON_TRUE && type != FTEXT_JSON_FALSE) {
    return invalid(options, "option '%s' is not true or false", name);
  }
  *flag = type == FTEXT_JSON_TRUE;
  return FTEXT_OK;
}

static ftext_status read_json(ftext_export_options *options, uint32_t value) {
  const ftext_json_node *nodes = options->document.nodes;
  bool good = nodes[value].type == FTEXT_JSON_ARRAY;
  uint32_t i;

  for (i = 1; good && i <= nodes[value].count; i++) {
    good = nodes[value + i].type == FTEXT_JSON_STRING;
  }
  options->json = value;
  return good ? FTEXT_OK
              : invalid(options, "option 'json' is not an array of column "
                                 "names");
}

static ftext_status read_target(ftext_export_options *options, uint32_t value) {
  const ftext_json *document = &options->document;
  const ftext_json_node *node = &document->nodes[value];
  ftext_text name = {document->text + node->start, node->length};
  char words[FTEXT_UNKNOWN_TARGET_SIZE];

  options->target =
      node->type == FTEXT_JSON_STRING ? ftext_target_find(name) : NULL;
  return options->target != NULL
             ? FTEXT_OK
             : invalid(options, "%s", ftext_unknown_target(words, name));
}

/* What the options mean together. */
static ftext_status settle(ftext_export_options *options) {
  if (options->check && options->target == NULL) {
    return invalid(options, "option 'check' needs the option 'target'");
  }
  if (options->target != NULL && !options->bom_given) {
    options->bom = options->target->bom;
  }
  return FTEXT_OK;
}

static ftext_status read_member(ftext_export_options *options, uint32_t key,
                                uint32_t value) {
  const ftext_json *document = &options->document;
  const ftext_json_node *node = &document->nodes[key];
  ftext_text name = {document->text + node->start, node->length};
  char words[FTEXT_UNKNOWN_OPTION_SIZE];

  if (ftext_json_is(document, key, "bom")) {
    options->bom_given = true;
    return read_flag(options, "bom", value, &options->bom);
  }
  if (ftext_json_is(document, key, "check")) {
    return read_flag(options, "check", value, &options->check);
  }
  if (ftext_json_is(document, key, "target")) {
    return read_target(options, value);
  }
  if (ftext_json_is(document, key, "ascii")) {
    return read_flag(options, "ascii", value, &options->ascii);
  }
  if (ftext_json_is(document, key, "final_newline")) {
    return read_flag(options, "final_newline", value, &options->final_newline);
  }
  if (ftext_json_is(document, key, "progress")) {
    return read_flag(options, "progress", value, &options->progress);
  }
  if (ftext_json_is(document, key, "json")) {
    return read_json(options, value);
  }
  return invalid(options, "%s",
                 ftext_unknown_option(words, name, ftext_export_option_list));
}

ftext_status ftext_export_options_read(ftext_export_options *options,
                                       ftext_text text) {
  ftext_json *document = &options->document;
  ftext_status status = ftext_json_parse(document, text.bytes, text.length);
  uint32_t key = 1;
  uint32_t i;

  if (status == FTEXT_INVALID) {
    return invalid(options, "the options are not JSON: %s at byte %llu",
                   document->error, (unsigned long long)document->error_at + 1);
  }
  if (status == FTEXT_OK && document->nodes[0].type != FTEXT_JSON_OBJECT) {
    return invalid(options, "the options are not a JSON object");
  }
  for (i = 0; status == FTEXT_OK && i < document->nodes[0].count; i += 2) {
    status = read_member(options, key, key + 1);
    key = document->nodes[key + 1].next;
  }
  return status == FTEXT_OK ? settle(options) : status;
}

/*
** The table ftext_class_map: the whole map is made when a scan begins.
*/
#include "base/json.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "base/value.h"
#include "label/class_map.h"
#include "label/node.h"
#include "label/sql.h"
#include "token/argument.h"

#include <string.h>

enum { LABELS, ENCODING, STRATEGY, FORMAT, EXISTING };
enum {
  LABEL,
  CLASS_ID,
  COMPLETION,
  FIRST_TOKEN_ID,
  FIRST_TOKEN,
  TOKEN_COUNT,
  NOTE
};

static const ftext_column columns[] = {
    {"label", "TEXT", "the label"},
    {"class_id", "INTEGER", "its number, from 1, never used again"},
    {"completion", "TEXT",
     "what the model answers, with the space before it where there is one"},
    {"first_token_id", "INTEGER", "id of the completion's first token"},
    {"first_token", "",
     "that token's characters as TEXT, its bytes as a BLOB where they are "
     "not whole UTF-8"},
    {"token_count", "INTEGER", "tokens of the completion, 1 if chosen here"},
    {"note", "TEXT", "what a reviewer should look at, NULL for nothing"},
    {"labels", "", ""},
    {"encoding", "", ""},
    {"strategy", "", ""},
    {"format", "", ""},
    {"existing", "", ""},
};

typedef struct class_map_cursor {
  ftext_cursor base; /* must come first */
  ftext_class_map map;
  uint32_t class;
} class_map_cursor;

/* What reading one of the two JSON arguments takes. */
typedef struct array_reader {
  class_map_cursor *cursor;
  const char *argument;
  ftext_json json;
  ftext_buffer label;
  ftext_buffer completion;
} array_reader;

/* SQLite's code for a status of the map; the cursor gets the message. */
static int map_code(class_map_cursor *cursor, ftext_status status) {
  return status == FTEXT_INVALID
             ? ftext_table_error(&cursor->base, "%s", cursor->map.message)
             : ftext_status_code(status);
}

static int read_strategy(ftext_cursor *cursor, ftext_strategy *strategy) {
  static const char known[] = "number, letter, word, label";
  char quote[FTEXT_NEAREST_SIZE];
  ftext_text name;

  *strategy = FTEXT_BY_NUMBER;
  if (cursor->arguments[STRATEGY] == NULL) {
    return SQLITE_OK;
  }
  if (ftext_value_text(cursor->arguments[STRATEGY], &name) != FTEXT_OK) {
    return SQLITE_NOMEM;
  }
  if (ftext_strategy_find(name, strategy)) {
    return SQLITE_OK;
  }
  return ftext_table_error(cursor, "unknown strategy %s (known: %s)",
                           ftext_quote_unknown(quote, name, known), known);
}

static int read_format(ftext_cursor *cursor, bool *chat) {
  static const char known[] = "completion, chat";
  char quote[FTEXT_NEAREST_SIZE];
  ftext_text name;

  *chat = false;
  if (cursor->arguments[FORMAT] == NULL) {
    return SQLITE_OK;
  }
  if (ftext_value_text(cursor->arguments[FORMAT], &name) != FTEXT_OK) {
    return SQLITE_NOMEM;
  }
  *chat = ftext_text_is(name, "chat");
  if (*chat || ftext_text_is(name, "completion")) {
    return SQLITE_OK;
  }
  return ftext_table_error(cursor, "unknown format %s (known: %s)",
                           ftext_quote_unknown(quote, name, known), known);
}

static bool is_blank(ftext_text text) {
  size_t i;

  for (i = 0; i < text.length; i++) {
    if (text.bytes[i] != ' ' &&
        (text.bytes[i] < '\t' || text.bytes[i] > '\r')) {
      return false;
    }
  }
  return true;
}

/* A label, from the node of it. */
static int read_label(array_reader *reader, uint32_t node, uint32_t index,
                      ftext_text *label) {
  ftext_cursor *cursor = &reader->cursor->base;
  ftext_status status =
      ftext_node_text(&reader->json, node, &reader->label, label);

  if (status == FTEXT_INVALID) {
    return ftext_table_error(
        cursor, "%s[%u] has %s for a label (leave rows without a label out)",
        reader->argument, (unsigned)index,
        ftext_node_kind(&reader->json, node));
  }
  if (status == FTEXT_OK && is_blank(*label)) {
    return ftext_table_error(
        cursor, "%s[%u] is an empty label (leave rows without a label out)",
        reader->argument, (unsigned)index);
  }
  return ftext_status_code(status);
}

static int want(array_reader *reader, uint32_t node, uint32_t index) {
  ftext_text label;
  int rc = read_label(reader, node, index, &label);

  return rc == SQLITE_OK
             ? map_code(reader->cursor,
                        ftext_class_map_want(&reader->cursor->map, label))
             : rc;
}

/* An object with label, class_id and completion; other keys are left. */
static int keep(array_reader *reader, uint32_t node, uint32_t index) {
  static const char *const keys[] = {"label", "class_id", "completion"};
  ftext_cursor *cursor = &reader->cursor->base;
  const ftext_json *json = &reader->json;
  uint32_t members[3];
  ftext_text label;
  ftext_text completion;
  int64_t class_id;
  int rc;
  int i;

  if (json->nodes[node].type != FTEXT_JSON_OBJECT) {
    return ftext_table_error(
        cursor,
        "existing[%u] is %s, not an object {label, class_id, "
        "completion}",
        (unsigned)index, ftext_node_kind(json, node));
  }
  for (i = 0; i < 3; i++) {
    members[i] = ftext_json_member(json, node, keys[i]);
    if (members[i] == 0) {
      return ftext_table_error(cursor, "existing[%u] has no '%s'",
                               (unsigned)index, keys[i]);
    }
  }
  rc = read_label(reader, members[0], index, &label);
  if (rc != SQLITE_OK) {
    return rc;
  }
  if (!ftext_json_integer(json, members[1], &class_id)) {
    return ftext_table_error(cursor,
                             "existing[%u] has no whole number as class_id",
                             (unsigned)index);
  }
  switch (ftext_node_text(json, members[2], &reader->completion, &completion)) {
  case FTEXT_OK:
    return map_code(reader->cursor,
                    ftext_class_map_keep(&reader->cursor->map, label, class_id,
                                         completion));
  case FTEXT_INVALID:
    return ftext_table_error(cursor, "existing[%u] has %s for a completion",
                             (unsigned)index,
                             ftext_node_kind(json, members[2]));
  default:
    return SQLITE_NOMEM;
  }
}

static int parse(array_reader *reader, sqlite3_value *value,
                 const char *advice) {
  ftext_cursor *cursor = &reader->cursor->base;
  ftext_text text;
  ftext_status status = ftext_value_text(value, &text);

  if (status == FTEXT_OK) {
    status = ftext_json_parse(&reader->json, text.bytes, text.length);
  }
  if (status == FTEXT_INVALID) {
    return ftext_table_error(cursor, "%s is not JSON: %s at byte %lld",
                             reader->argument, reader->json.error,
                             (sqlite3_int64)reader->json.error_at);
  }
  if (status == FTEXT_OK && reader->json.nodes[0].type != FTEXT_JSON_ARRAY) {
    return ftext_table_error(cursor, "%s is %s, not a JSON array (%s)",
                             reader->argument,
                             ftext_node_kind(&reader->json, 0), advice);
  }
  return ftext_status_code(status);
}

/* Reads the JSON array in an argument, item by item. */
static int read_array(class_map_cursor *cursor, int argument,
                      const char *advice,
                      int (*item)(array_reader *, uint32_t, uint32_t)) {
  array_reader reader = {.cursor = cursor};
  uint32_t node = 1;
  uint32_t i;
  int rc;

  reader.argument = columns[cursor->base.table->column_count + argument].name;
  ftext_buffer_init(&reader.label, SIZE_MAX);
  ftext_buffer_init(&reader.completion, SIZE_MAX);
  rc = parse(&reader, cursor->base.arguments[argument], advice);
  if (rc == SQLITE_OK) {
    for (i = 0; rc == SQLITE_OK && i < reader.json.nodes[0].count; i++) {
      rc = item(&reader, node, i);
      node = reader.json.nodes[node].next;
    }
  }
  ftext_buffer_free(&reader.label);
  ftext_buffer_free(&reader.completion);
  ftext_json_free(&reader.json);
  return rc;
}

static int class_map_open(ftext_cursor *base) {
  class_map_cursor *cursor = (class_map_cursor *)base;
  const ftext_encoding *encoding;
  ftext_strategy strategy;
  bool chat;
  int rc;

  encoding = ftext_encoding_cursor_argument(base, ENCODING, &rc);
  if (encoding == NULL) {
    return rc;
  }
  rc = read_strategy(base, &strategy);
  if (rc == SQLITE_OK) {
    rc = read_format(base, &chat);
  }
  if (rc == SQLITE_OK) {
    rc = map_code(
        cursor, ftext_class_map_begin(&cursor->map, encoding, strategy, chat));
  }
  if (rc == SQLITE_OK && base->arguments[EXISTING] != NULL) {
    rc = read_array(cursor, EXISTING,
                    "json_group_array(json_object('label', label, 'class_id', "
                    "class_id, 'completion', completion))",
                    keep);
  }
  if (rc == SQLITE_OK) {
    rc = read_array(cursor, LABELS, "json_group_array(DISTINCT label)", want);
  }
  if (rc == SQLITE_OK) {
    rc = map_code(cursor, ftext_class_map_complete(&cursor->map));
  }
  base->end = cursor->map.labels.count == 0;
  return rc;
}

static int class_map_next(ftext_cursor *base) {
  class_map_cursor *cursor = (class_map_cursor *)base;

  base->end = ++cursor->class >= cursor->map.labels.count;
  return SQLITE_OK;
}

static void result_text(sqlite3_context *context, ftext_text text) {
  sqlite3_result_text64(context, (const char *)text.bytes, text.length,
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void result_token(sqlite3_context *context, ftext_text token) {
  if (ftext_utf8_valid_length(token.bytes, token.length) == token.length) {
    result_text(context, token);
  } else {
    sqlite3_result_blob64(context, token.bytes, token.length, SQLITE_TRANSIENT);
  }
}

static int class_map_column(ftext_cursor *base, sqlite3_context *context,
                            int column) {
  const class_map_cursor *cursor = (const class_map_cursor *)base;
  const ftext_class_map *map = &cursor->map;
  const ftext_class *class = &map->classes[cursor->class];

  switch (column) {
  case LABEL:
    result_text(context, ftext_class_label(map, cursor->class));
    break;
  case CLASS_ID:
    sqlite3_result_int64(context, class->class_id);
    break;
  case COMPLETION:
    result_text(context, ftext_class_completion(map, cursor->class));
    break;
  case FIRST_TOKEN_ID:
    sqlite3_result_int64(context, class->first_token);
    break;
  case FIRST_TOKEN:
    result_token(context, ftext_token_bytes(map->encoding, class->first_token));
    break;
  case TOKEN_COUNT:
    sqlite3_result_int64(context, (sqlite3_int64) class->token_count);
    break;
  case NOTE:
    if (class->note_length > 0) {
      result_text(context, ftext_class_note(map, cursor->class));
    }
    break;
  default:
    break;
  }
  return SQLITE_OK;
}

static void class_map_close(ftext_cursor *base) {
  ftext_class_map_free(&((class_map_cursor *)base)->map);
}

const ftext_table ftext_class_map_table = {
    .name = "ftext_class_map",
    .arguments = "labels [, encoding [, strategy [, format [, existing]]]]",
    .summary = "Numbers classes and gives each a completion of one token that "
               "no other class begins with.",
    .details =
        "labels is a JSON array of strings or numbers, as from "
        "json_group_array(DISTINCT label); a label that comes twice counts "
        "once; null and the empty label are errors. encoding is an "
        "encoding's or model's name, default o200k_base. strategy: 'number' "
        "(default) 1, 2, 3 ... up to 9999, skipping what is not one token; "
        "'letter' A to Z; 'word' lower-case words of the vocabulary, common "
        "ones first, none that is in a label; 'label' a word of the label "
        "itself, else a number. format: 'completion' (default) puts a space "
        "before the text, but not before numbers in an encoding where ' 1' "
        "is not one token; 'chat' never does. existing is a JSON array of "
        "objects {label, class_id, completion}, further keys are left: these "
        "classes come first and are kept as they are, also where the label "
        "is not in labels. New ones get the ids behind the largest one, in "
        "the order of labels; with 'number' the id is the number in the "
        "completion and skips what the completion skips. A new completion "
        "is one token, begins no other completion, and differs from every "
        "other in more than ASCII case. Errors: more classes than the "
        "strategy can tell apart (with the strategy that would do), and "
        "existing classes that share a label, an id or a first token.",
    .example = "SELECT label, class_id, completion FROM ftext_class_map("
               "'[\"refund\",\"shipping\"]', 'r50k_base')",
    .columns = columns,
    .column_count = 7,
    .argument_count = 5,
    .required = 1,
    .flags = FTEXT_PURE,
    .cursor_size = sizeof(class_map_cursor),
    .open = class_map_open,
    .next = class_map_next,
    .column = class_map_column,
    .close = class_map_close,
};

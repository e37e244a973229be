#include "base/json.h"
#include "base/value.h"
#include "label/match.h"
#include "label/node.h"
#include "label/sql.h"

#include <string.h>

/* Fails the function for a member that is not as it should be. */
static void fail_member(sqlite3_context *context, ftext_status status,
                        ftext_text label, const char *message) {
  char quote[FTEXT_QUOTE_SIZE];

  if (status != FTEXT_INVALID) {
    ftext_error_status(context, status);
  } else if (message[0] != '\0') {
    ftext_error(context, "%s", message);
  } else {
    ftext_error(context, "completion of label %s is not a string",
                ftext_quote(quote, label));
  }
}

/* Members of the object as matches. */
static bool read_members(sqlite3_context *context, const ftext_json *json,
                         ftext_matches *matches, ftext_buffer *labels,
                         ftext_buffer *completions) {
  char message[FTEXT_MATCH_MESSAGE] = "";
  uint32_t key = 1;
  uint32_t i;

  for (i = 0; i < json->nodes[0].count; i += 2) {
    uint32_t value = json->nodes[key].next;
    ftext_text label = ftext_text_of("");
    ftext_text completion;
    ftext_status status = ftext_node_text(json, key, labels, &label);

    if (status == FTEXT_OK) {
      status = ftext_node_text(json, value, completions, &completion);
    }
    if (status == FTEXT_OK) {
      status = ftext_matches_add(matches, label, completion, message);
    }
    if (status != FTEXT_OK) {
      fail_member(context, status, label, message);
      return false;
    }
    key = json->nodes[value].next;
  }
  return true;
}

static bool read_map(sqlite3_context *context, sqlite3_value *value,
                     ftext_matches *matches) {
  ftext_json json = {.text = NULL};
  ftext_buffer labels;
  ftext_buffer completions;
  ftext_text text;
  bool good = false;
  ftext_status status = ftext_value_text(value, &text);

  ftext_buffer_init(&labels, SIZE_MAX);
  ftext_buffer_init(&completions, SIZE_MAX);
  if (status == FTEXT_OK) {
    status = ftext_json_parse(&json, text.bytes, text.length);
  }
  if (status == FTEXT_INVALID) {
    ftext_error(context, "map is not JSON: %s at byte %lld", json.error,
                (sqlite3_int64)json.error_at);
  } else if (status != FTEXT_OK) {
    ftext_error_status(context, status);
  } else if (json.nodes[0].type != FTEXT_JSON_OBJECT) {
    ftext_error(context, "map is not a JSON object "
                         "(json_group_object(label, completion))");
  } else {
    good = read_members(context, &json, matches, &labels, &completions);
  }
  ftext_buffer_free(&labels);
  ftext_buffer_free(&completions);
  ftext_json_free(&json);
  return good;
}

static void matches_delete(void *matches) {
  ftext_matches_free(matches);
  sqlite3_free(matches);
}

/* A constant map is read once for a statement. */
static const ftext_matches *map_argument(sqlite3_context *context,
                                         sqlite3_value **argv, int at) {
  ftext_matches *matches = sqlite3_get_auxdata(context, at);

  if (matches != NULL) {
    return matches;
  }
  matches = sqlite3_malloc64(sizeof *matches);
  if (matches == NULL) {
    sqlite3_result_error_nomem(context);
    return NULL;
  }
  memset(matches, 0, sizeof *matches);
  if (!read_map(context, argv[at], matches)) {
    matches_delete(matches);
    return NULL;
  }
  sqlite3_set_auxdata(context, at, matches, matches_delete);
  matches = sqlite3_get_auxdata(context, at);
  if (matches == NULL) {
    sqlite3_result_error_nomem(context);
  }
  return matches;
}

void ftext_match_class_sql(sqlite3_context *context, int argc,
                           sqlite3_value **argv) {
  const ftext_matches *matches = map_argument(context, argv, 1);
  ftext_text answer;
  ftext_text label;

  (void)argc;
  if (matches == NULL) {
    return;
  }
  if (ftext_value_text(argv[0], &answer) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return;
  }
  if (ftext_matches_find(matches, answer, &label)) {
    sqlite3_result_text64(context, (const char *)label.bytes, label.length,
                          SQLITE_TRANSIENT, SQLITE_UTF8);
  }
}

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

static bool read_map(sqlite3_context *context, ftext_text text,
                     ftext_matches *matches) {
  ftext_json json = {.text = NULL};
  ftext_buffer labels;
  ftext_buffer completions;
  bool good = false;
  ftext_status status = ftext_json_parse(&json, text.bytes, text.length);

  ftext_buffer_init(&labels, SIZE_MAX);
  ftext_buffer_init(&completions, SIZE_MAX);
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

/* The map that was read last on a connection.  Auxiliary data would not do:
** SQLite drops it at every row where the map comes from a subquery. */
typedef struct last_map {
  ftext_buffer text;
  ftext_matches matches;
} last_map;

static void last_map_free(void *memo) {
  last_map *last = memo;

  ftext_buffer_free(&last->text);
  ftext_matches_free(&last->matches);
  sqlite3_free(last);
}

static last_map *new_map(sqlite3_context *context, ftext_text text) {
  last_map *map = sqlite3_malloc64(sizeof *map);

  if (map == NULL) {
    sqlite3_result_error_nomem(context);
    return NULL;
  }
  memset(map, 0, sizeof *map);
  ftext_buffer_init(&map->text, SIZE_MAX);
  ftext_buffer_append(&map->text, text.bytes, text.length);
  if (map->text.status != FTEXT_OK) {
    ftext_error_status(context, map->text.status);
  } else if (read_map(context, text, &map->matches)) {
    return map;
  }
  last_map_free(map);
  return NULL;
}

static const ftext_matches *map_argument(sqlite3_context *context,
                                         sqlite3_value *value) {
  static const char owner[] = "ftext_match_class";
  ftext_memory *memory =
      ftext_connection_memory(ftext_current_connection(context), owner);
  last_map *last = memory->data;
  ftext_text text;

  if (ftext_value_text(value, &text) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return NULL;
  }
  if (last != NULL && last->text.length == text.length &&
      memcmp(last->text.bytes, text.bytes, text.length) == 0) {
    return &last->matches;
  }
  last = new_map(context, text);
  if (last == NULL) {
    return NULL;
  }
  if (memory->data != NULL) {
    last_map_free(memory->data);
  }
  memory->data = last;
  memory->free = last_map_free;
  return &last->matches;
}

void ftext_match_class_sql(sqlite3_context *context, int argc,
                           sqlite3_value **argv) {
  const ftext_matches *matches = map_argument(context, argv[1]);
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

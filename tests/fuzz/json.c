/*
** JSON: what the reader takes SQLite takes too, and the other way round but
** for what RFC 8259 forbids; strings written and read again are the same.
*/
#include "common/check.h"
#include "common/database.h"

#include "base/json.h"
#include "base/utf8.h"

#include <string.h>

static bool sqlite_takes(const unsigned char *text, size_t size) {
  static sqlite3_stmt *statement;
  bool valid;

  if (statement == NULL) {
    CHECK(sqlite3_prepare_v2(fuzz_database(), "SELECT json_valid(?)", -1,
                             &statement, NULL) == SQLITE_OK);
  }
  sqlite3_bind_text(statement, 1, (const char *)text, (int)size, SQLITE_STATIC);
  fuzz_restart_clock();
  CHECK(sqlite3_step(statement) == SQLITE_ROW);
  valid = sqlite3_column_int(statement, 0) != 0;
  sqlite3_reset(statement);
  return valid;
}

/* The children of a node lie between it and its `next`, and end there. */
static void check_nodes(const ftext_json *json) {
  const ftext_json_node *node;
  uint32_t child;
  uint32_t i;
  uint32_t at;

  CHECK(json->node_count > 0 && json->nodes[0].next == json->node_count);
  for (at = 0; at < json->node_count; at++) {
    node = &json->nodes[at];
    CHECK(node->start <= json->length);
    CHECK(node->length <= json->length - node->start);
    child = at + 1;
    for (i = 0; i < node->count; i++) {
      CHECK(child < node->next);
      child = json->nodes[child].next;
    }
    CHECK(child == node->next);
  }
}

static void check_string(const ftext_json *json, uint32_t node) {
  ftext_json again = {0};
  ftext_buffer plain;
  ftext_buffer written;
  ftext_buffer reread;

  ftext_buffer_init(&plain, SIZE_MAX);
  ftext_buffer_init(&written, SIZE_MAX);
  ftext_buffer_init(&reread, SIZE_MAX);
  ftext_json_string(json, node, &plain);
  CHECK(plain.status == FTEXT_OK);
  CHECK(ftext_utf8_valid_length(plain.bytes, plain.length) == plain.length);
  ftext_json_write(&written, plain.bytes, plain.length);
  CHECK(ftext_json_parse(&again, written.bytes, written.length) == FTEXT_OK);
  CHECK(again.nodes[0].type == FTEXT_JSON_STRING);
  ftext_json_string(&again, 0, &reread);
  CHECK(reread.length == plain.length);
  CHECK(plain.length == 0 ||
        memcmp(reread.bytes, plain.bytes, plain.length) == 0);
  ftext_json_free(&again);
  ftext_buffer_free(&plain);
  ftext_buffer_free(&written);
  ftext_buffer_free(&reread);
}

static void check_numbers(const ftext_json *json, uint32_t node) {
  int64_t whole;
  double number;

  if (ftext_json_integer(json, node, &whole)) {
    CHECK(ftext_json_number(json, node, &number));
    CHECK(number == (double)whole);
  }
}

static void check_document(const ftext_json *json) {
  uint32_t at;

  check_nodes(json);
  for (at = 0; at < json->node_count; at++) {
    switch (json->nodes[at].type) {
    case FTEXT_JSON_STRING:
      check_string(json, at);
      break;
    case FTEXT_JSON_NUMBER:
      check_numbers(json, at);
      break;
    case FTEXT_JSON_OBJECT:
      CHECK(ftext_json_member(json, at, "a") < json->node_count);
      break;
    default:
      break;
    }
  }
}

/* Any text written as a string is a string of the text as read. */
static void check_written(const unsigned char *data, size_t size) {
  ftext_json json = {0};
  ftext_buffer written;
  ftext_buffer repaired;
  ftext_buffer reread;

  ftext_buffer_init(&written, SIZE_MAX);
  ftext_buffer_init(&repaired, SIZE_MAX);
  ftext_buffer_init(&reread, SIZE_MAX);
  ftext_json_write(&written, data, size);
  ftext_utf8_repair(&repaired, data, size);
  CHECK(ftext_json_parse(&json, written.bytes, written.length) == FTEXT_OK);
  ftext_json_string(&json, 0, &reread);
  CHECK(reread.length == repaired.length);
  CHECK(reread.length == 0 ||
        memcmp(reread.bytes, repaired.bytes, reread.length) == 0);
  ftext_json_free(&json);
  ftext_buffer_free(&written);
  ftext_buffer_free(&repaired);
  ftext_buffer_free(&reread);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  ftext_json json = {0};
  ftext_status status = ftext_json_parse(&json, data, size);

  CHECK(status == FTEXT_OK || status == FTEXT_INVALID);
  if (status == FTEXT_OK) {
    check_document(&json);
    CHECK(sqlite_takes(data, size));
  } else {
    CHECK(json.error != NULL && json.error_at <= size);
    CHECK(memchr(data, 0, size) != NULL || !sqlite_takes(data, size) ||
          strcmp(json.error, "broken UTF-8") == 0 ||
          strcmp(json.error, "nested too deep") == 0 ||
          strcmp(json.error, "control character in a string") == 0);
  }
  ftext_json_free(&json);
  check_written(data, size);
  return 0;
}

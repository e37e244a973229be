#include "check/example.h"

#include "base/json.h"

void ftext_examples_add(ftext_examples *examples, const ftext_example_id *id) {
  size_t length;

  if (examples->count >= FTEXT_MOST_EXAMPLES || id->type == FTEXT_ID_NONE) {
    return;
  }
  if (examples->json.limit == 0) {
    ftext_buffer_init(&examples->json, SIZE_MAX);
  }
  if (examples->count++ > 0) {
    ftext_buffer_append_byte(&examples->json, ',');
  }
  if (id->type == FTEXT_ID_INTEGER) {
    ftext_buffer_append_integer(&examples->json, id->integer);
    return;
  }
  length =
      id->text.length < FTEXT_LONGEST_ID ? id->text.length : FTEXT_LONGEST_ID;
  ftext_json_write(&examples->json, id->text.bytes, length);
}

/* Where the JSON text's next id begins, or its end. */
static size_t behind_id(const ftext_buffer *json, size_t at) {
  bool quoted = false;

  for (; at < json->length; at++) {
    if (json->bytes[at] == '"') {
      quoted = !quoted;
    } else if (quoted && json->bytes[at] == '\\') {
      at++;
    } else if (!quoted && json->bytes[at] == ',') {
      return at;
    }
  }
  return json->length;
}

void ftext_examples_append(ftext_examples *examples,
                           const ftext_examples *more) {
  size_t at = 0;
  size_t end;
  int i;

  if (examples->json.limit == 0) {
    ftext_buffer_init(&examples->json, SIZE_MAX);
  }
  for (i = 0; i < more->count && examples->count < FTEXT_MOST_EXAMPLES; i++) {
    end = behind_id(&more->json, at);
    if (examples->count++ > 0) {
      ftext_buffer_append_byte(&examples->json, ',');
    }
    ftext_buffer_append(&examples->json, more->json.bytes + at, end - at);
    at = end + 1;
  }
  if (more->json.status != FTEXT_OK) {
    examples->json.status = more->json.status;
  }
}

void ftext_examples_clear(ftext_examples *examples) {
  if (examples->json.limit != 0) {
    ftext_buffer_clear(&examples->json);
  }
  examples->count = 0;
}

void ftext_examples_free(ftext_examples *examples) {
  if (examples->json.limit != 0) {
    ftext_buffer_free(&examples->json);
  }
  examples->count = 0;
}

/*
** Options: whatever the JSON, the options of ftext_check and ftext_export
** are read or refused with a message, and what was read is what a reader of
** the manual would expect; a path with columns is taken apart or refused.
**
** Input: what it is for, then a document (common/document.h) or a path.
*/
#define _GNU_SOURCE
#include "common/check.h"
#include "common/document.h"

#include "base/utf8.h"
#include "check/options.h"
#include "file/options.h"
#include "file/path.h"

#include <string.h>

static void check_message(const char *message, size_t room) {
  size_t length = strnlen(message, room);

  CHECK(length > 0 && length < room);
  CHECK(ftext_utf8_valid_length((const uint8_t *)message, length) == length);
}

static void check_check_options(ftext_text json) {
  ftext_check_options options;
  ftext_status status;
  size_t i;

  ftext_check_options_init(&options);
  status = ftext_check_options_read(&options, json);
  CHECK(status == FTEXT_OK || status == FTEXT_INVALID);
  if (status == FTEXT_OK) {
    CHECK(options.error[0] == '\0' && options.encoding != NULL);
    CHECK(options.near_rows >= 0);
    for (i = 0; ftext_check_at(i) != NULL; i++) {
      CHECK(options.thresholds[i] >= 0);
    }
  } else {
    check_message(options.error, sizeof options.error);
  }
  ftext_check_options_free(&options);
}

static void check_export_options(ftext_text json) {
  ftext_export_options options;
  ftext_status status;

  ftext_export_options_init(&options);
  status = ftext_export_options_read(&options, json);
  CHECK(status == FTEXT_OK || status == FTEXT_INVALID);
  if (status == FTEXT_OK) {
    CHECK(!options.check || options.target != NULL);
    CHECK(options.json < options.document.node_count);
  } else {
    check_message(options.error, sizeof options.error);
  }
  ftext_export_options_free(&options);
}

/* The parts put together, in braces again where they were, are the path. */
static void check_parts(const ftext_path *path, ftext_text text) {
  size_t columns = 0;
  size_t at = 0;
  size_t i;
  size_t j;

  for (i = 0; i < path->count; i++) {
    const ftext_path_part *part = &path->parts[i];

    columns += part->is_column;
    at += part->is_column;
    for (j = 0; j < part->text.length; j++, at++) {
      CHECK(at < text.length && text.bytes[at] == part->text.bytes[j]);
      if (!part->is_column && memchr("{}", text.bytes[at], 2) != NULL) {
        at++;
        CHECK(text.bytes[at] == text.bytes[at - 1]);
      }
    }
    at += part->is_column;
  }
  CHECK(at == text.length);
  CHECK(columns == path->column_count);
}

static void check_path(ftext_text text) {
  ftext_path path = {0};
  ftext_status status = ftext_path_parse(&path, text);

  CHECK(status == FTEXT_OK || status == FTEXT_INVALID);
  if (status == FTEXT_OK) {
    check_parts(&path, text);
  } else {
    CHECK(path.error != NULL);
  }
  ftext_path_free(&path);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  ftext_buffer json;
  ftext_text text;

  if (size < 1) {
    return 0;
  }
  ftext_buffer_init(&json, SIZE_MAX);
  fuzz_document(&json, data + 1, size - 1);
  text = (ftext_text){json.bytes, json.length};
  switch (data[0] % 3) {
  case 0:
    check_check_options(text);
    break;
  case 1:
    check_export_options(text);
    break;
  default:
    check_path((ftext_text){data + 1, size - 1});
    break;
  }
  ftext_buffer_free(&json);
  return 0;
}

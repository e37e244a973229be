/*
** JSONL: the lines of any file are those that a plain search for LF finds,
** and JSON without white space is still the same JSON.  The first byte is
** the limit of a line, a zero for none.
*/
#define _GNU_SOURCE
#include "common/check.h"

#include "base/json.h"
#include "file/line.h"
#include "file/lines.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* The line at the start of the text, its ends and the mark taken off. */
static ftext_text next_line(ftext_text text, bool first, size_t *taken) {
  const uint8_t *end = memchr(text.bytes, '\n', text.length);
  size_t length = end == NULL ? text.length : (size_t)(end - text.bytes);

  *taken = end == NULL ? length : length + 1;
  text.length = length;
  if (length > 0 && text.bytes[length - 1] == '\r') {
    text.length--;
  }
  if (first && text.length >= 3 && memcmp(text.bytes, "\xEF\xBB\xBF", 3) == 0) {
    text.bytes += 3;
    text.length -= 3;
  }
  return text;
}

static void check_json(ftext_text line) {
  ftext_json json = {0};
  ftext_json again = {0};
  ftext_buffer dense;
  ftext_buffer ascii;
  size_t i;

  ftext_buffer_init(&dense, SIZE_MAX);
  ftext_buffer_init(&ascii, SIZE_MAX);
  if (ftext_json_parse(&json, line.bytes, line.length) == FTEXT_OK) {
    ftext_line_json(&dense, line);
    CHECK(memchr(dense.bytes, '\n', dense.length) == NULL);
    CHECK(ftext_json_parse(&again, dense.bytes, dense.length) == FTEXT_OK);
    CHECK(again.node_count == json.node_count);
    ftext_line_ascii(&ascii, (ftext_text){dense.bytes, dense.length});
    for (i = 0; i < ascii.length; i++) {
      CHECK(ascii.bytes[i] < 0x80);
    }
    CHECK(ftext_json_parse(&again, ascii.bytes, ascii.length) == FTEXT_OK);
    CHECK(again.node_count == json.node_count);
  }
  ftext_json_free(&json);
  ftext_json_free(&again);
  ftext_buffer_free(&dense);
  ftext_buffer_free(&ascii);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  ftext_text rest = {data + 1, size - 1};
  ftext_lines_result result;
  ftext_lines lines;
  ftext_text wanted;
  ftext_text line;
  size_t limit;
  size_t taken;
  int64_t number = 0;
  int descriptor;
  int error = 0;

  if (size < 1) {
    return 0;
  }
  limit = data[0] == 0 ? 1000000 : data[0];
  descriptor = memfd_create("lines", 0);
  CHECK(descriptor >= 0);
  CHECK(write(descriptor, rest.bytes, rest.length) == (ssize_t)rest.length);
  CHECK(lseek(descriptor, 0, SEEK_SET) == 0);
  ftext_lines_init(&lines, descriptor, limit);
  while ((result = ftext_lines_next(&lines, &line, &error)) !=
         FTEXT_LINES_END) {
    CHECK(rest.length > 0);
    CHECK(lines.number == ++number);
    wanted = next_line(rest, number == 1, &taken);
    rest.bytes += taken;
    rest.length -= taken;
    CHECK(result ==
          (wanted.length > limit ? FTEXT_LINES_TOO_LONG : FTEXT_LINES_LINE));
    if (result == FTEXT_LINES_LINE) {
      CHECK(line.length == wanted.length);
      CHECK(memcmp(line.bytes, wanted.bytes, line.length) == 0);
      check_json(wanted);
    }
  }
  CHECK(rest.length == 0);
  ftext_lines_close(&lines);
  return 0;
}

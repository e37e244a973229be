#include "base/json.h"

#include "base/utf8.h"

#include <string.h>

/* How many bytes from here need no escape and are valid UTF-8. */
static size_t plain_length(const uint8_t *text, size_t length) {
  size_t at = 0;
  uint32_t character;
  int read;

  while (at < length) {
    if (text[at] < ' ' || text[at] == '"' || text[at] == '\\') {
      return at;
    }
    read = ftext_utf8_read(text + at, length - at, &character);
    if (read < 0) {
      return at;
    }
    at += (size_t)read;
  }
  return at;
}

static void write_escape(ftext_buffer *out, uint8_t byte) {
  static const char hex[] = "0123456789abcdef";
  static const char values[] = "\b\f\n\r\t\"\\";
  static const char names[] = "bfnrt\"\\";
  const char *value = byte == 0 ? NULL : strchr(values, byte);
  uint8_t unicode[] = {'\\', 'u', '0', '0', 0, 0};

  if (value != NULL) {
    ftext_buffer_append_byte(out, '\\');
    ftext_buffer_append_byte(out, (uint8_t)names[value - values]);
    return;
  }
  unicode[4] = (uint8_t)hex[byte >> 4];
  unicode[5] = (uint8_t)hex[byte & 15];
  ftext_buffer_append(out, unicode, sizeof unicode);
}

void ftext_json_write(ftext_buffer *out, const uint8_t *text, size_t length) {
  uint32_t character;
  size_t plain;
  int read;

  ftext_buffer_append_byte(out, '"');
  while (length > 0 && out->status == FTEXT_OK) {
    plain = plain_length(text, length);
    ftext_buffer_append(out, text, plain);
    text += plain;
    length -= plain;
    if (length == 0) {
      break;
    }
    read = ftext_utf8_read(text, length, &character);
    if (read < 0) {
      ftext_buffer_append(out, "\xEF\xBF\xBD", 3);
    } else {
      write_escape(out, text[0]);
    }
    text += read < 0 ? -read : read;
    length -= (size_t)(read < 0 ? -read : read);
  }
  ftext_buffer_append_byte(out, '"');
}

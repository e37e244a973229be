#include "base/text.h"

#include "base/utf8.h"

#include <string.h>

ftext_text ftext_text_of(const char *string) {
  return (ftext_text){(const uint8_t *)string, strlen(string)};
}

bool ftext_text_is(ftext_text text, const char *string) {
  return ftext_text_equal(text, ftext_text_of(string));
}

bool ftext_text_equal(ftext_text a, ftext_text b) {
  return a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

int ftext_text_compare(ftext_text a, ftext_text b) {
  size_t shorter = a.length < b.length ? a.length : b.length;
  int order = memcmp(a.bytes, b.bytes, shorter);

  if (order != 0) {
    return order;
  }
  return (a.length > b.length) - (a.length < b.length);
}

const char *ftext_quote(char out[FTEXT_QUOTE_SIZE], ftext_text text) {
  enum { MOST_CHARACTERS = 40 };
  size_t at = 0;
  size_t length = 0;
  uint32_t character;
  int count;
  int read;

  out[length++] = '\'';
  for (count = 0; at < text.length && count < MOST_CHARACTERS; count++) {
    read = ftext_utf8_read(text.bytes + at, text.length - at, &character);
    if (read < 0 || character < ' ' || character == 0x7F) {
      out[length++] = '?';
    } else {
      memcpy(out + length, text.bytes + at, (size_t)read);
      length += (size_t)read;
    }
    at += (size_t)(read < 0 ? -read : read);
  }
  if (at < text.length) {
    memcpy(out + length, "...", 3);
    length += 3;
  }
  out[length++] = '\'';
  out[length] = '\0';
  return out;
}

#include "file/line.h"

#include "base/utf8.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The program's locale may write another sign for the decimal point, of
** several bytes even: whatever is none of a number's own characters. */
static void append_number(ftext_buffer *out, const char *text) {
  static const char own[] = "0123456789+-e";
  bool whole = true;
  size_t length;

  while (*text != '\0') {
    length = strspn(text, own);
    whole = whole && memchr(text, 'e', length) == NULL;
    ftext_buffer_append(out, text, length);
    text += length;
    length = strcspn(text, own);
    if (length > 0) {
      ftext_buffer_append_byte(out, '.');
      whole = false;
      text += length;
    }
  }
  if (whole) {
    ftext_buffer_append_string(out, ".0");
  }
}

void ftext_line_real(ftext_buffer *out, double number) {
  char text[48];
  int digits = fabs(number) < DBL_MIN ? 1 : DBL_DIG;

  do {
    snprintf(text, sizeof text, "%.*g", digits, number);
  } while (digits++ < DBL_DECIMAL_DIG && strtod(text, NULL) != number);
  append_number(out, text);
}

/* The length of the JSON string at `text`, its quotes included. */
static size_t string_length(const uint8_t *text) {
  size_t at = 1;

  while (text[at] != '"') {
    at += text[at] == '\\' ? 2 : 1;
  }
  return at + 1;
}

static bool is_space(uint8_t byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

void ftext_line_json(ftext_buffer *out, ftext_text json) {
  size_t start = 0;
  size_t at = 0;

  while (at < json.length) {
    if (json.bytes[at] == '"') {
      at += string_length(json.bytes + at);
    } else if (is_space(json.bytes[at])) {
      ftext_buffer_append(out, json.bytes + start, at - start);
      start = ++at;
    } else {
      at++;
    }
  }
  ftext_buffer_append(out, json.bytes + start, at - start);
}

static void append_unit(ftext_buffer *out, uint32_t unit) {
  static const char hex[] = "0123456789abcdef";
  char escape[6] = {'\\', 'u'};
  int i;

  for (i = 0; i < 4; i++) {
    escape[2 + i] = hex[unit >> (12 - 4 * i) & 15];
  }
  ftext_buffer_append(out, escape, sizeof escape);
}

static size_t ascii_length(ftext_text text, size_t at) {
  size_t start = at;

  while (at < text.length && text.bytes[at] < 0x80) {
    at++;
  }
  return at - start;
}

void ftext_line_ascii(ftext_buffer *out, ftext_text line) {
  size_t at = 0;
  size_t plain;
  uint32_t character;

  while (at < line.length && out->status == FTEXT_OK) {
    plain = ascii_length(line, at);
    ftext_buffer_append(out, line.bytes + at, plain);
    at += plain;
    if (at == line.length) {
      return;
    }
    at +=
        (size_t)ftext_utf8_read(line.bytes + at, line.length - at, &character);
    if (character > 0xFFFF) {
      append_unit(out, 0xD800 + ((character - 0x10000) >> 10));
      character = 0xDC00 + ((character - 0x10000) & 0x3FF);
    }
    append_unit(out, character);
  }
}

bool ftext_line_is_container(ftext_text text) {
  size_t at = 0;

  while (at < text.length && is_space(text.bytes[at])) {
    at++;
  }
  return at < text.length && (text.bytes[at] == '{' || text.bytes[at] == '[');
}

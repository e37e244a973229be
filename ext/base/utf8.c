#include "base/utf8.h"

#include <string.h>

/* What a lead byte asks for: how long the sequence is, and the range of
** its second byte (later ones are always 80..BF).  Length 0: not a lead. */
typedef struct lead {
  uint8_t length;
  uint8_t low;
  uint8_t high;
} lead;

static lead lead_of(uint8_t byte) {
  if (byte >= 0xC2 && byte <= 0xDF) {
    return (lead){2, 0x80, 0xBF};
  }
  if (byte >= 0xE0 && byte <= 0xEF) {
    return (lead){3, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF};
  }
  if (byte >= 0xF0 && byte <= 0xF4) {
    return (lead){4, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF};
  }
  return (lead){0, 0, 0};
}

int ftext_utf8_read(const uint8_t *text, size_t length, uint32_t *character) {
  uint32_t value;
  lead first;
  int i;

  if (text[0] < 0x80) {
    *character = text[0];
    return 1;
  }
  *character = FTEXT_REPLACEMENT;
  first = lead_of(text[0]);
  if (first.length == 0 || length < 2 || text[1] < first.low ||
      text[1] > first.high) {
    return -1;
  }
  value = text[0] & (0x7Fu >> first.length);
  value = value << 6 | (text[1] & 0x3Fu);
  for (i = 2; i < first.length; i++) {
    if ((size_t)i >= length || (text[i] & 0xC0) != 0x80) {
      return -i;
    }
    value = value << 6 | (text[i] & 0x3Fu);
  }
  *character = value;
  return first.length;
}

size_t ftext_utf8_write(uint32_t character, uint8_t out[4]) {
  if (character < 0x80) {
    out[0] = (uint8_t)character;
    return 1;
  }
  if (character < 0x800) {
    out[0] = (uint8_t)(0xC0 | character >> 6);
    out[1] = (uint8_t)(0x80 | (character & 0x3F));
    return 2;
  }
  if (character < 0x10000) {
    out[0] = (uint8_t)(0xE0 | character >> 12);
    out[1] = (uint8_t)(0x80 | (character >> 6 & 0x3F));
    out[2] = (uint8_t)(0x80 | (character & 0x3F));
    return 3;
  }
  out[0] = (uint8_t)(0xF0 | character >> 18);
  out[1] = (uint8_t)(0x80 | (character >> 12 & 0x3F));
  out[2] = (uint8_t)(0x80 | (character >> 6 & 0x3F));
  out[3] = (uint8_t)(0x80 | (character & 0x3F));
  return 4;
}

/* Steps over ASCII eight bytes at a time: most text is mostly that. */
static size_t ascii_length(const uint8_t *text, size_t length) {
  size_t at = 0;
  uint64_t word;

  while (length - at >= sizeof word) {
    memcpy(&word, text + at, sizeof word);
    if ((word & 0x8080808080808080u) != 0) {
      break;
    }
    at += sizeof word;
  }
  while (at < length && text[at] < 0x80) {
    at++;
  }
  return at;
}

size_t ftext_utf8_valid_length(const uint8_t *text, size_t length) {
  size_t at = ascii_length(text, length);
  uint32_t character;
  int read;

  while (at < length) {
    read = ftext_utf8_read(text + at, length - at, &character);
    if (read < 0) {
      return at;
    }
    at += (size_t)read;
    at += ascii_length(text + at, length - at);
  }
  return at;
}

size_t ftext_utf8_count(const uint8_t *text, size_t length) {
  size_t count = 0;
  uint32_t character;
  int read;

  while (length > 0) {
    read = ftext_utf8_read(text, length, &character);
    text += read < 0 ? -read : read;
    length -= (size_t)(read < 0 ? -read : read);
    count++;
  }
  return count;
}

void ftext_utf8_repair(ftext_buffer *buffer, const uint8_t *text,
                       size_t length) {
  size_t valid = ftext_utf8_valid_length(text, length);
  uint32_t character;

  ftext_buffer_append(buffer, text, valid);
  while (valid < length && buffer->status == FTEXT_OK) {
    text += valid;
    length -= valid;
    ftext_buffer_append(buffer, "\xEF\xBF\xBD", 3);
    valid = (size_t)-ftext_utf8_read(text, length, &character);
    text += valid;
    length -= valid;
    valid = ftext_utf8_valid_length(text, length);
    ftext_buffer_append(buffer, text, valid);
  }
}

size_t ftext_utf8_boundary(const uint8_t *text, size_t length, size_t size) {
  int i;

  /* Three bytes at most belong to a character that begins before them; a
  ** fourth continuation byte is a broken sequence by itself. */
  for (i = 0; i < 3 && size < length && (text[size] & 0xC0) == 0x80; i++) {
    size++;
  }
  return size;
}

void ftext_utf8_prefix(ftext_buffer *buffer, const uint8_t *text, size_t length,
                       size_t most) {
  size_t start = buffer->length;
  size_t end;

  /* Repairing makes no text shorter: the first `most` bytes come from no
  ** more than as many. */
  if (most < length) {
    length = ftext_utf8_boundary(text, length, most);
  }
  ftext_utf8_repair(buffer, text, length);
  if (buffer->status != FTEXT_OK || buffer->length - start <= most) {
    return;
  }
  end = start + most;
  while ((buffer->bytes[end] & 0xC0) == 0x80) {
    end--;
  }
  buffer->length = end;
}

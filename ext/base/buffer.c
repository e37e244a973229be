#include "base/buffer.h"

#include <string.h>

void ftext_buffer_init(ftext_buffer *buffer, size_t limit) {
  *buffer = (ftext_buffer){.limit = limit};
}

void ftext_buffer_free(ftext_buffer *buffer) {
  ftext_release(buffer->bytes);
  ftext_buffer_init(buffer, buffer->limit);
}

void ftext_buffer_clear(ftext_buffer *buffer) {
  buffer->length = 0;
  buffer->status = FTEXT_OK;
}

uint8_t *ftext_buffer_reserve(ftext_buffer *buffer, size_t count) {
  void *bytes = buffer->bytes;

  if (buffer->status != FTEXT_OK) {
    return NULL;
  }
  if (count > buffer->limit - buffer->length) {
    buffer->status = FTEXT_TOO_BIG;
    return NULL;
  }
  buffer->status =
      ftext_grow(&bytes, &buffer->capacity, buffer->length + count, 1);
  buffer->bytes = bytes;
  if (buffer->status != FTEXT_OK) {
    return NULL;
  }
  return buffer->bytes + buffer->length;
}

void ftext_buffer_append(ftext_buffer *buffer, const void *bytes,
                         size_t count) {
  uint8_t *room = count > 0 ? ftext_buffer_reserve(buffer, count) : NULL;

  if (room != NULL) {
    memcpy(room, bytes, count);
    buffer->length += count;
  }
}

void ftext_buffer_append_byte(ftext_buffer *buffer, uint8_t byte) {
  ftext_buffer_append(buffer, &byte, 1);
}

void ftext_buffer_append_string(ftext_buffer *buffer, const char *string) {
  ftext_buffer_append(buffer, string, strlen(string));
}

void ftext_buffer_append_integer(ftext_buffer *buffer, int64_t number) {
  uint8_t digits[20];
  size_t at = sizeof digits;
  uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

  do {
    digits[--at] = (uint8_t)('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (number < 0) {
    digits[--at] = '-';
  }
  ftext_buffer_append(buffer, digits + at, sizeof digits - at);
}

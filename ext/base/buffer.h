/*
** A string of bytes that grows.
**
** Errors are sticky: once an append has failed, status says why, all later
** appends do nothing, and the caller looks once at the end.  No buffer
** grows past its limit, which is SQLite's own limit for a value where the
** bytes become a result.
*/
#ifndef FTEXT_BASE_BUFFER_H
#define FTEXT_BASE_BUFFER_H

#include "base/memory.h"

#include <stdint.h>

typedef struct ftext_buffer {
  uint8_t *bytes;      /* not zero-terminated */
  size_t length;       /* bytes in use */
  size_t capacity;     /* bytes allocated */
  size_t limit;        /* length is never above this */
  ftext_status status; /* the first error, or FTEXT_OK */
} ftext_buffer;

/* An empty buffer; nothing is allocated yet. */
void ftext_buffer_init(ftext_buffer *buffer, size_t limit);

/* Gives the memory back; the buffer is empty and may be used again. */
void ftext_buffer_free(ftext_buffer *buffer);

/* Forgets the content, keeps the memory and the limit, clears the error. */
void ftext_buffer_clear(ftext_buffer *buffer);

/* Makes room for `count` more bytes and returns where they go, or NULL;
** the caller writes them and adds what it wrote to length. */
uint8_t *ftext_buffer_reserve(ftext_buffer *buffer, size_t count);

void ftext_buffer_append(ftext_buffer *buffer, const void *bytes, size_t count);
void ftext_buffer_append_byte(ftext_buffer *buffer, uint8_t byte);
void ftext_buffer_append_string(ftext_buffer *buffer, const char *string);
void ftext_buffer_append_integer(ftext_buffer *buffer, int64_t number);

#endif

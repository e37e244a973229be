/*
** UTF-8, read strictly.
**
** A broken sequence counts as one U+FFFD for each of its maximal subparts
** (Unicode 16.0, section 3.9, table 3-7), which is how Python's
** bytes.decode('utf-8', 'replace') reads it.  Overlong forms, surrogates
** and anything above U+10FFFF are broken.  NUL is a character like others.
*/
#ifndef FTEXT_BASE_UTF8_H
#define FTEXT_BASE_UTF8_H

#include "base/buffer.h"

#define FTEXT_REPLACEMENT 0xFFFDu

/* Reads the character at `text`, of which `length` > 0 bytes are left.
** Returns its length in bytes, 1 to 4; for a broken sequence minus the
** length of its maximal subpart, and the character is U+FFFD. */
int ftext_utf8_read(const uint8_t *text, size_t length, uint32_t *character);

/* Writes one character, returns its length.  It must be a scalar value. */
size_t ftext_utf8_write(uint32_t character, uint8_t out[4]);

/* How many bytes at the start of the text are whole, valid characters. */
size_t ftext_utf8_valid_length(const uint8_t *text, size_t length);

/* How many characters the text has, broken sequences read as above. */
size_t ftext_utf8_count(const uint8_t *text, size_t length);

/* Appends the text with every broken sequence replaced by U+FFFD. */
void ftext_utf8_repair(ftext_buffer *buffer, const uint8_t *text,
                       size_t length);

/* A place at `size` <= length, or at most three bytes behind it, where the
** text may be cut: no character, and no broken sequence, has bytes on both
** sides of it. */
size_t ftext_utf8_boundary(const uint8_t *text, size_t length, size_t size);

/* Appends the whole characters at the start of the text, repaired as above,
** that take at most `most` bytes. */
void ftext_utf8_prefix(ftext_buffer *buffer, const uint8_t *text, size_t length,
                       size_t most);

#endif

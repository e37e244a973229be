/*
** A string of bytes that somebody else owns: how text travels through the
** pure parts.  Not zero-terminated; NUL is a character like others.
*/
#ifndef FTEXT_BASE_TEXT_H
#define FTEXT_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct ftext_text {
  const uint8_t *bytes; /* never NULL */
  size_t length;
} ftext_text;

/* The bytes of a C string. */
ftext_text ftext_text_of(const char *string);

/* Whether the text is exactly the string. */
bool ftext_text_is(ftext_text text, const char *string);

bool ftext_text_equal(ftext_text a, ftext_text b);

/* Order by bytes, the shorter first where one begins the other: <0, 0, >0. */
int ftext_text_compare(ftext_text a, ftext_text b);

/* Writes the text for an error message: in single quotes, at most 40
** characters, '?' for control characters and broken UTF-8.  Returns out. */
enum { FTEXT_QUOTE_SIZE = 176 };
const char *ftext_quote(char out[FTEXT_QUOTE_SIZE], ftext_text text);

/* How many bytes two texts of this length have in common at their start. */
static inline size_t ftext_same_length(const uint8_t *one, const uint8_t *other,
                                       size_t length) {
  size_t at = 0;

  while (length - at >= 8 && memcmp(one + at, other + at, 8) == 0) {
    at += 8;
  }
  while (at < length && one[at] == other[at]) {
    at++;
  }
  return at;
}

#endif

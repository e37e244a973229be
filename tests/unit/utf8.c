/*
** Where a text may be cut, how long it is, and what is read of it when it is
** broken: over all short texts of the bytes that UTF-8 treats differently,
** against walking the text from its start.
*/
#include "base/utf8.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST = 5, MOST_REPAIRED = 3 * LONGEST };

static const uint8_t bytes[] = {'a',  0x80, 0x90, 0xA0, 0xC0, 0xC2,
                                0xE0, 0xE1, 0xED, 0xF0, 0xF4};

enum { KINDS = sizeof bytes };

static int failed;

static void complain(const char *what, const uint8_t *text, size_t length) {
  size_t i;

  printf("%s:", what);
  for (i = 0; i < length; i++) {
    printf(" %02X", text[i]);
  }
  printf("\n");
  failed = 1;
}

/* The text from its start: characters, where each ends, and the text with
** those that are broken replaced. */
typedef struct walk {
  size_t count;
  size_t ends[LONGEST + 1];
  size_t repaired_ends[LONGEST + 1];
  uint8_t repaired[MOST_REPAIRED + 4];
} walk;

static void take(walk *out, const uint8_t *text, size_t length) {
  size_t at = 0;
  size_t written = 0;
  uint32_t character;
  int read;

  out->count = 0;
  out->ends[0] = 0;
  out->repaired_ends[0] = 0;
  while (at < length) {
    read = ftext_utf8_read(text + at, length - at, &character);
    at += (size_t)(read < 0 ? -read : read);
    written += ftext_utf8_write(character, out->repaired + written);
    out->count++;
    out->ends[out->count] = at;
    out->repaired_ends[out->count] = written;
  }
}

static bool ends_at(const walk *of, size_t at) {
  size_t i;

  for (i = 0; i <= of->count; i++) {
    if (of->ends[i] == at) {
      return true;
    }
  }
  return false;
}

static void check_prefix(const walk *of, const uint8_t *text, size_t length,
                         size_t most) {
  uint8_t memory[MOST_REPAIRED + 16] = "kept";
  ftext_buffer out = {.bytes = memory,
                      .length = 4,
                      .capacity = sizeof memory,
                      .limit = sizeof memory};
  size_t whole = 0;

  while (whole < of->count && of->repaired_ends[whole + 1] <= most) {
    whole++;
  }
  ftext_utf8_prefix(&out, text, length, most);
  if (out.status != FTEXT_OK || out.length != 4 + of->repaired_ends[whole] ||
      memcmp(out.bytes, "kept", 4) != 0 ||
      memcmp(out.bytes + 4, of->repaired, out.length - 4) != 0) {
    complain("another prefix", text, length);
  }
}

static void check(const uint8_t *text, size_t length) {
  walk of;
  size_t size;
  size_t at;

  take(&of, text, length);
  if (ftext_utf8_count(text, length) != of.count) {
    complain("another count", text, length);
  }
  for (size = 0; size <= length; size++) {
    at = ftext_utf8_boundary(text, length, size);
    if (at < size || at > size + 3 || !ends_at(&of, at) ||
        (ends_at(&of, size) && at > size && (text[size] & 0xC0) != 0x80)) {
      complain("another boundary", text, length);
    }
  }
  for (size = 0; size <= MOST_REPAIRED; size++) {
    check_prefix(&of, text, length, size);
  }
}

int main(void) {
  uint8_t text[LONGEST];
  size_t length;
  size_t number;
  size_t rest;
  size_t all = 1;
  size_t i;

  for (length = 0; length <= LONGEST && failed == 0; length++) {
    for (number = 0; number < all; number++) {
      rest = number;
      for (i = 0; i < length; i++) {
        text[i] = bytes[rest % KINDS];
        rest /= KINDS;
      }
      check(text, length);
    }
    all *= KINDS;
  }
  return failed;
}

/*
** The table of unassigned code points is that of Unicode 15.0, and they
** are inert whatever utf8proc knows.  All answers together have one hash:
** with an utf8proc that answers otherwise, fingerprints would change.
*/
#include "text/unicode.h"
#include "base/sha256.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

static bool in_table(int32_t c) {
  return (ftext_unicode_mark((uint32_t)c) & FTEXT_UNASSIGNED) != 0;
}

static bool is_inert(int32_t c) {
  int32_t marked = ftext_unicode_mark((uint32_t)c);
  int32_t out[FTEXT_UNICODE_EXPANSION];
  int32_t pair[2] = {'e', marked};

  return !ftext_unicode_is_mark(marked) && !ftext_unicode_is_space(marked) &&
         !ftext_unicode_is_punctuation(marked) &&
         !ftext_unicode_is_digit(marked) &&
         ftext_unicode_combining_class(marked) == 0 &&
         ftext_unicode_expand(marked,
                              FTEXT_EXPAND_COMPATIBILITY | FTEXT_EXPAND_FOLD,
                              out) == 1 &&
         out[0] == marked && ftext_unicode_compose(pair, 2) == 2 &&
         pair[1] == marked;
}

static void hash_numbers(ftext_sha256 *hash, const int32_t *numbers,
                         size_t count) {
  uint8_t bytes[3];
  size_t i;

  for (i = 0; i < count; i++) {
    bytes[0] = (uint8_t)numbers[i];
    bytes[1] = (uint8_t)(numbers[i] >> 8);
    bytes[2] = (uint8_t)(numbers[i] >> 16);
    ftext_sha256_update(hash, bytes, sizeof bytes);
  }
}

static void hash_character(ftext_sha256 *hash, int32_t character) {
  static const unsigned how[] = {
      FTEXT_EXPAND_CANONICAL, FTEXT_EXPAND_COMPATIBILITY, FTEXT_EXPAND_FOLD,
      FTEXT_EXPAND_COMPATIBILITY | FTEXT_EXPAND_FOLD};
  int32_t out[FTEXT_UNICODE_EXPANSION];
  size_t count;
  size_t i;

  out[0] = ftext_unicode_is_space(character) |
           ftext_unicode_is_punctuation(character) << 1 |
           ftext_unicode_is_digit(character) << 2 |
           ftext_unicode_is_mark(character) << 3;
  out[1] = ftext_unicode_combining_class(character);
  hash_numbers(hash, out, 2);
  for (i = 0; i < sizeof how / sizeof how[0]; i++) {
    count = ftext_unicode_expand(character, how[i], out);
    if (count > 1 || out[0] != character) {
      hash_numbers(hash, out, count);
    }
  }
  count = ftext_unicode_expand(character, FTEXT_EXPAND_CANONICAL, out);
  hash_numbers(hash, out, ftext_unicode_compose(out, count));
}

static int answers_changed(void) {
  static const char wanted[] = "8910fb34e677903120e99459f69818e4";
  uint8_t digest[FTEXT_SHA256_SIZE];
  char digits[33];
  ftext_sha256 hash;
  int32_t c;
  size_t i;

  ftext_sha256_init(&hash);
  for (c = 0; c < 0x110000; c++) {
    hash_character(&hash, ftext_unicode_mark((uint32_t)c));
  }
  ftext_sha256_final(&hash, digest);
  for (i = 0; i < 16; i++) {
    snprintf(digits + 2 * i, 3, "%02x", digest[i]);
  }
  if (strcmp(digits, wanted) == 0) {
    return 0;
  }
  fprintf(stderr,
          "characters hash to %s, not %s: utf8proc %s answers "
          "otherwise than Unicode 15.0\n",
          digits, wanted, utf8proc_version());
  return 1;
}

int main(void) {
  bool same = strcmp(utf8proc_unicode_version(), "15.0.0") == 0;
  int failures = 0;
  int32_t c;

  for (c = 0; c < 0x110000; c++) {
    bool unknown = utf8proc_category(c) == UTF8PROC_CATEGORY_CN;

    if (same ? unknown != in_table(c) : unknown && !in_table(c)) {
      fprintf(stderr, "U+%04X: the table is wrong\n", (unsigned)c);
      failures++;
    }
    if (in_table(c) && !is_inert(c)) {
      fprintf(stderr, "U+%04X is unassigned, not inert\n", (unsigned)c);
      failures++;
    }
  }
  failures += answers_changed();
  return failures > 0;
}

/*
** The character classes are those of utf8proc wherever both know the
** character, and what only one of them knows was assigned later than the
** other one's Unicode.
*/
#include "base/character.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

/* White_Space, by code point: utf8proc has no such property. */
static bool is_space(uint32_t c) {
  return (c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0x85 || c == 0xa0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
         c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

static ftext_character_class class_by_utf8proc(uint32_t c) {
  if (c == '\r' || c == '\n') {
    return FTEXT_NEWLINE;
  }
  if (is_space(c)) {
    return FTEXT_SPACE;
  }
  switch (utf8proc_category((utf8proc_int32_t)c)) {
  case UTF8PROC_CATEGORY_LU:
  case UTF8PROC_CATEGORY_LT:
    return FTEXT_UPPER;
  case UTF8PROC_CATEGORY_LL:
    return FTEXT_LOWER;
  case UTF8PROC_CATEGORY_LM:
  case UTF8PROC_CATEGORY_LO:
    return FTEXT_LETTER;
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_MC:
  case UTF8PROC_CATEGORY_ME:
    return FTEXT_MARK;
  case UTF8PROC_CATEGORY_ND:
  case UTF8PROC_CATEGORY_NL:
  case UTF8PROC_CATEGORY_NO:
    return FTEXT_NUMBER;
  default:
    return FTEXT_OTHER;
  }
}
/* Letters, marks and numbers of Unicode 15.1 (the last range) and 16.0. */
static const struct {
  uint32_t first, last;
} later[] = {
    {0x0897, 0x0897},   {0x1c89, 0x1c8a},   {0xa7cb, 0xa7cd},
    {0xa7da, 0xa7dc},   {0x105c0, 0x105f3}, {0x10d40, 0x10d65},
    {0x10d69, 0x10d6d}, {0x10d6f, 0x10d85}, {0x10ec2, 0x10ec4},
    {0x10efc, 0x10efc}, {0x11380, 0x11389}, {0x1138b, 0x1138b},
    {0x1138e, 0x1138e}, {0x11390, 0x113b5}, {0x113b7, 0x113c0},
    {0x113c2, 0x113c2}, {0x113c5, 0x113c5}, {0x113c7, 0x113ca},
    {0x113cc, 0x113d3}, {0x113e1, 0x113e2}, {0x116d0, 0x116e3},
    {0x11bc0, 0x11be0}, {0x11bf0, 0x11bf9}, {0x11f5a, 0x11f5a},
    {0x13460, 0x143fa}, {0x16100, 0x16139}, {0x16d40, 0x16d6c},
    {0x16d70, 0x16d79}, {0x18cff, 0x18cff}, {0x1ccf0, 0x1ccf9},
    {0x1e5d0, 0x1e5fa}, {0x2ebf0, 0x2ee5d},
};
enum { LATER_COUNT = sizeof later / sizeof later[0] };

static bool is_later(uint32_t c) {
  size_t i;

  for (i = 0; i < LATER_COUNT; i++) {
    if (c >= later[i].first && c <= later[i].last) {
      return true;
    }
  }
  return false;
}

/* What utf8proc of that Unicode version may say of the character. */
static bool agrees(uint32_t c, int version) {
  ftext_character_class ours = ftext_character_class_of(c);

  if (utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_CN) {
    return version >= 16   ? ours == FTEXT_OTHER
           : version == 15 ? (ours != FTEXT_OTHER) == is_later(c)
                           : true;
  }
  return ours == class_by_utf8proc(c) || (version > 16 && ours == FTEXT_OTHER);
}

/* Reading a character from its UTF-8 gives its class and its size. */
static bool reads(uint32_t c) {
  utf8proc_uint8_t bytes[4];
  size_t length = (size_t)utf8proc_encode_char((utf8proc_int32_t)c, bytes);
  size_t size = 0, cut = 0;

  return ftext_character_class_at(bytes, length, &size) ==
             ftext_character_class_of(c) &&
         size == length &&
         (length == 1 ||
          (ftext_character_class_at(bytes, length - 1, &cut) == FTEXT_BROKEN &&
           cut == length - 1));
}

int main(void) {
  int version = (int)strtol(utf8proc_unicode_version(), NULL, 10);
  int failures = 0;
  uint32_t c;

  for (c = 0; c < 0x110000; c++) {
    bool surrogate = c >= 0xd800 && c <= 0xdfff;

    if (!agrees(c, version) || (!surrogate && !reads(c))) {
      fprintf(stderr, "U+%04X: class %d, by utf8proc %d\n", (unsigned)c,
              ftext_character_class_of(c), class_by_utf8proc(c));
      failures++;
    }
  }
  if (ftext_character_class_of(0x110000) != FTEXT_OTHER ||
      ftext_character_class_of(UINT32_MAX) != FTEXT_OTHER) {
    fprintf(stderr, "above U+10FFFF: not other\n");
    failures++;
  }
  return failures != 0;
}

/*
** The table of unassigned code points is that of Unicode 15.0, and they
** are inert whatever utf8proc knows.
*/
#include "text/unicode.h"

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
  return failures > 0;
}

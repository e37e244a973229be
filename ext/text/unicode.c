#include "text/unicode.h"

#include <string.h>
#include <utf8proc.h>

static bool is_unassigned(int32_t character) {
  size_t low = 0;
  size_t high = ftext_unassigned_count;
  size_t middle;

  if (character < ftext_unassigned[0].first) {
    return false;
  }
  while (low < high) {
    middle = low + (high - low) / 2;
    if (ftext_unassigned[middle].last < character) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < ftext_unassigned_count &&
         ftext_unassigned[low].first <= character;
}

int32_t ftext_unicode_mark(uint32_t character) {
  int32_t code_point = (int32_t)character;

  return is_unassigned(code_point) ? code_point | FTEXT_UNASSIGNED : code_point;
}

bool ftext_unicode_is_space(int32_t character) {
  return (character >= 0x09 && character <= 0x0D) || character == 0x20 ||
         character == 0x85 || character == 0xA0 || character == 0x1680 ||
         (character >= 0x2000 && character <= 0x200A) || character == 0x2028 ||
         character == 0x2029 || character == 0x202F || character == 0x205F ||
         character == 0x3000;
}

/* utf8proc's properties; a marked code point is above all it knows, and
** gets those of an unassigned one. */
static const utf8proc_property_t *property_of(int32_t character) {
  return utf8proc_get_property(character);
}

bool ftext_unicode_is_punctuation(int32_t character) {
  int category = property_of(character)->category;

  return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
}

bool ftext_unicode_is_digit(int32_t character) {
  return property_of(character)->category == UTF8PROC_CATEGORY_ND;
}

bool ftext_unicode_is_mark(int32_t character) {
  int category = property_of(character)->category;

  return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

int ftext_unicode_combining_class(int32_t character) {
  return property_of(character)->combining_class;
}

static utf8proc_option_t options_for(unsigned how) {
  int options = 0;

  if ((how & FTEXT_EXPAND_CANONICAL) != 0) {
    options |= UTF8PROC_DECOMPOSE;
  }
  if ((how & FTEXT_EXPAND_COMPATIBILITY) == FTEXT_EXPAND_COMPATIBILITY) {
    options |= UTF8PROC_COMPAT;
  }
  if ((how & FTEXT_EXPAND_FOLD) != 0) {
    options |= UTF8PROC_CASEFOLD;
  }
  return (utf8proc_option_t)options;
}

size_t ftext_unicode_expand(int32_t character, unsigned how,
                            int32_t out[FTEXT_UNICODE_EXPANSION]) {
  utf8proc_ssize_t count;

  if ((character & FTEXT_UNASSIGNED) == 0) {
    count = utf8proc_decompose_char(character, out, FTEXT_UNICODE_EXPANSION,
                                    options_for(how), NULL);
    if (count > 0 && count <= FTEXT_UNICODE_EXPANSION) {
      return (size_t)count;
    }
  }
  out[0] = character;
  return 1;
}

/* utf8proc reads its tables without looking whether a code point is one:
** what is marked must not reach it, and composes with nothing anyway. */
size_t ftext_unicode_compose(int32_t *characters, size_t count) {
  const utf8proc_option_t options = UTF8PROC_COMPOSE | UTF8PROC_STABLE;
  size_t written = 0;
  size_t from = 0;
  size_t to;
  utf8proc_ssize_t left;

  while (from < count) {
    for (to = from; to < count && (characters[to] & FTEXT_UNASSIGNED) == 0;) {
      to++;
    }
    memmove(characters + written, characters + from,
            (to - from) * sizeof *characters);
    left = utf8proc_normalize_utf32(characters + written,
                                    (utf8proc_ssize_t)(to - from), options);
    written += left < 0 ? to - from : (size_t)left;
    if (to < count) {
      characters[written++] = characters[to++];
    }
    from = to;
  }
  return written;
}

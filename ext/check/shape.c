#include "check/shape.h"

#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

const char *const ftext_prompt_separators[] = {
    " ->",          "\n\n###\n\n",  "\n\n===\n\n", "\n\n---\n\n",
    "\n\n===>\n\n", "\n\n--->\n\n", NULL};

const char *const ftext_stop_sequences[] = {"\n",  ".",   " END", "***", "+++",
                                            "&&&", "$$$", "@@@",  "%%%", NULL};

const char *ftext_free_separator(const ftext_shape *shape) {
  unsigned i;

  for (i = shape->has_newline ? 1 : 0; ftext_prompt_separators[i] != NULL;
       i++) {
    if ((shape->found >> i & 1) == 0) {
      return ftext_prompt_separators[i];
    }
  }
  return "\n\n### =>\n\n";
}

const char *ftext_free_stop_sequence(const ftext_shape *shape) {
  unsigned i;

  for (i = 0; ftext_stop_sequences[i] != NULL; i++) {
    if ((shape->found >> i & 1) == 0) {
      return ftext_stop_sequences[i];
    }
  }
  return " [END]";
}

void ftext_shape_init(ftext_shape *shape) {
  *shape = (ftext_shape){.identical = true};
  ftext_buffer_init(&shape->first, SIZE_MAX);
}

void ftext_shape_free(ftext_shape *shape) {
  ftext_buffer_free(&shape->first);
}

bool ftext_contains(ftext_text text, ftext_text part) {
  const uint8_t *at;

  if (part.length == 0) {
    return true;
  }
  while (text.length >= part.length &&
         (at = memchr(text.bytes, part.bytes[0],
                      text.length - part.length + 1)) != NULL) {
    if (memcmp(at, part.bytes, part.length) == 0) {
      return true;
    }
    text.length -= (size_t)(at - text.bytes) + 1;
    text.bytes = at + 1;
  }
  return false;
}

static void count_case(ftext_shape *shape, ftext_text text) {
  uint32_t character;
  size_t at = 0;
  int length;

  while (at < text.length) {
    if (text.bytes[at] < 0x80) {
      shape->upper += text.bytes[at] >= 'A' && text.bytes[at] <= 'Z';
      shape->lower += text.bytes[at] >= 'a' && text.bytes[at] <= 'z';
      at++;
      continue;
    }
    length = ftext_utf8_read(text.bytes + at, text.length - at, &character);
    if (length > 0) {
      utf8proc_category_t category =
          utf8proc_category((utf8proc_int32_t)character);

      shape->upper += category == UTF8PROC_CATEGORY_LU;
      shape->lower += category == UTF8PROC_CATEGORY_LL;
    }
    at += (size_t)(length < 0 ? -length : length);
  }
}

static void compare_ends(ftext_shape *shape, ftext_text text) {
  const uint8_t *first = shape->first.bytes;
  size_t length = shape->first.length;
  size_t same = 0;

  if (shape->identical &&
      (text.length != length ||
       (length > 0 && memcmp(text.bytes, first, length) != 0))) {
    shape->identical = false;
  }
  while (same < shape->prefix && same < text.length &&
         text.bytes[same] == first[same]) {
    same++;
  }
  shape->prefix = same;
  same = 0;
  while (same < shape->suffix && same < text.length &&
         text.bytes[text.length - same - 1] == first[length - same - 1]) {
    same++;
  }
  shape->suffix = same;
}

ftext_status ftext_shape_add(ftext_shape *shape, ftext_text text,
                             const char *const *candidates) {
  unsigned i;

  if (shape->texts++ == 0) {
    ftext_buffer_append(&shape->first, text.bytes, text.length);
    shape->prefix = text.length;
    shape->suffix = text.length;
  } else if (shape->first.status == FTEXT_OK) {
    compare_ends(shape, text);
  }
  count_case(shape, text);
  shape->has_newline =
      shape->has_newline || memchr(text.bytes, '\n', text.length) != NULL;
  for (i = 0; candidates[i] != NULL; i++) {
    if ((shape->found >> i & 1) == 0 &&
        ftext_contains(text, ftext_text_of(candidates[i]))) {
      shape->found |= 1u << i;
    }
  }
  return shape->first.status;
}

static bool is_inside(uint8_t byte) {
  return (byte & 0xC0) == 0x80;
}

ftext_text ftext_shape_prefix(const ftext_shape *shape) {
  size_t length = shape->prefix;

  while (length > 0 && length < shape->first.length &&
         is_inside(shape->first.bytes[length])) {
    length--;
  }
  return length > 0 ? (ftext_text){shape->first.bytes, length}
                    : ftext_text_of("");
}

ftext_text ftext_shape_suffix(const ftext_shape *shape) {
  size_t start = shape->first.length - shape->suffix;

  while (start < shape->first.length && is_inside(shape->first.bytes[start])) {
    start++;
  }
  return start < shape->first.length ? (ftext_text){shape->first.bytes + start,
                                                    shape->first.length - start}
                                     : ftext_text_of("");
}

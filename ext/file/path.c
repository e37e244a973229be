#include "file/path.h"

#include "base/utf8.h"

#include <string.h>

static ftext_status add_part(ftext_path *path, const uint8_t *bytes,
                             size_t length, bool is_column) {
  void *parts = path->parts;
  ftext_status status;

  if (length == 0 && !is_column) {
    return FTEXT_OK;
  }
  status =
      ftext_grow(&parts, &path->capacity, path->count + 1, sizeof *path->parts);
  path->parts = parts;
  if (status == FTEXT_OK) {
    path->parts[path->count++] = (ftext_path_part){{bytes, length}, is_column};
    path->column_count += is_column ? 1 : 0;
  }
  return status;
}

static ftext_status invalid(ftext_path *path, const char *error) {
  path->error = error;
  return FTEXT_INVALID;
}

/* Adds what stands at a brace and moves behind it. */
static ftext_status add_brace(ftext_path *path, ftext_text text, size_t *at) {
  const uint8_t *brace = text.bytes + *at;
  size_t rest = text.length - *at;
  const uint8_t *end;

  if (rest > 1 && brace[1] == brace[0]) {
    *at += 2;
    return add_part(path, brace, 1, false);
  }
  if (brace[0] == '}') {
    return invalid(path, "'}' without '{' (a brace itself is written '}}')");
  }
  end = memchr(brace, '}', rest);
  if (end == NULL) {
    return invalid(path, "'{' without '}' (a brace itself is written '{{')");
  }
  *at += (size_t)(end - brace) + 1;
  return add_part(path, brace + 1, (size_t)(end - brace) - 1, true);
}

static size_t next_brace(ftext_text text, size_t at) {
  while (at < text.length && text.bytes[at] != '{' && text.bytes[at] != '}') {
    at++;
  }
  return at;
}

ftext_status ftext_path_parse(ftext_path *path, ftext_text text) {
  ftext_status status = FTEXT_OK;
  size_t at = 0;
  size_t brace;

  if (text.length == 0) {
    return invalid(path, "empty path");
  }
  if (memchr(text.bytes, '\0', text.length) != NULL) {
    return invalid(path, "NUL in the path");
  }
  if (ftext_utf8_valid_length(text.bytes, text.length) < text.length) {
    return invalid(path, "broken UTF-8 in the path");
  }
  while (status == FTEXT_OK && at < text.length) {
    brace = next_brace(text, at);
    status = add_part(path, text.bytes + at, brace - at, false);
    at = brace;
    if (status == FTEXT_OK && at < text.length) {
      status = add_brace(path, text, &at);
    }
  }
  return status;
}

void ftext_path_free(ftext_path *path) {
  ftext_release(path->parts);
  *path = (ftext_path){0};
}

size_t ftext_path_folder(const char *path) {
#ifdef _WIN32
  static const char ends[] = "/\\:";
#else
  static const char ends[] = "/";
#endif
  size_t length = strlen(path);

  while (length > 0 && strchr(ends, path[length - 1]) == NULL) {
    length--;
  }
  return length;
}

#ifdef _WIN32
/* A name there has more than letters that it may not have. */
static bool is_no_name(ftext_text value) {
  static const char never[] = "\\:*?\"<>|";
  size_t i;

  for (i = 0; i < value.length; i++) {
    if (value.bytes[i] < 0x20 || strchr(never, value.bytes[i]) != NULL) {
      return true;
    }
  }
  return value.bytes[value.length - 1] == '.' ||
         value.bytes[value.length - 1] == ' ';
}
#endif

const char *ftext_path_refuse(ftext_text value) {
  if (value.length == 0) {
    return "is empty";
  }
  if (ftext_utf8_valid_length(value.bytes, value.length) < value.length) {
    return "is broken UTF-8";
  }
  if (memchr(value.bytes, '/', value.length) != NULL) {
    return "contains '/'";
  }
  if (memchr(value.bytes, '\0', value.length) != NULL) {
    return "contains NUL";
  }
  if (ftext_text_is(value, ".") || ftext_text_is(value, "..")) {
    return "means a folder";
  }
#ifdef _WIN32
  if (is_no_name(value)) {
    return "is no name for a file on Windows";
  }
#endif
  return NULL;
}

#include "vocabulary/tool.h"

#include <stdarg.h>
#include <stdlib.h>

_Noreturn void stop(const char *format, ...) {
  va_list arguments;

  va_start(arguments, format);
  (void)fputs("compile: ", stderr);
  (void)vfprintf(stderr, format, arguments);
  (void)fputc('\n', stderr);
  va_end(arguments);
  exit(1);
}

void *allocate(size_t size) {
  void *memory = calloc(1, size);

  if (memory == NULL) {
    stop("no memory");
  }
  return memory;
}

FILE *open_file(const char *folder, const char *name, const char *mode) {
  char path[4096];
  FILE *file;

  if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path) {
    stop("path too long: %s/%s", folder, name);
  }
  file = fopen(path, mode);
  if (file == NULL) {
    stop("cannot open %s", path);
  }
  return file;
}

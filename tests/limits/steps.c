#include "steps.h"

#include <stddef.h>

uint64_t steps;

void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void) {
  steps++;
}

#define COUNTED(result, name, parameters, size, arguments)                     \
  result __real_##name parameters;                                             \
  result __wrap_##name parameters;                                             \
  result __wrap_##name parameters {                                            \
    steps += (size) / 16;                                                      \
    return __real_##name arguments;                                            \
  }

COUNTED(void *, memcpy, (void *to, const void *from, size_t n), n,
        (to, from, n))
COUNTED(void *, memmove, (void *to, const void *from, size_t n), n,
        (to, from, n))
COUNTED(void *, memset, (void *to, int byte, size_t n), n, (to, byte, n))
COUNTED(int, memcmp, (const void *a, const void *b, size_t n), n, (a, b, n))
COUNTED(size_t, strlen, (const char *text), __real_strlen(text), (text))

void *__real_memchr(const void *bytes, int byte, size_t n);
void *__wrap_memchr(const void *bytes, int byte, size_t n);
void *__wrap_memchr(const void *bytes, int byte, size_t n) {
  const char *found = __real_memchr(bytes, byte, n);

  steps += (found == NULL ? n : (size_t)(found - (const char *)bytes)) / 16;
  return (void *)(uintptr_t)found;
}

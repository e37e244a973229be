#include "base/processor.h"

#if defined(__x86_64__) && !defined(FTEXT_PLAIN)

#include <cpuid.h>

/* Not every compiler's __builtin_cpu_supports() knows LZCNT. */
static bool has_lzcnt(void) {
  enum { LZCNT_BIT = 1 << 5 };
  unsigned a;
  unsigned b;
  unsigned c;
  unsigned d;

  return __get_cpuid(0x80000001u, &a, &b, &c, &d) != 0 && (c & LZCNT_BIT) != 0;
}

bool ftext_processor_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt") &&
         has_lzcnt();
}

#else

bool ftext_processor_avx2(void) {
  return false;
}

#endif

const char *ftext_processor_variant(void) {
  return ftext_processor_avx2() ? "avx2" : "plain";
}

#include "base/processor.h"

bool ftext_processor_avx2(void) {
#if defined(__x86_64__) && !defined(FTEXT_PLAIN)
  /* What the runtime of the compiler found out while loading: asking the
  ** processor itself for each call would cost more than the call. */
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
#else
  return false;
#endif
}

const char *ftext_processor_variant(void) {
  return ftext_processor_avx2() ? "avx2" : "plain";
}

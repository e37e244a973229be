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

bool ftext_processor_avx512(void) {
#if defined(__x86_64__) && !defined(FTEXT_PLAIN) && !defined(FTEXT_AVX2)
  return ftext_processor_avx2() && __builtin_cpu_supports("avx512f") &&
         __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512vbmi") &&
         __builtin_cpu_supports("avx512vbmi2");
#else
  return false;
#endif
}

#ifdef __aarch64__
bool ftext_processor_neon(void) {
#ifdef FTEXT_PLAIN
  return false;
#else
  return true;
#endif
}
#endif

const char *ftext_processor_variant(void) {
#ifdef __aarch64__
  if (ftext_processor_neon()) {
    return "neon";
  }
#endif
  if (ftext_processor_avx512()) {
    return "avx512";
  }
  return ftext_processor_avx2() ? "avx2" : "plain";
}

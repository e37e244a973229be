/* The counting loop with AVX-512 and its byte permutations; the Makefile
** compiles this file, and no other, for such processors. */
#ifdef __AVX512VBMI2__
#define FTEXT_COUNT_VARIANT ftext_count_avx512
#include "token/count_loop.h"
#else
typedef int ftext_count_avx512_is_not_for_this_processor;
#endif

/* The counting loop with AVX2 and BMI; the Makefile compiles this file, and
** no other, for such processors. */
#ifdef __AVX2__
#define FTEXT_COUNT_VARIANT ftext_count_avx2
#include "token/count_loop.h"
#else
typedef int ftext_count_avx2_is_not_for_this_processor;
#endif

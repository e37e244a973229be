/* The counting loop with NEON, which every arm64 processor has.  The macro
** is for this file alone: the other variants stay what they are. */
#ifdef __aarch64__
#define FTEXT_NEON          1
#define FTEXT_COUNT_VARIANT ftext_count_neon
#include "token/count_loop.h"
#else
typedef int ftext_count_neon_is_not_for_this_processor;
#endif

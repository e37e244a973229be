/* The counting loop in 64-bit words, for any processor. */
#define FTEXT_COUNT_VARIANT ftext_count_plain
#include "token/count_loop.h"

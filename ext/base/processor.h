/*
** What the processor can do beyond what the library is compiled for.
**
** Asked at run time wherever a faster variant exists; built with FTEXT_PLAIN
** the answer is no, so that tests can force the portable paths.
*/
#ifndef FTEXT_BASE_PROCESSOR_H
#define FTEXT_BASE_PROCESSOR_H

#include <stdbool.h>

/* x86-64 with AVX2, BMI, BMI2, LZCNT and POPCNT. */
bool ftext_processor_avx2(void);

/* The variant that runs: "avx2" or "plain". */
const char *ftext_processor_variant(void);

#endif

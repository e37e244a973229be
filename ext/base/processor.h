/*
** What the processor can do beyond what the library is compiled for.
**
** Asked at run time wherever a faster variant exists; built with FTEXT_PLAIN
** the answer is no, with FTEXT_AVX2 it is no to what goes beyond that, so that
** tests can force the other paths.
*/
#ifndef FTEXT_BASE_PROCESSOR_H
#define FTEXT_BASE_PROCESSOR_H

#include <stdbool.h>

/* x86-64 with AVX2, BMI, BMI2 and POPCNT. */
bool ftext_processor_avx2(void);

/* That and AVX-512 F, BW, DQ, VL, VBMI, VBMI2. */
bool ftext_processor_avx512(void);

/* NEON is part of every arm64; there is no such function elsewhere. */
bool ftext_processor_neon(void);

/* The variant that runs: "avx512", "avx2", "neon" or "plain". */
const char *ftext_processor_variant(void);

#endif

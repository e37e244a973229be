/*
** Steps of ftext's own code, counted.
**
** A step is a basic block: the library is compiled with gcc's
** -fsanitize-coverage=trace-pc, and every 16 bytes that libc's memory
** functions go over count as one too (linked with --wrap).  The counts are
** the same in every run, whatever the machine is doing.
*/
#ifndef FTEXT_TESTS_LIMITS_STEPS_H
#define FTEXT_TESTS_LIMITS_STEPS_H

#include <stdint.h>

extern uint64_t steps;

#endif

/*
** An allocator for SQLite whose Nth allocation from now fails, once or from
** there on.
*/
#ifndef FTEXT_TESTS_FAULT_MEMORY_H
#define FTEXT_TESTS_FAULT_MEMORY_H

#include <stdbool.h>

/* Puts the allocator under SQLite, which must not be initialised yet. */
void fault_install(void);

/* Allocations are counted from here; number `at` fails (0: none), and with
** `sticky` all later ones too. */
void fault_arm(long at, bool sticky);

/* No allocation fails any more. */
void fault_disarm(void);

/* How many allocations there were since arming. */
long fault_count(void);

/* Whether an allocation has failed since arming. */
bool fault_met(void);

#endif

/*
** An allocator for SQLite whose Nth allocation from now fails, once or from
** there on.
*/
#ifndef FTEXT_TESTS_FAULT_MEMORY_H
#define FTEXT_TESTS_FAULT_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Puts the allocator under SQLite, which must not be initialised yet. */
void memory_fault_install(void);

/* Allocations are counted from here; number `at` fails (0: none), and with
** `sticky` all later ones too. */
void memory_fault_arm(long at, bool sticky);

/* No allocation fails any more. */
void memory_fault_disarm(void);

/* How many allocations there were since arming. */
long memory_fault_count(void);

/* How many allocations there ever were. */
long memory_fault_total(void);

/* Whether an allocation has failed since arming. */
bool memory_fault_met(void);

/* Counts allocations from here, lets none fail, and notes the way of calls
** that leads to each. */
void memory_fault_watch(void);

/* The numbers of those that came by a way for the first or second time, in
** order; valid until allocations are watched again. */
const long *memory_fault_ways(size_t *count);

#endif

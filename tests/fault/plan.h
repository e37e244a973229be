/*
** Which calls of a run fail, one after the other, each once and then with all
** behind it.
**
** A run with number n failing ends there, and so costs n parts of what the
** whole costs.
*/
#ifndef FTEXT_TESTS_FAULT_PLAN_H
#define FTEXT_TESTS_FAULT_PLAN_H

#include <stdbool.h>

/* First every so many behind the head, then each number of the head. */
typedef struct plan {
  const long *numbers; /* NULL: 1, 2, 3, ... */
  long count;
  long head;
  long step;
  long calls;
  const char *kind; /* "all", "every way" or "some" */
} plan;

/* Every one of the calls. */
plan plan_all(long calls);

/* Of so many allocations that were just watched one for every way that led to
** one, and another. */
plan plan_ways(long calls);

/* Whether it takes at most so many seconds, 0 being any number, where a run
** without a fault costs so many. */
bool plan_fits(const plan *faults, double cost, double seconds);

/* Thins it out so that it takes about so many seconds: half of them go to the
** first numbers, half to some of the others, and a few of these are left
** whatever they cost. */
void plan_some(plan *faults, double cost, double seconds);

/* How many are left. */
long plan_size(const plan *faults);

/* The number to fail as the i-th, from 0. */
long plan_number(const plan *faults, long i);

#endif

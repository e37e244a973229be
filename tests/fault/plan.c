#include "plan.h"

#include "memory.h"

#include <stddef.h>

enum { FEWEST = 3 };

plan plan_all(long calls) {
  return (plan){NULL, calls, calls, 1, calls, "all"};
}

plan plan_ways(long calls) {
  size_t count;
  const long *numbers = memory_fault_ways(&count);

  while (count > 0 && numbers[count - 1] > calls) {
    count--;
  }
  return (plan){numbers, (long)count, (long)count, 1, calls, "every way"};
}

static long tail_size(const plan *faults) {
  return (faults->count - faults->head + faults->step - 1) / faults->step;
}

long plan_size(const plan *faults) {
  return faults->head + tail_size(faults);
}

static long number_at(const plan *faults, long place) {
  return faults->numbers == NULL ? place + 1 : faults->numbers[place];
}

long plan_number(const plan *faults, long i) {
  const long tail = tail_size(faults);

  return number_at(faults,
                   i < tail ? faults->head + i * faults->step : i - tail);
}

/* Seconds for the number at that place, once and with all behind it. */
static double cost_of(const plan *faults, long place, double cost) {
  return 2 * cost * (double)number_at(faults, place) / (double)faults->calls;
}

static double sum_from(const plan *faults, long place, double cost) {
  double sum = 0;

  for (; place < faults->count; place++) {
    sum += cost_of(faults, place, cost);
  }
  return sum;
}

bool plan_fits(const plan *faults, double cost, double seconds) {
  return seconds == 0 || sum_from(faults, 0, cost) <= seconds;
}

void plan_some(plan *faults, double cost, double seconds) {
  double left = seconds / 2;
  long most;

  for (faults->head = 0; faults->head < faults->count; faults->head++) {
    left -= cost_of(faults, faults->head, cost);
    if (left < 0) {
      break;
    }
  }
  most = (faults->count - faults->head) / FEWEST + 1;
  faults->step = (long)(2 * sum_from(faults, faults->head, cost) / seconds) + 1;
  faults->step = faults->step > most ? most : faults->step;
  faults->kind = "some";
}

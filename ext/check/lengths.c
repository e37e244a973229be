#include "check/lengths.h"

static int step_of(int64_t length) {
  int power = 12;

  if (length < FTEXT_EXACT_LENGTHS) {
    return (int)length;
  }
  while (length >> power > 1) {
    power++;
  }
  return FTEXT_EXACT_LENGTHS + (power - 12) * 8 +
         (int)((length >> (power - 3)) & 7);
}

/* The least length that falls on the step. */
static int64_t length_at(int step) {
  int behind = step - FTEXT_EXACT_LENGTHS;

  return behind < 0 ? step : (int64_t)(8 + behind % 8) << (behind / 8 + 9);
}

void ftext_lengths_clear(ftext_lengths *lengths) {
  int step;

  if (lengths->total > 0) {
    for (step = lengths->lowest; step <= lengths->highest; step++) {
      lengths->counts[step] = 0;
    }
  }
  lengths->total = 0;
}

void ftext_lengths_add(ftext_lengths *lengths, int64_t length) {
  int step = step_of(length);

  if (lengths->total++ == 0) {
    lengths->lowest = step;
    lengths->highest = step;
  }
  lengths->lowest = step < lengths->lowest ? step : lengths->lowest;
  lengths->highest = step > lengths->highest ? step : lengths->highest;
  lengths->counts[step]++;
}

int64_t ftext_lengths_median(const ftext_lengths *lengths) {
  int64_t behind = 0;
  int step;

  if (lengths->total == 0) {
    return 0;
  }
  for (step = lengths->lowest; step < lengths->highest; step++) {
    behind += lengths->counts[step];
    if (behind * 2 >= lengths->total) {
      break;
    }
  }
  return length_at(step);
}

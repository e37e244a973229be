#include "metric/wide.h"

#define HALF(number) ((number)&UINT32_MAX)

static void add(ftext_wide *sum, uint64_t high, uint64_t low) {
  sum->low += low;
  sum->high += high + (sum->low < low);
}

void ftext_wide_add(ftext_wide *sum, uint64_t a, uint64_t b) {
  uint64_t low = HALF(a) * HALF(b);
  uint64_t left = (a >> 32) * HALF(b);
  uint64_t right = HALF(a) * (b >> 32);

  add(sum, (a >> 32) * (b >> 32), low);
  add(sum, left >> 32, left << 32);
  add(sum, right >> 32, right << 32);
}

static double difference(ftext_wide larger, ftext_wide smaller) {
  uint64_t high = larger.high - smaller.high - (larger.low < smaller.low);
  uint64_t low = larger.low - smaller.low;

  return (double)high * 18446744073709551616.0 + (double)low;
}

double ftext_wide_difference(ftext_wide a, ftext_wide b) {
  if (a.high < b.high || (a.high == b.high && a.low < b.low)) {
    return -difference(b, a);
  }
  return difference(a, b);
}

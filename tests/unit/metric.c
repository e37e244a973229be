/*
** Counts too large for a REAL stay exact, sums forget the order of their
** terms, and memory follows the classes in use.
*/
#include "metric/confusion.h"
#include "metric/score.h"
#include "metric/sum.h"
#include "metric/wide.h"

#include <stdio.h>

static int failed;

static void check(const char *what, double is, double should) {
  if (is < should || is > should) {
    printf("%s: %.17g, not %.17g\n", what, is, should);
    failed = 1;
  }
}

static ftext_text label_of(char out[16], int number) {
  snprintf(out, 16, "label %d", number);
  return ftext_text_of(out);
}

/* One more than what a REAL can hold must not be lost. */
static void check_wide(void) {
  const uint64_t large = (uint64_t)1 << 62;
  ftext_wide a = {0, 0};
  ftext_wide b = {0, 0};

  ftext_wide_add(&a, large, 4 * (large - 1) + 3);
  ftext_wide_add(&b, UINT64_MAX, large);
  check("equal products", ftext_wide_difference(a, b), 0);
  ftext_wide_add(&a, 1, 1);
  check("one more", ftext_wide_difference(a, b), 1);
  check("one less", ftext_wide_difference(b, a), -1);
  ftext_wide_add(&a, UINT64_MAX, UINT64_MAX);
  ftext_wide_add(&b, UINT64_MAX - 1, UINT64_MAX);
  check("a row more", ftext_wide_difference(a, b), 18446744073709551616.0);

  /* (2^64 - 1)^2 = 2^128 - 2^65 + 1, whole and in two parts. */
  a = (ftext_wide){0, 0};
  b = (ftext_wide){0, 0};
  ftext_wide_add(&a, UINT64_MAX, UINT64_MAX);
  ftext_wide_add(&b, UINT64_MAX, (uint64_t)1 << 63);
  ftext_wide_add(&b, UINT64_MAX, ((uint64_t)1 << 63) - 1);
  check("a carry", ftext_wide_difference(a, b), 0);
  check("the square, high", a.high < UINT64_MAX - 1, 0);
  check("the square, low", a.low > 1, 0);
}

static void check_sum(void) {
  ftext_sum up = {0, 0};
  ftext_sum down = {0, 0};
  int i;

  for (i = 1; i <= 100000; i++) {
    ftext_sum_add(&up, 1.0 / i);
    ftext_sum_add(&down, 1.0 / (100001 - i));
  }
  check("sum of 1/i", ftext_sum_value(&up), ftext_sum_value(&down));
}

/* Two classes, nine billion billion rows: off by one row from all right. */
static void check_large(void) {
  ftext_confusion confusion = {.rows = 0};
  ftext_text a = ftext_text_of("a");
  ftext_text b = ftext_text_of("b");
  const uint64_t half = (uint64_t)1 << 62;
  double kappa = 0;

  ftext_confusion_add(&confusion, a, &a);
  ftext_confusion_add(&confusion, b, &b);
  confusion.rows = confusion.answers = 2 * half;
  confusion.correct = 2 * half;
  confusion.classes[0] = (ftext_class_counts){half, half, half};
  confusion.classes[1] = (ftext_class_counts){half, half, half};
  check("mcc of all right", ftext_mcc(&confusion), 1);
  check("kappa of all right", ftext_kappa(&confusion, &kappa) ? kappa : 0, 1);

  /* Half of the rows of each class are right, and one more. */
  confusion.correct = half + 2;
  confusion.classes[0].correct = half / 2 + 1;
  confusion.classes[1].correct = half / 2 + 1;
  check("mcc beyond chance", ftext_mcc(&confusion), 2.0 / (double)half);
  check("kappa beyond chance", ftext_kappa(&confusion, &kappa) ? kappa : 0,
        2.0 / (double)half);
  ftext_confusion_free(&confusion);
}

/* A window of 10 rows over 20000 labels keeps few of them. */
static void check_memory(void) {
  enum { ROWS = 20000, FRAME = 10 };
  ftext_confusion confusion = {.rows = 0};
  char text[16];
  size_t most = 0;
  int i;

  for (i = 0; i < ROWS; i++) {
    ftext_text label = label_of(text, i);

    if (ftext_confusion_add(&confusion, label, &label) != FTEXT_OK) {
      check("a row is added", 0, 1);
    }
    if (i >= FRAME) {
      label = label_of(text, i - FRAME);
      ftext_confusion_remove(&confusion, label, &label);
    }
    most = confusion.labels.count > most ? confusion.labels.count : most;
  }
  check("rows", (double)confusion.rows, FRAME);
  check("classes", (double)confusion.class_count, FRAME);
  check("labels are dropped", most < 200, 1);
  for (i = ROWS - FRAME; i < ROWS; i++) {
    ftext_text label = label_of(text, i);

    ftext_confusion_remove(&confusion, label, &label);
  }
  check("no rows", (double)confusion.rows, 0);
  check("no classes", (double)confusion.class_count, 0);
  ftext_confusion_free(&confusion);
}

int main(void) {
  check_wide();
  check_sum();
  check_large();
  check_memory();
  return failed;
}

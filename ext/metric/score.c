#include "metric/score.h"

#include "metric/sum.h"
#include "metric/wide.h"

/* From here on recall is all that a REAL shows of F-beta. */
static const double most_beta = 1e100;

/* A score is a fraction whose denominator is at least 0. */
typedef struct fraction {
  double numerator;
  double denominator;
} fraction;

static fraction fraction_of(const ftext_class_counts *counts,
                            ftext_measure measure, double beta) {
  double correct = (double)counts->correct;
  double support = (double)counts->support;
  double predicted = (double)counts->predicted;
  double weight = beta * beta;

  if (measure == FTEXT_PRECISION) {
    return (fraction){correct, predicted};
  }
  if (measure == FTEXT_RECALL || beta > most_beta) {
    return (fraction){correct, support};
  }
  return (fraction){(1 + weight) * correct, weight * support + predicted};
}

static double divide(double numerator, double denominator) {
  return denominator > 0 ? numerator / denominator : 0;
}

double ftext_class_score(const ftext_class_counts *counts,
                         ftext_measure measure, double beta) {
  fraction score = fraction_of(counts, measure, beta);

  return divide(score.numerator, score.denominator);
}

/* Unused classes have a support and a score of 0. */
static double mean(const ftext_confusion *confusion, ftext_measure measure,
                   double beta, bool weighted) {
  ftext_sum sum = {0, 0};
  uint32_t i;

  for (i = 0; i < confusion->labels.count; i++) {
    const ftext_class_counts *counts = &confusion->classes[i];
    fraction score = fraction_of(counts, measure, beta);
    double weight = weighted ? (double)counts->support : 1;

    ftext_sum_add(&sum, divide(weight * score.numerator, score.denominator));
  }
  return divide(ftext_sum_value(&sum), weighted
                                           ? (double)confusion->rows
                                           : (double)confusion->class_count);
}

static double score_of_label(const ftext_confusion *confusion,
                             ftext_measure measure, double beta,
                             ftext_text label) {
  uint32_t number;

  if (!ftext_names_find(&confusion->labels, label, &number)) {
    return 0;
  }
  return ftext_class_score(&confusion->classes[number], measure, beta);
}

double ftext_score(const ftext_confusion *confusion, ftext_measure measure,
                   double beta, ftext_average average, ftext_text label) {
  switch (average) {
  case FTEXT_MICRO:
    return ftext_accuracy(confusion);
  case FTEXT_ONE_CLASS:
    return score_of_label(confusion, measure, beta, label);
  case FTEXT_MACRO:
  case FTEXT_WEIGHTED:
    break;
  }
  return mean(confusion, measure, beta, average == FTEXT_WEIGHTED);
}

double ftext_accuracy(const ftext_confusion *confusion) {
  return divide((double)confusion->correct, (double)confusion->rows);
}

/* The agreement that chance would bring, times the square of the rows. */
static ftext_wide chance(const ftext_confusion *confusion) {
  ftext_wide sum = {0, 0};
  uint32_t i;

  for (i = 0; i < confusion->labels.count; i++) {
    ftext_wide_add(&sum, confusion->classes[i].support,
                   confusion->classes[i].predicted);
  }
  return sum;
}

static ftext_wide product(uint64_t a, uint64_t b) {
  ftext_wide wide = {0, 0};

  ftext_wide_add(&wide, a, b);
  return wide;
}

/* Newton's way, from above; sqrt() would ask for another library. */
static double square_root(double square) {
  double next = square > 1 ? square : 1;
  double root;

  do {
    root = next;
    next = (root + square / root) / 2;
  } while (next < root);
  return root;
}

double ftext_mcc(const ftext_confusion *confusion) {
  uint64_t unanswered = confusion->rows - confusion->answers;
  ftext_wide all = product(confusion->rows, confusion->rows);
  ftext_wide truths = {0, 0};
  ftext_wide answers = product(unanswered, unanswered);
  double covariance;
  double variances;
  uint32_t i;

  for (i = 0; i < confusion->labels.count; i++) {
    const ftext_class_counts *counts = &confusion->classes[i];

    ftext_wide_add(&truths, counts->support, counts->support);
    ftext_wide_add(&answers, counts->predicted, counts->predicted);
  }
  covariance = ftext_wide_difference(
      product(confusion->correct, confusion->rows), chance(confusion));
  variances =
      ftext_wide_difference(all, truths) * ftext_wide_difference(all, answers);
  return variances > 0 ? covariance / square_root(variances) : 0;
}

bool ftext_kappa(const ftext_confusion *confusion, double *kappa) {
  ftext_wide by_chance = chance(confusion);
  double over_chance = ftext_wide_difference(
      product(confusion->correct, confusion->rows), by_chance);
  double most = ftext_wide_difference(product(confusion->rows, confusion->rows),
                                      by_chance);

  if (!(most > 0)) {
    return false;
  }
  *kappa = over_chance / most;
  return true;
}

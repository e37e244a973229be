/*
** A sum of REALs that does not show in which order they came.
**
** What an addition rounds off is carried along (Knuth's TwoSum), so that the
** sum has twice the precision of its terms and is rounded once, at the end.
** Starts as a struct of zeros.
*/
#ifndef FTEXT_METRIC_SUM_H
#define FTEXT_METRIC_SUM_H

typedef struct ftext_sum {
  double total;
  double rest; /* what the total lacks */
} ftext_sum;

static inline void ftext_sum_add(ftext_sum *sum, double term) {
  double total = sum->total + term;
  double of_term = total - sum->total;
  double of_total = total - of_term;

  sum->rest += (sum->total - of_total) + (term - of_term);
  sum->total = total;
}

static inline double ftext_sum_value(const ftext_sum *sum) {
  return sum->total + sum->rest;
}

#endif

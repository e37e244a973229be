/*
** Figures that follow from counts, by the conventions of scikit-learn 1.2.
**
** A division by zero gives 0.  A row without an answer is one that was
** answered wrong by no class: it counts in support, in the micro average,
** and, as an answer of its own kind, in Matthews' coefficient.
*/
#ifndef FTEXT_METRIC_SCORE_H
#define FTEXT_METRIC_SCORE_H

#include "metric/confusion.h"

typedef enum ftext_measure {
  FTEXT_PRECISION,
  FTEXT_RECALL,
  FTEXT_FBETA
} ftext_measure;

typedef enum ftext_average {
  FTEXT_MACRO,    /* mean over the classes */
  FTEXT_MICRO,    /* over all rows at once: the accuracy */
  FTEXT_WEIGHTED, /* mean over the classes, weighted by support */
  FTEXT_ONE_CLASS /* one class, the others are what it is not */
} ftext_average;

/* Precision, recall or F-beta of one class; beta >= 0 is for F-beta. */
double ftext_class_score(const ftext_class_counts *counts,
                         ftext_measure measure, double beta);

/* The same over all classes, 0 without rows.  `label` is for
** FTEXT_ONE_CLASS. */
double ftext_score(const ftext_confusion *confusion, ftext_measure measure,
                   double beta, ftext_average average, ftext_text label);

/* The share of rows that are correct, 0 without rows. */
double ftext_accuracy(const ftext_confusion *confusion);

/* Matthews' correlation coefficient for any number of classes (Gorodkin
** 2004); 0 where it is not defined. */
double ftext_mcc(const ftext_confusion *confusion);

/* Cohen's kappa.  False where it is not defined: chance alone agrees. */
bool ftext_kappa(const ftext_confusion *confusion, double *kappa);

#endif

/*
** What is counted about answers: for each class how often it was true, how
** often it was predicted, and how often both.
**
** Every metric of this family but the ranking ones follows from these whole
** numbers.  A row can be taken out again, which leaves exactly what there
** would be without it; so a sliding window has an exact inverse.  Memory is
** bounded by the classes that the rows have now.
*/
#ifndef FTEXT_METRIC_CONFUSION_H
#define FTEXT_METRIC_CONFUSION_H

#include "base/names.h"

typedef struct ftext_class_counts {
  uint64_t support;   /* rows of which it is the truth */
  uint64_t predicted; /* rows for which it was predicted */
  uint64_t correct;   /* rows that are both */
} ftext_class_counts;

/* Starts as a struct of zeros. */
typedef struct ftext_confusion {
  ftext_names labels;
  ftext_class_counts *classes; /* by the labels' numbers; some are all 0 */
  size_t capacity;
  uint32_t class_count; /* that are not all 0 */
  uint64_t rows;
  uint64_t answers; /* rows that have a prediction */
  uint64_t correct;
} ftext_confusion;

/* Adds a row; `predicted` is NULL where there is no answer.  FTEXT_OK, or
** FTEXT_NO_MEMORY and no row was added. */
ftext_status ftext_confusion_add(ftext_confusion *confusion, ftext_text truth,
                                 const ftext_text *predicted);

/* Takes out a row that was added. */
void ftext_confusion_remove(ftext_confusion *confusion, ftext_text truth,
                            const ftext_text *predicted);

/* Whether any row has the class. */
bool ftext_class_is_used(const ftext_class_counts *counts);

/* Gives the memory back; there are no rows then. */
void ftext_confusion_free(ftext_confusion *confusion);

#endif

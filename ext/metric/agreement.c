#include "metric/agreement.h"

#include "metric/sum.h"
#include "metric/wide.h"

#include <stdlib.h>
#include <string.h>

ftext_status ftext_agreement_add(ftext_agreement *agreement, ftext_text item,
                                 ftext_text label) {
  ftext_rating rating;
  bool is_new;
  ftext_status status =
      ftext_grow((void **)&agreement->ratings, &agreement->capacity,
                 agreement->count + 1, sizeof *agreement->ratings);

  if (status == FTEXT_OK) {
    status = ftext_names_add(&agreement->items, item, &rating.item, &is_new);
  }
  if (status == FTEXT_OK) {
    status = ftext_names_add(&agreement->labels, label, &rating.label, &is_new);
  }
  if (status == FTEXT_OK) {
    agreement->ratings[agreement->count++] = rating;
  }
  return status;
}

static int compare_ratings(const void *a, const void *b) {
  const ftext_rating *left = a;
  const ftext_rating *right = b;

  if (left->item != right->item) {
    return left->item < right->item ? -1 : 1;
  }
  return (left->label > right->label) - (left->label < right->label);
}

/* The rating behind those of the same item, or of the same item and label. */
static size_t end_of_item(const ftext_agreement *agreement, size_t at) {
  uint32_t item = agreement->ratings[at].item;

  while (at < agreement->count && agreement->ratings[at].item == item) {
    at++;
  }
  return at;
}

static size_t end_of_label(const ftext_agreement *agreement, size_t at) {
  uint32_t label = agreement->ratings[at].label;
  uint32_t item = agreement->ratings[at].item;

  while (at < agreement->count && agreement->ratings[at].label == label &&
         agreement->ratings[at].item == item) {
    at++;
  }
  return at;
}

/* Ordered pairs of the item's labels that differ, and the labels' totals. */
static double differing_pairs(const ftext_agreement *agreement, size_t at,
                              size_t end, uint64_t *totals) {
  ftext_wide all = {0, 0};
  ftext_wide equal = {0, 0};

  ftext_wide_add(&all, end - at, end - at);
  while (at < end) {
    size_t next = end_of_label(agreement, at);

    totals[agreement->ratings[at].label] += next - at;
    ftext_wide_add(&equal, next - at, next - at);
    at = next;
  }
  return ftext_wide_difference(all, equal);
}

/* Goes through the sorted items; false where alpha is not defined. */
static bool alpha_of(const ftext_agreement *agreement, uint64_t *totals,
                     double *alpha) {
  ftext_sum observed = {0, 0};
  ftext_wide all = {0, 0};
  ftext_wide equal = {0, 0};
  uint64_t paired = 0;
  size_t at = 0;
  uint32_t i;

  while (at < agreement->count) {
    size_t end = end_of_item(agreement, at);
    size_t labels = end - at;

    if (labels > 1) {
      paired += labels;
      ftext_sum_add(&observed, differing_pairs(agreement, at, end, totals) /
                                   (double)(labels - 1));
    }
    at = end;
  }
  ftext_wide_add(&all, paired, paired);
  for (i = 0; i < agreement->labels.count; i++) {
    ftext_wide_add(&equal, totals[i], totals[i]);
  }
  if (!(ftext_wide_difference(all, equal) > 0)) {
    return false;
  }
  *alpha = 1 - (double)(paired - 1) * ftext_sum_value(&observed) /
                   ftext_wide_difference(all, equal);
  return true;
}

ftext_status ftext_alpha(ftext_agreement *agreement, double *alpha) {
  size_t size = agreement->labels.count * sizeof(uint64_t);
  uint64_t *totals;
  bool defined;

  if (agreement->count == 0) {
    return FTEXT_INVALID;
  }
  totals = ftext_resize(NULL, size);
  if (totals == NULL) {
    return FTEXT_NO_MEMORY;
  }
  memset(totals, 0, size);
  qsort(agreement->ratings, agreement->count, sizeof *agreement->ratings,
        compare_ratings);
  defined = alpha_of(agreement, totals, alpha);
  ftext_release(totals);
  return defined ? FTEXT_OK : FTEXT_INVALID;
}

void ftext_agreement_free(ftext_agreement *agreement) {
  ftext_names_free(&agreement->items);
  ftext_names_free(&agreement->labels);
  ftext_release(agreement->ratings);
  memset(agreement, 0, sizeof *agreement);
}

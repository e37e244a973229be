#include "metric/ranking.h"

#include "metric/sum.h"

#include <stdlib.h>

ftext_status ftext_ranking_add(ftext_ranking *ranking, bool positive,
                               const double *score) {
  ftext_status status = ftext_grow((void **)&ranking->rows, &ranking->capacity,
                                   ranking->count + 1, sizeof *ranking->rows);

  if (status != FTEXT_OK) {
    return status;
  }
  ranking->positives += positive ? 1 : 0;
  ranking->negatives += positive ? 0 : 1;
  if (score != NULL) {
    ranking->rows[ranking->count++] = (ftext_ranked){*score, positive};
  } else if (!positive) {
    ranking->unscored_negatives++;
  }
  return FTEXT_OK;
}

static int compare_scores(const void *a, const void *b) {
  double left = ((const ftext_ranked *)a)->score;
  double right = ((const ftext_ranked *)b)->score;

  return (left < right) - (left > right);
}

static void sort(ftext_ranking *ranking) {
  if (ranking->count > 0) {
    qsort(ranking->rows, ranking->count, sizeof *ranking->rows, compare_scores);
  }
}

/* Counts the rows that have the score of row `at`; returns the row behind
** them. */
static size_t step(const ftext_ranking *ranking, size_t at, uint64_t *positives,
                   uint64_t *negatives) {
  double score = ranking->rows[at].score;

  *positives = 0;
  *negatives = 0;
  for (; at < ranking->count; at++) {
    const ftext_ranked *row = &ranking->rows[at];

    if (row->score < score) {
      break;
    }
    *positives += row->positive ? 1 : 0;
    *negatives += row->positive ? 0 : 1;
  }
  return at;
}

bool ftext_auroc(ftext_ranking *ranking, double *area) {
  uint64_t below = ranking->negatives - ranking->unscored_negatives;
  uint64_t halves = 0; /* pairs in the right order, times two */
  uint64_t positives;
  uint64_t negatives;
  size_t at = 0;

  if (ranking->positives == 0 || ranking->negatives == 0) {
    return false;
  }
  sort(ranking);
  while (at < ranking->count) {
    at = step(ranking, at, &positives, &negatives);
    below -= negatives;
    halves += positives * (2 * below + negatives);
  }
  *area = (double)halves / 2 /
          ((double)ranking->positives * (double)ranking->negatives);
  return true;
}

bool ftext_auprc(ftext_ranking *ranking, double *area) {
  ftext_sum sum = {0, 0};
  uint64_t found = 0;
  uint64_t seen = ranking->unscored_negatives;
  uint64_t positives;
  uint64_t negatives;
  size_t at = 0;

  if (ranking->positives == 0) {
    return false;
  }
  sort(ranking);
  while (at < ranking->count) {
    at = step(ranking, at, &positives, &negatives);
    found += positives;
    seen += positives + negatives;
    ftext_sum_add(&sum, (double)positives * (double)found / (double)seen);
  }
  positives = ranking->positives - found;
  seen += positives;
  ftext_sum_add(&sum,
                (double)positives * (double)ranking->positives / (double)seen);
  *area = ftext_sum_value(&sum) / (double)ranking->positives;
  return true;
}

void ftext_ranking_free(ftext_ranking *ranking) {
  ftext_release(ranking->rows);
  *ranking = (ftext_ranking){.count = 0};
}

#include "metric/confusion.h"

#include <string.h>

/* So many unused classes are kept beside those in use. */
enum { SPARE_CLASSES = 64 };

bool ftext_class_is_used(const ftext_class_counts *counts) {
  return counts->support > 0 || counts->predicted > 0;
}

/* The number of a class, which is there with counts afterwards. */
static ftext_status class_of(ftext_confusion *confusion, ftext_text label,
                             uint32_t *number) {
  bool is_new = false;
  ftext_status status = ftext_grow(
      (void **)&confusion->classes, &confusion->capacity,
      (size_t)confusion->labels.count + 1, sizeof *confusion->classes);

  if (status == FTEXT_OK) {
    status = ftext_names_add(&confusion->labels, label, number, &is_new);
  }
  if (status == FTEXT_OK && is_new) {
    confusion->classes[*number] = (ftext_class_counts){.support = 0};
  }
  return status;
}

static void use(ftext_confusion *confusion, uint32_t number, uint64_t support,
                uint64_t predicted) {
  ftext_class_counts *counts = &confusion->classes[number];

  confusion->class_count += ftext_class_is_used(counts) ? 0 : 1;
  counts->support += support;
  counts->predicted += predicted;
}

ftext_status ftext_confusion_add(ftext_confusion *confusion, ftext_text truth,
                                 const ftext_text *predicted) {
  uint32_t true_class;
  uint32_t answer;
  ftext_status status = class_of(confusion, truth, &true_class);

  if (status == FTEXT_OK && predicted != NULL) {
    status = class_of(confusion, *predicted, &answer);
  }
  if (status != FTEXT_OK) {
    return status;
  }
  confusion->rows++;
  use(confusion, true_class, 1, 0);
  if (predicted != NULL) {
    confusion->answers++;
    use(confusion, answer, 0, 1);
    if (answer == true_class) {
      confusion->classes[answer].correct++;
      confusion->correct++;
    }
  }
  return FTEXT_OK;
}

/* Copies the classes in use.  Without the memory for it things stay. */
static void drop_unused(ftext_confusion *confusion) {
  ftext_confusion kept = {.rows = confusion->rows,
                          .class_count = confusion->class_count,
                          .answers = confusion->answers,
                          .correct = confusion->correct};
  uint32_t i;

  for (i = 0; i < confusion->labels.count; i++) {
    uint32_t number;

    if (!ftext_class_is_used(&confusion->classes[i])) {
      continue;
    }
    if (class_of(&kept, ftext_names_at(&confusion->labels, i), &number) !=
        FTEXT_OK) {
      ftext_confusion_free(&kept);
      return;
    }
    kept.classes[number] = confusion->classes[i];
  }
  ftext_confusion_free(confusion);
  *confusion = kept;
}

static void leave(ftext_confusion *confusion, uint32_t number, uint64_t support,
                  uint64_t predicted) {
  ftext_class_counts *counts = &confusion->classes[number];

  counts->support -= support;
  counts->predicted -= predicted;
  confusion->class_count -= ftext_class_is_used(counts) ? 0 : 1;
}

void ftext_confusion_remove(ftext_confusion *confusion, ftext_text truth,
                            const ftext_text *predicted) {
  uint32_t true_class;
  uint32_t answer = 0;

  if (!ftext_names_find(&confusion->labels, truth, &true_class) ||
      (predicted != NULL &&
       !ftext_names_find(&confusion->labels, *predicted, &answer))) {
    return;
  }
  confusion->rows--;
  if (predicted != NULL) {
    confusion->answers--;
    if (answer == true_class) {
      confusion->classes[answer].correct--;
      confusion->correct--;
    }
    leave(confusion, answer, 0, 1);
  }
  leave(confusion, true_class, 1, 0);
  if (confusion->labels.count / 2 >
      (uint64_t)confusion->class_count + SPARE_CLASSES) {
    drop_unused(confusion);
  }
}

void ftext_confusion_free(ftext_confusion *confusion) {
  ftext_names_free(&confusion->labels);
  ftext_release(confusion->classes);
  memset(confusion, 0, sizeof *confusion);
}

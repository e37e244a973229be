/* ftext_classification_report: all figures of a group, as JSON. */
#include "base/json.h"
#include "metric/counts.h"
#include "metric/sql.h"

#include <stdlib.h>

/* Sorting needs the label beside the counts. */
typedef struct reported {
  ftext_text label;
  const ftext_class_counts *counts;
} reported;

static const char *const measures[] = {
    [FTEXT_PRECISION] = "precision",
    [FTEXT_RECALL] = "recall",
    [FTEXT_FBETA] = "f1",
};

enum { MEASURES = sizeof measures / sizeof measures[0] };

static int compare_labels(const void *a, const void *b) {
  return ftext_text_compare(((const reported *)a)->label,
                            ((const reported *)b)->label);
}

/* Appends "name":number, with as many digits as SQLite shows. */
static void append_score(ftext_buffer *out, const char *name, double score) {
  char number[64];

  sqlite3_snprintf((int)sizeof number, number, "\"%s\":%!.15g", name, score);
  ftext_buffer_append_string(out, number);
}

static void append_count(ftext_buffer *out, const char *name, uint64_t count) {
  ftext_buffer_append_string(out, ",\"");
  ftext_buffer_append_string(out, name);
  ftext_buffer_append_string(out, "\":");
  ftext_buffer_append_integer(out, (int64_t)count);
}

static void append_average(ftext_buffer *out, const ftext_confusion *confusion,
                           const char *name, ftext_average average) {
  unsigned i;

  ftext_buffer_append_string(out, ",\"");
  ftext_buffer_append_string(out, name);
  ftext_buffer_append_string(out, "\":{");
  for (i = 0; i < MEASURES; i++) {
    ftext_buffer_append_string(out, i == 0 ? "" : ",");
    append_score(out, measures[i],
                 ftext_score(confusion, (ftext_measure)i, 1, average,
                             ftext_text_of("")));
  }
  ftext_buffer_append_string(out, "}");
}

static void append_class(ftext_buffer *out, const reported *class) {
  unsigned i;

  ftext_buffer_append_string(out, "{\"label\":");
  ftext_json_write(out, class->label.bytes, class->label.length);
  for (i = 0; i < MEASURES; i++) {
    ftext_buffer_append_string(out, ",");
    append_score(out, measures[i],
                 ftext_class_score(class->counts, (ftext_measure)i, 1));
  }
  append_count(out, "support", class->counts->support);
  append_count(out, "predicted", class->counts->predicted);
  append_count(out, "correct", class->counts->correct);
  ftext_buffer_append_string(out, "}");
}

static void append_classes(ftext_buffer *out,
                           const ftext_confusion *confusion) {
  reported *classes =
      ftext_resize(NULL, confusion->class_count * sizeof *classes);
  uint32_t count = 0;
  uint32_t i;

  if (classes == NULL) {
    out->status = FTEXT_NO_MEMORY;
    return;
  }
  for (i = 0; i < confusion->labels.count; i++) {
    if (ftext_class_is_used(&confusion->classes[i])) {
      classes[count].label = ftext_names_at(&confusion->labels, i);
      classes[count++].counts = &confusion->classes[i];
    }
  }
  qsort(classes, count, sizeof *classes, compare_labels);
  for (i = 0; i < count; i++) {
    ftext_buffer_append_string(out, i == 0 ? "" : ",");
    append_class(out, &classes[i]);
  }
  ftext_release(classes);
}

void ftext_report_value(sqlite3_context *context) {
  const ftext_counts *counts = ftext_counts_now(context);
  const ftext_confusion *confusion;
  ftext_buffer out;

  if (counts == NULL) {
    return;
  }
  confusion = &counts->confusion;
  ftext_buffer_init(&out,
                    ftext_length_limit(sqlite3_context_db_handle(context)));
  ftext_buffer_append_string(&out, "{");
  append_score(&out, "accuracy", ftext_accuracy(confusion));
  append_count(&out, "rows", confusion->rows);
  append_count(&out, "unparsed", confusion->rows - confusion->answers);
  append_average(&out, confusion, "macro", FTEXT_MACRO);
  append_average(&out, confusion, "weighted", FTEXT_WEIGHTED);
  ftext_buffer_append_string(&out, ",\"classes\":[");
  append_classes(&out, confusion);
  ftext_buffer_append_string(&out, "]}");
  ftext_result_json(context, &out);
}

void ftext_report_final(sqlite3_context *context) {
  ftext_report_value(context);
  ftext_counts_clear(context);
}

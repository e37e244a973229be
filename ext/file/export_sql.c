/*
** ftext_export: the caller's rows, line by line, into one file or several.
*/
#include "base/progress.h"
#include "base/value.h"
#include "file/output.h"
#include "file/row.h"
#include "file/sql.h"

#include "file/disk.h"
#include "record/validate.h"

#include <string.h>

/* So many bytes of findings are told; there may be more of them. */
enum { MOST_FINDINGS = 4000 };

/* A file, found by the values that its path has in place of columns. */
typedef struct destination {
  uint8_t *values; /* each with a NUL behind it, which none contains */
  size_t length;
  ftext_output *output;
} destination;

typedef struct export_job {
  ftext_export_options options;
  ftext_path path;
  ftext_query query;
  ftext_row row;
  ftext_outputs outputs;
  destination *destinations; /* in order of their values */
  size_t destination_count;
  size_t capacity;
  ftext_buffer values;
  ftext_buffer name;
  ftext_validation validation; /* used where the options ask for it */
  ftext_json document;         /* memory for it */
  ftext_failure failure;
  ftext_progress progress;
  ftext_query_scan scan;
} export_job;

static bool no_memory(export_job *job) {
  return ftext_fail(&job->failure, SQLITE_NOMEM, "out of memory");
}

static bool output_failed(export_job *job) {
  const ftext_output_error *error = &job->outputs.error;
  char words[FTEXT_DISK_REASON_SIZE];
  int code =
      error->fault == FTEXT_OUTPUT_CANNOT_OPEN ? SQLITE_CANTOPEN : SQLITE_IOERR;

  if (error->fault == FTEXT_OUTPUT_NO_MEMORY) {
    return no_memory(job);
  }
  return ftext_fail(
      &job->failure, code, "cannot %s '%s': %s", error->action, error->path,
      error->reason != NULL ? error->reason
                            : ftext_disk_reason(words, error->number));
}

static bool collect_values(export_job *job) {
  size_t i;
  ftext_text value;

  ftext_buffer_clear(&job->values);
  for (i = 0; i < job->path.column_count; i++) {
    if (!ftext_row_path_value(&job->row, job->row.path_columns[i], &value)) {
      return false;
    }
    ftext_buffer_append(&job->values, value.bytes, value.length);
    ftext_buffer_append_byte(&job->values, '\0');
  }
  return job->values.status == FTEXT_OK || no_memory(job);
}

/* Puts the collected values into the path. */
static bool compose_name(export_job *job) {
  const char *value = (const char *)job->values.bytes;
  const ftext_path_part *part;
  size_t length;
  size_t i;

  ftext_buffer_clear(&job->name);
  for (i = 0; i < job->path.count; i++) {
    part = &job->path.parts[i];
    if (part->is_column) {
      length = strlen(value);
      ftext_buffer_append(&job->name, value, length);
      value += length + 1;
    } else {
      ftext_buffer_append(&job->name, part->text.bytes, part->text.length);
    }
  }
  return job->name.status == FTEXT_OK || no_memory(job);
}

static int compare_values(const export_job *job, const destination *known) {
  /* A path without columns has one destination, and no values at all. */
  return job->values.length == 0
             ? 0
             : ftext_text_compare(
                   (ftext_text){job->values.bytes, job->values.length},
                   (ftext_text){known->values, known->length});
}

/* Where the collected values stand, or where they belong. */
static size_t find_destination(const export_job *job, bool *found) {
  size_t low = 0;
  size_t high = job->destination_count;
  size_t middle;
  int order;

  *found = false;
  while (low < high && !*found) {
    middle = low + (high - low) / 2;
    order = compare_values(job, &job->destinations[middle]);
    *found = order == 0;
    if (order <= 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return high;
}

static bool insert_destination(export_job *job, size_t at,
                               ftext_output *output) {
  void *items = job->destinations;
  uint8_t *copy = sqlite3_malloc64(job->values.length + 1);
  ftext_status status =
      ftext_grow(&items, &job->capacity, job->destination_count + 1,
                 sizeof *job->destinations);

  job->destinations = items;
  if (copy == NULL || status != FTEXT_OK) {
    sqlite3_free(copy);
    return no_memory(job);
  }
  if (job->values.length > 0) {
    memcpy(copy, job->values.bytes, job->values.length);
  }
  memmove(job->destinations + at + 1, job->destinations + at,
          (job->destination_count - at) * sizeof *job->destinations);
  job->destinations[at] = (destination){copy, job->values.length, output};
  job->destination_count++;
  return true;
}

static bool open_destination(export_job *job, size_t at) {
  static const char bom[] = "\xEF\xBB\xBF";
  ftext_output *output;

  if (job->destination_count == FTEXT_OUTPUT_MOST_FILES) {
    return ftext_fail(&job->failure, SQLITE_ERROR,
                      "row %lld begins file number %d, and one export writes "
                      "at most %d",
                      job->query.row, FTEXT_OUTPUT_MOST_FILES + 1,
                      FTEXT_OUTPUT_MOST_FILES);
  }
  if (!compose_name(job)) {
    return false;
  }
  output = ftext_outputs_open(&job->outputs,
                              (ftext_text){job->name.bytes, job->name.length});
  if (output == NULL ||
      (job->options.bom &&
       !ftext_outputs_write(&job->outputs, output, bom, sizeof bom - 1))) {
    return output_failed(job);
  }
  return insert_destination(job, at, output);
}

static bool write_line(export_job *job, ftext_output *output, ftext_text line) {
  bool good = true;

  if (!job->options.final_newline && output->rows > 0) {
    good = ftext_outputs_write(&job->outputs, output, "\n", 1);
  }
  good = good &&
         ftext_outputs_write(&job->outputs, output, line.bytes, line.length);
  if (good && job->options.final_newline) {
    good = ftext_outputs_write(&job->outputs, output, "\n", 1);
  }
  output->rows++;
  return good || output_failed(job);
}

/* Fails the export with the target's findings about the row. */
static bool refuse_row(export_job *job, const ftext_findings *findings) {
  return ftext_fail(&job->failure, SQLITE_ERROR,
                    "row %lld: target '%s' would refuse it: %.*s]",
                    job->query.row, job->options.target->name,
                    (int)findings->out.length, findings->out.bytes);
}

static bool check_line(export_job *job, ftext_text line) {
  ftext_findings findings = {.count = 0};
  ftext_status status;
  bool good;

  if (!job->options.check) {
    return true;
  }
  ftext_buffer_init(&findings.out, MOST_FINDINGS);
  status =
      ftext_validate_record(&job->validation, line, &job->document, &findings);
  if (status == FTEXT_NO_MEMORY) {
    good = no_memory(job);
  } else {
    good = findings.count == 0 || refuse_row(job, &findings);
  }
  ftext_buffer_free(&findings.out);
  return good;
}

static bool write_row(export_job *job) {
  ftext_text line;
  bool found;
  size_t at;

  if (!ftext_row_line(&job->row, &line) || !check_line(job, line) ||
      !collect_values(job)) {
    return false;
  }
  at = find_destination(job, &found);
  return (found || open_destination(job, at)) &&
         write_line(job, job->destinations[at].output, line);
}

static void say_progress(export_job *job) {
  if (ftext_progress_due(&job->progress)) {
    ftext_query_scan_look(&job->scan, &job->query);
    ftext_progress_show(&job->progress,
                        &(ftext_progress_state){.part = "",
                                                .rows = job->query.row,
                                                .steps = job->scan.steps,
                                                .most = job->scan.most});
  }
}

static bool write_rows(export_job *job) {
  /* A path without columns is a file even where there is no row. */
  if (job->path.column_count == 0 && !open_destination(job, 0)) {
    return false;
  }
  ftext_progress_part(&job->progress);
  while (job->query.has_row) {
    say_progress(job);
    if (!write_row(job) || !ftext_query_next(&job->query, &job->failure)) {
      return false;
    }
  }
  return ftext_outputs_commit(&job->outputs) || output_failed(job);
}

static bool read_arguments(export_job *job, int argc, sqlite3_value **argv,
                           ftext_text *sql) {
  ftext_text path;
  ftext_text options;
  ftext_status status = ftext_value_text(argv[0], &path);

  if (status == FTEXT_OK) {
    status = ftext_value_text(argv[1], sql);
  }
  if (status == FTEXT_OK && argc > 2) {
    status = ftext_value_text(argv[2], &options);
    if (status == FTEXT_OK) {
      status = ftext_export_options_read(&job->options, options);
    }
    if (status == FTEXT_INVALID) {
      return ftext_fail(&job->failure, SQLITE_ERROR, "%s", job->options.error);
    }
    ftext_validation_init(&job->validation, job->options.target);
  }
  if (status == FTEXT_OK) {
    status = ftext_path_parse(&job->path, path);
    if (status == FTEXT_INVALID) {
      return ftext_fail(&job->failure, SQLITE_ERROR, "%s", job->path.error);
    }
  }
  return status == FTEXT_OK || no_memory(job);
}

static void append_member(ftext_buffer *out, const char *key, int64_t number) {
  ftext_buffer_append_string(out, key);
  ftext_buffer_append_integer(out, number);
}

static void append_files(ftext_buffer *out, const ftext_outputs *outputs) {
  const ftext_output *output;
  ftext_text path;
  size_t i;

  for (i = 0; i < outputs->count; i++) {
    output = outputs->items[i];
    path = ftext_text_of(output->path);
    ftext_buffer_append_string(out, i > 0 ? ",{\"path\":" : "{\"path\":");
    ftext_json_write(out, path.bytes, path.length);
    append_member(out, ",\"rows\":", output->rows);
    append_member(out, ",\"bytes\":", output->bytes);
    ftext_buffer_append_byte(out, '}');
  }
}

/* {"rows":..,"bytes":..,"files":[{"path":..,"rows":..,"bytes":..},...]} */
static void result_summary(sqlite3_context *context, const export_job *job) {
  const ftext_outputs *outputs = &job->outputs;
  int64_t rows = 0;
  int64_t bytes = 0;
  ftext_buffer out;
  size_t i;

  for (i = 0; i < outputs->count; i++) {
    rows += outputs->items[i]->rows;
    bytes += outputs->items[i]->bytes;
  }
  ftext_buffer_init(&out, ftext_length_limit(job->query.db));
  append_member(&out, "{\"rows\":", rows);
  append_member(&out, ",\"bytes\":", bytes);
  ftext_buffer_append_string(&out, ",\"files\":[");
  append_files(&out, outputs);
  ftext_buffer_append_string(&out, "]}");
  ftext_result_json(context, &out);
}

static void free_job(export_job *job) {
  size_t i;

  for (i = 0; i < job->destination_count; i++) {
    sqlite3_free(job->destinations[i].values);
  }
  sqlite3_free(job->destinations);
  ftext_row_close(&job->row);
  ftext_query_close(&job->query);
  ftext_outputs_free(&job->outputs);
  ftext_json_free(&job->document);
  ftext_path_free(&job->path);
  ftext_export_options_free(&job->options);
  ftext_buffer_free(&job->values);
  ftext_buffer_free(&job->name);
}

void ftext_export_sql(sqlite3_context *context, int argc,
                      sqlite3_value **argv) {
  sqlite3 *db = sqlite3_context_db_handle(context);
  export_job job = {0};
  ftext_text sql = {0};
  bool good;

  ftext_export_options_init(&job.options);
  ftext_buffer_init(&job.values, SIZE_MAX);
  ftext_buffer_init(&job.name, SIZE_MAX);
  good = read_arguments(&job, argc, argv, &sql);
  ftext_progress_begin(&job.progress, ftext_current(context)->name,
                       job.options.progress);
  good = good && ftext_query_open(&job.query, db, sql, &job.failure) &&
         ftext_row_open(&job.row, &job.query, &job.path, &job.options,
                        &job.failure) &&
         write_rows(&job);
  ftext_progress_end(&job.progress);
  if (good) {
    result_summary(context, &job);
  } else {
    ftext_failure_result(context, &job.failure);
  }
  free_job(&job);
}

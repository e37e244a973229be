/*
** A survey of a source: what the passes have seen so far, and what the
** checks have found.
**
** Memory does not grow with the number of rows.  It is bounded by the
** classes that are kept (FTEXT_MOST_CLASSES of them and
** FTEXT_MOST_CLASS_BYTES of their text), by FTEXT_MOST_FINDINGS findings of
** each check, and by the longest row.
*/
#ifndef FTEXT_CHECK_SURVEY_H
#define FTEXT_CHECK_SURVEY_H

#include "base/progress.h"
#include "check/near.h"
#include "check/options.h"
#include "check/shape.h"

enum {
  FTEXT_MOST_CLASSES = 65536,
  FTEXT_MOST_CLASS_BYTES = 32 << 20,
  FTEXT_MOST_FINDINGS = 1000
};

/* The source, as SQL: every name is quoted already. */
typedef struct ftext_check_source {
  char *schema;                     /* not quoted */
  char *table;                      /* not quoted */
  char *name;                       /* "schema"."table" */
  char *columns[FTEXT_FIELD_COUNT]; /* "column"; NULL where there is none */
  bool plain[FTEXT_FIELD_COUNT];    /* holds text, compared by bytes */
  char *others; /* names of the columns that are none of these */
  int other_count;
  char *row;     /* what tells a table's rows apart: rowid; else NULL */
  bool is_table; /* rows can be changed */
  bool wide;     /* in a database of UTF-16, where CAST reads BLOBs as that */
  bool numbered; /* ids are the numbers of the rows in their order */
} ftext_check_source;

typedef struct ftext_split_survey {
  ftext_buffer name;
  int64_t rows;
} ftext_split_survey;

/* The prompts that begin alike, while the boilerplate check reads them. */
typedef struct ftext_beginning {
  ftext_buffer text;
  ftext_class **classes; /* those that have some */
  size_t count;
  size_t capacity;
  ftext_examples examples;
} ftext_beginning;

/* One row of the result. */
typedef struct ftext_finding {
  const ftext_check *check;
  size_t position; /* of the check */
  size_t number;   /* in the order of reporting */
  bool has_class;
  bool has_split;
  bool has_value;
  bool has_threshold;
  ftext_buffer class;
  ftext_buffer split;
  int64_t count;
  double value;
  double threshold;
  ftext_buffer message;
  ftext_buffer examples; /* the inside of a JSON array */
  ftext_buffer fix;      /* empty: none */
  bool no_fix;           /* given up */
} ftext_finding;

struct ftext_survey {
  const ftext_check_options *options;
  const ftext_check_source *source;
  ftext_status status; /* the first error; callbacks need not look */
  ftext_progress progress;
  int pass; /* that is being made, from 1 */
  ftext_check_state states[FTEXT_MOST_CHECKS];
  int64_t rows;
  int64_t answered_rows; /* with a completion: the others teach nothing, and
                         ** count neither for the task nor for the shapes */

  ftext_split_survey splits[FTEXT_MOST_SPLITS]; /* as met */
  int split_count;
  int training; /* the split to learn from, or FTEXT_NO_SPLIT */

  ftext_class *classes; /* sorted by label */
  size_t class_count;   /* kept */
  size_t class_capacity;
  size_t class_bytes;
  int64_t classes_seen; /* also those that were too many to keep */
  int64_t completions;  /* distinct pairs of class and completion */
  int64_t classified_rows;
  bool controls[160]; /* which control characters were met */
  ftext_shape prompts;
  ftext_shape answers;
  ftext_near near;
  ftext_beginning beginning;
  bool has_prompts; /* a prompt that is not empty */
  ftext_task task;  /* known after the class pass */

  ftext_finding *findings;
  size_t finding_count;
  size_t finding_capacity;
};

/* An empty survey; options and source must outlive it. */
void ftext_survey_init(ftext_survey *survey, const ftext_check_options *,
                       const ftext_check_source *);
void ftext_survey_free(ftext_survey *survey);

/* Whether the check at that position runs: it is on, and the source has
** what it needs as far as that is known yet. */
bool ftext_survey_runs(const ftext_survey *survey, size_t position);

/* The index of the split of that name, which is added where it is new;
** FTEXT_NO_SPLIT when there are too many: FTEXT_INVALID is the status. */
int ftext_survey_split(ftext_survey *survey, ftext_text name);

ftext_text ftext_split_name(const ftext_survey *survey, int split);

/* Notes a status that is not FTEXT_OK; the first one stays.  Returns whether
** all is still well. */
bool ftext_survey_note(ftext_survey *survey, ftext_status status);

/* What stands in a buffer. */
ftext_text ftext_text_in(const ftext_buffer *buffer);

/* Copies the text over what is in the buffer. */
void ftext_survey_set(ftext_survey *survey, ftext_buffer *buffer,
                      ftext_text text);

/* The passes' hooks; each calls the checks that run. */
void ftext_survey_row(ftext_survey *survey, const ftext_check_row *row);
void ftext_survey_rows_end(ftext_survey *survey);
void ftext_survey_class(ftext_survey *survey, const ftext_class_run *run);
void ftext_survey_classes_end(ftext_survey *survey);
void ftext_survey_prompt(ftext_survey *survey, const ftext_row_run *run);
void ftext_survey_again(ftext_survey *survey, const ftext_check_row *row);
void ftext_survey_group(ftext_survey *survey, const ftext_row_run *run);
void ftext_survey_conclude(ftext_survey *survey);

/* Does a part of what must be done before concluding; false where nothing is
** left, or the status is no longer FTEXT_OK. */
bool ftext_survey_part(ftext_survey *survey);

/* Whether any check that runs wants the pass. */
bool ftext_survey_wants_prompts(const ftext_survey *survey);
bool ftext_survey_wants_groups(const ftext_survey *survey);

/* A new finding of the check with its threshold, for the caller to fill;
** NULL when the check has had its share of findings, or without memory. */
ftext_finding *ftext_report(ftext_survey *survey, ftext_check_state *state);

/* Appends to a finding's message, as printf. */
__attribute__((format(printf, 2, 3))) void ftext_say(ftext_finding *finding,
                                                     const char *format, ...);

/* Writes a number for a message: at most three decimals, '.' everywhere. */
enum { FTEXT_DECIMAL_SIZE = 32 };
const char *ftext_decimal(char out[FTEXT_DECIMAL_SIZE], double number);

/* As ftext_quote(), with line feeds shown as \\n. */
const char *ftext_quote_newlines(char out[FTEXT_QUOTE_SIZE], ftext_text text);

void ftext_finding_class(ftext_finding *finding, ftext_text class);
void ftext_finding_split(ftext_survey *survey, ftext_finding *finding,
                         int split);
void ftext_finding_value(ftext_finding *finding, double value);
void ftext_finding_examples(ftext_finding *finding,
                            const ftext_examples *examples);

/* Reports a tally: `count` rows, complaint and advice as the message, the
** check's fix. */
ftext_finding *ftext_report_tally(ftext_survey *survey,
                                  ftext_check_state *state, double value);

#endif

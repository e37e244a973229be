/*
** What a check is, and what it may look at.
**
** A check is a row in one of the lists of catalogue.c: its name, severity
** and default threshold, the manual's words, and the functions that the
** passes call.  There are four passes over the source, each made only when
** a check that is on asks for it:
**
**   row     every row, in the source's order
**   class   rows sorted by class: once for each class, when it has ended
**   prompt  rows sorted by prompt: once for each distinct prompt; and
**   again   every row of that pass, when all of the above is known
**   group   rows sorted by group: once for each distinct group
**
** conclude() is called at the end and reports.  A check without one reports
** its tally, that is the rows for which row() or again() was true, where
** that is above the threshold.
*/
#ifndef FTEXT_CHECK_CHECK_H
#define FTEXT_CHECK_CHECK_H

#include "base/text.h"

#include "check/example.h"

#include <stdint.h>

typedef struct ftext_survey ftext_survey; /* see check/survey.h */

typedef enum ftext_severity {
  FTEXT_SEVERITY_ERROR, /* the trainer refuses it or learns nonsense */
  FTEXT_SEVERITY_WARNING,
  FTEXT_SEVERITY_INFO
} ftext_severity;

/* The source's columns. */
typedef enum ftext_field {
  FTEXT_FIELD_ID,
  FTEXT_FIELD_PROMPT,
  FTEXT_FIELD_COMPLETION,
  FTEXT_FIELD_LABEL,
  FTEXT_FIELD_SPLIT,
  FTEXT_FIELD_GROUP,
  FTEXT_FIELD_COUNT
} ftext_field;

/* What a check needs to make sense; without it, it is not run. */
enum {
  FTEXT_NEED_LABEL = 1,          /* a label column */
  FTEXT_NEED_SPLIT = 2,          /* a split column */
  FTEXT_NEED_GROUP = 4,          /* a group column */
  FTEXT_NEED_CLASSES = 8,        /* a label column, or a classification */
  FTEXT_NEED_CLASSIFICATION = 16 /* completions that name classes */
};

/* How a threshold is measured. */
typedef enum ftext_unit {
  FTEXT_UNIT_ROWS,  /* that many rows are tolerated */
  FTEXT_UNIT_SHARE, /* that share of the rows is tolerated */
  FTEXT_UNIT_TOKENS,
  FTEXT_UNIT_CHARACTERS,
  FTEXT_UNIT_CLASSES,
  FTEXT_UNIT_RATIO,
  FTEXT_UNIT_NONE /* the check has no threshold */
} ftext_unit;

/* Which rows a check must see together.  Where the source is divided so that
** these stay in one part, the counts of the parts add up to those of the
** whole. */
typedef enum ftext_scope {
  FTEXT_SCOPE_SOURCE, /* all of them */
  FTEXT_SCOPE_ROW,    /* each by itself */
  FTEXT_SCOPE_PROMPT, /* those with one prompt */
  FTEXT_SCOPE_GROUP   /* those with one group */
} ftext_scope;

enum { FTEXT_NO_SPLIT = -1, FTEXT_MOST_SPLITS = 64 };

/* A row of the source.  A NULL's text is empty. */
typedef struct ftext_check_row {
  ftext_example_id id;
  ftext_text text[FTEXT_FIELD_COUNT];
  bool has_group;   /* that is not NULL */
  ftext_text class; /* the label or, without a label column, the completion */
  bool has_class;
  int split; /* index into the survey's splits, or FTEXT_NO_SPLIT */
} ftext_check_row;

/* A class whose rows have all been seen; also kept for later. */
typedef struct ftext_class {
  uint8_t *texts; /* label and completion, of a class that is kept */
  ftext_text label;
  ftext_text completion; /* of its first row */
  int64_t rows;
  int64_t completions;  /* distinct ones */
  int64_t *split_rows;  /* one number for each split */
  bool one_group;       /* all its rows are in one group */
  int64_t median;       /* of the prompts' lengths, in characters */
  ftext_examples first; /* the id of one row */
  uint32_t first_token; /* of the completion, if that is not empty */
  uint64_t tokens;      /* of the completion */
  int64_t prefix_rows;  /* scratch of the boilerplate check */
} ftext_class;

/* A class as the class pass hands it over: with ids for each split. */
typedef struct ftext_class_run {
  const ftext_class *class;
  const ftext_examples *examples;       /* of all rows */
  const ftext_examples *split_examples; /* one for each split */
} ftext_class_run;

/* The rows that have one prompt, or one group, in common. */
typedef struct ftext_row_run {
  ftext_text key; /* the prompt or the group */
  int64_t rows;
  int64_t classes;      /* distinct ones, at least */
  int64_t duplicates;   /* rows that repeat an earlier one of the run */
  int64_t completions;  /* distinct pairs of class and completion */
  int split_count;      /* distinct ones */
  uint64_t splits;      /* a bit for each */
  ftext_examples first; /* the id of one row */
  ftext_examples examples;
  ftext_examples duplicate_examples;
} ftext_row_run;

typedef struct ftext_check ftext_check;

/* A check at work. */
typedef struct ftext_check_state {
  const ftext_check *check;
  double threshold;
  bool on;
  int64_t count;    /* rows */
  int64_t cases;    /* what is counted besides rows: prompts, groups */
  int64_t findings; /* reported, also those that were too many to keep */
  ftext_examples examples;
} ftext_check_state;

struct ftext_check {
  const char *name;
  ftext_severity severity;
  ftext_unit unit;
  ftext_scope scope;
  unsigned needs;
  double threshold;
  const char *summary;   /* what it finds, and when, in a sentence or two */
  const char *source;    /* where the rule comes from */
  const char *complaint; /* begins the message of a check that tallies */
  const char *advice;    /* ends it, or NULL */
  const char *fix;       /* a template of check/fix.h, or NULL */

  bool (*row)(ftext_survey *, ftext_check_state *, const ftext_check_row *);
  void (*class)(ftext_survey *, ftext_check_state *, const ftext_class_run *);
  void (*prompt)(ftext_survey *, ftext_check_state *, const ftext_row_run *);
  bool (*again)(ftext_survey *, ftext_check_state *, const ftext_check_row *);
  void (*group)(ftext_survey *, ftext_check_state *, const ftext_row_run *);
  /* Some milliseconds of what is long to conclude; true where more is left. */
  bool (*part)(ftext_survey *, ftext_check_state *);
  void (*conclude)(ftext_survey *, ftext_check_state *);
};

typedef struct ftext_check_list {
  const ftext_check *checks;
  size_t count;
} ftext_check_list;

/* All checks, in the order in which findings of equal severity are listed;
** NULL behind the last. */
enum { FTEXT_MOST_CHECKS = 64 };
const ftext_check *ftext_check_at(size_t position);

/* The position of the check of that name, or FTEXT_MOST_CHECKS. */
size_t ftext_check_find(ftext_text name);

const char *ftext_severity_name(ftext_severity severity);
const char *ftext_unit_name(ftext_unit unit);
const char *ftext_scope_name(ftext_scope scope);

#endif

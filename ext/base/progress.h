/*
** How far long work has come: one line on the terminal, rewritten in place.
**
** Said only where standard error is a terminal and the caller wants it, not
** in the first two seconds, and five times a second at most.  Only ASCII and
** carriage returns are written, so that any terminal can show the line; it
** is as wide as the terminal at most, and gone when the work has ended, well
** or not.  Where nothing is said nothing is asked of the clock either.
*/
#ifndef FTEXT_BASE_PROGRESS_H
#define FTEXT_BASE_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct ftext_progress {
  const char *name; /* of the function or table at work */
  bool on;          /* there is a terminal, and nobody turned it off */
  bool shown;       /* there is a line to be erased */
  double began;     /* the work, in seconds of a clock that only goes on */
  double part;      /* the part of it whose rate is shown */
  double said;
} ftext_progress;

/* What the line says. */
typedef struct ftext_progress_state {
  const char *part; /* "pass 2 of 4, ", or "" */
  int64_t rows;     /* done in this part */
  int64_t all_rows; /* that the part has; 0: not known */
  int64_t steps;    /* of the work, of which rows come out, */
  int64_t most;     /* and how many there are at most; 0: not known */
} ftext_progress_state;

void ftext_progress_begin(ftext_progress *progress, const char *name,
                          bool wanted);

/* Begins a part of the work. */
void ftext_progress_part(ftext_progress *progress);

/* Whether it is time to show how far the work is. */
bool ftext_progress_due(ftext_progress *progress);

/* "name: pass 2 of 4, 1,200 of 5,000 rows, 300 rows/s, 0:12 left". */
void ftext_progress_show(ftext_progress *progress,
                         const ftext_progress_state *state);

/* Erases the line. */
void ftext_progress_end(ftext_progress *progress);

#endif

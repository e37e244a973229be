/*
** In place of base/progress.c: it is always time to tell how far long work
** is, and nothing is shown.  What is found out for it meets the faults then,
** without a terminal.
*/
#include "base/progress.h"

void ftext_progress_begin(ftext_progress *progress, const char *name,
                          bool wanted) {
  *progress = (ftext_progress){.name = name, .on = wanted};
}

void ftext_progress_part(ftext_progress *progress) {
  (void)progress;
}

bool ftext_progress_due(ftext_progress *progress) {
  return progress->on;
}

void ftext_progress_show(ftext_progress *progress,
                         const ftext_progress_state *state) {
  (void)progress;
  (void)state;
}

void ftext_progress_end(ftext_progress *progress) {
  progress->on = false;
}

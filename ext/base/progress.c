#define _DEFAULT_SOURCE /* NOLINT: POSIX, and the terminal's width */

#include "base/progress.h"

#include <stdio.h>
#include <unistd.h>

#ifdef _WIN32
#include <windows.h>
#else
#include <sys/ioctl.h>
#include <time.h>
#endif

enum { WIDEST = 100, USUAL_WIDTH = 80 };

/* Seconds. */
static const double first_after = 2;
static const double every = 0.2;

#ifdef _WIN32

static double now(void) {
  return (double)GetTickCount64() / 1e3;
}

static int columns(void) {
  CONSOLE_SCREEN_BUFFER_INFO info;
  HANDLE console = GetStdHandle(STD_ERROR_HANDLE);

  return GetConsoleScreenBufferInfo(console, &info) ? info.dwSize.X : 0;
}

#else

static double now(void) {
  struct timespec time = {0};

  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int columns(void) {
  struct winsize size = {0};

  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

#endif

/* The last column stays free: some terminals break the line behind it. */
static int line_width(void) {
  int width = columns();

  if (width <= 0) {
    return USUAL_WIDTH - 1;
  }
  return width > WIDEST ? WIDEST : width - 1;
}

/* Writes over the whole line, with spaces behind the text. */
static void write_line(const char *text, const char *end) {
  int width = line_width();

  fprintf(stderr, "\r%-*.*s%s", width, width, text, end);
  fflush(stderr);
}

/* 1234567 as 1,234,567. */
typedef struct figure {
  char text[32];
} figure;

static figure grouped(int64_t number) {
  figure out = {""};
  char digits[24];
  int length = snprintf(digits, sizeof digits, "%lld", (long long)number);
  int at = 0;
  int i;

  for (i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0) {
      out.text[at++] = ',';
    }
    out.text[at++] = digits[i];
  }
  return out;
}

static figure clock_of(double seconds) {
  long long whole = (long long)seconds;
  figure out;

  if (whole < 3600) {
    snprintf(out.text, sizeof out.text, "%lld:%02lld", whole / 60, whole % 60);
  } else {
    snprintf(out.text, sizeof out.text, "%lld:%02lld:%02lld", whole / 3600,
             whole / 60 % 60, whole % 60);
  }
  return out;
}

/* ", 0:12 left": exact where all rows are known, else what it is at most;
** nothing where neither is known. */
static figure time_left(const ftext_progress_state *state, double seconds) {
  bool exact = state->all_rows >= state->rows && state->all_rows > 0;
  int64_t done = exact ? state->rows : state->steps;
  int64_t all = exact ? state->all_rows : state->most;
  figure out = {""};

  if (done > 0 && done <= all) {
    snprintf(
        out.text, sizeof out.text, ", %s%.16s left", exact ? "" : "at most ",
        clock_of(seconds / (double)done * (double)(all - done) + 0.99).text);
  }
  return out;
}

void ftext_progress_begin(ftext_progress *progress, const char *name,
                          bool wanted) {
  *progress =
      (ftext_progress){.name = name, .on = wanted && isatty(STDERR_FILENO)};
  if (progress->on) {
    progress->began = now();
    progress->part = progress->began;
  }
}

void ftext_progress_part(ftext_progress *progress) {
  if (progress->on) {
    progress->part = now();
  }
}

bool ftext_progress_due(ftext_progress *progress) {
  double time;

  if (!progress->on) {
    return false;
  }
  time = now();
  if (time - progress->began < first_after || time - progress->part < every ||
      time - progress->said < every) {
    return false;
  }
  progress->said = time;
  return true;
}

void ftext_progress_show(ftext_progress *progress,
                         const ftext_progress_state *state) {
  double seconds = progress->said - progress->part;
  char text[WIDEST * 2];
  char of[40] = "";

  if (state->all_rows > 0) {
    snprintf(of, sizeof of, " of %s", grouped(state->all_rows).text);
  }
  snprintf(text, sizeof text, "%s: %s%s%s rows, %s rows/s%s", progress->name,
           state->part, grouped(state->rows).text, of,
           grouped((int64_t)((double)state->rows / seconds)).text,
           time_left(state, seconds).text);
  write_line(text, "");
  progress->shown = true;
}

void ftext_progress_end(ftext_progress *progress) {
  if (progress->shown) {
    write_line("", "\r");
  }
  progress->on = false;
  progress->shown = false;
}

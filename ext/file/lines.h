/*
** The lines of a file of any size, in memory that the longest line bounds.
**
** Lines end at LF alone; a CR before it belongs to the end.  A byte order
** mark at the start of the file is passed over.
*/
#ifndef FTEXT_FILE_LINES_H
#define FTEXT_FILE_LINES_H

#include "base/memory.h"
#include "base/text.h"

typedef struct ftext_lines {
  int descriptor;
  uint8_t *buffer;
  size_t capacity;
  size_t start; /* of what was read and not given out */
  size_t end;
  size_t limit;   /* of a line, in bytes */
  int64_t passed; /* bytes of the file before the buffer */
  int64_t place;  /* of the current line's text in the file, from 0 */
  int64_t number; /* of the current line, from 1 */
  bool at_end;    /* the file is read */
} ftext_lines;

typedef enum ftext_lines_result {
  FTEXT_LINES_LINE,
  FTEXT_LINES_TOO_LONG, /* a line above the limit, passed over */
  FTEXT_LINES_END,
  FTEXT_LINES_NO_MEMORY,
  FTEXT_LINES_FAILED /* reading did: *error says why */
} ftext_lines_result;

/* Begins with an open descriptor, which it takes over. */
void ftext_lines_init(ftext_lines *lines, int descriptor, size_t limit);

/* Goes to the next line, which is valid until the next call. */
ftext_lines_result ftext_lines_next(ftext_lines *lines, ftext_text *line,
                                    int *error);

/* Closes the file.  Lines of zeros that were never begun are allowed when
** `buffer` is NULL and `limit` is 0. */
void ftext_lines_close(ftext_lines *lines);

#endif

#include "file/lines.h"

#include "file/disk.h"

#include <string.h>

enum {
  READ_SIZE = 1 << 18,
  MARK_SIZE = 3,
  MOST_ENDS = MARK_SIZE + 1 /* what is no part of a line, but for its LF */
};

void ftext_lines_init(ftext_lines *lines, int descriptor, size_t limit) {
  *lines = (ftext_lines){.descriptor = descriptor, .limit = limit};
}

void ftext_lines_close(ftext_lines *lines) {
  if (lines->limit > 0) {
    ftext_disk->close(lines->descriptor);
  }
  ftext_release(lines->buffer);
  *lines = (ftext_lines){0};
}

/* Reads more behind what is there, which moves to the buffer's start. */
static ftext_lines_result read_more(ftext_lines *lines, int *error) {
  void *buffer = lines->buffer;
  size_t rest = lines->end - lines->start;
  size_t count;

  if (lines->start > 0) {
    memmove(lines->buffer, lines->buffer + lines->start, rest);
    lines->passed += (int64_t)lines->start;
    lines->start = 0;
    lines->end = rest;
  }
  if (ftext_grow(&buffer, &lines->capacity, rest + READ_SIZE, 1) != FTEXT_OK) {
    return FTEXT_LINES_NO_MEMORY;
  }
  lines->buffer = buffer;
  *error = ftext_disk_read(lines->descriptor, lines->buffer + rest,
                           lines->capacity - rest, &count);
  if (*error != 0) {
    return FTEXT_LINES_FAILED;
  }
  lines->end += count;
  lines->at_end = count == 0;
  return FTEXT_LINES_LINE;
}

/* How many bytes lead to the next LF, itself included, of which the first
** `searched` are known to be none; 0 where there is none yet. */
static size_t find_end(const ftext_lines *lines, size_t searched) {
  size_t count = lines->end - lines->start - searched;
  const uint8_t *from;
  const uint8_t *found;

  if (count == 0) {
    return 0; /* there may be no buffer yet */
  }
  from = lines->buffer + lines->start + searched;
  found = memchr(from, '\n', count);
  return found == NULL ? 0 : searched + (size_t)(found - from) + 1;
}

/* Passes over the rest of a line, keeping nothing of it. */
static ftext_lines_result skip_line(ftext_lines *lines, int *error) {
  ftext_lines_result result;
  size_t length;

  for (;;) {
    lines->start = lines->end;
    result = read_more(lines, error);
    if (result != FTEXT_LINES_LINE) {
      return result;
    }
    length = find_end(lines, 0);
    if (length > 0 || lines->at_end) {
      lines->start += length;
      return FTEXT_LINES_TOO_LONG;
    }
  }
}

static ftext_text without_ends(const ftext_lines *lines, ftext_text line) {
  if (line.length > 0 && line.bytes[line.length - 1] == '\n') {
    line.length--;
  }
  if (line.length > 0 && line.bytes[line.length - 1] == '\r') {
    line.length--;
  }
  if (lines->number == 1 && line.length >= MARK_SIZE &&
      memcmp(line.bytes, "\xEF\xBB\xBF", MARK_SIZE) == 0) {
    line.bytes += MARK_SIZE;
    line.length -= MARK_SIZE;
  }
  return line;
}

ftext_lines_result ftext_lines_next(ftext_lines *lines, ftext_text *line,
                                    int *error) {
  ftext_lines_result result;
  size_t searched = 0;
  size_t length;

  lines->number++;
  lines->place = lines->passed + (int64_t)lines->start;
  while ((length = find_end(lines, searched)) == 0) {
    searched = lines->end - lines->start;
    if (lines->at_end && searched == 0) {
      return FTEXT_LINES_END;
    }
    if (lines->at_end) {
      length = searched;
      break;
    }
    if (searched > lines->limit + MOST_ENDS) {
      return skip_line(lines, error);
    }
    result = read_more(lines, error);
    if (result != FTEXT_LINES_LINE) {
      return result;
    }
  }
  *line =
      without_ends(lines, (ftext_text){lines->buffer + lines->start, length});
  lines->place = lines->passed + (line->bytes - lines->buffer);
  lines->start += length;
  return line->length > lines->limit ? FTEXT_LINES_TOO_LONG : FTEXT_LINES_LINE;
}

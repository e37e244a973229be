#include "token/pieces.h"

#include "base/utf8.h"

enum { WINDOW = 1024 }; /* bytes repaired at a time, at first */

void ftext_cutter_init(ftext_cutter *cutter, ftext_matcher *matcher,
                       ftext_text text) {
  *cutter = (ftext_cutter){.matcher = matcher, .text = text};
  ftext_buffer_init(&cutter->window, SIZE_MAX);
}

void ftext_cutter_free(ftext_cutter *cutter) {
  ftext_buffer_free(&cutter->window);
}

/* Repairs the next bytes into the window.  Unless they are the text's last,
** a broken byte ends it, at which the matcher stops. */
static void open_window(ftext_cutter *cutter, size_t size) {
  const uint8_t *bytes = cutter->text.bytes + cutter->at;
  size_t left = cutter->text.length - cutter->at;
  size_t whole = ftext_utf8_boundary(bytes, left, size < left ? size : left);

  cutter->window_size = size;
  cutter->window_at = 0;
  ftext_buffer_clear(&cutter->window);
  ftext_utf8_repair(&cutter->window, bytes, whole);
  if (whole < left) {
    ftext_buffer_append_byte(&cutter->window, 0xFF);
  }
  cutter->status = cutter->window.status;
}

/* Goes on in the text itself, behind what was cut from the window. */
static void close_window(ftext_cutter *cutter) {
  uint32_t character;
  size_t repaired = 0;
  int read;

  while (repaired < cutter->window_at) {
    read = ftext_utf8_read(cutter->text.bytes + cutter->at,
                           cutter->text.length - cutter->at, &character);
    cutter->at += (size_t)(read < 0 ? -read : read);
    repaired += (size_t)(read < 0 ? 3 : read);
  }
  cutter->window_size = 0;
}

/* A piece from the window; false where it does not hold a whole one. */
static bool next_repaired(ftext_cutter *cutter, ftext_text *piece) {
  size_t at = cutter->window_at;
  size_t end;

  if (at == cutter->window.length) {
    return false;
  }
  end = cutter->matcher(cutter->window.bytes, cutter->window.length, at);
  if (end == FTEXT_PIECE_BROKEN) {
    return false;
  }
  *piece = (ftext_text){cutter->window.bytes + at, end - at};
  cutter->window_at = end;
  return true;
}

bool ftext_cutter_next(ftext_cutter *cutter, ftext_text *piece) {
  size_t end;

  while (cutter->status == FTEXT_OK) {
    if (cutter->window_size > 0) {
      if (next_repaired(cutter, piece)) {
        return true;
      }
      if (cutter->window_at == 0) {
        open_window(cutter, 4 * cutter->window_size);
        continue;
      }
      close_window(cutter);
    }
    if (cutter->at == cutter->text.length) {
      return false;
    }
    end = cutter->matcher(cutter->text.bytes, cutter->text.length, cutter->at);
    if (end != FTEXT_PIECE_BROKEN) {
      *piece = (ftext_text){cutter->text.bytes + cutter->at, end - cutter->at};
      cutter->at = end;
      return true;
    }
    open_window(cutter, WINDOW);
  }
  return false;
}

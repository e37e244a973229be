/*
** A text, cut into pieces from left to right, one at a time.
**
** Broken UTF-8 is read as U+FFFD here, so that nobody behind this point
** meets it: around a broken sequence the text is cut in a repaired window,
** which is as long as its longest piece asks for.  Valid text is never
** copied.
*/
#ifndef FTEXT_TOKEN_PIECES_H
#define FTEXT_TOKEN_PIECES_H

#include "base/buffer.h"
#include "base/text.h"
#include "token/piece.h"

typedef struct ftext_cutter {
  ftext_matcher *matcher;
  ftext_text text;
  size_t at; /* bytes of the text that are cut, or where the window begins */
  ftext_buffer window; /* repaired text, where there is a window */
  size_t window_at;    /* bytes of the window that are cut */
  size_t window_size;  /* bytes of the text in it, about; 0: no window */
  ftext_status status; /* FTEXT_OK, or FTEXT_NO_MEMORY */
} ftext_cutter;

/* Begins at the start of the text, which must outlive the cutter. */
void ftext_cutter_init(ftext_cutter *cutter, ftext_matcher *matcher,
                       ftext_text text);

/* The next piece, valid until the next call; false at the end of the text,
** or when status is not FTEXT_OK. */
bool ftext_cutter_next(ftext_cutter *cutter, ftext_text *piece);

void ftext_cutter_free(ftext_cutter *cutter);

#endif

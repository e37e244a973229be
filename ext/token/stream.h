/*
** A text's tokens, pulled one at a time: what table-valued functions need.
**
** No more of the text is encoded than the piece that holds the token asked
** for.  Broken UTF-8 is repaired at the start, so that places in the text
** are places in `text`.
*/
#ifndef FTEXT_TOKEN_STREAM_H
#define FTEXT_TOKEN_STREAM_H

#include "token/definition.h"
#include "token/pieces.h"

typedef struct ftext_stream {
  const ftext_encoding *encoding;
  ftext_vocabulary words;
  ftext_text text; /* as read */
  ftext_buffer repaired;
  ftext_cutter cutter;
  uint32_t *ids; /* the tokens of the last piece */
  size_t id_capacity;
  size_t id_count;
  size_t id_at; /* those already taken */
  ftext_status status;
} ftext_stream;

/* Begins at the start of the text, which must outlive the stream.  Free it
** also when status is not FTEXT_OK; a stream of zeros may be freed. */
ftext_status ftext_stream_init(ftext_stream *stream,
                               const ftext_encoding *encoding, ftext_text text);

/* The next token's id; FTEXT_NONE at the end, or when status is not
** FTEXT_OK. */
uint32_t ftext_stream_next(ftext_stream *stream);

void ftext_stream_free(ftext_stream *stream);

#endif

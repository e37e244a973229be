#include "token/stream.h"

#include "base/utf8.h"
#include "token/bpe.h"

ftext_status ftext_stream_init(ftext_stream *stream,
                               const ftext_encoding *encoding,
                               ftext_text text) {
  *stream = (ftext_stream){.encoding = encoding,
                           .words = ftext_encoding_vocabulary(encoding),
                           .text = text};
  ftext_buffer_init(&stream->repaired, SIZE_MAX);
  if (ftext_utf8_valid_length(text.bytes, text.length) < text.length) {
    ftext_utf8_repair(&stream->repaired, text.bytes, text.length);
    stream->text =
        (ftext_text){stream->repaired.bytes, stream->repaired.length};
  }
  stream->status = stream->repaired.status;
  ftext_cutter_init(&stream->cutter, encoding->matcher, stream->text);
  return stream->status;
}

void ftext_stream_free(ftext_stream *stream) {
  ftext_buffer_free(&stream->repaired);
  ftext_cutter_free(&stream->cutter);
  ftext_release(stream->ids);
  stream->ids = NULL;
}

static bool on_ids(void *data, const uint32_t *ids, size_t count) {
  ftext_stream *stream = data;
  void *array = stream->ids;

  stream->status = ftext_grow(&array, &stream->id_capacity,
                              stream->id_count + count, sizeof *ids);
  stream->ids = array;
  if (stream->status != FTEXT_OK) {
    return false;
  }
  memcpy(stream->ids + stream->id_count, ids, count * sizeof *ids);
  stream->id_count += count;
  return true;
}

static ftext_status next_piece(ftext_stream *stream) {
  ftext_text piece;
  ftext_status status;
  bool go;

  stream->id_at = 0;
  stream->id_count = 0;
  if (!ftext_cutter_next(&stream->cutter, &piece)) {
    return stream->cutter.status;
  }
  status = ftext_bpe(&stream->words, piece, on_ids, stream, false, &go);
  return status == FTEXT_OK ? stream->status : status;
}

uint32_t ftext_stream_next(ftext_stream *stream) {
  if (stream->id_at == stream->id_count) {
    stream->status = next_piece(stream);
    if (stream->status != FTEXT_OK || stream->id_count == 0) {
      return FTEXT_NONE;
    }
  }
  return stream->ids[stream->id_at++];
}

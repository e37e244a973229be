/*
** Tokens of any bytes are those of the slow, obvious tokenizer.  Counting,
** counting to a limit, both fast variants of counting, the first token and
** the pulled stream agree with them; their bytes are the text as read.
**
** Input: a byte that picks the encoding and how often the text is repeated,
** so that short inputs make long texts too; then the text.
*/
#include "common/check.h"
#include "common/reference.h"

#include "base/utf8.h"
#include "token/count.h"
#include "token/stream.h"
#include "token/token.h"

#include <string.h>

/* A broken byte is three bytes when it is repaired. */
enum { ENCODINGS = 7, LONGEST = REFERENCE_MOST / 3, LONGEST_REPEATED = 300 };

typedef struct list {
  uint32_t ids[REFERENCE_MOST];
  size_t count;
} list;

static bool append(void *data, const uint32_t *ids, size_t count) {
  list *all = data;

  memcpy(all->ids + all->count, ids, count * sizeof *ids);
  all->count += count;
  return true;
}

enum { VARIANTS = 4 };

/* All variants of the fast count, with what they remember of all texts. */
static void check_fast_counts(const ftext_encoding *encoding, unsigned number,
                              ftext_text text, uint64_t limit,
                              uint64_t wanted) {
  static size_t used;
  static ftext_memo memos[VARIANTS][ENCODINGS];
  const ftext_count_variant *variant;
  ftext_memo *memo;
  uint64_t count;
  size_t i;

  for (i = 0; (variant = ftext_count_variant_at(i)) != NULL; i++) {
    CHECK(i < VARIANTS);
    if (!variant->runs()) {
      continue;
    }
    memo = &memos[i][number];
    memo->used = &used;
    CHECK(ftext_memo_ready(memo, text.length));
    CHECK(variant->loop(encoding, memo, text, limit, &count) == FTEXT_OK);
    CHECK(count == wanted);
  }
}

/* Counts to a limit that the text itself picks, every other time to none. */
static void check_counts(const ftext_encoding *encoding, unsigned number,
                         ftext_text text, const list *all) {
  size_t pick = text.length > 0 ? text.bytes[text.length / 2] : 0;
  uint64_t limit = pick % 2 > 0 ? UINT64_MAX - 1 : pick / 2 % (all->count + 1);
  uint64_t wanted = limit < all->count ? limit + 1 : all->count;
  uint64_t count;
  uint32_t first;

  CHECK(ftext_token_count(encoding, text, limit, &count) == FTEXT_OK);
  CHECK(count == wanted);
  check_fast_counts(encoding, number, text, limit, wanted);
  CHECK(ftext_first_token(encoding, text, &first) == FTEXT_OK);
  CHECK(first == (all->count > 0 ? all->ids[0] : FTEXT_NONE));
}

static void check_stream(const ftext_encoding *encoding, ftext_text text,
                         const list *all) {
  ftext_stream stream;
  size_t i;

  CHECK(ftext_stream_init(&stream, encoding, text) == FTEXT_OK);
  for (i = 0; i < all->count; i++) {
    CHECK(ftext_stream_next(&stream) == all->ids[i]);
  }
  CHECK(ftext_stream_next(&stream) == FTEXT_NONE);
  ftext_stream_free(&stream);
}

static void check_bytes(const ftext_encoding *encoding,
                        const ftext_buffer *repaired, const list *all) {
  ftext_text bytes;
  size_t at = 0;
  size_t i;

  for (i = 0; i < all->count; i++) {
    bytes = ftext_token_bytes(encoding, all->ids[i]);
    CHECK(bytes.length > 0 && bytes.length <= repaired->length - at);
    CHECK(memcmp(bytes.bytes, repaired->bytes + at, bytes.length) == 0);
    at += bytes.length;
  }
  CHECK(at == repaired->length);
}

/* The text of the input, repeated as its first byte says. */
static ftext_text read_text(const unsigned char *data, size_t size) {
  static uint8_t repeated[LONGEST_REPEATED];
  size_t times = data[0] / ENCODINGS;
  size_t length = size - 1;
  ftext_text text = {data + 1, length};

  times = times < 34 ? 1 : (size_t)4 << 2 * (times - 34);
  if (times == 1 || length == 0 || length > sizeof repeated) {
    return text;
  }
  times = times < sizeof repeated / length ? times : sizeof repeated / length;
  for (text.length = 0; text.length < times * length; text.length += length) {
    memcpy(repeated + text.length, data + 1, length);
  }
  text.bytes = repeated;
  return text;
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  static list all;
  static list wanted;
  const ftext_encoding *encoding;
  ftext_buffer repaired;
  ftext_text text;

  if (size < 1 || size > LONGEST) {
    return 0;
  }
  encoding = ftext_encoding_at(data[0] % ENCODINGS);
  text = read_text(data, size);
  ftext_buffer_init(&repaired, SIZE_MAX);
  ftext_utf8_repair(&repaired, text.bytes, text.length);
  all.count = 0;
  CHECK(ftext_tokenize(encoding, text, append, &all, false) == FTEXT_OK);
  wanted.count = reference_encode(ftext_encoding_name(encoding), repaired.bytes,
                                  repaired.length, wanted.ids);
  CHECK(all.count == wanted.count);
  CHECK(memcmp(all.ids, wanted.ids, all.count * sizeof all.ids[0]) == 0);
  check_counts(encoding, data[0] % ENCODINGS, text, &all);
  check_stream(encoding, text, &all);
  check_bytes(encoding, &repaired, &all);
  ftext_buffer_free(&repaired);
  return 0;
}

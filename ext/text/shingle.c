#include "text/shingle.h"

#include "base/utf8.h"

#include <string.h>

enum { BITS = 21 }; /* of a character */

static const uint64_t high_mask = ((uint64_t)1 << 2 * BITS) - 1;
static const uint64_t low_mask = ((uint64_t)1 << 3 * BITS) - 1;

/* Moves the window on by the next character of the text. */
static void shift(ftext_shingle_reader *reader) {
  ftext_shingle *window = &reader->window;
  uint32_t character;
  int read =
      ftext_utf8_read(reader->rest.bytes, reader->rest.length, &character);
  size_t step = (size_t)(read < 0 ? -read : read);

  reader->rest.bytes += step;
  reader->rest.length -= step;
  window->high = (window->high << BITS | window->low >> 2 * BITS) & high_mask;
  window->low = (window->low << BITS | character) & low_mask;
}

/* All bits set are no code point: they mark a place without a character. */
void ftext_shingle_begin(ftext_shingle_reader *reader, ftext_text text) {
  int i;

  reader->rest = text;
  reader->window = (ftext_shingle){high_mask, low_mask};
  for (i = 1; i < FTEXT_SHINGLE_SIZE && reader->rest.length > 0; i++) {
    shift(reader);
  }
  reader->is_short = text.length > 0 && reader->rest.length == 0;
}

bool ftext_shingle_next(ftext_shingle_reader *reader, ftext_shingle *shingle) {
  if (reader->rest.length > 0) {
    shift(reader);
  } else if (!reader->is_short) {
    return false;
  }
  reader->is_short = false;
  *shingle = reader->window;
  return true;
}

static bool is_less(const ftext_shingle *a, const ftext_shingle *b) {
  return a->high != b->high ? a->high < b->high : a->low < b->low;
}

static bool is_same(const ftext_shingle *a, const ftext_shingle *b) {
  return a->high == b->high && a->low == b->low;
}

/* Merges two sorted neighbours, from..middle and middle..to, into out. */
static void merge(const ftext_shingle *in, ftext_shingle *out, size_t from,
                  size_t middle, size_t to) {
  size_t left = from;
  size_t right = middle;

  while (from < to) {
    if (left < middle && (right >= to || !is_less(&in[right], &in[left]))) {
      out[from++] = in[left++];
    } else {
      out[from++] = in[right++];
    }
  }
}

/* Sorts `count` shingles with as much room behind them; returns where the
** result is: in front or behind. */
static ftext_shingle *sort(ftext_shingle *shingles, size_t count) {
  ftext_shingle *in = shingles;
  ftext_shingle *out = shingles + count;
  ftext_shingle *swap;
  size_t width;
  size_t from;
  size_t middle;
  size_t to;

  for (width = 1; width < count; width *= 2) {
    for (from = 0; from < count; from = to) {
      middle = from + width < count ? from + width : count;
      to = middle + width < count ? middle + width : count;
      merge(in, out, from, middle, to);
    }
    swap = in;
    in = out;
    out = swap;
  }
  return in;
}

ftext_status ftext_shingle_set_of(ftext_shingle_set *set, ftext_text text) {
  ftext_shingle_reader reader;
  const ftext_shingle *sorted;
  ftext_shingle *shingles;
  size_t count = 0;
  size_t i;

  *set = (ftext_shingle_set){NULL, 0};
  if (text.length == 0) {
    return FTEXT_OK;
  }
  count = ftext_utf8_count(text.bytes, text.length);
  shingles = ftext_resize(NULL, 2 * count * sizeof *shingles);
  if (shingles == NULL) {
    return FTEXT_NO_MEMORY;
  }
  ftext_shingle_begin(&reader, text);
  for (count = 0; ftext_shingle_next(&reader, &shingles[count]);) {
    count++;
  }
  sorted = sort(shingles, count);
  set->shingles = shingles;
  for (i = 0; i < count; i++) {
    if (i == 0 || !is_same(&sorted[i], &sorted[i - 1])) {
      shingles[set->count++] = sorted[i];
    }
  }
  return FTEXT_OK;
}

void ftext_shingle_set_free(ftext_shingle_set *set) {
  ftext_release(set->shingles);
  *set = (ftext_shingle_set){NULL, 0};
}

double ftext_shingle_similarity(const ftext_shingle_set *a,
                                const ftext_shingle_set *b) {
  size_t shared = 0;
  size_t i = 0;
  size_t j = 0;

  if (a->count == 0 && b->count == 0) {
    return 1;
  }
  while (i < a->count && j < b->count) {
    if (is_less(&a->shingles[i], &b->shingles[j])) {
      i++;
    } else if (is_less(&b->shingles[j], &a->shingles[i])) {
      j++;
    } else {
      shared++;
      i++;
      j++;
    }
  }
  return (double)shared / (double)(a->count + b->count - shared);
}

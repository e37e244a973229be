/*
** ASCII goes straight through; everything else goes through segments.
**
** A segment is a stretch of characters, decomposed, in which canonical
** order and composition may move or join things.  It ends only before a
** character that stays in the text and neither moves nor joins what stands
** before it, so that segments can be worked on one by one: an ASCII
** character that is kept, or (once there is enough) any such character.
*/
#include "text/normalize.h"

#include "base/utf8.h"
#include "text/unicode.h"

#include <string.h>

enum {
  SEGMENT_ENOUGH = 512, /* characters */
  SHORT_RUN = 16,       /* marks that are sorted by insertion */
  CLASSES = 256
};

typedef struct characters {
  int32_t *at;
  size_t count;
  size_t capacity;
} characters;

typedef struct work {
  ftext_buffer *out;
  size_t start; /* where this text begins in out */
  unsigned steps;
  unsigned decomposition; /* how step 2 expands a character */
  unsigned folding;       /* how step 4 does */
  bool composes;
  bool space_due;     /* a space comes before the next character */
  characters segment; /* behind step 2 */
  characters changed; /* behind steps 3 to 6 */
  ftext_status status;
} work;

static bool has(const work *w, unsigned step) {
  return (w->steps & step) != 0;
}

static void push(work *w, characters *list, int32_t character) {
  void *array = list->at;
  ftext_status status;

  if (w->status != FTEXT_OK) {
    return;
  }
  status =
      ftext_grow(&array, &list->capacity, list->count + 1, sizeof *list->at);
  list->at = array;
  if (status != FTEXT_OK) {
    w->status = status;
    return;
  }
  list->at[list->count++] = character;
}

static bool is_accent(int32_t character) {
  int class = ftext_unicode_combining_class(character);

  return class >= 200 || (class >= 10 && class <= 36);
}

static bool is_removed(const work *w, int32_t character) {
  return (has(w, FTEXT_STEP_ACCENTS) && is_accent(character)) ||
         (has(w, FTEXT_STEP_PUNCTUATION) &&
          ftext_unicode_is_punctuation(character));
}

static bool is_joining_jamo(int32_t character) {
  return (character >= 0x1160 && character <= 0x11FF) ||
         (character >= 0xD7B0 && character <= 0xD7FF);
}

/* Whether a segment may end before the character. */
static bool is_boundary(const work *w, int32_t character) {
  return ftext_unicode_combining_class(character) == 0 &&
         !ftext_unicode_is_mark(character) && !is_joining_jamo(character) &&
         !is_removed(w, character);
}

static void insertion_sort(int32_t *run, size_t count) {
  size_t i;
  size_t hole;
  int32_t character;
  int class;

  for (i = 1; i < count; i++) {
    character = run[i];
    class = ftext_unicode_combining_class(character);
    for (hole = i;
         hole > 0 && ftext_unicode_combining_class(run[hole - 1]) > class;
         hole--) {
      run[hole] = run[hole - 1];
    }
    run[hole] = character;
  }
}

/* A text may be one long run of marks: sorting it must stay linear. */
static ftext_status counting_sort(int32_t *run, size_t count) {
  size_t place[CLASSES + 1] = {0};
  int32_t *sorted = ftext_resize(NULL, count * sizeof *sorted);
  size_t i;

  if (sorted == NULL) {
    return FTEXT_NO_MEMORY;
  }
  for (i = 0; i < count; i++) {
    place[ftext_unicode_combining_class(run[i]) + 1]++;
  }
  for (i = 1; i <= CLASSES; i++) {
    place[i] += place[i - 1];
  }
  for (i = 0; i < count; i++) {
    sorted[place[ftext_unicode_combining_class(run[i])]++] = run[i];
  }
  memcpy(run, sorted, count * sizeof *run);
  ftext_release(sorted);
  return FTEXT_OK;
}

/* Canonical order: marks between two characters of class 0 go by class. */
static void order(work *w, characters *list) {
  size_t from = 0;
  size_t to;

  while (from < list->count && w->status == FTEXT_OK) {
    for (to = from; to < list->count &&
                    ftext_unicode_combining_class(list->at[to]) != 0;) {
      to++;
    }
    if (to - from > SHORT_RUN) {
      w->status = counting_sort(list->at + from, to - from);
    } else {
      insertion_sort(list->at + from, to - from);
    }
    from = to + 1;
  }
}

/* Steps 3 to 6 for one character. */
static void change(work *w, int32_t character) {
  int32_t folded[FTEXT_UNICODE_EXPANSION];
  size_t count;
  size_t i;

  if (is_removed(w, character)) {
    return;
  }
  count = ftext_unicode_expand(character, w->folding, folded);
  for (i = 0; i < count; i++) {
    if (is_removed(w, folded[i])) {
      continue;
    }
    if (has(w, FTEXT_STEP_DIGITS) && ftext_unicode_is_digit(folded[i])) {
      folded[i] = '0';
    }
    push(w, &w->changed, folded[i]);
  }
}

static void write_space(work *w) {
  if (w->space_due && w->out->length > w->start) {
    ftext_buffer_append_byte(w->out, ' ');
  }
  w->space_due = false;
}

static void write_characters(work *w, const characters *list) {
  uint8_t bytes[4];
  size_t i;

  for (i = 0; i < list->count; i++) {
    if (has(w, FTEXT_STEP_SPACE) && ftext_unicode_is_space(list->at[i])) {
      w->space_due = true;
      continue;
    }
    write_space(w);
    ftext_buffer_append(
        w->out, bytes,
        ftext_utf8_write((uint32_t)(list->at[i] & ~FTEXT_UNASSIGNED), bytes));
  }
}

/* Steps 3 to 8 for the segment, which is empty afterwards. */
static void flush(work *w) {
  size_t i;

  if (w->composes) {
    order(w, &w->segment);
  }
  for (i = 0; i < w->segment.count; i++) {
    change(w, w->segment.at[i]);
  }
  w->segment.count = 0;
  if (w->composes) {
    order(w, &w->changed);
    w->changed.count = ftext_unicode_compose(w->changed.at, w->changed.count);
  }
  if (w->status == FTEXT_OK) {
    write_characters(w, &w->changed);
  }
  w->changed.count = 0;
}

static void add(work *w, uint32_t character) {
  int32_t parts[FTEXT_UNICODE_EXPANSION];
  size_t count = ftext_unicode_expand(ftext_unicode_mark(character),
                                      w->decomposition, parts);
  size_t i;

  for (i = 0; i < count; i++) {
    if (w->segment.count >= SEGMENT_ENOUGH && is_boundary(w, parts[i])) {
      flush(w);
    }
    push(w, &w->segment, parts[i]);
  }
}

static bool is_ascii_punctuation(uint8_t byte) {
  return strchr("!\"#%&'()*,-./:;?@[\\]_{}", byte) != NULL && byte != 0;
}

/* Whether step 5 takes the ASCII character away. */
static bool is_removed_ascii(const work *w, uint8_t byte) {
  return has(w, FTEXT_STEP_PUNCTUATION) && is_ascii_punctuation(byte);
}

/* Steps 4 and 6 for an ASCII character. */
static uint8_t change_ascii(const work *w, uint8_t byte) {
  if (byte >= 'A' && byte <= 'Z' && has(w, FTEXT_STEP_CASE)) {
    return (uint8_t)(byte + ('a' - 'A'));
  }
  if (byte >= '0' && byte <= '9' && has(w, FTEXT_STEP_DIGITS)) {
    return '0';
  }
  return byte;
}

/* All steps for the ASCII characters that the text begins with.  Returns
** how many there are. */
static size_t ascii_run(work *w, ftext_text text) {
  uint8_t block[512];
  size_t used = 0;
  size_t at;

  for (at = 0; at < text.length && text.bytes[at] < 0x80; at++) {
    if (has(w, FTEXT_STEP_SPACE) && ftext_unicode_is_space(text.bytes[at])) {
      w->space_due = true;
      continue;
    }
    if (is_removed_ascii(w, text.bytes[at])) {
      continue;
    }
    if (used + 2 > sizeof block) {
      ftext_buffer_append(w->out, block, used);
      used = 0;
    }
    if (w->space_due) {
      w->space_due = false;
      if (used > 0 || w->out->length > w->start) {
        block[used++] = ' ';
      }
    }
    block[used++] = change_ascii(w, text.bytes[at]);
  }
  ftext_buffer_append(w->out, block, used);
  return at;
}

/* What follows an ASCII character may join it: it begins the segment. */
static void take_back(work *w) {
  ftext_buffer *out = w->out;

  if (w->composes && !w->space_due && out->length > w->start &&
      out->bytes[out->length - 1] < 0x80) {
    out->length--;
    push(w, &w->segment, out->bytes[out->length]);
  }
}

static void normalize(work *w, ftext_text text) {
  uint32_t character;
  size_t step;
  int read;

  while (text.length > 0 && w->status == FTEXT_OK &&
         w->out->status == FTEXT_OK) {
    if (text.bytes[0] >= 0x80) {
      read = ftext_utf8_read(text.bytes, text.length, &character);
      step = (size_t)(read < 0 ? -read : read);
      if (w->segment.count == 0) {
        take_back(w);
      }
      add(w, character);
    } else if (w->segment.count > 0 && is_removed_ascii(w, text.bytes[0])) {
      push(w, &w->segment, text.bytes[0]);
      step = 1;
    } else {
      flush(w);
      step = ascii_run(w, text);
    }
    text.bytes += step;
    text.length -= step;
  }
  flush(w);
}

ftext_status ftext_normalize(ftext_buffer *out, ftext_text text,
                             unsigned steps) {
  work w = {.out = out, .start = out->length, .steps = steps};

  w.composes =
      (steps & (FTEXT_STEP_NFC | FTEXT_STEP_NFKC | FTEXT_STEP_ACCENTS)) != 0;
  if (has(&w, FTEXT_STEP_NFKC)) {
    w.decomposition = FTEXT_EXPAND_COMPATIBILITY;
  } else if (w.composes) {
    w.decomposition = FTEXT_EXPAND_CANONICAL;
  }
  w.folding = w.decomposition;
  if (has(&w, FTEXT_STEP_CASE)) {
    w.folding |= FTEXT_EXPAND_FOLD;
  }
  normalize(&w, text);
  ftext_release(w.segment.at);
  ftext_release(w.changed.at);
  if (out->status == FTEXT_OK) {
    out->status = w.status;
  }
  return out->status;
}

#include "vocabulary/lines.h"

#include "vocabulary/tool.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* ---- pairs ------------------------------------------------------------ */

typedef struct seated_pair {
  uint64_t hash;
  uint64_t entry;
  uint32_t bucket;
} seated_pair;

static int by_bucket(const void *a, const void *b) {
  const seated_pair *left = a;
  const seated_pair *right = b;

  if (left->bucket != right->bucket) {
    return left->bucket < right->bucket ? -1 : 1;
  }
  return left->entry < right->entry ? -1 : left->entry > right->entry;
}

/* Tries to seat one bucket's pairs with this displacement. */
static bool seat(pair_table *out, uint8_t *used, const seated_pair *pairs,
                 uint32_t count, uint32_t displacement) {
  uint64_t place;
  uint32_t i;

  for (i = 0; i < count; i++) {
    place = ftext_pair_place(pairs[i].hash, displacement, 64 - out->bits);
    if (used[place] == FTEXT_PAIR_WAYS) {
      break;
    }
    out->line[place].entry[used[place]++] = pairs[i].entry;
  }
  if (i == count) {
    return true;
  }
  while (i-- > 0) {
    place = ftext_pair_place(pairs[i].hash, displacement, 64 - out->bits);
    out->line[place].entry[--used[place]] = FTEXT_PAIR_FREE;
  }
  return false;
}

static uint32_t list_pairs(const vocabulary *words, uint32_t bits,
                           seated_pair *pairs) {
  uint32_t count = 0;
  uint32_t id;

  for (id = 0; id < words->size; id++) {
    if (words->split[id] == FTEXT_NO_PAIR) {
      continue;
    }
    pairs[count].hash = ftext_pair_hash(words->split[id]);
    pairs[count].entry = words->split[id] << FTEXT_ID_BITS | id;
    pairs[count].bucket =
        (uint32_t)ftext_pair_bucket(pairs[count].hash, 64 - bits);
    count++;
  }
  qsort(pairs, count, sizeof *pairs, by_bucket);
  return count;
}

/* Large buckets first: they are the hard ones to seat. */
static void seat_all(pair_table *out, const seated_pair *pairs,
                     uint32_t count) {
  uint8_t *used = allocate((size_t)1 << out->bits);
  uint32_t displacement;
  uint32_t size;
  uint32_t first;
  uint32_t next;

  for (size = 64; size > 0; size--) {
    for (first = 0; first < count; first = next) {
      next = first;
      while (next < count && pairs[next].bucket == pairs[first].bucket) {
        next++;
      }
      displacement = 0;
      while (next - first == size &&
             !seat(out, used, pairs + first, size, displacement)) {
        if (++displacement > UINT16_MAX) {
          stop("a bucket of pairs cannot be seated");
        }
      }
      if (next - first == size) {
        out->displacement[pairs[first].bucket] = (uint16_t)displacement;
      }
    }
  }
  free(used);
}

void build_pairs(pair_table *out, const vocabulary *words) {
  seated_pair *pairs = allocate(words->size * sizeof *pairs);
  uint32_t count;

  out->bits = 8;
  while ((uint64_t)FTEXT_PAIR_WAYS << out->bits < words->size) {
    out->bits++;
  }
  out->displacement = allocate(sizeof *out->displacement << out->bits);
  out->line = allocate(sizeof *out->line << out->bits);
  memset(out->line, 0xFF, sizeof *out->line << out->bits);
  count = list_pairs(words, out->bits, pairs);
  seat_all(out, pairs, count);
  free(pairs);
}

/* ---- words ------------------------------------------------------------ */

static ftext_word word_of(const vocabulary *words, uint32_t id) {
  uint8_t padded[16] = {0};
  ftext_word word;

  padded[FTEXT_WORD_MOST] = (uint8_t)token_length(words, id);
  memcpy(padded, words->bytes + words->offset[id], token_length(words, id));
  memcpy(&word.low, padded, sizeof word.low);
  memcpy(&word.high, padded + sizeof word.low, sizeof word.high);
  return word;
}

static void fill_short(word_table *out, uint64_t bytes) {
  uint64_t hash = ftext_short_hash(bytes);
  ftext_short_line *line = &out->shorts[hash >> (64 - out->short_bits)];
  int i;

  for (i = 0; i < FTEXT_SHORT_WAYS && line->entry[i] != FTEXT_SHORT_FREE; i++) {
  }
  if (i < FTEXT_SHORT_WAYS) {
    line->entry[i] = hash << out->short_bits | 1;
  }
}

static void fill_line(word_table *out, ftext_word word) {
  ftext_line *line = &out->lines[ftext_word_hash(word) >> (64 - out->bits)];
  int i;

  for (i = 0; i < FTEXT_LINE_WAYS && line->high[i] != 0; i++) {
  }
  if (i < FTEXT_LINE_WAYS) {
    line->low[i] = word.low;
    line->high[i] = word.high | 1ull << FTEXT_COUNT_SHIFT;
  }
}

static bool is_short(const vocabulary *words, uint32_t id) {
  uint32_t length = token_length(words, id);

  return length > 0 && length <= FTEXT_SHORT_MOST &&
         words->bytes[words->offset[id] + length - 1] != 0;
}

/* So many lines that a third of the entries stay free. */
static uint32_t bits_for(size_t ways, uint32_t count) {
  uint32_t bits = 1;

  while (2 * (ways << bits) < 3 * (size_t)count) {
    bits++;
  }
  return bits;
}

void build_words(word_table *out, const vocabulary *words) {
  uint32_t shorts = 0;
  uint32_t others = 0;
  uint32_t length;
  uint32_t id;

  for (id = 0; id < words->shared; id++) {
    length = token_length(words, id);
    shorts += is_short(words, id);
    others += !is_short(words, id) && length > 0 && length <= FTEXT_WORD_MOST;
  }
  out->short_bits = bits_for(FTEXT_SHORT_WAYS, shorts);
  out->bits = bits_for(FTEXT_LINE_WAYS, others);
  out->shorts = allocate(sizeof *out->shorts << out->short_bits);
  memset(out->shorts, 0xFF, sizeof *out->shorts << out->short_bits);
  out->lines = allocate(sizeof *out->lines << out->bits);
  for (id = 0; id < words->shared; id++) {
    length = token_length(words, id);
    if (is_short(words, id)) {
      fill_short(out, word_of(words, id).low);
    } else if (length > 0 && length <= FTEXT_WORD_MOST) {
      fill_line(out, word_of(words, id));
    }
  }
}

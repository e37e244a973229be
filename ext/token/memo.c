#include "token/memo.h"

#include "base/memory.h"

#include <string.h>

/* What is particular about a kind of lines. */
typedef struct kind {
  unsigned first_bits;
  size_t ways;
  int free; /* a free entry's bytes */
  /* Puts the entries of another table's line into this table. */
  void (*move)(ftext_memo_table *table, const ftext_memo_table *old, size_t at,
               unsigned size);
} kind;

enum { LINE = sizeof(ftext_line) };

_Static_assert(sizeof(ftext_short_line) == LINE,
               "one kind's line is another's");
_Static_assert(sizeof(uint64_t) * FTEXT_PHRASE_WAYS * FTEXT_PHRASE_PARTS ==
                   LINE,
               "one kind's line is another's");

static size_t table_size(unsigned bits) {
  return ((size_t)LINE << bits) + LINE;
}

/* False where there is no memory, or all memos would take more than `most`. */
static bool allocate(ftext_memo_table *table, const kind *of, unsigned bits,
                     size_t most, size_t *used) {
  size_t size = table_size(bits);
  uint8_t *memory = *used + size > most ? NULL : ftext_resize(NULL, size);

  if (memory == NULL) {
    return false;
  }
  *used += size;
  memset(memory, of->free, size);
  *table = (ftext_memo_table){
      .lines = memory + LINE - (uintptr_t)memory % LINE,
      .memory = memory,
      .bits = bits,
  };
  return true;
}

static void table_free(ftext_memo_table *table, size_t *used) {
  if (table->memory != NULL) {
    *used -= table_size(table->bits);
  }
  ftext_release(table->memory);
  *table = (ftext_memo_table){0};
}

/* Moves what is known to 2^bits lines, if there is memory for them. */
static void grow(ftext_memo_table *table, const kind *of, unsigned size,
                 unsigned bits, size_t most, size_t *used) {
  ftext_memo_table grown;
  size_t i;

  if (!allocate(&grown, of, bits, most, used)) {
    return;
  }
  for (i = 0; i < (size_t)1 << table->bits; i++) {
    of->move(&grown, table, i, size);
  }
  table_free(table, used);
  *table = grown;
}

/* Twice the lines, when so many entries were driven out of full lines that the
** table is too small for the text.  Where there is no memory, the next try
** comes later. */
static void grow_when_full(ftext_memo_table *table, const kind *of,
                           unsigned size, size_t *used) {
  size_t entries = of->ways << table->bits >> size;

  if (table->lost < entries / 32) {
    return;
  }
  table->lost = 0;
  grow(table, of, size, table->bits + 1, FTEXT_MEMO_MOST - FTEXT_MEMO_KEPT,
       used);
}

/* ---- shorts: the newest goes first, the line's oldest one falls out ---- */

static void put_short(ftext_memo_table *table, uint64_t hash, unsigned count) {
  ftext_short_line *line = ftext_memo_line(table, hash);

  table->lost += line->entry[FTEXT_SHORT_WAYS - 1] != FTEXT_SHORT_FREE;
  memmove(line->entry + 1, line->entry,
          (FTEXT_SHORT_WAYS - 1) * sizeof line->entry[0]);
  line->entry[0] = hash << table->bits | count;
}

static void move_shorts(ftext_memo_table *table, const ftext_memo_table *old,
                        size_t at, unsigned size) {
  const ftext_short_line *line = (const ftext_short_line *)old->lines + at;
  uint64_t entry;
  uint64_t count;
  int way;

  (void)size;
  for (way = FTEXT_SHORT_WAYS - 1; way >= 0; way--) {
    entry = line->entry[way];
    if (entry != FTEXT_SHORT_FREE) {
      count = entry % FTEXT_SHORT_LIMIT;
      put_short(table, (uint64_t)at << (64 - old->bits) | entry >> old->bits,
                (unsigned)count);
    }
  }
}

static const kind shorts = {.first_bits = FTEXT_SHORT_FIRST_BITS,
                            .ways = FTEXT_SHORT_WAYS,
                            .free = 0xFF,
                            .move = move_shorts};

void ftext_memo_add_short(ftext_memo *memo, uint64_t hash, unsigned count) {
  ftext_memo_table *table = &memo->shorts;

  if (ftext_short_count(ftext_memo_line(table, hash), hash, table->bits) == 0) {
    put_short(table, hash, count);
    grow_when_full(table, &shorts, 0, memo->used);
  }
}

/* ---- words: the same ---------------------------------------------------- */

static void put_word(ftext_memo_table *table, uint64_t low, uint64_t high) {
  ftext_word word = {low, high & FTEXT_WORD_MASK};
  ftext_line *line = ftext_memo_line(table, ftext_word_hash(word));

  table->lost += line->high[FTEXT_LINE_WAYS - 1] != 0;
  memmove(line->low + 1, line->low, 3 * sizeof low);
  memmove(line->high + 1, line->high, 3 * sizeof high);
  line->low[0] = low;
  line->high[0] = high;
}

static void move_words(ftext_memo_table *table, const ftext_memo_table *old,
                       size_t at, unsigned size) {
  const ftext_line *line = (const ftext_line *)old->lines + at;
  int way;

  (void)size;
  for (way = FTEXT_LINE_WAYS - 1; way >= 0; way--) {
    if (line->high[way] != 0) {
      put_word(table, line->low[way], line->high[way]);
    }
  }
}

static const kind words = {.first_bits = FTEXT_WORD_FIRST_BITS,
                           .ways = FTEXT_LINE_WAYS,
                           .free = 0,
                           .move = move_words};

void ftext_memo_add_word(ftext_memo *memo, ftext_word word, unsigned count) {
  ftext_memo_table *table = &memo->words;

  if (ftext_line_count(ftext_memo_line(table, ftext_word_hash(word)), word) ==
      0) {
    put_word(table, word.low, word.high | (uint64_t)count << FTEXT_COUNT_SHIFT);
    grow_when_full(table, &words, 0, memo->used);
  }
}

/* ---- phrases: the same -------------------------------------------------- */

static void put_phrase(ftext_memo_table *table, const uint64_t *entry,
                       unsigned size) {
  size_t parts = ftext_phrase_parts(size);
  ftext_phrase key;
  uint64_t *place;

  memcpy(&key, entry, parts * sizeof *entry);
  key.part[parts - 1] &= FTEXT_PHRASE_MASK;
  place = ftext_memo_place(table, ftext_phrase_hash(key.part, size), size);
  table->lost += place[2 * parts - 1] != 0;
  memcpy(place + parts, place, parts * sizeof *place);
  memcpy(place, entry, parts * sizeof *entry);
}

static void move_phrases(ftext_memo_table *table, const ftext_memo_table *old,
                         size_t at, unsigned size) {
  size_t parts = ftext_phrase_parts(size);
  const uint64_t *place =
      (const uint64_t *)old->lines + at * sizeof(ftext_line) / sizeof *place;
  size_t way;

  if (at % ((size_t)1 << size) != 0) {
    return; /* a place has several lines */
  }
  for (way = FTEXT_PHRASE_WAYS; way-- > 0;) {
    if (place[way * parts + parts - 1] != 0) {
      put_phrase(table, place + way * parts, size);
    }
  }
}

static const kind phrases = {.first_bits = FTEXT_PHRASE_FIRST_BITS,
                             .ways = FTEXT_PHRASE_WAYS,
                             .free = 0,
                             .move = move_phrases};

void ftext_memo_add_phrase(ftext_memo *memo, const uint64_t *part,
                           unsigned size, unsigned count) {
  size_t parts = ftext_phrase_parts(size);
  ftext_memo_table *table = &memo->phrases[size];
  ftext_phrase entry;

  memcpy(&entry, part, parts * sizeof *part);
  entry.part[parts - 1] |= (uint64_t)count << 56;
  put_phrase(table, entry.part, size);
  grow_when_full(table, &phrases, size, memo->used);
}

/* ---- all of them -------------------------------------------------------- */

static bool table_ready(ftext_memo_table *table, const kind *of, size_t *used) {
  return table->lines != NULL ||
         allocate(table, of, of->first_bits, FTEXT_MEMO_MOST, used);
}

/* Lines of FTEXT_SHORT_WAYS places each. */
static const kind front = {.first_bits = FTEXT_FRONT_BITS - 3, .free = 0xFF};

/* What is new in a text of `length` bytes takes about an eighth of it: so
** many lines, 2^bits. */
static unsigned expected_bits(size_t length) {
  unsigned bits = 0;

  while (bits < FTEXT_MEMO_EXPECTED_BITS && (size_t)LINE << bits < length / 8) {
    bits++;
  }
  return bits;
}

/* Half of the memory is left to what turns out to be needed. */
static void expect(ftext_memo_table *table, const kind *of, unsigned size,
                   unsigned bits, size_t *used) {
  if (bits > table->bits) {
    grow(table, of, size, bits, FTEXT_MEMO_MOST / 2, used);
  }
}

bool ftext_memo_ready(ftext_memo *memo, size_t length) {
  unsigned bits = expected_bits(length);
  bool ready = table_ready(&memo->front, &front, memo->used) &&
               table_ready(&memo->shorts, &shorts, memo->used) &&
               table_ready(&memo->words, &words, memo->used);
  unsigned i;

  for (i = 0; ready && i < FTEXT_PHRASE_SIZES; i++) {
    ready = table_ready(&memo->phrases[i], &phrases, memo->used);
  }
  if (!ready || bits < FTEXT_SHORT_FIRST_BITS) {
    return ready;
  }
  expect(&memo->shorts, &shorts, 0, bits, memo->used);
  expect(&memo->words, &words, 0, bits, memo->used);
  for (i = 0; i < FTEXT_PHRASE_SIZES; i++) {
    expect(&memo->phrases[i], &phrases, i, bits - i, memo->used);
  }
  return true;
}

void ftext_memo_free(ftext_memo *memo) {
  int i;

  table_free(&memo->front, memo->used);
  table_free(&memo->shorts, memo->used);
  table_free(&memo->words, memo->used);
  for (i = 0; i < FTEXT_PHRASE_SIZES; i++) {
    table_free(&memo->phrases[i], memo->used);
  }
}

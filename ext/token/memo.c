#include "token/memo.h"

#include "base/memory.h"

#include <string.h>

/* Puts one entry of another table's line into this one. */
typedef void move_entries(ftext_memo_table *table, const ftext_line *from);

static size_t table_size(unsigned bits) {
  return (sizeof(ftext_line) << bits) + sizeof(ftext_line);
}

static bool allocate(ftext_memo_table *table, unsigned bits, size_t *used) {
  size_t line = sizeof *table->lines;
  size_t size = table_size(bits);
  uint8_t *memory =
      size > FTEXT_MEMO_MOST - *used ? NULL : ftext_resize(NULL, size);

  if (memory == NULL) {
    return false;
  }
  *used += size;
  memset(memory, 0, size);
  *table = (ftext_memo_table){
      .lines = (void *)(memory + line - (uintptr_t)memory % line),
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

bool ftext_memo_ready(ftext_memo *memo) {
  if (memo->words.lines == NULL &&
      !allocate(&memo->words, FTEXT_WORD_FIRST_BITS, memo->used)) {
    return false;
  }
  return memo->phrases.lines != NULL ||
         allocate(&memo->phrases, FTEXT_PHRASE_FIRST_BITS, memo->used);
}

void ftext_memo_free(ftext_memo *memo) {
  table_free(&memo->words, memo->used);
  table_free(&memo->phrases, memo->used);
}

/* Twice the lines, when so many entries were added that lines run full.
** Without memory nothing changes, but that the next try comes later. */
static void grow_when_full(ftext_memo_table *table, size_t ways, size_t *used,
                           move_entries *move) {
  ftext_memo_table grown;
  size_t i;

  if (++table->added < ways / 2 << table->bits) {
    return;
  }
  table->added = 0;
  if (!allocate(&grown, table->bits + 1, used)) {
    return;
  }
  for (i = 0; i < (size_t)1 << table->bits; i++) {
    move(&grown, &table->lines[i]);
  }
  table_free(table, used);
  *table = grown;
}

/* The newest goes first; the line's oldest one falls out. */
static void put_word(ftext_memo_table *table, uint64_t low, uint64_t high) {
  ftext_word word = {low, high & FTEXT_WORD_MASK};
  ftext_line *line = ftext_memo_line(table, ftext_word_hash(word));

  memmove(line->low + 1, line->low, 3 * sizeof low);
  memmove(line->high + 1, line->high, 3 * sizeof high);
  line->low[0] = low;
  line->high[0] = high;
}

static void move_words(ftext_memo_table *table, const ftext_line *from) {
  int way;

  for (way = FTEXT_LINE_WAYS - 1; way >= 0; way--) {
    if (from->high[way] != 0) {
      put_word(table, from->low[way], from->high[way]);
    }
  }
}

void ftext_memo_add_word(ftext_memo *memo, ftext_word word, unsigned count) {
  put_word(&memo->words, word.low,
           word.high | (uint64_t)count << FTEXT_COUNT_SHIFT);
  grow_when_full(&memo->words, FTEXT_LINE_WAYS, memo->used, move_words);
}

static void put_phrase(ftext_memo_table *table, const ftext_phrase *entry) {
  ftext_phrase key = *entry;
  ftext_phrase *line;

  key.part[3] &= FTEXT_PHRASE_MASK;
  line = ftext_memo_phrases(table, ftext_phrase_hash(&key));
  line[1] = line[0];
  line[0] = *entry;
}

static void move_phrases(ftext_memo_table *table, const ftext_line *from) {
  const ftext_phrase *line = (const void *)from;
  int way;

  for (way = FTEXT_PHRASE_WAYS - 1; way >= 0; way--) {
    if (line[way].part[3] != 0) {
      put_phrase(table, &line[way]);
    }
  }
}

void ftext_memo_add_phrase(ftext_memo *memo, const ftext_phrase *phrase,
                           unsigned count) {
  ftext_phrase entry = *phrase;

  entry.part[3] |= (uint64_t)count << 56;
  put_phrase(&memo->phrases, &entry);
  grow_when_full(&memo->phrases, FTEXT_PHRASE_WAYS, memo->used, move_phrases);
}

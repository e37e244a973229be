#include "token/count.h"

#include "base/processor.h"
#include "token/token.h"

#include <string.h>

void ftext_memo_free(ftext_memo *memo) {
  ftext_release(memo->memory);
  *memo = (ftext_memo){0};
}

/* The newest word goes first; the line's oldest one falls out. */
static void add(ftext_line *line, ftext_word word, unsigned count) {
  memmove(line->low + 1, line->low, 3 * sizeof line->low[0]);
  memmove(line->high + 1, line->high, 3 * sizeof line->high[0]);
  line->low[0] = word.low;
  line->high[0] = word.high | (uint64_t)count << FTEXT_COUNT_SHIFT;
}

static bool allocate(ftext_memo *memo, unsigned bits) {
  size_t size = sizeof *memo->lines << bits;
  uint8_t *memory = ftext_resize(NULL, size + sizeof *memo->lines);

  if (memory == NULL) {
    return false;
  }
  memset(memory, 0, size + sizeof *memo->lines);
  memo->memory = memory;
  memo->lines = (ftext_line *)(void *)(memory + sizeof *memo->lines -
                                       (uintptr_t)memory % sizeof *memo->lines);
  memo->bits = bits;
  memo->words = 0;
  return true;
}

/* Twice the lines, with all words in them; without memory nothing changes
** but that the next try comes later. */
static void grow(ftext_memo *memo) {
  ftext_memo grown = {0};
  ftext_word word;
  size_t i;
  int way;

  if (!allocate(&grown, memo->bits + 1)) {
    memo->words = 0;
    return;
  }
  for (i = 0; i < (size_t)1 << memo->bits; i++) {
    for (way = FTEXT_LINE_WAYS - 1; way >= 0; way--) {
      word.low = memo->lines[i].low[way];
      word.high = memo->lines[i].high[way];
      if (word.high == 0) {
        continue;
      }
      ftext_memo_add(&grown,
                     (ftext_word){word.low, word.high & FTEXT_WORD_MASK},
                     (unsigned)(word.high >> FTEXT_COUNT_SHIFT));
    }
  }
  ftext_memo_free(memo);
  *memo = grown;
}

void ftext_memo_add(ftext_memo *memo, ftext_word word, unsigned count) {
  add(&memo->lines[ftext_word_hash(word) >> (64 - memo->bits)], word, count);
  if (++memo->words >= (size_t)FTEXT_LINE_WAYS * 3 / 4 << memo->bits &&
      memo->bits < FTEXT_MEMO_LAST_BITS) {
    grow(memo);
  }
}

ftext_status ftext_count(const ftext_encoding *encoding, ftext_memo *memo,
                         ftext_text text, uint64_t limit, uint64_t *count) {
  if (memo->lines == NULL && !allocate(memo, FTEXT_MEMO_FIRST_BITS)) {
    return ftext_token_count(encoding, text, limit, count);
  }
#ifdef __x86_64__
  if (ftext_processor_avx2()) {
    return ftext_count_avx2(encoding, memo, text, limit, count);
  }
#endif
  return ftext_count_plain(encoding, memo, text, limit, count);
}

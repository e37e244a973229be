/* The three patterns, by backtracking. */
#include "base/character.h"
#include "reference.h"

#include <stdbool.h>
#include <string.h>

#define SET(class) (1u << (class))

enum {
  SPACES = SET(FTEXT_SPACE) | SET(FTEXT_NEWLINE),
  LETTERS = SET(FTEXT_UPPER) | SET(FTEXT_LOWER) | SET(FTEXT_LETTER),
  NUMBERS = SET(FTEXT_NUMBER),
  OTHERS = SET(FTEXT_OTHER) | SET(FTEXT_MARK), /* [^\s\p{L}\p{N}] */
  /* [^\r\n\p{L}\p{N}] */
  PREFIX = SET(FTEXT_OTHER) | SET(FTEXT_MARK) | SET(FTEXT_SPACE),
  UPPERS = SET(FTEXT_UPPER) | SET(FTEXT_LETTER) | SET(FTEXT_MARK),
  LOWERS = SET(FTEXT_LOWER) | SET(FTEXT_LETTER) | SET(FTEXT_MARK),
  NEWLINES = SET(FTEXT_NEWLINE),
  BLANK = 1 << 16, /* the character U+0020 */
  SLASH = 1 << 17, /* the character '/' */
};

typedef enum tail { NOTHING, CONTRACTION, NO_MORE_TEXT, NO_NON_SPACE } tail;

/* A sequence of sets, each repeated, then a condition. */
typedef struct alternative {
  struct {
    unsigned set;
    size_t least;
    size_t most;
  } items[3];
  tail tail;
} alternative;

#define ANY SIZE_MAX

static const alternative r50k[] = {
    {{{BLANK, 0, 1}, {LETTERS, 1, ANY}}, NOTHING},
    {{{BLANK, 0, 1}, {NUMBERS, 1, ANY}}, NOTHING},
    {{{BLANK, 0, 1}, {OTHERS, 1, ANY}}, NOTHING},
    {{{SPACES, 1, ANY}}, NO_MORE_TEXT},
    {{{SPACES, 1, ANY}}, NO_NON_SPACE},
    {{{SPACES, 1, 1}}, NOTHING},
};

static const alternative cl100k[] = {
    {{{PREFIX, 0, 1}, {LETTERS, 1, ANY}}, NOTHING},
    {{{NUMBERS, 1, 3}}, NOTHING},
    {{{BLANK, 0, 1}, {OTHERS, 1, ANY}, {NEWLINES, 0, ANY}}, NOTHING},
    {{{SPACES, 1, ANY}}, NO_MORE_TEXT},
    {{{SPACES, 0, ANY}, {NEWLINES, 1, 1}}, NOTHING},
    {{{SPACES, 1, ANY}}, NO_NON_SPACE},
    {{{SPACES, 1, 1}}, NOTHING},
};

static const alternative o200k[] = {
    {{{PREFIX, 0, 1}, {UPPERS, 0, ANY}, {LOWERS, 1, ANY}}, CONTRACTION},
    {{{PREFIX, 0, 1}, {UPPERS, 1, ANY}, {LOWERS, 0, ANY}}, CONTRACTION},
    {{{NUMBERS, 1, 3}}, NOTHING},
    {{{BLANK, 0, 1}, {OTHERS, 1, ANY}, {NEWLINES | SLASH, 0, ANY}}, NOTHING},
    {{{SPACES, 0, ANY}, {NEWLINES, 1, ANY}}, NOTHING},
    {{{SPACES, 1, ANY}}, NO_NON_SPACE},
    {{{SPACES, 1, ANY}}, NOTHING},
};

typedef struct text {
  const uint8_t *bytes;
  size_t length;
} text;

/* The length of the character at `at` if it is in the set, else 0. */
static size_t in_set(text in, size_t at, unsigned set) {
  size_t size;
  unsigned class;

  if (at >= in.length) {
    return 0;
  }
  if (((set & BLANK) != 0 && in.bytes[at] == ' ') ||
      ((set & SLASH) != 0 && in.bytes[at] == '/')) {
    return 1;
  }
  class = ftext_character_class_at(in.bytes + at, in.length - at, &size);
  return (set & SET(class)) != 0 ? size : 0;
}

/* Whether the letter stands at `at`, in either case if `fold`; 'long s'
** folds to s.  Its length, else 0. */
static size_t letter(text in, size_t at, char small, bool fold) {
  if (at < in.length &&
      (in.bytes[at] == (uint8_t)small ||
       (fold && in.bytes[at] == (uint8_t)(small - 'a' + 'A')))) {
    return 1;
  }
  if (fold && small == 's' && in.length - at >= 2 && at < in.length &&
      memcmp(in.bytes + at, "\xC5\xBF", 2) == 0) {
    return 2;
  }
  return 0;
}

/* 's 't 'd 'm 'll 've 're at `at`: its length, else 0. */
static size_t contraction(text in, size_t at, bool fold) {
  static const char *const words[] = {"s", "d", "m", "t", "ll", "ve", "re"};
  size_t end;
  size_t size;
  size_t i;
  size_t j;

  if (at >= in.length || in.bytes[at] != '\'') {
    return 0;
  }
  for (i = 0; i < sizeof words / sizeof words[0]; i++) {
    end = at + 1;
    for (j = 0; words[i][j] != '\0'; j++) {
      size = letter(in, end, words[i][j], fold);
      if (size == 0) {
        break;
      }
      end += size;
    }
    if (words[i][j] == '\0') {
      return end - at;
    }
  }
  return 0;
}

/* The end of a match of the alternative's items from `item` on, or 0. */
static size_t match(text in, size_t at, const alternative *wanted, int item) {
  size_t ends[REFERENCE_MOST + 1];
  size_t count = 0;
  size_t size;
  size_t end;

  if (item == 3 || wanted->items[item].most == 0) {
    switch (wanted->tail) {
    case NOTHING:
      return at;
    case CONTRACTION:
      return at + contraction(in, at, true);
    case NO_MORE_TEXT:
      return at == in.length ? at : 0;
    case NO_NON_SPACE:
      return at == in.length || in_set(in, at, SPACES) > 0 ? at : 0;
    }
  }
  ends[0] = at;
  while (count < wanted->items[item].most &&
         (size = in_set(in, ends[count], wanted->items[item].set)) > 0) {
    ends[count + 1] = ends[count] + size;
    count++;
  }
  for (;; count--) {
    if (count < wanted->items[item].least) {
      return 0;
    }
    end = match(in, ends[count], wanted, item + 1);
    if (end > 0) {
      return end;
    }
    if (count == 0) {
      return 0;
    }
  }
}

size_t reference_piece(const char *encoding, const uint8_t *bytes,
                       size_t length, size_t at) {
  const alternative *alternatives = r50k;
  size_t count = sizeof r50k / sizeof r50k[0];
  text in = {bytes, length};
  size_t end = 0;
  size_t i;

  if (strncmp(encoding, "cl100k", 6) == 0) {
    alternatives = cl100k;
    count = sizeof cl100k / sizeof cl100k[0];
  } else if (strncmp(encoding, "o200k", 5) == 0) {
    alternatives = o200k;
    count = sizeof o200k / sizeof o200k[0];
  }
  if (alternatives != o200k) {
    end = contraction(in, at, alternatives == cl100k);
    if (end > 0) {
      return at + end;
    }
  }
  for (i = 0; i < count && end == 0; i++) {
    end = match(in, at, &alternatives[i], 0);
  }
  return end;
}

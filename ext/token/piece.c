#include "token/piece.h"

#include "base/character.h"

#include <stdbool.h>

/* One more class: no character, the text ends here. */
enum { END = FTEXT_BROKEN + 1 };

#define BIT(class) (1u << (class))

/* Sets of classes, named as the patterns use them. */
enum {
  LETTERS = 1 << FTEXT_UPPER | 1 << FTEXT_LOWER | 1 << FTEXT_LETTER,
  SPACES = 1 << FTEXT_SPACE | 1 << FTEXT_NEWLINE,
  OTHERS = 1 << FTEXT_OTHER | 1 << FTEXT_MARK,
  /* [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}] and [\p{Ll}\p{Lm}\p{Lo}\p{M}] */
  UPPERS = 1 << FTEXT_UPPER | 1 << FTEXT_LETTER | 1 << FTEXT_MARK,
  LOWERS = 1 << FTEXT_LOWER | 1 << FTEXT_LETTER | 1 << FTEXT_MARK,
};

static const uint8_t ascii_class[128] = {
    ['\t'] = FTEXT_SPACE, ['\n'] = FTEXT_NEWLINE, ['\v'] = FTEXT_SPACE,
    ['\f'] = FTEXT_SPACE, ['\r'] = FTEXT_NEWLINE, [' '] = FTEXT_SPACE,
    ['0'] = FTEXT_NUMBER, ['1'] = FTEXT_NUMBER,   ['2'] = FTEXT_NUMBER,
    ['3'] = FTEXT_NUMBER, ['4'] = FTEXT_NUMBER,   ['5'] = FTEXT_NUMBER,
    ['6'] = FTEXT_NUMBER, ['7'] = FTEXT_NUMBER,   ['8'] = FTEXT_NUMBER,
    ['9'] = FTEXT_NUMBER, ['A'] = FTEXT_UPPER,    ['B'] = FTEXT_UPPER,
    ['C'] = FTEXT_UPPER,  ['D'] = FTEXT_UPPER,    ['E'] = FTEXT_UPPER,
    ['F'] = FTEXT_UPPER,  ['G'] = FTEXT_UPPER,    ['H'] = FTEXT_UPPER,
    ['I'] = FTEXT_UPPER,  ['J'] = FTEXT_UPPER,    ['K'] = FTEXT_UPPER,
    ['L'] = FTEXT_UPPER,  ['M'] = FTEXT_UPPER,    ['N'] = FTEXT_UPPER,
    ['O'] = FTEXT_UPPER,  ['P'] = FTEXT_UPPER,    ['Q'] = FTEXT_UPPER,
    ['R'] = FTEXT_UPPER,  ['S'] = FTEXT_UPPER,    ['T'] = FTEXT_UPPER,
    ['U'] = FTEXT_UPPER,  ['V'] = FTEXT_UPPER,    ['W'] = FTEXT_UPPER,
    ['X'] = FTEXT_UPPER,  ['Y'] = FTEXT_UPPER,    ['Z'] = FTEXT_UPPER,
    ['a'] = FTEXT_LOWER,  ['b'] = FTEXT_LOWER,    ['c'] = FTEXT_LOWER,
    ['d'] = FTEXT_LOWER,  ['e'] = FTEXT_LOWER,    ['f'] = FTEXT_LOWER,
    ['g'] = FTEXT_LOWER,  ['h'] = FTEXT_LOWER,    ['i'] = FTEXT_LOWER,
    ['j'] = FTEXT_LOWER,  ['k'] = FTEXT_LOWER,    ['l'] = FTEXT_LOWER,
    ['m'] = FTEXT_LOWER,  ['n'] = FTEXT_LOWER,    ['o'] = FTEXT_LOWER,
    ['p'] = FTEXT_LOWER,  ['q'] = FTEXT_LOWER,    ['r'] = FTEXT_LOWER,
    ['s'] = FTEXT_LOWER,  ['t'] = FTEXT_LOWER,    ['u'] = FTEXT_LOWER,
    ['v'] = FTEXT_LOWER,  ['w'] = FTEXT_LOWER,    ['x'] = FTEXT_LOWER,
    ['y'] = FTEXT_LOWER,  ['z'] = FTEXT_LOWER,
};

/* The class of the character at `at`, and in *next where it ends. */
static inline unsigned class_at(const uint8_t *text, size_t length, size_t at,
                                size_t *next) {
  unsigned class;
  size_t size;

  if (at >= length) {
    *next = length;
    return END;
  }
  if (text[at] < 0x80) {
    *next = at + 1;
    return ascii_class[text[at]];
  }
  class = ftext_character_class_at(text + at, length - at, &size);
  *next = at + size;
  return class;
}

/* Skips characters whose class is in the set; in *stop the class of the
** character behind them. */
static inline size_t skip(const uint8_t *text, size_t length, size_t at,
                          unsigned set, unsigned *stop) {
  size_t next;

  while (BIT(*stop = class_at(text, length, at, &next)) & set) {
    at = next;
  }
  return at;
}

/* The end of a run that is a piece by itself. */
static size_t run(const uint8_t *text, size_t length, size_t at, unsigned set) {
  unsigned stop;

  at = skip(text, length, at, set, &stop);
  return stop == FTEXT_BROKEN ? FTEXT_PIECE_BROKEN : at;
}

/* Up to three numbers: \p{N}{1,3}. */
static size_t numbers(const uint8_t *text, size_t length, size_t at) {
  size_t next;
  unsigned class;
  int i;

  for (i = 0; i < 3; i++) {
    class = class_at(text, length, at, &next);
    if (class == FTEXT_BROKEN) {
      return FTEXT_PIECE_BROKEN;
    }
    if (class != FTEXT_NUMBER) {
      break;
    }
    at = next;
  }
  return at;
}

/* \s*[\r\n]+ (where `newlines`), \s+(?!\S) and \s+ over the run of white
** space at `at`, which is gone over once. */
static size_t spaces(const uint8_t *text, size_t length, size_t at,
                     bool newlines) {
  size_t last = at;    /* where the run's last character begins */
  size_t newline = at; /* behind the run's last CR or LF */
  size_t end = at;
  size_t next;
  unsigned class;

  while (BIT(class = class_at(text, length, end, &next)) & SPACES) {
    last = end;
    end = next;
    if (class == FTEXT_NEWLINE) {
      newline = end;
    }
  }
  if (class == FTEXT_BROKEN) {
    return FTEXT_PIECE_BROKEN;
  }
  if (newlines && newline > at) {
    return newline;
  }
  return class == END || last == at ? end : last;
}

static size_t broken_or(const uint8_t *text, size_t length, size_t at,
                        size_t otherwise) {
  size_t next;

  return class_at(text, length, at, &next) == FTEXT_BROKEN ? FTEXT_PIECE_BROKEN
                                                           : otherwise;
}

/* How long the contraction at `at` is: 's 't 'm 'd 'll 've 're; 0 for none.
** With `fold` under simple case folding, where also U+017F is an s. */
static size_t contraction(const uint8_t *text, size_t length, size_t at,
                          bool fold) {
  uint8_t first;
  uint8_t second;
  uint8_t lower = fold ? 0x20 : 0;

  if (at + 1 >= length || text[at] != '\'') {
    return 0;
  }
  first = text[at + 1];
  if (first >= 0x80) {
    if (fold && first == 0xC5 && at + 2 < length && text[at + 2] == 0xBF) {
      return 3;
    }
    return broken_or(text, length, at + 1, 0);
  }
  first |= lower;
  if (first == 's' || first == 't' || first == 'm' || first == 'd') {
    return 2;
  }
  if ((first != 'l' && first != 'v' && first != 'r') || at + 2 >= length) {
    return 0;
  }
  second = text[at + 2] | lower;
  if (text[at + 2] >= 0x80) {
    return broken_or(text, length, at + 2, 0);
  }
  return second == (first == 'l' ? 'l' : 'e') ? 3 : 0;
}

size_t ftext_piece_r50k(const uint8_t *text, size_t length, size_t at) {
  size_t next;
  unsigned class = class_at(text, length, at, &next);
  size_t suffix = contraction(text, length, at, false);

  if (suffix != 0) {
    return suffix == FTEXT_PIECE_BROKEN ? suffix : at + suffix;
  }
  if (text[at] == ' ') {
    class = class_at(text, length, next, &next);
  }
  if (BIT(class) & LETTERS) {
    return run(text, length, next, LETTERS);
  }
  if (class == FTEXT_NUMBER) {
    return run(text, length, next, BIT(FTEXT_NUMBER));
  }
  if (BIT(class) & OTHERS) {
    return run(text, length, next, OTHERS);
  }
  return class == FTEXT_BROKEN ? FTEXT_PIECE_BROKEN
                               : spaces(text, length, at, false);
}

/* [^\s\p{L}\p{N}]+ and then characters of [\r\n], or [\r\n/]. */
static size_t others(const uint8_t *text, size_t length, size_t at,
                     bool slash) {
  unsigned stop;

  at = skip(text, length, at, OTHERS, &stop);
  while (at < length &&
         (text[at] == '\r' || text[at] == '\n' || (slash && text[at] == '/'))) {
    at++;
  }
  return broken_or(text, length, at, at);
}

/* What follows the words in cl100k and o200k: numbers, others, spaces. */
static size_t no_word(const uint8_t *text, size_t length, size_t at,
                      unsigned class, size_t next, bool slash) {
  unsigned second;
  size_t after;

  if (class == FTEXT_NUMBER) {
    return numbers(text, length, at);
  }
  if (BIT(class) & OTHERS) {
    return others(text, length, next, slash);
  }
  if (text[at] == ' ') {
    second = class_at(text, length, next, &after);
    if (BIT(second) & OTHERS) {
      return others(text, length, after, slash);
    }
  }
  return class == FTEXT_BROKEN ? FTEXT_PIECE_BROKEN
                               : spaces(text, length, at, true);
}

/* Whether the character may stand before a word: [^\r\n\p{L}\p{N}]. */
static bool may_lead(unsigned class) {
  return (BIT(class) & (OTHERS | BIT(FTEXT_SPACE))) != 0;
}

size_t ftext_piece_cl100k(const uint8_t *text, size_t length, size_t at) {
  size_t next;
  size_t after;
  unsigned class = class_at(text, length, at, &next);
  unsigned second;
  size_t suffix;

  if (BIT(class) & LETTERS) {
    return run(text, length, next, LETTERS);
  }
  suffix = contraction(text, length, at, true);
  if (suffix != 0) {
    return suffix == FTEXT_PIECE_BROKEN ? suffix : at + suffix;
  }
  if (may_lead(class)) {
    second = class_at(text, length, next, &after);
    if (BIT(second) & LETTERS) {
      return run(text, length, after, LETTERS);
    }
    if (second == FTEXT_BROKEN) {
      return FTEXT_PIECE_BROKEN;
    }
  }
  return no_word(text, length, at, class, next, false);
}

/* UPPERS* LOWERS+ from `at`: its end; `at` where it does not match, and then
** in *upper the end of UPPERS*.  Since LOWERS+ needs one character, the
** greedy UPPERS* gives back, when no lower-case letter follows it, all
** behind its last character that is in both sets. */
static size_t word(const uint8_t *text, size_t length, size_t at,
                   size_t *upper) {
  size_t both = at;
  size_t next;
  unsigned class;

  *upper = at;
  while (BIT(class = class_at(text, length, *upper, &next)) & UPPERS) {
    *upper = next;
    if (class != FTEXT_UPPER) {
      both = next;
    }
  }
  if (class == FTEXT_BROKEN) {
    return FTEXT_PIECE_BROKEN;
  }
  return class == FTEXT_LOWER ? run(text, length, next, LOWERS) : both;
}

/* The word that ends at `end`, with the contraction behind it. */
static size_t with_suffix(const uint8_t *text, size_t length, size_t end) {
  size_t suffix;

  if (end == FTEXT_PIECE_BROKEN) {
    return end;
  }
  suffix = contraction(text, length, end, true);
  return suffix == FTEXT_PIECE_BROKEN ? suffix : end + suffix;
}

size_t ftext_piece_o200k(const uint8_t *text, size_t length, size_t at) {
  size_t next;
  size_t upper;
  size_t end;
  unsigned class = class_at(text, length, at, &next);

  if (may_lead(class)) {
    end = word(text, length, next, &upper);
    if (end != next) {
      return with_suffix(text, length, end);
    }
    if (class == FTEXT_MARK) {
      return with_suffix(text, length, word(text, length, at, &upper));
    }
    if (upper > next) {
      return with_suffix(text, length, upper);
    }
  } else if (BIT(class) & LETTERS) {
    end = word(text, length, at, &upper);
    return with_suffix(text, length, end != at ? end : upper);
  }
  return no_word(text, length, at, class, next, true);
}

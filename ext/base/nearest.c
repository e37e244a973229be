#include "base/nearest.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

enum {
  LONGEST = 64,
  MOST_SLIPS = 3,
  ABBREVIATED = MOST_SLIPS + 1,
  FAR,
  SHORTEST_ABBREVIATION = 3
};

typedef struct folded {
  uint32_t characters[LONGEST];
  size_t count; /* LONGEST + 1: too long */
} folded;

/* What counts as the same character is the same one here. */
static uint32_t fold_character(uint32_t character) {
  if (character >= 'A' && character <= 'Z') {
    return character | 0x20;
  }
  return character == '-' || character == ' ' ? '_' : character;
}

static void fold(folded *out, ftext_text text) {
  uint32_t character;
  size_t at = 0;
  int read;

  for (out->count = 0; at < text.length; out->count++) {
    if (out->count == LONGEST) {
      out->count = LONGEST + 1;
      return;
    }
    read = ftext_utf8_read(text.bytes + at, text.length - at, &character);
    out->characters[out->count] = fold_character(read < 0 ? 0xFFFD : character);
    at += (size_t)(read < 0 ? -read : read);
  }
}

static bool is_digit(uint32_t character) {
  return character >= '0' && character <= '9';
}

static unsigned replacement(uint32_t a, uint32_t b) {
  return a == b ? 0 : is_digit(a) || is_digit(b) ? 2 : 1;
}

static unsigned least(unsigned a, unsigned b) {
  return a < b ? a : b;
}

/* The slips from a to b, by the distance of optimal alignment: rows[i % 3]
** has those from the first i characters of a to each beginning of b. */
static unsigned count_slips(const folded *a, const folded *b) {
  unsigned rows[3][LONGEST + 1];
  size_t i;
  size_t j;

  for (j = 0; j <= b->count; j++) {
    rows[0][j] = (unsigned)j;
  }
  for (i = 1; i <= a->count; i++) {
    const uint32_t *left = a->characters + i - 1;
    const unsigned *before = rows[(i + 2) % 3];
    unsigned *row = rows[i % 3];

    row[0] = (unsigned)i;
    for (j = 1; j <= b->count; j++) {
      const uint32_t *right = b->characters + j - 1;

      row[j] = least(least(before[j], row[j - 1]) + 1,
                     before[j - 1] + replacement(*left, *right));
      if (i > 1 && j > 1 && *left == right[-1] && left[-1] == *right) {
        row[j] = least(row[j], rows[(i + 1) % 3][j - 2] + 1);
      }
    }
  }
  return rows[a->count % 3][b->count];
}

/* Whether the name is what the known one begins with, up to a '_'. */
static bool is_abbreviation(const folded *name, const folded *known) {
  return name->count >= SHORTEST_ABBREVIATION && name->count < known->count &&
         known->characters[name->count] == '_' &&
         memcmp(name->characters, known->characters,
                name->count * sizeof name->characters[0]) == 0;
}

static unsigned slips_between(const folded *name, const folded *known) {
  size_t longer = name->count > known->count ? name->count : known->count;
  size_t shorter = name->count + known->count - longer;
  size_t most = longer / 3 < 1            ? 1
                : longer / 3 > MOST_SLIPS ? MOST_SLIPS
                                          : longer / 3;
  unsigned slips;

  if (longer > LONGEST) {
    return FAR;
  }
  if (longer - shorter <= most) {
    slips = count_slips(name, known);
    if (slips <= most && slips < shorter) {
      return slips;
    }
  }
  return is_abbreviation(name, known) ? ABBREVIATED : FAR;
}

ftext_nearest ftext_nearest_to(ftext_text name) {
  return (ftext_nearest){.name = name, .slips = FAR};
}

void ftext_nearest_try(ftext_nearest *nearest, ftext_text known) {
  folded name;
  folded other;
  unsigned slips;

  fold(&name, nearest->name);
  fold(&other, known);
  slips = slips_between(&name, &other);
  if (slips < nearest->slips) {
    nearest->slips = slips;
    ftext_quote(nearest->found, known);
  }
}

ftext_nearest ftext_nearest_word(ftext_text name, const char *words) {
  ftext_nearest nearest = ftext_nearest_to(name);
  size_t length;

  for (; *words != '\0'; words += length) {
    words += strspn(words, ", ");
    length = strcspn(words, ", ");
    ftext_nearest_try(&nearest, (ftext_text){(const uint8_t *)words, length});
  }
  return nearest;
}

const char *ftext_nearest_hint(char out[FTEXT_HINT_SIZE],
                               const ftext_nearest *nearest) {
  out[0] = '\0';
  if (nearest->found[0] != '\0') {
    snprintf(out, FTEXT_HINT_SIZE, "; did you mean %s?", nearest->found);
  }
  return out;
}

const char *ftext_nearest_quote(char out[FTEXT_NEAREST_SIZE],
                                const ftext_nearest *nearest) {
  char quoted[FTEXT_QUOTE_SIZE];
  char hint[FTEXT_HINT_SIZE];

  snprintf(out, FTEXT_NEAREST_SIZE, "%s%s", ftext_quote(quoted, nearest->name),
           ftext_nearest_hint(hint, nearest));
  return out;
}

const char *ftext_quote_unknown(char out[FTEXT_NEAREST_SIZE], ftext_text name,
                                const char *words) {
  ftext_nearest nearest = ftext_nearest_word(name, words);

  return ftext_nearest_quote(out, &nearest);
}
